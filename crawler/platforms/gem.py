"""Gem. A whole board with its texts in one list; the employer's name and the pay only posting by posting, from what the pages ask.

API: https://api.gem.com/job_board/v0/reference
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig, first_row

API = "https://api.gem.com/job_board/v0/{}/job_posts/"
PAGES_API = "https://jobs.gem.com/api/public/graphql/batch"
QUERY = """query ExternalJobPostingQuery($boardId: String!, $extId: String!) {
  oatsExternalJobPosting(boardId: $boardId, extId: $extId) {
    extId title descriptionHtml compensationHtml firstPublishedTsSec
    locations { name city isoCountry isRemote }
    job { locationType employmentType requisitionId teamDisplayName department { name } }
  }
}"""


class Api(Form):
    """``/job_board/v0/{board}/job_posts/``."""

    def reads(self, page: Page) -> bool:
        row = first_row(page.json)
        # Without a posting nothing but the address tells whose list it is.
        return ("content_plain" in row and "first_published_at" in row) or (page.json == [] and page.parts.path.startswith("/job_board/"))

    def rows(self, page: Page) -> Iterable[Any]:
        return list(page.json)

    def total(self, page: Page) -> int | None:
        return len(page.json)

    def detail(self, page: Page, row: Any) -> Ask | None:
        if not page.key or not row.get("id"):
            return None
        asked = {"operationName": "ExternalJobPostingQuery", "variables": {"boardId": page.key, "extId": row["id"]}, "query": QUERY}
        return Ask(PAGES_API, json=[asked], headers=JSON_HEADERS)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "absolute_url")
        loader.add_jmes("requisition_id", "requisition_id")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "departments[].name")
        loader.add_jmes("employment_type", "employment_type")
        loader.add_jmes("location", "location.name || offices[].[location.name || name][]")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("workplace", "location_type")
        loader.add_jmes("description_html", "content")
        loader.add_jmes("description", "!content && content_plain || null")
        loader.add_jmes("date_posted", "first_published_at")
        loader.add_jmes("date_modified", "updated_at")


class Posting(Form):
    """What the page of a posting asks for: pay and employer, and the text again."""

    def reads(self, page: Page) -> bool:
        return isinstance(dig(posting(page), "title"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return [posting(page)]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "extId")
        loader.add_jmes("requisition_id", "job.requisitionId")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "job.teamDisplayName")
        loader.add_jmes("department", "job.department.name")
        loader.add_jmes("employment_type", "job.employmentType")
        loader.add_jmes("location", "locations[].name")
        loader.add_jmes("locations", "locations[].{city: city, country: isoCountry}")
        loader.add_jmes("workplace", "(locations[?isRemote == `true`] && 'remote') || job.locationType")
        loader.add_jmes("salary_text", "compensationHtml")
        loader.add_jmes("description_html", "descriptionHtml")
        loader.add_jmes("date_posted", "firstPublishedTsSec")


def posting(page: Page) -> Any:
    return page.get(0, "data", "oatsExternalJobPosting") or page.get("data", "oatsExternalJobPosting")


class Gem(Platform):
    name = "gem"
    hosts = ("jobs.gem.com", "api.gem.com")
    addresses = (
        r"^api\.gem\.com/job_board/v0/(?P<key>[\w.-]+)",
        r"^jobs\.gem\.com/(?P<key>[\w.-]+)",
    )
    not_keys = frozenset({"api", "static", "assets", "_next", "favicon.ico", "robots.txt", "sitemap.xml"})
    confirmed = "recording"
    forms = (Api(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(API.format(key), headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://jobs.gem.com/{key}"
