"""The search of newer careers sites, which a script draws from JSON. Known from public readers of it, not from a recording."""

from collections.abc import Iterable
from html import unescape
from typing import Any

from crawler.fields.dates import read_date
from crawler.fields.text import html_to_text
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, count_at, dig, further

JOBS = "/services/recruiting/v1/jobs"
PAGE = 10  # rows in one answer, whatever is asked for


class Json(Form):
    """``/services/recruiting/v1/jobs``, in one language; its order changes between two pages."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("jobSearchResult"), list) and "totalJobs" in page.json

    def rows(self, page: Page) -> Iterable[Any]:
        for row in page.json["jobSearchResult"]:
            job = dig(row, "response")
            yield {**job, "locale": asked(page) or dig(job, "supportedLocales", 0)} if isinstance(job, dict) else job

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "totalJobs")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        locale, number = asked(page), dig(page.ask and page.ask.json, "pageNumber")
        starts = further(self.total(page), PAGE) if number == 0 else ()
        return [ask_for(page, locale, start // PAGE) for start in starts] if locale else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(address(row))) if row.get("id") and row["locale"] else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_value("url", address(loader.row) if loader.row["locale"] else None)
        loader.add_jmes("title", "unifiedStandardTitle")
        loader.add_jmes("location", "jobLocationShort", html_to_text)
        day_first = loader.row["locale"] and loader.row["locale"] != "en_US"
        loader.add_value("date_posted", read_date(loader.row.get("unifiedStandardStart"), day_first))


def asked(page: Page) -> str | None:
    locale = dig(page.ask and page.ask.json, "locale")
    return locale if isinstance(locale, str) else None


def ask_for(page: Page, locale: str, number: int) -> Ask:
    empty = {**dict.fromkeys(("keywords", "location", "brand", "alertId", "rcmCandidateId"), ""), "facetFilters": {}, "skills": []}
    asked = {"locale": locale, "pageNumber": number, "sortBy": "date", "categoryId": 0}
    return Ask(page.join(JOBS), json={**asked, **empty}, headers=JSON_HEADERS)


def address(row: dict[str, Any]) -> str:
    words = unescape(str(row.get("unifiedUrlTitle") or row.get("urlTitle") or "job"))
    return "/".join(("", *([row["brandUrl"]] if row.get("brandUrl") else []), "job", words, f"{row.get('id')}-{row['locale']}"))
