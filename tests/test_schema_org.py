"""JobPosting in every awkward shape: one posting behind all of them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse

from crawler.general.jsonld import POSTINGS_MAX, read_json
from crawler.general.structured import posting_row
from crawler.platforms import PLATFORMS
from crawler.platforms.base import Page
from crawler.reader import parse

JSON = '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Raft Builder", "description": "Builds rafts."}'


def page(html: str, url: str = "https://acme.example/jobs/7") -> Page:
    return Page(HtmlResponse(url, body=html.encode("utf-8", "replace"), encoding="utf-8"))


def rows(html: str) -> list[dict]:
    return [row for form in PLATFORMS["schema_org"].forms for row in form.rows(page(html))]


def script(json: str, kind: str = "application/ld+json") -> str:
    return f'<html><head><script type="{kind}">{json}</script></head><body><p>Hello</p></body></html>'


SHAPES = {
    "plain": script(JSON),
    "list": script(f"[{JSON}]"),
    "graph": script(f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite"}}, {JSON}]}}'),
    "main entity": script(f'{{"@type": "WebPage", "mainEntity": {JSON}}}'),
    "main entity of page": script(f'{{"@type": "WebPage", "mainEntityOfPage": [{JSON}]}}'),
    "item list": script(f'{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "position": 1, "item": {JSON}}}]}}'),
    "type as address": script(JSON.replace('"JobPosting"', '"http://schema.org/JobPosting"')),
    "type with prefix": script(JSON.replace('"JobPosting"', '"schema:JobPosting"')),
    "type in a list": script(JSON.replace('"JobPosting"', '["Thing", "JobPosting"]')),
    "type in small letters": script(JSON.replace('"JobPosting"', '"jobposting"')),
    "names with prefix": script(JSON.replace('"title"', '"schema:title"').replace('"description"', '"http://schema.org/description"')),
    "values as objects": script(JSON.replace('"Raft Builder"', '{"@value": "Raft Builder", "@language": "en"}')),
    "type with charset": script(JSON, "application/ld+json; charset=utf-8"),
    "type of script in capitals": script(JSON, "Application/LD+JSON"),
    "CDATA": script(f"//<![CDATA[\n{JSON}\n//]]>"),
    "CDATA in a comment": script(f"/*<![CDATA[*/{JSON}/*]]>*/"),
    "HTML comment": script(f"<!--\n{JSON}\n-->"),
    "byte order mark": script(f"\ufeff{JSON}"),
    "trailing commas": script(JSON[:-1] + ",}"),
    "raw line breaks": script(JSON.replace("Builds rafts.", "Builds\nrafts.")),
    "comments": script("/* made by hand */ " + JSON + " // end"),
    "escapes that JSON does not know": script(JSON.replace("Builds", "Build\\'s \\- \\u12")),
    "quotes as entities": script(JSON.replace('"', "&quot;")),
    "semicolon": script(JSON + ";"),
    "two values in one script": script('{"@type": "WebSite"}' + JSON),
    "a broken script before it": f'<script type="application/ld+json">{{"@type": "WebSite", </script>{script(JSON)}',
    "the same twice": script(JSON) + script(JSON),
    "microdata": '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Raft Builder</h1><div itemprop="description"><p>Builds rafts.</p></div></div>',
    "RDFa": '<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Raft Builder</h1><div property="description"><p>Builds rafts.</p></div></div>',
    "RDFa with prefix": '<div prefix="schema: http://schema.org/" typeof="schema:JobPosting"><h1 property="schema:title">Raft Builder</h1><div property="schema:description"><p>Builds rafts.</p></div></div>',
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_one_posting(shape):
    found = rows(SHAPES[shape])
    assert [row["title"] for row in found] == ["Raft Builder"]
    assert "aft" in found[0]["description"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>JobPosting</p>",
        script('{"@type": "Organization", "name": "JobPosting Inc"}'),
        script("{JobPosting"),
        script('["JobPosting", 1, null, true]'),
        '<div itemscope itemtype="https://schema.org/JobPosting"></div>',
        '<div typeof="JobPosting">Nothing of it is marked</div>',
    ],
)
def test_what_is_no_posting_gives_none(html):
    assert rows(html) == []


FIELDS = [
    ({"description": "&amp;lt;p&amp;gt;Sea&amp;lt;/p&amp;gt;"}, {"description": "<p>Sea</p>"}),
    ({"description": "&lt;p&gt;Sea &amp;amp; sun&lt;/p&gt;"}, {"description": "<p>Sea &amp; sun</p>"}),
    ({"description": ["<b>One</b>", "Two"]}, {"description": "<ul><li><b>One</b></li><li>Two</li></ul>"}),
    ({"title": "R&amp;D Lead"}, {"title": "R&D Lead"}),
    ({"title": "UNAVAILABLE"}, {}),
    ({"title": "Join our team!"}, {}),
    ({"title": "Team Lead"}, {"title": "Team Lead"}),
    ({"title": "Join our team"}, {}),
    ({"title": "Careers at Acme"}, {}),
    ({"title": "Werde Teil unseres Teams"}, {}),
    ({"jobLocation": {"@type": "Place", "address": {"addressLocality": "Lisbon", "addressCountry": "PT"}}}, {"jobLocation": [{"name": "Lisbon, PT", "city": "Lisbon", "country": "PT"}]}),
    ({"jobLocation": [{"address": {"addressLocality": "Lisbon"}}, {"address": "Porto, Portugal"}, "Faro"]}, {"jobLocation": [{"name": "Lisbon", "city": "Lisbon"}, {"name": "Porto, Portugal"}, {"name": "Faro"}]}),
    ({"jobLocation": {"@type": "Place", "name": "Harbour Office"}}, {"jobLocation": [{"name": "Harbour Office"}]}),
    ({"jobLocation": {"address": {"addressLocality": "UNAVAILABLE", "addressRegion": "N/A", "addressCountry": {"@type": "Country", "name": ["Japan", "Japan"]}}}}, {"jobLocation": [{"name": "Japan", "country": "Japan"}]}),
    ({"jobLocation": [{"name": "Lisbon", "address": {"addressLocality": "Porto"}}, {"name": "Faro", "address": {"addressLocality": "Porto"}}]}, {"jobLocation": [{"name": "Lisbon"}, {"name": "Faro"}]}),
    ({"jobLocation": {"addressLocality": "Lisbon"}}, {"jobLocation": [{"name": "Lisbon", "city": "Lisbon"}]}),
    ({"jobLocation": {"@type": "VirtualLocation"}}, {"jobLocationType": ["remote"]}),
    ({"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": [{"@type": "Country", "name": "Portugal"}, {"name": "ES"}]}, {"jobLocationType": ["remote"], "applicantLocationRequirements": ["Portugal", "ES"]}),
    ({"applicantLocationRequirements": {"name": "India"}}, {}),
    ({"employmentType": "FULL_TIME, PART_TIME"}, {"employmentType": ["FULL_TIME", "PART_TIME"]}),
    ({"employmentType": ["https://schema.org/INTERN", "OTHER"]}, {"employmentType": ["INTERN"]}),
    ({"employmentType": "OTHER"}, {}),
    ({"baseSalary": 45000, "salaryCurrency": "EUR"}, {"baseSalary": [{"min": 45000.0, "max": 45000.0, "currency": "EUR", "period": None}]}),
    ({"baseSalary": {"currency": "EUR", "value": {"minValue": "40000", "maxValue": 50000, "unitText": "YEAR"}}}, {"baseSalary": [{"min": 40000.0, "max": 50000.0, "currency": "EUR", "period": "YEAR"}]}),
    ({"baseSalary": [{"currency": "USD", "value": 20, "unitText": "HOUR"}, {"currency": "USD", "minValue": 30, "unitText": "HOUR"}]}, {"baseSalary": [{"min": 20.0, "max": 20.0, "currency": "USD", "period": "HOUR"}, {"min": 30.0, "max": None, "currency": "USD", "period": "HOUR"}]}),
    ({"baseSalary": {"currency": "EUR", "value": "2.800,00"}}, {"baseSalary": [{"min": "2.800,00", "max": "2.800,00", "currency": "EUR", "period": None}]}),
    ({"baseSalary": {"currency": "EUR", "value": {"value": "3000 - 4000", "unitText": "MONTH"}}}, {"baseSalary": [{"min": 3000.0, "max": 4000.0, "currency": "EUR", "period": "MONTH"}]}),
    ({"baseSalary": {"value": {"value": "$ 20 an hour, tips"}}}, {"salaryText": ["$ 20 an hour, tips"]}),
    ({"baseSalary": {"currency": "EUR", "value": {"value": "", "minValue": 0, "maxValue": 0, "unitText": ""}}}, {}),
    ({"baseSalary": "Competitive"}, {"salaryText": ["Competitive"]}),
    ({"estimatedSalary": {"currency": "USD", "value": {"minValue": 1, "maxValue": 2}}}, {}),
    ({"identifier": {"@type": "PropertyValue", "name": "Acme", "value": "R-7"}}, {"identifier": "R-7"}),
    ({"identifier": 4711}, {"identifier": "4711"}),
    ({"identifier": "https://acme.example/jobs/7"}, {}),
    ({"hiringOrganization": "Acme Rafts"}, {"hiringOrganization": {"name": "Acme Rafts"}}),
    ({"hiringOrganization": [{"@type": "Organization", "name": "Acme Rafts", "sameAs": ["https://acme.example"]}]}, {"hiringOrganization": {"name": "Acme Rafts", "url": "https://acme.example"}}),
    ({"hiringOrganization": {"name": "https://acme.example"}}, {}),
    ({"hiringOrganization": {"name": "United States"}}, {}),
    ({"validThrough": "2026-10-10CEST12:00", "datePosted": "2026-09-01T08:00:00Z"}, {"validThrough": "2026-10-10", "datePosted": "2026-09-01T08:00:00Z"}),
    ({"datePosted": 1790000000}, {"datePosted": 1790000000}),
    ({"url": "https://acme.example", "mainEntityOfPage": {"@id": "https://acme.example/jobs/7"}}, {"url": "https://acme.example/jobs/7"}),
    ({"url": "#top"}, {}),
    ({"experienceRequirements": {"monthsOfExperience": 30}}, {"experienceYears": 2.5}),
    ({"experienceRequirements": "some"}, {}),
    ({"potentialAction": {"@type": "ApplyAction", "target": {"urlTemplate": "https://acme.example/apply/7"}}}, {"applyUrl": "https://acme.example/apply/7"}),
    ({"directApply": True}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("node", "expected"), FIELDS)
def test_a_field_of_any_shape_has_one_shape_afterwards(node, expected):
    assert posting_row(node) == expected


def test_references_within_the_page_are_followed():
    graph = '{"@graph": [{"@type": "JobPosting", "title": "Cook", "hiringOrganization": {"@id": "#org"}, "jobLocation": {"@id": "#here"}}, {"@id": "#org", "@type": "Organization", "name": "Acme"}, {"@id": "#here", "address": {"addressLocality": "Faro"}}]}'
    (row,) = rows(script(graph))
    assert row["hiringOrganization"] == {"name": "Acme"}
    assert row["jobLocation"] == [{"name": "Faro", "city": "Faro"}]


def test_references_in_a_circle_end():
    ring = ", ".join('{"@id": "#a"}' for _ in range(400))
    (row,) = rows(script(f'{{"@id": "#a", "@type": "JobPosting", "title": "Cook", "jobLocation": [{ring}]}}'))
    assert row["title"] == "Cook"


def test_microdata_takes_what_is_written_for_machines():
    html = """
    <article itemscope itemtype="http://schema.org/JobPosting">
      <a itemprop="url" href="/jobs/7">read</a><a href="/jobs/7"><span itemprop="title">Raft Builder</span></a>
      <time itemprop="datePosted" datetime="2026-09-01">yesterday</time><meta itemprop="employmentType" content="PART_TIME">
      <div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">Acme Rafts</b></div>
      <div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><p itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
        <span itemprop="addressLocality">Faro</span><span itemprop="addressCountry">Portugal</span></p></div>
      <div itemprop="baseSalary" itemscope itemtype="http://schema.org/MonetaryAmount"><meta itemprop="currency" content="EUR">
        <span itemprop="value" itemscope itemtype="http://schema.org/QuantitativeValue"><meta itemprop="minValue" content="20"><meta itemprop="unitText" content="HOUR"></span></div>
      <section itemprop="description"><p>Builds <b>rafts</b>.</p><ul><li itemprop="skills">Sawing</li></ul></section>
    </article>"""
    (found,) = parse(page(html).response).found
    draft = found.draft
    assert (draft.title, draft.company, draft.location) == ("Raft Builder", "Acme Rafts", "Faro, Portugal")
    assert (draft.date_posted, draft.employment_type, draft.url) == ("2026-09-01", ["PART_TIME"], "https://acme.example/jobs/7")
    assert draft.salaries == [{"min": 20.0, "max": None, "currency": "EUR", "period": "HOUR"}]
    assert draft.description_html.startswith("<p>Builds <b>rafts</b>.</p>")
    assert draft.sources["title"] == "microdata"


def test_rdfa_hands_the_name_of_a_relation_down():
    html = """<div vocab="http://schema.org/" typeof="JobPosting"><h1 property="title">Raft Builder</h1>
      <div rel="hiringOrganization"><p><span typeof="Organization"><b property="name">Acme Rafts</b></span></p></div>
      <p property="jobLocation" typeof="Place"><span property="address" typeof="PostalAddress"><b property="addressLocality">Faro</b></span></p></div>"""
    (row,) = rows(html)
    assert row["hiringOrganization"] == {"name": "Acme Rafts"}
    assert row["jobLocation"] == [{"name": "Faro", "city": "Faro"}]


def test_json_ld_goes_before_microdata_and_gaps_are_filled():
    html = script(JSON) + '<div itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title">Other</b><i itemprop="datePosted">2026-09-01</i></div>'
    (found,) = parse(page(html).response).found
    assert (found.draft.title, found.draft.date_posted) == ("Raft Builder", "2026-09-01")
    assert (found.draft.sources["title"], found.draft.sources["date_posted"]) == ("json-ld", "microdata")


def test_a_posting_of_a_list_without_text_is_to_be_asked_for():
    listed = '{"@type": "ItemList", "itemListElement": [{"item": {"@type": "JobPosting", "title": "Cook", "url": "https://acme.example/jobs/1"}}, {"item": {"@type": "JobPosting", "title": "Baker", "url": "https://acme.example/jobs/2"}}]}'
    found = parse(page(script(listed)).response).found
    assert [item.detail.url for item in found] == ["https://acme.example/jobs/1", "https://acme.example/jobs/2"]
    assert len({item.draft.id for item in found}) == 2


def test_a_posting_without_a_title_is_set_aside_with_the_reason():
    parsed = parse(page(script('{"@type": "JobPosting", "description": "x"}')).response)
    assert (parsed.found, [row.reason for row in parsed.rejected]) == ([], ["row has no title"])


def test_the_number_of_postings_of_a_page_is_bounded():
    many = ",".join(f'{{"@type": "JobPosting", "title": "Cook {n}"}}' for n in range(POSTINGS_MAX + 100))
    assert len(rows(script(f"[{many}]"))) == POSTINGS_MAX


def test_a_page_without_structured_data_costs_next_to_nothing():
    plain = page("<html><body>" + "<p>We build rafts and boats for lakes.</p>" * 2500 + "</body></html>")
    assert plain.text
    start = time.process_time()
    for form in PLATFORMS["schema_org"].forms:
        assert not form.reads(plain)
    assert time.process_time() - start < 0.01


@pytest.mark.parametrize(
    "html",
    [
        script('{"@type": "JobPosting", "title": "' + "\\" * 200_000),
        script("[" * 100_000 + '"JobPosting"'),
        script('{"@type": "JobPosting", ' + '"a": {' * 50_000),
        '<div itemscope itemtype="http://schema.org/JobPosting">' + '<p itemprop="description">' * 3000 + "x",
        '<div itemscope itemtype="http://schema.org/JobPosting">' + '<i itemprop="title">x</i>' * 40_000,
        '<div typeof="JobPosting">' * 2000,
    ],
    ids=range(6),
)
def test_a_hostile_page_is_read_in_time(html):
    start = time.process_time()
    rows(html)
    assert time.process_time() - start < 1.5


@given(st.text(max_size=300))
def test_no_script_raises(text):
    read_json(text)
    rows(script(text + "JobPosting"))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@id", "@value", "name", "value", "address", "minValue", "url", "x"]), inner, max_size=3), max_leaves=12))
def test_no_value_of_any_field_raises(value):
    for field in ("title", "description", "jobLocation", "baseSalary", "hiringOrganization", "identifier", "url", "datePosted", "experienceRequirements", "applicantLocationRequirements", "potentialAction", "employmentType"):
        posting_row({"@type": "JobPosting", field: value})
