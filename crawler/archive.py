"""The folder that keeps what was answered: WARC files, one a process and run, and no older than they need to be.

The files lie in generations, folders named by the run that began them. Within one an answer is kept once: the same one again
is a ``revisit`` record that refers to the first. A generation is begun a few times within the days, or the size, that the
archive may have, and goes as a whole: no record outlives the one that it refers to.

WARC is the web archives' own format: https://iipc.github.io/warc-specifications/
"""

import io
import logging
import os
import re
import sqlite3
from base64 import b32encode
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import blake2b, sha1
from pathlib import Path
from typing import Final, NamedTuple

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.store import stamp

logger = logging.getLogger(__name__)

SOFTWARE: Final = "careers-crawler"
NOT_MODIFIED: Final = "http://netpreserve.org/warc/1.0/revisit/server-not-modified"
INDEX: Final = ".known.db"
GENERATION: Final = re.compile(r"\d{8}T\d{6}Z")
OURS: Final = re.compile(r"\d{8}T\d{12}Z(-\d+)?\.warc\.gz|\.known\.db(-wal|-shm|-journal)?")
DAYS_OF_ONE: Final = 30  # of a generation, where the archive is kept for ever
PARTS: Final = 4  # generations that share the days and the size of the archive
BATCH: Final = 200  # records that are brought to the disk together

Pairs = Sequence[tuple[str, str]]


class Exchange(NamedTuple):
    """A request and its answer, as they went over the wire."""

    method: str
    url: str
    asked: Pairs  # headers
    asked_body: bytes
    answered_url: str
    status: int
    answered: Pairs
    body: bytes


class Kept(NamedTuple):
    """An answer that the generation holds."""

    url: str
    date: str
    digest: str


class Archive:
    """Takes the answers of *run* at *now* into *folder*, of which it keeps the last *days* and about *size* bytes (0: all).

    Raises OSError where the folder cannot be written.
    """

    def __init__(self, folder: Path, run: str, now: datetime, days: float, size: float) -> None:
        generation = begin_or_go_on(folder, now, days, size)
        rotate(folder, generation, now, days, size)
        self.path = unused(generation, datetime.now(UTC))
        self.stream = self.path.open("xb")
        self.writer = WARCWriter(self.stream, gzip=True)
        self.writer.write_record(self.writer.create_warcinfo_record(self.path.name, {"software": SOFTWARE, "format": "WARC File Format 1.0", "run": run}))
        self.known = Known(generation / INDEX)
        self.waiting = 0

    def write(self, exchange: Exchange, moment: datetime) -> None:
        """Keep *exchange*, answered at *moment*: its body only when the generation does not have it."""
        key, digest = key_of(exchange.method, exchange.url, exchange.asked_body), digest_of(exchange.body)
        kept = self.known.newest(key) if exchange.status == 304 else self.known.same(key, digest, exchange.status)
        dated = {"WARC-Date": stamp(moment)}
        head = StatusAndHeaders(f"{exchange.status} OK", [*exchange.answered, ("Content-Length", str(len(exchange.body)))], protocol="HTTP/1.1")
        if kept is None:
            answer = self.writer.create_warc_record(exchange.answered_url, "response", payload=io.BytesIO(exchange.body), http_headers=head, warc_headers_dict=dated)
        else:
            answer = self.writer.create_revisit_record(exchange.answered_url, kept.digest, kept.url, kept.date, http_headers=head, warc_headers_dict=dated)
            if exchange.status == 304:
                answer.rec_headers.replace_header("WARC-Profile", NOT_MODIFIED)
        asked = StatusAndHeaders(f"{exchange.method} {target(exchange.url)} HTTP/1.1", list(exchange.asked), is_http_request=True)
        question = self.writer.create_warc_record(exchange.url, "request", payload=io.BytesIO(exchange.asked_body), http_headers=asked, warc_headers_dict=dated)
        self.writer.write_request_response_pair(question, answer)
        if exchange.status != 304:
            self.known.keep(key, kept or Kept(exchange.answered_url, stamp(moment), digest), exchange.status, moment)
        self.waiting += 1
        if self.waiting >= BATCH:
            self.sync()

    def sync(self) -> None:
        """Bring what was written to the disk, then what the index says of it: it never names what is not there."""
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.known.commit()
        self.waiting = 0

    def close(self) -> None:
        self.sync()
        self.stream.close()
        self.known.close()


class Known:
    """Which answers a generation holds, in a file beside them. It can be lost: then they are kept once more.

    What is new waits for :meth:`commit`, so that processes that share the file do not wait for one another.
    """

    def __init__(self, path: Path) -> None:
        self.fresh: dict[tuple[bytes, str, int], tuple[Kept, float]] = {}
        try:
            self.connection = opened(path)
        except sqlite3.DatabaseError as error:
            logger.warning("%s: %s; it is made anew, and what is kept already is kept once more", path, error)
            path.unlink(missing_ok=True)
            self.connection = opened(path)

    def same(self, key: bytes, digest: str, status: int) -> Kept | None:
        if (key, digest, status) in self.fresh:
            return self.fresh[key, digest, status][0]
        return self._one("SELECT url, date, digest FROM kept WHERE key = ? AND digest = ? AND status = ?", (key, digest, status))

    def newest(self, key: bytes) -> Kept | None:
        fresh = [(seen, kept) for (of, _, status), (kept, seen) in self.fresh.items() if of == key and status == 200]
        if fresh:
            return max(fresh)[1]
        return self._one("SELECT url, date, digest FROM kept WHERE key = ? AND status = 200 ORDER BY seen DESC LIMIT 1", (key,))

    def _one(self, query: str, values: Iterable[object]) -> Kept | None:
        row = self.connection.execute(query, tuple(values)).fetchone()
        return Kept(*row) if row else None

    def keep(self, key: bytes, kept: Kept, status: int, moment: datetime) -> None:
        self.fresh[key, kept.digest, status] = kept, moment.timestamp()

    def commit(self) -> None:
        rows = [(key, digest, status, kept.url, kept.date, seen) for (key, digest, status), (kept, seen) in self.fresh.items()]
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)", rows)
        self.fresh.clear()

    def close(self) -> None:
        self.connection.close()


def opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=60)
    connection.execute("PRAGMA synchronous=OFF")
    columns = "key BLOB, digest TEXT, status INTEGER, url TEXT, date TEXT, seen REAL"
    connection.execute(f"CREATE TABLE IF NOT EXISTS kept ({columns}, PRIMARY KEY (key, digest, status)) WITHOUT ROWID")
    return connection


def generations(folder: Path) -> list[Path]:
    """The generations of an archive, the oldest first."""
    return sorted(path for path in folder.iterdir() if GENERATION.fullmatch(path.name) and path.is_dir())


def begin_or_go_on(folder: Path, now: datetime, days: float, size: float) -> Path:
    """The generation that a run at *now* writes to: the newest, unless it has its share of the *days* or of the *size*."""
    folder.mkdir(parents=True, exist_ok=True)
    newest = next(reversed(generations(folder)), None)
    if newest is not None:
        old = now - begun(newest) >= (timedelta(days=days) / PARTS if days else timedelta(days=DAYS_OF_ONE))
        if not old and not (size and size_of(newest) >= size / PARTS):
            return newest
    made = folder / now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    made.mkdir(exist_ok=True)
    return made


def rotate(folder: Path, current: Path, now: datetime, days: float, size: float) -> None:
    """Remove generations whose last answer is older than *days*, and the oldest while all are larger than *size*; never *current*."""
    there = [path for path in generations(folder) if path < current]
    ends = [begun(path) for path in (*there, current)][1:]
    sizes = {path: size_of(path) for path in (*there, current)}
    for path, end in zip(there, ends, strict=True):
        if (days and now - end >= timedelta(days=days)) or (size and sum(sizes.values()) > size):
            logger.info("%s: removed, the archive keeps %g days and %g bytes", path, days, size)
            del sizes[path]
            remove(path)


def remove(generation: Path) -> None:
    """Remove what is ours of a generation."""
    for file in generation.iterdir():
        if OURS.fullmatch(file.name):
            file.unlink(missing_ok=True)
    with suppress(OSError):  # somebody keeps something else there
        generation.rmdir()


def begun(generation: Path) -> datetime:
    return datetime.strptime(generation.name, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def size_of(generation: Path) -> int:
    return sum(file.stat().st_size for file in generation.iterdir())


def unused(generation: Path, moment: datetime) -> Path:
    """A name for a file of *generation* that no other process has."""
    name = f"{moment:%Y%m%dT%H%M%S%f}Z"
    return generation / f"{name}-{os.getpid()}.warc.gz"


def key_of(method: str, url: str, body: bytes) -> bytes:
    return blake2b(f"{method} {url}\n".encode("utf-8", "replace") + body, digest_size=16).digest()


def digest_of(body: bytes) -> str:
    """The digest of a payload as WARC writes it."""
    return f"sha1:{b32encode(sha1(body, usedforsecurity=False).digest()).decode()}"


def target(url: str) -> str:
    """The path and the query of *url*, as a request's first line has them.

    >>> target("https://acme.example/jobs?page=2"), target("https://acme.example")
    ('/jobs?page=2', '/')
    """
    rest = url.partition("://")[2].partition("#")[0]
    slash, query = rest.find("/"), rest.find("?")
    start = min((at for at in (slash, query) if at >= 0), default=len(rest))
    return rest[start:] if rest[start : start + 1] == "/" else f"/{rest[start:]}"
