"""PeopleStrong. A list by POST, texts one by one from the API; the pages are empty until a browser has run them.

The API names budgets and pay that the pages do not show, without currency or period and in mixed units: they are left alone.
"""

from typing import Any
from urllib.parse import quote

from itemloaders.processors import MapCompose

from crawler.fields.location import country_code
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Page,
    Platform,
    css,
    further,
    jmes,
    parts,
    xpath,
)

LIST = "{}/api/cp/rest/altone/cp/jobs/v1?offset={}&limit={}"
DETAIL = "{}/api/cp/rest/altone/cp/job/{}/v2?part=basic,organisational,descriprion,skill,qualification,language&isReqId=false"  # spelt so
LIMIT = 45  # rows
FACT = ".//span[contains(@class, 'text-cell')][contains(., '{}')]/following-sibling::span[1]/text()"
YEARS = r"^\s*(\d{1,2})\b[^a-zA-Z]*[yY]ear"


def asked(origin: str, start: int, size: int) -> Ask:
    return Ask(LIST.format(origin, start, size), json={}, headers=JSON_HEADERS)


def in_address(code: str) -> str:
    return code.replace("/", "_")


def place(text: str) -> str | None:
    """A place as it is written, of the way down to it: three steps from the country on.

    >>> place("India>HARYANA>Gurugram>Cluster 1>Gate 2"), place("APAC>India>Pune>Hybrid>Tower 1"), place("Pune, India")
    ('Gurugram, HARYANA, India', 'Hybrid, Pune, India', 'Pune, India')
    """
    steps = [step.strip() for step in text.split(">") if step.strip()]
    first = next((at for at, step in enumerate(steps) if country_code(step)), 0)
    return ", ".join(reversed(list(dict.fromkeys(steps[first : first + 3])))) or None


class Row(JsonForm):
    fields = [
        jmes("id", "jobCode", in_address),
        jmes("url", "jobDetailUrl"),
        jmes("url", "jobCode", lambda code: f"/job/detail/{quote(in_address(code))}"),
        jmes("requisition_id", "jobCode"),
        jmes("title", "jobTitle"),
        jmes("department", "organizationUnit"),
        jmes("employment_type", "employmentTenureType || employmentType"),
        jmes("experience_years_min", "expRange", re=YEARS),
        jmes("location", "locationHierarchyComplete || locationHierarchy", place),
        jmes("description_html", "jobDescription"),
        jmes("date_posted", "jobPostedDate || CandidatePortalStartDate"),
        jmes("valid_through", "jobClosureDate"),
    ]


class Listing(Row):
    """``/api/cp/rest/altone/cp/jobs/v1``; without postings there is no list in it."""

    body_keys = ("response",)
    rows_in = "type(response) == 'array' && response || `[]`"
    row_keys = ("jobCode", "jobTitle")
    total_in = "totalRecords"

    def next_asks(self, page: Page) -> list[Ask]:
        if page.query.get("offset", "0") != "0":
            return []
        size = int(page.query["limit"]) if page.query.get("limit", "").isdigit() else self.given(page)
        return [asked(page.origin, start, size) for start in further(self.advertised(page), size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        code = row.get("jobCode")
        return Ask(DETAIL.format(page.origin, quote(in_address(code))), headers=JSON_HEADERS) if isinstance(code, str) and code else None


class Detail(Row):
    """``/api/cp/rest/altone/cp/job/{code}/v2``; of a posting that is gone it says nothing."""

    rows_in = "response"
    row_texts = ("jobTitle", "jobDescription")


class Posting(HtmlForm):
    """``/job/detail/{code}`` after a browser has run it."""

    mark = "app-job-details"
    shows = "app-job-details .card-designation .title"
    rows_in = "app-job-details"
    fields = [
        css("id", ".job-code::text", MapCompose(in_address)),
        xpath("url", "//meta[@rel='canonical']/@href"),
        css("requisition_id", ".job-code::text"),
        css("title", ".card-designation .title"),
        css("department", ".card-designation .listing-inline li:first-child:not(:last-child)::text"),
        css("location", ".card-designation .listing-inline li:last-child::text"),
        xpath("experience_years_min", FACT.format("Experience"), re=YEARS),
        xpath("date_posted", FACT.format("Posted On")),
        xpath("valid_through", FACT.format("End Date")),
        parts(".//*[contains(concat(' ', @class, ' '), ' panel ')]", "(.//*[contains(@class, 'panel-title')])[1]", "(.//*[contains(@class, 'panel-body')])[1]"),
    ]


class PeopleStrong(Platform):
    name = "peoplestrong"
    hosts = ("peoplestrong.com",)
    not_keys = frozenset({"www", "static", "api", "hrms", "login", "s3"})
    confirmed = "recording"
    forms = (Listing(), Detail(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [asked(f"https://{key}.peoplestrong.com", 0, LIMIT)]

    board_page = "https://{key}.peoplestrong.com/job/joblist"
