"""The records of WARC files: where each answer lies, of which run it is, and which other record it refers to.

WARC is the web archives' own format: https://iipc.github.io/warc-specifications/
"""

import logging
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

logger = logging.getLogger(__name__)

RUN: Final = re.compile(r"^run: (\d{8}T\d{6}Z(?:_\d{3})?)\s*$", re.MULTILINE)
TORN: Final = (ArchiveLoadFailed, ValueError, AttributeError, TypeError, EOFError, zlib.error)


class ArchiveError(Exception):
    """The archive cannot be read; the message names it and the remedy."""


class Where(NamedTuple):
    """The place of a record."""

    path: Path
    offset: int


@dataclass(slots=True)
class Record:
    """One answer of an archive."""

    kind: str  # response; revisit: the body of another one; not_modified: what another one said, head and body
    where: Where
    url: str
    moment: datetime
    run: str | None  # the id of the run that it was fetched by, where the file says it
    digest: str | None  # of the body
    refers_to: str | None = None  # the address of the record that has the body
    method: str = "GET"
    asked: bytes = b""  # the body of the request
    of: Where | None = None  # the record that has the body


def records_of(path: Path) -> list[Record]:
    """The answers in a WARC file, or in every one of a folder and the folders in it.

    A file that breaks off is read as far as it goes. Raises :class:`ArchiveError` where nothing can be read.
    """
    files = sorted(path.rglob("*.warc*")) if path.is_dir() else [path]
    found: list[Record] = []
    for file in files:
        records: list[Record] = []
        asked: dict[str, tuple[str, bytes]] = {}
        ids: list[str] = []
        try:
            with file.open("rb") as stream:
                for record_id, record in answers(file, stream, asked):
                    ids.append(record_id)
                    records.append(record)
        except OSError as error:
            raise ArchiveError(f"archive {file}: {error.strerror or error}. Check the path of -s REPLAY=") from error
        except TORN as error:
            said = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
            if not records and len(files) == 1:
                raise ArchiveError(f"archive {file}: is no WARC file that can be read ({said})") from error
            logger.warning("archive %s: breaks off after %d answers (%s)", file, len(records), said)
        for record_id, record in zip(ids, records, strict=True):
            record.method, record.asked = asked.get(record_id, ("GET", b""))
        found += records
    return found


def answers(file: Path, stream: Any, asked: dict[str, tuple[str, bytes]]) -> Iterator[tuple[str, Record]]:
    """The answers in *stream* with the ids of their records; what asked for them goes into *asked*."""
    run: str | None = None
    records = ArchiveIterator(stream)
    for record in records:
        headers = record.rec_headers
        if record.rec_type == "warcinfo":
            named = RUN.search(record.content_stream().read().decode("utf-8", "replace"))
            run = named[1] if named else None
        elif record.rec_type == "request":
            method = record.http_headers.protocol if record.http_headers else "GET"
            asked[headers.get_header("WARC-Concurrent-To") or ""] = (method, record.content_stream().read())
        elif record.rec_type in ("response", "revisit"):
            same = record.rec_type == "revisit" and "not-modified" not in (headers.get_header("WARC-Profile") or "")
            unmodified = not same and (record.rec_type == "revisit" or record.http_headers.get_statuscode() == "304")
            where = Where(file, records.get_record_offset())
            yield headers.get_header("WARC-Record-ID") or "", Record(
                "not_modified" if unmodified else record.rec_type,
                where,
                headers.get_header("WARC-Target-URI").strip("<>"),
                datetime.fromisoformat(headers.get_header("WARC-Date")).astimezone(UTC),
                run,
                headers.get_header("WARC-Payload-Digest"),
                (headers.get_header("WARC-Refers-To-Target-URI") or "").strip("<>") or None,
                of=where if record.rec_type == "response" and not unmodified else None,
            )


def resolved(records: Iterable[Record], path: Path) -> list[Record]:
    """*records*, each with the record that has its body; those that refer to what is not there are left out, with a word."""
    records = list(records)
    by_body: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    by_request: dict[tuple[str, str, bytes], list[Record]] = defaultdict(list)
    for record in records:
        if record.of is not None:
            by_body[record.url, record.digest].append(record)
            by_request[record.method, record.url, record.asked].append(record)
    lost = 0
    for record in records:
        if record.of is not None:
            continue
        candidates = by_body.get((record.refers_to or record.url, record.digest)) if record.digest else None
        if not candidates and record.kind == "not_modified":
            candidates = [r for r in by_request.get((record.method, record.url, record.asked), ()) if r.moment <= record.moment]
        if candidates:
            record.of = max(candidates, key=lambda r: (r.moment <= record.moment, r.moment)).of
        else:
            lost += 1
    if lost:
        logger.warning("archive %s: %d answers refer to records that are not in it: give the whole folder of the archive", path, lost)
    return [record for record in records if record.of is not None]


def began(run: str) -> datetime:
    """When the run of the id *run* began.

    >>> began("20260915T080000Z_002").isoformat()
    '2026-09-15T08:00:00+00:00'
    """
    return datetime.strptime(run[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
