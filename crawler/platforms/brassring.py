"""BrassRing. The page of a board holds a token and sets cookies; with both, its search gives fifty postings a page, with their texts.

A board is a site of a partner; its key is ``<partner>/<site>``, with the host before it where that is not the common one.
Most fields have numbers for names, and each partner means another thing by them: those are not read.
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Page, Platform, dig, further, jmes, listed

HOST = "sjobs"
LIMIT = 50  # rows
SEARCH = "/TgNewUI/Search/Ajax/"
TOKEN = re.compile(r"__RequestVerificationToken\"[^>]{0,200}\bvalue=\"([^\"]+)\"")
BOARD = r"(?=.*[?&]partnerid=(?P<key>\d+))(?=.*[?&]siteid=(?P<site>\d+))"


class Home(HtmlForm):
    """``/TGnewUI/Search/Home/Home``: no posting, but what the search wants to be shown."""

    def reads(self, page: Page) -> bool:
        return "__RequestVerificationToken" in page.text and "/tgnewui/" in f"{page.url} {page.text}".lower() and bool(TOKEN.search(page.text))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        token, board = TOKEN.search(page.text), re.search(BOARD, page.url, re.IGNORECASE)
        if token is None or board is None:
            return []
        cookies = (line.decode("latin-1").partition(";")[0] for line in page.response.headers.getlist("Set-Cookie"))
        body: dict[str, Any] = {
            "PartnerId": board["key"], "SiteId": board["site"], "Keyword": "", "Location": "", "KeywordCustomSolrFields": "", "LocationCustomSolrFields": "",
            "FacetFilterFields": {"Facet": []}, "TurnOffHttps": False, "Latitude": 0, "Longitude": 0, "PowerSearchOptions": {"PowerSearchOption": []},
            "encryptedsessionvalue": "",
        }  # fmt: skip
        headers = {**JSON_HEADERS, "X-Requested-With": "XMLHttpRequest", "RFT": token[1], "Referer": page.url, "Cookie": "; ".join(cookies)}
        return [Ask(f"{page.origin}{SEARCH}MatchedJobs", json=body, headers={name: value for name, value in headers.items() if value})]


class Search(JsonForm):
    """``MatchedJobs``, the best matches first, and ``ProcessSortAndShowMoreJobs``, page by page in a fixed order."""

    rows_in = "Jobs.Job"
    total_in = "JobsCount"
    fields = [
        jmes("id", "said.reqid"),
        jmes("url", "Link"),
        jmes("requisition_id", "said.autoreq"),
        jmes("title", "said.jobtitle"),
        jmes("department", "said.department"),
        jmes("description", "said.jobdescription"),
        jmes("date_modified", "said.lastupdated"),
    ]

    def reads(self, page: Page) -> bool:
        return self.total(page) is not None and (isinstance(self.found(page), list) or (page.get("Jobs") is None and self.total(page) == 0))

    def rows(self, page: Page) -> list[Any]:
        """Each posting with its answers by the names of the questions, in small letters."""
        return [{**row, "said": answers(row)} if isinstance(row, dict) else row for row in listed(page.json, "Jobs", "Job")]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """All pages in one order, the first one too: that of the best matches would leave gaps."""
        if page.ask is None or not page.ask.url.endswith("MatchedJobs") or not self.rows(page):
            return []
        pages = len(further(self.total(page), LIMIT)) + 1
        board = {"partnerId": dig(page.ask.json, "PartnerId"), "siteId": dig(page.ask.json, "SiteId")}
        order = {"pageSize": LIMIT, "sortField": "lastupdated", "sortOrder": "desc"}
        url = page.ask.url.replace("MatchedJobs", "ProcessSortAndShowMoreJobs")
        return [Ask(url, json={**board, "pageNumber": number, **order}, headers=page.ask.headers) for number in range(1, pages + 1 if pages > 1 else 1)]


def answers(row: dict[str, Any]) -> dict[str, Any]:
    pairs = [(dig(one, "QuestionName"), dig(one, "Value")) for one in listed(row, "Questions")]
    return {name.lower(): value for name, value in pairs if isinstance(name, str)}


class BrassRing(Platform):
    name = "brassring"
    hosts = ("brassring.com",)
    addresses = (rf"^(?P<host>[\w-]+)\.brassring\.com/tgnewui/{BOARD}",)
    confirmed = "one source"
    forms = (Search(), Home())

    def make_key(self, match: re.Match[str]) -> str | None:
        host = match["host"].lower()
        return f"{'' if host == HOST else f'{host}/'}{match['key']}/{match['site']}"

    def starts(self, key: str) -> list[Ask]:
        *host, partner, site = key.split("/")
        return [Ask(f"https://{host[0] if host else HOST}.brassring.com/TGnewUI/Search/Home/Home?partnerid={partner}&siteid={site}")]
