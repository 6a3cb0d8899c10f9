"""Darwinbox. The list has all texts; an older one, which some companies still have, gives them one by one. Both are often guarded.

The key is ``<company>.<in|com>``, with ``/<part>`` where a group has several companies.
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    Form,
    Page,
    Platform,
    beside,
    count_at,
    dig,
    first_row,
    further,
    listed,
)

LIMIT = 100  # rows; some answer with fewer
PLACES = "tool_tip_locations || officelocation_show_arr_list || [officelocation_show_arr] || [locations]"


def part_of(page: Page) -> str:
    return (page.key or "").partition("/")[2] or "main"


def ask_for(origin: str, part: str, number: int) -> Ask:
    body = {"companyId": part, "page": number, "sort_option": "new", "limit": LIMIT}
    return Ask(f"{origin}/ms/candidateapi/job/alljobs?companyId={part}", json=body, headers={**JSON_HEADERS, "X-Requested-With": "XMLHttpRequest"})


def somewhere(text: str) -> str | None:
    return None if re.fullmatch(r"\s*multiple locations?\s*", text, re.IGNORECASE) else text.strip().rstrip(",")


def load_common(loader: PostingLoader) -> None:
    row = loader.row
    loader.add_jmes("id", "id")
    loader.add_jmes("url", "page && id && join('', [page, to_string(id)])")
    loader.add_jmes("requisition_id", "internal_job_code")
    loader.add_jmes("title", "title || designation_display_name")
    loader.add_jmes("department", "department_name || department_name_only || department")
    loader.add_jmes("team", "functional_area_name")
    loader.add_jmes("employment_type", "emp_type_name || emp_type")
    loader.add_jmes("experience_years_min", "experience_from_num || experience_from")
    loader.add_jmes("location", PLACES, somewhere)
    loader.add_jmes("country", "country")
    if str(dig(row, "is_remote")).lower() in ("1", "true", "yes"):
        loader.add_value("workplace", "remote")
    loader.add_jmes("salary_text", "salary_range")
    loader.add_jmes("description_html", "jd || job_description")
    loader.add_jmes("date_posted", "posted_on || job_posting_on || created_on")


class List(Form):
    """``/ms/candidateapi/job/alljobs``, by POST, and ``/ms/candidateapi/job``, ten a page and without texts."""

    def found(self, page: Page) -> tuple[str | int, ...]:
        return ("data",) if isinstance(page.get("data"), list) else ("message", "jobs")

    def reads(self, page: Page) -> bool:
        if not isinstance(page.json, dict) or not ("job_counts" in page.json or isinstance(page.get("message", "jobs"), list)):
            return False
        first = first_row(page.json, *self.found(page))
        return ("title" in first or "designation_display_name" in first) if first else page.get("status") == "success" and self.total(page) == 0

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(page.json, *self.found(page)), page=f"{page.origin}/ms/candidatev2/{part_of(page)}/careers/jobDetails/")

    def total(self, page: Page) -> int | None:
        said = count_at(page.json, "job_counts")
        return count_at(page.json, "message", "jobscount") if said is None else said

    def next_asks(self, page: Page) -> Iterable[Ask]:
        numbers = range(2, len(further(self.total(page), len(listed(page.json, *self.found(page))))) + 2)
        if page.ask is not None and dig(page.ask.json, "page") == 1:
            return [ask_for(page.origin, part_of(page), number) for number in numbers]
        if page.query.get("page") == "1":
            return [Ask(page.url.replace("page=1", f"page={number}", 1), headers=JSON_HEADERS) for number in numbers]
        return []

    def detail(self, page: Page, row: Any) -> Ask | None:
        if row.get("jd") or not row.get("id"):
            return None
        return Ask(f"{page.origin}/ms/candidateapi/job/{row['id']}?companyId={part_of(page)}", headers=JSON_HEADERS)

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)


class Detail(Form):
    """``/ms/candidateapi/job/{id}``."""

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[Any]:
        found = [dig(page.get("message"), "job", 0), dig(page.get("message"), "job"), page.get("message")]
        rows = [row for row in found if isinstance(row, dict) and "jd" in row and ("title" in row or "designation_display_name" in row)]
        return beside(rows[:1], page=f"{page.origin}/ms/candidatev2/{part_of(page)}/careers/jobDetails/")

    def load(self, loader: PostingLoader) -> None:
        load_common(loader)


class Darwinbox(Platform):
    name = "darwinbox"
    hosts = ("darwinbox.in", "darwinbox.com")
    addresses = (
        r"^(?P<key>[\w-]+)\.darwinbox\.(?P<tld>in|com)/ms/candidateapi/job(?=[/?])(?:.*[?&]companyId=(?P<part>[\w-]+))?",
        r"^(?P<key>[\w-]+)\.darwinbox\.(?P<tld>in|com)/ms/candidate(?:v2)?/(?:(?P<part>(?!careers\b)[\w-]+)/)?careers\b",
    )
    not_keys = frozenset({"www", "api", "help", "support", "static"})
    confirmed = "documentation"
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
