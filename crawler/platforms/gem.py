"""Gem. A whole board with its texts in one list; the employer's name and the pay only posting by posting, from what the pages ask.

API: https://api.gem.com/job_board/v0/reference
"""

from typing import Any

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, jmes

PAGES_API = "https://jobs.gem.com/api/public/graphql/batch"
QUERY = """query ExternalJobPostingQuery($boardId: String!, $extId: String!) {
  oatsExternalJobPosting(boardId: $boardId, extId: $extId) {
    extId title descriptionHtml compensationHtml firstPublishedTsSec
    locations { name city isoCountry isRemote }
    job { locationType employmentType requisitionId teamDisplayName department { name } }
  }
}"""


class Api(JsonForm):
    """``/job_board/v0/{board}/job_posts/``."""

    row_keys = ("content_plain", "first_published_at")
    empty_at = "^[^/]*/job_board/"  # nothing else tells whose list it is
    whole = True
    fields = [
        jmes("id", "id"),
        jmes("url", "absolute_url"),
        jmes("requisition_id", "requisition_id"),
        jmes("title", "title"),
        jmes("department", "departments[].name"),
        jmes("employment_type", "employment_type"),
        jmes("location", "location.name || offices[].[location.name || name][]"),
        jmes("location", "location"),  # given as plain text on some rows
        jmes("workplace", "location_type"),
        jmes("description_html", "content"),
        jmes("description", "!content && content_plain || null"),
        jmes("date_posted", "first_published_at"),
        jmes("date_modified", "updated_at"),
    ]

    def detail(self, page: Page, row: Any) -> Ask | None:
        if not page.key or not row.get("id"):
            return None
        asked = {"operationName": "ExternalJobPostingQuery", "variables": {"boardId": page.key, "extId": row["id"]}, "query": QUERY}
        return Ask(PAGES_API, json=[asked], headers=JSON_HEADERS)


class Posting(JsonForm):
    """What the page of a posting asks for: pay and employer, and the text again."""

    row_texts = ("title",)
    fields = [
        jmes("id", "extId"),
        jmes("requisition_id", "job.requisitionId"),
        jmes("title", "title"),
        jmes("company", "job.teamDisplayName"),
        jmes("department", "job.department.name"),
        jmes("employment_type", "job.employmentType"),
        jmes("location", "locations[].name"),
        jmes("locations", "locations[].{city: city, country: isoCountry}"),
        jmes("workplace", "(locations[?isRemote == `true`] && 'remote') || job.locationType"),
        jmes("salary_text", "compensationHtml"),
        jmes("description_html", "descriptionHtml"),
        jmes("date_posted", "firstPublishedTsSec"),
    ]

    def found(self, page: Page) -> Any:
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
    api_urls = "https://api.gem.com/job_board/v0/{key}/job_posts/"
    board_page = "https://jobs.gem.com/{key}"
