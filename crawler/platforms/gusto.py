"""Gusto's hosted boards. Plain pages; the texts are on the postings' own."""

from collections.abc import Callable
from typing import Any

from crawler.fields.employment import read_employment_type
from crawler.general.notices import says_none
from crawler.general.outline import outline_of
from crawler.loaders import texts
from crawler.platforms.base import HtmlForm, Page, Platform, css, made, parts, xpath

ID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"


def facts(query: str, kind: bool) -> Callable[[Any], list[str]]:
    """The facts at *query*: kinds of employment, else places, which nothing but their words tells apart."""

    def read(row: Any) -> list[str]:
        found = texts(part for text in row.xpath(query).getall() for part in text.split("·"))
        return [text for text in found if bool(read_employment_type(text)) is kind]

    return read


class Board(HtmlForm):
    """``jobs.gusto.com/boards/{company}``."""

    mark = "job_boards-show"
    shows = 'body[data-action="job_boards-show"]'
    rows_in = 'a[href*="/postings/"]:has(h3)'
    next_in = "a[rel=next]::attr(href)"
    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=ID),
        xpath("url", "@href"),
        css("title", "h3::text"),
        xpath("company", "//*[@id='job-board-header']//h1/text()"),
        made("employment_type", facts(".//p/text()", kind=True)),
        made("location", facts(".//p/text()", kind=False)),
    ]

    def reads(self, page: Page) -> bool:
        return self.marked(page) and bool(page.css(self.shows))

    def total(self, page: Page) -> int | None:
        return None if page.css("a[rel=next]") or "page" in page.query else self.given(page) or None

    def says_empty(self, page: Page) -> bool:
        return not self.rows(page) and says_none(outline_of(page.selector.root).blocks)


class Posting(HtmlForm):
    """``jobs.gusto.com/postings/{company}-{title}-{id}``."""

    mark = "job_postings-show"
    shows = 'body[data-action="job_postings-show"]'
    fields = [
        css("id", "[data-slug]::attr(data-slug)", re=ID),
        xpath("url", "//meta[@name='og:url']/@value | //meta[@property='og:url']/@content"),
        xpath("apply_url", "//a[contains(@href, '/applicants/new')]/@href"),
        xpath("title", "//h1/span[2]/text()"),
        xpath("company", "//h1/span[1]/text()"),
        xpath("company_url", "//h1//a[contains(@rel, 'ugc')]/@href"),
        made("employment_type", facts("//h1/span[3]/text()", kind=True)),
        made("location", facts("//h1/span[3]/text()", kind=False)),
        parts("//h1/following-sibling::div[h3 or p]", title="h3", body="*[not(self::h3)]"),
    ]


class Gusto(Platform):
    name = "gusto"
    hosts = ("jobs.gusto.com",)
    addresses = (r"^jobs\.gusto\.com/boards/(?P<key>[\w-]+)",)
    confirmed = "recording"
    forms = (Board(), Posting())
    page_urls = "https://jobs.gusto.com/boards/{key}"
