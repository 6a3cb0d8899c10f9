"""Rippling. A whole board in one list, a row for each place of a posting; texts and pay one by one. Pages hold the same.

API: https://developer.rippling.com/documentation/job-board-api-v2
"""

from typing import Any

from crawler.platforms.base import JsonForm, Numbers, Page, Platform, count_at, dig, first_row, here, jmes, listed

API = "https://api.rippling.com/platform/api/ats/v{}/board/{{key}}/jobs"
PAGE = "https://ats.rippling.com/{key}/jobs"
LOCALE = r"(?:[a-z]{2}(?:-[a-z]{2})?/)?"


class Listing(JsonForm):
    """``/ats/v1/board/{board}/jobs``, an array with a row for each place; ``/ats/v2/…``, pages with a row for each posting."""

    paging = Numbers("page", first=0, size=1)
    detail_url = API.format(1) + "/{number}"
    fields = [
        jmes("id", "uuid || id"),
        jmes("url", "url"),
        jmes("title", "name"),
        jmes("department", "department.[label, name]"),
        jmes("language", "language"),
        jmes("location", "places[].[@, label][]"),  # given as plain text on some rows
        jmes("location", "locations[].name"),
        jmes("locations", "locations[].{city: city, region: stateCode || state, country: countryCode || country}"),
        jmes("workplace", "locations[].workplaceType"),
    ]

    def found(self, page: Page) -> Any:
        body = self.body(page)
        return body if isinstance(body, list) else dig(body, "items")

    def reads(self, page: Page) -> bool:
        found = self.found(page)
        if not (first := first_row(found)):
            return found == [] and "rippling.com" in page.parts.netloc
        return {"uuid", "workLocation"} <= first.keys() or ("locations" in first and "rippling.com" in str(first.get("url")))

    def rows(self, page: Page) -> list[Any]:
        """A posting once, with ``places``: what each of its rows says of where it is."""
        found: dict[Any, Any] = {}
        for number, row in enumerate(self.found(page)):
            if isinstance(row, dict):
                same = found.setdefault(str(row.get("uuid") or number), {**row, "number": row.get("uuid") or row.get("id"), "places": []})
                same["places"].append(row.get("workLocation"))
            else:
                found[number] = row
        return list(found.values())

    def advertised(self, page: Page) -> int | None:
        return count_at(self.body(page), "totalPages")

    def total(self, page: Page) -> int | None:
        total = dig(self.body(page), "totalItems")
        return total if isinstance(total, int) else len(self.rows(page))


class Board(Listing):
    """``ats.rippling.com/{board}/jobs``: pages of twenty."""

    source = "html"
    headers = {}

    def body(self, page: Page) -> Any:
        queries = listed(state(page), "dehydratedState", "queries")
        return next((data for query in queries if isinstance(dig(data := dig(query, "state", "data"), "items"), list)), None)


class Detail(JsonForm):
    """``/ats/v1/board/{board}/jobs/{uuid}``."""

    row_texts = ("uuid", "name")
    beside = {"page": here("https://ats.rippling.com/{board}/jobs/")}
    fields = [
        jmes("id", "uuid"),
        jmes("url", "page && join('', [page, uuid])"),
        jmes("title", "name"),
        jmes("company", "companyName"),
        jmes("department", "department.[base_department, name]"),
        jmes("team", "department.base_department != department.name && department.name"),
        jmes("employment_type", "[employmentType.label, employmentType.id, employmentType]"),
        jmes("location", "workLocations[].[@, label][]"),
        jmes("workplace", "locations[].workplaceType"),
        jmes("salaries", "payRangeDetails[].{min: rangeStart, max: rangeEnd, currency: currency, period: frequency, label: location}"),
        jmes("description_html", "[description.company, description.role, description.team, description.compensation, description]"),
        jmes("date_posted", "createdOn"),
    ]

    def is_row(self, row: dict[str, Any]) -> bool:
        return super().is_row(row) and ("workLocations" in row or dig(row, "description", "role") is not None)


class Posting(Detail):
    """``ats.rippling.com/{board}/jobs/{uuid}``."""

    source = "html"

    def body(self, page: Page) -> Any:
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

    api_urls = (API.format(1), f"{API.format(2)}?page=0&pageSize=100")
    page_urls = PAGE
