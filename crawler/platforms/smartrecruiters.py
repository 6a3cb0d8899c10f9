"""SmartRecruiters. A hundred rows a page, texts and pay one by one, in sections with their titles.

API: https://developers.smartrecruiters.com/docs/posting-api
"""

from typing import Any
from urllib.parse import quote

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Offsets, Page, Platform, jmes

API = "https://api.smartrecruiters.com/v1/companies/{}/postings"
LIMIT = 100  # rows, the most there are
SECTIONS = "companyDescription, jobDescription, qualifications, additionalInformation"


class Row(JsonForm):
    fields = [
        jmes("id", "id"),
        jmes("url", "postingUrl"),
        jmes("url", "join('/', ['https://jobs.smartrecruiters.com', company.identifier || board, id])"),
        jmes("apply_url", "applyUrl"),
        jmes("requisition_id", "refNumber"),
        jmes("title", "name"),
        jmes("company", "company.name"),
        jmes("department", "department.label"),
        jmes("employment_type", "typeOfEmployment.label"),
        jmes("language", "language.code"),
        jmes("location", "location.fullLocation"),
        jmes("location", "location"),  # given as plain text on some rows
        jmes("locations", "location.{city: city, region: region, country: country}"),
        jmes("workplace", "(location.remote && 'remote') || (location.hybrid && 'hybrid') || null"),
        jmes("salaries", "(compensation.salary || compensation).{min: min, max: max, currency: currency, period: period}"),
        jmes("description_html", f"jobAd.sections.[{SECTIONS}][?text].join('', ['<h3>', title || '', '</h3>', text])"),
        jmes("date_posted", "releasedDate"),
    ]

    def skips(self, row: Any) -> bool:
        return row.get("visibility", "PUBLIC") != "PUBLIC" or row.get("active") is False


class Posting(Row):
    """``/v1/companies/{company}/postings/{id}``."""

    row_keys = ("jobAd",)
    row_texts = ("name",)


class Listing(Row):
    """``/v1/companies/{company}/postings``."""

    rows_in = "content"
    body_keys = ("totalFound",)
    beside = {"board": lambda page: page.key}
    total_in = "totalFound"
    paging = Offsets("offset", size="limit")
    detail_url = "{base}/{id}"

    def says_empty(self, page: Page) -> bool:
        return False  # a company that does not exist gets the very same answer


class SmartRecruiters(Platform):
    name = "smartrecruiters"
    hosts = ("smartrecruiters.com",)
    addresses = (
        r"^api\.smartrecruiters\.com/v1/companies/(?P<key>[\w%.-]+)",
        r"^(?:jobs|careers)\.smartrecruiters\.com/oneclick-ui/company/(?P<key>[\w%.-]+)",
        r"^(?:jobs|careers)\.smartrecruiters\.com/external-referrals/company/(?P<key>[\w%.-]+)",
        r"^(?:jobs|careers)\.smartrecruiters\.com/(?P<key>[\w%.-]+)",
    )
    not_keys = frozenset({"oneclick-ui", "external-referrals", "sr-jobs", "my-applications", "robots.txt", "sitemap.xml", "favicon.ico"})
    confirmed = "recording"
    markers = {"company_code": r"\bcompany_code[\"']?\s*:\s*[\"']([\w-]{2,80})[\"']"}
    forms = (Listing(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API.format(quote(key))}?limit={LIMIT}&offset=0", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://careers.smartrecruiters.com/{quote(key)}"
