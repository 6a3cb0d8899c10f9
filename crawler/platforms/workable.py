"""Workable. The widget's list has a whole account with its texts; the list of the hosted page comes in parts, texts one by one.

API: https://help.workable.com/hc/en-us/articles/115012771647
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, headed

HOST = "https://apply.workable.com"
EVERYTHING: dict[str, Any] = {"query": "", "location": [], "department": [], "worktype": [], "remote": []}
# A place that the employer hides stays hidden; only accounts without the list have their one place in the row itself.
SHOWN = "locations[?hidden != `true`]"
PLACES = f"{SHOWN}.{{city: city, region: region, country: countryCode || country}}"
PRINTED = f"{SHOWN}.join(', ', [city, region, country][?@])"
KINDS = {"full": "full-time", "part": "part-time"}


class Widget(Form):
    """``/api/v1/widget/accounts/{account}?details=true``, the whole account at once."""

    def reads(self, page: Page) -> bool:
        jobs = page.get("jobs")
        if not isinstance(jobs, list) or "name" not in page.json:
            return False
        first = next((row for row in jobs if isinstance(row, dict)), None)
        return "shortcode" in first if first else not jobs and "workable.com" in page.parts.netloc

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["jobs"], account=page.json["name"])

    def total(self, page: Page) -> int | None:
        return len(page.json["jobs"])

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None if row.get("description") else posting(page, row)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "shortcode")
        loader.add_jmes("url", "url || shortlink")
        loader.add_jmes("apply_url", "application_url")
        loader.add_jmes("requisition_id", "code")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "account")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "employment_type")
        loader.add_jmes("education", "education")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("location", PRINTED)
        loader.add_jmes("location", "!locations && join(', ', [city, state, country][?@]) || `null`")
        loader.add_jmes("locations", PLACES)
        loader.add_jmes("locations", "!locations && {city: city, region: state, country: country}")
        loader.add_jmes("workplace", "(telecommuting && 'remote') || null")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "published_on || created_at")


class Posting(Form):
    """``/api/v2/accounts/{account}/jobs/{shortcode}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.json, dict) and {"shortcode", "title", "description"} <= page.json.keys()

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([page.json], account=account_of(page))

    def skips(self, row: Any) -> bool:
        return row.get("isInternal") is True or row.get("state", "published") != "published"

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        loader.add_jmes("id", "shortcode")
        loader.add_jmes("url", f"join('/', ['{HOST}', account, 'j', shortcode, ''])")
        loader.add_jmes("apply_url", f"join('/', ['{HOST}', account, 'j', shortcode, 'apply', ''])")
        loader.add_jmes("requisition_id", "code")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "type", lambda kind: KINDS.get(kind, kind))
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("location", PRINTED)
        loader.add_jmes("location", "!locations && join(', ', location.[city, region, country][?@]) || `null`")
        loader.add_jmes("locations", PLACES)
        loader.add_jmes("locations", "!locations && location.{city: city, region: region, country: countryCode || country}")
        loader.add_jmes("workplace", "workplace || (remote && 'remote') || null")
        loader.add_jmes("description_html", "description")
        loader.add_value("description_html", [headed("Requirements", row.get("requirements")), headed("Benefits", row.get("benefits"))])
        loader.add_jmes("requirements", "requirements")
        loader.add_jmes("benefits", "benefits")
        loader.add_jmes("date_posted", "published")


class Listing(Posting):
    """``/api/v3/accounts/{account}/jobs``, in parts, each naming the next."""

    def reads(self, page: Page) -> bool:
        rows = page.get("results")
        if not isinstance(rows, list) or not isinstance(page.get("total"), int):
            return False
        first = next((row for row in rows if isinstance(row, dict)), None)
        return "shortcode" in first if first else not rows and "workable.com" in page.parts.netloc

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["results"], account=account_of(page))

    def total(self, page: Page) -> int | None:
        return int(page.json["total"])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        token = page.get("nextPage")
        return [Ask(page.url, json={**EVERYTHING, "token": token}, headers=JSON_HEADERS)] if token and page.json["results"] else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return posting(page, row)


def account_of(page: Page) -> str | None:
    return page.key or Workable().key_of(page.url)


def posting(page: Page, row: Any) -> Ask | None:
    account, shortcode = account_of(page), row.get("shortcode")
    return Ask(f"{HOST}/api/v2/accounts/{quote(account)}/jobs/{shortcode}", headers=JSON_HEADERS) if account and shortcode else None


class Workable(Platform):
    name = "workable"
    hosts = ("workable.com",)
    addresses = (
        r"^(?:apply|www)\.workable\.com/api/(?:v\d/)?(?:widget/)?accounts/(?P<key>[\w%.-]+)",
        r"^apply\.workable\.com/(?P<key>[\w%.-]+)",
        r"^(?P<key>[\w-]+)\.workable\.com(?:/|$)",
    )
    not_keys = frozenset({"api", "j", "www", "apply", "help", "jobs", "static", "assets", "get", "robots.txt", "favicon.ico"})
    confirmed = "recording"
    markers = {"whr_embed": r"\bwhr_embed\(\s*(\d{1,12})"}  # the account's number
    forms = (Widget(), Listing(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [
            Ask(f"{HOST}/api/v1/widget/accounts/{quote(key)}?details=true", headers=JSON_HEADERS),
            Ask(f"{HOST}/api/v3/accounts/{quote(key)}/jobs", json=EVERYTHING, headers=JSON_HEADERS),
        ]

    def board_url(self, key: str) -> str:
        return f"{HOST}/{quote(key)}/"
