"""Welcome to the Jungle. Its search index lists a company's postings, its API has each of them with its text.

The index wants the key that the pages hand to every browser; it is asked for at the start and kept nowhere.
Never recorded: the shapes are those that several programs agree on.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, dig, first_row, further, listed

SITE = "https://www.welcometothejungle.com"
DETAIL = "https://api.welcometothejungle.com/api/v1/organizations/{}/jobs/{}"
INDEX = "https://{}-dsn.algolia.net/1/indexes/wttj_jobs_production_en/query"
LIMIT = 100  # rows a page
CAP = 1000  # rows; none is given beyond
APP, KEY = (re.compile(rf'"(?:PUBLIC_)?ALGOLIA_{name}"\s*:\s*"(\w{{6,64}})"') for name in ("APPLICATION_ID", "API_KEY_CLIENT"))
PAY = "{min: salary_min || salary_minimum, max: salary_max || salary_maximum, currency: salary_currency, period: salary_period}"
YEARLY = "{min: salary_yearly_minimum, max: salary_yearly_maximum, currency: salary_currency, period: 'yearly'}"
OFFICES = "(offices || [office])"


class Access(Form):
    """``/api/env`` and every page: what the index wants to know."""

    source = "html"

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


class Hits(Form):
    """What the index answers, one query or several."""

    def reads(self, page: Page) -> bool:
        row = first_row(hits(page))
        return ("organization" in row and "contract_type" in row and "slug" in row) or (page.get("hits") == [] and "/wttj_jobs" in page.parts.path)

    def rows(self, page: Page) -> Iterable[Any]:
        return hits(page)

    def total(self, page: Page) -> int | None:
        return count_at(page.json, *(() if "hits" in page.json else ("results", 0)), "nbHits")

    def says_empty(self, page: Page) -> bool:
        return False  # a company that is not there has no hits, too

    def capped(self, page: Page) -> bool:
        return (self.total(page) or 0) > CAP

    def next_asks(self, page: Page) -> Iterable[Ask]:
        asked = page.ask
        if asked is None or page.get("page") != 0 or not isinstance(asked.json, dict):
            return []
        size = page.get("hitsPerPage")
        return [Ask(asked.url, json={**asked.json, "page": number}, headers=asked.headers) for number, _ in enumerate(further(self.total(page), size), 1)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        names = [name for name in (dig(row, "organization", "slug"), row.get("slug")) if isinstance(name, str) and name]
        return Ask(DETAIL.format(*map(quote, names)), headers=JSON_HEADERS) if len(names) == 2 else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "reference || objectID")
        loader.add_jmes("url", "urls[?kind == 'canonical'].href | [0]")
        loader.add_jmes("url", f"organization.slug && slug && join('', ['{SITE}/en/companies/', organization.slug, '/jobs/', slug])")
        loader.add_jmes("apply_url", "apply_url")
        loader.add_jmes("title", "name")
        loader.add_jmes("company", "organization.name")
        loader.add_jmes("employment_type", "contract_type")
        loader.add_jmes("experience_years_min", "experience_level_minimum")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", f"{OFFICES}[].join(', ', [city, state, country || country_code][?@])")
        loader.add_jmes("locations", f"{OFFICES}[].{{city: city, region: state, country: country_code || country}}")
        loader.add_jmes("workplace", "remote == 'fulltime' && 'remote' || remote")
        loader.add_jmes("salaries", PAY)
        loader.add_jmes("salaries", f"!salary_min && !salary_minimum && {YEARLY}")
        loader.add_jmes("description_html", "[description, profile, recruitment_process]")
        loader.add_jmes("description_html", "!description && summary")
        loader.add_jmes("requirements", "profile")
        loader.add_jmes("date_posted", "published_at")


def hits(page: Page) -> list[Any]:
    return listed(page.json, "hits") or listed(page.json, "results", 0, "hits")


class Posting(Hits):
    """``/api/v1/organizations/{company}/jobs/{posting}``."""

    def reads(self, page: Page) -> bool:
        job = page.get("job")
        return isinstance(job, dict) and isinstance(job.get("name"), str) and "contract_type" in job and "slug" in job

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json["job"]]

    def total(self, page: Page) -> int | None:
        return None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return ()

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


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

    def starts(self, key: str) -> list[Ask]:
        # The parameter is ours: it says whose board the answer is for.
        return [Ask(f"{SITE}/api/env?company={key}"), Ask(self.board_url(key))]

    def board_url(self, key: str) -> str:
        return f"{SITE}/en/companies/{key}/jobs"
