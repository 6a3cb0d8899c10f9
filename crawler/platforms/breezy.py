"""Breezy HR. A whole board in one list, texts on the postings' own pages as JSON-LD; portals of several companies exist."""

from crawler.platforms.base import HtmlForm, JsonForm, Platform, css, jmes, xpath

PLACES = "(locations || [location])"
PLACE = "{city: city, region: state.name || state.id || state, country: country.id || country.name || country}"


class Api(JsonForm):
    """``/json``."""

    row_keys = ("friendly_id", "published_date")
    empty_at = r"/json$"
    detail_in = "url || friendly_id && join('', ['/p/', friendly_id])"
    detail_unless = "description"
    fields = [
        jmes("id", "id"),
        jmes("url", "url"),
        jmes("url", "friendly_id", "/p/{}".format),
        jmes("title", "name"),
        jmes("company", "company.name"),
        jmes("department", "department.name || department"),
        jmes("employment_type", "[type.id, type.name]"),
        jmes("location", f"{PLACES}[].name"),
        jmes("locations", f"{PLACES}[].{PLACE}"),
        jmes("workplace", f"{PLACES}[].remote_details.label"),
        jmes("workplace", f"{PLACES}[?is_remote] && 'remote'"),
        jmes("salary_text", "salary"),
        jmes("description_html", "description"),
        jmes("date_posted", "published_date || creation_date"),
    ]


class Portal(HtmlForm):
    """The portal's page, under the company's own domain, too."""

    mark = "breezy"
    rows_in = "//a[contains(@href, '/p/')][.//h2]"
    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=r"/p/(\w+)"),
        xpath("url", "@href"),
        css("title", "h2::text"),
        xpath("department", "preceding::h2[contains(@class, 'group-header')][1]//text()"),
        css("employment_type", "li.type span::text"),
        css("location", "li.location span::text"),
    ]


class Breezy(Platform):
    name = "breezy"
    hosts = ("breezy.hr",)
    not_keys = frozenset({"www", "api", "app", "developer", "marketing", "assets-cdn", "attachments-cdn", "gallery-cdn", "help", "blog"})
    confirmed = "recording"
    forms = (Api(), Portal())
    api_urls = "https://{key}.breezy.hr/json"
    page_urls = "https://{key}.breezy.hr/"
