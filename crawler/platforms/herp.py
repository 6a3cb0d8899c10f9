"""HERP. All postings of a company on one page, with the beginnings of their texts; the rest on the postings' pages, as JSON-LD."""


from parsel import Selector

from crawler.platforms.base import HtmlForm, Page, Platform, css, xpath

HREF = "a.requisition-list-card__header-anchor::attr(href)"


class Listing(HtmlForm):
    """``/v1/{company}``."""

    mark = "requisition-list"
    shows = ".requisition-list"
    detail_in = HREF
    fields = [
        css("id", HREF, re=r"/v1/[^/]+/([^/?#]+)"),
        css("url", HREF),
        xpath("title", "string(.//h2)"),
        xpath("company", "//meta[@property='og:site_name']/@content"),
        css("department", ".career-page-group-name-tag__text::text"),
        css("description_html", ".requisition-list-card__text"),
    ]

    def rows(self, page: Page) -> list[Selector]:
        """The cards of postings; those of groups look alike."""
        return [row for row in page.css(".requisition-list-card") if "/requisition-groups/" not in (row.css(HREF).get() or "/requisition-groups/")]

    def total(self, page: Page) -> int | None:
        return len({row.css(HREF).get() for row in self.rows(page)})


class Herp(Platform):
    name = "herp"
    hosts = ("herp.careers",)
    addresses = (r"^herp\.careers/v1/(?P<key>[\w-]+)",)
    forms = (Listing(),)
    page_urls = "https://herp.careers/v1/{key}"
