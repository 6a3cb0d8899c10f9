"""Oracle Recruiting Cloud. Two hundred rows a page, paging inside the finder, texts one by one in three parts.

A board is a site of a host; its key is ``<host>/<site>``, the host without ``.oraclecloud.com``.
API: https://docs.oracle.com/en/cloud/saas/human-resources/farws/api-recruiting-ce-job-requisitions.html
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, unquote

from crawler.loaders import PostingLoader, jmes
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, count_at, further, headed, listed

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
PARTS = (
    (None, "ExternalDescriptionStr"),
    ("Responsibilities", "ExternalResponsibilitiesStr"),
    ("Qualifications", "ExternalQualificationsStr"),
    ("About Us", "CorporateDescriptionStr"),
    (None, "OrganizationDescriptionStr"),
)


class Requisition(Form):
    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "Id")
        loader.add_jmes("url", "site && Id && join('/job/', [site, to_string(Id)])")
        loader.add_jmes("requisition_id", "Id")
        loader.add_jmes("title", "Title")
        loader.add_jmes("company", "LegalEmployer")
        loader.add_jmes("department", "[Department, Category, JobFunction, JobFamily]")
        loader.add_jmes("employment_type", f"[JobSchedule, JobType, ContractType, WorkerType, {KIND}][]")
        loader.add_jmes("language", "ContentLocale")
        loader.add_jmes("location", "[PrimaryLocation, secondaryLocations[].Name][]")
        loader.add_jmes("country", "!secondaryLocations && PrimaryLocationCountry")
        loader.add_jmes("workplace", "[WorkplaceTypeCode, WorkplaceType]")
        loader.add_jmes("salary_text", PAY)
        for title, part in PARTS:
            loader.add_value("description_html", headed(title, jmes(part)(loader.row)))
        loader.add_jmes("date_posted", "ExternalPostedStartDate || PostedDate")
        loader.add_jmes("valid_through", "ExternalPostedEndDate || PostingEndDate")


class Listing(Requisition):
    """``recruitingCEJobRequisitions``: one object that holds the search, and in it the page of rows."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("items", 0, "requisitionList"), list) or page.get("items", 0, "TotalJobsCount") == 0

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "items", 0, "requisitionList"), site=site_url(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "items", 0, "TotalJobsCount")

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) > CAP

    def next_asks(self, page: Page) -> Iterable[Ask]:
        size, name = len(listed(page.json, "items", 0, "requisitionList")), site(page)
        if not name or finder(page, "offset") not in (None, "0"):
            return []
        return [ask_for(page.origin, name, start) for start in further(self.total(page), size) if start < CAP]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number, name = row.get("Id"), site(page)
        return Ask(API.format(page.origin, TEXT.format(quote(str(number)), name)), headers=JSON_HEADERS) if number and name else None


class Detail(Requisition):
    """``recruitingCEJobRequisitionDetails``."""

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[Any]:
        found = [row for row in (page.get("items", 0), page.json) if isinstance(row, dict) and "ExternalDescriptionStr" in row and "Title" in row]
        return beside(found[:1], site=site_url(page))


class Site(Form):
    """A page of a site, under its own domain or not: where the API is, and the number that the site's name stands for."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        origin, number = ORIGIN.search(page.text), NUMBER.search(page.text)
        return [ask_for(origin[1], number[1], 0)] if origin and number else []


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
