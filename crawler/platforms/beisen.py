"""Beisen. The page of a board names its portal, whose list has all texts; boards of the older kind are tables, twenty rows a page."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Numbers,
    Page,
    Platform,
    count_at,
    jmes,
    made,
    xpath,
)

API = "/api/Jobad/GetJobAdPageList"
LIMIT = 1000  # rows
SHOWN = ["Category", "Kind", "LocId", "DetailAddress", "Org", "Degree", "YearsOfWorking", "Salary", "PostDate"]  # fields that stay empty unless they are named
WAYS = {"1": "social", "2": "campus", "3": "intern"}
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class Home(JsonForm):
    """``{company}.zhiye.com``: no posting, but the number of the portal."""

    state = "BSGlobal"
    row_texts = ("PortalId",)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        body = {"PageIndex": 0, "PageSize": LIMIT, "KeyWords": "", "SpecialType": 0, "PortalId": self.body(page)["PortalId"], "DisplayFields": SHOWN}
        return [Ask(page.join(API), json=body, headers=JSON_HEADERS)]


def address_of(row: Any) -> str | None:
    way = row.get("CategoryId")
    return f"{row['site']}/{WAYS.get(str(way), way)}/detail?jobAdId={row['Id']}" if row.get("Id") and way else None


def a_day(text: str) -> str | None:
    return None if text.startswith("0001-") else text


class Listing(JsonForm):
    """``/api/Jobad/GetJobAdPageList``."""

    rows_in = "Data"
    row_keys = ("JobAdName",)
    total_in = "Count"
    total_has_hidden = True
    beside = {"site": lambda page: page.origin}
    paging = Numbers("PageIndex", body=True, first=0)
    fields = [
        jmes("id", "JobAdId || Id"),
        made("url", address_of),
        jmes("title", "JobAdName"),
        jmes("department", "Org"),
        jmes("employment_type", "Kind"),
        jmes("location", "LocNames"),
        jmes("location", "(type(LocNames) != 'array' || !LocNames) && DetailAddress"),
        jmes("salary_text", "Salary"),
        jmes("description", "[Duty, Require]"),
        jmes("responsibilities", "Duty"),
        jmes("requirements", "Require"),
        jmes("date_posted", "PostDate", a_day),
        jmes("date_modified", "ChangeDate", a_day),
    ]

    def may_be_empty(self, page: Page) -> bool:
        return super().may_be_empty(page) and str(page.get("Code")) == "200"

    def skips(self, row: Any) -> bool:
        return row.get("Status") not in (None, 1)


LINK = ".//a[contains(@href, '/zpdetail/')][1]"


def place_and_day(row: Selector) -> tuple[str | None, str | None]:
    """What is in which column differs; the place stands before the date."""
    cells = [cell.xpath("@title").get() or cell.xpath("normalize-space(.)").get() or "" for cell in row.xpath("td")]
    at = next((number for number, text in enumerate(cells) if DAY.fullmatch(text)), None)
    if at is None:
        return None, None
    return (cells[at - 1] if not cells[at - 1].isdigit() else cells[1]) if at > 1 else None, cells[at]


class Table(HtmlForm):
    """``/Social``, ``/Campus`` and ``/Intern`` of older boards."""

    rows_in = "//tr[td//a[contains(@href, '/zpdetail/')]]"
    fields = [
        xpath("id", f"{LINK}/@href", re=r"/zpdetail/(\d+)"),
        xpath("url", f"{LINK}/@href", re=r"^[^?#]+"),
        xpath("title", f"{LINK}/@title"),
        xpath("title", f"string({LINK})"),
        made("location", lambda row: place_and_day(row)[0]),
        made("date_posted", lambda row: place_and_day(row)[1]),
    ]

    def reads(self, page: Page) -> bool:
        return ("/zpdetail/" in page.text and bool(self.rows(page))) or (page.parts.netloc.endswith("zhiye.com") and self.says_empty(page))

    def advertised(self, page: Page) -> int | None:
        return count_at(page.xpath("//body//text()[contains(., '条记录')]").re_first(r"共\s*(\d+)\s*条记录"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The other pages of this list and the other lists, as far as there are links to them."""
        hrefs = page.xpath("//a/@href").getall()
        numbers = [int(match[1]) for href in hrefs if (match := re.search(r"[?&]PageIndex=(\d{1,4})$", href)) and "/zpdetail/" not in href]
        here = page.parts.path.rstrip("/")
        pages = [f"{page.origin}{here}/?PageIndex={number}" for number in range(2, max(numbers, default=1) + 1)] if "PageIndex" not in page.query else []
        lists = [page.join(href) for href in hrefs if re.fullmatch(r"(?:https?://[\w.-]+\.zhiye\.com)?/(?:Social|Campus|Intern)/?", href, re.IGNORECASE)]
        return [Ask(url) for url in dict.fromkeys([*pages, *lists]) if url.rstrip("/").lower() != f"{page.origin}{here}".lower()]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath(".//a[contains(@href, '/zpdetail/')]/@href").get().partition("?")[0]))


class Beisen(Platform):
    name = "beisen"
    hosts = ("zhiye.com",)
    not_keys = frozenset({"www", "api", "help", "static", "support", "portal-oss"})
    forms = (Home(), Listing(), Table())
    page_urls = ("https://{key}.zhiye.com/", "https://{key}.zhiye.com/Social")
