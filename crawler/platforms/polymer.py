"""Polymer. Fifty postings a page without their texts, which come one by one.

The list is the one that the vendor documents for job boards: it is open to all.
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row, further, listed

API = "https://api.polymer.co/v1/hire/organizations/{}/jobs"
LIMIT = 50  # rows; there are no more on a page


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("id", "id")
    loader.add_jmes("url", "job_post_url")
    loader.add_jmes("title", "title")
    loader.add_jmes("company", "organization_name")
    loader.add_jmes("department", "department || job_category_name")
    loader.add_jmes("employment_type", "kind_pretty || kind")
    loader.add_jmes("location", "display_location")
    loader.add_jmes("locations", "{city: city, region: state_region, country: country}")
    loader.add_jmes("workplace", "remoteness_pretty")
    loader.add_jmes("salary_text", "salary_pretty")
    loader.add_jmes("description_html", "description")
    loader.add_jmes("date_posted", "published_at")


class Listing(Form):
    """``/organizations/{slug}/jobs``."""

    def reads(self, page: Page) -> bool:
        if "job_post_url" in first_row(page.json, "items"):
            return True
        return page.get("items") == [] and page.get("meta", "total") == 0 and "is_last" in page.json["meta"]

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json, "items")

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "meta", "total")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.get("meta", "page") != 1 or page.get("meta", "is_last"):
            return []
        pages = len(further(self.total(page), len(page.json["items"])))
        base = page.url.partition("?")[0]
        return [Ask(f"{base}?page={number}&per_page={LIMIT}", headers=JSON_HEADERS) for number in range(2, pages + 2)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API.format(page.key)}/{row['id']}", headers=JSON_HEADERS) if page.key and row.get("id") else None

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)


class Detail(Form):
    """``/organizations/{slug}/jobs/{id}``: a row with its text and department."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("job_post_url"), str) and "description" in page.json

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json]

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)


class Polymer(Platform):
    name = "polymer"
    hosts = ("polymer.co",)
    addresses = (r"^api\.polymer\.co/v1/hire/organizations/(?P<key>[\w-]+)", r"^jobs\.polymer\.co/(?P<key>[\w-]+)")
    not_keys = frozenset({"assets", "static", "api", "_next"})
    confirmed = "documentation"
    forms = (Listing(), Detail())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API.format(key)}?page=1&per_page={LIMIT}", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://jobs.polymer.co/{key}"
