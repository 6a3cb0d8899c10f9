"""PageUp. A table or cards of postings, each page naming the next; facts and text on each posting's page, as employers lay them out.

The key is the way to a board, ``<instance>/<source>/<language>``.
"""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.platforms.base import HtmlForm, Page, Platform, address, jmes, made, xpath

LIMIT = 500  # rows
NUMBER = re.compile(r"/job/(\d+)")
# Links that lead to a posting beside the one that names it.
NOT_TITLES = frozenset({"", "apply", "apply now", "details", "learn more", "read more", "view", "view details", "view job", "view position"})
NONE = ("no jobs matched", "no jobs available", "no current opportunities")
ROW = "(ancestor::tr[1] | ancestor::*[contains(concat(' ', @class, ' '), ' card ')][1])//*[contains(concat(' ', @class, ' '), ' {} ')]"


def title(link: Selector) -> str | None:
    text = " ".join((link.xpath("string(.)").get() or "").split())
    return None if text.lower().strip(" .:") in NOT_TITLES else text


class Listing(HtmlForm):
    """``/{key}/listing/``."""

    next_in = "#search-results a.more-link::attr(href)"
    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=NUMBER.pattern),
        xpath("url", "@href"),
        made("title", title),
        xpath("department", f"string({ROW.format('department')})"),
        xpath("employment_type", f"string({ROW.format('work-type')})"),
        xpath("location", f"string({ROW.format('location')})"),
        xpath("valid_through", f"{ROW.format('close-date')}//@datetime"),
    ]

    def reads(self, page: Page) -> bool:
        if "job-link" not in page.text and "pageup" not in page.parts.netloc:
            return False
        return bool(self.links(page)) or self.says_empty(page)

    def links(self, page: Page) -> dict[str, list[Selector]]:
        """The links to each posting, by its number."""
        found: dict[str, list[Selector]] = {}
        for link in page.css("#search-results-content a.job-link"):
            if number := link.xpath("@href").re_first(NUMBER):
                found.setdefault(number, []).append(link)
        return found

    def rows(self, page: Page) -> list[Selector]:
        return [named[0] for links in self.links(page).values() if (named := [link for link in links if title(link)])]

    def total(self, page: Page) -> int | None:
        """What the first page shows, and what it says is left."""
        if page.query.get("page", "1") != "1":
            return None
        left = page.css("#search-results a.more-link .count::text").re_first(r"\d[\d,]*") or ("" if page.css(self.next_in) else "0")
        return len(self.links(page)) + int(left.replace(",", "")) if left and len(left) < 9 else None

    def says_empty(self, page: Page) -> bool:
        if self.links(page):
            return False
        text = (page.xpath("string(//body)").get() or "").lower()
        return any(words in text for words in NONE)


TEXT = "node()[not(self::script or self::style or self::a[contains(@class, 'apply-link') or contains(@class, 'back-link') or contains(@class, 'employee-referral-link')])]"


class Posting(HtmlForm):
    """``/{key}/job/{number}/{slug}``: facts in lines that begin with a bold name, in between and after them the text."""

    mark = 'id="job-content"'
    shows = "#job-content"
    fields = [
        address("id", re=NUMBER.pattern),
        address("url", re=r"^[^?]+"),
        jmes("apply_url", "apply"),
        jmes("requisition_id", 'facts.["job no", "job number", "position number"]'),
        jmes("title", "title"),
        jmes("department", 'facts.[department, category, categories, "division/organization", "faculty / portfolio"]'),
        jmes("employment_type", 'facts.["work type", "employment type", "position type", "appointment type"]'),
        jmes("location", "facts.[location, locations]"),
        jmes("salary_text", 'facts.[salary, "salary range", "salary/wage range or lump sum", remuneration, "level / salary"]'),
        jmes("description_html", "text"),
        jmes("date_posted", 'facts.["open date", "date advertised", "posting date", posted]'),
    ]

    def rows(self, page: Page) -> Iterable[Any]:
        content = page.css("#job-content")[0]
        facts: dict[str, str] = {}
        for name in content.css("strong, b"):
            label = " ".join((name.xpath("string(.)").get() or "").split())
            line = " ".join((name.xpath("string(..)").get() or "").split())
            if 0 < len(label) <= 40 and line.startswith(label):
                facts.setdefault(label.lower().strip(" :."), line[len(label) :].strip(" :."))
        headings = content.css("h1, h2, h3") or page.css("title")
        return [{"title": headings.xpath("string(.)").get(), "facts": facts, "apply": content.css("a.apply-link::attr(href)").get(), "text": content.xpath(TEXT).getall()}]


class PageUp(Platform):
    name = "pageup"
    hosts = ("pageuppeople.com",)
    addresses = (r"^careers\.pageuppeople\.com/(?:mob/)?(?P<key>\d+/[\w-]+/[a-z]{2,3}(?:-[a-z0-9]{2,8})*)(?:/|\?|$)",)
    confirmed = "documentation"
    forms = (Listing(), Posting())

    board_page = "https://{host}/"
    page_urls = f"https://{{host}}/listing/?page=1&page-items={LIMIT}"

    def address(self, template: str, key: str) -> str:
        return template.replace("{host}", f"careers.pageuppeople.com/{key}" if "/" in key else key)
