"""Pinpoint. A whole board with its texts in one list, the text in four parts; when a posting was published is not said."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, first_row, headed

PAY = "{min: compensation_minimum, max: compensation_maximum, currency: compensation_currency, period: compensation_frequency}"
PARTS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


class Api(Form):
    """``/postings.json``, in other languages ``/fr/postings.json``."""

    def reads(self, page: Page) -> bool:
        if first := first_row(page.json, "data"):
            return "workplace_type" in first and "key_responsibilities" in first
        # Without a posting nothing but the address tells whose list it is.
        return page.get("data") == [] and page.parts.path.endswith("/postings.json")

    def rows(self, page: Page) -> Iterable[Any]:
        return list(page.json["data"])

    def says_empty(self, page: Page) -> bool:
        return not page.json["data"]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url || path")
        loader.add_jmes("requisition_id", "job.requisition_id")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "job.department.name")
        loader.add_jmes("employment_type", "[employment_type, employment_type_text]")
        loader.add_jmes("location", "location.name")
        loader.add_jmes("location", "location")  # given as plain text on some rows
        loader.add_jmes("locations", "location.{city: city, region: province}")
        loader.add_jmes("workplace", "workplace_type")
        # Figures that the employer chose not to show are in the answer all the same.
        loader.add_jmes("salaries", f"compensation_visible && {PAY}")
        loader.add_jmes("salary_text", "compensation_visible && compensation")
        loader.add_jmes("description_html", "description")
        for part in PARTS:
            loader.add_value("description_html", headed(loader.row.get(f"{part}_header"), loader.row.get(part)))
        loader.add_jmes("responsibilities", "key_responsibilities")
        loader.add_jmes("requirements", "skills_knowledge_expertise")
        loader.add_jmes("benefits", "benefits")
        loader.add_jmes("date_posted", "first_published_at")
        loader.add_jmes("valid_through", "deadline_at")


class Pinpoint(Platform):
    name = "pinpoint"
    hosts = ("pinpointhq.com",)
    addresses = (r"^(?P<key>[\w-]+)\.pinpointhq\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "app", "api", "docs", "developers", "help", "support", "status", "info", "go"})
    confirmed = "recording"
    forms = (Api(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{self.board_url(key)}postings.json", headers=JSON_HEADERS), Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return f"https://{key}.pinpointhq.com/"
