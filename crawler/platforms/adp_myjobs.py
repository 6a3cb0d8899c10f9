"""ADP MyJobs, ADP's other career sites. A site's entry holds a token, by which the list answers, texts and all."""

from collections.abc import Iterable

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Offsets, Page, Platform, here, jmes, section

SITE = "https://myjobs.adp.com"
API = "https://my.adp.com/myadp_prefix/mycareer/public/staffing/v1/job-requisitions/apply-custom-filters"
FIELDS = (
    "reqId,jobTitle,publishedJobTitle,type,jobDescription,jobQualifications,workLevelCode,clientRequisitionID,postingDate,"
    "requisitionLocations,organizationalUnits"
)
PLACE = "address.{city: cityName, region: countrySubdivisionLevel1.codeValue || countrySubdivisionLevel1.longName, country: country.codeValue || country.longName}"


class Site(JsonForm):
    """``/public/staffing/v1/career-site/{site}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("myJobsToken"), str) and page.get("settings", "careerSiteType") != "Internal"

    def next_asks(self, page: Page) -> Iterable[Ask]:
        # Of another language than exactly this one there is nothing, without a word.
        headers = {**JSON_HEADERS, "Accept-Language": "en-US", "Origin": SITE, "Referer": f"{SITE}/"}
        found = {"myjobstoken": page.get("myJobsToken"), "orgoid": page.get("orgoid"), "rolecode": "manager"}
        # An answer of more than a megabyte fails: 50 rows stay below it.
        return [Ask(f"{API}?$select={FIELDS}&$top=50&$skip=0&$orderby=reqId", headers=headers | {name: value for name, value in found.items() if isinstance(value, str)})]


class Listing(JsonForm):
    """``/job-requisitions/apply-custom-filters``."""

    rows_in = "jobRequisitions"
    row_keys = ("reqId", "jobDescription")
    total_in = "count"
    beside = {"site": here(f"{SITE}/{{board}}/cx/job-details?reqId=")}
    paging = Offsets("$skip")
    fields = [
        jmes("id", "reqId"),
        jmes("url", "site && reqId && join('', [site, to_string(reqId)])"),
        jmes("requisition_id", "clientRequisitionID"),
        jmes("title", "publishedJobTitle || jobTitle"),
        jmes("department", "organizationalUnits[].name"),
        jmes("employment_type", "workLevelCode.[shortName, longName, codeValue]"),
        jmes("location", "requisitionLocations[].nameCode.longName"),
        jmes("locations", f"requisitionLocations[].{PLACE}"),
        jmes("description_html", "jobDescription"),
        section("jobQualifications", "Requirements"),
        jmes("date_posted", "postingDate"),
    ]

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return super().next_asks(page) if page.ask is not None else []  # its headers hold the token


class MyJobs(Platform):
    name = "adp_myjobs"
    hosts = ("myjobs.adp.com",)
    addresses = (r"^myjobs\.adp\.com/(?:public/staffing/v1/career-site/)?(?P<key>[\w-]+)(?:/|\?|$)",)
    not_keys = frozenset({"public", "static", "assets", "api"})
    forms = (Site(), Listing())
    api_urls = f"{SITE}/public/staffing/v1/career-site/{{key}}"
    board_page = f"{SITE}/{{key}}/cx/job-listing"
