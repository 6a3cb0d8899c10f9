"""Recruitee. A whole board with its texts in one list, under the company's own domain, too; the pages hold the same state.

API: https://docs.recruitee.com/reference/intro-to-careers-site-api
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader, texts
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, listed, public

WORKPLACE = "(remote && 'remote') || (hybrid && 'hybrid') || ({} && 'onsite') || `null`"


class Api(Form):
    """``/api/offers/`` and ``/api/offers/{slug}``."""

    def reads(self, page: Page) -> bool:
        offers = page.get("offers")
        if isinstance(offers, list):
            first = next((row for row in offers if isinstance(row, dict)), None)
            return is_offer(first) if first else not offers and page.parts.path.rstrip("/").endswith("/api/offers")
        return is_offer(page.get("offer"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.json["offer"]] if "offer" in page.json else page.json["offers"]

    def total(self, page: Page) -> int | None:
        return public(self, page) if isinstance(page.get("offers"), list) else None

    def skips(self, row: Any) -> bool:
        return bool(row.get("status", "published") != "published")

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "careers_url")
        loader.add_jmes("apply_url", "careers_apply_url")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company_name")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "employment_type_code")
        loader.add_jmes("education", "education_code")
        loader.add_jmes("location", "location")
        loader.add_jmes("location", "locations[?type(@) == 'string']")  # given as plain text on some rows
        loader.add_jmes("locations", "locations[].{city: city, region: state, country: country_code || country}")
        loader.add_jmes("locations", "!locations && {city: city, region: state_name, country: country_code || country}")
        loader.add_jmes("workplace", WORKPLACE.format("on_site"))
        loader.add_jmes("salaries", "salary.{min: min, max: max, currency: currency, period: period}")
        loader.add_jmes("description_html", "[description, requirements][]")
        loader.add_jmes("requirements", "requirements")
        loader.add_jmes("date_posted", "published_at")
        loader.add_jmes("date_modified", "updated_at")
        loader.add_jmes("valid_through", "close_at")


def is_offer(row: Any) -> bool:
    return isinstance(row, dict) and "careers_url" in row and "slug" in row


class Board(Form):
    """A careers page: the whole board in an attribute, with texts, without dates."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(config(page), "offers"), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(config(page)["offers"], site=config(page))

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        return bool(row.get("status", "published") != "published")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"/api/offers/{row['slug']}"), headers=JSON_HEADERS) if row.get("slug") else None

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        said = dig(row, "translations", str(row.get("primaryLangCode"))) or first(row.get("translations"))
        loader.add_jmes("id", "externalId || id")
        loader.add_jmes("url", "slug", "/o/{}".format)
        loader.add_jmes("apply_url", "slug", "/o/{}/c/new".format)
        loader.add_value("title", dig(said, "title"))
        loader.add_jmes("company", "site.site.name")
        loader.add_value("department", dig(named(row, "departments", [row.get("departmentId")]), 0, "name"))
        loader.add_jmes("employment_type", "employmentType")
        for place in named(row, "locations", listed(row, "locationIds")):
            loader.add_value("location", ", ".join(texts(place.get(name) for name in ("city", "state", "country"))))
            loader.add_value("locations", {"city": place.get("city"), "region": place.get("state"), "country": place.get("countryCode")})
        if not row.get("locationIds"):
            loader.add_value("locations", {"city": row.get("city"), "region": dig(said, "state"), "country": row.get("countryCode")})
        loader.add_jmes("workplace", WORKPLACE.format("onSite"))
        loader.add_jmes("salaries", "salary.{min: min, max: max, currency: currency, period: period}")
        loader.add_value("description_html", [dig(said, "descriptionHtml"), dig(said, "requirementsHtml")])
        loader.add_value("requirements", dig(said, "requirementsHtml"))


def config(page: Page) -> Any:
    """The state of a careers page; ``None`` where there is none."""
    found = page.held("[data-component=PublicApp]::attr(data-props)") if "data-props" in page.text else []
    return next((value["appConfig"] for value in found if isinstance(dig(value, "appConfig"), dict)), None)


def named(row: Any, what: str, numbers: list[Any]) -> list[dict[str, Any]]:
    """What an offer refers to by *numbers*, each with its names in the first language that it has."""
    things = {thing["id"]: thing for thing in listed(row, "site", what) if isinstance(dig(thing, "id"), int)}
    return [{**things[number], **first(things[number].get("translations"))} for number in numbers if isinstance(number, int) and number in things]


def first(translations: Any) -> dict[str, Any]:
    found = next(iter(translations.values()), None) if isinstance(translations, dict) else None
    return found if isinstance(found, dict) else {}


class Recruitee(Platform):
    name = "recruitee"
    hosts = ("recruitee.com",)
    addresses = (r"^(?P<key>[\w-]+)\.recruitee\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "docs", "app", "support", "help", "blog", "career-site", "careers-analytics", "captcha-base"})
    confirmed = "recording"
    forms = (Api(), Board())

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(f"{home}api/offers/", headers=JSON_HEADERS), Ask(home)]

    def board_url(self, key: str) -> str:
        return f"https://{key}/" if "." in key else f"https://{key}.recruitee.com/"
