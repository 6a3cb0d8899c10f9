"""JobScore. A whole board with its texts in one feed. Of currencies without cents only the printed pay is believed.

Feed: https://support.jobscore.com/hc/en-us/articles/202001320 (JobScore asks to read one at most once an hour)
"""

from crawler.fields.employment import read_seniority
from crawler.platforms.base import JsonForm, Page, Platform, jmes

NO_CENTS = '["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF"]'
RANGE = "{min_cents: public_salary_minimum, max_cents: public_salary_maximum, currency: currency_code, period: public_compensation_interval}"
PAY = f"currency_code && !contains(`{NO_CENTS}`, currency_code) && {RANGE}"
WORKPLACE = "remote && ((contains(remote, 'some of the time') && 'hybrid') || remote)"


def level(text: str) -> str | None:
    """The seniority of the two levels that are one; the others ("Executive (SVP, VP, Director, etc.)") are several of ours."""
    return read_seniority(text) if text.startswith(("Entry", "Mid")) else None


class Feed(JsonForm):
    """``/jobs/{company}/feed.json``."""

    rows_in = "jobs"
    beside = {"employer": "company_name"}
    whole = True
    fields = [
        jmes("id", "id"),
        jmes("url", "detail_url", re=r"^([^?]+)"),  # behind it stands who referred
        jmes("apply_url", "apply_url"),
        jmes("title", "title"),
        jmes("company", "company_name || employer"),
        jmes("department", "department"),
        jmes("employment_type", "job_type"),
        jmes("seniority", "experience_level", level),
        jmes("location", "location"),
        jmes("locations", "city && {city: city, region: state, country: country}"),
        jmes("country", "country"),
        jmes("workplace", WORKPLACE),
        jmes("salaries", PAY),
        jmes("salary_text", "formatted_public_compensation"),
        jmes("description_html", "description"),
        jmes("date_posted", "opened_date"),
        jmes("date_modified", "last_updated_date"),
    ]

    def reads(self, page: Page) -> bool:
        return page.get("publisher") == "JobScore" and super().reads(page)

    def total(self, page: Page) -> int | None:
        return None if "limit" in page.query else super().total(page)


class JobScore(Platform):
    name = "jobscore"
    hosts = ("jobscore.com",)
    addresses = (r"^(?:www|careers|hire)\.jobscore\.com/(?:careers|jobs)/(?P<key>[\w-]+)",)
    confirmed = "recording"
    forms = (Feed(),)
    api_urls = "https://careers.jobscore.com/jobs/{key}/feed.json"
    page_urls = "https://careers.jobscore.com/careers/{key}"
