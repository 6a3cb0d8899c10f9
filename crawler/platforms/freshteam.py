"""Freshteam. A whole board on one page, in several templates; the text on each posting's page, beside JSON-LD.

The list under ``/api/job_postings`` wants a key.
"""

from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform


def has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


LINK = f"//a[contains(@href, '/jobs/')][@data-portal-location or descendant-or-self::*[{has('job-title')}]]"
# In the link itself, else beside it.
INFO = f"*[{has('location-info')}]"
PLACE = f"(.//{INFO} | self::*[not(.//{INFO})]/ancestor::*[self::li or {has('row')}][1]//{INFO})[1]//text()[normalize-space()]"


class Board(Form):
    """``/jobs``. All templates link with ``/jobs/{id}/{slug}``; what stands in the link and what beside it differs."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return ("data-portal-" in page.text or "freshteam.com" in page.parts.netloc) and (bool(self.rows(page)) or self.says_empty(page))

    def rows(self, page: Page) -> list[Selector]:
        return list(page.xpath(LINK))

    def total(self, page: Page) -> int | None:
        return len({row.xpath("@href").re_first(NUMBER) for row in self.rows(page)}) or None

    def says_empty(self, page: Page) -> bool:
        return not self.rows(page) and bool(page.css(".no-jobs-found, [data-portal-id=no_data]"))

    def detail(self, page: Page, row: Any) -> Ask | None:
        href = row.xpath("@href").get()
        return Ask(page.join(href)) if href else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=NUMBER)
        loader.add_xpath("url", "@href")
        loader.add_xpath("title", f"string(descendant-or-self::*[{has('job-title')}][1])")
        loader.add_xpath("title", "string(.)")
        loader.add_xpath("department", "ancestor::li[@data-portal-role]//h5/text()")
        loader.add_xpath("employment_type", f"{PLACE}[position() > 1]")
        loader.add_xpath("location", "@data-portal-location")
        if not loader.row.xpath("@data-portal-location[normalize-space()]"):
            loader.add_xpath("location", f"{PLACE}[1]")
        if loader.row.xpath("@data-portal-remote-location").get() == "true":
            loader.add_value("workplace", "remote")


NUMBER = r"/jobs/([\w-]+)/"


class Posting(Form):
    """``/jobs/{id}/{slug}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "job-details-content" in page.text and "freshteam.com" in page.url + page.text and bool(page.css(".job-details-content"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_value("id", loader.base_url, re=NUMBER)
        loader.add_value("url", loader.base_url.partition("?")[0])
        loader.add_css("title", ".job-details h1::text, h1::text")
        loader.add_xpath("description_html", f"//*[{has('job-details-content')}]/node()[not(self::form or descendant-or-self::*[{has('application-form')}])]")


class Freshteam(Platform):
    name = "freshteam"
    hosts = ("freshteam.com",)
    addresses = (r"^(?P<key>[\w-]+)\.freshteam\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "assets", "static", "support", "developers", "s3"})
    confirmed = "documentation"
    forms = (Posting(), Board())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}.freshteam.com/jobs")]
