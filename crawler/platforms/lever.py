"""Lever. A board is one JSON array; the text comes in parts; EU companies live on hosts of their own.

API: https://github.com/lever/postings-api
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform


class Api(Form):
    """``/v0/postings/{site}?mode=json`` and ``/v0/postings/{site}/{id}``."""

    def reads(self, page: Page) -> bool:
        rows = page.json
        if isinstance(rows, list):
            first = next((row for row in rows if isinstance(row, dict)), None)
            return is_posting(first) if first else not rows and "lever.co" in page.parts.netloc
        return is_posting(rows)

    def rows(self, page: Page) -> Iterable[Any]:
        return page.json if isinstance(page.json, list) else [page.json]

    def total(self, page: Page) -> int | None:
        # Without a limit the array is the board: the platform promises the whole of it.
        return len(page.json) if isinstance(page.json, list) and "limit=" not in page.parts.query else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "hostedUrl")
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("title", "text")
        loader.add_jmes("department", "categories.department")
        loader.add_jmes("team", "categories.team")
        loader.add_jmes("employment_type", "categories.commitment")
        loader.add_jmes("location", "categories.allLocations[]")
        loader.add_jmes("location", "categories.location")
        loader.add_jmes("location", "categories")  # given as plain text on some rows
        loader.add_jmes("country", "country")
        loader.add_jmes("workplace", "workplaceType")
        loader.add_jmes("salaries", "{min: salaryRange.min, max: salaryRange.max, currency: salaryRange.currency, period: salaryRange.interval}")
        loader.add_jmes("salary_text", "salaryDescriptionPlain")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("description_html", "lists[].join('', ['<h3>', text || '', '</h3><ul>', content || '', '</ul>'])")
        loader.add_jmes("description_html", "salaryDescription")
        loader.add_jmes("description_html", "additional")
        loader.add_jmes("date_posted", "createdAt")


def is_posting(row: Any) -> bool:
    return isinstance(row, dict) and "hostedUrl" in row and "text" in row


class Lever(Platform):
    name = "lever"
    hosts = ("lever.co",)
    addresses = (
        r"^api\.(?P<eu>eu\.)?lever\.co/v0/postings/(?P<key>[\w.%-]+)",
        r"^(?:jobs|hire)\.(?P<eu>eu\.)?lever\.co/(?P<key>[\w.%-]+)",
    )
    fold_keys = False
    forms = (Api(),)

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return f"{key}@eu" if key and match["eu"] else key

    def starts(self, key: str) -> list[Ask]:
        site, _, instance = key.partition("@")
        hosts = ["api.eu.lever.co"] if instance else ["api.lever.co", "api.eu.lever.co"]
        return [Ask(f"https://{host}/v0/postings/{site}?mode=json", headers=JSON_HEADERS) for host in hosts]

    def board_url(self, key: str) -> str:
        site, _, instance = key.partition("@")
        return f"https://jobs.{'eu.' if instance else ''}lever.co/{site}"
