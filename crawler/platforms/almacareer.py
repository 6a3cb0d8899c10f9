"""Alma Career: careers pages under jobs.cz and topjobs.sk. A script of the page has the key to one API for all, ten postings a page.

The key of a board is its host. The fragments of the API's addresses, which are never sent, carry what answers do not say.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, unquote

from crawler.loaders import PostingLoader, texts
from crawler.platforms.base import PAGES_MAX, Ask, Form, Page, Platform, beside, count_at, dig, listed

HOSTS = ("jobs.cz", "topjobs.sk")
API = "https://api.capybara.lmc.cz/api/graphql/widget"
HEAD = "query($widgetId: ID!, $host: String, $useExampleData: Boolean!, {}) {{ widget(id: $widgetId, host: $host, useExampleData: $useExampleData) {{ {} }} }}"
PLACE, PAY = "locations { country region district city cityPart }", "salary { min max period currency }"
MORE = "employer { companyName } parameters { employmentTypesObjects { id label } } fieldsObjects { label }"
AD = f"jobAds {{ id title validFrom languageIso teaser {PLACE} {PAY} {MORE} }}"
GROUPS = f"groupedJobAds {{ {AD} groups {{ {AD} groups {{ {AD} groups {{ {AD} }} }} }} }}"
LIST = HEAD.format("$page: Int, $filters: [JobAdFilter!]!, $rps: Int", f"jobAdList(page: $page, filters: $filters, rps: $rps) {{ paginator {{ currentPage lastPage totalNumberOfItems }} {GROUPS} }}")
TEXT = HEAD.format("$jobId: ID!", "jobAd(id: $jobId) { id languageIso content { htmlContent } }")
WIDGET = re.compile(r'"widgets"\s*:\s*\{\s*"main"\s*:\s*\{')
FIELDS = {"id": r'"id"\s*:\s*"([0-9a-fA-F-]{36})"', "key": r'"apiKey"\s*:\s*"([0-9a-fA-F]{32,})"', "way": r'"detailPath"\s*:\s*"([^"]+)"'}
WINDOW = 65_536  # characters behind the name of the widget in which its fields stand
CHUNK = re.compile(r"[\"'](react\.[\w.-]+\.react\.min\.js)[\"']")
# The API's numbers for a type, whatever the language of its label.
TYPES = {"201300001": "FULL_TIME", "201300002": "PART_TIME", "201300003": "CONTRACTOR", "201300005": "INTERN"}
PERIODS = {"měsíc": "MONTH", "mesiac": "MONTH", "month": "MONTH", "hodina": "HOUR", "hour": "HOUR", "rok": "YEAR", "year": "YEAR"}


class Script(Form):
    """``/assets/js/script.min.js``, or a part of ``react.min.js``: the widget of the page, and the key that it uses."""

    source = "html"

    def widget(self, page: Page) -> dict[str, str]:
        match = WIDGET.search(page.text) if '"apiKey"' in page.text else None
        code = page.text[match.end() : match.end() + WINDOW] if match else ""
        return {name: found[1] for name, pattern in FIELDS.items() if (found := re.search(pattern, code))}

    def reads(self, page: Page) -> bool:
        return {"id", "key"} <= self.widget(page).keys()

    def next_asks(self, page: Page) -> Iterable[Ask]:
        widget, host = self.widget(page), page.parts.netloc
        headers = {"x-api-key": widget["key"], "Origin": f"https://{host}", "Referer": f"https://{host}/"}
        common = {"widgetId": widget["id"], "host": host, "useExampleData": False}
        variables = {**common, "page": 1, "filters": [], "rps": 100}
        return [Ask(f"{API}#{quote(widget.get('way', 'detail-pozice'))}", json={"query": LIST, "variables": variables}, headers=headers)]


class Loader(Form):
    """``/assets/js/react.min.js``: names of the parts, one of which has the widget; and those parts that do not."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return page.parts.path.endswith(".react.min.js") or (page.parts.path.endswith("/react.min.js") and bool(CHUNK.search(page.text)))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        names = CHUNK.findall(page.text) if page.parts.path.endswith("/react.min.js") else []
        return [Ask(page.join(name)) for name in list(dict.fromkeys(names))[:16]]


class Listing(Form):
    """The answer to :data:`LIST`: postings in groups of groups."""

    def found(self, page: Page) -> Any:
        return page.get("data", "widget", "jobAdList")

    def reads(self, page: Page) -> bool:
        return isinstance(dig(self.found(page), "paginator"), dict)

    def rows(self, page: Page) -> Iterable[Any]:
        way = unquote(page.ask.url.partition("#")[2]) if page.ask else "detail-pozice"
        said = dig(page.ask and page.ask.json, "variables", "host")
        host = said if isinstance(said, str) else page.key if (page.key or "").endswith(HOSTS) else None
        return beside(ads(dig(self.found(page), "groupedJobAds")), page=f"https://{host}/{way}?r=detail&id=" if host else None)

    def total(self, page: Page) -> int | None:
        return count_at(self.found(page), "paginator", "totalNumberOfItems")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        if page.ask is None or dig(page.ask.json, "variables", "page") != 1:
            return []
        pages = min(count_at(self.found(page), "paginator", "lastPage") or 1, PAGES_MAX)
        variables = page.ask.json["variables"]
        return [Ask(page.ask.url, json={"query": LIST, "variables": {**variables, "page": number}}, headers=page.ask.headers) for number in range(2, pages + 1)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        said = dig(page.ask and page.ask.json, "variables")
        if page.ask is None or not row.get("id") or not isinstance(said, dict):
            return None
        variables = {name: said.get(name) for name in ("widgetId", "host", "useExampleData")}
        return Ask(f"{API}#{quote(str(row['title']))}", json={"query": TEXT, "variables": {**variables, "jobId": row["id"]}}, headers=page.ask.headers)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "page && id && join('', [page, to_string(id)])")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "employer.companyName")
        loader.add_jmes("department", "fieldsObjects[].label")
        for kind in listed(loader.row, "parameters", "employmentTypesObjects"):
            loader.add_value("employment_type", TYPES.get(str(dig(kind, "id")), dig(kind, "label")))
        loader.add_jmes("language", "languageIso")
        for place in listed(loader.row, "locations"):
            loader.add_value("location", ", ".join(dict.fromkeys(texts(dig(place, name) for name in ("cityPart", "city", "region", "country")))))
        loader.add_jmes("locations", "locations[].{city: city, region: region, country: country}")
        if isinstance(pay := loader.row.get("salary"), dict):
            loader.add_value("salaries", {**pay, "period": PERIODS.get(str(pay.get("period")).lower())})
        loader.add_jmes("description_html", "teaser")
        loader.add_jmes("date_posted", "validFrom")


def ads(group: Any, depth: int = 6) -> list[Any]:
    """The postings of *group*, one group or several, and of all groups in it."""
    groups = group if isinstance(group, list) else [group]
    return [ad for one in groups for ad in [*listed(one, "jobAds"), *(ads(listed(one, "groups"), depth - 1) if depth else ())]]


class Detail(Form):
    """The answer to :data:`TEXT`; the title, which it lacks, stands in the fragment of its request."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("data", "widget", "jobAd", "content"), dict)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside([page.get("data", "widget", "jobAd")], title=unquote(page.ask.url.partition("#")[2]) if page.ask else None)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("title", "title")
        loader.add_jmes("language", "languageIso")
        loader.add_jmes("description_html", "content.htmlContent")


class AlmaCareer(Platform):
    name = "almacareer"
    hosts = HOSTS
    addresses = (r"^(?:www\.)?(?P<key>(?!www\.)[\w-]+\.(?:jobs\.cz|topjobs\.sk))(?:/|\?|$)",)
    not_keys = frozenset(f"{name}.{host}" for name in ("www", "api", "cdn", "assets", "static", "app", "help", "m") for host in HOSTS)
    confirmed = "one source"
    forms = (Script(), Loader(), Listing(), Detail())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}/assets/js/script.min.js"), Ask(f"https://{key}/assets/js/react.min.js")]

    def board_url(self, key: str) -> str:
        return f"https://{key}/"
