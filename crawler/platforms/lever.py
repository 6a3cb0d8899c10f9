"""Lever. A board is one JSON array; the text comes in parts; EU companies live on hosts of their own.

API: https://github.com/lever/postings-api
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader, basis_of, jmes
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig

RANGE = "salaryRange.{min: min, max: max, currency: currency, period: interval}"
LISTS = "lists[].join('', ['<h3>', text || '', '</h3><ul>', content || '', '</ul>'])"


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
        return len(page.json) if isinstance(page.json, list) and not page.query.keys() & {"limit", "skip"} else None

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
        about = dig(loader.row, "salaryDescriptionPlain")
        if isinstance(found := jmes(RANGE)(loader.row), dict):
            loader.add_value("salaries", {**found, "basis": basis_of(about if isinstance(about, str) else "")})
        loader.add_jmes("salary_text", "salaryDescriptionPlain", with_figures)
        loader.add_jmes("description_html", "description")
        loader.add_jmes("description_html", LISTS)
        loader.add_jmes("description_html", "salaryDescription")
        loader.add_jmes("description_html", "additional")
        loader.add_jmes("date_posted", "createdAt")


def with_figures(text: str) -> str | None:
    """*text* where it names an amount; what else is written beside the pay is no pay."""
    return text if re.search(r"\d{2}", text) else None


def is_posting(row: Any) -> bool:
    return isinstance(row, dict) and "hostedUrl" in row and "text" in row


NAME = r"^(.*?)\s+logo$"
LABEL = r"^\s*(.+?)\s*[/—–-]?\s*$"  # labels are followed by a stroke
ID = r"([0-9a-f]{8}-[0-9a-f-]{27})"


class Board(Form):
    """``jobs.lever.co/{site}``: the whole board, without texts. Some companies keep the page and not the API."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "data-qa-posting-id" in page.text and bool(page.css("div.posting[data-qa-posting-id] a.posting-title"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("div.posting[data-qa-posting-id]")

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = row.css("a.posting-title::attr(href)").get()
        return Ask(page.join(url)) if url else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "div.posting::attr(data-qa-posting-id)")
        loader.add_css("url", "a.posting-title::attr(href)")
        loader.add_css("title", "[data-qa=posting-name]::text")
        loader.add_xpath("company", "//*[contains(@class, 'main-header-logo')]//img/@alt", re=NAME)
        load_labels(loader)
        loader.add_xpath("department", "ancestor::*[contains(@class, 'postings-group')][1]/*[contains(@class, 'posting-category-title')]//text()")


def load_labels(loader: PostingLoader) -> None:
    loader.add_css("department", ".posting-categories .department::text", re=LABEL)
    loader.add_css("employment_type", ".posting-categories .commitment::text", re=LABEL)
    loader.add_css("location", ".posting-categories .location::text", re=LABEL)
    loader.add_css("workplace", ".posting-categories .workplaceTypes::text", re=LABEL)


class Posting(Form):
    """``jobs.lever.co/{site}/{id}``; its JSON-LD fills in what the page does not show."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "posting-headline" in page.text and all(page.css(query) for query in ("div.posting-headline h2", "div.section.page-centered"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", "a[href$='/apply']::attr(href)", re=ID)
        loader.add_css("url", "a[href$='/apply']::attr(href)", re=r"^(.*)/apply$")
        loader.add_css("apply_url", "a[href$='/apply']::attr(href)")
        loader.add_css("title", "div.posting-headline h2::text")
        loader.add_xpath("company", "//*[contains(@class, 'main-header-logo')]//img/@alt", re=NAME)
        load_labels(loader)
        loader.add_css("description_html", "div.section.page-centered:not(.posting-header):not(.last-section-apply)")


class Lever(Platform):
    name = "lever"
    hosts = ("lever.co",)
    addresses = (
        r"^api\.(?P<eu>eu\.)?lever\.co/v0/postings/(?P<key>[\w.%-]+)",
        r"^(?:jobs|hire)\.(?P<eu>eu\.)?lever\.co/(?P<key>[\w.%-]+)",
    )
    not_keys = frozenset({"robots.txt", "sitemap.xml", "favicon.ico", "auth"})
    fold_keys = False
    confirmed = "recording"
    forms = (Api(), Board(), Posting())

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return f"{key}@eu" if key and match["eu"] else key

    def starts(self, key: str) -> list[Ask]:
        site, _, instance = key.partition("@")
        instances = ("eu.",) if instance else ("", "eu.")
        lists = [Ask(f"https://api.{eu}lever.co/v0/postings/{quote(site)}?mode=json", headers=JSON_HEADERS) for eu in instances]
        return lists + [Ask(f"https://jobs.{eu}lever.co/{quote(site)}") for eu in instances]

    def board_url(self, key: str) -> str:
        site, _, instance = key.partition("@")
        return f"https://jobs.{'eu.' if instance else ''}lever.co/{quote(site)}"
