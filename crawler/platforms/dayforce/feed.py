"""The public feed of a board, which a company may switch off. https://developers.dayforce.com (Job feeds)"""

from html import unescape
from typing import Any

from crawler.platforms.base import JsonForm, Page, jmes


def rank(row: Any) -> tuple[bool, bool]:
    return bool(row.get("Description")), str(row.get("CultureCode")).startswith("en")


def plain(text: str) -> str:
    """*text* as HTML, or without the entities that stand in plain text."""
    return text if "<" in text else unescape(text)


class Feed(JsonForm):
    """``/api/{tenant}/V1/JobFeeds``: a row for each language and place of a posting. An empty one may be switched off."""

    row_keys = ("ReferenceNumber", "JobDetailsUrl")
    fields = [
        jmes("id", "ReferenceNumber"),
        jmes("url", "JobDetailsUrl"),
        jmes("apply_url", "ApplyUrl"),
        jmes("requisition_id", "ParentRequisitionCode"),
        jmes("title", "Title"),
        jmes("company", "CompanyName || ParentCompanyName"),
        jmes("department", "JobFamily"),
        jmes("team", "JobFunction"),
        jmes("employment_type", "EmploymentIndicator"),
        jmes("language", "CultureCode"),
        jmes("locations", "places[].{city: City, region: State, country: Country}"),
        jmes("workplace", "IsVirtualLocation == `true` && 'remote' || null"),
        jmes("salaries", "{min: MinHiringRate, max: MaxHiringRate}"),
        jmes("description", "Description", plain),
        jmes("date_posted", "DatePosted"),
        jmes("date_modified", "LastUpdated"),
    ]

    def may_be_empty(self, page: Page) -> bool:
        return False

    def rows(self, page: Page) -> list[Any]:
        """A posting once, in English where it is, with the ``places`` of all its rows."""
        found: dict[Any, list[Any]] = {}
        for number, row in enumerate(page.json):
            same = row.get("ReferenceNumber") if isinstance(row, dict) else None
            found.setdefault(str(same) if same else number, []).append(row)
        return [{**max(rows, key=rank), "places": rows} if isinstance(rows[0], dict) else rows[0] for rows in found.values()]
