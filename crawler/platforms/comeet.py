"""Comeet (now Spark Hire Recruit). Every position with its texts in the state of the hosted page, or from an API that wants a token.

A board is a company's name and number; where only its API is known, the number and the token that its pages show to everybody.
API: https://developers.comeet.com/reference/careers-api-overview
"""

import re
from typing import Any

from crawler.fields.seniority import read_seniority
from crawler.fields.text import html_to_text
from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Page, Platform, headed, jmes, listed, made

API = "https://www.comeet.co/careers-api/2.0/company/{uid}/positions?token={token}&details=true"
UID = re.compile(r"""\b(?:company|comeet)[-_]?uid["']?\s{0,5}[=:]\s{0,5}["']([0-9A-F]{2}\.[0-9A-F]{3})\b""", re.IGNORECASE)
TOKEN = re.compile(r"""\b(?:comeet[-_])?token["']?\s{0,5}[=:]\s{0,5}["']([0-9A-F]{16,64})\b""", re.IGNORECASE)


def text_of(row: Any) -> list[str]:
    """The parts of a position under their names, in their order; one that is left empty is full of empty paragraphs."""
    parts = [part for part in listed(row, "details") or listed(row, "custom_fields", "details") if isinstance(part, dict)]
    parts.sort(key=lambda part: part["order"] if isinstance(part.get("order"), int) else len(parts))
    return [headed(part.get("name"), part["value"]) for part in parts if isinstance(part.get("value"), str) and html_to_text(part["value"])]


class Positions(JsonForm):
    """``/careers-api/2.0/company/{uid}/positions``, the whole board at once, and ``/positions/{uid}``."""

    row_keys = ("url_comeet_hosted_page", "uid")
    empty_at = "^[^/]*/careers-api/"  # nothing else tells whose list it is
    whole = True
    hidden = {"is_internal": True}
    fields = [
        jmes("id", "uid"),
        # The address on the company's own site is the same for the places of a position.
        jmes("url", "url_comeet_hosted_page || url_recruit_hosted_page || url_active_page || url_detected_page"),
        jmes("requisition_id", "internal_use_custom_id"),
        jmes("title", "name"),
        jmes("company", "company_name"),
        jmes("department", "department"),
        jmes("employment_type", "employment_type"),
        jmes("seniority", "experience_level", read_seniority),
        jmes("location", "location.name"),
        jmes("location", "location"),  # given as plain text on some rows
        jmes("locations", "location.{city: city, region: state, country: country}"),
        jmes("workplace", "workplace_type"),
        jmes("workplace", "location.is_remote == `true` && 'remote' || null"),
        made("description_html", text_of),
        jmes("date_modified", "time_updated"),
    ]


class Board(JsonForm):
    """``www.comeet.com/jobs/{company}/{uid}``."""

    state = "COMPANY_POSITIONS_DATA"
    whole = True
    hidden = {"is_internal": True}
    fields = Positions.fields

    def reads(self, page: Page) -> bool:
        return isinstance(self.body(page), list)


class Position(JsonForm):
    """``www.comeet.com/jobs/{company}/{uid}/{name}/{position}``."""

    state = "POSITION_DATA"
    row_texts = ("name",)
    hidden = {"is_internal": True}
    fields = Positions.fields


class Widget(HtmlForm):
    """A company's own page that has the positions put into it by a script: number and token lead to the API."""

    says = {"uid": UID, "token": TOKEN}
    next_url = API

    def marked(self, page: Page) -> bool:
        return page.json is None and ("comeet" in page.text or "COMEET" in page.text)


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
        return [Ask(API.format(uid=uid, token=token), headers=JSON_HEADERS)] if token else [Ask(f"https://www.comeet.com/jobs/{key}")]
