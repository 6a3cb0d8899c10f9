"""Teamtailor. Two feeds of a whole board with its texts: JSON with structured data and pay, RSS with departments and remote work.

RSS: https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide
"""

from collections.abc import Iterable
from typing import Any

from crawler.general.structured import posting_row
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig, first_row

NUMBER = r"/jobs/(\d+)"
LIMIT = 100  # items of the RSS feed in one answer, also when nothing is asked for
PLACES = "*[local-name() = 'locations']/*[local-name() = 'location']"
RSS = "/jobs.rss?offset={}&per_page={}"


class JsonFeed(Form):
    """``/jobs.json``: a JSON Feed whose items hold a JobPosting."""

    def reads(self, page: Page) -> bool:
        if first := first_row(page.json, "items"):
            return "_jobposting" in first
        return page.get("items") == [] and str(page.get("feed_url")).endswith("/jobs.json")

    def rows(self, page: Page) -> Iterable[Any]:
        for item in page.json["items"]:
            posting = dig(item, "_jobposting")
            job = posting_row(posting) if isinstance(posting, dict) else {}
            yield {**item, "job": job, "company": page.get("title")} if isinstance(item, dict) else item

    def next_asks(self, page: Page) -> Iterable[Ask]:
        url = page.get("next_url")
        return [Ask(page.join(url), headers=JSON_HEADERS)] if isinstance(url, str) and url else []

    def says_empty(self, page: Page) -> bool:
        return not page.json["items"] and not page.get("next_url") and "page" not in page.query

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "url", re=NUMBER)
        loader.add_jmes("id", "job.identifier || id")
        loader.add_jmes("url", "url")
        loader.add_jmes("title", "title || job.title")
        loader.add_jmes("company", "job.hiringOrganization.name || company")
        loader.add_jmes("company_url", "job.hiringOrganization.url")
        loader.add_jmes("department", "job.department")
        loader.add_jmes("employment_type", "job.employmentType")
        loader.add_jmes("locations", "job.jobLocation")
        loader.add_jmes("workplace", "job.jobLocationType")
        loader.add_jmes("salaries", "job.baseSalary")
        loader.add_jmes("salary_text", "job.salaryText")
        loader.add_jmes("description_html", "content_html || job.description")
        loader.add_jmes("date_posted", "date_published || job.datePosted")
        loader.add_jmes("valid_through", "job.validThrough")


class RssFeed(Form):
    """``/jobs.rss``."""

    def reads(self, page: Page) -> bool:
        return "teamtailor.com/locations" in page.text[:1000] and bool(page.xpath("/rss/channel"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath("/rss/channel/item")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        start, size = page.query.get("offset", "0"), page.query.get("per_page", str(LIMIT))
        if not start.isdigit() or not size.isdigit() or len(list(self.rows(page))) < int(size):
            return []
        return [Ask(page.join(RSS.format(int(start) + int(size), size)))]

    def says_empty(self, page: Page) -> bool:
        return not self.rows(page) and page.query.get("offset", "0") == "0"

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "link/text()", re=NUMBER)
        loader.add_xpath("id", "guid/text()")
        loader.add_xpath("url", "link/text()")
        loader.add_xpath("title", "title/text()")
        loader.add_xpath("company", "../title/text()")
        loader.add_xpath("department", "*[local-name() = 'department']/text()")
        loader.add_value("locations", [place(part) for part in loader.row.xpath(PLACES)])
        loader.add_xpath("workplace", "remoteStatus/text()")
        loader.add_xpath("description_html", "description/text()")
        loader.add_xpath("date_posted", "pubDate/text()")


def place(part: Any) -> dict[str, Any]:
    return {name: part.xpath(f"*[local-name() = '{name}']/text()").get() for name in ("city", "country", "name")}


class Site(Form):
    """A careers site under the company's own domain: leads to the feed."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "teamtailor-cdn.com/assets/packs/js/careersite" in page.text and "JobPosting" not in page.text

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(page.join("/jobs.json"), headers=JSON_HEADERS)]


class Teamtailor(Platform):
    name = "teamtailor"
    hosts = ("teamtailor.com",)
    addresses = (r"^(?P<key>[\w-]+(?:\.na)?)\.teamtailor\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "app", "api", "docs", "support", "help", "blog", "status", "na", "developers", "partner", "login"})
    confirmed = "recording"
    forms = (JsonFeed(), RssFeed(), Site())

    def starts(self, key: str) -> list[Ask]:
        home = f"https://{key}.teamtailor.com"
        return [Ask(f"{home}/jobs.json", headers=JSON_HEADERS), Ask(home + RSS.format(0, LIMIT))]

    def board_url(self, key: str) -> str:
        return f"https://{key}.teamtailor.com/jobs"
