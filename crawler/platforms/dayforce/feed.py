"""The public feed of a board, which a company may switch off. https://developers.dayforce.com (Job feeds)"""

from html import unescape
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Form, Page, first_row


class Feed(Form):
    """``/api/{tenant}/V1/JobFeeds``: a row for each language and place of a posting. An empty one may be switched off."""

    def reads(self, page: Page) -> bool:
        return {"ReferenceNumber", "JobDetailsUrl"} <= first_row(page.json).keys()

    def rows(self, page: Page) -> list[Any]:
        """A posting once, in English where it is, with the ``places`` of all its rows."""
        found: dict[Any, list[Any]] = {}
        for number, row in enumerate(page.json):
            same = row.get("ReferenceNumber") if isinstance(row, dict) else None
            found.setdefault(str(same) if same else number, []).append(row)
        return [{**max(rows, key=rank), "places": rows} if isinstance(rows[0], dict) else rows[0] for rows in found.values()]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "ReferenceNumber")
        loader.add_jmes("url", "JobDetailsUrl")
        loader.add_jmes("apply_url", "ApplyUrl")
        loader.add_jmes("requisition_id", "ParentRequisitionCode")
        loader.add_jmes("title", "Title")
        loader.add_jmes("company", "CompanyName || ParentCompanyName")
        loader.add_jmes("department", "JobFamily")
        loader.add_jmes("team", "JobFunction")
        loader.add_jmes("employment_type", "EmploymentIndicator")
        loader.add_jmes("language", "CultureCode")
        loader.add_jmes("locations", "places[].{city: City, region: State, country: Country}")
        loader.add_jmes("workplace", "IsVirtualLocation == `true` && 'remote' || null")
        loader.add_jmes("salaries", "{min: MinHiringRate, max: MaxHiringRate}")
        loader.add_jmes("description", "Description", plain)
        loader.add_jmes("date_posted", "DatePosted")
        loader.add_jmes("date_modified", "LastUpdated")


def rank(row: Any) -> tuple[bool, bool]:
    return bool(row.get("Description")), str(row.get("CultureCode")).startswith("en")


def plain(text: str) -> str:
    """*text* as HTML, or without the entities that stand in plain text."""
    return text if "<" in text else unescape(text)
