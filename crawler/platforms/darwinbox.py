"""Darwinbox. The list has all texts; an older one, which some companies still have, gives them one by one. Both are often guarded.

The key is ``<company>.<in|com>``, with ``/<part>`` where a group has several companies.
"""

import re
from typing import Any

from crawler.platforms.base import JSON_HEADERS, Ask, JsonForm, Page, Platform, dig, further, jmes, made

LIMIT = 100  # rows; some answer with fewer
PLACES = "tool_tip_locations || officelocation_show_arr_list || [officelocation_show_arr] || [locations]"


def part_of(page: Page) -> str:
    return (page.key or "").partition("/")[2] or "main"


def ask_for(origin: str, part: str, number: int) -> Ask:
    body = {"companyId": part, "page": number, "sort_option": "new", "limit": LIMIT}
    return Ask(f"{origin}/ms/candidateapi/job/alljobs?companyId={part}", json=body, headers={**JSON_HEADERS, "X-Requested-With": "XMLHttpRequest"})


def somewhere(text: str) -> str | None:
    return None if re.fullmatch(r"\s*multiple locations?\s*", text, re.IGNORECASE) else text.strip().rstrip(",")


def site(page: Page) -> str:
    return f"{page.origin}/ms/candidatev2/{part_of(page)}/careers/jobDetails/"


COMMON = (
    jmes("id", "id"),
    jmes("url", "page && id && join('', [page, to_string(id)])"),
    jmes("requisition_id", "internal_job_code"),
    jmes("title", "title || designation_display_name"),
    jmes("department", "department_name || department_name_only || department"),
    jmes("team", "functional_area_name"),
    jmes("employment_type", "emp_type_name || emp_type"),
    jmes("experience_years_min", "experience_from_num || experience_from"),
    jmes("location", PLACES, somewhere),
    jmes("country", "country"),
    made("workplace", lambda row: "remote" if str(row.get("is_remote")).lower() in ("1", "true", "yes") else None),
    jmes("salary_text", "salary_range"),
    jmes("description_html", "jd || job_description"),
    jmes("date_posted", "posted_on || job_posting_on || created_on"),
)


class List(JsonForm):
    """``/ms/candidateapi/job/alljobs``, by POST, and ``/ms/candidateapi/job``, ten a page and without texts."""

    tells_rows = True
    total_in = "job_counts || message.jobscount"
    beside = {"page": site}
    fields = COMMON

    def found(self, page: Page) -> Any:
        return page.get("data") if isinstance(page.get("data"), list) else page.get("message", "jobs")

    def is_row(self, row: dict[str, Any]) -> bool:
        return "title" in row or "designation_display_name" in row

    def reads(self, page: Page) -> bool:
        known = isinstance(page.json, dict) and ("job_counts" in page.json or isinstance(page.get("message", "jobs"), list))
        return known and super().reads(page)

    def may_be_empty(self, page: Page) -> bool:
        return page.get("status") == "success" and super().may_be_empty(page)

    def next_asks(self, page: Page) -> list[Ask]:
        numbers = range(2, len(further(self.total(page), self.given(page))) + 2)
        if page.ask is not None and dig(page.ask.json, "page") == 1:
            return [ask_for(page.origin, part_of(page), number) for number in numbers]
        if page.query.get("page") == "1":
            return [Ask(page.url.replace("page=1", f"page={number}", 1), headers=JSON_HEADERS) for number in numbers]
        return []

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None if row.get("jd") else self.ask_for(page, "/ms/candidateapi/job/{id}?companyId={part}", id=row.get("id"), part=part_of(page))


class Detail(JsonForm):
    """``/ms/candidateapi/job/{id}``."""

    beside = {"page": site}
    fields = COMMON

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def found(self, page: Page) -> list[Any]:
        found = [dig(page.get("message"), "job", 0), dig(page.get("message"), "job"), page.get("message")]
        rows = [row for row in found if isinstance(row, dict) and "jd" in row and ("title" in row or "designation_display_name" in row)]
        return rows[:1]


class Darwinbox(Platform):
    name = "darwinbox"
    hosts = ("darwinbox.in", "darwinbox.com")
    addresses = (
        r"^(?P<key>[\w-]+)\.darwinbox\.(?P<tld>in|com)/ms/candidateapi/job(?=[/?])(?:.*[?&]companyId=(?P<part>[\w-]+))?",
        r"^(?P<key>[\w-]+)\.darwinbox\.(?P<tld>in|com)/ms/candidate(?:v2)?/(?:(?P<part>(?!careers\b)[\w-]+)/)?careers\b",
    )
    not_keys = frozenset({"www", "api", "help", "support", "static"})
    forms = (List(), Detail())

    def make_key(self, match: re.Match[str]) -> str | None:
        key, part = super().make_key(match), match["part"] or "main"
        return key and f"{key}.{match['tld'].lower()}" + ("" if part.lower() == "main" else f"/{part}")

    def starts(self, key: str) -> list[Ask]:
        host, _, part = key.partition("/")
        company, _, tld = host.rpartition(".")
        origin = f"https://{company}.darwinbox.{tld}"
        return [ask_for(origin, part or "main", 1), Ask(f"{origin}/ms/candidateapi/job?page=1&companyId={part or 'main'}", headers=JSON_HEADERS)]

    def board_url(self, key: str) -> str:
        host, _, part = key.partition("/")
        company, _, tld = host.rpartition(".")
        return f"https://{company}.darwinbox.{tld}/ms/candidatev2/{part or 'main'}/careers/allJobs"
