"""Umantis. Ten postings a page in a table; how many there are, no page says. The texts lie on pages of each company's own making."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, count_at

LIMIT = 10  # rows
PAGES = 500
TABLE = re.compile(r'"TableNr"\s*:\s*"?(\d+)|\btc(\d+)=p\d+')
PLACE = ("anstellungsort", "arbeitsort", "standort", "ort", "location", "lieu", "localité", "località", "luogo", "sede")
KIND = ("art", "beschäftigungsart", "employment category", "employment type", "type d'emploi", "tipo di impiego")


class Listing(Form):
    """``/Jobs/All``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "HSTableLinkSubTitle" in page.text and bool(self.rows(page))

    def rows(self, page: Page) -> list[Selector]:
        return list(page.css("a.HSTableLinkSubTitle[href*='/Vacancies/']"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The next page, when this one is full and is the one that was asked for: beyond the last, the last comes again."""
        match = TABLE.search(page.text)
        table = match and (match[1] or match[2])
        number = count_at((page.query.get(f"tc{table}") or "p1").removeprefix("p")) or 1
        last = to(page)
        if not table or len(self.rows(page)) < LIMIT or number >= PAGES or (last is not None and last < LIMIT * number):
            return []
        return [Ask(f"{page.url.partition('?')[0]}?tc{table}=p{number + 1}")]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath("@href").get().partition("?")[0]))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=r"/Vacancies/(\d+)")
        loader.add_xpath("url", "@href", re=r"^[^?#]+")
        loader.add_xpath("title", "string(.)")
        loader.add_xpath("title", "@aria-label")
        loader.add_value("employment_type", fact(loader.row, "icon-jobtype", KIND))
        loader.add_value("location", fact(loader.row, "icon-department", PLACE))


def to(page: Page) -> int | None:
    """The number of the last row that *page* shows, counted from the first page on."""
    match = re.search(r'"TableTo"\s*:\s*"?(\d+)', page.text)
    return count_at(match[1]) if match else None


def fact(link: Selector, icon: str, labels: tuple[str, ...]) -> str | None:
    """What the row of *link* says beside an *icon* or one of *labels*."""
    for item in link.xpath("ancestor::tr[1]//li"):
        label = " ".join((item.css(".visually-hidden").xpath("string(.)").get() or "").split()).rstrip(":").lower()
        if label in labels or (not label and item.css(f"i.{icon}")):
            return item.css(".column-value").xpath("string(.)").get()
    return None


class Umantis(Platform):
    name = "umantis"
    hosts = ("umantis.com",)
    addresses = (r"^(?P<key>[\w-]+(?:\.[a-z]{2})?)\.umantis\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "app", "static", "cdn", "mail", "help"})
    confirmed = "documentation"
    forms = (Listing(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{self.board_url(key)}Jobs/All")]

    def board_url(self, key: str) -> str:
        return f"https://{key}.umantis.com/"
