"""Jobvite. Pages only: a search of fifty rows a page that says how many there are, texts on the postings' own pages.

``/{company}/jobs`` shows a part of large groups only and leads to the search for the rest.
"""

from crawler.platforms.base import Ask, HtmlForm, Page, Platform, address, css, xpath

NUMBER = r"/job/(\w+)"
LISTS = "contains(@class, 'jv-job-list') or contains(@class, 'jv-job-item') or contains(@class, 'jv-featured-job')"
ROW = "//tr[td[contains(@class, 'jv-job-list-location')]]"
LINKS = f"//*[{LISTS}]/descendant-or-self::*/a[contains(@href, '/job/')] | {ROW}//a[contains(@href, '/job/')]"
PLACES = "*[contains(@class, 'jv-job-list-location') or contains(@class, 'jv-featured-job-location')]"
PLACE = f"(ancestor::tr[1] | ancestor::li[1] | self::a)//{PLACES}[1]"
META = "//*[contains(@class, 'jv-job-detail-meta')]"
HEADING = "ancestor::*[self::table or self::ul][1]/preceding-sibling::*[1][self::h2 or self::h3 or self::h4]//text()"
SEVERAL = r"(?i)^(?!\s*\d+ locations?\s*$)[\s\S]+"


class Listing(HtmlForm):
    """``/{company}/search``, ``/{company}/jobs`` and ``/careers/{company}/jobs``."""

    mark = "jv-"
    rows_in = LINKS
    total_in = ".jv-pagination-text::text"
    total_re = r"of\s+([\d,]+)"
    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=NUMBER),
        xpath("url", "@href"),
        css("title", ".jv-job-list-name::text"),
        xpath("title", "text()"),
        xpath("department", HEADING),
        xpath("location", f"normalize-space({PLACE})", re=SEVERAL),
    ]

    def next_asks(self, page: Page) -> list[Ask]:
        link = "a[href*='/search?c=']" if self.total(page) is None else "a.jv-pagination-next"
        return [Ask(page.join(url)) for url in dict.fromkeys(page.css(f"{link}::attr(href)").getall())]


class Posting(HtmlForm):
    """``/{company}/job/{id}``; what is not here is in the page's JSON-LD."""

    mark = "jv-job-detail"
    shows = ".jv-header"
    fields = [
        address("id", re=NUMBER),
        address("url"),
        css("apply_url", "a.jv-button-apply::attr(href)"),
        css("requisition_id", ".jv-job-detail-meta::text", re=r"Req\.\s*Num\.:\s*(\S+)"),
        css("title", ".jv-header::text"),
        xpath("department", f"{META}[*[contains(@class, 'jv-inline-separator')]]/text()[1]"),
        css("description_html", ".jv-job-detail-description"),
    ]


class Jobvite(Platform):
    name = "jobvite"
    hosts = ("jobvite.com",)
    addresses = (r"^jobs\.jobvite\.com/(?:careers/)?(?P<key>[\w-]+)",)
    not_keys = frozenset({"careers", "api", "help", "support", "search", "__assets__", "companyjobs", "www"})
    markers = {"data-careersite": r"data-careersite=[\"']([\w-]{2,80})[\"']"}
    confirmed = "recording"
    forms = (Listing(), Posting())
    page_urls = (
        "https://jobs.jobvite.com/{key}/search?q=",
        "https://jobs.jobvite.com/{key}/jobs",
        "https://jobs.jobvite.com/careers/{key}/jobs",
    )
    board_page = "https://jobs.jobvite.com/{key}"
