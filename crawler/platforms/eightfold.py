"""Eightfold. Two generations of one search, by the company's domain, which the careers page says. A key is a tenant or a host."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from crawler.platforms.base import JSON_HEADERS, Ask, Form, HtmlForm, JsonForm, Offsets, Page, Platform, dig, jmes

CAP = 2000  # rows; the search ends there, the sitemap does not
MARKS = frozenset({"ats_job_id", "atsJobId", "display_job_id", "displayJobId", "canonicalPositionUrl", "positionUrl"})
POSTING = re.compile(r"https?://[\w.-]+/careers/job/(\d+)")
PART = re.compile(r"https?://[\w.-]+/\S+\.xml\S*")
DOMAIN = re.compile(r"\?domain=[\w.-]+")
GROUP = re.compile(r"""_EF_GROUP_ID\s*=\s*["']([\w.-]+)["']""")
SEVERAL = re.compile(r"(?:^|,)\s*Multiple Locations\b")  # stands for places that the posting does not name
SEARCH = {"domain": "", "query": "", "location": "", "start": 0, "sort_by": "timestamp"}
OLD, NEW = "/api/apply/v2/jobs", "/api/pcsx/search"


class Position(JsonForm):
    """A posting of either generation; the newer one wraps what it answers."""

    tells_rows = True
    hidden = {"isPrivate": True}
    fields = [
        jmes("id", "id"),
        jmes("url", "canonicalPositionUrl || positionUrl"),
        jmes("url", "to_string(id)", "/careers/job/{}".format),
        jmes("requisition_id", "[displayJobId, display_job_id, atsJobId, ats_job_id]"),
        jmes("title", "posting_name || name"),
        jmes("department", "department"),
        jmes("employment_type", "efcustomTextEmploymentType"),
        jmes("language", "locale"),
        jmes("location", "locations || location", lambda text: SEVERAL.sub("", text).strip(", ") or None),
        jmes("locations", "standardizedLocations[].{name: @}"),
        jmes("workplace", "workLocationOption || work_location_option"),
        jmes("description_html", "jobDescription || job_description"),
        jmes("date_posted", "postedTs || creationTs || t_create"),
        jmes("date_modified", "t_update"),
    ]

    def body(self, page: Page) -> Any:
        inner = page.get("data")
        return inner if isinstance(inner, dict) else page.json

    def is_row(self, row: dict[str, Any]) -> bool:
        return "name" in row and not MARKS.isdisjoint(row)


class Search(Position):
    """``/api/apply/v2/jobs`` and ``/api/pcsx/search``."""

    rows_in = "positions"
    total_in = "count"
    paging = Offsets("start")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        past = (self.total(page) or 0) > CAP and page.query.get("start", "0") == "0"
        return [Ask(page.join("/careers/sitemap.xml"))] if past else super().next_asks(page)

    def detail(self, page: Page, row: Any) -> Ask | None:
        domain, number = page.query.get("domain") or dig(self.body(page), "domain"), row.get("id")
        if not domain or not number:
            return None
        if "pcsx" in page.parts.path:
            query = urlencode({"position_id": number, "domain": domain, "hl": "en"})
            return Ask(page.join(f"/api/pcsx/position_details?{query}"), headers=JSON_HEADERS)
        return Ask(page.join(f"{OLD}/{number}?{urlencode({'domain': domain})}"), headers=JSON_HEADERS)


class Detail(Position):
    """``/api/apply/v2/jobs/{id}`` and ``/api/pcsx/position_details``."""

    def is_row(self, row: dict[str, Any]) -> bool:
        return super().is_row(row) and ("jobDescription" in row or "job_description" in row)


class Careers(HtmlForm):
    """``/careers``: which of the two searches the company has, and for which domain."""

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
    not_keys = frozenset({"www", "static", "api", "apidocs", "docs", "support", "status", "vs-errors"})
    confirmed = "recording"
    forms = (Search(), Detail(), Careers(), Sitemap())
    page_urls = ("https://{host}/careers", "https://{host}/careers/sitemap.xml")
