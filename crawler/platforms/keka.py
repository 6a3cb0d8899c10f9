"""Keka. The careers page names the company's document store, under whose number the whole board lies, with texts and pay.

A company may have several portals; the key is ``<company>`` for the first one, ``<company>/<portal>`` for others.
"""

import re
from collections.abc import Iterator
from typing import Any

from crawler.loaders import texts
from crawler.platforms.base import Ask, HtmlForm, JsonForm, Page, Platform, dig, jmes, listed, made

NUMBER = re.compile(r"(?:/ats/documents/|/embedjobs/js/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
PORTAL = r"(?:/(?P<portal>(?!api/|content/|jobdetails/)[a-z0-9][\w-]*))?"
PERIODS = {1: "HOUR", 3: "MONTH", 4: "YEAR"}  # 0 is unknown, 2 two weeks
TYPES = {1: "PART_TIME", 2: "FULL_TIME"}


def portal(page: Page) -> str:
    return (page.key or "").partition("/")[2]


class Home(HtmlForm):
    """``/careers``: no posting, but the way to them."""

    mark = "/careerportal/"
    says = {"number": NUMBER}

    def next_asks(self, page: Page) -> list[Ask]:
        ask = self.ask_for(page, "/careers/api/embedjobs/{portal}/active/{number}", portal=portal(page) or "default", number=self.said(page)["number"].lower())
        return [ask] if ask else []


def named(names: dict[int, str], code: Any) -> str | None:
    return names.get(code) if isinstance(code, int) and not isinstance(code, bool) else None


def said(text: Any) -> str | None:
    """What companies write into a field that they must not leave empty, left out.

    >>> said("Pune"), said("NA"), said(None)
    ('Pune', None, None)
    """
    return text if isinstance(text, str) and text.strip().lower() not in ("", "na", "n/a", "none") else None


def pay(row: Any) -> dict[str, Any] | None:
    """The range, where its period is known."""
    period, figures = named(PERIODS, dig(row, "salaryRange", "salaryPeriod")), row.get("salaryRange")
    return {"min": figures.get("minimum"), "max": figures.get("maximum"), "currency": figures.get("currency"), "period": period} if period else None


def places(row: Any) -> Iterator[tuple[Any, dict[str, str | None]]]:
    """Each place of *row*, as it is given and in our terms."""
    for raw in listed(row, "jobLocations"):
        yield raw, {"city": said(dig(raw, "city")), "region": said(dig(raw, "state")), "country": said(dig(raw, "countryName"))}


class Active(JsonForm):
    """``/careers/api/embedjobs/{portal}/active/{number}``."""

    row_keys = ("jobLocations", "publishedOn")
    empty_at = "/careers/api/embedjobs/"
    whole = True
    beside = {"site": lambda page: "/".join(filter(None, (page.origin, "careers", portal(page))))}
    fields = [
        jmes("id", "id"),
        jmes("url", "id && join('/jobdetails/', [site, to_string(id)])"),
        jmes("requisition_id", "jobNumber"),
        jmes("title", "title"),
        jmes("department", "departmentName"),
        made("employment_type", lambda row: named(TYPES, row.get("jobType"))),
        jmes("experience_years_min", "experience", re=r"^\s*\d+"),
        made("location", lambda row: [", ".join(texts(dict.fromkeys(place.values()))) or said(dig(raw, "name")) for raw, place in places(row)]),
        made("locations", lambda row: [{**place, "country": place["country"] or dig(raw, "countryCode")} for raw, place in places(row) if any(place.values())]),
        made("salaries", pay),
        jmes("salary_text", f"contains(`{[*PERIODS]}`, salaryRange.salaryPeriod) && salaryRangeFormat || null"),
        jmes("description_html", "description"),
        jmes("date_posted", "publishedOn"),
    ]


class Keka(Platform):
    name = "keka"
    hosts = ("keka.com",)
    addresses = (
        r"^(?P<key>[\w-]+)\.keka\.com/careers/api/(?:embedjobs|organization)/(?P<portal>[\w-]+)",
        rf"^(?P<key>[\w-]+)\.keka\.com/careers{PORTAL}(?:[/?]|$)",
    )
    not_keys = frozenset({"www", "api", "app", "help", "static", "support"})
    forms = (Active(), Home())

    def make_key(self, match: re.Match[str]) -> str | None:
        key, portal = super().make_key(match), (match["portal"] or "default").lower()
        return key if key is None or portal in ("default", "js", "jobdetails") else f"{key}/{portal}"

    def starts(self, key: str) -> list[Ask]:
        company, _, portal = key.partition("/")
        return [Ask(f"https://{company}.keka.com/careers{portal and f'/{portal}'}")]
