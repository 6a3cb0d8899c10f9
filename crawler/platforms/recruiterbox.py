"""Trakstar Hire, once Recruiterbox. A list of openings with their texts, and without dates.

The list outlives a company's account; the openings' own pages do not, and have the dates: each is looked at.
API: https://apiv1.recruiterbox.com/frontend_api.html
"""

import re

from crawler.platforms.base import HtmlForm, JsonForm, Numbers, Offsets, Page, Platform, count_at, css, jmes, xpath

LIMIT = 100  # rows
TOTAL = re.compile(r"""\btotal_jobs["']?\s{0,5}:\s{0,5}["']?(\d{1,6})""")
LINK = "(.//a/@href | @data-href)[1]"


class Api(JsonForm):
    """``/v1/openings?client_name={company}``."""

    rows_in = "objects"
    row_keys = ("hosted_url",)
    total_in = "meta.total"
    paging = Offsets("offset", size="meta.limit")
    detail_in = "starts_with(hosted_url, 'http') && hosted_url"
    fields = [
        jmes("id", "id"),
        jmes("url", "hosted_url"),
        jmes("title", "title"),
        jmes("team", "team"),
        jmes("employment_type", "position_type"),
        jmes("location", "join(', ', [location.city, location.state, location.country][?@])"),
        jmes("locations", "location.{city: city, region: state, country: country}"),
        jmes("workplace", "allows_remote == `true` && 'remote' || null"),
        jmes("description_html", "description"),
        jmes("valid_through", "close_date"),
    ]


class Board(HtmlForm):
    """``{company}.hire.trakstar.com``: twenty-five or a hundred openings a page, without texts."""

    mark = "js-careers-page-job-list-item"
    rows_in = ".js-careers-page-job-list-item"
    paging = Numbers("p")
    detail_in = LINK
    fields = [
        xpath("id", ".//a/@href | @data-href", re=r"/jobs/(\w+)"),
        xpath("url", LINK),
        css("title", ".js-job-list-opening-name::text, .js-job-list-opening-name::attr(title)"),
        css("employment_type", ".js-job-list-opening-meta span::text"),
        xpath("location", "normalize-space(.//*[contains(@class, 'js-job-list-opening-loc')])"),
    ]

    def advertised(self, page: Page) -> int | None:
        return count_at(TOTAL.findall(page.text), 0)


class Recruiterbox(Platform):
    name = "recruiterbox"
    hosts = ("recruiterbox.com", "hire.trakstar.com")
    addresses = (
        r"^jsapi\.recruiterbox\.com/v1/openings[^?]*\?(?:.*&)?client_name=(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.(?:recruiterbox|hire\.trakstar)\.com(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "apiv1", "jsapi", "app", "developers", "help", "static", "support", "blog"})
    confirmed = "documentation"
    forms = (Api(), Board())
    api_urls = f"https://jsapi.recruiterbox.com/v1/openings?client_name={{key}}&offset=0&limit={LIMIT}"
    page_urls = f"https://{{key}}.hire.trakstar.com/?limit={LIMIT}"
    board_page = "https://{key}.hire.trakstar.com/"
