"""Ashby. The public API gives a whole board with texts and pay; the hosted pages hold the same state without texts.

API: https://developers.ashbyhq.com/docs/public-job-posting-api
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader, basis_of
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, listed, public

API = "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"
PAGE = "https://jobs.ashbyhq.com/{}"
EQUITY = ("EquityPercentage", "EquityCashValue")
BONUS = ("Bonus", "Commission")


class Api(Form):
    """``/posting-api/job-board/{board}``, the whole board at once."""

    def reads(self, page: Page) -> bool:
        # An empty list is no proof of a board: unknown names were seen to get one, too. The hosted page knows.
        return any(isinstance(row, dict) and "jobUrl" in row and "isListed" in row for row in listed(page.json, "jobs"))

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(page.json, "jobs")

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        return row.get("isListed") is False

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "jobUrl")
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "department")
        loader.add_jmes("team", "team")
        loader.add_jmes("employment_type", "employmentType")
        loader.add_jmes("location", "[location, secondaryLocations[].[location || @][]][]")
        loader.add_jmes("locations", PLACE.format("address.postalAddress"))
        loader.add_jmes("locations", f"secondaryLocations[].{PLACE.format('address.postalAddress')}")
        # Boards were seen to set isRemote on every posting; the kind of workplace is chosen for each.
        loader.add_jmes("workplace", "workplaceType || (isRemote && 'remote') || null")
        if dig(loader.row, "shouldDisplayCompensationOnJobPostings") is not False:
            load_pay(loader, dig(loader.row, "compensation"))
        loader.add_jmes("description_html", "descriptionHtml")
        loader.add_jmes("description", "!descriptionHtml && descriptionPlain")
        loader.add_jmes("date_posted", "publishedAt")


PLACE = "{{city: {0}.addressLocality, region: {0}.addressRegion, country: {0}.addressCountry, name: location}}"


def load_pay(loader: PostingLoader, compensation: Any) -> None:
    """The envelope of all tiers, then each tier with its title; what is no salary says what comes on top."""
    tiers = [(tier, part) for tier in parts(compensation, "compensationTiers") for part in parts(tier, "components")]
    summed = [*parts(compensation, "summaryComponents")]
    bases = {basis_of(words(tier)) for tier, part in tiers if is_salary(part)}
    for part in filter(is_salary, summed):
        loader.add_value("salaries", range_of(part, bases.pop() if len(bases) == 1 else None))
    for tier, part in tiers:
        if is_salary(part):
            loader.add_value("salaries", range_of(part, basis_of(words(tier)), tier.get("title")))
    loader.add_value("salary_text", dig(compensation, "compensationTierSummary") or dig(compensation, "scrapeableCompensationSalarySummary"))
    kinds = {str(part.get("compensationType")) for part in [*summed, *(part for _, part in tiers)]}
    loader.add_value("equity", True if kinds.intersection(EQUITY) else None)
    loader.add_value("bonus", True if kinds.intersection(BONUS) else None)


def parts(value: Any, name: str) -> Iterator[dict[str, Any]]:
    return (part for part in listed(value, name) if isinstance(part, dict))


def is_salary(part: dict[str, Any]) -> bool:
    return part.get("compensationType") == "Salary"


def words(tier: dict[str, Any]) -> str:
    return f"{tier.get('tierSummary')} {tier.get('additionalInformation')}"


def range_of(part: dict[str, Any], basis: str | None, label: Any = None) -> dict[str, Any]:
    return {
        "min": part.get("minValue"), "max": part.get("maxValue"), "currency": part.get("currencyCode"),
        "period": part.get("interval"), "basis": basis, "label": label, "text": part.get("summary"),
    }  # fmt: skip


class Board(Form):
    """``jobs.ashbyhq.com/{board}``: the whole board in the state of the page, without texts."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(state(page), "jobBoard", "jobPostings"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        organization = dig(state(page), "organization")
        return beside(dig(state(page), "jobBoard", "jobPostings"), company=dig(organization, "name"), board=dig(organization, "hostedJobsPageSlug"))

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        return row.get("isListed") is False

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(posting_url(row)) if row.get("id") and row.get("board") else None

    def load(self, loader: PostingLoader) -> None:
        load_state(loader)
        loader.add_jmes("location", "[locationExternalName || locationName, secondaryLocations[].[locationExternalName || locationName][]][]")
        if dig(loader.row, "shouldDisplayCompensationOnJobBoard") is not False:
            loader.add_jmes("salary_text", "compensationTierSummary")


class Posting(Form):
    """``jobs.ashbyhq.com/{board}/{id}``; its JSON-LD fills in what the state lacks."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(state(page), "posting", "title"), str)

    def rows(self, page: Page) -> Iterable[Any]:
        organization = dig(state(page), "organization")
        return beside([dig(state(page), "posting")], company=dig(organization, "name"), board=dig(organization, "hostedJobsPageSlug"))

    def load(self, loader: PostingLoader) -> None:
        load_state(loader)
        loader.add_jmes("team", "teamNames[-1]")
        loader.add_jmes("location", "[locationName, secondaryLocationNames[]][]")
        loader.add_jmes("salary_text", "compensationTierSummary || scrapeableCompensationSalarySummary")
        loader.add_jmes("description_html", "descriptionHtml")


def load_state(loader: PostingLoader) -> None:
    loader.add_jmes("id", "id")
    if dig(loader.row, "id") and dig(loader.row, "board"):
        loader.add_value("url", posting_url(loader.row))
        loader.add_value("apply_url", f"{posting_url(loader.row)}/application")
    loader.add_jmes("requisition_id", "jobRequisitionId")
    loader.add_jmes("title", "title")
    loader.add_jmes("company", "company")
    loader.add_jmes("department", "departmentExternalName || departmentName")
    loader.add_jmes("team", "teamExternalName || teamName")
    loader.add_jmes("employment_type", "employmentType")
    loader.add_jmes("workplace", "workplaceType")
    loader.add_jmes("date_posted", "publishedDate")
    loader.add_jmes("date_modified", "updatedAt")
    loader.add_jmes("valid_through", "applicationDeadline")


def posting_url(row: Any) -> str:
    return f"{PAGE.format(quote(str(row['board'])))}/{row['id']}"


def state(page: Page) -> Any:
    return page.states.get("__appData") if "__appData" in page.text else None


class Ashby(Platform):
    name = "ashby"
    hosts = ("ashbyhq.com",)
    addresses = (
        r"^api\.ashbyhq\.com/posting-api/job-board/(?P<key>[^/?]+)",
        r"^jobs\.ashbyhq\.com/(?P<key>[^/?]+)",
    )
    not_keys = frozenset({"api", "_next", "static", "favicon.ico", "robots.txt", "sitemap.xml"})
    fold_keys = False
    confirmed = "recording"
    forms = (Api(), Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(API.format(quote(key, safe="")), headers=JSON_HEADERS), Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return PAGE.format(quote(key, safe=""))
