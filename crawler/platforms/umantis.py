"""Umantis. Ten postings a page in a table; how many there are, no page says. The texts lie on pages of each company's own making."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.platforms.base import Ask, HtmlForm, Page, Platform, count_at, made, xpath

LIMIT = 10  # rows
PAGES = 500
TABLE = re.compile(r'"TableNr"\s*:\s*"?(\d+)|\btc(\d+)=p\d+')
LAST = re.compile(r'"TableTo"\s*:\s*"?(\d+)')  # the number of the last row of a page, counted from the first page on
PLACE = ("anstellungsort", "arbeitsort", "standort", "ort", "location", "lieu", "localité", "località", "luogo", "sede")
KIND = ("art", "beschäftigungsart", "employment category", "employment type", "type d'emploi", "tipo di impiego")


def fact(link: Selector, icon: str, labels: tuple[str, ...]) -> str | None:
    """What the row of *link* says beside an *icon* or one of *labels*."""
    for item in link.xpath("ancestor::tr[1]//li"):
        label = " ".join((item.css(".visually-hidden").xpath("string(.)").get() or "").split()).rstrip(":").lower()
        if label in labels or (not label and item.css(f"i.{icon}")):
            return item.css(".column-value").xpath("string(.)").get()
    return None


class Listing(HtmlForm):
    """``/Jobs/All``."""

    mark = "HSTableLinkSubTitle"
    rows_in = "a.HSTableLinkSubTitle[href*='/Vacancies/']"
    fields = [
        xpath("id", "@href", re=r"/Vacancies/(\d+)"),
        xpath("url", "@href", re=r"^[^?#]+"),
        xpath("title", "string(.)"),
        xpath("title", "@aria-label"),
        made("employment_type", lambda link: fact(link, "icon-jobtype", KIND)),
        made("location", lambda link: fact(link, "icon-department", PLACE)),
    ]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The next page, when this one is full and is the one that was asked for: beyond the last, the last comes again."""
        match, to = TABLE.search(page.text), LAST.search(page.text)
        table = match and (match[1] or match[2])
        number = count_at((page.query.get(f"tc{table}") or "p1").removeprefix("p")) or 1
        last = count_at(to[1]) if to else None
        if not table or self.given(page) < LIMIT or number >= PAGES or (last is not None and last < LIMIT * number):
            return []
        return [Ask(f"{page.base}?tc{table}=p{number + 1}")]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath("@href").get().partition("?")[0]))


class Umantis(Platform):
    name = "umantis"
    hosts = ("umantis.com",)
    addresses = (r"^(?P<key>[\w-]+(?:\.[a-z]{2})?)\.umantis\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "app", "static", "cdn", "mail", "help"})
    confirmed = "documentation"
    forms = (Listing(),)
    page_urls = "https://{key}.umantis.com/Jobs/All"
    board_page = "https://{key}.umantis.com/"
