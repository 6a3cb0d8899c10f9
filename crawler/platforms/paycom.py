"""Paycom. The portal's page holds a key of a few hours for its API: a list without texts, and each posting for itself."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    beside,
    count_at,
    dig,
    first_row,
    further,
    headed,
    listed,
    parse_json,
)  # fmt: skip

PORTAL = "https://www.paycomonline.net/v4/ats/web.php/portal/{}"
SEARCH = "/api/ats/job-posting-previews/search"
LISTS = ("workEnvironments", "positionTypes", "educationLevels", "categories", "travelTypes", "shiftTypes", "otherFilters")
# A filter that is left out makes the list an empty one.
FILTERS: dict[str, Any] = {"distanceFrom": 0, **{name: [] for name in LISTS}, "keywordSearchText": "", "location": "", "sortOption": ""}
LETTERS = {"R": "remote", "H": "hybrid"}
FIGURES = "min: google.baseSalary.value.minValue, max: google.baseSalary.value.maxValue || google.baseSalary.value.value"
PLACE = "address.{city: addressLocality, region: addressRegion, country: addressCountry}"
PAY = f"{{{FIGURES}, currency: google.baseSalary.currency, period: google.baseSalary.value.unitText, text: salaryRange}}"


def portal(page: Page) -> str | None:
    """The key of the portal that *page* belongs to; a page of the API does not say it."""
    return page.key if page.key and "." not in page.key else None


class Portal(Form):
    """``/portal/{key}/career-page``: the key, and where the API is."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "configsFromHost" in page.text and bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        said = page.states.get("configsFromHost")
        token, config = dig(said, "sessionJWT"), dig(said, "libConfig")
        config = parse_json(config.encode()) if isinstance(config, str) else config
        service, locale = str(dig(config, "atsPortalMantleServiceUrl")).rstrip("/"), str(dig(config, "locale") or "en-US")
        if not isinstance(token, str) or not service.startswith("https://") or not service.endswith(".paycomonline.net"):
            return []
        headers = {**JSON_HEADERS, "Authorization": token, "Locale": locale, "Translation-Highlights": "0"}
        if (key := portal(page)) is not None:
            headers["Portal-Host-Referrer"] = PORTAL.format(key)
        return [Ask(service + SEARCH, json={"skip": 0, "take": 100, "filtersForQuery": FILTERS}, headers=headers)]


class Search(Form):
    """``/api/ats/job-posting-previews/search``."""

    def reads(self, page: Page) -> bool:
        first = first_row(page.json, "jobPostingPreviews")
        return {"jobId", "jobTitle"} <= first.keys() or (page.get("jobPostingPreviews") == [] and self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, "jobPostingPreviews"), key=portal(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "jobPostingPreviewsCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or dig(page.ask.json, "skip") != 0:
            return
        for start in further(self.total(page), len(listed(page.json, "jobPostingPreviews"))):
            yield Ask(page.ask.url, json={**page.ask.json, "skip": start}, headers=page.ask.headers)

    def detail(self, page: Page, row: Any) -> Ask | None:
        number = row.get("jobId")
        return Ask(page.join(f"/api/ats/job-postings/{number}"), headers=page.ask.headers) if page.ask and number else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "jobId")
        loader.add_jmes("url", f"key && jobId && join('', ['{PORTAL.format('')}', key, '/jobs/', to_string(jobId)])")
        loader.add_jmes("title", "jobTitle")
        loader.add_jmes("employment_type", "positionType")
        loader.add_jmes("location", "locations")
        loader.add_jmes("workplace", "remoteType", lambda text: LETTERS.get(text, text))
        loader.add_jmes("date_posted", "postedOn")


class Posting(Search):
    """``/api/ats/job-postings/{number}``, with schema.org's terms as text in it."""

    def reads(self, page: Page) -> bool:
        row = page.get("jobPosting")
        return isinstance(row, dict) and isinstance(row.get("jobTitle"), str) and "googleJobJson" in row

    def rows(self, page: Page) -> Iterable[Any]:
        row = page.get("jobPosting")
        google = row.get("googleJobJson")
        return beside([row], google=parse_json(google.encode()) if isinstance(google, str) else google, key=portal(page))

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("url", "google.url")
        super().load(loader)
        loader.add_jmes("company", "google.hiringOrganization.name")
        loader.add_jmes("department", "jobCategory")
        loader.add_jmes("employment_type", "!positionType && google.employmentType || null")
        loader.add_jmes("location", "[location, secondaryLocations[]][]")
        loader.add_jmes("locations", f"!secondaryLocations && google.jobLocation.{PLACE}")
        loader.add_jmes("salaries", f"google.baseSalary && {PAY}")
        loader.add_jmes("salary_text", "!(google.baseSalary) && salaryRange || null")
        loader.add_jmes("description_html", "description")
        loader.add_value("description_html", headed(dig(loader.row, "qualificationsTitle"), dig(loader.row, "qualifications")))
        loader.add_jmes("date_posted", "google.datePosted")
        loader.add_jmes("valid_through", "google.validThrough")


class Paycom(Platform):
    name = "paycom"
    hosts = ("paycomonline.net",)
    addresses = (
        r"^[\w.-]+/v4/ats/web\.php/portal/(?P<key>[0-9a-f]{32})(?:/|\?|$)",
        r"^[\w.-]+/v4/ats/[^?]*\?(?:.*&)?clientkey=(?P<key>[0-9a-f]{32})(?:&|$)",
    )
    fold_keys = False  # whether keys in capitals are the same is not known
    forms = (Portal(), Search(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return f"{PORTAL.format(key)}/career-page"
