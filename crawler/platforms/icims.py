"""iCIMS. Pages only, as they are inside the frame: twenty rows a page, facts under labels that employers word themselves.

A board is one of the sites of a tenant; its key is the first label of the host, as ``careers-acme`` or ``uscareers-acme``.
"""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.general.jsonld import postings_in_scripts
from crawler.platforms.base import Ask, HtmlForm, Page, Platform, address, dig, jmes

CARDS = "//*[contains(@class, 'iCIMS_JobCardItem') or parent::*[contains(@class, 'iCIMS_JobsTable')]][.//a[contains(@href, '/jobs/')]]"
LINK = "(.//a[contains(@class, 'iCIMS_Anchor')] | .//a[contains(@href, '/jobs/')])[1]"
LABELS = ".//dt | .//span[contains(@class, 'field-label')][not(ancestor::dt)][not(ancestor::a)]"
VALUE = "following-sibling::*[1][self::dd or self::span]/descendant-or-self::*[self::dd or self::span][1]"
FRAME = "in_iframe=1"  # without it, a page is a shell around a frame
PLACE = '{city: "location : city", region: "location : state/province" || "location : state", country: "location : country"}'
PAGES = re.compile(r"Page\s+(\d+)\s+of\s+(\d+)")
NUMBER = r"/jobs/(\d+)/"


def labelled(part: Selector) -> dict[str, str]:
    """What *part* says under labels, by the label in lower case; of a label that stands there twice, the first."""
    found: dict[str, str] = {}
    for label in part.xpath(LABELS):
        value = label.xpath(f"normalize-space({VALUE})").get()
        if value:
            found.setdefault(" ".join("".join(label.xpath(".//text()").getall()).split()).lower(), value)
    return found


LABELLED = (
    jmes("requisition_id", '"requisition id" || "requisition number" || "job id" || "posting id" || "req id" || "id"'),
    jmes("title", "title"),
    jmes("department", '"department" || "category" || "job category" || "function" || category'),
    jmes("employment_type", '"position type" || "employment type" || "job type" || "type" || "schedule"'),
    jmes("location", '"job locations" || "location" || "locations" || "job location"'),
    jmes("locations", PLACE),
    jmes("workplace", '"work arrangement" || "remote" || "workplace type" || "work location type"'),
    jmes("salary_text", '"salary range" || "pay range" || "salary" || "compensation"'),
)


class Listing(HtmlForm):
    """``/jobs/search?in_iframe=1``."""

    mark = "iCIMS_"
    rows_in = CARDS
    fields = [
        jmes("id", "href", re=NUMBER),
        jmes("url", "href"),
        *LABELLED,
        jmes("date_posted", "posted"),
    ]

    def rows(self, page: Page) -> list[dict[str, Any]]:
        return [row_of(card) for card in page.xpath(CARDS)]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        # One after the other: pages asked for at once were seen to come in each other's place.
        match = PAGES.search(page.xpath("string(//body)").get(""))
        if not match or int(match[1]) >= int(match[2]):
            return []
        return [Ask(page.join(f"/jobs/search?pr={match[1]}&ss=1&{FRAME}"))]  # counted from 0

    def says_empty(self, page: Page) -> bool:
        inside = "iCIMS_ListingsPage" in page.text and "icims_content_iframe" not in page.text
        return inside and "pr" not in page.query and not page.css("a.iCIMS_Anchor[href*='/job']")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"{row['href']}?{FRAME}")) if row["href"] else None


def row_of(card: Selector) -> dict[str, Any]:
    link = card.xpath(LINK)
    heading = link.xpath("normalize-space(.//*[self::h2 or self::h3 or self::h4])").get()
    return {
        **labelled(card), "href": link.xpath("@href").get("").partition("?")[0],
        "title": heading or link.xpath("@title").re_first(r"^\s*\d+\s*-\s*(.+)"),
        "posted": card.xpath(".//span/@title").re_first(r"^\d+/\d+/\d{4}.*"),
    }  # fmt: skip


class Posting(HtmlForm):
    """``/jobs/{id}/{slug}/job?in_iframe=1``; what is not under its labels is in its JSON-LD."""

    mark = "iCIMS_"
    shows = ".iCIMS_JobContent, .iCIMS_JobHeader"
    fields = [
        address("id", re=NUMBER),
        address("url", re=r"^[^?#]+"),
        *LABELLED,
    ]

    def reads(self, page: Page) -> bool:
        return super().reads(page) and bool(self.rows(page)[0]["title"])

    def rows(self, page: Page) -> list[dict[str, Any]]:
        node = next(iter(postings_in_scripts(page.selector.root)), None)
        title = page.xpath("normalize-space(//h1[contains(@class, 'iCIMS_Header')])").get()
        return [{**labelled(page.selector), "title": title or dig(node, "title"), "category": dig(node, "occupationalCategory")}]


class Icims(Platform):
    name = "icims"
    hosts = ("icims.com",)
    addresses = (r"^(?P<key>[\w-]+)\.icims\.com/?(?:$|\?|jobs\b|connect\b)",)
    not_keys = frozenset({"www", "api", "app", "help", "support", "login", "community", "developer", "developers", "careers"})
    confirmed = "recording"
    forms = (Listing(), Posting())
    page_urls = f"https://{{key}}.icims.com/jobs/search?ss=1&{FRAME}"
    board_page = "https://{key}.icims.com/jobs/search"
