"""Recorded responses in WARC files: found again for a request, so that a crawl runs without a network."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import orjson
from warcio.archiveiterator import ArchiveIterator

from crawler.warc import ArchiveError, Record, Where, began, records_of, resolved

__all__ = ["Answer", "ArchiveError", "Recording", "runs_of"]

PAUSE: Final = timedelta(hours=6)
OF_CHUNKS: Final = frozenset({"transfer-encoding", "content-encoding", "content-length"})

Query = dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Recorded:
    """One recorded answer, still in its file."""

    url: str
    query: Query
    fetched_at: datetime
    asked: bytes  # the body of its request
    body: Where  # the record that holds it whole
    head: Where | None = None  # the record that has its head, where that is another one


@dataclass(slots=True)
class Answer:
    url: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    fetched_at: datetime


class Recording:
    """The answers that an archive holds: of one run, or all of them as one.

    *path* is a WARC file, or a folder of them. Raises :class:`ArchiveError` when there is none or one is no WARC.
    """

    def __init__(self, path: Path, records: Iterable[Record] | None = None, now: datetime | None = None) -> None:
        self._by_place: dict[tuple[str, str, str], list[Recorded]] = defaultdict(list)
        moments = []
        for record in resolved(records_of(path), path) if records is None else records:
            assert record.of is not None
            recorded = Recorded(record.url, query_of(record.url), record.moment, record.asked, record.of, None if record.kind != "revisit" else record.where)
            self._by_place[place(record.method, record.url)].append(recorded)
            moments.append(record.moment)
        if not moments:
            raise ArchiveError(f"archive {path}: holds no recorded response. Make one with -s ARCHIVE=DIR")
        self.now = now or max(moments)

    def find(self, method: str, url: str, body: bytes = b"") -> Answer | None:
        """The recorded answer to a request: same method, host and path, and agreement in every parameter both have.

        The exact query goes first, then the one that shares most; of several the newest.
        """
        best = self._best(method, url, body)
        return self._read(best) if best else None

    def holds(self, method: str, url: str, body: bytes = b"") -> bool:
        """Whether there is a recorded answer to a request."""
        return self._best(method, url, body) is not None

    def _best(self, method: str, url: str, body: bytes) -> Recorded | None:
        best, score = None, (-1, -1, datetime.min.replace(tzinfo=UTC))
        query = query_of(url)
        for recorded in self._by_place.get(place(method, url), ()):
            if not agree(query, recorded.query) or not same_body(body, recorded.asked):
                continue
            shared = sum(name in recorded.query for name in query)
            this = (int(query == recorded.query), shared, recorded.fetched_at)
            if this >= score:  # within one second, the later record is the newer one
                best, score = recorded, this
        return best

    def _read(self, recorded: Recorded) -> Answer:
        with opened(recorded.body) as record:
            headers = record.http_headers
            chunked = (headers.get_header("Transfer-Encoding") or "").lower() == "chunked"  # as other archivers keep it
            body = record.content_stream().read() if chunked else record.raw_stream.read()
        if recorded.head is not None:
            with opened(recorded.head) as record:
                headers = record.http_headers or headers
        kept = [(name, value) for name, value in headers.headers if not chunked or name.lower() not in OF_CHUNKS]
        return Answer(recorded.url, int(headers.get_statuscode() or 200), kept, body, recorded.fetched_at)

    def urls(self) -> Iterator[str]:
        for found in self._by_place.values():
            for recorded in found:
                yield recorded.url


def runs_of(path: Path) -> list[Recording]:
    """What an archive holds, run by run, the oldest first.

    Ours say which run they are of. In another tool's, a pause of :data:`PAUSE` parts them. Raises :class:`ArchiveError`.
    """
    runs: dict[str, list[Record]] = defaultdict(list)
    last, number = None, 0
    for record in sorted(resolved(records_of(path), path), key=lambda record: record.moment):
        if record.run is None:
            if last is not None and record.moment - last > PAUSE:
                number += 1
            last = record.moment
        runs[record.run or f" {number}"].append(record)
    if not runs:
        return [Recording(path, [])]  # which says that there is nothing
    found = [Recording(path, records, None if name[0] == " " else began(name)) for name, records in runs.items()]
    return sorted(found, key=lambda recording: recording.now)


@contextmanager
def opened(where: Where) -> Iterator[Any]:
    """The record at *where*."""
    with where.path.open("rb") as stream:
        stream.seek(where.offset)
        yield next(iter(ArchiveIterator(stream)))


def place(method: str, url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return re.sub(r"\W.*", "", method).upper() or "GET", (parts.netloc or "").lower(), parts.path or "/"


def query_of(url: str) -> Query:
    query: dict[str, list[str]] = defaultdict(list)
    for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True):
        query[name].append(value)
    return {name: tuple(values) for name, values in query.items()}


def agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two sets of parameters say the same wherever both say something.

    >>> agree({"page": "2", "lang": "en"}, {"page": "2"}), agree({"page": "2"}, {"page": "3"})
    (True, False)
    """
    return all(other[name] == value for name, value in one.items() if name in other)


def same_body(asked: bytes, recorded: bytes) -> bool:
    """Whether a request's body is the recorded one; JSON objects need only agree, and an archive may not have it."""
    if not recorded or asked == recorded:
        return True
    try:
        one, other = orjson.loads(asked), orjson.loads(recorded)
    except orjson.JSONDecodeError:
        return False
    return isinstance(one, dict) and isinstance(other, dict) and agree(one, other)
