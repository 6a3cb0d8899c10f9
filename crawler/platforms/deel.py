"""Deel. The settings of a careers page name the board, whose list has all texts and the pay that is meant to be seen."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, first_row, listed

API = "https://api-prod.letsdeel.com/guest/ats/organizations/{}/"
PAGE = "https://jobs.deel.com/{}"


class Settings(Form):
    """``/organizations/{slug}/career_page_settings``: no posting, but the way to them."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("organizationId"), str) and isinstance(page.get("jobBoard", "id"), str)

    def next_asks(self, page: Page) -> Iterable[Ask]:
        base = API.format(page.get("organizationId"))
        return [Ask(f"{base}job_boards/{page.get('jobBoard', 'id')}/job_postings", headers=JSON_HEADERS)]


class Postings(Form):
    """``/organizations/{id}/job_boards/{id}/job_postings``: all of them, as a bare list or in an object."""

    def found(self, page: Page) -> Any:
        return page.get("jobPostings") if isinstance(page.json, dict) else page.json

    def reads(self, page: Page) -> bool:
        found = self.found(page)
        return "richtextDescription" in first_row(found) or (found == [] and page.parts.path.endswith("/job_postings"))

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(self.found(page)), page=PAGE.format(page.key) if page.key and "." not in page.key else None)

    def total(self, page: Page) -> int | None:
        return len(listed(self.found(page)))

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "page && id && join('', [page, '/job-details/', id, '/overview'])")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "job.jobDepartments[].department.name")
        loader.add_jmes("team", "job.jobTeams[].team.name")
        loader.add_jmes("employment_type", "job.jobEmploymentTypes[].employmentType.name")
        loader.add_jmes("location", "job.jobLocations[].location.name")
        if dig(loader.row, "isCompensationVisible") is True:
            loader.add_jmes("salaries", "job.currentCompensation.{min: minAmount, max: maxAmount, currency: currencyIsoCode}")
        loader.add_jmes("description_html", "richtextDescription")
        loader.add_jmes("date_posted", "createdAt")


class Deel(Platform):
    name = "deel"
    hosts = ("jobs.deel.com", "letsdeel.com")
    addresses = (
        r"^api-prod\.letsdeel\.com/guest/ats/organizations/(?P<key>[\w-]+)/career_page_settings",
        r"^jobs\.deel\.com/(?:job-boards/)?(?P<key>[\w-]+)",
    )
    not_keys = frozenset({"auth", "login", "signup", "guest", "api", "deelapi", "job-boards", "job-details", "assets", "_next"})
    confirmed = "one source"
    forms = (Settings(), Postings())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{API.format(key)}career_page_settings", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        return PAGE.format(key)
