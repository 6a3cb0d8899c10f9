"""Deel. The settings of a careers page name the board, whose list has all texts and the pay that is meant to be seen."""

from typing import Any

from crawler.platforms.base import JsonForm, Page, Platform, here, jmes

API = "https://api-prod.letsdeel.com/guest/ats/organizations/"
PAGE = "https://jobs.deel.com/{board}"


class Settings(JsonForm):
    """``/organizations/{slug}/career_page_settings``: no posting, but the way to them."""

    says = {"organization": "organizationId", "jobs": "jobBoard.id"}
    next_url = f"{API}{{organization}}/job_boards/{{jobs}}/job_postings"


class Postings(JsonForm):
    """``/organizations/{id}/job_boards/{id}/job_postings``: all of them, as a bare list or in an object."""

    row_keys = ("richtextDescription",)
    empty_at = "/job_postings$"
    whole = True
    beside = {"page": here(PAGE)}
    fields = [
        jmes("id", "id"),
        jmes("url", "page && id && join('', [page, '/job-details/', id, '/overview'])"),
        jmes("title", "title"),
        jmes("department", "job.jobDepartments[].department.name"),
        jmes("team", "job.jobTeams[].team.name"),
        jmes("employment_type", "job.jobEmploymentTypes[].employmentType.name"),
        jmes("location", "job.jobLocations[].location.name"),
        jmes("salaries", "isCompensationVisible == `true` && job.currentCompensation.{min: minAmount, max: maxAmount, currency: currencyIsoCode}"),
        jmes("description_html", "richtextDescription"),
        jmes("date_posted", "createdAt"),
    ]

    def found(self, page: Page) -> Any:
        return page.get("jobPostings") if isinstance(page.json, dict) else page.json


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
    api_urls = f"{API}{{key}}/career_page_settings"
    board_page = "https://jobs.deel.com/{key}"
