"""Jibe, the newer careers sites of iCIMS, nearly always under the company's own domain. A list with texts, a hundred a page.

Known from public readers of several sites, not from a recording.
"""

from typing import Any

from crawler.platforms.base import HtmlForm, JsonForm, Numbers, Page, Platform, dig, jmes

LIST = "/api/jobs?page=1&limit=100"  # a larger limit is refused
PLACE = "city: city, region: state, country: country_code || country"


class Listing(JsonForm):
    """``/api/jobs``."""

    rows_in = "jobs"
    row_keys = ("title", "slug")
    total_in = "totalCount"
    hidden = {"internal": True}
    paging = Numbers("page", also={"limit": 100})  # some sites give fewer than they are asked for
    fields = [
        jmes("id", "slug || req_id"),
        jmes("url", "meta_data.canonical_url"),
        jmes("url", "slug", "/jobs/{}".format),
        jmes("apply_url", "apply_url"),
        jmes("requisition_id", "req_id"),
        jmes("title", "title"),
        jmes("company", "hiring_organization"),
        jmes("department", "department"),
        jmes("department", "categories[].name || categories"),
        jmes("employment_type", "employment_type"),
        jmes("language", "language"),
        jmes("location", "[full_location, additional_locations[].full_location][]"),
        jmes("locations", f"[{{{PLACE}}}, additional_locations[].{{{PLACE}}}][]"),
        jmes("salaries", "{min: salary_min_value, max: salary_max_value, currency: salary_currency}"),
        jmes("description_html", "[description, responsibilities, qualifications][?@]"),
        jmes("responsibilities", "responsibilities"),
        jmes("requirements", "qualifications"),
        jmes("benefits", "benefits"),
        jmes("date_posted", "posted_date"),
        jmes("date_modified", "update_date"),
    ]

    def found(self, page: Page) -> Any:
        jobs = super().found(page)
        return [dig(row, "data") for row in jobs] if isinstance(jobs, list) else None

    def reads(self, page: Page) -> bool:
        return self.advertised(page) is not None and super().reads(page)

    def may_be_empty(self, page: Page) -> bool:
        return True


class Site(HtmlForm):
    """A page of the careers site, drawn by a script: leads to the list."""

    mark = ("jibecdn.com", "window._jibe")
    next_url = LIST


class Jibe(Platform):
    name = "jibe"
    hosts = ("jibeapply.com",)
    not_keys = frozenset({"www", "app", "api"})
    forms = (Listing(), Site())
    api_urls = f"https://{{key}}.jibeapply.com{LIST}"
    board_page = "https://{key}.jibeapply.com/jobs"
