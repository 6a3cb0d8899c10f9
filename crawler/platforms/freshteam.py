"""Freshteam. A whole board on one page, in several templates; the text on each posting's page, beside JSON-LD.

The list under ``/api/job_postings`` wants a key.
"""

from typing import Any

from crawler.platforms.base import HtmlForm, Page, Platform, address, css, made, xpath


def has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


NUMBER = r"/jobs/([\w-]+)/"
# In the link itself, else beside it.
INFO = f"*[{has('location-info')}]"
PLACE = f"(.//{INFO} | self::*[not(.//{INFO})]/ancestor::*[self::li or {has('row')}][1]//{INFO})[1]//text()[normalize-space()]"


def place_beside(link: Any) -> list[str]:
    """The place of a *link* that does not say it itself."""
    return [] if link.xpath("@data-portal-location[normalize-space()]") else link.xpath(f"{PLACE}[1]").getall()


class Board(HtmlForm):
    """``/jobs``. All templates link with ``/jobs/{id}/{slug}``; what stands in the link and what beside it differs."""

    rows_in = f"//a[contains(@href, '/jobs/')][@data-portal-location or descendant-or-self::*[{has('job-title')}]]"
    empty_in = ".no-jobs-found, [data-portal-id=no_data]"
    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=NUMBER),
        xpath("url", "@href"),
        xpath("title", f"string(descendant-or-self::*[{has('job-title')}][1])"),
        xpath("title", "string(.)"),
        xpath("department", "ancestor::li[@data-portal-role]//h5/text()"),
        xpath("employment_type", f"{PLACE}[position() > 1]"),
        xpath("location", "@data-portal-location"),
        made("location", place_beside),
        xpath("workplace", "@data-portal-remote-location", {"true": "remote"}.get),
    ]

    def marked(self, page: Page) -> bool:
        return "data-portal-" in page.text or "freshteam.com" in page.parts.netloc

    def total(self, page: Page) -> int | None:
        return len({row.xpath("@href").re_first(NUMBER) for row in self.rows(page)}) or None


class Posting(HtmlForm):
    """``/jobs/{id}/{slug}``."""

    mark = "job-details-content"
    shows = ".job-details-content"
    fields = [
        address("id", re=NUMBER),
        address("url", re=r"^[^?]+"),
        css("title", ".job-details h1::text, h1::text"),
        xpath("description_html", f"//*[{has('job-details-content')}]/node()[not(self::form or descendant-or-self::*[{has('application-form')}])]"),
    ]

    def marked(self, page: Page) -> bool:
        return super().marked(page) and "freshteam.com" in page.url + page.text


class Freshteam(Platform):
    name = "freshteam"
    hosts = ("freshteam.com",)
    not_keys = frozenset({"www", "api", "assets", "static", "support", "developers", "s3"})
    forms = (Posting(), Board())
    page_urls = "https://{key}.freshteam.com/jobs"
