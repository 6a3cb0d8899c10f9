"""HERP. All postings of a company on one page, with the beginnings of their texts; the rest on the postings' pages, as JSON-LD."""

from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform


class Listing(Form):
    """``/v1/{company}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "requisition-list" in page.text and bool(page.css(".requisition-list"))

    def rows(self, page: Page) -> list[Selector]:
        """The cards of postings; those of groups look alike."""
        return [row for row in page.css(".requisition-list-card") if "/requisition-groups/" not in (row.css(HREF).get() or "/requisition-groups/")]

    def total(self, page: Page) -> int | None:
        return len({row.css(HREF).get() for row in self.rows(page)})

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.css(HREF).get()))

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", HREF, re=r"/v1/[^/]+/([^/?#]+)")
        loader.add_css("url", HREF)
        loader.add_xpath("title", "string(.//h2)")
        loader.add_xpath("company", "//meta[@property='og:site_name']/@content")
        loader.add_css("department", ".career-page-group-name-tag__text::text")
        loader.add_css("description_html", ".requisition-list-card__text")


HREF = "a.requisition-list-card__header-anchor::attr(href)"


class Herp(Platform):
    name = "herp"
    hosts = ("herp.careers",)
    addresses = (r"^herp\.careers/v1/(?P<key>[\w-]+)",)
    confirmed = "documentation"
    forms = (Listing(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://herp.careers/v1/{key}")]
