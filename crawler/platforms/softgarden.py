"""Softgarden. Career sites have a feed of the whole board in schema.org's terms; classic boards only name their postings.

The two are told apart in the key: ``<company>`` for ``career.softgarden.de``, ``<company>@io`` for ``softgarden.io``.
"""

import re
from collections.abc import Iterable
from typing import Any

from crawler.general.jsonld import postings_in_scripts
from crawler.general.structured import posting_row
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Page,
    Platform,
    dig,
    first_row,
    jmes,
    json_at,
    listed,
)

IDS = re.compile(r"\bcomplete_job_id_list\s*=\s*(?:jobs_selected\s*=\s*)?(?=\[)")
NUMBER = re.compile(r"/jobs?/(\d+)")


COMMON = (
    jmes("id", "number"),
    jmes("url", "url"),
    jmes("title", "title"),
    jmes("company", "hiringOrganization.name"),
    jmes("employment_type", "employmentType"),
    jmes("location", "jobLocation[].name"),
    jmes("locations", "jobLocation"),
    jmes("workplace", "jobLocationType"),
    jmes("salaries", "baseSalary"),
    jmes("salary_text", "salaryText"),
    jmes("description_html", "description"),
    jmes("date_posted", "datePosted"),
    jmes("date_modified", "dateModified"),
    jmes("valid_through", "validThrough"),
)


class Feed(JsonForm):
    """``/jobs.feed.json``: a schema.org DataFeed of JobPosting."""

    total_in = "numberOfItems"
    fields = [*COMMON]

    def reads(self, page: Page) -> bool:
        if page.get("@type") != "DataFeed":
            return False
        first = first_row(page.json, "dataFeedElement")
        return "softgarden" in f"{page.url} {dig(first, 'item', 'url')}" or (not first and page.url.endswith("/jobs.feed.json"))

    def rows(self, page: Page) -> list[Any]:
        return [self.row(element) for element in listed(page.json, "dataFeedElement")]

    def row(self, element: Any) -> Any:
        item = dig(element, "item")
        if not isinstance(item, dict):
            return None
        return {**posting_row(item), "number": dig(item, "identifier", "value"), "dateModified": element.get("dateModified")}


class Classic(HtmlForm):
    """``{company}.softgarden.io``: the numbers of all postings in a script."""

    def reads(self, page: Page) -> bool:
        return self.numbers(page) is not None

    def numbers(self, page: Page) -> list[Any] | None:
        match = IDS.search(page.text) if "complete_job_id_list" in page.text else None
        found = json_at(page.text, match.end()) if match else None
        return found if isinstance(found, list) else None

    def posting_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(page.join(f"/job/{number}?l=en")) for number in self.numbers(page) or () if isinstance(number, int)]

    def total(self, page: Page) -> int | None:
        return len(self.numbers(page) or ())


class Posting(HtmlForm):
    """``/job/{id}`` and ``/jobs/{id}/{slug}``: JSON-LD; the number of the posting is in the address alone."""

    source = "json-ld"
    fields = [*COMMON]

    def reads(self, page: Page) -> bool:
        return "JobPosting" in page.text and "softgarden" in page.parts.netloc and bool(NUMBER.search(page.parts.path)) and bool(self.rows(page))

    def rows(self, page: Page) -> list[Any]:
        number = NUMBER.search(page.parts.path)
        found = [posting_row(node) for node in postings_in_scripts(page.selector.root)][:1]
        return [{"url": page.url.partition("?")[0], **row, "number": number and number[1]} for row in found if row.get("title")]


class Softgarden(Platform):
    name = "softgarden"
    hosts = ("softgarden.io", "softgarden.de")
    addresses = (r"^(?P<key>[\w-]+)\.career\.softgarden\.(?P<site>de)(?:/|\?|$)", r"^(?P<key>[\w-]+)\.softgarden\.(?P<site>io)(?:/|\?|$)")
    not_keys = frozenset({"www", "api", "app", "static", "cdn", "dev", "docs"})
    confirmed = "documentation"
    forms = (Feed(), Classic(), Posting())

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        return f"{key}@io" if key and match["site"].lower() == "io" else key

    def starts(self, key: str) -> list[Ask]:
        home = self.board_url(key)
        return [Ask(home)] if key.endswith("@io") else [Ask(f"{home}jobs.feed.json", headers=JSON_HEADERS), Ask(home)]

    def board_url(self, key: str) -> str:
        return f"https://{key.removesuffix('@io')}.softgarden.io/" if key.endswith("@io") else f"https://{key}.career.softgarden.de/"
