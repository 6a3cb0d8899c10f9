"""JazzHR. Every board on one page, in three skins; texts on the postings' own pages, two thirds of them as JSON-LD, too.

A posting is in the page twice, as a table row and as a block for telephones: only the rows are read.
"""


from crawler.platforms.base import HtmlForm, Page, Platform, address, css, dig, objects, parse_json, xpath

KEY = r"/apply/(?:jobs/details/)?(?!jobs\b|confirm\b|vendor\b)(\w+)"
BARE = r"^[^?#]+"
LINK = ".//a[contains(@class, 'job_title_link') or contains(@class, 'resumator-job-title-link') or parent::h3][1]"
HEADING = "preceding-sibling::tr[contains(@class, 'resumator_department_heading')][1]/td//text()"
TEXT = "#job-description, #resumator-job-description, div.job_description"


def organisation(text: str) -> str | None:
    """The name in structured data about the company, which is the only place of a board that has it."""
    node = parse_json(text.encode())
    return dig(node, "name") if dig(node, "@type") == "Organization" else None


class Board(HtmlForm):
    """``/apply/jobs``, the same for all companies, and ``/apply``, as the company wants it."""

    rows_in = (
        f"//tr[starts-with(@id, 'row_job') or td[contains(@class, 'resumator-job-title')]][{LINK}]"
        " | //li[contains(@class, 'list-group-item')][h3/a]"
    )
    empty_in = "#job_listings_wrapper #jobs_table, #job_listings #jobs_table"
    detail_in = f"{LINK}/@href"
    fields = [
        xpath("id", f"{LINK}/@href", re=KEY),
        xpath("url", f"{LINK}/@href", re=BARE),
        xpath("title", f"{LINK}/text()"),
        xpath("company", "//script[contains(@type, 'ld+json')]/text()", organisation),
        css("department", ".resumator_department::text, td.resumator-department-column::text"),
        xpath("department", HEADING),
        css("location", "td.resumator-job-location-column::text"),
        xpath("location", ".//li[i[contains(@class, 'fa-map-marker')]]/text()"),
        xpath("location", "self::tr[starts-with(@id, 'row_job')]/td[2]//text()"),
    ]

    def marked(self, page: Page) -> bool:
        return any(word in page.text for word in ("applytojob", "resumator", "jobs_table"))


class Posting(HtmlForm):
    """``/apply/{key}/...`` and ``/apply/jobs/details/{key}``."""

    shows = TEXT
    fields = [
        address("id", re=KEY),
        address("url", re=BARE),
        css("title", "h1.job_title::text, h1::text, h2.job_title::text"),
        css("company", ".job_company::text"),
        css("department", "#resumator-job-department::text, [title=Department]::text"),
        css("employment_type", "#resumator-job-employment::text, #resumator-job-type::text"),
        # "Department - Place - Type", of which any but the last may be missing or hold a dash itself.
        css("employment_type", ".job_meta::text", re=r"[^-]+$"),
        css("description_html", TEXT),
    ]

    def marked(self, page: Page) -> bool:
        return "applytojob" in page.text or "resumator" in page.text


class Feed(HtmlForm):
    """``app.jazz.co/feeds/export/jobs/{key}``: texts and all, but only of what the company lets others publish."""

    source = "api"
    rows_in = "/jobs/job"
    fields = [
        xpath("id", "url/text()", re=KEY),
        xpath("url", "url/text()"),
        xpath("title", "title/text()"),
        xpath("company", "../company/text()"),
        xpath("department", "department/text()"),
        xpath("employment_type", "type/text()"),
        objects("locations", ".", city="city/text()", region="state/text()", country="country/text()"),
        xpath("description_html", "description/text()"),
    ]

    def reads(self, page: Page) -> bool:
        return "<publisher" in page.text[:1000] and page.xpath("normalize-space(/jobs/publisher)").get() == "JazzHR"

    def capped(self, page: Page) -> bool:
        return True


class JazzHR(Platform):
    name = "jazzhr"
    hosts = ("applytojob.com", "jazz.co", "theresumator.com")
    addresses = (
        r"^(?P<key>[\w-]+)\.(?:applytojob|theresumator)\.com(?:/|\?|$)",
        r"^app\.jazz\.co/(?:widgets/\w+/create|feeds/export/jobs)/(?P<key>[\w-]+)",
    )
    not_keys = frozenset({"www", "app", "api", "developers", "login", "portal", "support", "info", "status"})
    confirmed = "recording"
    forms = (Board(), Posting(), Feed())
    page_urls = (
        "https://{key}.applytojob.com/apply/jobs",
        "https://{key}.applytojob.com/apply",
        "https://app.jazz.co/feeds/export/jobs/{key}",
    )
    board_page = "https://{key}.applytojob.com/apply"
