"""BambooHR. The whole board in one JSON list, texts and pay one by one; the widget's page where there is no list."""

from typing import Any

from crawler.platforms.base import Ask, HtmlForm, JsonForm, Page, Platform, css, jmes, xpath

# One of the two objects is filled, and it differs by company which.
PLACE = """{
    city: location.city || atsLocation.city,
    region: location.state || atsLocation.state || atsLocation.province,
    country: location.addressCountry || atsLocation.country
}"""
WORKPLACES = ("onsite", "remote", "hybrid")  # by number
WORKPLACE = " || ".join(f"(to_string(locationType) == '{n}' && '{name}')" for n, name in enumerate(WORKPLACES))
NUMBER = r"/careers/(\d+)|[?&]id=(\d+)"
DETAIL = "/careers/{id}/detail"

COMMON = (
    jmes("title", "jobOpeningName"),
    jmes("department", "departmentLabel"),
    jmes("employment_type", "[employmentStatusLabel, employmentType]"),
    jmes("location", "[location, atsLocation]"),  # given as plain text by some
    jmes("locations", PLACE),
    jmes("workplace", f"{WORKPLACE} || (isRemote && 'remote') || null"),
)


class List(JsonForm):
    """``/careers/list``."""

    rows_in = "result"
    row_keys = ("jobOpeningName",)
    total_in = "meta.totalCount"
    detail_url = DETAIL
    fields = [
        jmes("id", "id"),
        jmes("url", "id && to_string(id)", "/careers/{}".format),
        *COMMON,
    ]


class Detail(JsonForm):
    """``/careers/{id}/detail``."""

    rows_in = "result.jobOpening"
    row_texts = ("jobOpeningName",)
    fields = [
        jmes("id", "jobOpeningShareUrl", re=NUMBER),
        jmes("url", "jobOpeningShareUrl"),
        *COMMON,
        jmes("salary_text", "compensation"),
        jmes("description_html", "description"),
        jmes("date_posted", "datePosted"),
    ]


class Widget(HtmlForm):
    """``/jobs/embed2.php``, what companies show inside their own pages."""

    mark = "BambooHR-ATS-"
    rows_in = "li.BambooHR-ATS-Jobs-Item"
    empty_in = ".BambooHR-ATS-board .BambooHR-ATS-blankState"
    fields = [
        xpath("id", "@id", re=r"^bhrPositionID_(\d+)$"),
        css("url", "a::attr(href)"),
        css("title", "a::text"),
        xpath("department", "ancestor::li[1]/*[contains(@class, 'BambooHR-ATS-Department-Header')]//text()"),
        css("location", ".BambooHR-ATS-Location::text"),
    ]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return self.ask_for(page, DETAIL, id=row.xpath("@id").re_first(r"^bhrPositionID_(\d+)$"))


class BambooHR(Platform):
    name = "bamboohr"
    hosts = ("bamboohr.com",)
    addresses = (r"^(?P<key>[\w-]+)\.bamboohr\.com/?(?:$|\?|careers\b|jobs\b|js/)",)
    not_keys = frozenset({"www", "app", "api", "help", "static", "documentation", "status", "partners", "resources"})
    markers = {"data-domain": r"data-domain=[\"']([\w-]{1,80})\.bamboohr\.com[\"']"}
    confirmed = "recording"
    forms = (List(), Detail(), Widget())
    api_urls = "https://{key}.bamboohr.com/careers/list"
    page_urls = "https://{key}.bamboohr.com/jobs/embed2.php"
    board_page = "https://{key}.bamboohr.com/careers"
