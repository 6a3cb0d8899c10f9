"""Careers sites: a search in a table or as tiles, and the postings' pages with microdata.

The table is known from a recording, the rest from public readers of it that agree.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode, urlsplit

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, further
from crawler.platforms.successfactors.search import ask_for

NUMBER = r"/job/[^?#]*?/(\d+)(?:-\w+)?/?(?:[?#]|$)"
BARE = r"^[^?#]+"  # an address without what tells where its reader came from
SEARCH = "/search/?q=&sortColumn=referencedate&sortDirection=desc&startrow=0"
MADE_BY = ("rmkcdn.successfactors.", "j2w.init(")  # in the scripts of a page
LOCALE = re.compile(r"[?&;]locale=([a-z]{2}_[A-Z]{2})\b")


def is_site(page: Page) -> bool:
    return any(mark in page.text for mark in MADE_BY)


def first(css_class: str, tile: str) -> str:
    """XPath of what a row says: in a table by class, in a tile by id, in both once for desktops and once for telephones."""
    tiles = f".//*[contains(@id, '-{tile}')]"
    return f"string((.//*[contains(@class, '{css_class}')] | {tiles}[contains(@id, '-value')] | {tiles}/div)[1])"


class Listing(Form):
    """``/search/``: a table, or tiles whose later pages are fragments."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "jobTitle-link" in page.text and bool(self.rows(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("tr.data-row:has(a.jobTitle-link), li.job-tile:has(a.jobTitle-link)")

    def total(self, page: Page) -> int | None:
        label = page.xpath("string((//*[contains(@class, 'paginationLabel') or @id = 'tile-search-results-label'])[1])").get("")
        # The total is no smaller than the rows that the label names, wherever its language puts it.
        return max((int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d,.\u00a0]*", label)), default=None)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("startrow", "0") != "0":
            return []
        starts = further(self.total(page), len(list(self.rows(page))))
        path = re.sub("/search/$", "/tile-search-results/", page.parts.path) if page.css("li.job-tile") else page.parts.path
        return [Ask(page.join(f"{path}?{urlencode({**page.query, 'startrow': start})}")) for start in starts]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.css("a.jobTitle-link").attrib["href"]))

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a.jobTitle-link::attr(href)", re=NUMBER)
        loader.add_css("url", "a.jobTitle-link::attr(href)")
        loader.add_xpath("title", "string((.//a[contains(@class, 'jobTitle-link')])[1])")
        loader.add_xpath("department", first("jobDepartment", "section-dep"))
        loader.add_xpath("location", first("jobLocation", "section-location"))
        loader.add_xpath("date_posted", first("jobDate", "section-date"))


class Posting(Form):
    """``/job/{words}/{number}/``. Its microdata stand without their frame on some sites: the general readers need that."""

    source = "microdata"

    def reads(self, page: Page) -> bool:
        return "itemprop" in page.text and is_site(page) and bool(page.css("[itemprop=description]"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_value("id", loader.base_url, re=NUMBER)
        loader.add_value("url", loader.base_url, re=BARE)
        loader.add_xpath("title", "string((//*[@itemprop = 'title'])[1])")
        loader.add_css("title", "h1::text")
        loader.add_css("location", "[itemprop=streetAddress]::attr(content)")
        loader.add_css("location", ".jobGeoLocation::text")
        loader.add_xpath("description_html", "(//*[@itemprop = 'description'])[1]")
        loader.add_css("date_posted", "[itemprop=datePosted]::attr(content)")
        loader.add_css("valid_through", "[itemprop=validThrough]::attr(content)")


class Site(Form):
    """Any other page of a site: leads to the search, and a search drawn by a script to its JSON, in every language."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return is_site(page) and ("rmk-jobs-search" in page.text or "/search" not in page.parts.path)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if "rmk-jobs-search" in page.text:
            return [ask_for(page, locale, 0) for locale in dict.fromkeys(LOCALE.findall(page.text) or ["en_US"])]
        link = page.css("form[action*='/search/']::attr(action), a[href*='/search/']::attr(href)").get("")
        return [Ask(page.join(urlsplit(link).path.partition("/search/")[0] + SEARCH))]
