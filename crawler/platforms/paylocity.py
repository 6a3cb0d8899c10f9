"""Paylocity. A board's page holds all its postings in a script, without texts; the text is in the posting's own page."""

import re
from typing import Any

from parsel import Selector

from crawler.platforms.base import HtmlForm, JsonForm, Page, Platform, css, jmes, made, parts, xpath

PARTS = "//div[contains(@class, 'job-preview-details')]//div[contains(@class, 'job-listing-header')]"
WORKPLACE = re.compile(r"(?:fully|hybrid) remote|on-?site", re.IGNORECASE)
POSTED = r'"datePosted":\s*"([\d-]{10}T[\d:]{8})'


def company(page: Page) -> str | None:
    return page.css("meta[property='og:title']::attr(content)").re_first(r"^(.+) - Job Opportunities$")


class Board(JsonForm):
    """``/recruiting/jobs/All/{company}``."""

    state = "pageData"
    rows_in = "Jobs"
    beside = {"company": company}
    hidden = {"IsInternal": True}
    whole = True
    detail_in = "JobId && join('', ['/Recruiting/Jobs/Details/', to_string(JobId)])"
    fields = [
        jmes("id", "JobId"),
        jmes("url", "to_string(JobId)", "/Recruiting/Jobs/Details/{}".format),
        jmes("apply_url", "to_string(JobId)", "/Recruiting/Jobs/Apply/{}".format),
        jmes("title", "JobTitle"),
        jmes("company", "company"),
        jmes("department", "HiringDepartment"),
        jmes("location", "LocationName || JobLocation.Name"),
        jmes("locations", "JobLocation.{city: City, region: State, country: Country}"),
        jmes("workplace", "IsRemote == `true` && 'remote' || null"),
        jmes("date_posted", "PublishedDate"),
    ]


def where(row: Selector, name: str) -> Any:
    """*name* in "Fully Remote • West Coast region", "Dallas, TX • Finance": what the line under the title says, in its order."""
    said = [text for text in (text.strip(" •\r\n\t") for text in row.css(".preview-location ::text").getall()) if text]
    workplace = [said.pop(0)] if said and WORKPLACE.fullmatch(said[0]) else []
    return {"workplace": workplace, "location": said[:1], "department": said[1:2]}[name]


class Posting(HtmlForm):
    """``/Recruiting/Jobs/Details/{number}/…``, rendered by the server, with schema.org's terms beside it."""

    mark = "job-preview-details"
    shows = ".job-preview-title"
    fields = [
        css("id", "a.apply-link-marker::attr(href)", re=r"/Apply/(\d+)"),
        css("url", "meta[property='og:url']::attr(content)"),
        css("apply_url", "a.apply-link-marker::attr(href)"),
        css("title", ".job-preview-title span::text"),
        css("company", "#LayoutLogoName::text"),
        made("department", lambda row: where(row, "department")),
        xpath("employment_type", f"{PARTS}[normalize-space()='Job Type']/following-sibling::div[1]//text()"),
        made("location", lambda row: where(row, "location")),
        made("workplace", lambda row: where(row, "workplace")),
        parts(f"{PARTS}[normalize-space() != 'Job Type']", "self::*[normalize-space() != 'Description']", "following-sibling::div[1][normalize-space()]"),
        # The structured data give the time of UTC with the employer's offset behind it.
        made("date_posted", lambda row: [f"{when}Z" for when in row.xpath("//script[@type='application/ld+json']/text()").re(POSTED)[:1]]),
    ]


class Paylocity(Platform):
    name = "paylocity"
    hosts = ("recruiting.paylocity.com",)
    addresses = (r"^recruiting\.paylocity\.com/recruiting/(?:jobs/all|v2/api/feed/jobs)/(?P<key>[0-9a-f-]{36})",)
    confirmed = "recording"
    forms = (Board(), Posting())
    page_urls = "https://recruiting.paylocity.com/recruiting/jobs/All/{key}"
