"""Rippling. A whole board in one list, a row for each place of a posting; texts and pay one by one. Pages hold the same.

API: https://developer.rippling.com/documentation/job-board-api-v2
"""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, further, listed

API = "https://api.rippling.com/platform/api/ats/{}/board/{}/jobs"
PAGE = "https://ats.rippling.com/{}/jobs"
LOCALE = r"(?:[a-z]{2}(?:-[a-z]{2})?/)?"


class Listing(Form):
    """``/ats/v1/board/{board}/jobs``, an array with a row for each place; ``/ats/v2/…``, pages with a row for each posting."""

    headers: ClassVar[dict[str, str]] = JSON_HEADERS

    def found(self, page: Page) -> Any:
        return page.json

    def given(self, page: Page) -> Any:
        found = self.found(page)
        return found if isinstance(found, list) else dig(found, "items")

    def reads(self, page: Page) -> bool:
        rows = self.given(page)
        first = next((row for row in rows if isinstance(row, dict)), None) if isinstance(rows, list) else None
        if first is None:
            return rows == [] and "rippling.com" in page.parts.netloc
        return {"uuid", "workLocation"} <= first.keys() or ("locations" in first and "rippling.com" in str(first.get("url")))

    def rows(self, page: Page) -> list[Any]:
        """A posting once, with ``places``: what each of its rows says of where it is."""
        found: dict[Any, Any] = {}
        for number, row in enumerate(self.given(page)):
            if isinstance(row, dict):
                same = found.setdefault(str(row.get("uuid") or number), {**row, "places": []})
                same["places"].append(row.get("workLocation"))
            else:
                found[number] = row
        return list(found.values())

    def total(self, page: Page) -> int | None:
        total = dig(self.found(page), "totalItems")
        return total if isinstance(total, int) else len(self.rows(page))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("page", "0") != "0":
            return []
        url, pages = page.url.partition("?")[0], further(dig(self.found(page), "totalPages"), 1)
        return [Ask(f"{url}?{urlencode({**page.query, 'page': number})}", headers=self.headers) for number in pages]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number = row.get("uuid") or row.get("id")
        return Ask(f"{API.format('v1', page.key)}/{number}", headers=JSON_HEADERS) if page.key and number else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "uuid || id")
        loader.add_jmes("url", "url")
        loader.add_jmes("title", "name")
        loader.add_jmes("department", "department.[label, name]")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "places[].[@, label][]")  # given as plain text on some rows
        loader.add_jmes("location", "locations[].name")
        loader.add_jmes("locations", "locations[].{city: city, region: stateCode || state, country: countryCode || country}")
        loader.add_jmes("workplace", "locations[].workplaceType")


class Board(Listing):
    """``ats.rippling.com/{board}/jobs``: pages of twenty."""

    source = "html"
    headers: ClassVar[dict[str, str]] = {}

    def found(self, page: Page) -> Any:
        queries = listed(state(page), "dehydratedState", "queries")
        return next((data for query in queries if isinstance(dig(data := dig(query, "state", "data"), "items"), list)), None)


class Detail(Form):
    """``/ats/v1/board/{board}/jobs/{uuid}``."""

    def found(self, page: Page) -> Any:
        return page.json

    def reads(self, page: Page) -> bool:
        found = self.found(page)
        known = isinstance(found, dict) and ("workLocations" in found or dig(found, "description", "role") is not None)
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
    """``ats.rippling.com/{board}/jobs/{uuid}``."""

    source = "html"

    def found(self, page: Page) -> Any:
        return dig(state(page), "apiData", "jobPost")


def state(page: Page) -> Any:
    return dig(page.states.get("__NEXT_DATA__"), "props", "pageProps") if "rippling" in page.text else None


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
    forms = (Listing(), Detail(), Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        first, second = (API.format(version, key) for version in ("v1", "v2"))
        return [Ask(first, headers=JSON_HEADERS), Ask(f"{second}?page=0&pageSize=100", headers=JSON_HEADERS), Ask(PAGE.format(key))]

    def board_url(self, key: str) -> str:
        return PAGE.format(key)
