"""Breezy HR. A whole board in one list, texts on the postings' own pages as JSON-LD; portals of several companies exist."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, first_row

PLACES = "(locations || [location])"
PLACE = "{city: city, region: state.name || state.id || state, country: country.id || country.name || country}"
NUMBER = r"/p/(\w+)"


class Api(Form):
    """``/json``."""

    def reads(self, page: Page) -> bool:
        if first := first_row(page.json):
            return "friendly_id" in first and "published_date" in first
        # Without a posting nothing but the address tells whose list it is.
        return page.json == [] and page.parts.path == "/json"

    def rows(self, page: Page) -> Iterable[Any]:
        return list(page.json)

    def says_empty(self, page: Page) -> bool:
        return not page.json

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = row.get("url") or (row.get("friendly_id") and f"/p/{row['friendly_id']}")
        return Ask(page.join(url)) if url and not row.get("description") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url")
        loader.add_jmes("url", "friendly_id", "/p/{}".format)
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "company.name")
        loader.add_jmes("department", "department.name || department")
        loader.add_jmes("employment_type", "[type.id, type.name]")
        loader.add_jmes("location", f"{PLACES}[].name")
        loader.add_jmes("locations", f"{PLACES}[].{PLACE}")
        loader.add_jmes("workplace", f"{PLACES}[].remote_details.label")
        loader.add_jmes("workplace", f"{PLACES}[?is_remote] && 'remote'")
        loader.add_jmes("salary_text", "salary")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "published_date || creation_date")


class Portal(Form):
    """The portal's page, under the company's own domain, too."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "breezy" in page.text and bool(self.rows(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath("//a[contains(@href, '/p/')][.//h2]")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(row.attrib["href"]))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@href", re=NUMBER)
        loader.add_xpath("url", "@href")
        loader.add_css("title", "h2::text")
        loader.add_xpath("department", "preceding::h2[contains(@class, 'group-header')][1]//text()")
        loader.add_css("employment_type", "li.type span::text")
        loader.add_css("location", "li.location span::text")


class Breezy(Platform):
    name = "breezy"
    hosts = ("breezy.hr",)
    addresses = (r"^(?P<key>[\w-]+)\.breezy\.hr(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "app", "developer", "marketing", "assets-cdn", "attachments-cdn", "gallery-cdn", "help", "blog"})
    confirmed = "recording"
    forms = (Api(), Portal())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{self.board_url(key)}json", headers=JSON_HEADERS), Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return f"https://{key}.breezy.hr/"
