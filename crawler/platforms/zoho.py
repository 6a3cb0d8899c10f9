"""Zoho Recruit. An API that gives what the company shows of its openings; the pages hold fifty of them at most, with the beginnings of texts.

A board is a page of a company's site in one of Zoho's regions: ``acme.com/Careers``. The texts are on the postings' own pages.
"""

import re
from typing import Any
from urllib.parse import quote

from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Page, Platform, address, dig, jmes, parse_json

CAP = 50  # openings in a page; there is no second one
EXTRA = '["Job_Description","Date_Opened","State","Country","Salary","Work_Experience","Job_Type","Remote_Job","Industry"]'
API = "/recruit/v2/public/Job_Openings?pagename={name}&source=CareerSite&extra_fields=" + quote(EXTRA)
SITE = re.compile(r"^https?://[^/]+/jobs/[\w-]+")
OWN = re.compile(r"/jobs/[\w-]+/(\d{6,})")  # the page of one opening
YEARS = r"^\s*(\d{1,2})\b[^a-zA-Z]*[yY]ear"


class Api(JsonForm):
    """``/recruit/v2/public/Job_Openings?pagename=Careers``."""

    rows_in = "data"
    row_keys = ("Posting_Title",)
    empty_at = "/public/Job_Openings$"  # nothing else tells whose list it is
    whole = True
    hidden = {"Publish": False}
    beside = {"site": lambda page: f"{page.origin}/jobs/{page.query.get('pagename') or 'Careers'}"}
    detail_in = "id && join('/', [site, to_string(id)])"
    detail_unless = "Job_Description"
    fields = [
        jmes("id", "id"),
        jmes("url", '"$url"'),
        jmes("url", "id && join('/', [site, to_string(id)])"),
        jmes("requisition_id", "Job_Opening_ID"),
        jmes("title", "Posting_Title || Job_Opening_Name"),
        jmes("company", "company"),
        jmes("employment_type", "Job_Type"),
        jmes("experience_years_min", "Work_Experience", re=YEARS),
        jmes("location", "join(', ', [City, State, Country || Country1][?@])"),
        jmes("locations", "{city: City, region: State, country: Country || Country1}"),
        jmes("workplace", "(Remote_Job == `true` || Remote_Job == 'Yes') && 'remote' || null"),
        jmes("salary_text", "Salary", re=r".*\d.*"),
        jmes("description_html", "Job_Description"),
        jmes("date_posted", "Date_Opened"),
    ]

    def capped(self, page: Page) -> bool:
        return page.get("info", "more_records") is True or len(openings(page)) >= CAP


class Site(Api):
    """``/jobs/Careers`` and ``/jobs/Careers/{id}``, under the company's own domain, too: openings in a hidden field or in a script."""

    source = "html"
    rows_in = "@"
    empty_at = ""
    beside = {
        "company": lambda page: page.css('meta[property="og:site_name"]::attr(content)').get(),
        "site": lambda page: match[0] if (match := SITE.search(page.url)) else page.join("/jobs/Careers"),
    }
    detail_unless = ""
    fields = [
        *Api.fields,
        address("id", re=OWN),
        address("url", lambda url: url if OWN.search(url) else None),
    ]

    def body(self, page: Page) -> Any:
        return openings(page)

    def total(self, page: Page) -> int | None:
        return None if OWN.search(page.parts.path) else super().total(page)

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None if OWN.search(page.parts.path) else super().detail(page, row)


IN_SCRIPT = re.compile(r"\bjobs\s*=\s*JSON\.parse\(\s*'((?:[^'\\]|\\.)*+)'", re.DOTALL)
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def openings(page: Page) -> list[Any]:
    """What the hidden field or the script of *page* holds."""
    if "Posting_Title" not in page.text or page.json is not None:
        return []
    held = page.held("input#jobs::attr(value)") or [parse_json(unescaped(code).encode()) for code in IN_SCRIPT.findall(page.text)[:1]]
    return held[0] if isinstance(dig(held, 0), list) else []


def unescaped(literal: str) -> str:
    r"""The text that a literal of JavaScript stands for.

    >>> print(unescaped(r"{\x22pay\x22:\x221 \- 2\x22,\x22to\x22:\x22a\/b \u2013 \\u2013\x22}"))
    {"pay":"1 - 2","to":"a/b – \u2013"}
    """
    text = ESCAPE.sub(lambda m: {"n": "\n", "t": "\t", "r": "\r"}.get(m[3], m[3]) if m[3] else chr(int(m[1] or m[2], 16)), literal)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Widget(HtmlForm):
    """A company's own page that has the openings put into it by a script."""

    def reads(self, page: Page) -> bool:
        return bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        if "rec_embed_js" not in page.text or page.json is not None:
            return []
        site, name = (re.search(rf"""\b{option}["']?\s{{0,5}}:\s{{0,5}}["']([\w:/.-]{{1,200}})["']""", page.text) for option in ("site", "page_name"))
        secure = site is not None and site[1].startswith("https://")
        ask = self.ask_for(page, site[1].rstrip("/") + API, name=name[1] if name else "Careers") if site and secure else None
        return [ask] if ask else []


ZONE = r"zohorecruit\.(?P<zone>com\.au|com|eu|in)"


class Zoho(Platform):
    name = "zoho"
    hosts = ("zohorecruit.com", "zohorecruit.eu", "zohorecruit.in", "zohorecruit.com.au")
    addresses = (
        rf"^(?P<key>[\w-]+)\.{ZONE}/recruit/v2/public/Job_Openings\?(?:.*&)?pagename=(?P<page>[\w-]+)",
        rf"^(?P<key>[\w-]+)\.{ZONE}/jobs/(?P<page>[\w-]+)",
        rf"^(?P<key>[\w-]+)\.{ZONE}(?:/(?:careers|jobs)?/?)?(?P<page>)(?:\?|$)",
    )
    not_keys = frozenset({"www", "recruit", "accounts", "static", "help", "css", "creator", "api"})
    confirmed = "recording"
    forms = (Api(), Site(), Widget())

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return f"{key}.{match['zone'].lower()}/{match['page'] or 'Careers'}" if key else None

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(home.partition("/jobs/")[0] + API.format(name=key.partition("/")[2]), headers=JSON_HEADERS), Ask(home)]

    def board_url(self, key: str) -> str:
        tenant, _, zone = key.partition(".")
        return f"https://{tenant}.zohorecruit.{zone.replace('/', '/jobs/', 1)}"
