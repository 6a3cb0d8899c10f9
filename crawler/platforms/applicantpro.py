"""ApplicantPro, isolved Hire and ApplicantPool: one software. The page of a board names its number, under which list and texts lie.

The key is the company's name for ApplicantPro, else the whole host.
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row, listed

HOST = "applicantpro.com"
NUMBER = re.compile(r"\bdomain_?id[\"']?\s*:\s*[\"']?(\d+)", re.IGNORECASE)
OPEN = "getParams=%7B%22isInternal%22%3A0%7D"


class Board(Form):
    """``/jobs/``: no posting, but the number of the board."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return ("courierCurrentRouteData" in page.text or "job-listings" in page.text) and bool(NUMBER.search(page.text))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        match = NUMBER.search(page.text)
        number = count_at(page.states, "courierCurrentRouteData", "domain_id") or (match and match[1])
        return [Ask(page.join(f"/core/jobs/{number}?{OPEN}"), headers=JSON_HEADERS)] if number else []


class Listing(Form):
    """``/core/jobs/{number}``, the whole board."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json, "data", "jobs")
        return {"jobUrl", "title"} <= first.keys() or (page.get("data", "jobs") == [] and count_at(page.json, "data", "jobCount") == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json, "data", "jobs")

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "data", "jobCount")

    def detail(self, page: Page, row: Any) -> Ask | None:
        board = page.parts.path.rstrip("/").rpartition("/")[2]
        return Ask(page.join(f"/core/jobs/{board}/{row['id']}/job-details"), headers=JSON_HEADERS) if row.get("id") and board.isdigit() else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "jobUrl")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "orgTitle || classification")
        loader.add_jmes("employment_type", "employmentType")
        loader.add_jmes("location", "jobLocation")
        loader.add_jmes("locations", "{city: city, region: stateName || abbreviation, country: iso3}")
        loader.add_jmes("workplace", "workplaceType")
        loader.add_jmes("salaries", "{min: minSalary, max: maxSalary, period: payTypeFrame}")
        loader.add_jmes("date_posted", "startDateRef")
        if not loader.row.get("untilFilled"):
            loader.add_jmes("valid_through", "endDateRef")


class Detail(Form):
    """``/core/jobs/{number}/{id}/job-details``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("data", "title"), str) and "advertisingDescriptionHtml" in page.json["data"]

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json["data"]]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("title", "title")
        loader.add_jmes("description_html", "advertisingDescriptionHtml || description || advertisingDescription")
        loader.add_jmes("benefits", "benefits")
        loader.add_jmes("date_posted", "startDateRef")


class ApplicantPro(Platform):
    name = "applicantpro"
    hosts = (HOST, "isolvedhire.com", "applicantpool.com")
    addresses = (
        rf"^www\.{HOST}/openings/(?P<key>[\w-]+)",
        rf"^(?P<key>[\w-]+)\.{HOST}(?:/|\?|$)",
        r"^(?P<key>[\w-]+\.(?:isolvedhire|applicantpool)\.com)(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "app", "admin", "feeds", "www.isolvedhire.com", "www.applicantpool.com"})
    confirmed = "documentation"
    forms = (Listing(), Detail(), Board())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}/jobs/" if "." in key else f"https://{key}.{HOST}/jobs/")]
