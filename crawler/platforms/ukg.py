"""UKG Pro Recruiting (UltiPro). The list asks by POST; texts and pay are in the page of each posting, in a script's call."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    beside,
    count_at,
    dig,
    first_row,
    further,
    json_at,
    listed,
)

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


class Listing(Form):
    """``/JobBoardView/LoadSearchResults``."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json, "opportunities")
        known = {"Id", "Title", "JobCategoryName"} <= first.keys()
        return known or (base(page) is not None and page.get("opportunities") == [] and self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "opportunities"), base=base(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "totalCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        board, asked = base(page), dig(page.ask and page.ask.json, "opportunitySearch", "Skip")
        if board is None or asked:
            return []
        return [ask_for(board, start) for start in further(self.total(page), len(listed(page.json, "opportunities")))]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number = row.get("Id")
        return Ask(f"{row['base']}/OpportunityDetail?opportunityId={number}") if row["base"] and number else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "Id")
        loader.add_jmes("url", "base && Id && join('/OpportunityDetail?opportunityId=', [base, Id])")
        loader.add_jmes("requisition_id", "RequisitionNumber")
        loader.add_jmes("title", "Title")
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "JobCategoryName")
        loader.add_jmes("employment_type", "FullTime == `true` && 'full-time' || FullTime == `false` && 'part-time' || null")
        loader.add_jmes("location", "Locations[].[LocalizedDescription || LocalizedName][]")
        loader.add_jmes("locations", f"Locations[].{PLACE}")
        loader.add_jmes("workplace", WORKPLACE)
        loader.add_jmes("date_posted", "JobBoardMemberships[?PublishedExternal].ExternalPostedDate || PostedDate")


class Posting(Listing):
    """``/OpportunityDetail?opportunityId=``."""

    source = "html"

    def found(self, page: Page) -> Any:
        match = CALL.search(page.text)
        return json_at(page.text, match.end()) if match else None

    def reads(self, page: Page) -> bool:
        return {"Id", "Title"} <= (self.found(page) or {}).keys()

    def rows(self, page: Page) -> Iterable[Any]:
        company = page.css("img[data-automation^='navbar-'][data-automation$='-logo']::attr(alt)").get()
        return beside([self.found(page)], base=base(page), company=company)

    def total(self, page: Page) -> int | None:
        return None

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None

    def load(self, loader: PostingLoader) -> None:
        super().load(loader)
        loader.add_jmes("salaries", f"PayRangeVisible == `true` && {{{FIGURES}, period: Salaried == `true` && 'YEAR' || null}}")
        loader.add_jmes("description_html", "Description")
        loader.add_jmes("date_modified", "UpdatedDate")


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
