"""Business Edition: ten rows a page; the postings' own pages have structured data."""

from collections.abc import Iterable
from typing import Any

from crawler.fields.employment import employment_type_of_text
from crawler.fields.location import read_location
from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page

ROWS = 10  # of Business Edition on one page
MORE = "{}?org={}&cws={}&next&rowFrom={}&act=null&sortColumn=null&sortOrder=null"


class Business(Form):
    """``/ats/careers/v2/searchResults``. What stands under a title, and in which order, is the employer's choice."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "oracletaleocwsv2" in page.text and (bool(self.rows(page)) or self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath("//*[contains(@class, 'oracletaleocwsv2-accordion-head-info')][.//a[contains(@href, 'rid=')]]")

    def total(self, page: Page) -> int | None:
        total = page.css(".oracletaleocwsv2-panel-number::text").re_first(r"^\s*([\d,]+)\s*$")
        return int(total.replace(",", "")) if total else None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        start = int(page.query.get("rowFrom") or 0) + ROWS
        org, cws = page.query.get("org"), page.query.get("cws")
        more = bool(page.css("a.jscroll-next")) or start < (self.total(page) or 0)
        return [Ask(page.join(MORE.format(page.parts.path, org, cws, start)))] if org and cws and more and self.rows(page) else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath(".//a[contains(@href, 'rid=')]/@href").get()))

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a::attr(href)", re=r"[?&]rid=(\d+)")
        loader.add_css("url", "a[href*='rid=']::attr(href)")
        loader.add_css("title", "a[href*='rid=']::text")
        loader.add_value("company_key", loader.base_url, re=r"[?&]org=([\w-]+)")
        rest = [text for cell in loader.row.xpath("div") if (text := cell.xpath("normalize-space()").get())]
        kind = next((text for text in rest if employment_type_of_text(f"\n{text}")), None)
        place = next((text for text in rest if text != kind and read_location(text) != read_location("")), None)
        others = [text for text in rest if text not in (kind, place)]
        loader.add_value("department", others[0] if len(others) == 1 and place else None)
        loader.add_value("employment_type", kind)
        loader.add_value("location", place)
