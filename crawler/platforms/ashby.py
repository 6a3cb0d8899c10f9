"""Ashby. The public API gives a whole board with texts and pay; the hosted pages hold the same state without texts.

API: https://developers.ashbyhq.com/docs/public-job-posting-api
"""

from typing import Any
from urllib.parse import quote

from crawler.loaders import basis_of
from crawler.platforms.base import Ask, JsonForm, Page, Platform, dig, jmes, listed, made

PAGE = "https://jobs.ashbyhq.com/"
PLACE = "{{city: {0}.addressLocality, region: {0}.addressRegion, country: {0}.addressCountry, name: location}}"
EQUITY = ("EquityPercentage", "EquityCashValue")
BONUS = ("Bonus", "Commission")


def parts(value: Any, name: str) -> list[dict[str, Any]]:
    return [part for part in listed(value, name) if isinstance(part, dict)]


def compensation(row: Any) -> Any:
    return row.get("compensation") if row.get("shouldDisplayCompensationOnJobPostings") is not False else None


def tiers(row: Any) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each part of the pay with the tier that it belongs to."""
    return [(tier, part) for tier in parts(compensation(row), "compensationTiers") for part in parts(tier, "components")]


def pay(row: Any) -> list[dict[str, Any]]:
    """The envelope of all tiers, then each tier with its title."""
    salaries = [(tier, part) for tier, part in tiers(row) if is_salary(part)]
    bases = {basis_of(words(tier)) for tier, _ in salaries}
    whole = [range_of(part, bases.pop() if len(bases) == 1 else None) for part in parts(compensation(row), "summaryComponents") if is_salary(part)]
    return [*whole, *(range_of(part, basis_of(words(tier)), tier.get("title")) for tier, part in salaries)]


def offers(row: Any, kinds: tuple[str, ...]) -> bool | None:
    """Whether one of *kinds* comes on top of the salary."""
    every = [*parts(compensation(row), "summaryComponents"), *(part for _, part in tiers(row))]
    return True if any(str(part.get("compensationType")) in kinds for part in every) else None


def is_salary(part: dict[str, Any]) -> bool:
    return part.get("compensationType") == "Salary"


def words(tier: dict[str, Any]) -> str:
    return f"{tier.get('tierSummary')} {tier.get('additionalInformation')}"


def range_of(part: dict[str, Any], basis: str | None, label: Any = None) -> dict[str, Any]:
    return {
        "min": part.get("minValue"), "max": part.get("maxValue"), "currency": part.get("currencyCode"),
        "period": part.get("interval"), "basis": basis, "label": label, "text": part.get("summary"),
    }  # fmt: skip


class Api(JsonForm):
    """``/posting-api/job-board/{board}``, the whole board at once."""

    rows_in = "jobs"
    whole = True
    hidden = {"isListed": False}
    fields = [
        jmes("id", "id"),
        jmes("url", "jobUrl"),
        jmes("apply_url", "applyUrl"),
        jmes("title", "title"),
        jmes("department", "department"),
        jmes("team", "team"),
        jmes("employment_type", "employmentType"),
        jmes("location", "[location, secondaryLocations[].[location || @][]][]"),
        jmes("locations", PLACE.format("address.postalAddress")),
        jmes("locations", f"secondaryLocations[].{PLACE.format('address.postalAddress')}"),
        # Boards were seen to set isRemote on every posting; the kind of workplace is chosen for each.
        jmes("workplace", "workplaceType || (isRemote && 'remote') || null"),
        made("salaries", pay),
        made("salary_text", lambda row: dig(compensation(row), "compensationTierSummary") or dig(compensation(row), "scrapeableCompensationSalarySummary")),
        made("equity", lambda row: offers(row, EQUITY)),
        made("bonus", lambda row: offers(row, BONUS)),
        jmes("description_html", "descriptionHtml"),
        jmes("description", "!descriptionHtml && descriptionPlain"),
        jmes("date_posted", "publishedAt"),
    ]

    def reads(self, page: Page) -> bool:
        # An empty list is no proof of a board: unknown names were seen to get one, too. The hosted page knows.
        return any(isinstance(row, dict) and "jobUrl" in row and "isListed" in row for row in listed(page.json, "jobs"))


def posting_url(row: Any) -> str | None:
    return f"{PAGE}{quote(str(row['board']))}/{row['id']}" if row.get("id") and row.get("board") else None


STATE = (
    jmes("id", "id"),
    made("url", posting_url),
    made("apply_url", lambda row: f"{url}/application" if (url := posting_url(row)) else None),
    jmes("requisition_id", "jobRequisitionId"),
    jmes("title", "title"),
    jmes("company", "company"),
    jmes("department", "departmentExternalName || departmentName"),
    jmes("team", "teamExternalName || teamName"),
    jmes("employment_type", "employmentType"),
    jmes("workplace", "workplaceType"),
    jmes("date_posted", "publishedDate"),
    jmes("date_modified", "updatedAt"),
    jmes("valid_through", "applicationDeadline"),
)


class Board(JsonForm):
    """``jobs.ashbyhq.com/{board}``: the whole board in the state of the page, without texts."""

    state = "__appData"
    rows_in = "jobBoard.jobPostings"
    whole = True
    hidden = {"isListed": False}
    beside = {"company": "organization.name", "board": "organization.hostedJobsPageSlug"}
    fields = [
        *STATE,
        jmes("location", "[locationExternalName || locationName, secondaryLocations[].[locationExternalName || locationName][]][]"),
        jmes("salary_text", "shouldDisplayCompensationOnJobBoard != `false` && compensationTierSummary"),
    ]

    def detail(self, page: Page, row: Any) -> Ask | None:
        url = posting_url(row)
        return Ask(url) if url else None


class Posting(JsonForm):
    """``jobs.ashbyhq.com/{board}/{id}``; its JSON-LD fills in what the state lacks."""

    state = "__appData"
    rows_in = "posting"
    row_texts = ("title",)
    beside = {"company": "organization.name", "board": "organization.hostedJobsPageSlug"}
    fields = [
        *STATE,
        jmes("team", "teamNames[-1]"),
        jmes("location", "[locationName, secondaryLocationNames[]][]"),
        jmes("salary_text", "compensationTierSummary || scrapeableCompensationSalarySummary"),
        jmes("description_html", "descriptionHtml"),
    ]


class Ashby(Platform):
    name = "ashby"
    hosts = ("ashbyhq.com",)
    addresses = (
        r"^api\.ashbyhq\.com/posting-api/job-board/(?P<key>[^/?]+)",
        r"^jobs\.ashbyhq\.com/(?P<key>[^/?]+)",
    )
    not_keys = frozenset({"api", "_next", "static", "favicon.ico", "robots.txt", "sitemap.xml"})
    fold_keys = False
    any_case = True  # the page serves acme for Acme; of the API it is not known
    confirmed = "recording"
    forms = (Api(), Board(), Posting())
    api_urls = "https://api.ashbyhq.com/posting-api/job-board/{key}?includeCompensation=true"
    page_urls = f"{PAGE}{{key}}"
