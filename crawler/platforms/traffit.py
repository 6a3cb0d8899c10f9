"""Traffit. One list a company with texts and pay; which page of it is asked for, and how many there are, only headers say."""

from collections.abc import Callable, Iterable
from typing import Any

from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    JsonForm,
    Page,
    Platform,
    count_at,
    dig,
    further,
    jmes,
    made,
    parse_json,
)

LIMIT = 100  # rows
PERIODS = {"hourly": "HOUR", "daily": "DAY", "weekly": "WEEK", "monthly": "MONTH", "yearly": "YEAR"}


def ask_for(url: str, number: int) -> Ask:
    """Page *number* of the list; the fragment, which is never sent, tells the requests apart."""
    headers = {**JSON_HEADERS, "X-Request-Page-Size": str(LIMIT), "X-Request-Current-Page": str(number)}
    return Ask(url if number == 1 else f"{url}#{number}", headers=headers)


def said(name: str) -> Callable[[Any], Any]:
    """What the field *name* of an advert holds; ``None`` when it is not there."""

    def find(row: Any) -> Any:
        found = dig(row, "advert", "values")
        return next((dig(one, "value") for one in found if dig(one, "field_id") == name), None) if isinstance(found, list) else None

    return find


def place(row: Any) -> dict[str, Any]:
    found = said("geolocation")(row)
    found = parse_json(found.encode("utf-8", "replace")) if isinstance(found, str) else found
    return {"city": dig(found, "locality"), "region": dig(found, "region1"), "country": dig(found, "iso") or dig(found, "country")}


def pay(row: Any) -> dict[str, Any]:
    options = dig(row, "options")
    rate = dig(options, "_Salary_Rate")
    figures = {"min": dig(options, "_Salary_MIN"), "max": dig(options, "_Salary_MAX"), "currency": dig(options, "_Salary_Currency")}
    return {**figures, "period": PERIODS.get(rate.lower()) if isinstance(rate, str) else None} if figures["min"] or figures["max"] else {}


class Published(JsonForm):
    """``/public/job_posts/published``."""

    row_keys = ("advert", "valid_start")
    empty_at = "/public/job_posts/published$"
    hidden = {"awarded": True}
    total_has_hidden = True
    fields = [
        jmes("id", "id"),
        jmes("url", "url"),
        jmes("apply_url", "application_form"),
        jmes("requisition_id", "advert.recruitment.nr_ref"),
        jmes("title", "advert.name"),
        jmes("department", "options.branches"),
        jmes("employment_type", "options.job_type"),
        jmes("language", "advert.language"),
        made("locations", place),
        jmes("workplace", "options.[remote, _work_model]"),
        made("salaries", pay),
        made("description_html", said("description")),
        made("description_html", said("responsibilities")),
        made("description_html", said("requirements")),
        made("description_html", said("benefits")),
        made("responsibilities", said("responsibilities")),
        made("requirements", said("requirements")),
        made("benefits", said("benefits")),
        jmes("date_posted", "valid_start"),
        jmes("valid_through", "valid_end"),
    ]

    def advertised(self, page: Page) -> int | None:
        count = page.response.headers.get("X-Result-Total-Count") if page.response.headers else None
        if count is not None:
            return count_at(count.decode("ascii", "replace"))
        # Without the header, only a page that is not full is known to be the last.
        return len(page.json) if len(page.json) < LIMIT and "#" not in (page.ask.url if page.ask else "") else None

    def says_empty(self, page: Page) -> bool:
        return self.total(page) == 0

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or "#" in page.ask.url:
            return []
        pages = len(further(self.advertised(page), len(page.json)))
        return [ask_for(page.url.partition("#")[0], number) for number in range(2, pages + 2)]


class Traffit(Platform):
    name = "traffit"
    hosts = ("traffit.com",)
    not_keys = frozenset({"www", "api", "cdn", "cdn3", "app", "help", "knowledge", "static"})
    confirmed = "documentation"
    forms = (Published(),)
    board_page = "https://{key}.traffit.com/career/"

    def starts(self, key: str) -> list[Ask]:
        return [ask_for(f"https://{key}.traffit.com/public/job_posts/published", 1)]
