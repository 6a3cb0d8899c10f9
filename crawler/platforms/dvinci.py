"""d.vinci. One list a company with all texts: the vendor's Job Publication API, which is open to all."""

from typing import Any

from crawler.platforms.base import JsonForm, Platform, dig, jmes

PLACES = "jobOpening.locations[?address.city].{city: address.city, region: address.usState, country: country.isoA2 || address.country.isoA2 || country.name}"


class Publications(JsonForm):
    """``/jobPublication/list.json``."""

    row_keys = ("jobPublicationURL", "position")
    empty_at = r"/jobPublication/list\.json$"
    whole = True
    fields = [
        jmes("id", "id"),
        jmes("url", "jobPublicationURL"),
        jmes("apply_url", "applicationFormURL"),
        jmes("requisition_id", "jobOpening.reference"),
        jmes("title", "position"),
        jmes("department", "jobOpening.department || jobOpening.categories[].name"),
        jmes("employment_type", "jobOpening.workingTimes[].[@, internalName, name][]"),
        jmes("employment_type", "jobOpening.contractPeriod.[internalName, name]"),
        jmes("language", "language"),
        jmes("location", "jobOpening.locations[?name].name || jobOpening.location"),
        jmes("locations", PLACES),
        jmes("salaries", "jobOpening.salary.{min: value.minValue, max: value.maxValue, currency: currency, period: value.unitText}"),
        jmes("description_html", "[introduction, tasks, profile, weOffer, closingText][?@]"),
        jmes("responsibilities", "tasks"),
        jmes("requirements", "profile"),
        jmes("benefits", "weOffer"),
        jmes("date_posted", "startDate || jobOpening.createdDate"),
        jmes("valid_through", "endDate"),
    ]

    def skips(self, row: Any) -> bool:
        return bool(dig(row, "jobOpening", "type") == "UNSOLICITED")


class DVinci(Platform):
    name = "dvinci"
    hosts = ("dvinci-hr.com",)
    not_keys = frozenset({"www", "static", "api", "cdn"})
    forms = (Publications(),)
    api_urls = "https://{key}.dvinci-hr.com/jobPublication/list.json"
    board_page = "https://{key}.dvinci-hr.com/"
