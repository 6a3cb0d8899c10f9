"""The search behind a board's page, which wants a token; and the page of a posting."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, beside, count_at, dig, first_row, further, listed
from crawler.platforms.dayforce.feed import plain

SITE = "https://jobs.dayforcehcm.com"
# Where a posting has a place of its own (1), those of the whole company (2) stand beside it.
PLACES = "(postingLocations[?locationType == `1`] || postingLocations)"


def posting_page(page: Page) -> str | None:
    """What the addresses of the board's postings begin with."""
    asked = page.ask.json if page.ask else None
    return f"{SITE}/{dig(asked, 'cultureCode') or 'en-US'}/{page.key}/jobs" if page.key and "/" in page.key else None


class Search(Form):
    """``/api/geo/{tenant}/jobposting/search``, 25 a page; its texts are whole."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json, "jobPostings")
        return {"jobPostingId", "jobTitle"} <= first.keys() or (page.get("jobPostings") == [] and self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "jobPostings"), page=posting_page(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "maxCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or not isinstance(page.ask.json, dict) or page.ask.json.get("paginationStart") != 0:
            return
        for start in further(self.total(page), len(listed(page.json, "jobPostings"))):
            yield Ask(page.ask.url, json={**page.ask.json, "paginationStart": start}, headers=page.ask.headers)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "jobPostingId || number")
        loader.add_jmes("url", "page && join('/', [page, to_string(jobPostingId || number)])")
        loader.add_jmes("requisition_id", "jobReqId")
        loader.add_jmes("title", "jobTitle")
        loader.add_jmes("location", f"{PLACES}[].formattedAddress")
        loader.add_jmes("locations", f"{PLACES}[].{{city: cityName, region: stateCode, country: isoCountryCode}}")
        loader.add_jmes("workplace", "hasVirtualLocation == `true` && 'remote' || null")
        loader.add_jmes("description", "jobDescription", plain)
        loader.add_jmes("description_html", "jobPostingContent.[jobDescriptionHeader, jobDescription, jobDescriptionFooter]")
        loader.add_jmes("date_posted", "postingStartTimestampUTC")
        loader.add_jmes("valid_through", "postingExpiryTimestampUTC")


class Posting(Search):
    """``jobs.dayforcehcm.com/{locale}/{tenant}/{board}/jobs/{number}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(state(page, "jobData", "jobTitle"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        where, _, number = page.url.partition("?")[0].rpartition("/")
        return beside([state(page, "jobData")], page=where, number=number)

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()


class Board(Form):
    """``jobs.dayforcehcm.com/{tenant}/{board}``: what its script asks for is asked for here, a token first."""

    source = "html"

    def found(self, page: Page) -> Any:
        queries = listed(state(page), "dehydratedState", "queries")
        return next((dig(query, "state", "data") for query in queries if dig(query, "queryKey", 0) == "site-info"), None)

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.found(page), "jobBoardCode"), str) and dig(self.found(page), "isDisabled") is not True

    def next_asks(self, page: Page) -> Iterable[Ask]:
        culture = dig(self.found(page), "cultureCode")
        return [Ask(f"{SITE}/api/auth/csrf", headers={**JSON_HEADERS, "Accept-Language": str(culture or "en-US")})]


class Token(Form):
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


def state(page: Page, *path: str) -> Any:
    return dig(page.states.get("__NEXT_DATA__"), "props", "pageProps", *path) if "__NEXT_DATA__" in page.text else None
