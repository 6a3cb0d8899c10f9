"""Alma Career: careers pages under jobs.cz and topjobs.sk. A script of the page has the key to one API for all, ten postings a page.

The key of a board is its host. The fragments of the API's addresses, which are never sent, carry what answers do not say.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, unquote

from crawler.loaders import texts
from crawler.platforms.base import Ask, HtmlForm, JsonForm, Numbers, Page, Platform, dig, jmes, listed, made

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


class Script(HtmlForm):
    """``/assets/js/script.min.js``, or a part of ``react.min.js``: the widget of the page, and the key that it uses."""

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


class Loader(HtmlForm):
    """``/assets/js/react.min.js``: names of the parts, one of which has the widget; and those parts that do not."""

    def reads(self, page: Page) -> bool:
        return page.parts.path.endswith(".react.min.js") or (page.parts.path.endswith("/react.min.js") and bool(CHUNK.search(page.text)))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        names = CHUNK.findall(page.text) if page.parts.path.endswith("/react.min.js") else []
        return [Ask(page.join(name)) for name in list(dict.fromkeys(names))[:16]]


def types(row: Any) -> list[Any]:
    return [TYPES.get(str(dig(kind, "id")), dig(kind, "label")) for kind in listed(row, "parameters", "employmentTypesObjects")]


def printed(row: Any) -> list[str]:
    names = ("cityPart", "city", "region", "country")
    return [", ".join(dict.fromkeys(texts(dig(place, name) for name in names))) for place in listed(row, "locations")]


def pay(row: Any) -> dict[str, Any] | None:
    said = row.get("salary")
    return {**said, "period": PERIODS.get(str(said.get("period")).lower())} if isinstance(said, dict) else None


def ads(group: Any, depth: int = 6) -> list[Any]:
    """The postings of *group*, one group or several, and of all groups in it."""
    groups = group if isinstance(group, list) else [group]
    return [ad for one in groups for ad in [*listed(one, "jobAds"), *(ads(listed(one, "groups"), depth - 1) if depth else ())]]


def site(page: Page) -> str | None:
    """What the addresses of a board's postings begin with."""
    way = unquote(page.ask.url.partition("#")[2]) if page.ask else "detail-pozice"
    said = dig(page.ask and page.ask.json, "variables", "host")
    host = said if isinstance(said, str) else page.key if (page.key or "").endswith(HOSTS) else None
    return f"https://{host}/{way}?r=detail&id=" if host else None


class Listing(JsonForm):
    """The answer to :data:`LIST`: postings in groups of groups."""

    total_in = "data.widget.jobAdList.paginator.totalNumberOfItems"
    beside = {"page": site}
    paging = Numbers("variables.page", body=True, pages="data.widget.jobAdList.paginator.lastPage", also={"query": LIST})
    fields = [
        jmes("id", "id"),
        jmes("url", "page && id && join('', [page, to_string(id)])"),
        jmes("title", "title"),
        jmes("company", "employer.companyName"),
        jmes("department", "fieldsObjects[].label"),
        made("employment_type", types),
        jmes("language", "languageIso"),
        made("location", printed),
        jmes("locations", "locations[].{city: city, region: region, country: country}"),
        made("salaries", pay),
        jmes("description_html", "teaser"),
        jmes("date_posted", "validFrom"),
    ]

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("data", "widget", "jobAdList", "paginator"), dict)

    def found(self, page: Page) -> list[Any]:
        return ads(page.get("data", "widget", "jobAdList", "groupedJobAds"))

    def detail(self, page: Page, row: Any) -> Ask | None:
        said = dig(page.ask and page.ask.json, "variables")
        if page.ask is None or not row.get("id") or not isinstance(said, dict):
            return None
        variables = {name: said.get(name) for name in ("widgetId", "host", "useExampleData")}
        return Ask(f"{API}#{quote(str(row['title']))}", json={"query": TEXT, "variables": {**variables, "jobId": row["id"]}}, headers=page.ask.headers)


class Detail(JsonForm):
    """The answer to :data:`TEXT`; the title, which it lacks, stands in the fragment of its request."""

    rows_in = "data.widget.jobAd"
    beside = {"title": lambda page: unquote(page.ask.url.partition("#")[2]) if page.ask else None}
    fields = [
        jmes("id", "id"),
        jmes("title", "title"),
        jmes("language", "languageIso"),
        jmes("description_html", "content.htmlContent"),
    ]

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("data", "widget", "jobAd", "content"), dict)


class AlmaCareer(Platform):
    name = "almacareer"
    hosts = HOSTS
    addresses = (r"^(?:www\.)?(?P<key>(?!www\.)[\w-]+\.(?:jobs\.cz|topjobs\.sk))(?:/|\?|$)",)
    not_keys = frozenset(f"{name}.{host}" for name in ("www", "api", "cdn", "assets", "static", "app", "help", "m") for host in HOSTS)
    confirmed = "one source"
    forms = (Script(), Loader(), Listing(), Detail())
    page_urls = ("https://{key}/assets/js/script.min.js", "https://{key}/assets/js/react.min.js")
    board_page = "https://{key}/"
