"""HRMOS. Cards of postings with the beginnings of their texts, a hundred a page; the rest on the postings' pages, as JSON-LD."""


from crawler.platforms.base import HtmlForm, Numbers, Page, Platform, css, xpath

NAME = "string(//*[contains(@class, 'sg-corporate-name')])"
LINK = "a[href*='/jobs/']::attr(href)"


class Listing(HtmlForm):
    """``/pages/{company}/jobs``."""

    rows_in = ".pg-list-cassette:has(a[href*='/jobs/'])"
    total_in = "string(//*[contains(@class, 'pg-count')])"
    total_re = r"全\s*([\d,]+)\s*件中"
    paging = Numbers("page")
    detail_in = LINK
    fields = [
        css("id", "a[href*='/jobs/']::attr(href)", re=r"/jobs/([\w.-]+)"),
        css("url", "a[href*='/jobs/']::attr(href)"),
        xpath("title", "string(.//h2)"),
        xpath("company", NAME, re=r"^\s*(.+?)\s*(?:すべての)?(?:求人一覧)?\s*$"),
        css("employment_type", ".sg-tags li:not(.sg-tag-location)::text"),
        css("location", ".sg-tag-location::text"),
        css("description_html", ".pg-list-cassette-body"),
    ]

    def marked(self, page: Page) -> bool:
        return "pg-list-cassette" in page.text or "sg-unavailable-notifier" in page.text

    def given(self, page: Page) -> int:
        """The number of rows that the page says it has, beside that of all."""
        said = page.xpath(self.total_in).re_first(r"件中\s*([\d,]+)\s*件")
        return int(said.replace(",", "")) if said else 0

    def says_empty(self, page: Page) -> bool:
        return self.total(page) == 0 or (not self.rows(page) and bool(page.css(".sg-unavailable-notifier")) and not page.css("#jsi-joblist"))


class Hrmos(Platform):
    name = "hrmos"
    hosts = ("hrmos.co",)
    addresses = (r"^hrmos\.co/pages/(?P<key>[\w-]+)",)
    forms = (Listing(),)
    page_urls = "https://hrmos.co/pages/{key}/jobs"
