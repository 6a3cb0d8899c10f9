"""Phenom. Sites under companies' own domains; the search page holds its rows in a script, the posting's page its text."""

import re
from collections.abc import Iterable

from crawler.platforms.base import Ask, HtmlForm, JsonForm, Offsets, Page, Platform, dig, jmes

BASE = re.compile(r'"baseUrl"\s*:\s*"([^"]{8,200})"')
LOCALE = re.compile(r"/[a-z]{2,6}/[a-z]{2}(?:[_-][a-z]{2,4})?(?=/|$)", re.IGNORECASE)
COMPANY = "meta[property='og:site_name']::attr(content)"  # companyName is whatever unit of it the posting belongs to
NAME = re.compile(r'"pageName"\s*:\s*"(home|search-results)"')
PARTLY = re.compile(r".*\b\d\d? ?%.*", re.DOTALL)  # "Remote Eligible up to 20%"
CAP = 10_000  # rows; a page that reaches so far is empty, and says a total of 0
WIDGET = {"ddoKey": "refineSearch", "pageName": "search-results", "siteType": "external", "deviceType": "desktop"}


def base(page: Page) -> str:
    """What the addresses of a site begin with: ``https://careers.acme.example/global/en``."""
    said = BASE.search(page.text)
    url = said[1].replace("\\/", "/").rstrip("/") if said else ""
    if url.startswith(page.origin):
        return url
    asked = page.ask.json if page.ask else None
    match = LOCALE.match(f"/{dig(asked, 'country')}/{str(dig(asked, 'lang'))[:2]}" if asked else page.parts.path)
    return page.origin + (match[0] if match else "")


class Row(JsonForm):
    fields = [
        jmes("id", "jobId || reqId || jobSeqNo"),
        jmes("url", "here || join('/job/', [base, to_string(jobSeqNo || jobId)])"),
        jmes("apply_url", "applyUrl"),
        jmes("requisition_id", "reqId"),
        jmes("title", "title"),
        jmes("company", "company"),
        jmes("department", "department || category"),
        jmes("employment_type", "type || jobType"),
        jmes("language", "locale", lambda locale: locale.partition("_")[0]),
        jmes("location", "multi_location || multi_location_array[].location || location || cityStateCountry || cityState"),
        jmes("locations", "standardised_multi_location[].{city: standardisedCity, region: standardisedState, country: standardisedCountry}"),
        jmes("locations", "!multi_location && !multi_location_array && !standardised_multi_location && (state || !location) && {city: city, region: state, country: country}"),
        jmes("workplace", "[remoteType, RemoteType, checkRemote]", lambda text: PARTLY.sub("hybrid", text)),
        jmes("description_html", "description"),
        jmes("date_posted", "postedDate || dateCreated"),
    ]


class Search(Row):
    """``/{country}/{language}/search-results``, ten rows a page."""

    mark = "phApp.ddo"
    state = "ddo.eagerLoadRefineSearch"
    rows_in = "data.jobs"
    total_in = "totalHits"
    beside = {"base": base, "company": lambda page: page.css(COMPANY).get()}
    paging = Offsets("from", also={"s": 1})
    detail_in = "(jobSeqNo || jobId) && join('/job/', [base, to_string(jobSeqNo || jobId)])"

    def advertised(self, page: Page) -> int | None:
        total = super().advertised(page)
        return total if total is None else min(total, CAP)

    def total(self, page: Page) -> int | None:
        return super().advertised(page)

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) >= CAP


class Widgets(Search):
    """``/widgets``, where search pages ask for rows that they do not hold."""

    source = "api"
    mark = ""
    state = ""
    rows_in = "refineSearch.data.jobs"
    total_in = "refineSearch.totalHits"
    paging = Offsets("from", body=True)


class Posting(Row):
    """``/{country}/{language}/job/{number}/{title}``."""

    mark = "phApp.ddo"
    state = "ddo.jobDetail.data.job"
    row_texts = ("title",)
    beside = {"here": lambda page: page.base, "company": lambda page: page.css(COMPANY).get()}


class Shell(HtmlForm):
    """The first page of a site, which leads to the search; a search page that fetches its rows by itself."""

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

    page_urls = "https://{key}/"
