"""Hireology. One public list a company with all texts; the postings of a group belong to its houses."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row, further, listed

API = "https://api.hireology.com/v2/public/careers/{}"
PAGE = "{}?page_size=500"


class Api(Form):
    """``/v2/public/careers/{slug}``."""

    def reads(self, page: Page) -> bool:
        if "career_site_url" in first_row(page.json, "data"):
            return True
        return page.get("data") == [] and page.get("count") == 0 and "hireology" in page.parts.netloc

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json, "data")

    def skips(self, row: Any) -> bool:
        return str(row.get("status") or "Open") != "Open"

    def total(self, page: Page) -> int | None:
        """What the list counts, less those that it names though they are not open."""
        count = count_at(page.json, "count")
        closed = sum(isinstance(row, dict) and self.skips(row) for row in page.json["data"])
        return None if count is None else max(count - closed, 0)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.get("page") not in (None, 1):
            return []
        pages = len(further(count_at(page.json, "count"), len(page.json["data"])))
        return [Ask(f"{PAGE.format(page.url.partition('?')[0])}&page={number}", headers=JSON_HEADERS) for number in range(2, pages + 2)]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "career_site_url")
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "organization.name")
        loader.add_jmes("department", "job_family.name")
        loader.add_jmes("employment_type", "employment_status")
        loader.add_jmes("location", "locations[?type(@) == 'string']")
        loader.add_jmes("locations", "locations[?type(@) == 'object'].{city: city, region: state}")
        loader.add_jmes("workplace", "remote == `true` && 'remote'")
        loader.add_jmes("description_html", "job_description")
        loader.add_jmes("date_posted", "created_at")


class Hireology(Platform):
    name = "hireology"
    hosts = ("hireology.com", "hireology.careers")
    addresses = (
        r"^api\.hireology\.com/v\d/(?:public/)?careers/(?P<key>[\w-]+)",
        r"^careers\.hireology\.com/(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.hireology\.careers(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "app", "jobs", "static", "assets", "js", "css"})
    confirmed = "documentation"
    forms = (Api(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(PAGE.format(API.format(key)), headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://careers.hireology.com/{key}"
