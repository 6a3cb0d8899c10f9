"""JOIN. Pages with their state in them, five postings a page; texts on the postings' own pages; pay in cents, not always for everybody."""

import re
from typing import Any

from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    JsonForm,
    Numbers,
    Page,
    Platform,
    count_at,
    dig,
    further,
    jmes,
    listed,
    made,
)

API = "https://join.com/api/public/companies/{}/jobs?locale=en-us&page={}&pageSize={}"
LIMIT = 5  # rows a page, the most there are
PAY = "settings.showSalary != `false` && {min_cents: salaryAmountFrom.amount, max_cents: salaryAmountTo.amount, currency: salaryAmountFrom.currency || salaryAmountTo.currency, period: salaryFrequency}"
STATE = "__NEXT_DATA__.props.pageProps.initialState"


def address_of(row: Any) -> str | None:
    """The page of a posting; ``None`` where the row does not say whose it is."""
    slug, number = dig(row, "slug"), dig(row, "idParam")
    return f"https://join.com/companies/{slug}/{number}" if slug and isinstance(slug, str) and isinstance(number, str) else None


class Posting(JsonForm):
    """``/companies/{company}/{number}-{title}``."""

    state = STATE
    rows_in = "job"
    row_texts = ("title",)
    beside = {"slug": "job.company.domain"}
    fields = [
        # The number in the address is another one, new at every change of the posting.
        jmes("id", "id"),
        made("url", address_of),
        jmes("title", "title"),
        jmes("company", "company.name"),
        jmes("company_url", "companyUrl || company.url"),
        jmes("employment_type", "employmentType.googleType || employmentType.name"),
        jmes("language", "language.locale"),
        jmes("location", "join(', ', [city.cityName, city.regionName, city.countryName || country.name][?@])"),
        jmes("locations", "{city: city.cityName, region: city.regionName, country: country.iso3166}"),
        jmes("workplace", "workplaceType"),
        jmes("salaries", PAY),
        jmes("description_html", "schemaDescription"),
        jmes("date_posted", "createdAt"),
        jmes("date_modified", "updatedAt"),
    ]


class Rows(JsonForm):
    """What the lists have in common."""

    fields = Posting.fields

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = address_of(row)
        return Ask(url) if url is not None else None


class Listing(Rows):
    """``/companies/{company}?page=2``."""

    state = STATE
    rows_in = "jobs.items"
    beside = {"company": "company", "slug": "company.domain"}

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.body(page), "company", "id"), int) and super().reads(page)

    def advertised(self, page: Page) -> int | None:
        about = dig(self.body(page), "jobs", "pagination")
        return count_at(about, "total") if dig(about, "page") == 1 else None

    def next_asks(self, page: Page) -> list[Ask]:
        pages = further(self.advertised(page), dig(self.body(page), "jobs", "pagination", "pageSize"))
        return [Ask(f"{page.base}?page={number}") for number, _ in enumerate(pages, 2)]

    def total(self, page: Page) -> int | None:
        """The kinds of workplace add up to the postings; the total has the application on one's own initiative, too."""
        total = self.advertised(page)
        for facet in listed(self.body(page), "jobs", "aggregations"):
            if dig(facet, "name") == "workplaceType" and total is not None:
                return min(total, sum(count_at(value, "count") or 0 for value in listed(facet, "values")))
        return total


class Api(Rows):
    """``/api/public/companies/{number}/jobs``, which does not name the company."""

    rows_in = "items"
    row_keys = ("idParam",)
    empty_at = "^[^/]*/api/public/companies/"  # nothing else tells whose list it is
    total_in = "pagination.rowCount || pagination.total"
    beside = {"slug": lambda page: page.key if page.key and "/" not in page.key and "." not in page.key else None}
    paging = Numbers("page", size="pagination.pageSize", limit="pageSize")


class Join(Platform):
    name = "join"
    hosts = ("join.com",)
    addresses = (
        r"^(?:www\.)?join\.com/(?P<api>api)/public/companies/(?P<key>\d+)/jobs",
        r"^(?:www\.)?join\.com/companies/(?P<key>[\w.-]+)",
    )
    confirmed = "recording"
    forms = (Posting(), Listing(), Api())

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return f"api/{key}" if match.groupdict().get("api") else key

    def starts(self, key: str) -> list[Ask]:
        if key.startswith("api/"):
            return [Ask(API.format(key.removeprefix("api/"), 1, LIMIT), headers=JSON_HEADERS)]
        return [Ask(f"https://join.com/companies/{key}")]
