"""Recruiter.co.kr. One API for all companies, told in a header whose postings are meant; texts one by one.

The fragments of the API's addresses, which are never sent, name the company.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, count_at, dig, first_row, listed

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


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("id", "positionSn")
    loader.add_jmes("url", "site && positionSn && join('', [site, to_string(positionSn)])")
    loader.add_jmes("title", "title")
    loader.add_jmes("employment_type", "careerType")
    loader.add_jmes("date_posted", "startDateTime", in_korea)
    loader.add_jmes("valid_through", "endDateTime", in_korea)


def in_korea(text: str) -> str:
    """The API's times are Korea's, and do not say so.

    >>> in_korea("2026-04-22T00:00:00"), in_korea("2026-04-22")
    ('2026-04-22T00:00:00+09:00', '2026-04-22')
    """
    return f"{text}+09:00" if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?", text) else text


class Listing(Form):
    """``/position/v1/jobflex``."""

    def reads(self, page: Page) -> bool:
        return "positionSn" in first_row(page.json, "list") or (page.get("list") == [] and count_at(page.json, "pagination", "totalCount") == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "list"), site=site_of(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "pagination", "totalCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        pages = count_at(page.json, "pagination", "totalPages") or 1
        first = page.ask is not None and dig(page.ask.json, "pageableRq", "page") == 1
        return [ask_for(page.key, number) for number in range(2, min(pages, 1000) + 1)] if page.key and first else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API.format('v2')}/{row['positionSn']}#{page.key}", headers=headers(page.key)) if page.key and row.get("positionSn") else None

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)


class Detail(Form):
    """``/position/v2/jobflex/{number}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("title"), str) and {"jobDescription", "careerType"} <= page.json.keys()

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([page.json], site=site_of(page))

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("description" if loader.row.get("jobDescriptionType") not in (None, "HTML") else "description_html", "jobDescription")


def site_of(page: Page) -> str | None:
    return f"https://{page.key}.recruiter.co.kr/career/jobs/" if page.key and "." not in page.key else None


class RecruiterCoKr(Platform):
    name = "recruiter_co_kr"
    hosts = ("recruiter.co.kr",)
    addresses = (r"^(?P<key>[\w-]+)\.recruiter\.co\.kr(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "api-recruiter", "infra1-static", "cdn"})
    confirmed = "one source"
    forms = (Listing(), Detail())

    def key_of(self, url: str) -> str | None:
        return super().key_of(url) or (urlsplit(url).fragment.lower() or None if url.startswith(HOST) else None)

    def starts(self, key: str) -> list[Ask]:
        return [ask_for(key, 1)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.recruiter.co.kr/career/home"
