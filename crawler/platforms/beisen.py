"""Beisen. The page of a board names its portal, whose list has all texts; boards of the older kind are tables, twenty rows a page."""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    beside,
    count_at,
    dig,
    first_row,
    further,
    listed,
)

API = "/api/Jobad/GetJobAdPageList"
LIMIT = 1000  # rows
SHOWN = ["Category", "Kind", "LocId", "DetailAddress", "Org", "Degree", "YearsOfWorking", "Salary", "PostDate"]  # fields that stay empty unless they are named
WAYS = {"1": "social", "2": "campus", "3": "intern"}
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class Home(Form):
    """``{company}.zhiye.com``: no posting, but the number of the portal."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "BSGlobal" in page.text and isinstance(dig(page.states.get("BSGlobal"), "PortalId"), str)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        body = {"PageIndex": 0, "PageSize": LIMIT, "KeyWords": "", "SpecialType": 0, "PortalId": page.states["BSGlobal"]["PortalId"], "DisplayFields": SHOWN}
        return [Ask(page.join(API), json=body, headers=JSON_HEADERS)]


class Listing(Form):
    """``/api/Jobad/GetJobAdPageList``."""

    def reads(self, page: Page) -> bool:
        return "JobAdName" in first_row(page.json, "Data") or (page.get("Data") == [] and self.total(page) == 0 and str(page.get("Code")) == "200")

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "Data"), site=page.origin)

    def skips(self, row: Any) -> bool:
        return row.get("Status") not in (None, 1)

    def total(self, page: Page) -> int | None:
        count = count_at(page.json, "Count")
        return None if count is None else max(count - sum(isinstance(row, dict) and self.skips(row) for row in listed(page.json, "Data")), 0)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or dig(page.ask.json, "PageIndex") != 0:
            return []
        pages = len(further(count_at(page.json, "Count"), len(page.json["Data"])))
        return [Ask(page.ask.url, json={**page.ask.json, "PageIndex": number}, headers=JSON_HEADERS) for number in range(1, pages + 1)]

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        loader.add_jmes("id", "JobAdId || Id")
        if row.get("Id") and (way := row.get("CategoryId")):
            loader.add_value("url", f"{row['site']}/{WAYS.get(str(way), way)}/detail?jobAdId={row['Id']}")
        loader.add_jmes("title", "JobAdName")
        loader.add_jmes("department", "Org")
        loader.add_jmes("employment_type", "Kind")
        loader.add_jmes("location", "LocNames")
        if not listed(row, "LocNames"):
            loader.add_jmes("location", "DetailAddress")
        loader.add_jmes("salary_text", "Salary")
        loader.add_jmes("description", "[Duty, Require]")
        loader.add_jmes("responsibilities", "Duty")
        loader.add_jmes("requirements", "Require")
        loader.add_jmes("date_posted", "PostDate", a_day)
        loader.add_jmes("date_modified", "ChangeDate", a_day)


def a_day(text: str) -> str | None:
    return None if text.startswith("0001-") else text


class Table(Form):
    """``/Social``, ``/Campus`` and ``/Intern`` of older boards. What is in which column differs; the place stands before the date."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return ("/zpdetail/" in page.text and bool(self.rows(page))) or (page.parts.netloc.endswith("zhiye.com") and self.says_empty(page))

    def rows(self, page: Page) -> list[Selector]:
        return list(page.xpath("//tr[td//a[contains(@href, '/zpdetail/')]]"))

    def total(self, page: Page) -> int | None:
        said = page.xpath("//body//text()[contains(., '条记录')]").re_first(r"共\s*(\d+)\s*条记录")
        return count_at(said)

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

    def load(self, loader: PostingLoader) -> None:
        link = ".//a[contains(@href, '/zpdetail/')][1]"
        cells = [cell.xpath("@title").get() or cell.xpath("normalize-space(.)").get() or "" for cell in loader.row.xpath("td")]
        at = next((number for number, text in enumerate(cells) if DAY.fullmatch(text)), None)
        loader.add_xpath("id", f"{link}/@href", re=r"/zpdetail/(\d+)")
        loader.add_xpath("url", f"{link}/@href", re=r"^[^?#]+")
        loader.add_xpath("title", f"{link}/@title")
        loader.add_xpath("title", f"string({link})")
        if at is not None:
            loader.add_value("location", cells[at - 1] if at > 1 and not cells[at - 1].isdigit() else cells[1] if at > 1 else None)
            loader.add_value("date_posted", cells[at])


class Beisen(Platform):
    name = "beisen"
    hosts = ("zhiye.com",)
    addresses = (r"^(?P<key>[\w-]+)\.zhiye\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "help", "static", "support", "portal-oss"})
    confirmed = "documentation"
    forms = (Home(), Listing(), Table())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}.zhiye.com/"), Ask(f"https://{key}.zhiye.com/Social")]
