"""Zoho Recruit. An API that gives what the company shows of its openings; the pages hold fifty of them at most, with the beginnings of texts.

A board is a page of a company's site in one of Zoho's regions: ``acme.com/Careers``. The texts are on the postings' own pages.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, beside, dig, first_row, parse_json, public

CAP = 50  # openings in a page; there is no second one
EXTRA = '["Job_Description","Date_Opened","State","Country","Salary","Work_Experience","Job_Type","Remote_Job","Industry"]'
API = "{}/recruit/v2/public/Job_Openings?pagename={}&source=CareerSite&extra_fields=" + quote(EXTRA)
SITE = re.compile(r"^https?://[^/]+/jobs/[\w-]+")
OWN = re.compile(r"/jobs/[\w-]+/(\d{6,})")  # the page of one opening
YEARS = r"^\s*(\d{1,2})\b[^a-zA-Z]*[yY]ear"


class Api(Form):
    """``/recruit/v2/public/Job_Openings?pagename=Careers``."""

    def reads(self, page: Page) -> bool:
        # Without an opening nothing but the address tells whose list it is.
        return "Posting_Title" in first_row(page.json, "data") or (page.get("data") == [] and page.parts.path.endswith("/public/Job_Openings"))

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["data"], site=f"{page.origin}/jobs/{page.query.get('pagename') or 'Careers'}")

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def capped(self, page: Page) -> bool:
        return page.get("info", "more_records") is True or len(openings(page)) >= CAP

    def skips(self, row: Any) -> bool:
        return row.get("Publish") is False

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{row['site']}/{row['id']}") if row.get("id") and not row.get("Job_Description") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", '"$url"')
        loader.add_jmes("url", "id && join('/', [site, to_string(id)])")
        loader.add_jmes("requisition_id", "Job_Opening_ID")
        loader.add_jmes("title", "Posting_Title || Job_Opening_Name")
        loader.add_jmes("company", "company")
        loader.add_jmes("employment_type", "Job_Type")
        loader.add_jmes("experience_years_min", "Work_Experience", re=YEARS)
        loader.add_jmes("location", "join(', ', [City, State, Country || Country1][?@])")
        loader.add_jmes("locations", "{city: City, region: State, country: Country || Country1}")
        loader.add_jmes("workplace", "(Remote_Job == `true` || Remote_Job == 'Yes') && 'remote' || null")
        loader.add_jmes("salary_text", "Salary", re=r".*\d.*")
        loader.add_jmes("description_html", "Job_Description")
        loader.add_jmes("date_posted", "Date_Opened")


class Site(Api):
    """``/jobs/Careers`` and ``/jobs/Careers/{id}``, under the company's own domain, too: openings in a hidden field or in a script."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "Posting_Title" in first_row(openings(page))

    def rows(self, page: Page) -> Iterable[Any]:
        site = SITE.match(page.url)
        name = page.css('meta[property="og:site_name"]::attr(content)').get()
        return beside(openings(page), company=name, site=site[0] if site else page.join("/jobs/Careers"))

    def total(self, page: Page) -> int | None:
        return None if OWN.search(page.parts.path) else public(self, page)

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"{row['site']}/{row['id']}") if row.get("id") and not OWN.search(page.parts.path) else None

    def load(self, loader: PostingLoader) -> None:
        super().load(loader)
        loader.add_value("id", loader.base_url, re=OWN)
        loader.add_value("url", loader.base_url if OWN.search(loader.base_url) else None)


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


class Widget(Form):
    """A company's own page that has the openings put into it by a script."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        if "rec_embed_js" not in page.text or page.json is not None:
            return []
        site, name = (re.search(rf"""\b{option}["']?\s{{0,5}}:\s{{0,5}}["']([\w:/.-]{{1,200}})["']""", page.text) for option in ("site", "page_name"))
        secure = site is not None and site[1].startswith("https://")
        return [Ask(API.format(site[1].rstrip("/"), name[1] if name else "Careers"), headers=JSON_HEADERS)] if site and secure else []


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
        return [Ask(API.format(home.partition("/jobs/")[0], key.partition("/")[2]), headers=JSON_HEADERS), Ask(home)]

    def board_url(self, key: str) -> str:
        tenant, _, zone = key.partition(".")
        return f"https://{tenant}.zohorecruit.{zone.replace('/', '/jobs/', 1)}"
