"""Eightfold. Two generations of one search, by the company's domain, which the careers page says. A key is a tenant or a host."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, count_at, dig, first_row, further, listed

CAP = 2000  # rows; the search ends there, the sitemap does not
MARKS = frozenset({"ats_job_id", "atsJobId", "display_job_id", "displayJobId", "canonicalPositionUrl", "positionUrl"})
POSTING = re.compile(r"https?://[\w.-]+/careers/job/(\d+)")
PART = re.compile(r"https?://[\w.-]+/\S+\.xml\S*")
DOMAIN = re.compile(r"\?domain=[\w.-]+")
GROUP = re.compile(r"""_EF_GROUP_ID\s*=\s*["']([\w.-]+)["']""")
SEVERAL = re.compile(r"(?:^|,)\s*Multiple Locations\b")  # stands for places that the posting does not name
SEARCH = {"domain": "", "query": "", "location": "", "start": 0, "sort_by": "timestamp"}
OLD, NEW = "/api/apply/v2/jobs", "/api/pcsx/search"


def held(page: Page) -> Any:
    """What a response holds: the newer search wraps it."""
    inner = page.get("data")
    return inner if isinstance(inner, dict) else page.json


def is_position(row: Any) -> bool:
    return isinstance(row, dict) and "name" in row and not MARKS.isdisjoint(row)


class Search(Form):
    """``/api/apply/v2/jobs`` and ``/api/pcsx/search``."""

    def reads(self, page: Page) -> bool:
        first = first_row(held(page), "positions")
        return is_position(first) or (dig(held(page), "positions") == [] and self.total(page) == 0)

    def rows(self, page: Page) -> Iterable[Any]:
        return listed(held(page), "positions")

    def total(self, page: Page) -> int | None:
        return count_at(held(page), "count")

    def skips(self, row: Any) -> bool:
        return row.get("isPrivate") is True

    def next_asks(self, page: Page) -> Iterable[Ask]:
        total, size = self.total(page) or 0, len(listed(held(page), "positions"))
        if page.query.get("start", "0") != "0":
            return []
        if total > CAP:
            return [Ask(page.join("/careers/sitemap.xml"))]
        url = page.url.partition("?")[0]
        return [Ask(f"{url}?{urlencode({**page.query, 'start': start})}", headers=JSON_HEADERS) for start in further(total, size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        domain, number = page.query.get("domain") or dig(held(page), "domain"), row.get("id")
        if not domain or not number:
            return None
        if "pcsx" in page.parts.path:
            query = urlencode({"position_id": number, "domain": domain, "hl": "en"})
            return Ask(page.join(f"/api/pcsx/position_details?{query}"), headers=JSON_HEADERS)
        return Ask(page.join(f"{OLD}/{number}?{urlencode({'domain': domain})}"), headers=JSON_HEADERS)

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "canonicalPositionUrl || positionUrl")
        loader.add_jmes("url", "to_string(id)", "/careers/job/{}".format)
        loader.add_jmes("requisition_id", "[displayJobId, display_job_id, atsJobId, ats_job_id]")
        loader.add_jmes("title", "posting_name || name")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "efcustomTextEmploymentType")
        loader.add_jmes("language", "locale")
        loader.add_jmes("location", "locations || location", lambda text: SEVERAL.sub("", text).strip(", ") or None)
        loader.add_jmes("locations", "standardizedLocations[].{name: @}")
        loader.add_jmes("workplace", "workLocationOption || work_location_option")
        loader.add_jmes("description_html", "jobDescription || job_description")
        loader.add_jmes("date_posted", "postedTs || creationTs || t_create")
        loader.add_jmes("date_modified", "t_update")


class Detail(Search):
    """``/api/apply/v2/jobs/{id}`` and ``/api/pcsx/position_details``."""

    def reads(self, page: Page) -> bool:
        row = held(page)
        return is_position(row) and ("jobDescription" in row or "job_description" in row)

    def rows(self, page: Page) -> Iterable[Any]:
        return [held(page)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


class Careers(Form):
    """``/careers``: which of the two searches the company has, and for which domain."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "JobPosting" not in page.text and bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        for name, path in (("pcsx-data", NEW), ("smartApplyData", OLD)):
            for value in page.held(f"code#{name}::text") if name in page.text else ():
                domain = dig(value, "domain") or (GROUP.findall(page.text) or [None])[0]
                if isinstance(domain, str):
                    return [Ask(page.join(f"{path}?{urlencode({**SEARCH, 'domain': domain})}"), headers=JSON_HEADERS)]
        return []


class Sitemap(Form):
    """``/careers/sitemap.xml``: every posting, and the domain with each; large ones are split."""

    def reads(self, page: Page) -> bool:
        known = POSTING.search(page.text) or (page.parts.netloc.endswith(".eightfold.ai") and "<sitemapindex" in page.text)
        return bool(known) and page.text.lstrip()[:200].startswith(("<?xml", "<urlset", "<sitemapindex"))

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(url) for url in page.xpath("//*[local-name()='sitemap']/*[local-name()='loc']/text()").re(PART)]

    def posting_asks(self, page: Page) -> Iterable[Ask]:
        for url in page.xpath("//*[local-name()='url']/*[local-name()='loc']/text()").getall():
            if match := POSTING.search(url):
                domain = DOMAIN.search(url)
                yield Ask(page.join(f"{OLD}/{match[1]}{domain[0]}"), headers=JSON_HEADERS) if domain else Ask(match[0])

    def total(self, page: Page) -> int | None:
        return len(set(POSTING.findall(page.text))) if "<sitemapindex" not in page.text else None


class Eightfold(Platform):
    name = "eightfold"
    hosts = ("eightfold.ai",)
    addresses = (r"^(?P<key>[\w-]+)\.eightfold\.ai(?:/|\?|$)",)
    not_keys = frozenset({"www", "static", "api", "apidocs", "docs", "support", "status", "vs-errors"})
    confirmed = "recording"
    forms = (Search(), Detail(), Careers(), Sitemap())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(self.board_url(key)), Ask(f"{self.board_url(key)}/sitemap.xml")]

    def board_url(self, key: str) -> str:
        return f"https://{key if '.' in key else f'{key}.eightfold.ai'}/careers"
