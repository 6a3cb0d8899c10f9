"""JobScore. A whole board with its texts in one feed. Of currencies without cents only the printed pay is believed.

Feed: https://support.jobscore.com/hc/en-us/articles/202001320 (JobScore asks to read one at most once an hour)
"""

from collections.abc import Iterable
from typing import Any

from crawler.fields.employment import read_seniority
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, listed

FEED = "https://careers.jobscore.com/jobs/{}/feed.json"
NO_CENTS = '["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF"]'
RANGE = "{min_cents: public_salary_minimum, max_cents: public_salary_maximum, currency: currency_code, period: public_compensation_interval}"
PAY = f"currency_code && !contains(`{NO_CENTS}`, currency_code) && {RANGE}"
WORKPLACE = "remote && ((contains(remote, 'some of the time') && 'hybrid') || remote)"


class Feed(Form):
    """``/jobs/{company}/feed.json``."""

    def reads(self, page: Page) -> bool:
        return page.get("publisher") == "JobScore" and isinstance(page.get("jobs"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "jobs"), employer=page.get("company_name"))

    def total(self, page: Page) -> int | None:
        return None if "limit" in page.query else len(page.json["jobs"])

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "detail_url", re=r"^([^?]+)")  # behind it stands who referred
        loader.add_jmes("apply_url", "apply_url")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company_name || employer")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "job_type")
        loader.add_jmes("seniority", "experience_level", level)
        loader.add_jmes("location", "location")
        loader.add_jmes("locations", "city && {city: city, region: state, country: country}")
        loader.add_jmes("country", "country")
        loader.add_jmes("workplace", WORKPLACE)
        loader.add_jmes("salaries", PAY)
        loader.add_jmes("salary_text", "formatted_public_compensation")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "opened_date")
        loader.add_jmes("date_modified", "last_updated_date")


def level(text: str) -> str | None:
    """The seniority of the two levels that are one; the others ("Executive (SVP, VP, Director, etc.)") are several of ours."""
    return read_seniority(text) if text.startswith(("Entry", "Mid")) else None


class JobScore(Platform):
    name = "jobscore"
    hosts = ("jobscore.com",)
    addresses = (r"^(?:www|careers|hire)\.jobscore\.com/(?:careers|jobs)/(?P<key>[\w-]+)",)
    confirmed = "recording"
    forms = (Feed(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(FEED.format(key), headers=JSON_HEADERS), Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return f"https://careers.jobscore.com/careers/{key}"
