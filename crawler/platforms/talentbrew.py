"""TalentBrew (Radancy). A search under the company's own domain; the page says how its parts are asked for, in attributes.

The texts lie on the postings' pages, as JSON-LD.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import PAGES_MAX, Ask, Form, Page, Platform, count_at, further

LIMIT = 100  # rows
MARKS = ("talentbrew.com", "radancy", "tmpwebeng.com")
LINKS = "//*[@id='search-results-list']//a[contains(@href, '/job/')]"
# What a part of the search is asked by: its name, and what it is where the page does not say.
ASKED = {
    "ActiveFacetID": "0", "Distance": "50", "ShowRadius": "False", "CustomFacetName": "", "FacetTerm": "", "FacetType": "0",
    "SearchResultsModuleName": "Search Results", "SearchFiltersModuleName": "Search Filters", "SortCriteria": "0", "SortDirection": "0",
    "SearchType": "5", "PostalCode": "", "Keywords": "", "Location": "", "Latitude": "", "Longitude": "", "KeywordType": "", "LocationType": "",
    "LocationPath": "", "OrganizationIds": "",
}  # fmt: skip
JSON = {"Accept": "application/json", "X-Requested-With": "XMLHttpRequest"}


class Links(Form):
    """What both forms have in common: a list of links, with a place beside each."""

    source = "html"

    def links(self, page: Page) -> list[Selector]:
        raise NotImplementedError

    def rows(self, page: Page) -> list[Selector]:
        """The first link to each posting."""
        found: dict[str | None, Selector] = {}
        for link in self.links(page):
            found.setdefault(link.xpath("@href").get(), link)
        return list(found.values())

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath("@href").get()))

    def load(self, loader: PostingLoader) -> None:
        around = "ancestor-or-self::*[self::li or self::a][last()]"
        loader.add_xpath("id", "@data-job-id")
        loader.add_xpath("id", "@href", re=r"/(\d+)/?(?:\?|#|$)")
        loader.add_xpath("url", "@href")
        loader.add_xpath("title", "string(.//*[self::h2 or self::h3][1])")
        loader.add_xpath("title", "string(.)")
        loader.add_xpath("location", f"string((.//*[contains(@class, 'job-location')] | {around}//*[contains(@class, 'job-location')])[1])")


class Search(Links):
    """``/search-jobs``."""

    def reads(self, page: Page) -> bool:
        return "search-results" in page.text and any(mark in page.text for mark in MARKS) and (self.total(page) is not None or bool(self.links(page)))

    def links(self, page: Page) -> list[Selector]:
        return list(page.xpath(LINKS))

    def attribute(self, page: Page, name: str) -> str | None:
        return page.css(f"#search-results::attr(data-{name})").get()

    def total(self, page: Page) -> int | None:
        return count_at(self.attribute(page, "total-job-results") or self.attribute(page, "total-results"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The whole search in large parts where the page says how, else its further pages."""
        total, address = self.total(page), self.attribute(page, "ajax-url")
        if "p" in page.query or not total or total <= len(self.rows(page)):
            return []
        if not address:
            pages = min(count_at(self.attribute(page, "total-pages")) or 1, total, PAGES_MAX)
            return [Ask(f"{page.url}{'&' if page.parts.query else '?'}p={number}") for number in range(2, pages + 1)]
        asked = {name: self.attribute(page, attribute(name)) or other for name, other in ASKED.items()}
        parts = ({**asked, "CurrentPage": start // LIMIT + 1, "RecordsPerPage": LIMIT} for start in (0, *further(total, LIMIT)))
        return [Ask(f"{page.join(address)}?{urlencode(part)}", headers=JSON) for part in parts]


def attribute(name: str) -> str:
    """How the page writes a parameter of the search.

    >>> attribute("ActiveFacetID"), attribute("ShowRadius")
    ('active-facet-id', 'show-radius')
    """
    return "".join(f"-{char.lower()}" if char.isupper() and not before.isupper() else char.lower() for before, char in zip(f"A{name}", name, strict=False)).lstrip("-")


class Results(Links):
    """``/search-jobs/results``: a part of the search, as HTML in JSON."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("results"), str) and "hasJobs" in page.json

    def links(self, page: Page) -> list[Selector]:
        return list(Selector(text=page.json["results"] or " ").xpath("//a[contains(@href, '/job/')]"))


class TalentBrew(Platform):
    name = "talentbrew"
    confirmed = "documentation"
    forms = (Search(), Results())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}/search-jobs")]
