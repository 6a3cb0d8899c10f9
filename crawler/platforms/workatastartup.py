"""Work at a Startup, the board of Y Combinator's companies. Pages with their state in them; dates and pay in figures only as JSON-LD."""

from collections.abc import Iterable
from typing import Any

from crawler.platforms.base import JsonForm, Page, Platform, beside, dig, jmes

SITE = "https://www.ycombinator.com"
YEARS = r"^\s*(\d{1,2})\+?\s*years?"


class Board(JsonForm):
    """``www.ycombinator.com/companies/{company}/jobs``: all of the company's postings."""

    mark = ("data-page", "WaasShow")
    held = "[data-page]::attr(data-page)"
    body_keys = ("company",)
    rows_in = "jobPostings"
    beside = {"company": "company"}
    whole = True
    detail_in = f"starts_with(url, '/') && join('', ['{SITE}', url])"
    fields = [
        jmes("id", "id"),
        jmes("url", "url", f"{SITE}{{}}".format),
        jmes("apply_url", "applyUrl"),
        jmes("title", "title"),
        jmes("company", "companyName || company.name"),
        jmes("company_url", "company.website"),
        jmes("department", "prettyRole"),
        jmes("employment_type", "type"),
        jmes("experience_years_min", "minExperience", re=YEARS),
        jmes("location", "location"),
        jmes("salary_text", "salaryRange"),
        jmes("equity", "equityRange && `true` || `null`"),
        jmes("description", "description"),
    ]

    def body(self, page: Page) -> Any:
        return dig(super().body(page), "props")


class Posting(Board):
    """``www.ycombinator.com/companies/{company}/jobs/{id}-{title}``."""

    rows_in = "job"
    row_texts = ("title",)
    whole = False
    detail_in = ""

    def rows(self, page: Page) -> Iterable[Any]:
        # Its structured data says the same better: pay with its currency, the text with its layout.
        known = {name: None for name, sign in (("salaryRange", '"baseSalary"'), ("description", '"JobPosting"')) if sign in page.text}
        return beside(super().rows(page), **known)


class WorkAtAStartup(Platform):
    name = "workatastartup"
    hosts = ("workatastartup.com", "ycombinator.com")
    addresses = (
        r"^(?:www\.)?workatastartup\.com/companies/(?P<key>[\w-]+)",
        r"^(?:www\.)?ycombinator\.com/companies/(?P<key>[\w-]+)/jobs(?:[/?]|$)",
    )
    confirmed = "recording"
    forms = (Board(), Posting())
    page_urls = (f"{SITE}/companies/{{key}}/jobs", "https://www.workatastartup.com/companies/{key}")
