"""Recruitee. A whole board with its texts in one list, under the company's own domain, too; the pages hold the same state.

API: https://docs.recruitee.com/reference/intro-to-careers-site-api
"""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, dig

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
        offers = page.get("offers")
        return sum(not (isinstance(row, dict) and self.skips(row)) for row in offers) if isinstance(offers, list) else None

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
        site = config(page)
        places, departments = named(site, "locations"), named(site, "departments")
        for offer in site["offers"]:
            if not isinstance(offer, dict):
                yield offer
                continue
            translations = offer.get("translations") or {}
            said = translations.get(offer.get("primaryLangCode")) or next(iter(translations.values()), None)
            found = [places[number] for number in offer.get("locationIds") or () if number in places]
            yield {
                **offer, "said": said, "places": found,
                "department": departments.get(offer.get("departmentId")), "company": dig(site, "site", "name"),
            }  # fmt: skip

    def total(self, page: Page) -> int | None:
        return sum(not (isinstance(row, dict) and self.skips(row)) for row in config(page)["offers"])

    def skips(self, row: Any) -> bool:
        return bool(row.get("status", "published") != "published")

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"/api/offers/{row['slug']}"), headers=JSON_HEADERS) if row.get("slug") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "externalId || id")
        loader.add_jmes("url", "slug", "/o/{}".format)
        loader.add_jmes("apply_url", "slug", "/o/{}/c/new".format)
        loader.add_jmes("title", "said.title")
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "department.name")
        loader.add_jmes("employment_type", "employmentType")
        loader.add_jmes("location", "places[].join(', ', [city, state, country][?@])")
        loader.add_jmes("locations", "places[].{city: city, region: state, country: countryCode || country}")
        loader.add_jmes("locations", "!places && {city: city, region: said.state, country: countryCode || said.country}")
        loader.add_jmes("workplace", WORKPLACE.format("onSite"))
        loader.add_jmes("salaries", "salary.{min: min, max: max, currency: currency, period: period}")
        loader.add_jmes("description_html", "said.[descriptionHtml, requirementsHtml][]")
        loader.add_jmes("requirements", "said.requirementsHtml")


def config(page: Page) -> Any:
    """The state of a careers page; ``None`` where there is none."""
    found = page.held("[data-component=PublicApp]::attr(data-props)") if "data-props" in page.text else []
    return next((value["appConfig"] for value in found if isinstance(dig(value, "appConfig"), dict)), None)


def named(site: Any, what: str) -> dict[Any, dict[str, Any]]:
    """Things that offers refer to by number, each with its names in the first language that it has."""
    things = [thing for thing in dig(site, what) or () if isinstance(thing, dict)]
    return {thing.get("id"): {**thing, **next(iter((thing.get("translations") or {}).values()), {})} for thing in things}


class Recruitee(Platform):
    name = "recruitee"
    hosts = ("recruitee.com",)
    addresses = (r"^(?P<key>[\w-]+)\.recruitee\.com(?:/|\?|$)",)
    not_keys = frozenset({"www", "api", "docs", "app", "support", "help", "blog", "career-site", "careers-analytics", "captcha-base"})
    forms = (Api(), Board())

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(f"{home}api/offers/", headers=JSON_HEADERS), Ask(home)]

    def board_url(self, key: str) -> str:
        return f"https://{key}/" if "." in key else f"https://{key}.recruitee.com/"
