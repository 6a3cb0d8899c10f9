"""PageUp. A table or cards of postings, each page naming the next; facts and text on each posting's page, as employers lay them out.

The key is the way to a board, ``<instance>/<source>/<language>``.
"""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform

LIMIT = 500  # rows
NUMBER = re.compile(r"/job/(\d+)")
# Links that lead to a posting beside the one that names it.
NOT_TITLES = frozenset({"", "apply", "apply now", "details", "learn more", "read more", "view", "view details", "view job", "view position"})
NONE = ("no jobs matched", "no jobs available", "no current opportunities")
ROW = "(ancestor::tr[1] | ancestor::*[contains(concat(' ', @class, ' '), ' card ')][1])//*[contains(concat(' ', @class, ' '), ' {} ')]"


class Listing(Form):
    """``/{key}/listing/``."""

    source = "html"

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
        left = page.css("#search-results a.more-link .count::text").re_first(r"\d[\d,]*") or ("" if self.more(page) else "0")
        return len(self.links(page)) + int(left.replace(",", "")) if left and len(left) < 9 else None

    def more(self, page: Page) -> str | None:
        return page.css("#search-results a.more-link::attr(href)").get()

    def says_empty(self, page: Page) -> bool:
        if self.links(page):
            return False
        text = (page.xpath("string(//body)").get() or "").lower()
        return any(words in text for words in NONE)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        href = self.more(page)
        return [Ask(page.join(href))] if href else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.xpath("@href").get()))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=NUMBER.pattern)
        loader.add_xpath("url", "@href")
        loader.add_value("title", title(loader.row))
        loader.add_xpath("department", f"string({ROW.format('department')})")
        loader.add_xpath("employment_type", f"string({ROW.format('work-type')})")
        loader.add_xpath("location", f"string({ROW.format('location')})")
        loader.add_xpath("valid_through", f"{ROW.format('close-date')}//@datetime")


def title(link: Selector) -> str | None:
    text = " ".join((link.xpath("string(.)").get() or "").split())
    return None if text.lower().strip(" .:") in NOT_TITLES else text


class Posting(Form):
    """``/{key}/job/{number}/{slug}``: facts in lines that begin with a bold name, in between and after them the text."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return 'id="job-content"' in page.text and bool(page.css("#job-content"))

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

    def load(self, loader: PostingLoader) -> None:
        loader.add_value("id", loader.base_url, re=NUMBER.pattern)
        loader.add_value("url", loader.base_url.partition("?")[0])
        loader.add_jmes("apply_url", "apply")
        loader.add_jmes("requisition_id", 'facts.["job no", "job number", "position number"]')
        loader.add_jmes("title", "title")
        loader.add_jmes("department", 'facts.[department, category, categories, "division/organization", "faculty / portfolio"]')
        loader.add_jmes("employment_type", 'facts.["work type", "employment type", "position type", "appointment type"]')
        loader.add_jmes("location", "facts.[location, locations]")
        loader.add_jmes("salary_text", 'facts.[salary, "salary range", "salary/wage range or lump sum", remuneration, "level / salary"]')
        loader.add_jmes("description_html", "text")
        loader.add_jmes("date_posted", 'facts.["open date", "date advertised", "posting date", posted]')


TEXT = "node()[not(self::script or self::style or self::a[contains(@class, 'apply-link') or contains(@class, 'back-link') or contains(@class, 'employee-referral-link')])]"


class PageUp(Platform):
    name = "pageup"
    hosts = ("pageuppeople.com",)
    addresses = (r"^careers\.pageuppeople\.com/(?:mob/)?(?P<key>\d+/[\w-]+/[a-z]{2,3}(?:-[a-z0-9]{2,8})*)(?:/|\?|$)",)
    confirmed = "documentation"
    forms = (Listing(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{self.board_url(key)}listing/?page=1&page-items={LIMIT}")]

    def board_url(self, key: str) -> str:
        return f"https://careers.pageuppeople.com/{key}/" if "/" in key else f"https://{key}/"
