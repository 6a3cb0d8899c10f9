"""JOIN. Pages with their state in them, five postings a page; texts on the postings' own pages; pay in cents, not always for everybody."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    beside,
    count_at,
    dig,
    first_row,
    further,
    listed,
)

API = "https://join.com/api/public/companies/{}/jobs?locale=en-us&page={}&pageSize={}"
LIMIT = 5  # rows a page, the most there are
PAY = "settings.showSalary != `false` && {min_cents: salaryAmountFrom.amount, max_cents: salaryAmountTo.amount, currency: salaryAmountFrom.currency || salaryAmountTo.currency, period: salaryFrequency}"


class Posting(Form):
    """``/companies/{company}/{number}-{title}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(state(page), "job", "title"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([dig(state(page), "job")], slug=dig(state(page), "job", "company", "domain"))

    def load(self, loader: PostingLoader) -> None:
        # The number in the address is another one, new at every change of the posting.
        loader.add_jmes("id", "id")
        loader.add_value("url", address_of(loader.row))
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company.name")
        loader.add_jmes("company_url", "companyUrl || company.url")
        loader.add_jmes("employment_type", "employmentType.googleType || employmentType.name")
        loader.add_jmes("language", "language.locale")
        loader.add_jmes("location", "join(', ', [city.cityName, city.regionName, city.countryName || country.name][?@])")
        loader.add_jmes("locations", "{city: city.cityName, region: city.regionName, country: country.iso3166}")
        loader.add_jmes("workplace", "workplaceType")
        loader.add_jmes("salaries", PAY)
        loader.add_jmes("description_html", "schemaDescription")
        loader.add_jmes("date_posted", "createdAt")
        loader.add_jmes("date_modified", "updatedAt")


class Listing(Posting):
    """``/companies/{company}?page=2``."""

    def reads(self, page: Page) -> bool:
        return isinstance(dig(state(page), "company", "id"), int) and isinstance(dig(state(page), "jobs", "items"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        company = dig(state(page), "company")
        return beside(dig(state(page), "jobs", "items"), company=company, slug=dig(company, "domain"))

    def total(self, page: Page) -> int | None:
        """The kinds of workplace add up to the postings; the total has the application on one's own initiative, too."""
        about = dig(state(page), "jobs", "pagination")
        total = count_at(about, "total") if dig(about, "page") == 1 else None
        for facet in listed(state(page), "jobs", "aggregations"):
            if dig(facet, "name") == "workplaceType" and total is not None:
                return min(total, sum(count_at(value, "count") or 0 for value in listed(facet, "values")))
        return total

    def next_asks(self, page: Page) -> Iterable[Ask]:
        about = dig(state(page), "jobs", "pagination")
        if dig(about, "page") != 1:
            return []
        base = page.url.partition("?")[0]
        return [Ask(f"{base}?page={number}") for number, _ in enumerate(further(dig(about, "total"), dig(about, "pageSize")), 2)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = address_of(row)
        return Ask(url) if url is not None else None


class Api(Listing):
    """``/api/public/companies/{number}/jobs``, which does not name the company."""

    source = "api"

    def reads(self, page: Page) -> bool:
        # Without a posting nothing but the address tells whose list it is.
        return "idParam" in first_row(page.json, "items") or (page.get("items") == [] and page.parts.path.startswith("/api/public/companies/"))

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["items"], slug=page.key if page.key and "/" not in page.key and "." not in page.key else None)

    def total(self, page: Page) -> int | None:
        total = count_at(page.json, "pagination", "rowCount")
        return count_at(page.json, "pagination", "total") if total is None else total

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.query.get("page", "1") != "1":
            return []
        base = page.url.partition("?")[0]
        size = count_at(page.json, "pagination", "pageSize") or len(page.json["items"])
        return [Ask(f"{base}?locale=en-us&page={number}&pageSize={size}", headers=JSON_HEADERS) for number, _ in enumerate(further(self.total(page), size), 2)]


def state(page: Page) -> Any:
    return dig(page.states.get("__NEXT_DATA__"), "props", "pageProps", "initialState") if "__NEXT_DATA__" in page.text else None


def address_of(row: Any) -> str | None:
    """The page of a posting; ``None`` where the row does not say whose it is."""
    slug, number = dig(row, "slug"), dig(row, "idParam")
    return f"https://join.com/companies/{slug}/{number}" if slug and isinstance(slug, str) and isinstance(number, str) else None


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
