"""BambooHR. The whole board in one JSON list, texts and pay one by one; the widget's page where there is no list."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, first_row

# One of the two objects is filled, and it differs by company which.
PLACE = """{
    city: location.city || atsLocation.city,
    region: location.state || atsLocation.state || atsLocation.province,
    country: location.addressCountry || atsLocation.country
}"""
WORKPLACES = ("onsite", "remote", "hybrid")  # by number
WORKPLACE = " || ".join(f"(to_string(locationType) == '{n}' && '{name}')" for n, name in enumerate(WORKPLACES))
NUMBER = r"/careers/(\d+)|[?&]id=(\d+)"


class List(Form):
    """``/careers/list``."""

    def reads(self, page: Page) -> bool:
        if first := first_row(page.json, "result"):
            return "jobOpeningName" in first
        return page.get("result") == [] and self.total(page) == 0

    def rows(self, page: Page) -> Iterable[Any]:
        return list(page.json["result"])

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "meta", "totalCount")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return detail(page, row.get("id"))

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "id && to_string(id)", "/careers/{}".format)
        load_common(loader)


def detail(page: Page, number: Any) -> Ask | None:
    return Ask(page.join(f"/careers/{number}/detail"), headers=JSON_HEADERS) if number else None


def load_common(loader: PostingLoader) -> None:
    loader.add_jmes("title", "jobOpeningName")
    loader.add_jmes("department", "departmentLabel")
    loader.add_jmes("employment_type", "[employmentStatusLabel, employmentType]")
    loader.add_jmes("location", "[location, atsLocation]")  # given as plain text by some
    loader.add_jmes("locations", PLACE)
    loader.add_jmes("workplace", f"{WORKPLACE} || (isRemote && 'remote') || null")


class Detail(Form):
    """``/careers/{id}/detail``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("result", "jobOpening", "jobOpeningName"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json["result"]["jobOpening"]]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "jobOpeningShareUrl", re=NUMBER)
        loader.add_jmes("url", "jobOpeningShareUrl")
        load_common(loader)
        loader.add_jmes("salary_text", "compensation")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("date_posted", "datePosted")


class Widget(Form):
    """``/jobs/embed2.php``, what companies show inside their own pages."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "BambooHR-ATS-" in page.text and (bool(self.rows(page)) or self.says_empty(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.css("li.BambooHR-ATS-Jobs-Item")

    def says_empty(self, page: Page) -> bool:
        return bool(page.css(".BambooHR-ATS-board .BambooHR-ATS-blankState"))

    def detail(self, page: Page, row: Any) -> Ask | None:
        return detail(page, row.xpath("@id").re_first(r"^bhrPositionID_(\d+)$"))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", "@id", re=r"^bhrPositionID_(\d+)$")
        loader.add_css("url", "a::attr(href)")
        loader.add_css("title", "a::text")
        loader.add_xpath("department", "ancestor::li[1]/*[contains(@class, 'BambooHR-ATS-Department-Header')]//text()")
        loader.add_css("location", ".BambooHR-ATS-Location::text")


class BambooHR(Platform):
    name = "bamboohr"
    hosts = ("bamboohr.com",)
    addresses = (r"^(?P<key>[\w-]+)\.bamboohr\.com/?(?:$|\?|careers\b|jobs\b|js/)",)
    not_keys = frozenset({"www", "app", "api", "help", "static", "documentation", "status", "partners", "resources"})
    confirmed = "recording"
    markers = {"data-domain": r"data-domain=[\"']([\w-]{1,80})\.bamboohr\.com[\"']"}
    forms = (List(), Detail(), Widget())

    def starts(self, key: str) -> list[Ask]:
        home = f"https://{key}.bamboohr.com"
        return [Ask(f"{home}/careers/list", headers=JSON_HEADERS), Ask(f"{home}/jobs/embed2.php")]

    def board_url(self, key: str) -> str:
        return f"https://{key}.bamboohr.com/careers"
