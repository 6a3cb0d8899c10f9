"""Workday. Twenty rows a page by POST, texts one by one; a listing ends at 2,000 and has to be split by its facets.

A board is a site of a tenant; its key is ``<tenant>.<pod>/<site>``, the address without what is the same for all.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, dig, jmes, listed, made

LIMIT = 20  # rows; a larger one is answered with 400
CAP = 2000  # rows; no total is higher, and offsets from here on begin at the first row again
VALUES = 50  # of a facet in one request; several hundred are refused by some tenants
# A posting has one value of each at most: where two of them add up to the same, they count all postings.
EXCLUSIVE = frozenset({"timeType", "workerSubType", "jobFamilyGroup"})
SEVERAL = re.compile(r"\d{1,4}\s?\D\S*")  # "3 Locations", in the language of the site
API_PATH = re.compile(r"/wday/cxs/([^/]+)/([^/]+)")
LOCALE = r"[a-z]{2,3}(?:-[a-z]{2,4}){1,2}"


def number(path: Any, fields: Any) -> tuple[str | None, str | None]:
    """The id of a posting and its requisition from the end of its *path*, ``Cook_R-12-1``: *fields* hold the requisition somewhere.

    What is before it is the title, which employers edit; what follows tells copies on other sites apart.

    >>> number("/job/Bonn/Cook_R-12-1", ["Bonn", "R-12"]), number("/job/Bonn/Cook_R-12-1", None)
    (('R-12-1', 'R-12'), ('Cook_R-12-1', None))
    """
    if not isinstance(path, str):
        return None, None
    name = path.rsplit("/", 1)[-1]
    for field in fields if isinstance(fields, list) else ():
        if isinstance(field, str) and (match := re.search(rf"_({re.escape(field)}(?:-\d+)?)$", name)):
            return match[1], field
    return name, None


def one_place(text: str) -> str | None:
    return None if SEVERAL.fullmatch(text.strip()) else text


def listed_number(row: Any) -> tuple[str | None, str | None]:
    return number(row.get("externalPath") if is_path(row.get("externalPath")) else None, row.get("bulletFields"))


def is_path(path: Any) -> bool:
    return isinstance(path, str) and path.startswith("/")


class Listing(JsonForm):
    """``/wday/cxs/{tenant}/{site}/jobs``. Only the request says which page it is; without it, it is taken for the first."""

    body_keys = ("total",)
    rows_in = "jobPostings"
    beside = {"site": lambda page: site_url(page)}
    fields = [
        made("id", lambda row: listed_number(row)[0]),
        made("url", lambda row: row["site"] + row["externalPath"] if is_path(row.get("externalPath")) else None),
        made("requisition_id", lambda row: listed_number(row)[1]),
        jmes("title", "title"),
        jmes("employment_type", "timeType"),
        jmes("location", "locationsText", one_place),
        jmes("workplace", "remoteType"),
        jmes("date_posted", "postedOn"),
    ]

    def total(self, page: Page) -> int | None:
        total = said(page)
        return None if total is None else max([total, *exclusive(page)]) if total >= CAP else total

    def capped(self, page: Page) -> bool:
        total = said(page)
        if total is None or total < CAP:
            return total is None and not offset(page)
        counts = exclusive(page)
        agreed = bool(facets_of(page)) or counts.count(max(counts, default=0)) > 1
        return not (agreed and split(page))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        total = said(page)
        if total is None:
            return []
        if total < CAP:
            return [ask_for(page.base, facets_of(page), start) for start in range(LIMIT, total, LIMIT)]
        return [ask_for(page.base, {**facets_of(page), **part}, 0) for part in split(page)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        path = row.get("externalPath")
        return Ask(page.base.removesuffix("/jobs") + path, headers=JSON_HEADERS) if is_path(path) else None


def own_number(row: Any) -> tuple[str | None, str | None]:
    return number(row.get("jobPostingId"), [row.get("jobReqId")])


class Detail(JsonForm):
    """``/wday/cxs/{tenant}/{site}/job/...``."""

    fields = [
        made("id", lambda row: own_number(dig(row, "jobPostingInfo") or {})[0]),
        jmes("url", "jobPostingInfo.externalUrl"),
        jmes("apply_url", "join('', [jobPostingInfo.externalUrl, '/apply'])"),
        made("requisition_id", lambda row: own_number(dig(row, "jobPostingInfo") or {})[1]),
        jmes("requisition_id", "jobPostingInfo.jobReqId"),
        jmes("title", "jobPostingInfo.title"),
        jmes("company", "hiringOrganization.name"),
        jmes("company_url", "hiringOrganization.url"),
        jmes("employment_type", "jobPostingInfo.timeType"),
        jmes("location", "jobPostingInfo.[location, additionalLocations[]][]"),
        jmes("country", "jobPostingInfo.[jobRequisitionLocation.country.alpha2Code, country.alpha2Code, country.descriptor][?@] | [0]"),
        jmes("workplace", "jobPostingInfo.remoteType"),
        jmes("description_html", "jobPostingInfo.jobDescription"),
        # Named as the first day of work, it is the day of posting: the only one that "30+ Days Ago" leaves.
        jmes("date_posted", "jobPostingInfo.startDate"),
        jmes("date_posted", "jobPostingInfo.postedOn"),
        jmes("valid_through", "jobPostingInfo.endDate"),
    ]

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("jobPostingInfo", "title"), str)


def offset(page: Page) -> int:
    return dig(page.ask and page.ask.json, "offset") or 0


def facets_of(page: Page) -> dict[str, list[str]]:
    return dig(page.ask and page.ask.json, "appliedFacets") or {}


def said(page: Page) -> int | None:
    """The total as far as the platform means it: later pages were seen to say 0."""
    total = page.get("total")
    return total if isinstance(total, int) and not offset(page) and total >= len(page.json["jobPostings"]) else None


def ask_for(url: str, facets: dict[str, list[str]], start: int) -> Ask:
    return Ask(url, json={"appliedFacets": facets, "limit": LIMIT, "offset": start, "searchText": ""}, headers=JSON_HEADERS)


def site_url(page: Page) -> str:
    """The site as a person sees it, by the address of its API."""
    match = API_PATH.search(page.parts.path)
    tenant, site = match.groups() if match else ("", "")
    return f"{page.origin}/recruiting/{tenant}/{site}" if "myworkdaysite." in page.parts.netloc else f"{page.origin}/{site}"


def counted(facets: list[Any]) -> Iterator[tuple[str, dict[str, int]]]:
    """Each facet, those in groups too, with how many postings each of its values has."""
    for facet in facets:
        values = [value for value in listed(facet, "values") if isinstance(value, dict)]
        counts = {value["id"]: value["count"] for value in values if isinstance(value.get("id"), str) and isinstance(value.get("count"), int)}
        if counts and isinstance(name := dig(facet, "facetParameter"), str):
            yield name, counts
        yield from counted([value for value in values if "facetParameter" in value])


def exclusive(page: Page) -> list[int]:
    """How many postings the facets count that have one value a posting, each facet by itself."""
    return [sum(counts.values()) for name, counts in counted(listed(page.json, "facets")) if name in EXCLUSIVE and name not in facets_of(page)]


def split(page: Page) -> list[dict[str, list[str]]]:
    """Facets that part a listing that is too long: together they hold all of it; empty when none does.

    One that leaves no part too long goes before one that does (its parts are parted again), then the one with the
    fewest rows, as a posting with several values comes several times.
    """
    whole = max(exclusive(page), default=CAP)
    fit = [
        (name, counts)
        for name, counts in counted(listed(page.json, "facets"))
        if name not in facets_of(page) and sum(counts.values()) >= whole and max(counts.values()) < whole
    ]
    if not fit:
        return []
    name, counts = min(fit, key=lambda facet: (max(facet[1].values()) >= CAP, sum(facet[1].values()), len(facet[1])))
    return [{name: values} for values in packed(counts)]


def packed(counts: dict[str, int]) -> list[list[str]]:
    """The values in as few groups as stay below the cap together.

    >>> packed({"a": 1500, "b": 700, "c": 400, "d": 0})
    [['a', 'c'], ['b']]
    """
    groups: list[tuple[list[str], list[int]]] = []
    for value, count in sorted(counts.items(), key=lambda item: -item[1]):
        if count <= 0:
            continue
        for values, taken in groups:
            if sum(taken) + count < CAP and len(values) < VALUES:
                values.append(value)
                taken.append(count)
                break
        else:
            groups.append(([value], [count]))
    return [values for values, _ in groups]


class Workday(Platform):
    name = "workday"
    hosts = ("myworkdayjobs.com", "myworkdaysite.com")
    addresses = (
        r"^(?P<tenant>[\w-]+)\.(?P<pod>wd\d+)\.myworkdayjobs\.com/wday/cxs/[^/]+/(?P<key>[^/?]+)",
        rf"^(?P<tenant>[\w-]+)\.(?P<pod>wd\d+)\.myworkdayjobs\.com/(?:{LOCALE}/)?(?P<key>[^/?]+)",
        r"^(?:[\w-]+\.)?(?P<pod>wd\d+)\.myworkdaysite\.com/wday/cxs/(?P<tenant>[\w-]+)/(?P<key>[^/?]+)",
        rf"^(?:[\w-]+\.)?(?P<pod>wd\d+)\.myworkdaysite\.com/(?:{LOCALE}/)?recruiting/(?P<tenant>[\w-]+)/(?P<key>[^/?]+)",
    )
    not_keys = frozenset({"wday", "job", "robots.txt", "sitemap.xml", "favicon.ico"})
    fold_keys = False
    confirmed = "recording"
    forms = (Listing(), Detail())

    def make_key(self, match: re.Match[str]) -> str | None:
        site = super().make_key(match)
        if not site or re.fullmatch(LOCALE, site, re.IGNORECASE):
            return None
        return f"{match['tenant']}.{match['pod']}/{site}".replace(match["tenant"], match["tenant"].lower(), 1)

    def starts(self, key: str) -> list[Ask]:
        host, _, site = key.partition("/")
        tenant, _, pod = host.partition(".")
        path = f"/wday/cxs/{tenant}/{quote(site)}/jobs"
        hosts = (f"{host}.myworkdayjobs.com", f"{pod}.myworkdaysite.com")
        return [ask_for(f"https://{host}{path}", {}, 0) for host in hosts]

    def board_url(self, key: str) -> str:
        host, _, site = key.partition("/")
        return f"https://{host}.myworkdayjobs.com/{quote(site)}"
