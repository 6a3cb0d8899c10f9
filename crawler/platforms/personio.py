"""Personio. One XML feed a company, on two hosts; it has every posting, but the text only of those in the language asked for.

Feed: https://developer.personio.de/reference/get_xml
"""

from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.platforms.base import Ask, HtmlForm, JsonForm, Page, Platform, jmes, json_at, made, parts, xpath

HOSTS = ("https://{key}.jobs.personio.de", "https://{key}.jobs.personio.com")
LANGUAGES = ("en", "de", "fr", "es")  # in which texts are asked for, one after the other as long as some are missing
# One section names a person to write to.
SECTION = "jobDescriptions/jobDescription[not(contains(name, 'CONTACT_PERSON'))]"
TEXT = SECTION + "/value[normalize-space()]"


def another(page: Page) -> str | None:
    """The language to ask for after that of *page*, ``None`` when it was the last or was not asked for by us."""
    asked = page.query.get("language")
    if page.ask is None or asked not in LANGUAGES[:-1]:
        return None
    return LANGUAGES[LANGUAGES.index(asked) + 1]


def pay(position: Selector) -> list[dict[str, Any]]:
    names = {"min": "min", "max": "max", "currency": "currencyCode", "period": "type"}
    return [{ours: part.xpath(f"{name}/text()").get() for ours, name in names.items()} for part in position.xpath("salaryInformation")]


class Feed(HtmlForm):
    """``/xml?language=en``. Without a posting it proves nothing: the page of the board says whether there is none."""

    source = "api"
    mark = "<workzag-jobs"
    rows_in = "/workzag-jobs/position"
    fields = [
        xpath("id", "id/text()"),
        xpath("url", "concat('/job/', normalize-space(id[text()]))"),
        xpath("title", "name/text()"),
        xpath("company", "subcompany/text()"),
        xpath("department", "department/text()"),
        xpath("employment_type", "employmentType/text()"),
        xpath("employment_type", "schedule/text()"),
        xpath("experience_years_min", "yearsOfExperience/text()", re=r"^\d+"),
        xpath("location", "office/text() | additionalOffices/office/text()"),
        made("salaries", pay),
        parts(SECTION, "name", "value/text()"),
        xpath("date_posted", "createdAt/text()"),
    ]

    def reads(self, page: Page) -> bool:
        return bool(positions(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return [row for row in positions(page) if row.xpath(TEXT) or not another(page)]

    def total(self, page: Page) -> int | None:
        return len(positions(page))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        language = another(page)
        missing = not all(row.xpath(TEXT) for row in positions(page))
        return [Ask(f"{page.origin}/xml?language={language}")] if language and missing else []

    def detail(self, page: Page, row: Selector) -> Ask | None:
        return None if row.xpath(TEXT) else Ask(page.join(f"/job/{row.xpath('normalize-space(id)').get()}"))


def positions(page: Page) -> list[Selector]:
    return list(page.xpath(Feed.rows_in)) if Feed.mark in page.text else []


class Board(JsonForm):
    """The careers page: every posting in its state, without texts."""

    source = "html"
    whole = True
    detail_in = "id && join('', ['/job/', to_string(id)])"
    fields = [
        jmes("id", "id"),
        jmes("url", "to_string(id)", "/job/{}".format),
        jmes("title", "name"),
        jmes("company", "subcompany"),
        jmes("department", "department"),
        jmes("employment_type", "[employment_type_slug || employment_type, schedule_slug || schedule]"),
        jmes("experience_years_min", "years_of_experience", re=r"^\d+"),
        jmes("language", "current_locale"),
        jmes("location", "[main_office, additional_offices[]][]"),
        jmes("salaries", "salary_information.{min: min, max: max, currency: currency_code, period: type}"),
        jmes("date_posted", "published_at || created_at"),
    ]

    def body(self, page: Page) -> Any:
        state = page.flight if "personio" in page.text else ""
        at = state.find('"jobs":[')
        return json_at(state, at + len('"jobs":')) if at >= 0 and '"subdomain":' in state else None

    def reads(self, page: Page) -> bool:
        return isinstance(self.body(page), list)


class Personio(Platform):
    name = "personio"
    hosts = ("jobs.personio.de", "jobs.personio.com")
    not_keys = frozenset({"www", "api"})
    confirmed = "recording"
    forms = (Feed(), Board())

    page_urls = (*(f"{host}/xml?language={LANGUAGES[0]}" for host in HOSTS), *(f"{host}/" for host in HOSTS))
    board_page = f"{HOSTS[0]}/"
