"""Paylocity. A board's page holds all its postings in a script, without texts; the text is in the posting's own page."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, beside, dig, headed, listed, public

HOST = "https://recruiting.paylocity.com"
PARTS = "//div[contains(@class, 'job-preview-details')]//div[contains(@class, 'job-listing-header')]"
WORKPLACE = re.compile(r"(?:fully|hybrid) remote|on-?site", re.IGNORECASE)


class Board(Form):
    """``/recruiting/jobs/All/{company}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "window.pageData" in page.text and isinstance(dig(page.states.get("pageData"), "Jobs"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        company = page.css("meta[property='og:title']::attr(content)").re_first(r"^(.+) - Job Opportunities$")
        return beside(listed(page.states.get("pageData"), "Jobs"), company=company)

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        return row.get("IsInternal") is True

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"/Recruiting/Jobs/Details/{row['JobId']}")) if row.get("JobId") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "JobId")
        loader.add_jmes("url", "to_string(JobId)", "/Recruiting/Jobs/Details/{}".format)
        loader.add_jmes("apply_url", "to_string(JobId)", "/Recruiting/Jobs/Apply/{}".format)
        loader.add_jmes("title", "JobTitle")
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "HiringDepartment")
        loader.add_jmes("location", "LocationName || JobLocation.Name")
        loader.add_jmes("locations", "JobLocation.{city: City, region: State, country: Country}")
        loader.add_jmes("workplace", "IsRemote == `true` && 'remote' || null")
        loader.add_jmes("date_posted", "PublishedDate")


class Posting(Form):
    """``/Recruiting/Jobs/Details/{number}/…``, rendered by the server, with schema.org's terms beside it."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "job-preview-details" in page.text and bool(page.css(".job-preview-title"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        row: Selector = loader.row
        loader.add_css("id", "a.apply-link-marker::attr(href)", re=r"/Apply/(\d+)")
        loader.add_css("url", "meta[property='og:url']::attr(content)")
        loader.add_css("apply_url", "a.apply-link-marker::attr(href)")
        loader.add_css("title", ".job-preview-title span::text")
        loader.add_css("company", "#LayoutLogoName::text")
        loader.add_value("employment_type", row.xpath(f"{PARTS}[normalize-space()='Job Type']/following-sibling::div[1]//text()").getall())
        # "Fully Remote • West Coast region", "Dallas, TX • Finance"
        where = [text for text in (text.strip(" •\r\n\t") for text in row.css(".preview-location ::text").getall()) if text]
        if where and WORKPLACE.fullmatch(where[0]):
            loader.add_value("workplace", where.pop(0))
        loader.add_value("location", where[:1])
        loader.add_value("department", where[1:2])
        for part in row.xpath(f"{PARTS}[normalize-space() != 'Job Type']"):
            title, body = part.xpath("normalize-space()").get(), part.xpath("following-sibling::div[1][normalize-space()]").get()
            loader.add_value("description_html", headed(title if title != "Description" else None, body))
        # The structured data give the time of UTC with the employer's offset behind it.
        for when in row.xpath("//script[@type='application/ld+json']/text()").re(r'"datePosted":\s*"([\d-]{10}T[\d:]{8})')[:1]:
            loader.add_value("date_posted", f"{when}Z")


class Paylocity(Platform):
    name = "paylocity"
    hosts = ("recruiting.paylocity.com",)
    addresses = (r"^recruiting\.paylocity\.com/recruiting/(?:jobs/all|v2/api/feed/jobs)/(?P<key>[0-9a-f-]{36})",)
    confirmed = "recording"
    forms = (Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{HOST}/recruiting/jobs/All/{key}")]
