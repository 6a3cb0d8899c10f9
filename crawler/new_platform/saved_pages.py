"""Saved pages of platforms: what is read from each, and what is to be read. The tests and ``scrapy platform`` use it.

A case is a folder ``tests/pages/<platform>/<case>``: ``page.json|html|xml`` is the response, ``meta.json`` has its url (and,
where that matters, the ask that it answers), ``expected.json`` what must come out.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from crawler.items import Posting
from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Page, Platform
from crawler.reader import parse, read, response_of

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
KINDS = {".json": "application/json", ".html": "text/html; charset=utf-8", ".xml": "application/xml"}
# Digests and what only repeats the description; where a value comes from has its own test.
LEFT_OUT = frozenset({"content_hash", "description_html", "schema_version", "sources", "platform", "board"})


class Case(NamedTuple):
    """A saved page as it was answered."""

    body: bytes
    url: str
    kind: str
    ask: Ask | None


def case(folder: Path) -> Case:
    page = next(folder.glob("page.*"))
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return Case(page.read_bytes(), meta["url"], KINDS[page.suffix], Ask(**meta["ask"]) if "ask" in meta else None)


def shown(posting: Posting) -> dict[str, Any]:
    """The fields of *posting* that are not empty."""
    return {
        name: value
        for name, value in asdict(posting).items()
        if name not in LEFT_OUT and value not in (None, [], {}, "")
    }


def asked(ask: Ask | None) -> Any:
    return None if ask is None else ask.url if ask.json is None else {"url": ask.url, "json": ask.json}


def outcome(folder: Path) -> dict[str, Any]:
    """All that is read from the page of *folder*, without what is empty."""
    body, url, kind, ask = case(folder)
    reading = read(body, url, kind, NOW)
    parsed = parse(response_of(body, url, kind), ask=ask)
    found = {
        "platform": reading.platform,
        "postings": [shown(posting) for posting in reading.postings]
        if ask is None
        else [found.draft.id for found in parsed.found],
        "total": parsed.total,
        "empty": parsed.says_empty,
        "capped": parsed.capped,
        "next": [asked(ask) for ask in parsed.next_asks],
        "details": [asked(found.detail) for found in parsed.found]
        if any(found.detail for found in parsed.found)
        else [],
        "rejected": [row.reason for row in parsed.rejected],
    }
    return {name: value for name, value in found.items() if value is not None and value is not False and value != []}


class Count(dict[str, int]):
    """Counts as Scrapy's stats do, for a loader."""

    def __bool__(self) -> bool:
        return True  # a loader counts nothing into stats that are none

    def inc_value(self, key: str, count: int = 1, start: int = 0, spider: Any = None) -> None:
        self[key] = self.get(key, start) + count


def rules(platform: Platform, folders: list[Path]) -> Iterator[tuple[str, int]]:
    """How often each rule of *platform* found something in the saved pages of *folders*: ``title/jmes/name`` and the number."""
    found = Count()
    for folder in folders:
        body, url, kind, ask = case(folder)
        page = Page(response_of(body, url, kind), platform.key_of(url), ask)
        form = platform.form_of(page)
        for row in form.rows(page) if form is not None else ():
            if form is not None and (isinstance(row, dict) or hasattr(row, "xpath")):
                form.load(PostingLoader(row, form.source, url, stats=found))
    for rule, times in found.items():
        yield rule.removeprefix("parser/"), times
