"""PeopleStrong. A list by POST, texts one by one from the API; the pages are empty until a browser has run them.

The API names budgets and pay that the pages do not show, without currency or period and in mixed units: they are left alone.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from itemloaders.processors import MapCompose

from crawler.fields.location import country_code
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row, further, headed, listed

LIST = "{}/api/cp/rest/altone/cp/jobs/v1?offset={}&limit={}"
DETAIL = "{}/api/cp/rest/altone/cp/job/{}/v2?part=basic,organisational,descriprion,skill,qualification,language&isReqId=false"  # spelt so
LIMIT = 45  # rows
YEARS = r"^\s*(\d{1,2})\b[^a-zA-Z]*[yY]ear"


class Listing(Form):
    """``/api/cp/rest/altone/cp/jobs/v1``; without postings there is no list in it."""

    def reads(self, page: Page) -> bool:
        row = first_row(page.json, "response")
        return ("jobCode" in row and "jobTitle" in row) or (not page.get("response") and "response" in (page.json or ()) and page.get("totalRecords") == 0)

    def rows(self, page: Page) -> list[Any]:
        return listed(page.json, "response")

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "totalRecords")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("offset", "0") != "0":
            return []
        size = count_at(page.query, "limit") or len(self.rows(page))
        return [asked(page.origin, start, size) for start in further(self.total(page), size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        code = row.get("jobCode")
        return Ask(DETAIL.format(page.origin, quote(in_address(code))), headers=JSON_HEADERS) if isinstance(code, str) and code else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "jobCode", in_address)
        loader.add_jmes("url", "jobDetailUrl")
        loader.add_jmes("url", "jobCode", lambda code: f"/job/detail/{quote(in_address(code))}")
        loader.add_jmes("requisition_id", "jobCode")
        loader.add_jmes("title", "jobTitle")
        loader.add_jmes("department", "organizationUnit")
        loader.add_jmes("employment_type", "employmentTenureType || employmentType")
        loader.add_jmes("experience_years_min", "expRange", re=YEARS)
        loader.add_jmes("location", "locationHierarchyComplete || locationHierarchy", place)
        loader.add_jmes("description_html", "jobDescription")
        loader.add_jmes("date_posted", "jobPostedDate || CandidatePortalStartDate")
        loader.add_jmes("valid_through", "jobClosureDate")


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


class Detail(Listing):
    """``/api/cp/rest/altone/cp/job/{code}/v2``; of a posting that is gone it says nothing."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("response", "jobTitle"), str) and isinstance(page.get("response", "jobDescription"), str)

    def rows(self, page: Page) -> list[Any]:
        return [page.json["response"]]

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


class Posting(Form):
    """``/job/detail/{code}`` after a browser has run it."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "app-job-details" in page.text and bool(page.css("app-job-details .card-designation .title"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("app-job-details")[:1]

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", ".job-code::text", MapCompose(in_address))
        loader.add_xpath("url", "//meta[@rel='canonical']/@href")
        loader.add_css("requisition_id", ".job-code::text")
        loader.add_css("title", ".card-designation .title")
        loader.add_css("department", ".card-designation .listing-inline li:first-child:not(:last-child)::text")
        loader.add_css("location", ".card-designation .listing-inline li:last-child::text")
        for name, label, pattern in (("experience_years_min", "Experience", YEARS), ("date_posted", "Posted On", None), ("valid_through", "End Date", None)):
            loader.add_xpath(name, f".//span[contains(@class, 'text-cell')][contains(., '{label}')]/following-sibling::span[1]/text()", re=pattern)
        for part in loader.row.css(".panel"):
            loader.add_value("description_html", headed(part.css(".panel-title").xpath("normalize-space()").get(), part.css(".panel-body").get()))


class PeopleStrong(Platform):
    name = "peoplestrong"
    hosts = ("peoplestrong.com",)
    addresses = (r"^(?P<key>[\w-]+)\.peoplestrong\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "static", "api", "hrms", "login", "s3"})
    confirmed = "recording"
    forms = (Listing(), Detail(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [asked(f"https://{key}.peoplestrong.com", 0, LIMIT)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.peoplestrong.com/job/joblist"
