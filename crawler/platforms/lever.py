"""Lever. A board is one JSON array; the text comes in parts; EU companies live on hosts of their own.

API: https://github.com/lever/postings-api
"""

import re
from typing import Any
from urllib.parse import quote

from crawler.loaders import basis_of
from crawler.loaders import jmes as compiled
from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Page, Platform, css, jmes, made, xpath

RANGE = compiled("salaryRange.{min: min, max: max, currency: currency, period: interval}")
LISTS = "lists[].join('', ['<h3>', text || '', '</h3><ul>', content || '', '</ul>'])"


def with_figures(text: str) -> str | None:
    """*text* where it names an amount; what else is written beside the pay is no pay."""
    return text if re.search(r"\d{2}", text) else None


def pay(row: Any) -> dict[str, Any] | None:
    found, about = RANGE(row), row.get("salaryDescriptionPlain")
    return {**found, "basis": basis_of(about if isinstance(about, str) else "")} if isinstance(found, dict) else None


class Api(JsonForm):
    """``/v0/postings/{site}?mode=json`` and ``/v0/postings/{site}/{id}``."""

    row_keys = ("hostedUrl", "text")
    empty_at = r"^[^/]*lever\.co"
    whole = True
    fields = [
        jmes("id", "id"),
        jmes("url", "hostedUrl"),
        jmes("apply_url", "applyUrl"),
        jmes("title", "text"),
        jmes("department", "categories.department"),
        jmes("team", "categories.team"),
        jmes("employment_type", "categories.commitment"),
        jmes("location", "categories.allLocations[]"),
        jmes("location", "categories.location"),
        jmes("location", "categories"),  # given as plain text on some rows
        jmes("country", "country"),
        jmes("workplace", "workplaceType"),
        made("salaries", pay),
        jmes("salary_text", "salaryDescriptionPlain", with_figures),
        jmes("description_html", "description"),
        jmes("description_html", LISTS),
        jmes("description_html", "salaryDescription"),
        jmes("description_html", "additional"),
        jmes("date_posted", "createdAt"),
    ]

    def total(self, page: Page) -> int | None:
        # Without a limit the array is the board: the platform promises the whole of it.
        return None if page.query.keys() & {"limit", "skip"} else super().total(page)


LABEL = r"^\s*(.+?)\s*[/—–-]?\s*$"  # labels are followed by a stroke
LABELS = (
    css("department", ".posting-categories .department::text", re=LABEL),
    css("employment_type", ".posting-categories .commitment::text", re=LABEL),
    css("location", ".posting-categories .location::text", re=LABEL),
    css("workplace", ".posting-categories .workplaceTypes::text", re=LABEL),
)
COMPANY = xpath("company", "//*[contains(@class, 'main-header-logo')]//img/@alt", re=r"^(.*?)\s+logo$")


class Board(HtmlForm):
    """``jobs.lever.co/{site}``: the whole board, without texts. Some companies keep the page and not the API."""

    mark = "data-qa-posting-id"
    shows = "div.posting[data-qa-posting-id] a.posting-title"
    rows_in = "div.posting[data-qa-posting-id]"
    detail_in = "a.posting-title::attr(href)"
    fields = [
        css("id", "div.posting::attr(data-qa-posting-id)"),
        css("url", "a.posting-title::attr(href)"),
        css("title", "[data-qa=posting-name]::text"),
        COMPANY,
        *LABELS,
        xpath("department", "ancestor::*[contains(@class, 'postings-group')][1]/*[contains(@class, 'posting-category-title')]//text()"),
    ]


class Posting(HtmlForm):
    """``jobs.lever.co/{site}/{id}``; its JSON-LD fills in what the page does not show."""

    mark = "posting-headline"
    shows = ("div.posting-headline h2", "div.section.page-centered")
    fields = [
        css("id", "a[href$='/apply']::attr(href)", re=r"([0-9a-f]{8}-[0-9a-f-]{27})"),
        css("url", "a[href$='/apply']::attr(href)", re=r"^(.*)/apply$"),
        css("apply_url", "a[href$='/apply']::attr(href)"),
        css("title", "div.posting-headline h2::text"),
        COMPANY,
        *LABELS,
        css("description_html", "div.section.page-centered:not(.posting-header):not(.last-section-apply)"),
    ]


class Lever(Platform):
    name = "lever"
    hosts = ("lever.co",)
    addresses = (
        r"^api\.(?P<eu>eu\.)?lever\.co/v0/postings/(?P<key>[\w.%-]+)",
        r"^(?:jobs|hire)\.(?P<eu>eu\.)?lever\.co/(?P<key>[\w.%-]+)",
    )
    not_keys = frozenset({"robots.txt", "sitemap.xml", "favicon.ico", "auth"})
    markers = {"leverJobsOptions": r"leverJobsOptions\s*=\s*\{[^{}]{0,300}?accountName[\"']?\s*:\s*[\"']([\w.-]{2,80})[\"']"}
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
