"""Jibe, the newer careers sites of iCIMS, nearly always under the company's own domain. A list with texts, a hundred a page.

Known from public readers of several sites, not from a recording.
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, dig, first_row, further, listed

LIMIT = 100  # postings in one answer; a larger one is refused
LIST = "/api/jobs?page={}&limit={}"
PLACE = "city: city, region: state, country: country_code || country"


class Listing(Form):
    """``/api/jobs``."""

    def reads(self, page: Page) -> bool:
        if self.total(page) is None:
            return False
        if first := first_row([dig(row, "data") for row in listed(page.json, "jobs")]):
            return "title" in first and "slug" in first
        return bool(page.get("jobs") == [])

    def rows(self, page: Page) -> Iterable[Any]:
        return [dig(row, "data") for row in page.json["jobs"]]

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "totalCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        size = len(page.json["jobs"])
        if page.query.get("page", "1") != "1":
            return []
        # Some sites give fewer than they are asked for.
        urls = [page.join(LIST.format(start // size + 1, LIMIT)) for start in further(self.total(page), size)]
        return [Ask(url, headers=JSON_HEADERS) for url in urls]

    def skips(self, row: Any) -> bool:
        return row.get("internal") is True

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "slug || req_id")
        loader.add_jmes("url", "meta_data.canonical_url")
        loader.add_jmes("url", "slug", "/jobs/{}".format)
        loader.add_jmes("apply_url", "apply_url")
        loader.add_jmes("requisition_id", "req_id")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "hiring_organization")
        loader.add_jmes("department", "department")
        loader.add_jmes("department", "categories[].name || categories")
        loader.add_jmes("employment_type", "employment_type")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "[full_location, additional_locations[].full_location][]")
        loader.add_jmes("locations", f"[{{{PLACE}}}, additional_locations[].{{{PLACE}}}][]")
        loader.add_jmes("salaries", "{min: salary_min_value, max: salary_max_value, currency: salary_currency}")
        loader.add_jmes("description_html", "[description, responsibilities, qualifications][?@]")
        loader.add_jmes("responsibilities", "responsibilities")
        loader.add_jmes("requirements", "qualifications")
        loader.add_jmes("benefits", "benefits")
        loader.add_jmes("date_posted", "posted_date")
        loader.add_jmes("date_modified", "update_date")


class Site(Form):
    """A page of the careers site, drawn by a script: leads to the list."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "jibecdn.com" in page.text and "window._jibe" in page.text

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(page.join(LIST.format(1, LIMIT)), headers=JSON_HEADERS)]


class Jibe(Platform):
    name = "jibe"
    hosts = ("jibeapply.com",)
    addresses = (r"^(?P<key>[\w-]+)\.jibeapply\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "app", "api"})
    confirmed = "documentation"
    forms = (Listing(), Site())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}.jibeapply.com{LIST.format(1, LIMIT)}", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.jibeapply.com/jobs"
