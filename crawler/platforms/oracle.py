"""Oracle Recruiting Cloud. Two hundred rows a page, paging inside the finder, texts one by one in three parts.

A board is a site of a host; its key is ``<host>/<site>``, the host without ``.oraclecloud.com``.
API: https://docs.oracle.com/en/cloud/saas/human-resources/farws/api-recruiting-ce-job-requisitions.html
"""

import re
from typing import Any
from urllib.parse import quote, unquote

from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Page, Platform, further, jmes, section

API = "{}/hcmRestApi/resources/latest/recruitingCEJobRequisition{}"
LIST = "s?onlyData=true&expand=requisitionList.secondaryLocations&finder=findReqs;siteNumber={},limit={},offset={},sortBy=POSTING_DATES_DESC"
TEXT = "Details?onlyData=true&expand=all&finder=ById;Id=%22{}%22,siteNumber={}"
LIMIT = 200  # rows
CODE = re.compile(r"cx(?:_\d+)?", re.IGNORECASE).fullmatch  # of a site that has no name; addresses spell it either way
CAP = 10_000  # rows; offsets from here on give none, whatever the total says
ORIGIN = re.compile(r"""apiBaseUrl["']?\s*[:=]\s*["'](https://[\w.-]+\.oraclecloud\w*\.(?:com|eu))""", re.IGNORECASE)
NUMBER = re.compile(r"""siteNumber["']?\s*[:=]\s*["']([\w.-]+)""", re.IGNORECASE)
# Fields that employers add themselves, by what they call them.
FLEX = "(requisitionFlexFields.items || requisitionFlexFields)[?Prompt && ({})].Value"
KIND = FLEX.format("contains(Prompt, 'mployment Type') || contains(Prompt, 'Time Type')")
PAY = FLEX.format("contains(Prompt, 'alary') || contains(Prompt, 'Pay Range') || contains(Prompt, 'ompensation')")


def finder(page: Page, name: str) -> str | None:
    """A parameter of the finder in the address of *page*."""
    match = re.search(rf"[;,]{name}=([^,;&]*)", unquote(page.parts.query))
    return match[1] if match else None


def site(page: Page) -> str | None:
    found = finder(page, "siteNumber") or page.get("items", 0, "SiteNumber")
    return found if isinstance(found, str) else None


def site_url(page: Page) -> str | None:
    """The site as a person sees it, by the address of its API."""
    return f"{page.origin}/hcmUI/CandidateExperience/en/sites/{name}" if (name := site(page)) else None


def ask_for(origin: str, name: str, start: int) -> Ask:
    return Ask(API.format(origin, LIST.format(name, LIMIT, start)), headers=JSON_HEADERS)


class Requisition(JsonForm):
    fields = [
        jmes("id", "Id"),
        jmes("url", "site && Id && join('/job/', [site, to_string(Id)])"),
        jmes("requisition_id", "Id"),
        jmes("title", "Title"),
        jmes("company", "LegalEmployer"),
        jmes("department", "[Department, Category, JobFunction, JobFamily]"),
        jmes("employment_type", f"[JobSchedule, JobType, ContractType, WorkerType, {KIND}][]"),
        jmes("language", "ContentLocale"),
        jmes("location", "[PrimaryLocation, secondaryLocations[].Name][]"),
        jmes("country", "!secondaryLocations && PrimaryLocationCountry"),
        jmes("workplace", "[WorkplaceTypeCode, WorkplaceType]"),
        jmes("salary_text", PAY),
        section("ExternalDescriptionStr"),
        section("ExternalResponsibilitiesStr", "Responsibilities"),
        section("ExternalQualificationsStr", "Qualifications"),
        section("CorporateDescriptionStr", "About Us"),
        section("OrganizationDescriptionStr"),
        jmes("date_posted", "ExternalPostedStartDate || PostedDate"),
        jmes("valid_through", "ExternalPostedEndDate || PostingEndDate"),
    ]


class Listing(Requisition):
    """``recruitingCEJobRequisitions``: one object that holds the search, and in it the page of rows."""

    rows_in = "items[0].requisitionList"
    total_in = "items[0].TotalJobsCount"
    beside = {"site": site_url}

    def reads(self, page: Page) -> bool:
        return super().reads(page) or self.advertised(page) == 0

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) > CAP

    def next_asks(self, page: Page) -> list[Ask]:
        size, name = self.given(page), site(page)
        if not name or finder(page, "offset") not in (None, "0"):
            return []
        return [ask_for(page.origin, name, start) for start in further(self.total(page), size) if start < CAP]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number, name = row.get("Id"), site(page)
        return Ask(API.format(page.origin, TEXT.format(quote(str(number)), name)), headers=JSON_HEADERS) if number and name else None


class Detail(Requisition):
    """``recruitingCEJobRequisitionDetails``."""

    rows_in = "items[0] || @"
    row_keys = ("ExternalDescriptionStr", "Title")
    beside = {"site": site_url}


class Site(HtmlForm):
    """A page of a site, under its own domain or not: where the API is, and the number that the site's name stands for."""

    def reads(self, page: Page) -> bool:
        return bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        origin, number = ORIGIN.search(page.text), NUMBER.search(page.text)
        return [ask_for(origin[1], number[1], 0)] if origin and number else []


class Oracle(Platform):
    name = "oracle"
    hosts = ("oraclecloud.com", "oraclecloud.eu", "oraclecloud26.com")
    addresses = (
        r"^(?P<host>[\w.-]+?)(?:\.oraclecloud\.com)?/hcmUI/CandidateExperience/[^/?]+/sites/(?P<key>[\w.-]+)",
        r"^(?P<host>[\w.-]+?)(?:\.oraclecloud\.com)?/hcmRestApi/.*[;,]siteNumber=(?P<key>[\w.-]+)",
    )
    fold_keys = False
    confirmed = "recording"
    forms = (Listing(), Detail(), Site())

    def make_key(self, match: re.Match[str]) -> str | None:
        code = match["key"]
        return f"{match['host'].lower()}/{code.upper() if CODE(code) else code}"

    def starts(self, key: str) -> list[Ask]:
        """A number that is none is ignored by the API, and all sites of the company answer: a name is looked up first."""
        url, name = self.board_url(key), key.rpartition("/")[2]
        asks = [ask_for(url.partition("/hcmUI")[0], name, 0), Ask(url)]
        return asks if CODE(name) else asks[::-1]

    def board_url(self, key: str) -> str:
        host, _, name = key.partition("/")
        full = host if "oraclecloud" in host else f"{host}.oraclecloud.com"
        return f"https://{full}/hcmUI/CandidateExperience/en/sites/{name}"
