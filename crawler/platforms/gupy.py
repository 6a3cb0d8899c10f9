"""Gupy. The careers page holds the whole board in its state; a posting's page its text, and JSON-LD."""

from typing import Any

from crawler.platforms.base import JsonForm, Page, Platform, dig, jmes

# Its words for a type that others would not be read for: who works as a company of one's own, or through one.
TYPES = dict.fromkeys(("vacancy_type_legal_entity", "vacancy_legal_entity", "vacancy_type_outsource"), "CONTRACTOR")
STATE = "__NEXT_DATA__.props.pageProps"


def kind(text: str) -> str:
    return TYPES.get(text, text)


class Board(JsonForm):
    """``{company}.gupy.io``."""

    state = STATE
    rows_in = "jobs"
    whole = True
    beside = {"careerPage": "careerPage"}
    tells_rows = True
    detail_in = "id && join('/', ['/jobs', to_string(id)])"
    fields = [
        jmes("id", "id"),
        jmes("url", "jobUrl"),
        jmes("url", "id && to_string(id)", "/jobs/{}".format),
        jmes("title", "title || name"),
        jmes("company", "careerPage.[publicationName, name][?@]"),
        jmes("department", "department"),
        jmes("employment_type", "type", kind),
        jmes("locations", "workplace.address.{city: city, region: state, country: country}"),
        jmes("workplace", "workplace.workplaceType"),
        jmes("date_posted", "publishedAt"),
    ]

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.body(page), "careerPage"), dict) and super().reads(page)

    def may_be_empty(self, page: Page) -> bool:
        return "gupy" in page.text

    def is_row(self, row: dict[str, Any]) -> bool:
        return "workplace" in row or "careerPageId" in row


class Posting(JsonForm):
    """``/jobs/{id}``."""

    state = STATE
    rows_in = "job"
    row_keys = ("prerequisites",)
    fields = [
        jmes("id", "id"),
        jmes("title", "name || title"),
        jmes("description_html", "[description, responsibilities, prerequisites, relevantExperiences]"),
        jmes("responsibilities", "responsibilities"),
        jmes("requirements", "prerequisites"),
        jmes("date_posted", "publishedAt"),
    ]

    def is_row(self, row: dict[str, Any]) -> bool:
        return super().is_row(row) and bool(row.get("name") or row.get("title"))


class Gupy(Platform):
    name = "gupy"
    hosts = ("gupy.io",)
    not_keys = frozenset({"www", "app", "api", "developers", "login", "portal", "support", "private-api", "assets", "cdn", "static"})
    forms = (Board(), Posting())
    page_urls = "https://{key}.gupy.io/"
