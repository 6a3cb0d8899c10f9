"""How a board, or a posting's own page, that has not changed is told without reading it.

What proves it:

- A listing that is one response is its own proof: the same bytes, or a 304, are the same postings.
- Of a listing of several pages the first one proves the rest only where it says how many postings there are and the
  last full reading found all of them dated, the newest first: what is added then stands on the first page, and what is
  taken away changes the number. One taken away while an older one comes back escapes that, so it is believed until the
  re-read time and no longer. Every other listing is read to its end each time.
- A posting's own page is not asked for while its row in the listing is the same, until its re-read time.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from scrapy.http import Response

from crawler.fields.dates import read_date
from crawler.loaders import NAMES, Draft

NOT_SAID = frozenset({"read_at", "aliases", "sources", "flags", "date_posted"})  # of a draft: what is no word of the listing's, or rolls with the day


class Memory(NamedTuple):
    """The response that held a whole board, or proves it, and the code that read it."""

    url: str
    etag: str | None
    last_modified: str | None
    digest: str  # of the body
    code: str
    platform: str  # what the board turned out to be served by
    until: str | None = None  # the moment from which all of it is due again; None: this response is all of it

    def headers(self) -> dict[str, str]:
        """What asks a server for no more than the news.

        Servers are asked also where they forbid caches to keep an answer: what is kept here is no copy of it.
        """
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


def memory_of(response: Response, url: str, platform: str) -> Memory:
    return Memory(url, header(response, "ETag"), header(response, "Last-Modified"), digest(response.body), code(), platform)


def same(response: Response, memory: Memory) -> bool:
    """Whether *response* says, by its status or by its bytes, what it said when *memory* was made."""
    return response.status == 304 or digest(response.body) == memory.digest


def digest(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def row_digest(row: Any, draft: Draft) -> str:
    """A digest of what a listing's *row* says: JSON whole, HTML as the *draft* that was read from it.

    A date in words that roll with the day ("3 days ago") says nothing.
    """
    date: Any = draft.date_posted
    try:
        if isinstance(row, dict):
            said = orjson.dumps(row, default=str, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
            if isinstance(date, str) and read_date(date) is None:
                said = said.replace(orjson.dumps(date), b"")
        else:
            said = orjson.dumps([getattr(draft, name) for name in NAMES if name not in NOT_SAID] + [read_date(date)], default=str)
    except TypeError:  # numbers and characters that JSON has and orjson has not
        said = repr(row if isinstance(row, dict) else draft).encode("utf-8", "backslashreplace")
    return blake2b(said, digest_size=10).hexdigest()


def link_digest(url: str, body: bytes) -> str:
    """What stands for a posting of which the listing has no more than the address."""
    return f"link:{blake2b(url.encode() + body, digest_size=10).hexdigest()}"


def due_at(read_at: datetime, id_: str, every: timedelta) -> datetime:
    """When what was read at *read_at* is due again: after half of *every* to the whole, by its id, so that a board's pages spread.

    >>> day = datetime(2026, 9, 15, tzinfo=UTC)
    >>> day + timedelta(days=4) <= due_at(day, "greenhouse:acme:1", timedelta(days=8)) <= day + timedelta(days=8)
    True
    """
    share = blake2b(id_.encode("utf-8", "replace"), digest_size=2).digest()
    return read_at.astimezone(UTC) + every * (0.5 + int.from_bytes(share) / 2**17)


def newest_first(pages: Iterable[Sequence[str | None]]) -> bool:
    """Whether postings, page after page, are all dated (ISO 8601) and the newest come first.

    >>> newest_first([["2026-09-03", "2026-09-02"], ["2026-09-02", "2026-08-01"]]), newest_first([["2026-09-03", None], ["2026-09-01"]])
    (True, False)
    >>> newest_first([["2026-09-03", "2026-09-03"], ["2026-09-03"]])  # no order to be seen
    False
    """
    days = [date[:10] if date else "" for page in pages for date in page]
    return all(days) and days == sorted(days, reverse=True) and len(set(days)) > 1


def header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


@cache
def code() -> str:
    """A digest of our own code: a reader that was improved reads what has not changed, too."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return blake2b("\n".join(f"{f.name} {f.stat().st_size} {f.stat().st_mtime_ns}" for f in files).encode(), digest_size=8).hexdigest()
