"""Paycom. The portal's page holds a key of a few hours for its API: a list without texts, and each posting for itself."""

from typing import Any

from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Offsets,
    Page,
    Platform,
    beside,
    dig,
    jmes,
    parse_json,
    section,
)

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


class Portal(HtmlForm):
    """``/portal/{key}/career-page``: the key, and where the API is."""

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


class Search(JsonForm):
    """``/api/ats/job-posting-previews/search``."""

    rows_in = "jobPostingPreviews"
    row_keys = ("jobId", "jobTitle")
    total_in = "jobPostingPreviewsCount"
    beside = {"key": portal}
    paging = Offsets("skip", body=True)
    fields = [
        jmes("id", "jobId"),
        jmes("url", f"key && jobId && join('', ['{PORTAL.format('')}', key, '/jobs/', to_string(jobId)])"),
        jmes("title", "jobTitle"),
        jmes("employment_type", "positionType"),
        jmes("location", "locations"),
        jmes("workplace", "remoteType", lambda text: LETTERS.get(text, text)),
        jmes("date_posted", "postedOn"),
    ]

    def detail(self, page: Page, row: Any) -> Ask | None:
        number = row.get("jobId")
        return Ask(page.join(f"/api/ats/job-postings/{number}"), headers=page.ask.headers) if page.ask and number else None


class Posting(JsonForm):
    """``/api/ats/job-postings/{number}``, with schema.org's terms as text in it."""

    rows_in = "jobPosting"
    row_keys = ("googleJobJson",)
    row_texts = ("jobTitle",)
    beside = {"key": portal}
    fields = [
        jmes("url", "google.url"),
        *Search.fields,
        jmes("company", "google.hiringOrganization.name"),
        jmes("department", "jobCategory"),
        jmes("employment_type", "!positionType && google.employmentType || null"),
        jmes("location", "[location, secondaryLocations[]][]"),
        jmes("locations", f"!secondaryLocations && google.jobLocation.{PLACE}"),
        jmes("salaries", f"google.baseSalary && {PAY}"),
        jmes("salary_text", "!(google.baseSalary) && salaryRange || null"),
        jmes("description_html", "description"),
        section("qualifications", named="qualificationsTitle"),
        jmes("date_posted", "google.datePosted"),
        jmes("valid_through", "google.validThrough"),
    ]

    def rows(self, page: Page) -> list[Any]:
        said = page.get("jobPosting", "googleJobJson")
        return beside(super().rows(page), google=parse_json(said.encode()) if isinstance(said, str) else said)


class Paycom(Platform):
    name = "paycom"
    hosts = ("paycomonline.net",)
    addresses = (
        r"^[\w.-]+/v4/ats/web\.php/portal/(?P<key>[0-9a-f]{32})(?:/|\?|$)",
        r"^[\w.-]+/v4/ats/[^?]*\?(?:.*&)?clientkey=(?P<key>[0-9a-f]{32})(?:&|$)",
    )
    fold_keys = False  # whether keys in capitals are the same is not known
    forms = (Portal(), Search(), Posting())

    page_urls = PORTAL.format("{key}") + "/career-page"
