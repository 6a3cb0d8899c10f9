"""A store that is damaged or gone: set aside, never overwritten, and rebuilt from the files that were written from it."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, func, select

from crawler.boards import sample_boards
from crawler.changes import role_key
from crawler.extensions.ledger import board_id
from crawler.items import Posting
from crawler.pipelines.session import dates_of
from crawler.schema import line, record
from crawler.store import DamagedError, Store, shown_url
from crawler.store.filling import GAPS
from crawler.store.rows import insert_missing, upsert
from crawler.store.sketches import note
from crawler.store.store import JSON, LIFE
from crawler.store.tables import board_runs, postings, runs
from crawler.store.units import CHUNK

HEADER = b"SQLite format 3\x00"
LOST = "What no file has is gone: closed postings older than changes/, the history of each board, and how far an unfinished run had come"


class Rebuilt(NamedTuple):
    open: int
    closed: int
    boards: int
    unread: int  # lines that were torn or of no known form

    def __str__(self) -> str:
        bad = f", {self.unread} lines could not be read" if self.unread else ""
        return f"{self.open:,} open and {self.closed:,} closed postings of {self.boards:,} boards{bad}"


def sound_store(url: str, output: Path) -> tuple[Store, str | None]:
    """The store of *url*, whole, and a line on what had to be done for that.

    A file that is no whole database, and a database of *output* that is gone though its files are there, are rebuilt.
    Raises :class:`crawler.store.StoreError`.
    """
    path = file_of(url)
    own = path is not None and path.resolve() == (output / "careers.db").resolve()
    try:
        store = Store(url)
        if path is not None:
            check(store, path)
    except DamagedError as error:
        if path is None or not (own or starts_as_database(path)):
            raise  # a file of the user's that is something else
        aside = set_aside(path)
        store = Store(url)
        found = rebuild(store, output)
        what = str(error).partition(". ")[0]
        return store, f"{what}; it is {aside} now, and its place has {found} from the files of {output}. {LOST}"
    if own and store.newest_run() is None and (found := rebuild(store, output)).boards + found.open:
        return store, f"store {shown_url(url)}: was empty, though {output} has files; it has {found} from them now. {LOST}"
    return store, None


def file_of(url: str) -> Path | None:
    named = re.match(r"sqlite(?:\+\w+)?:///([^?]+)", url)
    return Path(named[1]) if named and named[1] != ":memory:" else None


def starts_as_database(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(HEADER)) == HEADER


def check(store: Store, path: Path) -> None:
    """Raise :class:`DamagedError` for a damaged file.

    Every page is looked at only where the last run came to no end: a disk or a plug that failed ends it, and so does the
    first bad page that a run meets.
    """
    with store.engine.connect() as connection:
        if not connection.execute(select(runs.c.run).where(runs.c.finished_at.is_(None))).first():
            return
    store.close()
    try:
        with closing(sqlite3.connect(path)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise DamagedError(f"store {shown_url(store.url)}: {' '.join(said.split())[:200]}. ")


def set_aside(path: Path) -> Path:
    """Rename the database *path* and what belongs to it; its new name."""
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    for suffix in ("-wal", "-shm", ""):
        part = Path(f"{path}{suffix}")
        if part.exists():
            part.rename(f"{aside}{suffix}")
    return aside


def rebuild(store: Store, output: Path) -> Rebuilt:
    """Fill the empty *store* from the files of *output*: changes first, the older before the newer, then what is open."""
    unread = 0

    def rows_of(path: Path) -> Iterator[dict[str, Any]]:
        nonlocal unread
        if not path.is_file():
            return
        with path.open("rb") as lines:
            for text in lines:
                try:
                    row = orjson.loads(text)
                    row["board"]  # what is no line of ours has none
                except (orjson.JSONDecodeError, KeyError, TypeError):
                    unread += 1
                else:
                    yield row

    with store.engine.begin() as connection:
        for path in sorted((output / "changes").glob("*.jsonl")):
            write_postings(connection, rows_of(path))
        write_postings(connection, rows_of(output / "postings.jsonl"))
        boards = list(rows_of(output / "boards.jsonl"))
        upsert(connection, board_runs, [board_row(row) for row in boards])
        begin_again(connection, boards)
        count = {row[0]: row[1] for row in connection.execute(select(postings.c.status, func.count()).group_by(postings.c.status))}
    return Rebuilt(count.get("open", 0), count.get("closed", 0), len(boards), unread)


def write_postings(connection: Connection, lines: Iterable[dict[str, Any]]) -> None:
    said = (row for row in lines if row.get("id") and row.get("first_seen") and row.get("last_seen"))
    while batch := {row["id"]: posting_row(row) for row in islice(said, CHUNK)}:
        upsert(connection, postings, list(batch.values()))
        note(connection, {id_: orjson.loads(row["record"]) | {"first_seen": row["first_seen"]} for id_, row in batch.items() if row["status"] == "open"})


def posting_row(said: dict[str, Any]) -> dict[str, Any]:
    """The row of the posting that the line *said* is of, a line of ``postings.jsonl`` or of ``changes/``."""
    own = {name: said.get(name, default) for name, default in record(Posting()).items() if name not in LIFE}
    copied = {name for name, source in (own["sources"] or {}).items() if source == "copy"}
    for names in GAPS:
        if copied & set(names):  # a gap that was filled from a copy is one again
            own |= {name: [] if isinstance(own[name], list) else None for name in names}
            own["sources"] |= {name: None for name in names if name in own["sources"]}
    item = Posting(title=own["title"], location=own["location"])
    return {
        "id": said["id"], "board": board_id(said.get("platform"), said["board"]), "status": said.get("status") or "open",
        **{name: said.get(name) for name in LIFE if name not in ("status", "duplicate_of", "duplicate_rule")},
        "content_hash": said.get("content_hash") or "", "duplicate_of": None, "duplicate_rule": None, "seen_run": run_of(said["last_seen"]),
        "role_key": role_key(item), "renewals": 0, **dates_of(own), "read_at": None, "reader": None, "listed": None, "reread_at": None,
        "record": line(own).rstrip(b"\n"),
    }  # fmt: skip


def board_row(said: dict[str, Any]) -> dict[str, Any]:
    row = {column.name: said.get(column.name) for column in board_runs.columns}
    empty: dict[str, Any] = {"filled": {}, "drift": [], "waves": []}
    return row | {name: orjson.dumps(said.get(name) or empty[name]).decode() for name in JSON} | {"memory": None}


def begin_again(connection: Connection, boards: list[dict[str, Any]]) -> None:
    """The runs that the rebuilt rows are of, finished; the newest tells which moments are past."""
    sample = {entry.url for entry in sample_boards()}
    only = bool(boards) and all(row.get("url") in sample for row in boards)
    last_seen = connection.execute(select(func.max(postings.c.last_seen))).scalar()
    names = {str(row["run"]) for row in boards if row.get("run")} | ({run_of(last_seen)} if last_seen else set())
    moments = {name: f"{name[:4]}-{name[4:6]}-{name[6:11]}:{name[11:13]}:{name[13:15]}Z" for name in names}
    insert_missing(connection, runs, [
        {"run": name, "started_at": at, "finished_at": at, "exit_status": None, "boards": "", "sample": only} for name, at in sorted(moments.items())
    ])  # fmt: skip


def run_of(moment: str) -> str:
    """The id of the run that began at *moment*.

    >>> run_of("2026-09-15T08:00:00Z")
    '20260915T080000Z'
    """
    return re.sub("[-:]", "", moment)
