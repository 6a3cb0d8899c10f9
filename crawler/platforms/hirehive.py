"""HireHive. One list a company with texts and pay, a hundred postings a page; its careers page is guarded, the list is not."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    PAGES_MAX,
    Ask,
    Form,
    Page,
    Platform,
    count_at,
    dig,
    first_row,
    further,
    listed,
)

API = "https://{}.hirehive.com/api/v2/jobs"
PAGE = "{}?page={}&page_size=100"


class Api(Form):
    """``/api/v2/jobs``."""

    def reads(self, page: Page) -> bool:
        meta = page.get("meta")
        return isinstance(meta, dict) and "has_next_page" in meta and ("hosted_url" in first_row(page.json, "items") or (page.get("items") == [] and meta.get("total_items") == 0))

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json, "items")

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "meta", "total_items")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.get("meta", "page") != 1 or not page.get("meta", "has_next_page"):
            return []
        pages = count_at(page.json, "meta", "total_pages") or len(further(self.total(page), len(page.json["items"]))) + 1
        return [Ask(PAGE.format(page.url.partition("?")[0], number), headers=JSON_HEADERS) for number in range(2, min(pages, PAGES_MAX) + 1)]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "hosted_url")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "category.name")
        loader.add_jmes("employment_type", "type.[name, type]")
        loader.add_jmes("language", "language.code")
        loader.add_jmes("location", "location")
        loader.add_jmes("country", "country.code")
        if not loader.row.get("location"):
            loader.add_jmes("locations", "{region: state_code, country: country.code || country.name}")
        loader.add_jmes("workplace", "type.[name, type]")
        loader.add_jmes("salaries", "compensation_tiers[].{min: min_value, max: max_value, currency: currency_code, period: interval}")
        loader.add_jmes("salary_text", "salary")
        loader.add_value("description_html", dig(loader.row, "description", "html") or dig(loader.row, "description", "text"))
        loader.add_jmes("description", "description")  # given as plain text on some rows
        loader.add_jmes("date_posted", "published_date")


class HireHive(Platform):
    name = "hirehive"
    hosts = ("hirehive.com",)
    addresses = (r"^(?P<key>[\w-]+)\.hirehive\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "app", "assets", "docs", "help", "static", "status"})
    confirmed = "documentation"
    forms = (Api(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(PAGE.format(API.format(key), 1), headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.hirehive.com/"
