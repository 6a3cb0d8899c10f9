"""Dover. A board's name leads to the number of its careers page, that to the list, and each posting to its text and pay."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, count_at, first_row, listed

API = "https://app.dover.com/api/v1/"
LIMIT = 100  # rows
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class Careers(Form):
    """``/careers-page-slug/{name}`` and ``/careers-page/{number}``: no posting, but the number under which they lie."""

    def reads(self, page: Page) -> bool:
        number = page.get("id")
        return isinstance(number, str) and "slug" in page.json and "dover.com" in page.parts.netloc and bool(re.fullmatch(UUID, number))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(f"{API}careers-page/{page.json['id']}/jobs?limit={LIMIT}", headers=JSON_HEADERS)]


class Listing(Form):
    """``/careers-page/{number}/jobs``."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json, "results")
        return {"is_sample", "title"} <= first.keys() or (page.get("results") == [] and page.get("count") == 0 and "dover.com" in page.parts.netloc)

    def rows(self, page: Page) -> Iterable[Any]:
        board = page.key if page.key and not re.fullmatch(UUID, page.key) and "." not in page.key else None
        return beside(listed(page.json, "results"), board=board)

    def skips(self, row: Any) -> bool:
        """Drafts, and the examples that new boards come with."""
        return row.get("is_published") is False or row.get("is_sample") is True

    def total(self, page: Page) -> int | None:
        count = count_at(page.json, "count")
        return None if count is None else max(count - sum(isinstance(row, dict) and self.skips(row) for row in listed(page.json, "results")), 0)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        url = page.get("next")
        return [Ask(url, headers=JSON_HEADERS)] if isinstance(url, str) and url.startswith(API) else []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API}inbound/application-portal-job/{row['id']}", headers=JSON_HEADERS) if row.get("id") else None

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("url", "board && id && join('/', ['https://app.dover.com/apply', board, id])")


class Detail(Form):
    """``/inbound/application-portal-job/{id}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("title"), str) and {"client_name", "user_provided_description"} <= page.json.keys()

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json]

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)
        loader.add_jmes("company", "client_name")
        loader.add_jmes("employment_type", "compensation.employment_type")
        loader.add_jmes("salaries", "compensation.{min: lower_bound, max: upper_bound, currency: currency_code, period: salary_range_type}")
        loader.add_jmes("description_html", "user_provided_description")
        loader.add_jmes("date_posted", "date_posted || created")


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("id", "id")
    loader.add_jmes("title", "title")
    loader.add_jmes("location", "locations[].[name || location_option.display_name][]")
    loader.add_jmes("location", "location")
    loader.add_jmes("locations", "locations[].location_option.{city: city, region: state, country: country}")
    loader.add_jmes("workplace", "[workplace_type, locations[].location_type][]")


class Dover(Platform):
    name = "dover"
    hosts = ("app.dover.com",)
    addresses = (
        r"^app\.dover\.com/api/v1/careers-page(?:-slug)?/(?P<key>[\w-]+)",
        r"^app\.dover\.com/jobs/(?P<key>[\w-]+)",
        rf"^app\.dover\.com/(?:[^/?#]+/)?careers/(?P<key>{UUID})",
    )
    confirmed = "documentation"
    forms = (Listing(), Detail(), Careers())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API}careers-page{'' if re.fullmatch(UUID, key) else '-slug'}/{key}", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://app.dover.com/careers/{key}" if re.fullmatch(UUID, key) else f"https://app.dover.com/jobs/{key}"
