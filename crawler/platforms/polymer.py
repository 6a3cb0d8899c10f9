"""Polymer. Fifty postings a page without their texts, which come one by one.

The list is the one that the vendor documents for job boards: it is open to all.
"""

from crawler.platforms.base import JsonForm, Numbers, Page, Platform, jmes

API = "https://api.polymer.co/v1/hire/organizations/{key}/jobs"
LIMIT = 50  # rows; there are no more on a page


class Detail(JsonForm):
    """``/organizations/{slug}/jobs/{id}``: a row with its text and department."""

    row_keys = ("description",)
    row_texts = ("job_post_url",)
    fields = [
        jmes("id", "id"),
        jmes("url", "job_post_url"),
        jmes("title", "title"),
        jmes("company", "organization_name"),
        jmes("department", "department || job_category_name"),
        jmes("employment_type", "kind_pretty || kind"),
        jmes("location", "display_location"),
        jmes("locations", "{city: city, region: state_region, country: country}"),
        jmes("workplace", "remoteness_pretty"),
        jmes("salary_text", "salary_pretty"),
        jmes("description_html", "description"),
        jmes("date_posted", "published_at"),
    ]


class Listing(JsonForm):
    """``/organizations/{slug}/jobs``."""

    rows_in = "items"
    row_keys = ("job_post_url",)
    total_in = "meta.total"
    paging = Numbers("page", also={"per_page": LIMIT})
    detail_url = API + "/{id}"
    fields = Detail.fields

    def may_be_empty(self, page: Page) -> bool:
        return super().may_be_empty(page) and "is_last" in page.json["meta"]


class Polymer(Platform):
    name = "polymer"
    hosts = ("polymer.co",)
    addresses = (r"^api\.polymer\.co/v1/hire/organizations/(?P<key>[\w-]+)", r"^jobs\.polymer\.co/(?P<key>[\w-]+)")
    not_keys = frozenset({"assets", "static", "api", "_next"})
    confirmed = "documentation"
    forms = (Listing(), Detail())
    api_urls = f"{API}?page=1&per_page={LIMIT}"
    board_page = "https://jobs.polymer.co/{key}"
