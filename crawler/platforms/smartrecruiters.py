"""SmartRecruiters. A hundred rows a page, texts and pay one by one, in sections with their titles.

API: https://developers.smartrecruiters.com/docs/posting-api
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside

API = "https://api.smartrecruiters.com/v1/companies/{}/postings"
LIMIT = 100  # rows, the most there are


class Listing(Form):
    """``/v1/companies/{company}/postings``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("content"), list) and isinstance(page.get("totalFound"), int)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["content"], board=page.key)

    def total(self, page: Page) -> int | None:
        return int(page.json["totalFound"])

    def says_empty(self, page: Page) -> bool:
        return False  # a company that does not exist gets the very same answer

    def next_asks(self, page: Page) -> Iterable[Ask]:
        size = page.get("limit") or page.query.get("limit", "")
        size = int(size) if str(size).isdigit() and int(size) > 0 else len(page.json["content"])
        if (page.get("offset") or page.query.get("offset", "0")) not in (0, "0") or not size:
            return []
        url = page.url.partition("?")[0]
        return [Ask(f"{url}?limit={size}&offset={start}", headers=JSON_HEADERS) for start in range(size, page.json["totalFound"], size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = page.url.partition("?")[0]
        return Ask(f"{url}/{quote(str(row['id']))}", headers=JSON_HEADERS) if row.get("id") else None

    def skips(self, row: Any) -> bool:
        return row.get("visibility", "PUBLIC") != "PUBLIC" or row.get("active") is False

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "postingUrl")
        loader.add_jmes("url", "join('/', ['https://jobs.smartrecruiters.com', company.identifier || board, id])")
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("requisition_id", "refNumber")
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "company.name")
        loader.add_jmes("department", "department.label")
        loader.add_jmes("employment_type", "typeOfEmployment.label")
        loader.add_jmes("language", "language.code")
        loader.add_jmes("location", "location.fullLocation")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("locations", "location.{city: city, region: region, country: country}")
        loader.add_jmes("workplace", "(location.remote && 'remote') || (location.hybrid && 'hybrid') || null")
        loader.add_jmes("salaries", "(compensation.salary || compensation).{min: min, max: max, currency: currency, period: period}")
        loader.add_jmes("description_html", f"jobAd.sections.[{SECTIONS}][?text].join('', ['<h3>', title || '', '</h3>', text])")
        loader.add_jmes("date_posted", "releasedDate")


SECTIONS = "companyDescription, jobDescription, qualifications, additionalInformation"


class Detail(Listing):
    """``/v1/companies/{company}/postings/{id}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("jobAd"), dict) and isinstance(page.get("name"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json]

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


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
    forms = (Listing(), Detail())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API.format(quote(key))}?limit={LIMIT}&offset=0", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://careers.smartrecruiters.com/{quote(key)}"
