"""Gusto's hosted boards. Plain pages; the texts are on the postings' own."""

from collections.abc import Iterable
from typing import Any

from crawler.fields.employment import read_employment_type
from crawler.general.notices import says_none
from crawler.general.outline import outline_of
from crawler.loaders import PostingLoader, texts
from crawler.platforms.base import Ask, Form, Page, Platform, headed

ID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"


class Board(Form):
    """``jobs.gusto.com/boards/{company}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "job_boards-show" in page.text and bool(page.css('body[data-action="job_boards-show"]'))

    def rows(self, page: Page) -> Any:
        return page.css('a[href*="/postings/"]:has(h3)')

    def total(self, page: Page) -> int | None:
        return None if page.css("a[rel=next]") or "page" in page.query else len(self.rows(page)) or None

    def says_empty(self, page: Page) -> bool:
        return not self.rows(page) and says_none(outline_of(page.selector.root).blocks)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        link = page.css("a[rel=next]::attr(href)").get()
        return [Ask(page.join(link))] if link else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.attrib["href"]))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=ID)
        loader.add_xpath("url", "@href")
        loader.add_css("title", "h3::text")
        loader.add_xpath("company", "//*[@id='job-board-header']//h1/text()")
        load_facts(loader, loader.row.css("p::text").getall())


def load_facts(loader: PostingLoader, facts: list[str]) -> None:
    """Places and the kind of employment, which nothing but their words tells apart."""
    for text in texts(facts):
        loader.add_value("employment_type" if read_employment_type(text) else "location", text)


class Posting(Form):
    """``jobs.gusto.com/postings/{company}-{title}-{id}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "job_postings-show" in page.text and bool(page.css('body[data-action="job_postings-show"]'))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        loader.add_css("id", "[data-slug]::attr(data-slug)", re=ID)
        loader.add_xpath("url", "//meta[@name='og:url']/@value | //meta[@property='og:url']/@content")
        loader.add_xpath("apply_url", "//a[contains(@href, '/applicants/new')]/@href")
        loader.add_xpath("title", "//h1/span[2]/text()")
        loader.add_xpath("company", "//h1/span[1]/text()")
        loader.add_xpath("company_url", "//h1//a[contains(@rel, 'ugc')]/@href")
        load_facts(loader, [part for text in row.xpath("//h1/span[3]/text()").getall() for part in text.split("·")])
        for part in row.xpath("//h1/following-sibling::div[h3 or p]"):
            loader.add_value("description_html", headed(part.xpath("normalize-space(h3)").get(), "".join(part.xpath("*[not(self::h3)]").getall())))


class Gusto(Platform):
    name = "gusto"
    hosts = ("jobs.gusto.com",)
    addresses = (r"^jobs\.gusto\.com/boards/(?P<key>[\w-]+)",)
    confirmed = "recording"
    forms = (Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://jobs.gusto.com/boards/{key}")]
