"""Personio. One XML feed a company, on two hosts; it has every posting, but the text only of those in the language asked for.

Feed: https://developer.personio.de/reference/get_xml
"""

from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, headed, json_at

HOSTS = ("https://{}.jobs.personio.de", "https://{}.jobs.personio.com")
LANGUAGES = ("en", "de", "fr", "es")  # in which texts are asked for, one after the other as long as some are missing
FEED = "{}/xml?language={}"


class Feed(Form):
    """``/xml?language=en``."""

    def reads(self, page: Page) -> bool:
        # Without a posting it proves nothing: the page of the board says whether there is none.
        return bool(positions(page))

    def rows(self, page: Page) -> Iterable[Any]:
        return [row for row in positions(page) if row.xpath(TEXT) or not another(page)]

    def total(self, page: Page) -> int | None:
        return len(positions(page))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        language = another(page)
        missing = not all(row.xpath(TEXT) for row in positions(page))
        return [Ask(FEED.format(page.origin, language))] if language and missing else []

    def detail(self, page: Page, row: Selector) -> Ask | None:
        return None if row.xpath(TEXT) else Ask(page.join(f"/job/{row.xpath('normalize-space(id)').get()}"))

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        loader.add_xpath("id", "id/text()")
        loader.add_xpath("url", "concat('/job/', normalize-space(id[text()]))")
        loader.add_xpath("title", "name/text()")
        loader.add_xpath("company", "subcompany/text()")
        loader.add_xpath("department", "department/text()")
        loader.add_xpath("employment_type", "employmentType/text()")
        loader.add_xpath("employment_type", "schedule/text()")
        loader.add_xpath("experience_years_min", "yearsOfExperience/text()", re=r"^\d+")
        loader.add_xpath("location", "office/text() | additionalOffices/office/text()")
        loader.add_value("salaries", [pay(part) for part in row.xpath("salaryInformation")])
        for part in row.xpath(SECTION):
            loader.add_value("description_html", headed(part.xpath("normalize-space(name)").get(), part.xpath("string(value)").get()))
        loader.add_xpath("date_posted", "createdAt/text()")


# One section names a person to write to.
SECTION = "jobDescriptions/jobDescription[not(contains(name, 'CONTACT_PERSON'))]"
TEXT = SECTION + "/value[normalize-space()]"


def positions(page: Page) -> list[Selector]:
    return list(page.xpath("/workzag-jobs/position")) if "<workzag-jobs" in page.text else []


def another(page: Page) -> str | None:
    """The language to ask for after that of *page*, ``None`` when it was the last or was not asked for by us."""
    asked = page.query.get("language")
    if page.ask is None or asked not in LANGUAGES[:-1]:
        return None
    return LANGUAGES[LANGUAGES.index(asked) + 1]


def pay(part: Selector) -> dict[str, Any]:
    names = {"min": "min", "max": "max", "currency": "currencyCode", "period": "type"}
    return {ours: part.xpath(f"{name}/text()").get() for ours, name in names.items()}


class Board(Form):
    """The careers page: every posting in its state, without texts."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return jobs(page) is not None

    def rows(self, page: Page) -> Iterable[Any]:
        return jobs(page) or []

    def total(self, page: Page) -> int | None:
        return len(jobs(page) or [])

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"/job/{row['id']}")) if row.get("id") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "to_string(id)", "/job/{}".format)
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "subcompany")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "[employment_type_slug || employment_type, schedule_slug || schedule]")
        loader.add_jmes("experience_years_min", "years_of_experience", re=r"^\d+")
        loader.add_jmes("language", "current_locale")
        loader.add_jmes("location", "[main_office, additional_offices[]][]")
        loader.add_jmes("salaries", "salary_information.{min: min, max: max, currency: currency_code, period: type}")
        loader.add_jmes("date_posted", "published_at || created_at")


def jobs(page: Page) -> list[Any] | None:
    state = page.flight if "personio" in page.text else ""
    at = state.find('"jobs":[')
    found = json_at(state, at + len('"jobs":')) if at >= 0 else None
    return found if isinstance(found, list) and '"subdomain":' in state else None


class Personio(Platform):
    name = "personio"
    hosts = ("jobs.personio.de", "jobs.personio.com")
    addresses = (r"^(?P<key>[\w-]+)\.jobs\.personio\.(?:de|com)(?:/|\?|$)",)
    not_keys = frozenset({"www", "api"})
    confirmed = "recording"
    forms = (Feed(), Board())

    def starts(self, key: str) -> list[Ask]:
        hosts = [host.format(key) for host in HOSTS]
        return [Ask(FEED.format(host, LANGUAGES[0])) for host in hosts] + [Ask(f"{host}/") for host in hosts]

    def board_url(self, key: str) -> str:
        return f"{HOSTS[0].format(key)}/"
