"""Recruiter.co.kr. One API for all companies, told in a header whose postings are meant; texts one by one.

The fragments of the API's addresses, which are never sent, name the company.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, count_at, dig, here, jmes

HOST = "https://api-recruiter.recruiter.co.kr/"
API = HOST + "position/{}/jobflex"
LIMIT = 100  # rows
SEARCH = {
    "keyword": "", "tagSnList": [], "jobGroupSnList": [], "careerTypeList": [], "regionSnList": [],
    "submissionStatusList": ["IN_SUBMISSION"], "openStatusList": ["OPEN"], "resumeLanguageTypeList": [],
}  # fmt: skip


def headers(key: str) -> dict[str, str]:
    return {**JSON_HEADERS, "prefix": f"{key}.recruiter.co.kr", "Referer": f"https://{key}.recruiter.co.kr/"}


def ask_for(key: str, number: int) -> Ask:
    """Page *number* of the list of company *key*."""
    body = {"pageableRq": {"page": number, "size": LIMIT, "sort": ["CREATED_DATE_TIME"]}, "filter": SEARCH}
    return Ask(f"{API.format('v1')}#{key}", json=body, headers=headers(key))


def in_korea(text: str) -> str:
    """The API's times are Korea's, and do not say so.

    >>> in_korea("2026-04-22T00:00:00"), in_korea("2026-04-22")
    ('2026-04-22T00:00:00+09:00', '2026-04-22')
    """
    return f"{text}+09:00" if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?", text) else text


class Listing(JsonForm):
    """``/position/v1/jobflex``."""

    rows_in = "list"
    row_keys = ("positionSn",)
    total_in = "pagination.totalCount"
    beside = {"site": here("https://{board}.recruiter.co.kr/career/jobs/")}
    fields = [
        jmes("id", "positionSn"),
        jmes("url", "site && positionSn && join('', [site, to_string(positionSn)])"),
        jmes("title", "title"),
        jmes("employment_type", "careerType"),
        jmes("date_posted", "startDateTime", in_korea),
        jmes("valid_through", "endDateTime", in_korea),
    ]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        pages = count_at(page.json, "pagination", "totalPages") or 1
        first = page.ask is not None and dig(page.ask.json, "pageableRq", "page") == 1
        return [ask_for(page.key, number) for number in range(2, min(pages, 1000) + 1)] if page.key and first else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API.format('v2')}/{row['positionSn']}#{page.key}", headers=headers(page.key)) if page.key and row.get("positionSn") else None


class Detail(JsonForm):
    """``/position/v2/jobflex/{number}``."""

    row_keys = ("jobDescription", "careerType")
    row_texts = ("title",)
    beside = Listing.beside
    fields = [
        *Listing.fields,
        jmes("description", "jobDescriptionType && jobDescriptionType != 'HTML' && jobDescription || `null`"),
        jmes("description_html", "(!jobDescriptionType || jobDescriptionType == 'HTML') && jobDescription || `null`"),
    ]


class RecruiterCoKr(Platform):
    name = "recruiter_co_kr"
    hosts = ("recruiter.co.kr",)
    not_keys = frozenset({"www", "api", "api-recruiter", "infra1-static", "cdn"})
    confirmed = "one source"
    forms = (Listing(), Detail())
    board_page = "https://{key}.recruiter.co.kr/career/home"

    def key_of(self, url: str) -> str | None:
        return super().key_of(url) or (urlsplit(url).fragment.lower() or None if url.startswith(HOST) else None)

    def starts(self, key: str) -> list[Ask]:
        return [ask_for(key, 1)]
