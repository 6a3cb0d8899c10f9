"""Hireology. One public list a company with all texts; the postings of a group belong to its houses."""

from typing import Any

from crawler.platforms.base import JsonForm, Numbers, Page, Platform, jmes


class Api(JsonForm):
    """``/v2/public/careers/{slug}``."""

    rows_in = "data"
    row_keys = ("career_site_url",)
    total_in = "count"
    total_has_hidden = True
    paging = Numbers("page")
    fields = [
        jmes("id", "id"),
        jmes("url", "career_site_url"),
        jmes("title", "name"),
        jmes("company", "organization.name"),
        jmes("department", "job_family.name"),
        jmes("employment_type", "employment_status"),
        jmes("location", "locations[?type(@) == 'string']"),
        jmes("locations", "locations[?type(@) == 'object'].{city: city, region: state}"),
        jmes("workplace", "remote == `true` && 'remote'"),
        jmes("description_html", "job_description"),
        jmes("date_posted", "created_at"),
    ]

    def may_be_empty(self, page: Page) -> bool:
        return super().may_be_empty(page) and "hireology" in page.parts.netloc

    def skips(self, row: Any) -> bool:
        return str(row.get("status") or "Open") != "Open"


class Hireology(Platform):
    name = "hireology"
    hosts = ("hireology.com", "hireology.careers")
    addresses = (
        r"^api\.hireology\.com/v\d/(?:public/)?careers/(?P<key>[\w-]+)",
        r"^careers\.hireology\.com/(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+)\.hireology\.careers(?:/|\?|$)",
    )
    not_keys = frozenset({"www", "api", "app", "jobs", "static", "assets", "js", "css"})
    forms = (Api(),)
    api_urls = "https://api.hireology.com/v2/public/careers/{key}?page_size=500"
    board_page = "https://careers.hireology.com/{key}"
