"""d.vinci. One list a company with all texts: the vendor's Job Publication API, which is open to all."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, first_row, listed, public

TEXT = "[introduction, tasks, profile, weOffer, closingText][?@]"
PLACES = "jobOpening.locations[?address.city].{city: address.city, region: address.usState, country: country.isoA2 || address.country.isoA2 || country.name}"


class Publications(Form):
    """``/jobPublication/list.json``."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json)
        return ("jobPublicationURL" in first and "position" in first) or (page.json == [] and page.parts.path.endswith("/jobPublication/list.json"))

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json)

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        opening = row.get("jobOpening")
        return isinstance(opening, dict) and opening.get("type") == "UNSOLICITED"

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "jobPublicationURL")
        loader.add_jmes("apply_url", "applicationFormURL")
        loader.add_jmes("requisition_id", "jobOpening.reference")
        loader.add_jmes("title", "position")
        loader.add_jmes("department", "jobOpening.department || jobOpening.categories[].name")
        loader.add_jmes("employment_type", "jobOpening.workingTimes[].[@, internalName, name][]")
        loader.add_jmes("employment_type", "jobOpening.contractPeriod.[internalName, name]")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "jobOpening.locations[].name")
        if not loader.get_collected_values("location"):
            loader.add_jmes("location", "jobOpening.location")
        loader.add_jmes("locations", PLACES)
        loader.add_jmes("salaries", "jobOpening.salary.{min: value.minValue, max: value.maxValue, currency: currency, period: value.unitText}")
        loader.add_jmes("description_html", TEXT)
        loader.add_jmes("responsibilities", "tasks")
        loader.add_jmes("requirements", "profile")
        loader.add_jmes("benefits", "weOffer")
        loader.add_jmes("date_posted", "startDate || jobOpening.createdDate")
        loader.add_jmes("valid_through", "endDate")


class DVinci(Platform):
    name = "dvinci"
    hosts = ("dvinci-hr.com",)
    addresses = (r"^(?P<key>[\w-]+)\.dvinci-hr\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "static", "api", "cdn"})
    confirmed = "documentation"
    forms = (Publications(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}.dvinci-hr.com/jobPublication/list.json", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return f"https://{key}.dvinci-hr.com/"
