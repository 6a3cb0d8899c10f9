"""Rippling. A whole board in one list, a row for each place of a posting; texts and pay one by one. Pages hold the same.

API: https://developer.rippling.com/documentation/job-board-api-v2
"""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, listed

API = "https://api.rippling.com/platform/api/ats/{}/board/{}/jobs"
PAGE = "https://ats.rippling.com/{}/jobs"
LOCALE = r"(?:[a-z]{2}(?:-[a-z]{2})?/)?"


class Listing(Form):
    """``/ats/v1/board/{board}/jobs``: an array, the same posting once for each of its places."""

    def reads(self, page: Page) -> bool:
        rows = page.json
        if not isinstance(rows, list):
            return False
        first = next((row for row in rows if isinstance(row, dict)), None)
        return "uuid" in first and "workLocation" in first if first else not rows and "rippling.com" in page.parts.netloc

    def rows(self, page: Page) -> list[Any]:
        """A posting once, with ``places``: what each of its rows says of where it is."""
        found: dict[Any, Any] = {}
        for number, row in enumerate(page.json):
            if not isinstance(row, dict):
                found[number] = row
                continue
            places = found.setdefault(str(row.get("uuid") or number), {**row, "places": []})["places"]
            places.append(row.get("workLocation"))
        return list(found.values())

    def total(self, page: Page) -> int | None:
        return len(self.rows(page))

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API.format('v1', page.key)}/{row['uuid']}", headers=JSON_HEADERS) if page.key and row.get("uuid") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "uuid")
        loader.add_jmes("url", "url")
        loader.add_jmes("title", "name")
        loader.add_jmes("department", "department.label")
        loader.add_jmes("location", "places[].label")
        loader.add_jmes("location", "places")  # given as plain text on some rows


class Paged(Form):
    """``/ats/v2/board/{board}/jobs``, and the board's page, which holds the same: a posting once, a hundred or twenty a page."""

    headers: ClassVar[dict[str, str]] = JSON_HEADERS

    def found(self, page: Page) -> Any:
        """The object that has the rows in it."""
        return page.json

    def reads(self, page: Page) -> bool:
        found = self.found(page)
        if not isinstance(dig(found, "items"), list) or not isinstance(dig(found, "totalItems"), int):
            return False
        first = next((row for row in found["items"] if isinstance(row, dict)), None)
        return "locations" in first and "rippling.com" in str(first.get("url")) if first else not found["items"] and "rippling.com" in page.parts.netloc

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(self.found(page), "items")

    def total(self, page: Page) -> int | None:
        return int(self.found(page)["totalItems"])

    def next_asks(self, page: Page) -> Iterable[Ask]:
        pages = dig(self.found(page), "totalPages")
        if not isinstance(pages, int) or page.query.get("page", "0") != "0":
            return []
        url = page.url.partition("?")[0]
        return [Ask(f"{url}?{urlencode({**page.query, 'page': number})}", headers=self.headers) for number in range(1, pages)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{API.format('v1', page.key)}/{row['id']}", headers=JSON_HEADERS) if page.key and row.get("id") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url")
        loader.add_jmes("title", "name")
        loader.add_jmes("department", "department.name || department.label")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "locations[].name")
        loader.add_jmes("locations", "locations[].{city: city, region: stateCode || state, country: countryCode || country}")
        loader.add_jmes("workplace", "locations[].workplaceType")


class Board(Paged):
    source = "html"
    headers: ClassVar[dict[str, str]] = {}

    def found(self, page: Page) -> Any:
        if "rippling" not in page.text:
            return None
        queries = listed(page.states.get("__NEXT_DATA__"), "props", "pageProps", "dehydratedState", "queries")
        return next((data for query in queries if isinstance(dig(data := dig(query, "state", "data"), "items"), list)), None)


class Detail(Form):
    """``/ats/v1/board/{board}/jobs/{uuid}``, and the posting's page, which holds the same."""

    def found(self, page: Page) -> Any:
        return page.json

    def reads(self, page: Page) -> bool:
        found = self.found(page)
        known = "workLocations" in found or dig(found, "description", "role") is not None if isinstance(found, dict) else False
        return known and isinstance(found.get("uuid"), str) and isinstance(found.get("name"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([self.found(page)], page=f"{PAGE.format(page.key)}/" if page.key and "." not in page.key else None)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "uuid")
        loader.add_jmes("url", "page && join('', [page, uuid])")
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "companyName")
        loader.add_jmes("department", "department.[base_department, name]")
        loader.add_jmes("team", "department.base_department != department.name && department.name")
        loader.add_jmes("employment_type", "[employmentType.label, employmentType.id, employmentType]")
        loader.add_jmes("location", "workLocations[].[@, label][]")
        loader.add_jmes("workplace", "locations[].workplaceType")
        loader.add_jmes("salaries", "payRangeDetails[].{min: rangeStart, max: rangeEnd, currency: currency, period: frequency, label: location}")
        loader.add_jmes("description_html", "[description.company, description.role, description.team, description.compensation, description]")
        loader.add_jmes("date_posted", "createdOn")


class Posting(Detail):
    source = "html"

    def found(self, page: Page) -> Any:
        return dig(page.states.get("__NEXT_DATA__"), "props", "pageProps", "apiData", "jobPost") if "rippling" in page.text else None


class Rippling(Platform):
    name = "rippling"
    hosts = ("rippling.com",)
    addresses = (
        r"^(?:api\.rippling\.com/platform/api/ats|ats(?:\.\w+)?\.rippling\.com/api)/v\d/board/(?P<key>[\w-]+)",
        rf"^ats(?:\.\w+)?\.rippling\.com/(?:embed/)?{LOCALE}(?P<key>[\w-]+)/jobs(?:/|\?|$)",
        rf"^ats(?:\.\w+)?\.rippling\.com/(?:embed/)?{LOCALE}(?P<key>[\w-]+)/?(?:\?|$)",
    )
    not_keys = frozenset({"api", "embed", "jobs", "assets", "static", "_next"})
    confirmed = "recording"
    forms = (Listing(), Detail(), Paged(), Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        first, second = (API.format(version, key) for version in ("v1", "v2"))
        return [Ask(first, headers=JSON_HEADERS), Ask(f"{second}?page=0&pageSize=100", headers=JSON_HEADERS), Ask(PAGE.format(key))]

    def board_url(self, key: str) -> str:
        return PAGE.format(key)
