"""Greenhouse. One API for all boards, the EU ones too; pages of two generations; pay in cents.

API: https://developers.greenhouse.io/job-board.html
"""

from collections.abc import Iterable
from typing import Any

from crawler.fields.text import unescape_once
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig, find_key

PAGE = "https://job-boards.greenhouse.io/{}"


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("id", "id")
    loader.add_jmes("url", "absolute_url")
    # Employers who do not use the field leave the API's own hint in it.
    loader.add_jmes("requisition_id", "requisition_id", no_placeholder)
    loader.add_jmes("title", "title")
    loader.add_jmes("date_modified", "updated_at")


def no_placeholder(value: str) -> str | None:
    return None if value == "See Opening ID" else value


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
        loader.add_jmes("employment_type", "metadata[?value_type=='single_select' && contains(name, 'mployment')].value")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "location.name")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("workplace", "metadata[?contains(name, 'orkplace') || contains(name, 'Remote')].value")
        loader.add_jmes("salaries", "pay_input_ranges[].{min_cents: min_cents, max_cents: max_cents, currency: currency_type, label: title, period: title, blurb: blurb}")
        loader.add_jmes("salaries", "metadata[?value_type=='currency_range'].{min: value.min_value, max: value.max_value, currency: value.unit, label: name, period: name}")
        loader.add_jmes("description_html", "content", unescape_once)
        loader.add_jmes("date_posted", "first_published")
        loader.add_jmes("valid_through", "application_deadline")


def is_job(row: Any) -> bool:
    return isinstance(row, dict) and "absolute_url" in row and "internal_job_id" in row and "content_plain" not in row


class RemixBoard(Form):
    """``job-boards.greenhouse.io/{token}``, fifty postings a page, without their texts."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(posts(page), "data"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return posts(page)["data"]

    def total(self, page: Page) -> int | None:
        total = dig(posts(page), "total")
        return total if isinstance(total, int) else None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        now, last = dig(posts(page), "page"), dig(posts(page), "total_pages")
        if now == 1 and isinstance(last, int):
            base = page.url.split("?")[0]
            return [Ask(f"{base}?page={number}") for number in range(2, last + 1)]
        return ()

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("department", "department.name")
        loader.add_jmes("location", "location")
        loader.add_jmes("date_posted", "published_at")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(API.format(page.key) + f"/{row['id']}?pay_transparency=true", headers=JSON_HEADERS) if page.key and row.get("id") else None


def posts(page: Page) -> Any:
    return find_key(dig(page.states.get("__remixContext"), "state", "loaderData"), "jobPosts") if "__remixContext" in page.text else None


class RemixPosting(Form):
    """``job-boards.greenhouse.io/{token}/jobs/{id}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[Any]:
        post = find_key(dig(page.states.get("__remixContext"), "state", "loaderData"), "jobPost") if "__remixContext" in page.text else None
        return [post] if isinstance(post, dict) and "title" in post else []

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id || job_post_id")
        loader.add_jmes("url", "absolute_url || public_url")
        loader.add_jmes("requisition_id", "requisition_id", no_placeholder)
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company_name")
        loader.add_jmes("department", "department.name || departments[].name")
        loader.add_jmes("location", "job_post_location || location")
        loader.add_jmes("salaries", "pay_ranges[].{min: min, max: max, currency: currency_type, label: title, period: title}")
        loader.add_jmes("description_html", "join('\n', [introduction, content, conclusion][?@])")
        loader.add_jmes("date_posted", "published_at")


class OldBoard(Form):
    """``boards.greenhouse.io/{token}``: sections of openings; also what the embed's frame holds."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(page.css("div.opening[department_id] > a, div.opening > a[data-mapped]"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("div.opening")

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a::attr(href)", re=r"(?:/jobs/|gh_jid=|token=)(\d+)")
        loader.add_css("url", "a::attr(href)")
        loader.add_css("title", "a")
        loader.add_xpath("department", "ancestor::section[1]/*[self::h2 or self::h3 or self::h4][1]")
        loader.add_css("location", "span.location")


API = "https://boards-api.greenhouse.io/v1/boards/{}/jobs"


class Greenhouse(Platform):
    name = "greenhouse"
    hosts = ("greenhouse.io",)
    addresses = (
        r"^boards-api\.(?:eu\.)?greenhouse\.io/v1/boards/(?P<key>[\w.-]+)",
        r"greenhouse\.io/embed/job_(?:board|app)[^?]*\?(?:.*&)?for=(?P<key>[\w.-]+)",
        r"^(?:job-)?boards\.(?:eu\.)?greenhouse\.io/(?P<key>[\w.-]+)",
    )
    not_keys = frozenset({"embed", "assets", "favicon.ico", "robots.txt"})
    forms = (Api(), RemixBoard(), RemixPosting(), OldBoard())

    def starts(self, key: str) -> list[Ask]:
        return [
            Ask(API.format(key) + "?content=true&pay_transparency=true", headers=JSON_HEADERS),
            Ask(f"https://job-boards.greenhouse.io/{key}"),
            Ask(f"https://job-boards.eu.greenhouse.io/{key}"),
            Ask(f"https://boards.greenhouse.io/{key}"),
        ]

    def board_url(self, key: str) -> str:
        return PAGE.format(key)
