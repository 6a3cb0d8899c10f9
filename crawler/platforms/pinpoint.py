"""Pinpoint. A whole board with its texts in one list, the text in four parts; when a posting was published is not said."""

from crawler.platforms.base import JsonForm, Platform, jmes, section

PAY = "{min: compensation_minimum, max: compensation_maximum, currency: compensation_currency, period: compensation_frequency}"


class Api(JsonForm):
    """``/postings.json``, in other languages ``/fr/postings.json``."""

    rows_in = "data"
    row_keys = ("workplace_type", "key_responsibilities")
    empty_at = r"/postings\.json$"
    fields = [
        jmes("id", "id"),
        jmes("url", "url || path"),
        jmes("requisition_id", "job.requisition_id"),
        jmes("title", "title"),
        jmes("department", "job.department.name"),
        jmes("employment_type", "[employment_type, employment_type_text]"),
        jmes("location", "location.name"),
        jmes("location", "location"),  # given as plain text on some rows
        jmes("locations", "location.{city: city, region: province}"),
        jmes("workplace", "workplace_type"),
        # Figures that the employer chose not to show are in the answer all the same.
        jmes("salaries", f"compensation_visible && {PAY}"),
        jmes("salary_text", "compensation_visible && compensation"),
        jmes("description_html", "description"),
        section("key_responsibilities", named="key_responsibilities_header"),
        section("skills_knowledge_expertise", named="skills_knowledge_expertise_header"),
        section("benefits", named="benefits_header"),
        jmes("responsibilities", "key_responsibilities"),
        jmes("requirements", "skills_knowledge_expertise"),
        jmes("benefits", "benefits"),
        jmes("date_posted", "first_published_at"),
        jmes("valid_through", "deadline_at"),
    ]


class Pinpoint(Platform):
    name = "pinpoint"
    hosts = ("pinpointhq.com",)
    not_keys = frozenset({"www", "app", "api", "docs", "developers", "help", "support", "status", "info", "go"})
    confirmed = "recording"
    forms = (Api(),)
    api_urls = "https://{key}.pinpointhq.com/postings.json"
    page_urls = "https://{key}.pinpointhq.com/"
