"""JazzHR. Every board on one page, in three skins; texts on the postings' own pages, two thirds of them as JSON-LD, too.

A posting is in the page twice, as a table row and as a block for telephones: only the rows are read.
"""

from collections.abc import Iterable
from typing import Any

from itemloaders.processors import MapCompose

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, dig, parse_json

KEY = r"/apply/(?:jobs/details/)?(?!jobs\b|confirm\b|vendor\b)(\w+)"
BARE = r"^[^?#]+"
LINK = ".//a[contains(@class, 'job_title_link') or contains(@class, 'resumator-job-title-link') or parent::h3][1]"
ROWS = (
    f"//tr[starts-with(@id, 'row_job') or td[contains(@class, 'resumator-job-title')]][{LINK}]"
    " | //li[contains(@class, 'list-group-item')][h3/a]"
)
HEADING = "preceding-sibling::tr[contains(@class, 'resumator_department_heading')][1]/td//text()"


class Board(Form):
    """``/apply/jobs``, the same for all companies, and ``/apply``, as the company wants it."""

    source = "html"

    def reads(self, page: Page) -> bool:
        ours = any(word in page.text for word in ("applytojob", "resumator", "jobs_table"))
        return ours and (bool(self.rows(page)) or self.says_empty(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath(ROWS)

    def says_empty(self, page: Page) -> bool:
        return bool(page.css("#job_listings_wrapper #jobs_table, #job_listings #jobs_table")) and not self.rows(page)

    def detail(self, page: Page, row: Any) -> Ask | None:
        link = row.xpath(f"{LINK}/@href").get()
        return Ask(page.join(link)) if link else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", f"{LINK}/@href", re=KEY)
        loader.add_xpath("url", f"{LINK}/@href", re=BARE)
        loader.add_xpath("title", f"{LINK}/text()")
        loader.add_xpath("company", "//script[contains(@type, 'ld+json')]/text()", MapCompose(organisation))
        loader.add_css("department", ".resumator_department::text, td.resumator-department-column::text")
        loader.add_xpath("department", HEADING)
        loader.add_css("location", "td.resumator-job-location-column::text")
        loader.add_xpath("location", ".//li[i[contains(@class, 'fa-map-marker')]]/text()")
        loader.add_xpath("location", "self::tr[starts-with(@id, 'row_job')]/td[2]//text()")


def organisation(text: str) -> str | None:
    """The name in structured data about the company, which is the only place of a board that has it."""
    node = parse_json(text.encode())
    return dig(node, "name") if dig(node, "@type") == "Organization" else None


class Posting(Form):
    """``/apply/{key}/...`` and ``/apply/jobs/details/{key}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return ("applytojob" in page.text or "resumator" in page.text) and bool(page.css(TEXT))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_value("id", loader.base_url, re=KEY)
        loader.add_value("url", loader.base_url, re=BARE)
        loader.add_css("title", "h1.job_title::text, h1::text, h2.job_title::text")
        loader.add_css("company", ".job_company::text")
        loader.add_css("department", "#resumator-job-department::text, [title=Department]::text")
        loader.add_css("employment_type", "#resumator-job-employment::text, #resumator-job-type::text")
        # "Department - Place - Type", of which any but the last may be missing or hold a dash itself.
        loader.add_css("employment_type", ".job_meta::text", re=r"[^-]+$")
        loader.add_css("description_html", TEXT)


TEXT = "#job-description, #resumator-job-description, div.job_description"


class Feed(Form):
    """``app.jazz.co/feeds/export/jobs/{key}``: texts and all, but only of what the company lets others publish."""

    def reads(self, page: Page) -> bool:
        return "<publisher" in page.text[:1000] and page.xpath("normalize-space(/jobs/publisher)").get() == "JazzHR"

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath("/jobs/job")

    def capped(self, page: Page) -> bool:
        return True

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "url/text()", re=KEY)
        loader.add_xpath("url", "url/text()")
        loader.add_xpath("title", "title/text()")
        loader.add_xpath("company", "../company/text()")
        loader.add_xpath("department", "department/text()")
        loader.add_xpath("employment_type", "type/text()")
        names = {"city": "city", "region": "state", "country": "country"}
        loader.add_value("locations", {ours: loader.row.xpath(f"{theirs}/text()").get() for ours, theirs in names.items()})
        loader.add_xpath("description_html", "description/text()")


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

    def starts(self, key: str) -> list[Ask]:
        home = f"https://{key}.applytojob.com/apply"
        return [Ask(f"{home}/jobs"), Ask(home), Ask(f"https://app.jazz.co/feeds/export/jobs/{key}")]

    def board_url(self, key: str) -> str:
        return f"https://{key}.applytojob.com/apply"
