"""HRMOS. Cards of postings with the beginnings of their texts, a hundred a page; the rest on the postings' pages, as JSON-LD."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, further

COUNT = re.compile(r"全\s*([\d,]+)\s*件中\s*([\d,]+)\s*件")
NAME = "string(//*[contains(@class, 'sg-corporate-name')])"


class Listing(Form):
    """``/pages/{company}/jobs``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return ("pg-list-cassette" in page.text and bool(self.rows(page))) or ("sg-unavailable-notifier" in page.text and self.says_empty(page))

    def rows(self, page: Page) -> list[Selector]:
        return [row for row in page.css(".pg-list-cassette") if row.css("a[href*='/jobs/']")]

    def counts(self, page: Page) -> tuple[int, int] | None:
        """How many postings there are, and how many of them the page shows."""
        match = COUNT.search(page.xpath("string(//*[contains(@class, 'pg-count')])").get() or "")
        return (int(match[1].replace(",", "")), int(match[2].replace(",", ""))) if match else None

    def total(self, page: Page) -> int | None:
        counts = self.counts(page)
        return counts[0] if counts else None

    def says_empty(self, page: Page) -> bool:
        return self.total(page) == 0 or (not self.rows(page) and bool(page.css(".sg-unavailable-notifier")) and not page.css("#jsi-joblist"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        counts = self.counts(page)
        if counts is None or "page" in page.query:
            return []
        return [Ask(f"{page.url.partition('?')[0]}?page={number}") for number in range(2, len(further(*counts)) + 2)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.css("a[href*='/jobs/']::attr(href)").get()))

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a[href*='/jobs/']::attr(href)", re=r"/jobs/([\w.-]+)")
        loader.add_css("url", "a[href*='/jobs/']::attr(href)")
        loader.add_xpath("title", "string(.//h2)")
        loader.add_xpath("company", NAME, re=r"^\s*(.+?)\s*(?:すべての)?(?:求人一覧)?\s*$")
        loader.add_css("employment_type", ".sg-tags li:not(.sg-tag-location)::text")
        loader.add_css("location", ".sg-tag-location::text")
        loader.add_css("description_html", ".pg-list-cassette-body")


class Hrmos(Platform):
    name = "hrmos"
    hosts = ("hrmos.co",)
    addresses = (r"^hrmos\.co/pages/(?P<key>[\w-]+)",)
    confirmed = "documentation"
    forms = (Listing(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://hrmos.co/pages/{key}/jobs")]
