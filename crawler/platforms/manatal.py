"""Manatal (careers-page.com). Twenty rows a page, with their texts; no dates; pay without its period, not always for everybody."""

import re

from crawler.platforms.base import JsonForm, Numbers, Page, Platform, jmes

OWN_API = re.compile(r"/api/v1\.0/c/([\w-]+)/jobs")


def company(page: Page) -> str | None:
    match = OWN_API.search(page.parts.path)
    return match[1] if match else page.key


class Api(JsonForm):
    """``/api/v1.0/c/{company}/jobs/``."""

    rows_in = "results"
    row_keys = ("position_name", "hash")
    empty_at = OWN_API.pattern  # nothing else tells whose list it is
    total_in = "count"
    beside = {"company": company}
    paging = Numbers("page", limit="page_size")
    fields = [
        jmes("id", "id"),
        jmes("url", "join('/', ['https://www.careers-page.com', company, 'job', hash])"),
        jmes("title", "position_name"),
        jmes("location", "location_display"),
        jmes("locations", "{city: city, region: state, country: country}"),
        jmes("salaries", "is_salary_visible == `true` && {min: salary_min, max: salary_max, currency: currency_code}"),
        jmes("description_html", "description"),
    ]


class Manatal(Platform):
    name = "manatal"
    hosts = ("careers-page.com",)
    addresses = (
        r"^(?:www\.)?careers-page\.com/api/v1\.0/c/(?P<key>[\w-]+)",
        r"^(?:www\.)?careers-page\.com/(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.careers-page\.com(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "assets", "static", "media", "job", "jobs", "login"})
    confirmed = "recording"
    forms = (Api(),)
    api_urls = "https://www.careers-page.com/api/v1.0/c/{key}/jobs/?page=1&page_size=20"  # there are no more rows on a page
    board_page = "https://www.careers-page.com/{key}"
