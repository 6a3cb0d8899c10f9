"""Trakstar Hire, once Recruiterbox. A list of openings with their texts, and without dates.

The list outlives a company's account; the openings' own pages do not, and have the dates: each is looked at.
API: https://apiv1.recruiterbox.com/frontend_api.html
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row, further

API = "https://jsapi.recruiterbox.com/v1/openings?client_name={}&offset={}&limit={}"
LIMIT = 100  # rows
TOTAL = re.compile(r"""\btotal_jobs["']?\s{0,5}:\s{0,5}["']?(\d{1,6})""")
ID = r"/jobs/(\w+)"


class Api(Form):
    """``/v1/openings?client_name={company}``."""

    def reads(self, page: Page) -> bool:
        return "hosted_url" in first_row(page.json, "objects") or (page.get("objects") == [] and page.get("meta", "total") == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return list(page.json["objects"])

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "meta", "total")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        name = page.query.get("client_name") or page.key
        if page.get("meta", "offset") or not name:
            return []
        size = count_at(page.json, "meta", "limit") or len(page.json["objects"])
        return [Ask(API.format(name, start, size), headers=JSON_HEADERS) for start in further(self.total(page), size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(row["hosted_url"]) if str(row.get("hosted_url")).startswith("http") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "hosted_url")
        loader.add_jmes("title", "title")
        loader.add_jmes("team", "team")
        loader.add_jmes("employment_type", "position_type")
        loader.add_jmes("location", "join(', ', [location.city, location.state, location.country][?@])")
        loader.add_jmes("locations", "location.{city: city, region: state, country: country}")
        loader.add_jmes("workplace", "allows_remote == `true` && 'remote' || null")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("valid_through", "close_date")


class Board(Form):
    """``{company}.hire.trakstar.com``: twenty-five or a hundred openings a page, without texts."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "js-careers-page-job-list-item" in page.text and bool(self.rows(page))

    def rows(self, page: Page) -> Any:
        return page.css(".js-careers-page-job-list-item")

    def total(self, page: Page) -> int | None:
        return count_at(TOTAL.findall(page.text), 0)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("p", "1") != "1":
            return []
        size = len(self.rows(page))
        limit = f"limit={page.query['limit']}&" if page.query.get("limit", "").isdigit() else ""
        return [Ask(page.join(f"?{limit}p={number}")) for number, _ in enumerate(further(self.total(page), size), 2)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        link = row.xpath("(.//a/@href | @data-href)[1]").get()
        return Ask(page.join(link)) if link else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", ".//a/@href | @data-href", re=ID)
        loader.add_xpath("url", "(.//a/@href | @data-href)[1]")
        loader.add_css("title", ".js-job-list-opening-name::text, .js-job-list-opening-name::attr(title)")
        loader.add_css("employment_type", ".js-job-list-opening-meta span::text")
        loader.add_xpath("location", "normalize-space(.//*[contains(@class, 'js-job-list-opening-loc')])")


class Recruiterbox(Platform):
    name = "recruiterbox"
    hosts = ("recruiterbox.com", "hire.trakstar.com")
    addresses = (
        r"^jsapi\.recruiterbox\.com/v1/openings[^?]*\?(?:.*&)?client_name=(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.(?:recruiterbox|hire\.trakstar)\.com(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "apiv1", "jsapi", "app", "developers", "help", "static", "support", "blog"})
    confirmed = "documentation"
    forms = (Api(), Board())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(API.format(key, 0, LIMIT), headers=JSON_HEADERS), Ask(f"{self.board_url(key)}?limit={LIMIT}")]

    def board_url(self, key: str) -> str:
        return f"https://{key}.hire.trakstar.com/"
