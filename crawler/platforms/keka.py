"""Keka. The careers page names the company's document store, under whose number the whole board lies, with texts and pay.

A company may have several portals; the key is ``<company>`` for the first one, ``<company>/<portal>`` for others.
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader, texts
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, first_row, listed

NUMBER = re.compile(r"(?:/ats/documents/|/embedjobs/js/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
PORTAL = r"(?:/(?P<portal>(?!api/|content/|jobdetails/)[a-z0-9][\w-]*))?"
PERIODS = {1: "HOUR", 3: "MONTH", 4: "YEAR"}  # 0 is unknown, 2 two weeks
TYPES = {1: "PART_TIME", 2: "FULL_TIME"}


class Home(Form):
    """``/careers``: no posting, but the way to them."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "/careerportal/" in page.text and bool(NUMBER.search(page.text))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        match = NUMBER.search(page.text)
        portal = (page.key or "").partition("/")[2] or "default"
        return [Ask(page.join(f"/careers/api/embedjobs/{portal}/active/{match[1].lower()}"), headers=JSON_HEADERS)] if match else []


class Active(Form):
    """``/careers/api/embedjobs/{portal}/active/{number}``."""

    def reads(self, page: Page) -> bool:
        return {"jobLocations", "publishedOn"} <= first_row(page.json).keys() or (page.json == [] and "/careers/api/embedjobs/" in page.parts.path)

    def rows(self, page: Page) -> Iterable[Any]:
        portal = (page.key or "").partition("/")[2]
        return beside(listed(page.json), site=f"{page.origin}/careers{portal and f'/{portal}'}")

    def total(self, page: Page) -> int | None:
        return len(page.json)

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "id && join('/jobdetails/', [site, to_string(id)])")
        loader.add_jmes("requisition_id", "jobNumber")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "departmentName")
        loader.add_value("employment_type", named(TYPES, row.get("jobType")))
        loader.add_jmes("experience_years_min", "experience", re=r"^\s*\d+")
        for raw in listed(row, "jobLocations"):
            place = {name: said(dig(raw, theirs)) for name, theirs in (("city", "city"), ("region", "state"), ("country", "countryName"))}
            loader.add_value("location", ", ".join(texts(dict.fromkeys(place.values()))) or said(dig(raw, "name")))
            loader.add_value("locations", {**place, "country": place["country"] or dig(raw, "countryCode")} if any(place.values()) else None)
        if period := named(PERIODS, dig(row, "salaryRange", "salaryPeriod")):
            loader.add_jmes("salaries", f"salaryRange.{{min: minimum, max: maximum, currency: currency, period: '{period}'}}")
            loader.add_jmes("salary_text", "salaryRangeFormat")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "publishedOn")


def named(names: dict[int, str], code: Any) -> str | None:
    return names.get(code) if isinstance(code, int) and not isinstance(code, bool) else None


def said(text: Any) -> str | None:
    """What companies write into a field that they must not leave empty, left out.

    >>> said("Pune"), said("NA"), said(None)
    ('Pune', None, None)
    """
    return text if isinstance(text, str) and text.strip().lower() not in ("", "na", "n/a", "none") else None


class Keka(Platform):
    name = "keka"
    hosts = ("keka.com",)
    addresses = (
        r"^(?P<key>[\w-]+)\.keka\.com/careers/api/(?:embedjobs|organization)/(?P<portal>[\w-]+)",
        rf"^(?P<key>[\w-]+)\.keka\.com/careers{PORTAL}(?:[/?]|$)",
    )
    not_keys = frozenset({"www", "api", "app", "help", "static", "support"})
    confirmed = "documentation"
    forms = (Active(), Home())

    def make_key(self, match: re.Match[str]) -> str | None:
        key, portal = super().make_key(match), (match["portal"] or "default").lower()
        return key if key is None or portal in ("default", "js", "jobdetails") else f"{key}/{portal}"

    def starts(self, key: str) -> list[Ask]:
        company, _, portal = key.partition("/")
        return [Ask(f"https://{company}.keka.com/careers{portal and f'/{portal}'}")]
