"""Comeet (now Spark Hire Recruit). Every position with its texts in the state of the hosted page, or from an API that wants a token.

A board is a company's name and number; where only its API is known, the number and the token that its pages show to everybody.
API: https://developers.comeet.com/reference/careers-api-overview
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.fields.seniority import read_seniority
from crawler.fields.text import html_to_text
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig, first_row, headed, listed, public

API = "https://www.comeet.co/careers-api/2.0/company/{}/positions?token={}&details=true"
UID = re.compile(r"""\b(?:company|comeet)[-_]?uid["']?\s{0,5}[=:]\s{0,5}["']([0-9A-F]{2}\.[0-9A-F]{3})\b""", re.IGNORECASE)
TOKEN = re.compile(r"""\b(?:comeet[-_])?token["']?\s{0,5}[=:]\s{0,5}["']([0-9A-F]{16,64})\b""", re.IGNORECASE)


class Positions(Form):
    """``/careers-api/2.0/company/{uid}/positions``, the whole board at once, and ``/positions/{uid}``."""

    def reads(self, page: Page) -> bool:
        # Without a position nothing but the address tells whose list it is.
        return is_position(first_row(page.json) or page.json) or (page.json == [] and page.parts.path.startswith("/careers-api/"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.json if isinstance(page.json, list) else [page.json]

    def total(self, page: Page) -> int | None:
        return public(self, page) if isinstance(page.json, list) else None

    def skips(self, row: Any) -> bool:
        return row.get("is_internal") is True

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "uid")
        # The address on the company's own site is the same for the places of a position.
        loader.add_jmes("url", "url_comeet_hosted_page || url_recruit_hosted_page || url_active_page || url_detected_page")
        loader.add_jmes("requisition_id", "internal_use_custom_id")
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "company_name")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "employment_type")
        loader.add_jmes("seniority", "experience_level", read_seniority)
        loader.add_jmes("location", "location.name")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("locations", "location.{city: city, region: state, country: country}")
        loader.add_jmes("workplace", "workplace_type")
        loader.add_jmes("workplace", "location.is_remote == `true` && 'remote' || null")
        loader.add_value("description_html", text_of(loader.row))
        loader.add_jmes("date_modified", "time_updated")


def is_position(row: Any) -> bool:
    return isinstance(row, dict) and "url_comeet_hosted_page" in row and "uid" in row


def text_of(row: Any) -> list[str]:
    """The parts of a position under their names, in their order; one that is left empty is full of empty paragraphs."""
    parts = [part for part in listed(row, "details") or listed(row, "custom_fields", "details") if isinstance(part, dict)]
    parts.sort(key=lambda part: part["order"] if isinstance(part.get("order"), int) else len(parts))
    return [headed(part.get("name"), part["value"]) for part in parts if isinstance(part.get("value"), str) and html_to_text(part["value"])]


class Board(Positions):
    """``www.comeet.com/jobs/{company}/{uid}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "COMPANY_POSITIONS_DATA" in page.text and isinstance(page.states.get("COMPANY_POSITIONS_DATA"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.states, "COMPANY_POSITIONS_DATA")

    def total(self, page: Page) -> int | None:
        return public(self, page)


class Position(Positions):
    """``www.comeet.com/jobs/{company}/{uid}/{name}/{position}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "POSITION_DATA" in page.text and isinstance(dig(page.states.get("POSITION_DATA"), "name"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.states["POSITION_DATA"]]

    def total(self, page: Page) -> int | None:
        return None


class Widget(Form):
    """A company's own page that has the positions put into it by a script: number and token lead to the API."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        if page.json is not None or not ("comeet" in page.text or "COMEET" in page.text):
            return []
        uid, token = UID.search(page.text), TOKEN.search(page.text)
        return [Ask(API.format(uid[1], token[1]), headers=JSON_HEADERS)] if uid and token else []


class Comeet(Platform):
    name = "comeet"
    hosts = ("comeet.com", "comeet.co")
    addresses = (
        r"^(?:www\.)?comeet\.com?/jobs/(?P<key>[^/?]+/[0-9A-F]{2}\.[0-9A-F]{3})(?:[/?]|$)",
        r"^(?:www\.)?comeet\.com?/careers-api/2\.0/company/(?P<uid>[0-9A-F]{2}\.[0-9A-F]{3})/positions[^?]*\?(?:.*&)?token=(?P<key>[0-9A-F]{16,64})\b",
    )
    fold_keys = False
    confirmed = "recording"
    forms = (Positions(), Position(), Board(), Widget())

    def make_key(self, match: re.Match[str]) -> str | None:
        key, uid = super().make_key(match), match.groupdict().get("uid")
        return f"{uid}:{key}" if uid else key

    def starts(self, key: str) -> list[Ask]:
        uid, _, token = key.partition(":")
        return [Ask(API.format(uid, token), headers=JSON_HEADERS)] if token else [Ask(f"https://www.comeet.com/jobs/{key}")]
