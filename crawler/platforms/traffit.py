"""Traffit. One list a company with texts and pay; which page of it is asked for, and how many there are, only headers say."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    count_at,
    dig,
    first_row,
    further,
    listed,
    parse_json,
)

API = "https://{}.traffit.com/public/job_posts/published"
LIMIT = 100  # rows
PERIODS = {"hourly": "HOUR", "daily": "DAY", "weekly": "WEEK", "monthly": "MONTH", "yearly": "YEAR"}


def ask_for(url: str, number: int) -> Ask:
    """Page *number* of the list; the fragment, which is never sent, tells the requests apart."""
    headers = {**JSON_HEADERS, "X-Request-Page-Size": str(LIMIT), "X-Request-Current-Page": str(number)}
    return Ask(url if number == 1 else f"{url}#{number}", headers=headers)


class Published(Form):
    """``/public/job_posts/published``."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json)
        return ("advert" in first and "valid_start" in first) or (page.json == [] and page.parts.path.endswith("/public/job_posts/published"))

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json)

    def skips(self, row: Any) -> bool:
        return row.get("awarded") is True

    def count(self, page: Page) -> int | None:
        said = page.response.headers.get("X-Result-Total-Count") if page.response.headers else None
        if said is not None:
            return count_at(said.decode("ascii", "replace"))
        # Without the header, only a page that is not full is known to be the last.
        return len(page.json) if len(page.json) < LIMIT and "#" not in (page.ask.url if page.ask else "") else None

    def total(self, page: Page) -> int | None:
        count = self.count(page)
        return None if count is None else max(count - sum(isinstance(row, dict) and self.skips(row) for row in page.json), 0)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or "#" in page.ask.url:
            return []
        pages = len(further(self.count(page), len(page.json)))
        return [ask_for(page.url.partition("#")[0], number) for number in range(2, pages + 2)]

    def load(self, loader: PostingLoader) -> None:
        place = values(loader.row, "geolocation")
        place = parse_json(place.encode("utf-8", "replace")) if isinstance(place, str) else place
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url")
        loader.add_jmes("apply_url", "application_form")
        loader.add_jmes("requisition_id", "advert.recruitment.nr_ref")
        loader.add_jmes("title", "advert.name")
        loader.add_jmes("department", "options.branches")
        loader.add_jmes("employment_type", "options.job_type")
        loader.add_jmes("language", "advert.language")
        loader.add_value("locations", {"city": dig(place, "locality"), "region": dig(place, "region1"), "country": dig(place, "iso") or dig(place, "country")})
        loader.add_jmes("workplace", "options.[remote, _work_model]")
        loader.add_value("salaries", pay(dig(loader.row, "options")))
        for name in ("description", "responsibilities", "requirements", "benefits"):
            loader.add_value("description_html", values(loader.row, name))
        for name in ("responsibilities", "requirements", "benefits"):
            loader.add_value(name, values(loader.row, name))
        loader.add_jmes("date_posted", "valid_start")
        loader.add_jmes("valid_through", "valid_end")


def values(row: Any, name: str) -> Any:
    """What the field *name* of an advert holds; ``None`` when it is not there."""
    found = dig(row, "advert", "values")
    return next((dig(one, "value") for one in found if dig(one, "field_id") == name), None) if isinstance(found, list) else None


def pay(options: Any) -> dict[str, Any]:
    rate = dig(options, "_Salary_Rate")
    figures = {"min": dig(options, "_Salary_MIN"), "max": dig(options, "_Salary_MAX"), "currency": dig(options, "_Salary_Currency")}
    return {**figures, "period": PERIODS.get(rate.lower()) if isinstance(rate, str) else None} if figures["min"] or figures["max"] else {}


class Traffit(Platform):
    name = "traffit"
    hosts = ("traffit.com",)
    addresses = (r"^(?P<key>[\w-]+)\.traffit\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "cdn", "cdn3", "app", "help", "knowledge", "static"})
    confirmed = "documentation"
    forms = (Published(),)

    def starts(self, key: str) -> list[Ask]:
        return [ask_for(API.format(key), 1)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.traffit.com/career/"
