"""The search behind a board's page, which wants a token; and the page of a posting."""

from collections.abc import Iterable
from typing import Any

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Offsets, Page, dig, jmes, listed
from crawler.platforms.dayforce.feed import plain

SITE = "https://jobs.dayforcehcm.com"
# Where a posting has a place of its own (1), those of the whole company (2) stand beside it.
PLACES = "(postingLocations[?locationType == `1`] || postingLocations)"
STATE = "__NEXT_DATA__.props.pageProps"


def posting_page(page: Page) -> str | None:
    """What the addresses of the board's postings begin with."""
    asked = page.ask.json if page.ask else None
    return f"{SITE}/{dig(asked, 'cultureCode') or 'en-US'}/{page.key}/jobs" if page.key and "/" in page.key else None


class Search(JsonForm):
    """``/api/geo/{tenant}/jobposting/search``, 25 a page; its texts are whole."""

    rows_in = "jobPostings"
    row_keys = ("jobPostingId", "jobTitle")
    total_in = "maxCount"
    beside = {"page": posting_page}
    paging = Offsets("paginationStart", body=True)
    fields = [
        jmes("id", "jobPostingId || number"),
        jmes("url", "page && join('/', [page, to_string(jobPostingId || number)])"),
        jmes("requisition_id", "jobReqId"),
        jmes("title", "jobTitle"),
        jmes("location", f"{PLACES}[].formattedAddress"),
        jmes("locations", f"{PLACES}[].{{city: cityName, region: stateCode, country: isoCountryCode}}"),
        jmes("workplace", "hasVirtualLocation == `true` && 'remote' || null"),
        jmes("description", "jobDescription", plain),
        jmes("description_html", "jobPostingContent.[jobDescriptionHeader, jobDescription, jobDescriptionFooter]"),
        jmes("date_posted", "postingStartTimestampUTC"),
        jmes("valid_through", "postingExpiryTimestampUTC"),
    ]


class Posting(JsonForm):
    """``jobs.dayforcehcm.com/{locale}/{tenant}/{board}/jobs/{number}``."""

    state = STATE
    rows_in = "jobData"
    row_texts = ("jobTitle",)
    beside = {"page": lambda page: page.base.rpartition("/")[0], "number": lambda page: page.base.rpartition("/")[2]}
    fields = Search.fields


class Board(JsonForm):
    """``jobs.dayforcehcm.com/{tenant}/{board}``: what its script asks for is asked for here, a token first."""

    state = STATE

    def found(self, page: Page) -> Any:
        queries = listed(self.body(page), "dehydratedState", "queries")
        return next((dig(query, "state", "data") for query in queries if dig(query, "queryKey", 0) == "site-info"), None)

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.found(page), "jobBoardCode"), str) and dig(self.found(page), "isDisabled") is not True

    def next_asks(self, page: Page) -> Iterable[Ask]:
        culture = dig(self.found(page), "cultureCode")
        return [Ask(f"{SITE}/api/auth/csrf", headers={**JSON_HEADERS, "Accept-Language": str(culture or "en-US")})]


class Token(JsonForm):
    """``/api/auth/csrf``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("csrfToken"), str) and page.url == f"{SITE}/api/auth/csrf"

    def next_asks(self, page: Page) -> Iterable[Ask]:
        tenant, _, board = (page.key or "").partition("/")
        cookies = [value.decode("latin-1").partition(";")[0] for value in page.response.headers.getlist("Set-Cookie")]
        culture = page.ask.headers.get("Accept-Language") if page.ask else None
        search = {"clientNamespace": tenant, "jobBoardCode": board, "cultureCode": culture or "en-US", "distanceUnit": 0, "paginationStart": 0}
        headers = {**JSON_HEADERS, "X-CSRF-Token": page.get("csrfToken"), "Cookie": "; ".join(cookies)}
        return [Ask(f"{SITE}/api/geo/{tenant}/jobposting/search", json=search, headers=headers)] if board else []
