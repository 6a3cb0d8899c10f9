"""HiBob (Bob Hiring). A whole board with its texts in one list, which is given to who comes from the board's own page."""

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Platform, jmes, section

PAY = "{min: payTransparencyMinSalary, max: payTransparencyMaxSalary, currency: payTransparencySalaryCurrency, period: payTransparencySalaryPayPeriod}"


class Api(JsonForm):
    """``/api/job-ad``."""

    rows_in = "jobAdDetails"
    whole = True
    fields = [
        jmes("id", "id"),
        jmes("url", "id", "/jobs/{}".format),
        jmes("title", "title"),
        jmes("department", "department"),
        jmes("employment_type", "[employmentType, employmentTypeId]"),
        jmes("language", "language"),
        jmes("location", "site || country"),
        jmes("country", "country"),
        jmes("workplace", "workspaceType"),
        jmes("workplace", "workspaceTypeId"),
        jmes("salaries", PAY),
        jmes("description_html", "description"),
        section("responsibilities", "Responsibilities", named="sectionLabels.responsibilities"),
        section("requirements", "Requirements", named="sectionLabels.requirements"),
        section("benefits", "Benefits", named="sectionLabels.benefits"),
        jmes("responsibilities", "responsibilities"),
        jmes("requirements", "requirements"),
        jmes("benefits", "benefits"),
        jmes("date_posted", "publishedAt"),
    ]


class HiBob(Platform):
    name = "hibob"
    hosts = ("careers.hibob.com",)
    not_keys = frozenset({"www"})
    confirmed = "recording"
    forms = (Api(),)
    board_page = "https://{key}.careers.hibob.com/"

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(f"{home}api/job-ad", headers={**JSON_HEADERS, "Referer": home})]
