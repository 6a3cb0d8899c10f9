"""Every reader of a text, on texts made to stop it: nothing is raised, and 100 KB take no more than an eye's blink."""

import random
import time
from datetime import UTC, datetime

import pytest
from hostile import ODD, profile
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crawler.conflicts import date_conflict, employment_type_conflict, pay_conflict, workplace_conflict
from crawler.fields.addresses import absolute
from crawler.fields.company import company_in_text
from crawler.fields.dates import read_date, read_posted
from crawler.fields.education import education_of_text, read_education
from crawler.fields.eligibility import read_eligibility
from crawler.fields.employment import employment_type_of_text, read_employment_type, read_seniority
from crawler.fields.experience import read_experience
from crawler.fields.hidden import without_hidden
from crawler.fields.language import language_tag, read_language
from crawler.fields.location import country_code, read_location, read_workplace, structured_place
from crawler.fields.salary import Salary, mentions_bonus, mentions_equity, read_salary, structured_salary
from crawler.fields.sections import benefits_sentence, split_sections
from crawler.fields.text import clean, html_to_text, sanitise
from crawler.general.jsonld import postings_in_scripts, read_json
from crawler.general.plain import posting_in_text
from crawler.general.structured import posting_rows
from crawler.ids import plain_url
from crawler.items import Posting
from crawler.middlewares.retry_after import read_retry_after
from crawler.middlewares.robots import max_age
from crawler.platforms import boards_in, platform_for
from crawler.reader import read

NOW = datetime(2026, 9, 15, tzinfo=UTC)
PAY = [Salary(50_000.0, 60_000.0, "EUR", "YEAR")]


def in_page(before: str, after: str = ""):
    return lambda text: read(f"{before}{text}{after}".encode("utf-8", "replace"), "https://acme.example/jobs/1", "text/html", NOW)


def feed(text: str):
    return read(f"<?xml version='1.0'?><jobs><job>{text}".encode("utf-8", "replace"), "https://acme.example/jobs.xml", "text/xml", NOW)


READERS = {
    "salary": read_salary,
    "pay of fields": lambda text: structured_salary(text, text, text, text, country="DE"),
    "equity": mentions_equity,
    "bonus": mentions_bonus,
    "location": read_location,
    "place of fields": lambda text: structured_place(text, text, text),
    "country": country_code,
    "workplace": read_workplace,
    "date": read_date,
    "posted": lambda text: read_posted(text, NOW),
    "employment": lambda text: (read_employment_type(text), employment_type_of_text(text)),
    "seniority": read_seniority,
    "experience": read_experience,
    "education": lambda text: (read_education(text), education_of_text(text)),
    "eligibility": read_eligibility,
    "language": lambda text: (read_language(text), language_tag(text)),
    "sections": lambda text: (split_sections(text), benefits_sentence(text)),
    "company": lambda text: company_in_text(text, "acme-kitchens"),
    "conflicts": lambda text: (
        pay_conflict(PAY, text, None), workplace_conflict("remote", text), employment_type_conflict(["FULL_TIME"], text),
        date_conflict(Posting(valid_through="2026-06-12"), text),
    ),
    "one line": clean,
    "text": html_to_text,
    "sanitised": sanitise,
    "hidden": without_hidden,
    "address": lambda text: (absolute("https://acme.example/", text), platform_for("https://" + text[:5000]), plain_url("https://acme.example/" + text[:4000])),
    "boards": lambda text: list(boards_in(text)),
    "json-ld": read_json,
    "plain posting": posting_in_text,
    "retry-after": lambda text: (read_retry_after(text, NOW), max_age(text)),
}  # fmt: skip
PAGES = {
    "page": in_page("<html><body><h1>Cook</h1><p>", "</p></body></html>"),
    "json-ld page": in_page('<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook", "description": "', '"}</script>'),
    "state": in_page("<script>window.__state = {", "}</script>"),
    "attributes": in_page('<div itemscope itemtype="https://schema.org/JobPosting"><a href="', '">x</a></div>'),
    "feed": feed,
}

# What regular expressions stumble over: what begins again and again and never ends, and what could be divided in many ways.
UNITS = (
    " ", "\n", "\t", "a", "A", "0", "9", "-", ".", ",", "(", ")", "[", "{", "<", ">", "&", "&amp;", "&lt;", "/", "\\", "\"", "'", ":", ";", "=", "$", "€", "+", "*", "_", "|", "\u00a0", "\ufffd", "İ", "円", "年",
    "a ", "a,", "a, ", "1 ", "1,", "1.", "1-", "1/", "$1", "$1 ", "$1-", "€ 5", "5 - ", "10,000 ", "USD ", "<p", "<p>", "<p ", "<a href='", "<div style='color:#fff'>", "<!--", "</p>", "<br>", "<li>", "- ", "• ",
    "&#", "&#x", "http://", "https://a.b/", "//", "/a", "?a=b&", "%20", "a@b.", "2026-", "1/1/", "Jan 1 ", "1 day ", "ago ", "years ", "5+ years ", "experience ", "Bachelor's or ", "degree in ", "remote ", "Berlin, ",
    "Berlin; ", "or ", "and ", "the ", "per hour ", "salary ", "full-time ", "visa ", "clearance ", "we are ", "Acme ", "About ", "Requirements:\n", "You will\n", "apply by ", "{\"a\":", "[[", "\"a\",", "/*", "//\n", "\\u", "\\\"",
    "\u202e", "e\u0301", "ا", "กา", "가", "🙂", "a\u200b", "x=", "a.b.", "Ab", "aB", "greenhouse.io/", "boards.greenhouse.io/a ", "window.a = {", "<script>", "]]>", "Nicht ", "Wir suchen ", "m/w/d ", "(m/w/d) ", "et ", "de la ",
)  # fmt: skip
LENGTH = 100_000
LIMIT = 0.05 * 5  # seconds: 50 ms, on a machine that may be busy
PAGE_LIMIT = 0.1 * 5  # 1 s a megabyte


def spent(work, text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


def adversarial(length: int):
    for unit in UNITS:
        yield unit, unit * (length // len(unit))
    for unit in ("a", "1", " ", "-", "a ", "1,"):  # what almost matches, and fails at its end
        yield f"{unit}...!", unit * (length // len(unit)) + "!"


@pytest.mark.parametrize("name", READERS)
def test_no_text_stops_a_reader(name):
    work = READERS[name]
    work("Cook in Berlin, 50,000 EUR a year")
    slow = {unit: seconds for unit, text in adversarial(LENGTH) if (seconds := spent(work, text)) > LIMIT and (seconds := spent(work, text)) > LIMIT}
    assert slow == {}


@pytest.mark.parametrize("name", PAGES)
def test_no_text_stops_the_reading_of_a_page(name):
    work = PAGES[name]
    work("Cook in Berlin, 50,000 EUR a year")
    slow = {unit: seconds for unit, text in adversarial(LENGTH // 2) if (seconds := spent(work, text)) > PAGE_LIMIT and (seconds := spent(work, text)) > PAGE_LIMIT}
    assert slow == {}


def made(seed: int) -> str:
    """A text of real and hostile pieces, in the order that *seed* gives."""
    chance = random.Random(seed)
    pieces = [one for one in ODD if isinstance(one, str)]
    parts = [chance.choice(UNITS if chance.random() < 0.7 else pieces) * chance.choice((1, 1, 1, 2, 7)) for _ in range(chance.randint(0, 30))]
    return "".join(parts)[: chance.choice((40, 400, 4000))]


@pytest.mark.parametrize("name", READERS)
def test_any_text_is_read(name):
    @profile(0.3, 40, len(READERS))
    @given(st.integers(0, 2**63).map(made) | st.text(max_size=80))
    def anything(text):
        READERS[name](text)

    anything()


@profile(0.03, 60)
@given(st.recursive(st.sampled_from(ODD) | st.text(max_size=10), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
    ["@type", "@id", "title", "description", "baseSalary", "value", "minValue", "currency", "jobLocation", "address", "addressCountry", "name", "datePosted", "hiringOrganization", "url", "@graph", "@value"]
), inner, max_size=5), max_leaves=15))  # fmt: skip
def test_any_json_is_read(value):
    for work in (read_date, read_education, read_employment_type, language_tag, read_workplace):
        work(value)
    structured_place(value, value, value)
    structured_salary(value, value, value, value)
    posting_rows([{"@type": "JobPosting", "title": "Cook", **(value if isinstance(value, dict) else {"baseSalary": value})}])
    postings_in_scripts(etree.HTML("<script type='application/ld+json'>{}</script>"))
