"""Manatal (careers-page.com). Twenty rows a page, with their texts; no dates; pay without its period, not always for everybody."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, count_at, first_row, further

API = "https://www.careers-page.com/api/v1.0/c/{}/jobs/?page={}&page_size={}"
LIMIT = 20  # rows, the most there are
OWN_API = re.compile(r"/api/v1\.0/c/([\w-]+)/jobs")


class Api(Form):
    """``/api/v1.0/c/{company}/jobs/``."""

    def reads(self, page: Page) -> bool:
        row = first_row(page.json, "results")
        # Without a posting nothing but the address tells whose list it is.
        return ("position_name" in row and "hash" in row) or (page.get("results") == [] and OWN_API.search(page.parts.path) is not None)

    def rows(self, page: Page) -> Iterable[Any]:
        company = OWN_API.search(page.parts.path)
        return beside(page.json["results"], company=company[1] if company else page.key)

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "count")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        size = len(page.json["results"])
        if page.query.get("page", "1") != "1" or not page.get("next"):
            return []
        base = page.url.partition("?")[0]
        return [Ask(f"{base}?page={number}&page_size={size}", headers=JSON_HEADERS) for number, _ in enumerate(further(self.total(page), size), 2)]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "join('/', ['https://www.careers-page.com', company, 'job', hash])")
        loader.add_jmes("title", "position_name")
        loader.add_jmes("location", "location_display")
        loader.add_jmes("locations", "{city: city, region: state, country: country}")
        loader.add_jmes("salaries", "is_salary_visible == `true` && {min: salary_min, max: salary_max, currency: currency_code}")
        loader.add_jmes("description_html", "description")


class Manatal(Platform):
    name = "manatal"
    hosts = ("careers-page.com",)
    addresses = (
        r"^(?:www\.)?careers-page\.com/api/v1\.0/c/(?P<key>[\w-]+)",
        r"^(?:www\.)?careers-page\.com/(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.careers-page\.com(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "assets", "static", "media", "job", "jobs", "login"})
    confirmed = "recording"
    forms = (Api(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(API.format(key, 1, LIMIT), headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://www.careers-page.com/{key}"
