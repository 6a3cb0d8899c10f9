"""HireHive. One list a company with texts and pay, a hundred postings a page; its careers page is guarded, the list is not."""

from crawler.platforms.base import JsonForm, Numbers, Page, Platform, jmes


class Api(JsonForm):
    """``/api/v2/jobs``."""

    rows_in = "items"
    row_keys = ("hosted_url",)
    total_in = "meta.total_items"
    paging = Numbers("page", pages="meta.total_pages")
    fields = [
        jmes("id", "id"),
        jmes("url", "hosted_url"),
        jmes("title", "title"),
        jmes("department", "category.name"),
        jmes("employment_type", "type.[name, type]"),
        jmes("language", "language.code"),
        jmes("location", "location"),
        jmes("country", "country.code"),
        jmes("locations", "!location && {region: state_code, country: country.code || country.name}"),
        jmes("workplace", "type.[name, type]"),
        jmes("salaries", "compensation_tiers[].{min: min_value, max: max_value, currency: currency_code, period: interval}"),
        jmes("salary_text", "salary"),
        jmes("description_html", "description.html || description.text"),
        jmes("description", "description"),  # given as plain text on some rows
        jmes("date_posted", "published_date"),
    ]

    def reads(self, page: Page) -> bool:
        return "has_next_page" in (page.get("meta") or ()) and super().reads(page)


class HireHive(Platform):
    name = "hirehive"
    hosts = ("hirehive.com",)
    not_keys = frozenset({"www", "api", "app", "assets", "docs", "help", "static", "status"})
    forms = (Api(),)
    api_urls = "https://{key}.hirehive.com/api/v2/jobs?page=1&page_size=100"
    board_page = "https://{key}.hirehive.com/"
