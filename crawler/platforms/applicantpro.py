"""ApplicantPro, isolved Hire and ApplicantPool: one software. The page of a board names its number, under which list and texts lie.

The key is the company's name for ApplicantPro, else the whole host.
"""

import re

from crawler.platforms.base import HtmlForm, JsonForm, Page, Platform, jmes

NUMBER = re.compile(r"\bdomain_?id[\"']?\s*:\s*[\"']?(\d+)", re.IGNORECASE)
OPEN = "getParams=%7B%22isInternal%22%3A0%7D"


class Board(HtmlForm):
    """``/jobs/``: no posting, but the number of the board."""

    says = {"number": NUMBER}
    next_url = f"/core/jobs/{{number}}?{OPEN}"

    def marked(self, page: Page) -> bool:
        return "courierCurrentRouteData" in page.text or "job-listings" in page.text


class Listing(JsonForm):
    """``/core/jobs/{number}``, the whole board."""

    rows_in = "data.jobs"
    row_keys = ("jobUrl", "title")
    total_in = "data.jobCount"
    detail_url = "{base}/{id}/job-details"
    fields = [
        jmes("id", "id"),
        jmes("url", "jobUrl"),
        jmes("title", "title"),
        jmes("department", "orgTitle || classification"),
        jmes("employment_type", "employmentType"),
        jmes("location", "jobLocation"),
        jmes("locations", "{city: city, region: stateName || abbreviation, country: iso3}"),
        jmes("workplace", "workplaceType"),
        jmes("salaries", "{min: minSalary, max: maxSalary, period: payTypeFrame}"),
        jmes("date_posted", "startDateRef"),
        jmes("valid_through", "(!untilFilled || untilFilled == `0`) && endDateRef || null"),
    ]


class Detail(JsonForm):
    """``/core/jobs/{number}/{id}/job-details``."""

    rows_in = "data"
    row_texts = ("title",)
    row_keys = ("advertisingDescriptionHtml",)
    fields = [
        jmes("id", "id"),
        jmes("title", "title"),
        jmes("description_html", "advertisingDescriptionHtml || description || advertisingDescription"),
        jmes("benefits", "benefits"),
        jmes("date_posted", "startDateRef"),
    ]


class ApplicantPro(Platform):
    name = "applicantpro"
    hosts = ("applicantpro.com", "isolvedhire.com", "applicantpool.com")
    addresses = (
        r"^www\.applicantpro.com/openings/(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.applicantpro.com(?:/|\?|$)",
        r"^(?P<key>[\w-]+\.(?:isolvedhire|applicantpool)\.com)(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "app", "admin", "feeds", "www.isolvedhire.com", "www.applicantpool.com"})
    forms = (Listing(), Detail(), Board())
    page_urls = "https://{host}/jobs/"
