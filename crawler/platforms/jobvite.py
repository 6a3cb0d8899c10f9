"""Jobvite. Pages only: a search of fifty rows a page that says how many there are, texts on the postings' own pages.

``/{company}/jobs`` shows a part of large groups only and leads to the search for the rest.
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform

NUMBER = r"/job/(\w+)"
LISTS = "contains(@class, 'jv-job-list') or contains(@class, 'jv-job-item') or contains(@class, 'jv-featured-job')"
ROW = "//tr[td[contains(@class, 'jv-job-list-location')]]"
LINKS = f"//*[{LISTS}]/descendant-or-self::*/a[contains(@href, '/job/')] | {ROW}//a[contains(@href, '/job/')]"
PLACES = "*[contains(@class, 'jv-job-list-location') or contains(@class, 'jv-featured-job-location')]"
PLACE = f"(ancestor::tr[1] | ancestor::li[1] | self::a)//{PLACES}[1]"
META = "//*[contains(@class, 'jv-job-detail-meta')]"
HEADING = "ancestor::*[self::table or self::ul][1]/preceding-sibling::*[1][self::h2 or self::h3 or self::h4]//text()"
SEVERAL = r"(?i)^(?!\s*\d+ locations?\s*$)[\s\S]+"


class Listing(Form):
    """``/{company}/search``, ``/{company}/jobs`` and ``/careers/{company}/jobs``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "jv-" in page.text and (bool(self.rows(page)) or self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath(LINKS)

    def total(self, page: Page) -> int | None:
        total = page.css(".jv-pagination-text::text").re_first(r"of\s+([\d,]+)")
        return int(total.replace(",", "")) if total else None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        link = "a[href*='/search?c=']" if self.total(page) is None else "a.jv-pagination-next"
        more = page.css(f"{link}::attr(href)").getall()
        return [Ask(page.join(url)) for url in dict.fromkeys(more)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.attrib["href"]))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=NUMBER)
        loader.add_xpath("url", "@href")
        loader.add_css("title", ".jv-job-list-name::text")
        loader.add_xpath("title", "text()")
        loader.add_xpath("department", HEADING)
        loader.add_xpath("location", f"normalize-space({PLACE})", re=SEVERAL)


class Posting(Form):
    """``/{company}/job/{id}``; what is not here is in the page's JSON-LD."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "jv-job-detail" in page.text and bool(page.css(".jv-header"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_value("id", loader.base_url, re=NUMBER)
        loader.add_value("url", loader.base_url)
        loader.add_css("apply_url", "a.jv-button-apply::attr(href)")
        loader.add_css("requisition_id", ".jv-job-detail-meta::text", re=r"Req\.\s*Num\.:\s*(\S+)")
        loader.add_css("title", ".jv-header::text")
        loader.add_xpath("department", f"{META}[*[contains(@class, 'jv-inline-separator')]]/text()[1]")
        loader.add_css("description_html", ".jv-job-detail-description")


class Jobvite(Platform):
    name = "jobvite"
    hosts = ("jobvite.com",)
    addresses = (r"^jobs\.jobvite\.com/(?:careers/)?(?P<key>[\w-]+)",)
    not_keys = frozenset({"careers", "api", "help", "support", "search", "__assets__", "companyjobs", "www"})
    confirmed = "recording"
    markers = {"data-careersite": r"data-careersite=[\"']([\w-]{2,80})[\"']"}
    forms = (Listing(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://jobs.jobvite.com/{path}") for path in (f"{key}/search?q=", f"{key}/jobs", f"careers/{key}/jobs")]

    def board_url(self, key: str) -> str:
        return f"https://jobs.jobvite.com/{key}"
