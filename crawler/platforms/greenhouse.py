"""Greenhouse. One API for all boards, the EU ones too; pages of two generations; pay in cents.

API: https://developers.greenhouse.io/job-board.html
"""

from collections.abc import Iterable
from typing import Any

from crawler.fields.pay.periods import period_of
from crawler.fields.text import unescape_once
from crawler.loaders import jmes as compiled
from crawler.platforms.base import (
    Ask,
    HtmlForm,
    JsonForm,
    Page,
    Platform,
    css,
    dig,
    find_key,
    jmes,
    listed,
    made,
    xpath,
)

BOARD = "https://boards-api.greenhouse.io/v1/boards/{key}/jobs"
DETAIL = f"{BOARD}/{{id}}?pay_transparency=true"
NUMBER = r"(?:/jobs/|gh_jid=|token=)(\d+)"
# Fields that employers add themselves, by what they call them.
KIND = "metadata[?name && (contains(name, 'mployment') || contains(name, 'Job Type') || contains(name, 'Time Type'))].value | []"
WORKPLACE = "metadata[?name && (contains(name, 'Remote') || (value_type != 'yes_no' && (contains(name, 'orkplace') || contains(name, 'Location Type'))))].value | []"
PAY = compiled(
    "metadata[?value_type=='currency_range' && name && (contains(name, 'alary') || contains(name, 'Pay') || contains(name, 'ompensation'))].{min: value.min_value, max: value.max_value, currency_type: value.unit, title: name}"
)


def no_placeholder(value: str) -> str | None:
    """*value*, unless it is the API's own hint: employers who do not use the field leave it in."""
    return None if value == "See Opening ID" else value


def pay(ranges: Any) -> list[dict[str, Any]]:
    """*ranges* with their titles: a place, a level, and only sometimes the period."""
    found = []
    for one in listed(ranges):
        title = dig(one, "title")
        figures = {name: dig(one, name) for name in ("min", "max", "min_cents", "max_cents") if dig(one, name) is not None}
        found.append({**figures, "currency": dig(one, "currency_type"), "label": title, "period": period_of(title)})
    return found


COMMON = (
    jmes("id", "id"),
    jmes("url", "absolute_url"),
    jmes("requisition_id", "requisition_id", no_placeholder),
    jmes("title", "title"),
    jmes("date_modified", "updated_at"),
)


class Api(JsonForm):
    """``/v1/boards/{token}/jobs``, the whole board at once, and ``/jobs/{id}``."""

    row_keys = ("absolute_url", "internal_job_id")
    total_in = "meta.total"
    fields = [
        *COMMON,
        jmes("company", "company_name"),
        jmes("department", "departments[].name"),
        jmes("employment_type", KIND),
        jmes("location", "location.name"),
        jmes("location", "location"),  # given as plain text on some rows
        jmes("workplace", WORKPLACE),
        made("salaries", lambda row: pay(row.get("pay_input_ranges"))),
        made("salaries", lambda row: pay(PAY(row))),
        jmes("attributes", "metadata[].{name: name, value: value}"),
        jmes("description_html", "content", unescape_once),
        jmes("date_posted", "first_published"),
        jmes("valid_through", "application_deadline"),
    ]

    def found(self, page: Page) -> Any:
        jobs = page.get("jobs")
        return jobs if isinstance(jobs, list) else page.json if isinstance(page.json, dict) else None

    def is_row(self, row: dict[str, Any]) -> bool:
        return super().is_row(row) and "content_plain" not in row


class RemixBoard(JsonForm):
    """``job-boards.greenhouse.io/{token}``, fifty postings a page, without their texts."""

    state = "__remixContext.state.loaderData"
    rows_in = "jobPosts.data"
    total_in = "jobPosts.total"
    beside = {"company": "board.name"}
    detail_url = DETAIL
    fields = [
        *COMMON,
        jmes("company", "company"),
        jmes("department", "department.name"),
        jmes("location", "location"),
        jmes("date_posted", "published_at"),
    ]

    def body(self, page: Page) -> Any:
        data = super().body(page)
        return {name: find_key(data, name) for name in ("jobPosts", "board")}

    def next_asks(self, page: Page) -> Iterable[Ask]:
        now, last = (dig(self.body(page), "jobPosts", name) for name in ("page", "total_pages"))
        return [Ask(f"{page.base}?page={number}") for number in range(2, last + 1)] if now == 1 and isinstance(last, int) else []


class RemixPosting(JsonForm):
    """``job-boards.greenhouse.io/{token}/jobs/{id}``."""

    state = "__remixContext.state.loaderData"
    row_keys = ("title",)
    fields = [
        jmes("id", "public_url || absolute_url", re=NUMBER),
        jmes("url", "public_url || absolute_url"),
        jmes("requisition_id", "requisition_id", no_placeholder),
        jmes("title", "title"),
        jmes("company", "company_name"),
        jmes("department", "department.name || departments[].name"),
        jmes("location", "job_post_location || location.name"),
        made("salaries", lambda row: pay(row.get("pay_ranges"))),
        jmes("description_html", "[introduction, content, conclusion][?@]"),
        jmes("date_posted", "published_at"),
    ]

    def body(self, page: Page) -> Any:
        return find_key(super().body(page), "jobPost")


class OldBoard(HtmlForm):
    """``boards.greenhouse.io/{token}``: sections of openings; also what the embed's frame holds."""

    mark = "opening"
    shows = "div.opening[department_id] > a, div.opening > a[data-mapped]"
    rows_in = "div.opening"
    fields = [
        css("id", "a::attr(href)", re=NUMBER),
        css("url", "a::attr(href)"),
        css("title", "a::text"),
        xpath("department", "ancestor::section[1]/*[self::h2 or self::h3 or self::h4][1]//text()"),
        css("location", "span.location::text"),
    ]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return self.ask_for(page, DETAIL, id=row.css("a::attr(href)").re_first(NUMBER))


class Greenhouse(Platform):
    name = "greenhouse"
    hosts = ("greenhouse.io",)
    addresses = (
        r"^boards-api\.(?:eu\.)?greenhouse\.io/v1/boards/(?P<key>[\w.-]+)",
        r"greenhouse\.io/embed/job_(?:board|app)[^?]*\?(?:.*&)?for=(?P<key>[\w.-]+)",
        r"^(?:job-)?boards\.(?:eu\.)?greenhouse\.io/(?P<key>[\w.-]+)",
    )
    not_keys = frozenset({"embed", "assets", "favicon.ico", "robots.txt"})
    markers = {"oard": r"\b(?:boardToken|board_token|greenhouseBoard(?:Token)?|ghBoardToken)[\"']?\s*[:=]\s*[\"']([\w.-]{2,80})[\"']"}
    confirmed = "recording"
    forms = (Api(), RemixBoard(), RemixPosting(), OldBoard())
    api_urls = f"{BOARD}?content=true&pay_transparency=true"
    page_urls = (
        "https://job-boards.greenhouse.io/{key}",
        "https://job-boards.eu.greenhouse.io/{key}",
        "https://boards.greenhouse.io/{key}",
    )
