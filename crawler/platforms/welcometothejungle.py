"""Welcome to the Jungle. Its search index lists a company's postings, its API has each of them with its text.

The index wants the key that the pages hand to every browser; it is asked for at the start and kept nowhere.
Never recorded: the shapes are those that several programs agree on.
"""

import re

from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Numbers, Page, Platform, jmes

SITE = "https://www.welcometothejungle.com"
DETAIL = "https://api.welcometothejungle.com/api/v1/organizations/{organization.slug}/jobs/{slug}"
INDEX = "https://{}-dsn.algolia.net/1/indexes/wttj_jobs_production_en/query"
LIMIT = 100  # rows a page
CAP = 1000  # rows; none is given beyond
APP, KEY = (re.compile(rf'"(?:PUBLIC_)?ALGOLIA_{name}"\s*:\s*"(\w{{6,64}})"') for name in ("APPLICATION_ID", "API_KEY_CLIENT"))
PAY = "{min: salary_min || salary_minimum, max: salary_max || salary_maximum, currency: salary_currency, period: salary_period}"
YEARLY = "{min: salary_yearly_minimum, max: salary_yearly_maximum, currency: salary_currency, period: 'yearly'}"
OFFICES = "(offices || [office])"


class Access(HtmlForm):
    """``/api/env`` and every page: what the index wants to know."""

    def reads(self, page: Page) -> bool:
        return "ALGOLIA_API_KEY_CLIENT" in page.text and ("welcometothejungle" in page.text or "welcometothejungle" in page.parts.netloc) and bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        app, access = APP.search(page.text), KEY.search(page.text)
        if not app or not access or not page.key:
            return []
        return [search(INDEX.format(app[1].lower()), page.key, {"x-algolia-application-id": app[1], "x-algolia-api-key": access[1]}, 0)]


def search(url: str, company: str, access: dict[str, str], number: int) -> Ask:
    asked = {"query": "", "filters": f'organization.slug:"{company}"', "hitsPerPage": LIMIT, "page": number}
    return Ask(url, json=asked, headers={**JSON_HEADERS, "Referer": f"{SITE}/", **access})


class Job(JsonForm):
    fields = [
        jmes("id", "reference || objectID"),
        jmes("url", "urls[?kind == 'canonical'].href | [0]"),
        jmes("url", f"organization.slug && slug && join('', ['{SITE}/en/companies/', organization.slug, '/jobs/', slug])"),
        jmes("apply_url", "apply_url"),
        jmes("title", "name"),
        jmes("company", "organization.name"),
        jmes("employment_type", "contract_type"),
        jmes("experience_years_min", "experience_level_minimum"),
        jmes("language", "language"),
        jmes("location", f"{OFFICES}[].join(', ', [city, state, country || country_code][?@])"),
        jmes("locations", f"{OFFICES}[].{{city: city, region: state, country: country_code || country}}"),
        jmes("workplace", "remote == 'fulltime' && 'remote' || remote"),
        jmes("salaries", PAY),
        jmes("salaries", f"!salary_min && !salary_minimum && {YEARLY}"),
        jmes("description_html", "[description, profile, recruitment_process]"),
        jmes("description_html", "!description && summary"),
        jmes("requirements", "profile"),
        jmes("date_posted", "published_at"),
    ]


class Hits(Job):
    """What the index answers, one query or several."""

    rows_in = "[hits, results[0].hits][?@ != null] | [0]"
    row_keys = ("organization", "contract_type", "slug")
    empty_at = "/wttj_jobs"
    total_in = "nbHits || results[0].nbHits"
    paging = Numbers("page", body=True, first=0, size="hitsPerPage")
    detail_url = DETAIL

    def says_empty(self, page: Page) -> bool:
        return False  # a company that is not there has no hits, too

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) > CAP


class Posting(Job):
    """``/api/v1/organizations/{company}/jobs/{posting}``."""

    rows_in = "job"
    row_keys = ("contract_type", "slug")
    row_texts = ("name",)


class WelcomeToTheJungle(Platform):
    name = "welcometothejungle"
    hosts = ("welcometothejungle.com",)
    addresses = (
        r"^www\.welcometothejungle\.com/api/env\?company=(?P<key>[\w-]+)",
        r"^api\.welcometothejungle\.com/api/v1/organizations/(?P<key>[\w-]+)",
        r"^(?:www\.)?welcometothejungle\.com/(?:[a-z]{2}/)?companies/(?P<key>[\w-]+)",
    )
    confirmed = "one source"
    forms = (Hits(), Posting(), Access())

    # The parameter is ours: it says whose board the answer is for.
    page_urls = (f"{SITE}/api/env?company={{key}}", f"{SITE}/en/companies/{{key}}/jobs")
    board_page = f"{SITE}/en/companies/{{key}}/jobs"
