"""What the attributes of a form mean: how a page is known, what it holds, what is asked for next."""

import json

import pytest

from crawler.platforms.base import Ask, HtmlForm, JsonForm, Numbers, Offsets, Page, Platform, css, jmes
from crawler.reader import response_of

URL = "https://api.boardly.example/v1/jobs?board=acme"


def page_of(body, url=URL, ask=None):
    text = body if isinstance(body, str) else json.dumps(body)
    return Page(response_of(text.encode(), url, None), "acme", ask)


class Api(JsonForm):
    rows_in = "jobs"
    row_keys = ("boardly_id",)
    total_in = "total"
    hidden = {"listed": False, "state": "draft"}
    total_has_hidden = True
    beside = {"company": "name"}
    detail_url = "/v1/{key}/jobs/{boardly_id}"
    detail_unless = "text"
    paging = Offsets("start")
    fields = [jmes("id", "boardly_id"), jmes("title", "title")]


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ({"jobs": [None, {"boardly_id": 1}]}, True),
        ({"jobs": [{"id": 1}]}, False),
        ({"jobs": [], "total": 0}, True),
        ({"jobs": [], "total": 3}, False),
        ({"jobs": [None], "total": 0}, False),
        ({"jobs": {"boardly_id": 1}}, True),  # one posting
        ({"jobs": "none"}, False),
        ([], False),
        ("<html>", False),
    ],
)
def test_a_page_is_known_by_its_rows_or_by_a_total_of_none(body, known):
    assert Api().reads(page_of(body)) is known


def test_what_rows_say_and_what_is_asked_for():
    rows = [{"boardly_id": 7, "title": "Cook"}, {"boardly_id": 8, "text": "…"}, {"boardly_id": 9, "listed": False}, None]
    page = page_of({"name": "Acme", "total": 10, "jobs": rows})
    form = Api()
    assert [row and row["company"] for row in form.rows(page)] == ["Acme", "Acme", "Acme", None]
    assert [form.skips(row) for row in rows[:3]] == [False, False, True]
    assert form.total(page) == 9
    assert [ask and ask.url for ask in (form.detail(page, row) for row in rows[:2])] == ["https://api.boardly.example/v1/acme/jobs/7", None]
    assert [ask.url for ask in form.next_asks(page)] == [f"{URL}&start=4", f"{URL}&start=8"]


@pytest.mark.parametrize(
    ("paging", "url", "ask", "expected"),
    [
        (Numbers("page"), URL, None, [f"{URL}&page=2", f"{URL}&page=3"]),
        (Numbers("page"), f"{URL}&page=2", None, []),  # the first one has asked for all
        (Numbers("page", limit="per"), URL, None, [f"{URL}&page=2&per=2", f"{URL}&page=3&per=2"]),
        (Numbers("page", pages="pages"), URL, None, [f"{URL}&page=2"]),
        (Offsets("start", size=3), URL, None, [f"{URL}&start=3"]),
        (Offsets("search.from", body=True), URL, None, []),  # nothing was sent
        (
            Offsets("search.from", body=True),
            URL,
            Ask(URL, json={"search": {"from": 0, "by": "day"}}),
            [{"search": {"from": 2, "by": "day"}}, {"search": {"from": 4, "by": "day"}}],
        ),
    ],
)
def test_further_pages_are_asked_for_by_the_first(paging, url, ask, expected):
    form = type("Paged", (Api,), {"paging": paging})()
    page = page_of({"total": 5, "pages": 2, "jobs": [{"boardly_id": 1}, {"boardly_id": 2}]}, url, ask)
    assert [one.url if one.json is None else one.json for one in form.next_asks(page)] == expected


class Board(HtmlForm):
    mark = "boardly"
    rows_in = "li.opening"
    empty_in = "p.none"
    total_in = "b::text"
    detail_in = "a::attr(href)"
    next_in = "//a[@rel='next']/@href"
    fields = [css("title", "a::text")]


@pytest.mark.parametrize(
    ("html", "known", "empty", "total"),
    [
        ('<i class="boardly"></i><b>1,200</b><li class="opening"><a href="/1">Cook</a></li>', True, False, 1200),
        ('<i class="boardly"></i><p class="none">Nothing</p>', True, True, None),
        ('<i class="boardly"></i><b>many</b>', False, False, None),
        ('<li class="opening"><a href="/1">Cook</a></li>', False, False, None),
    ],
)
def test_a_page_of_html_is_known_by_its_rows_or_by_the_words_that_there_are_none(html, known, empty, total):
    page, form = page_of(f"<html>{html}</html>"), Board()
    assert (form.reads(page), form.says_empty(page), form.total(page)) == (known, empty, total)


def test_links_of_a_page_are_followed_once():
    page = page_of('<html><li class="opening"><a href="/1">Cook</a></li><a rel="next" href="?p=2">2</a><a rel="next" href="?p=2">More</a></html>')
    form = Board()
    assert form.detail(page, form.rows(page)[0]).url == "https://api.boardly.example/1"
    assert [ask.url for ask in form.next_asks(page)] == ["https://api.boardly.example/v1/jobs?p=2"]


def test_a_rule_for_no_field_is_refused():
    with pytest.raises(ValueError, match="job_title is no field"):
        jmes("job_title", "title")


def test_a_platform_without_patterns_has_its_boards_below_its_hosts():
    platform = type("Boardly", (Platform,), {"name": "boardly", "hosts": ("boardly.example",), "api_urls": "https://{host}/api", "page_urls": "https://{host}/"})()
    assert platform.key_of("https://Acme.boardly.example/jobs/1") == "acme"
    assert platform.key_of("https://boardly.example.acme.example/") is None
    assert [ask.url for ask in platform.starts("acme")] == ["https://acme.boardly.example/api", "https://acme.boardly.example/"]
    assert platform.board_url("jobs.acme.example") == "https://jobs.acme.example/"
