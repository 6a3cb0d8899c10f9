"""ADP MyJobs, ADP's other career sites. A site's entry holds a token, by which the list answers, texts and all."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, beside, count_at, dig, first_row, further, headed, listed

SITE = "https://myjobs.adp.com"
API = "https://my.adp.com/myadp_prefix/mycareer/public/staffing/v1/job-requisitions/apply-custom-filters"
FIELDS = (
    "reqId,jobTitle,publishedJobTitle,type,jobDescription,jobQualifications,workLevelCode,clientRequisitionID,postingDate,"
    "requisitionLocations,organizationalUnits"
)
SIZE = 50  # rows; an answer of more than a megabyte fails
PLACE = "address.{city: cityName, region: countrySubdivisionLevel1.codeValue || countrySubdivisionLevel1.longName, country: country.codeValue || country.longName}"


def ask_for(headers: dict[str, str], start: int) -> Ask:
    return Ask(f"{API}?$select={FIELDS}&$top={SIZE}&$skip={start}&$orderby=reqId", headers=headers)


class Site(Form):
    """``/public/staffing/v1/career-site/{site}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("myJobsToken"), str) and page.get("settings", "careerSiteType") != "Internal"

    def next_asks(self, page: Page) -> Iterable[Ask]:
        # Of another language than exactly this one there is nothing, without a word.
        headers = {"Accept": "application/json", "Accept-Language": "en-US", "Origin": SITE, "Referer": f"{SITE}/"}
        found = {"myjobstoken": page.get("myJobsToken"), "orgoid": page.get("orgoid"), "rolecode": "manager"}
        return [ask_for(headers | {name: value for name, value in found.items() if isinstance(value, str)}, 0)]


class Listing(Form):
    """``/job-requisitions/apply-custom-filters``."""

    def reads(self, page: Page) -> bool:
        known = {"reqId", "jobDescription"} <= first_row(page.json, "jobRequisitions").keys()
        return known or (page.get("jobRequisitions") == [] and self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        site = f"{SITE}/{page.key}/cx/job-details?reqId=" if page.key and "." not in page.key else None
        return beside(listed(page.json, "jobRequisitions"), site=site)

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "count")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or page.query.get("$skip") != "0":
            return []
        return [ask_for(page.ask.headers, start) for start in further(self.total(page), len(listed(page.json, "jobRequisitions")))]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "reqId")
        loader.add_jmes("url", "site && reqId && join('', [site, to_string(reqId)])")
        loader.add_jmes("requisition_id", "clientRequisitionID")
        loader.add_jmes("title", "publishedJobTitle || jobTitle")
        loader.add_jmes("department", "organizationalUnits[].name")
        loader.add_jmes("employment_type", "workLevelCode.[shortName, longName, codeValue]")
        loader.add_jmes("location", "requisitionLocations[].nameCode.longName")
        loader.add_jmes("locations", f"requisitionLocations[].{PLACE}")
        loader.add_jmes("description_html", "jobDescription")
        loader.add_value("description_html", headed("Requirements", dig(loader.row, "jobQualifications")))
        loader.add_jmes("date_posted", "postingDate")


class MyJobs(Platform):
    name = "adp_myjobs"
    hosts = ("myjobs.adp.com",)
    addresses = (r"^myjobs\.adp\.com/(?:public/staffing/v1/career-site/)?(?P<key>[\w-]+)(?:/|\?|$)",)
    not_keys = frozenset({"public", "static", "assets", "api"})
    forms = (Site(), Listing())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{SITE}/public/staffing/v1/career-site/{key}", headers={"Accept": "application/json"})]

    def board_url(self, key: str) -> str:
        return f"{SITE}/{key}/cx/job-listing"
