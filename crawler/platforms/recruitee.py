"""Recruitee. A whole board with its texts in one list, under the company's own domain, too; the pages hold the same state.

API: https://docs.recruitee.com/reference/intro-to-careers-site-api
"""

from typing import Any

from crawler.loaders import texts
from crawler.platforms.base import JsonForm, Page, Platform, dig, jmes, listed, made

WORKPLACE = "(remote && 'remote') || (hybrid && 'hybrid') || ({} && 'onsite') || `null`"


class Offers(JsonForm):
    whole = True

    def skips(self, row: Any) -> bool:
        return bool(row.get("status", "published") != "published")


class Api(Offers):
    """``/api/offers/`` and ``/api/offers/{slug}``."""

    row_keys = ("careers_url", "slug")
    empty_at = r"/api/offers/*$"
    fields = [
        jmes("id", "id"),
        jmes("url", "careers_url"),
        jmes("apply_url", "careers_apply_url"),
        jmes("title", "title"),
        jmes("company", "company_name"),
        jmes("department", "department"),
        jmes("employment_type", "employment_type_code"),
        jmes("education", "education_code"),
        jmes("location", "location"),
        jmes("location", "locations[?type(@) == 'string']"),  # given as plain text on some rows
        jmes("locations", "locations[].{city: city, region: state, country: country_code || country}"),
        jmes("locations", "!locations && {city: city, region: state_name, country: country_code || country}"),
        jmes("workplace", WORKPLACE.format("on_site")),
        jmes("salaries", "salary.{min: min, max: max, currency: currency, period: period}"),
        jmes("description_html", "[description, requirements][]"),
        jmes("requirements", "requirements"),
        jmes("date_posted", "published_at"),
        jmes("date_modified", "updated_at"),
        jmes("valid_through", "close_at"),
    ]

    def found(self, page: Page) -> Any:
        offers = page.get("offers")
        return offers if isinstance(offers, list) else page.get("offer")


def said(row: Any) -> Any:
    """The texts of an offer in its first language."""
    return dig(row, "translations", str(row.get("primaryLangCode"))) or first(row.get("translations"))


def first(translations: Any) -> dict[str, Any]:
    found = next(iter(translations.values()), None) if isinstance(translations, dict) else None
    return found if isinstance(found, dict) else {}


def named(row: Any, what: str, numbers: list[Any]) -> list[dict[str, Any]]:
    """What an offer refers to by *numbers*, each with its names in the first language that it has."""
    things = {thing["id"]: thing for thing in listed(row, "site", what) if isinstance(dig(thing, "id"), int)}
    return [{**things[number], **first(things[number].get("translations"))} for number in numbers if isinstance(number, int) and number in things]


def printed(row: Any) -> list[str]:
    return [", ".join(texts(place.get(name) for name in ("city", "state", "country"))) for place in named(row, "locations", listed(row, "locationIds"))]


def places(row: Any) -> list[dict[str, Any]]:
    if not row.get("locationIds"):
        return [{"city": row.get("city"), "region": dig(said(row), "state"), "country": row.get("countryCode")}]
    found = named(row, "locations", listed(row, "locationIds"))
    return [{"city": place.get("city"), "region": place.get("state"), "country": place.get("countryCode")} for place in found]


class Board(Offers):
    """A careers page: the whole board in an attribute, with texts, without dates."""

    held = "[data-component=PublicApp]::attr(data-props)"
    rows_in = "offers"
    beside = {"site": "@"}
    detail_url = "/api/offers/{slug}"
    fields = [
        jmes("id", "externalId || id"),
        jmes("url", "slug", "/o/{}".format),
        jmes("apply_url", "slug", "/o/{}/c/new".format),
        made("title", lambda row: dig(said(row), "title")),
        jmes("company", "site.site.name"),
        made("department", lambda row: dig(named(row, "departments", [row.get("departmentId")]), 0, "name")),
        jmes("employment_type", "employmentType"),
        made("location", printed),
        made("locations", places),
        jmes("workplace", WORKPLACE.format("onSite")),
        jmes("salaries", "salary.{min: min, max: max, currency: currency, period: period}"),
        made("description_html", lambda row: [dig(said(row), "descriptionHtml"), dig(said(row), "requirementsHtml")]),
        made("requirements", lambda row: dig(said(row), "requirementsHtml")),
    ]

    def body(self, page: Page) -> Any:
        found = page.held(self.held) if "data-props" in page.text else []
        return next((value["appConfig"] for value in found if isinstance(dig(value, "appConfig"), dict)), None)


class Recruitee(Platform):
    name = "recruitee"
    hosts = ("recruitee.com",)
    not_keys = frozenset({"www", "api", "docs", "app", "support", "help", "blog", "career-site", "careers-analytics", "captcha-base"})
    confirmed = "recording"
    forms = (Api(), Board())
    api_urls = "https://{host}/api/offers/"
    page_urls = "https://{host}/"
