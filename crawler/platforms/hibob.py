"""HiBob (Bob Hiring). A whole board with its texts in one list, which is given to who comes from the board's own page."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, headed

SECTIONS = {"responsibilities": "Responsibilities", "requirements": "Requirements", "benefits": "Benefits"}
PAY = "{min: payTransparencyMinSalary, max: payTransparencyMaxSalary, currency: payTransparencySalaryCurrency, period: payTransparencySalaryPayPeriod}"


class Api(Form):
    """``/api/job-ad``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("jobAdDetails"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["jobAdDetails"])

    def total(self, page: Page) -> int | None:
        return len(page.json["jobAdDetails"])

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "id", "/jobs/{}".format)
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "[employmentType, employmentTypeId]")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "site || country")
        loader.add_jmes("country", "country")
        loader.add_jmes("workplace", "workspaceType")
        loader.add_jmes("workplace", "workspaceTypeId")
        loader.add_jmes("salaries", PAY)
        loader.add_jmes("description_html", "description")
        for name, title in SECTIONS.items():
            loader.add_value("description_html", headed(dig(loader.row, "sectionLabels", name) or title, dig(loader.row, name)))
            loader.add_jmes(name, name)
        loader.add_jmes("date_posted", "publishedAt")


class HiBob(Platform):
    name = "hibob"
    hosts = ("careers.hibob.com",)
    addresses = (r"^(?P<key>[\w-]+)\.careers\.hibob\.com(?:/|\?|$)",)
    not_keys = frozenset({"www"})
    confirmed = "recording"
    forms = (Api(),)

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(f"{home}api/job-ad", headers={**JSON_HEADERS, "Referer": home})]

    def board_url(self, key: str) -> str:
        return f"https://{key}.careers.hibob.com/"
