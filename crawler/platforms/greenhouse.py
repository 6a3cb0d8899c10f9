"""Greenhouse. One API for all boards, the EU ones too; pages of two generations; pay in cents.

API: https://developers.greenhouse.io/job-board.html
"""

from collections.abc import Iterable
from typing import Any

from crawler.fields.pay.periods import period_of
from crawler.fields.text import unescape_once
from crawler.loaders import PostingLoader, jmes
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, find_key, listed

API = "https://boards-api.greenhouse.io/v1/boards/{}/jobs"
PAGE = "https://job-boards.greenhouse.io/{}"
NUMBER = r"(?:/jobs/|gh_jid=|token=)(\d+)"
# Fields that employers add themselves, by what they call them.
KIND = "metadata[?name && (contains(name, 'mployment') || contains(name, 'Job Type') || contains(name, 'Time Type'))].value | []"
WORKPLACE = "metadata[?name && (contains(name, 'Remote') || (value_type != 'yes_no' && (contains(name, 'orkplace') || contains(name, 'Location Type'))))].value | []"
PAY = "metadata[?value_type=='currency_range' && name && (contains(name, 'alary') || contains(name, 'Pay') || contains(name, 'ompensation'))].{min: value.min_value, max: value.max_value, currency_type: value.unit, title: name}"


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("id", "id")
    loader.add_jmes("url", "absolute_url")
    # Employers who do not use the field leave the API's own hint in it.
    loader.add_jmes("requisition_id", "requisition_id", no_placeholder)
    loader.add_jmes("title", "title")
    loader.add_jmes("date_modified", "updated_at")


def no_placeholder(value: str) -> str | None:
    return None if value == "See Opening ID" else value


def load_pay(loader: PostingLoader, ranges: Any) -> None:
    """Ranges with their titles: a place, a level, and only sometimes the period."""
    for one in listed(ranges):
        title = dig(one, "title")
        figures = {name: dig(one, name) for name in ("min", "max", "min_cents", "max_cents") if dig(one, name) is not None}
        loader.add_value("salaries", {**figures, "currency": dig(one, "currency_type"), "label": title, "period": period_of(title)})


class Api(Form):
    """``/v1/boards/{token}/jobs``, the whole board at once, and ``/jobs/{id}``."""

    def reads(self, page: Page) -> bool:
        jobs = page.get("jobs")
        if isinstance(jobs, list):
            first = next((row for row in jobs if isinstance(row, dict)), None)
            return is_job(first) if first else not jobs and page.get("meta", "total") == 0
        return is_job(page.json)

    def rows(self, page: Page) -> Iterable[Any]:
        jobs = page.get("jobs")
        return jobs if isinstance(jobs, list) else [page.json]

    def total(self, page: Page) -> int | None:
        total = page.get("meta", "total")
        return total if isinstance(total, int) else None

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("company", "company_name")
        loader.add_jmes("department", "departments[].name")
        loader.add_jmes("employment_type", KIND)
        loader.add_jmes("location", "location.name")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("workplace", WORKPLACE)
        load_pay(loader, dig(loader.row, "pay_input_ranges"))
        load_pay(loader, jmes(PAY)(loader.row))
        loader.add_jmes("attributes", "metadata[].{name: name, value: value}")
        loader.add_jmes("description_html", "content", unescape_once)
        loader.add_jmes("date_posted", "first_published")
        loader.add_jmes("valid_through", "application_deadline")


def is_job(row: Any) -> bool:
    return isinstance(row, dict) and "absolute_url" in row and "internal_job_id" in row and "content_plain" not in row


class RemixBoard(Form):
    """``job-boards.greenhouse.io/{token}``, fifty postings a page, without their texts."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(state(page, "jobPosts"), "data"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(state(page, "jobPosts")["data"], company=dig(state(page, "board"), "name"))

    def total(self, page: Page) -> int | None:
        total = dig(state(page, "jobPosts"), "total")
        return total if isinstance(total, int) else None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        now, last = (dig(state(page, "jobPosts"), name) for name in ("page", "total_pages"))
        if now == 1 and isinstance(last, int):
            base = page.url.split("?")[0]
            return [Ask(f"{base}?page={number}") for number in range(2, last + 1)]
        return ()

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "department.name")
        loader.add_jmes("location", "location")
        loader.add_jmes("date_posted", "published_at")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return by_api(page, row.get("id"))


def by_api(page: Page, number: Any) -> Ask | None:
    return Ask(f"{API.format(page.key)}/{number}?pay_transparency=true", headers=JSON_HEADERS) if page.key and number else None


def state(page: Page, key: str) -> Any:
    return find_key(dig(page.states.get("__remixContext"), "state", "loaderData"), key) if "__remixContext" in page.text else None


class RemixPosting(Form):
    """``job-boards.greenhouse.io/{token}/jobs/{id}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[Any]:
        post = state(page, "jobPost")
        return [post] if isinstance(post, dict) and "title" in post else []

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "public_url || absolute_url", re=NUMBER)
        loader.add_jmes("url", "public_url || absolute_url")
        loader.add_jmes("requisition_id", "requisition_id", no_placeholder)
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company_name")
        loader.add_jmes("department", "department.name || departments[].name")
        loader.add_jmes("location", "job_post_location || location.name")
        load_pay(loader, dig(loader.row, "pay_ranges"))
        loader.add_jmes("description_html", "[introduction, content, conclusion][?@]")
        loader.add_jmes("date_posted", "published_at")


class OldBoard(Form):
    """``boards.greenhouse.io/{token}``: sections of openings; also what the embed's frame holds."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "opening" in page.text and bool(page.css("div.opening[department_id] > a, div.opening > a[data-mapped]"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("div.opening")

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a::attr(href)", re=NUMBER)
        loader.add_css("url", "a::attr(href)")
        loader.add_css("title", "a::text")
        loader.add_xpath("department", "ancestor::section[1]/*[self::h2 or self::h3 or self::h4][1]//text()")
        loader.add_css("location", "span.location::text")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return by_api(page, row.css("a::attr(href)").re_first(NUMBER))


class Greenhouse(Platform):
    name = "greenhouse"
    hosts = ("greenhouse.io",)
    addresses = (
        r"^boards-api\.(?:eu\.)?greenhouse\.io/v1/boards/(?P<key>[\w.-]+)",
        r"greenhouse\.io/embed/job_(?:board|app)[^?]*\?(?:.*&)?for=(?P<key>[\w.-]+)",
        r"^(?:job-)?boards\.(?:eu\.)?greenhouse\.io/(?P<key>[\w.-]+)",
    )
    not_keys = frozenset({"embed", "assets", "favicon.ico", "robots.txt"})
    confirmed = "recording"
    forms = (Api(), RemixBoard(), RemixPosting(), OldBoard())

    def starts(self, key: str) -> list[Ask]:
        return [
            Ask(API.format(key) + "?content=true&pay_transparency=true", headers=JSON_HEADERS),
            Ask(PAGE.format(key)),
            Ask(f"https://job-boards.eu.greenhouse.io/{key}"),
            Ask(f"https://boards.greenhouse.io/{key}"),
        ]

    def board_url(self, key: str) -> str:
        return PAGE.format(key)
