"""Teamtailor. Two feeds of a whole board with its texts: JSON with structured data and pay, RSS with departments and remote work.

RSS: https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide
"""

from collections.abc import Iterable
from typing import Any

from crawler.general.structured import posting_row
from crawler.platforms.base import Ask, HtmlForm, JsonForm, Page, Platform, dig, jmes, objects, xpath

NUMBER = r"/jobs/(\d+)"
LIMIT = 100  # items of the RSS feed in one answer, also when nothing is asked for
PLACES = "*[local-name() = 'locations']/*[local-name() = 'location']"
RSS = "/jobs.rss?offset={}&per_page={}"


class JsonFeed(JsonForm):
    """``/jobs.json``: a JSON Feed whose items hold a JobPosting."""

    rows_in = "items"
    row_keys = ("_jobposting",)
    beside = {"company": "title"}
    next_in = "next_url"
    fields = [
        jmes("id", "url", re=NUMBER),
        jmes("id", "job.identifier || id"),
        jmes("url", "url"),
        jmes("title", "title || job.title"),
        jmes("company", "job.hiringOrganization.name || company"),
        jmes("company_url", "job.hiringOrganization.url"),
        jmes("department", "job.department"),
        jmes("employment_type", "job.employmentType"),
        jmes("locations", "job.jobLocation"),
        jmes("workplace", "job.jobLocationType"),
        jmes("salaries", "job.baseSalary"),
        jmes("salary_text", "job.salaryText"),
        jmes("description_html", "content_html || job.description"),
        jmes("date_posted", "date_published || job.datePosted"),
        jmes("valid_through", "job.validThrough"),
    ]

    def may_be_empty(self, page: Page) -> bool:
        return str(page.get("feed_url")).endswith("/jobs.json")

    def rows(self, page: Page) -> Iterable[Any]:
        for row in super().rows(page):
            posting = dig(row, "_jobposting")
            yield {**row, "job": posting_row(posting) if isinstance(posting, dict) else {}} if isinstance(row, dict) else row

    def says_empty(self, page: Page) -> bool:
        return not page.json["items"] and not page.get("next_url") and "page" not in page.query


class RssFeed(HtmlForm):
    """``/jobs.rss``."""

    source = "api"
    rows_in = "/rss/channel/item"
    fields = [
        xpath("id", "link/text()", re=NUMBER),
        xpath("id", "guid/text()"),
        xpath("url", "link/text()"),
        xpath("title", "title/text()"),
        xpath("company", "../title/text()"),
        xpath("department", "*[local-name() = 'department']/text()"),
        objects("locations", PLACES, city="*[local-name()='city']/text()", country="*[local-name()='country']/text()", name="*[local-name()='name']/text()"),
        xpath("workplace", "remoteStatus/text()"),
        xpath("description_html", "description/text()"),
        xpath("date_posted", "pubDate/text()"),
    ]

    def reads(self, page: Page) -> bool:
        return "teamtailor.com/locations" in page.text[:1000] and bool(page.xpath("/rss/channel"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        start, size = page.query.get("offset", "0"), page.query.get("per_page", str(LIMIT))
        if not start.isdigit() or not size.isdigit() or self.given(page) < int(size):
            return []
        return [Ask(page.join(RSS.format(int(start) + int(size), size)))]

    def says_empty(self, page: Page) -> bool:
        return not self.given(page) and page.query.get("offset", "0") == "0"


class Site(HtmlForm):
    """A careers site under the company's own domain: leads to the feed."""

    mark = "teamtailor-cdn.com/assets/packs/js/careersite"
    next_url = "/jobs.json"

    def reads(self, page: Page) -> bool:
        return super().reads(page) and "JobPosting" not in page.text


class Teamtailor(Platform):
    name = "teamtailor"
    hosts = ("teamtailor.com",)
    addresses = (r"^(?P<key>[\w-]+(?:\.na)?)\.teamtailor\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "app", "api", "docs", "support", "help", "blog", "status", "na", "developers", "partner", "login"})
    confirmed = "recording"
    forms = (JsonFeed(), RssFeed(), Site())
    api_urls = "https://{key}.teamtailor.com/jobs.json"
    page_urls = f"https://{{key}}.teamtailor.com{RSS.format(0, LIMIT)}"
    board_page = "https://{key}.teamtailor.com/jobs"
