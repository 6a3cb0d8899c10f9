"""Dover. A board's name leads to the number of its careers page, that to the list, and each posting to its text and pay."""

import re

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, jmes

API = "https://app.dover.com/api/v1/"
LIMIT = 100  # rows
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

COMMON = (
    jmes("id", "id"),
    jmes("title", "title"),
    jmes("location", "locations[].[name || location_option.display_name][]"),
    jmes("location", "location"),
    jmes("locations", "locations[].location_option.{city: city, region: state, country: country}"),
    jmes("workplace", "[workplace_type, locations[].location_type][]"),
)


class Careers(JsonForm):
    """``/careers-page-slug/{name}`` and ``/careers-page/{number}``: no posting, but the number under which they lie."""

    body_keys = ("slug",)
    says = {"id": "id"}
    next_url = f"{API}careers-page/{{id}}/jobs?limit={LIMIT}"

    def reads(self, page: Page) -> bool:
        return super().reads(page) and "dover.com" in page.parts.netloc and bool(re.fullmatch(UUID, str(page.get("id"))))


class Listing(JsonForm):
    """``/careers-page/{number}/jobs``."""

    rows_in = "results"
    row_keys = ("is_sample", "title")
    hidden = {"is_published": False, "is_sample": True}  # drafts, and the examples that new boards come with
    total_in = "count"
    total_has_hidden = True
    beside = {"board": lambda page: page.key if page.key and not re.fullmatch(UUID, page.key) and "." not in page.key else None}
    detail_url = f"{API}inbound/application-portal-job/{{id}}"
    fields = [
        *COMMON,
        jmes("url", "board && id && join('/', ['https://app.dover.com/apply', board, id])"),
    ]

    def may_be_empty(self, page: Page) -> bool:
        return super().may_be_empty(page) and "dover.com" in page.parts.netloc

    def next_asks(self, page: Page) -> list[Ask]:
        url = page.get("next")
        return [Ask(url, headers=JSON_HEADERS)] if isinstance(url, str) and url.startswith(API) else []


class Detail(JsonForm):
    """``/inbound/application-portal-job/{id}``."""

    row_texts = ("title",)
    row_keys = ("client_name", "user_provided_description")
    fields = [
        *COMMON,
        jmes("company", "client_name"),
        jmes("employment_type", "compensation.employment_type"),
        jmes("salaries", "compensation.{min: lower_bound, max: upper_bound, currency: currency_code, period: salary_range_type}"),
        jmes("description_html", "user_provided_description"),
        jmes("date_posted", "date_posted || created"),
    ]


class Dover(Platform):
    name = "dover"
    hosts = ("app.dover.com",)
    addresses = (
        r"^app\.dover\.com/api/v1/careers-page(?:-slug)?/(?P<key>[\w-]+)",
        r"^app\.dover\.com/jobs/(?P<key>[\w-]+)",
        rf"^app\.dover\.com/(?:[^/?#]+/)?careers/(?P<key>{UUID})",
    )
    forms = (Listing(), Detail(), Careers())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API}careers-page{'' if re.fullmatch(UUID, key) else '-slug'}/{key}", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://app.dover.com/careers/{key}" if re.fullmatch(UUID, key) else f"https://app.dover.com/jobs/{key}"
