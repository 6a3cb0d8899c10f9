"""UKG Pro Recruiting (UltiPro). The list asks by POST; texts and pay are in the page of each posting, in a script's call."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, dig, further, jmes, json_at

SEARCH = "JobBoardView/LoadSearchResults"
NEWEST = {"Value": "postedDateDesc", "PropertyName": "PostedDate", "Ascending": False}
BASE = re.compile(r"^https?://[\w.-]+/[^/]+/JobBoard/[0-9a-f-]{36}", re.IGNORECASE)
CALL = re.compile(r"CandidateOpportunityDetail\(\s*(?=\{)")
PLACE = "{city: Address.City, region: Address.State.Code || Address.State.Name, country: Address.Country.Code || Address.Country.Name}"
WORKPLACE = "JobLocationType == `0` && 'hybrid' || JobLocationType == `1` && 'onsite' || JobLocationType == `2` && 'remote' || null"
FIGURES = "min: PayRange.PayRangeMinimum || PayRangeMinimum, max: PayRange.PayRangeMaximum || PayRangeMaximum, currency: PayRangeCurrencyCode"


def ask_for(base: str, start: int) -> Ask:
    search = {"Top": 50, "Skip": start, "QueryString": "", "OrderBy": [NEWEST], "Filters": []}
    return Ask(f"{base}/{SEARCH}", json={"opportunitySearch": search}, headers=JSON_HEADERS)


def base(page: Page) -> str | None:
    match = BASE.match(page.url)
    return match[0] if match else None


class Listing(JsonForm):
    """``/JobBoardView/LoadSearchResults``."""

    rows_in = "opportunities"
    row_keys = ("Id", "Title", "JobCategoryName")
    total_in = "totalCount"
    beside = {"base": base}
    detail_in = "base && Id && join('/OpportunityDetail?opportunityId=', [base, to_string(Id)])"
    fields = [
        jmes("id", "Id"),
        jmes("url", "base && Id && join('/OpportunityDetail?opportunityId=', [base, Id])"),
        jmes("requisition_id", "RequisitionNumber"),
        jmes("title", "Title"),
        jmes("company", "company"),
        jmes("department", "JobCategoryName"),
        jmes("employment_type", "FullTime == `true` && 'full-time' || FullTime == `false` && 'part-time' || null"),
        jmes("location", "Locations[].[LocalizedDescription || LocalizedName][]"),
        jmes("locations", f"Locations[].{PLACE}"),
        jmes("workplace", WORKPLACE),
        jmes("date_posted", "JobBoardMemberships[?PublishedExternal].ExternalPostedDate || PostedDate"),
    ]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        board, asked = base(page), dig(page.ask and page.ask.json, "opportunitySearch", "Skip")
        return [ask_for(board, start) for start in further(self.total(page), self.given(page))] if board and not asked else []

    def may_be_empty(self, page: Page) -> bool:
        return super().may_be_empty(page) and base(page) is not None


class Posting(JsonForm):
    """``/OpportunityDetail?opportunityId=``."""

    source = "html"
    row_keys = ("Id", "Title")
    beside = {"base": base, "company": lambda page: page.css("img[data-automation^='navbar-'][data-automation$='-logo']::attr(alt)").get()}
    fields = [
        *Listing.fields,
        jmes("salaries", f"PayRangeVisible == `true` && {{{FIGURES}, period: Salaried == `true` && 'YEAR' || null}}"),
        jmes("description_html", "Description"),
        jmes("date_modified", "UpdatedDate"),
    ]

    def body(self, page: Page) -> Any:
        match = CALL.search(page.text)
        return json_at(page.text, match.end()) if match else None


class UKG(Platform):
    name = "ukg"
    hosts = ("ultipro.com", "ultipro.ca", "rec.pro.ukg.net")
    addresses = (r"^(?P<host>[\w.-]+)/(?P<tenant>\w+)/JobBoard/(?P<key>[0-9a-f]{8}-[0-9a-f-]{27})",)
    confirmed = "recording"
    forms = (Listing(), Posting())

    def make_key(self, match: re.Match[str]) -> str:
        """``recruiting2/ACM1000ACME/3f1c…``: the tenant keeps its case."""
        return f"{match['host'].lower().removesuffix('.ultipro.com')}/{match['tenant']}/{match['key'].lower()}"

    def starts(self, key: str) -> list[Ask]:
        return [ask_for(self.board_url(key), 0)]

    def board_url(self, key: str) -> str:
        host, tenant, board = key.split("/")
        return f"https://{host if '.' in host else f'{host}.ultipro.com'}/{tenant}/JobBoard/{board}"
