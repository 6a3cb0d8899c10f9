"""Phenom. Sites under companies' own domains; the search page holds its rows in a script, the posting's page its text."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, beside, count_at, dig, further, listed

BASE = re.compile(r'"baseUrl"\s*:\s*"([^"]{8,200})"')
LOCALE = re.compile(r"/[a-z]{2,6}/[a-z]{2}(?:[_-][a-z]{2,4})?(?=/|$)", re.IGNORECASE)
COMPANY = "meta[property='og:site_name']::attr(content)"  # companyName is whatever unit of it the posting belongs to
NAME = re.compile(r'"pageName"\s*:\s*"(home|search-results)"')
PARTLY = re.compile(r".*\b\d\d? ?%.*", re.DOTALL)  # "Remote Eligible up to 20%"
CAP = 10_000  # rows; a page that reaches so far is empty, and says a total of 0
WIDGET = {"ddoKey": "refineSearch", "pageName": "search-results", "siteType": "external", "deviceType": "desktop"}


def ddo(page: Page, *path: str) -> Any:
    return dig(page.states.get("ddo"), *path) if "phApp.ddo" in page.text else None


def base(page: Page) -> str:
    """What the addresses of a site begin with: ``https://careers.acme.example/global/en``."""
    said = BASE.search(page.text)
    url = said[1].replace("\\/", "/").rstrip("/") if said else ""
    if url.startswith(page.origin):
        return url
    asked = page.ask.json if page.ask else None
    match = LOCALE.match(f"/{dig(asked, 'country')}/{str(dig(asked, 'lang'))[:2]}" if asked else page.parts.path)
    return page.origin + (match[0] if match else "")


class Search(Form):
    """``/{country}/{language}/search-results``, ten rows a page."""

    source = "html"

    def found(self, page: Page) -> Any:
        return ddo(page, "eagerLoadRefineSearch")

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.found(page), "data", "jobs"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(self.found(page), "data", "jobs"), base=base(page), company=page.css(COMPANY).get())

    def total(self, page: Page) -> int | None:
        return count_at(self.found(page), "totalHits")

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) >= CAP

    def starts(self, page: Page) -> list[int]:
        size = len(listed(self.found(page), "data", "jobs"))
        return [start for start in further(self.total(page), size) if start + size < CAP]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("from", "0") != "0":
            return []
        url = page.url.partition("?")[0]
        return [Ask(f"{url}?{urlencode({**page.query, 'from': start, 's': 1})}") for start in self.starts(page)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number = row.get("jobSeqNo") or row.get("jobId")
        return Ask(f"{row['base']}/job/{number}") if number else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "jobId || reqId || jobSeqNo")
        loader.add_jmes("url", "here || join('/job/', [base, to_string(jobSeqNo || jobId)])")
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("requisition_id", "reqId")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "department || category")
        loader.add_jmes("employment_type", "type || jobType")
        loader.add_jmes("language", "locale", lambda locale: locale.partition("_")[0])
        loader.add_jmes("location", "multi_location || multi_location_array[].location || location || cityStateCountry || cityState")
        loader.add_jmes("locations", "standardised_multi_location[].{city: standardisedCity, region: standardisedState, country: standardisedCountry}")
        loader.add_jmes("locations", "!multi_location && !multi_location_array && !standardised_multi_location && (state || !location) && {city: city, region: state, country: country}")
        loader.add_jmes("workplace", "[remoteType, RemoteType, checkRemote]", lambda text: PARTLY.sub("hybrid", text))
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "postedDate || dateCreated")


class Widgets(Search):
    """``/widgets``, where search pages ask for rows that they do not hold."""

    source = "api"

    def found(self, page: Page) -> Any:
        return page.get("refineSearch")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        asked = page.ask.json if page.ask else None
        if not isinstance(asked, dict) or asked.get("from") != 0:
            return []
        return [Ask(page.url, json={**asked, "from": start}) for start in self.starts(page)]


class Posting(Search):
    """``/{country}/{language}/job/{number}/{title}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(ddo(page, "jobDetail", "data", "job", "title"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([ddo(page, "jobDetail", "data", "job")], here=page.url.partition("?")[0], company=page.css(COMPANY).get())

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


class Shell(Form):
    """The first page of a site, which leads to the search; a search page that fetches its rows by itself."""

    source = "html"

    def name(self, page: Page) -> str:
        match = NAME.search(page.text) if '"widgetApiEndpoint"' in page.text else None
        return match[1] if match else ""

    def reads(self, page: Page) -> bool:
        return bool(self.name(page))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if self.name(page) == "home":
            return [Ask(f"{base(page)}/search-results")]
        country, _, language = base(page).removeprefix(f"{page.origin}/").partition("/")
        place = {"country": country, "lang": f"{language}_{country}"} if language else {}
        return [Ask(f"{page.origin}/widgets", json={**WIDGET, **place, "jobs": True, "counts": True, "from": 0, "size": 500})]


class Phenom(Platform):
    name = "phenom"  # every board is under a company's own domain: known by its pages alone
    confirmed = "recording"
    forms = (Search(), Posting(), Widgets(), Shell())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}/")]
