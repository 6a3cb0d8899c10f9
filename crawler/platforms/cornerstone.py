"""Cornerstone. The page of a careers site holds a token, good for an hour, and the region's API that gives the postings for it.

A board is a site of a company; its key is ``<company>/<site>``.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from crawler.platforms.base import JSON_HEADERS, Ask, HtmlForm, JsonForm, Numbers, Page, Platform, dig, jmes, made

LIMIT = 100  # rows


class Home(HtmlForm):
    """``/ux/ats/careersite/{site}/home``: no posting, but the token, the API and the language in which it answers."""

    def context(self, page: Page) -> Any:
        return page.states.get("context") if "csod.context" in page.text else None

    def reads(self, page: Page) -> bool:
        found = self.context(page)
        return isinstance(dig(found, "token"), str) and is_api(dig(found, "endpoints", "cloud"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        found = self.context(page)
        match = re.search(r"/careersite/(\d+)", page.parts.path)
        site = match[1] if match else (page.key or "").partition("/")[2]
        if not site.isdigit():
            return []
        culture = found.get("cultureName") or "en-US"
        body: dict[str, Any] = {
            "careerSiteId": int(site), "careerSitePageId": int(site), "pageNumber": 1, "pageSize": LIMIT, "cultureId": found.get("cultureID") or 1,
            "searchText": "", "cultureName": culture, "states": [], "countryCodes": [], "cities": [], "placeID": "", "radius": None,
            "postingsWithinDays": None, "customFieldCheckboxKeys": [], "customFieldDropdowns": [], "customFieldRadios": [],
        }  # fmt: skip
        headers = {**JSON_HEADERS, "Authorization": f"Bearer {found['token']}", "CSOD-Accept-Language": str(culture)}
        return [Ask(f"{found['endpoints']['cloud'].rstrip('/')}/rec-job-search/external/jobs", json=body, headers=headers)]


def is_api(url: Any) -> bool:
    """Whether *url* is of the platform: a token is shown to nobody else.

    >>> is_api("https://eu-fra.api.csod.com/"), is_api("https://api.csod.com.acme.example/"), is_api(None)
    (True, False, False)
    """
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
    except ValueError:
        return False
    return parts is not None and parts.scheme == "https" and (parts.hostname or "").endswith(".csod.com")


def home(page: Page) -> str | None:
    company, _, site = (page.key or "").partition("/")
    return f"https://{company}.csod.com/ux/ats/careersite/{site}/home" if site.isdigit() else None


def day(text: Any, culture: Any) -> str | None:
    """A date as the *culture* of the request writes it: the month first in the United States alone.

    >>> day("5/6/2026", "en-US"), day("05/06/2026", "fr-FR"), day("2026-06-05T10:00:00Z", None), day("-", "en-US")
    ('2026-05-06', '2026-06-05', '2026-06-05T10:00:00Z', None)
    """
    if not isinstance(text, str) or text.strip() in ("", "-"):
        return None
    if isinstance(culture, str) and culture != "en-CA" and re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text.strip()):
        try:
            return datetime.strptime(text.strip(), "%m/%d/%Y" if culture.lower() == "en-us" else "%d/%m/%Y").date().isoformat()
        except ValueError:
            return text
    return text


class Search(JsonForm):
    """``/rec-job-search/external/jobs``. It says neither whose postings these are nor in which language: its request does."""

    rows_in = "data.requisitions"
    row_keys = ("displayJobTitle",)
    total_in = "data.totalCount"
    paging = Numbers("pageNumber", body=True)
    beside = {
        "home": home,
        "company": lambda page: (page.key or "").partition("/")[0],
        "culture": lambda page: dig(page.ask and page.ask.json, "cultureName"),
    }
    fields = [
        jmes("id", "requisitionId"),
        jmes("url", "home && join('', [home, '/requisition/', to_string(requisitionId), '?c=', company])"),
        jmes("requisition_id", "requisitionId"),
        jmes("title", "displayJobTitle"),
        jmes("location", "locations[?type(@) == 'string']"),
        jmes("locations", "locations[?type(@) == 'object'].{city: city, region: state, country: country}"),
        jmes("description", "externalDescription"),
        made("date_posted", lambda row: day(row.get("postingEffectiveDate"), row.get("culture"))),
        made("valid_through", lambda row: day(row.get("postingExpirationDate"), row.get("culture"))),
    ]


class Cornerstone(Platform):
    name = "cornerstone"
    hosts = ("csod.com",)
    addresses = (
        r"^(?P<key>[\w-]+)\.csod\.com/ux/ats/careersite/(?P<site>\d+)(?:[/?]|$)",
        r"^(?P<key>[\w-]+)\.csod\.com/ats/careersite/.*[?&]site=(?P<site>\d+)",
    )
    forms = (Home(), Search())
    page_urls = "https://{0}.csod.com/ux/ats/careersite/{1}/home?c={0}"

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return key and f"{key}/{match['site']}"
