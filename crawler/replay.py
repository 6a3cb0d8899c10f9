"""Recorded responses in WARC files: found again for a request, so that a crawl runs without a network.

WARC is the web archives' own format: https://iipc.github.io/warc-specifications/
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

Query = dict[str, tuple[str, ...]]


class ArchiveError(Exception):
    """The archive cannot be read; the message names it and the remedy."""


@dataclass(slots=True)
class Recorded:
    """One recorded response, still in its file."""

    path: Path
    offset: int
    url: str
    query: Query
    fetched_at: datetime
    asked: bytes  # the body of its request


@dataclass(slots=True)
class Answer:
    url: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    fetched_at: datetime


class Recording:
    """The responses of a WARC file, or of every WARC file in a folder.

    Raises :class:`ArchiveError` when there is none or one is no WARC.
    """

    def __init__(self, path: Path) -> None:
        files = sorted(path.glob("*.warc*")) if path.is_dir() else [path]
        self._by_place: dict[tuple[str, str, str], list[Recorded]] = defaultdict(list)
        for file in files:
            self._index(file)
        moments = [recorded.fetched_at for found in self._by_place.values() for recorded in found]
        if not moments:
            raise ArchiveError(f"archive {path}: holds no recorded response. Make one with -s ARCHIVE=DIR")
        self.now = max(moments)

    def _index(self, path: Path) -> None:
        asked: dict[str, tuple[str, bytes]] = {}
        responses: list[tuple[str, str, Recorded]] = []
        try:
            with path.open("rb") as stream:
                records = ArchiveIterator(stream)
                for record in records:
                    headers = record.rec_headers
                    if record.rec_type == "request":
                        method = record.http_headers.protocol if record.http_headers else "GET"
                        asked[headers.get_header("WARC-Concurrent-To") or ""] = (method, record.content_stream().read())
                    elif record.rec_type == "response" and record.http_headers.get_statuscode() != "304":
                        url = headers.get_header("WARC-Target-URI").strip("<>")
                        moment = datetime.fromisoformat(headers.get_header("WARC-Date")).astimezone(UTC)
                        recorded = Recorded(path, records.get_record_offset(), url, query_of(url), moment, b"")
                        responses.append((headers.get_header("WARC-Record-ID") or "", url, recorded))
        except OSError as error:
            raise ArchiveError(f"archive {path}: {error.strerror or error}. Check the path of -s REPLAY=") from error
        except (ArchiveLoadFailed, ValueError, AttributeError, TypeError, EOFError) as error:
            raise ArchiveError(f"archive {path}: is no WARC file that can be read ({str(error).splitlines()[0][:120]})") from error
        for record_id, url, recorded in responses:
            method, recorded.asked = asked.get(record_id, ("GET", b""))
            self._by_place[place(method, url)].append(recorded)

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
        with recorded.path.open("rb") as stream:
            stream.seek(recorded.offset)
            record = next(iter(ArchiveIterator(stream)))
            headers, kept = record.http_headers, list(record.http_headers.headers)
            if (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":  # as other archivers keep it
                body = record.content_stream().read()
                kept = [(name, value) for name, value in kept if name.lower() not in ("transfer-encoding", "content-encoding", "content-length")]
            else:
                body = record.raw_stream.read()
            return Answer(recorded.url, int(headers.get_statuscode() or 200), kept, body, recorded.fetched_at)

    def urls(self) -> Iterator[str]:
        for found in self._by_place.values():
            for recorded in found:
                yield recorded.url


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
