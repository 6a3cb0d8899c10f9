"""Enterprise: a section's search page names its portal, the portal's list is JSON, texts are in a script of each posting's page.

Known from public readers of several tenants, not from a recording. Older sections, without a portal, are not read.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import unquote

from crawler.fields.dates import read_date
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, beside, count_at, dig, further, parse_json

SECTION = re.compile(r"/careersection/(?!(?:rest|iam|theme)/)([\w-]+)/")
PORTAL = re.compile(r"(?:lang=([\w-]+)&(?:amp;)?)?portal=(\d{6,})|portalNo['\"]?\s*:\s*['\"](\d{6,})")
ALL = {
    "fieldData": {"fields": {}, "valid": True},
    "filterSelectionParam": {"searchFilterSelections": []},
    "advancedSearchFiltersSelectionParam": {"searchFilterSelections": []},
    "sortingSelection": {"sortBySelectionParam": "3", "ascendingSortingOrder": "false"},
}
LITERAL = re.compile(r"'((?:\\.|[^'\\])*)'")


class Section(Form):
    """``/careersection/{section}/jobsearch.ftl``: the number of its portal, by which the list is asked for."""

    source = "html"

    def reads(self, page: Page) -> bool:
        named = "portal" in page.text and SECTION.search(page.parts.path) is not None
        return named and values(page) is None and PORTAL.search(page.text) is not None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        match = PORTAL.search(page.text)
        if match is None:
            return []
        language = match[1] or page.query.get("lang", "en")
        url = f"/careersection/rest/jobboard/searchjobs?lang={language}&portal={match[2] or match[3]}"
        return [list_ask(page.join(url), page.url, 1)]


def list_ask(url: str, section: str, number: int) -> Ask:
    # Without a time zone it answers 500. The page that asks is what tells the answer's section.
    return Ask(url, json={**ALL, "pageNo": number}, headers={**JSON_HEADERS, "tz": "GMT+00:00", "Referer": section})


class Enterprise(Form):
    """``/careersection/rest/jobboard/searchjobs``: rows of columns, which say themselves where title and places are."""

    def reads(self, page: Page) -> bool:
        return isinstance(page.get("requisitionList"), list) and "pagingData" in page.json

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(page.json["requisitionList"], section=section(page))

    def total(self, page: Page) -> int | None:
        return count_at(page.json, "pagingData", "totalCount")

    def next_asks(self, page: Page) -> Iterable[Ask]:
        size, number = page.get("pagingData", "pageSize"), dig(page.ask and page.ask.json, "pageNo")
        if number != 1 or page.ask is None:
            return []
        asker = page.ask.headers.get("Referer", "")
        return [list_ask(page.url, asker, start // size + 1) for start in further(self.total(page), size)]

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(address(row))) if row["section"] and number(row) else None

    def load(self, loader: PostingLoader) -> None:
        row = loader.row
        columns = row.get("column") if isinstance(row.get("column"), list) else []
        title, places = row.get("linkedColumn") or 0, row.get("locationsColumns") or []
        loader.add_value("id", number(row))
        loader.add_value("url", address(row) if row["section"] else None)
        loader.add_jmes("requisition_id", "contestNo")
        loader.add_value("title", dig(columns, title))
        for place in places:
            text = dig(columns, place)
            loader.add_value("location", parse_json(text.encode()) or text if isinstance(text, str) else None)
        # The day of posting, where there is one; with a day of closing beside it, the earlier.
        dates = [date for n, text in enumerate(columns) if n != title and n not in places and (date := read_date(text, day_first=False))]
        loader.add_value("date_posted", min(dates, default=None))


def number(row: Any) -> Any:
    return row.get("contestNo") or row.get("jobId")


def section(page: Page) -> str | None:
    asker = page.ask.headers.get("Referer", "") if page.ask else ""
    match = SECTION.search(asker)
    return match[1] if match else (page.key or "").partition("/")[2] or None


def address(row: Any) -> str:
    return f"/careersection/{row['section']}/jobdetail.ftl?job={number(row)}"


def values(page: Page) -> list[str] | None:
    """What a posting's page holds for its script, in either of the two ways; ``None`` for other pages."""
    if "descRequisition" not in page.text:
        return None
    code = page.text.partition("'descRequisition',")[2]
    if code:
        return [unquote(text.replace("\\'", "'")) for text in LITERAL.findall(code[: code.find("]);") + 1])]
    history = page.css("#initialHistory::attr(value)").get("").split("!|!")
    return [unquote(text).replace("\\:", ":") for text in history[history.index("descRequisition") + 1 :]] if "descRequisition" in history else None


class Posting(Form):
    """``/careersection/{section}/jobdetail.ftl``: values in an order that begins the same everywhere."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return len(said := values(page) or []) > 11 and said[9].lower() not in ("", "true", "false") and not said[9].isdigit()

    def rows(self, page: Page) -> Iterable[Any]:
        said = values(page) or []
        texts = [unescape(text.replace("!*!", "")) for text in said if text.startswith("!*!")]
        return [{"id": said[10], "title": unescape(said[9]), "texts": list(dict.fromkeys(texts))}]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_value("url", loader.base_url)
        loader.add_jmes("requisition_id", "id")
        loader.add_jmes("title", "title")
        loader.add_jmes("description_html", "texts")
