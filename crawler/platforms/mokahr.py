"""Moka. A list with texts for some companies, without them for others; mostly enciphered, with the key in the same answer.

The key is the way to a board, ``<kind>-recruitment/<company>/<site>``, with the host before it where that is not the common one.
"""

import base64
import re
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from crawler.loaders import texts
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Offsets,
    Page,
    Platform,
    count_at,
    dig,
    jmes,
    listed,
    made,
    parse_json,
)

HOST = "app"
API = "/api/outer/ats-apply/website/"
LIMIT = 50  # rows
START = "de7c21ed8d6f50fe"  # of the cipher: the same on all boards that were seen, though their pages say it
ROUTE = r"(?P<key>(?P<kind>social|campus)[_-](?:recruitment|apply)/(?P<company>[\w-]+)/(?P<site>\d+))"
UNITS: dict[Any, tuple[int, str | None]] = {0: (1000, "MONTH"), 1: (1, "MONTH"), 2: (1, "WEEK"), 3: (1, "DAY"), 4: (1, "HOUR")}  # in yuan


def plain(page: Page) -> Any:
    """The answer of the API, deciphered where it has to be; what the cipher starts from, the request's fragment holds, which is never sent."""
    key, data, start = page.get("necromancer"), page.get("data"), (page.ask and page.ask.url.partition("#")[2]) or START
    if not isinstance(key, str) or not isinstance(data, str):
        return page.json
    try:
        cipher = Cipher(algorithms.AES(key.encode()), modes.CBC(start.encode())).decryptor()
        text = cipher.update(base64.b64decode(data)) + cipher.finalize()
    except ValueError:
        return None
    return parse_json(text[: -text[-1]]) if text else None


class Home(HtmlForm):
    """``/social-recruitment/{company}/{site}``: no posting, but what the cipher starts from."""

    def start(self, page: Page) -> Any:
        return next((dig(value, "aesIv") for value in page.held("#init-data::attr(value)")), None) if "init-data" in page.text else None

    def reads(self, page: Page) -> bool:
        return isinstance(self.start(page), str) and re.search(ROUTE, page.url) is not None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        board = re.search(ROUTE, page.url)
        asked = {"limit": LIMIT, "offset": 0, "needStat": True, "locale": "zh-CN"}
        body = board and {"orgId": board["company"], "siteId": int(board["site"]), "site": board["kind"].lower(), **asked}
        return [Ask(f"{page.origin}{API}jobs/v2#{self.start(page)}", json=body, headers=JSON_HEADERS)] if body else []


def printed(row: Any) -> list[Any]:
    """Places; a city may be no more than a number."""
    names = ("cityName", "provinceName", "country")
    return [", ".join(dict.fromkeys(texts(dig(raw, name) for name in names))) or raw for raw in listed(row, "locations")]


def pay(row: Any) -> dict[str, Any]:
    """Figures of pay in yuan; 0 means that nothing is said."""
    times, period = UNITS.get(count_at(row, "salaryUnit"), (0, None))
    found = {name: value * times for name in ("min", "max") if isinstance(value := dig(row, f"{name}Salary"), int | float) and value}
    return {**found, "currency": "CNY", "period": period} if found and times else {}


def board_url(page: Page) -> str | None:
    said = page.ask.json if page.ask else None
    if page.key and "/" in page.key:
        return home(page.key)
    return f"{page.origin}/{said.get('site', 'social')}-recruitment/{said.get('orgId')}/{said.get('siteId')}" if isinstance(said, dict) else None


def home(key: str) -> str:
    host, _, route = key.rpartition(":")
    return f"https://{host or HOST}.mokahr.com/{route}"


class Position(JsonForm):
    beside = {"board": board_url}
    fields = [
        jmes("id", "id"),
        jmes("url", "board && id && join('#/job/', [board, id])"),
        jmes("title", "title"),
        jmes("department", "department.name || department"),
        jmes("employment_type", "commitment"),
        jmes("experience_years_min", "minExperience"),
        made("location", printed),
        made("salaries", pay),
        jmes("description_html", "jobDescription"),
        jmes("date_posted", "publishedAt || openedAt"),
    ]

    def body(self, page: Page) -> Any:
        return dig(plain(page), "data")


class Detail(Position):
    """``/job``: one posting."""

    row_texts = ("title",)
    row_keys = ("jobDescription",)


class Listing(Position):
    """``/jobs/v2``."""

    rows_in = "jobs"
    row_keys = ("title", "locations")
    total_in = "jobStats.total"
    paging = Offsets("offset", body=True, also={"needStat": False})

    def detail(self, page: Page, row: Any) -> Ask | None:
        if page.ask is None or row.get("jobDescription") or not row.get("id"):
            return None
        body = {**{name: dig(page.ask.json, name) for name in ("orgId", "siteId", "locale")}, "jobId": row["id"]}
        return Ask(page.ask.url.replace("jobs/v2", "job", 1), json=body, headers=JSON_HEADERS)


class Moka(Platform):
    name = "mokahr"
    hosts = ("mokahr.com",)
    addresses = (rf"^(?P<host>[\w-]+)\.mokahr\.com/{ROUTE}",)
    fold_keys = False
    forms = (Home(), Listing(), Detail())

    def make_key(self, match: re.Match[str]) -> str | None:
        host = match["host"].lower()
        return match["key"] if host == HOST else f"{host}:{match['key']}"

    def starts(self, key: str) -> list[Ask]:
        return [Ask(home(key))]
