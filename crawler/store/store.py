"""The state between runs: what was seen, when, and what became of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, create_engine, delete, event, func, insert, select, update
from sqlalchemy.engine import Engine, ExceptionContext
from sqlalchemy.exc import DBAPIError

from crawler.doubts import Doubt
from crawler.exits import Exit, StopError
from crawler.memory import Memory, code
from crawler.store import tables
from crawler.store.copies import compare_some
from crawler.store.migrate import migrate
from crawler.store.moves import follow_moves
from crawler.store.renewals import mark_field_waves, mark_repost_wave, renew
from crawler.store.reposts import mark_reposts, untie
from crawler.store.rows import upsert
from crawler.store.sketches import note, note_again, release
from crawler.store.tables import board_runs, changes, meta, postings, rejected, runs
from crawler.store.trouble import Trouble, trouble_of
from crawler.store.undoing import take_back
from crawler.store.units import chunks, shown_url, stamp
from crawler.verdicts import PROVED

OVERRULED = frozenset({("changed", "closed"), ("reopened", "closed"), ("closed", "reopened")})  # (what the run said, what it says now)
QUEUED = "queue:"  # before the digest of a list that many workers read
PAST = 10  # runs of a board that are looked back at: seven that were proved, and some that held
RESUME_WITHIN = timedelta(hours=24)  # an older unfinished run is closed as it stands: its boards are due again anyway
LIFE = ("status", "first_seen", "last_seen", "changed_at", "closed_at", "content_hash", "duplicate_of", "duplicate_rule", "repost_of")


NOT_READ = frozenset({"id", "board", "status", "seen_run", "renewals", *LIFE}) - {"content_hash"}  # columns of a posting that tell its life


class StoreError(StopError):
    """The store cannot be used; the message names it and the remedy."""

    def __init__(self, message: str, status: Exit = Exit.REFUSED) -> None:
        super().__init__(message, status)


class DamagedError(StoreError):
    """The file of the store is there, and is no whole database."""


class Known(NamedTuple):
    """What the store knows of a posting before this run touches it."""

    content_hash: str
    status: str
    first_seen: str
    changed_at: str | None
    closed_at: str | None
    seen_run: str
    last_seen: str
    read_at: str | None  # when the response came that its record was read from
    reader: str | None  # the code that read it
    listed: str | None  # digest of what the listing says of it, where it has a page of its own
    reread_at: str | None
    posted: str | None  # a day, like the next
    valid_through: str | None
    renewals: int


KNOWN = tuple(postings.c[name] for name in Known._fields)


class Run(NamedTuple):
    id: str
    started_at: datetime
    resumed: bool


@dataclass(slots=True)
class BoardResult:
    """How the reading of one board ended: a line of ``boards.jsonl``."""

    board: str
    url: str
    platform: str
    company: str | None
    verdict: str
    why: str | None
    held: bool = False
    advertised: int | None = None
    read: int = 0
    written: int = 0
    new: int = 0
    changed: int = 0
    closed: int = 0
    reopened: int = 0
    reposted: int = 0
    repeated: int = 0
    rejected: int = 0
    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0
    filled: dict[str, int] = field(default_factory=dict)  # field -> how many of the postings have it
    finished_at: str = ""
    drift: list[dict[str, Any]] = field(default_factory=list)  # {field, before, now}: shares of the postings; of "postings" their number
    waves: list[dict[str, Any]] = field(default_factory=list)  # {kind: field | repost, field, postings}: one event, whatever it moved
    proved_at: str | None = None  # when the listing was last proved
    memory: Memory | None = None
    run: str = ""


@dataclass(slots=True)
class Saved:
    """A posting to write: its row, and which change this is (``None``: none)."""

    row: dict[str, Any]
    change: str | None
    changed_fields: list[dict[str, Any]] = field(default_factory=list)
    half: bool = False  # its own page failed: the stored record is the better one


class Store:
    """State in a database that SQLAlchemy knows; every method is one transaction."""

    def __init__(self, url: str) -> None:
        self.url = url
        # The driver that crawler/requirements-postgresql.txt installs, not the one of old that SQLAlchemy would take.
        self.engine: Engine = create_engine(re.sub(r"^postgres(?:ql)?://", "postgresql+psycopg://", url))
        self.trouble: Trouble | None = None  # the first: from there on nothing is to be expected of the store
        self.on_trouble: Callable[[], None] = lambda: None
        event.listen(self.engine, "handle_error", self._note)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _sqlite_pragmas)
        try:
            self._open()
        except DBAPIError as error:
            shown = f"store {shown_url(url)}"
            if self.trouble is None:
                raise StoreError(f"{shown}: {error.orig}. Is it a database of this crawler? Name another with -s STORE=sqlite:///path/careers.db") from error
            kind = DamagedError if self.trouble.kind == "damaged" else StoreError
            raise kind(self.trouble.told(shown), self.trouble.status) from error

    def _note(self, context: ExceptionContext) -> None:
        if self.trouble is None and (trouble := trouble_of(context.original_exception)) is not None:
            self.trouble = trouble
            self.on_trouble()

    def _open(self) -> None:
        tables.metadata.create_all(self.engine, tables=[meta])
        with self.engine.begin() as connection:
            version = connection.execute(select(meta.c.value).where(meta.c.name == "version")).scalar()
            if version is not None and int(version) > tables.STORE_VERSION:
                raise StoreError(
                    f"store {shown_url(self.url)}: written by a newer version (store version {version}, this one reads {tables.STORE_VERSION}). "
                    "Update Careers Crawler, or name another store with -s STORE="
                )
            if version is None:
                tables.metadata.create_all(connection)
                connection.execute(insert(meta).values(name="version", value=str(tables.STORE_VERSION)))
            elif int(version) < tables.STORE_VERSION:
                migrate(connection)

    def close(self) -> None:
        self.engine.dispose()

    # Runs

    def begin_run(self, now: datetime, boards: str = "", sample: bool = False) -> Run:
        """A new run at *now* of the list with the digest *boards*, or the one of that list that was cut off within the last day.

        The first run of a list of the user's forgets the bundled sample.
        """
        with self.engine.begin() as connection:
            if not sample and connection.execute(select(runs.c.run).where(runs.c.sample)).first():
                for table in tables.OF_A_CRAWL:
                    connection.execute(delete(table))
            mine = (runs.c.finished_at.is_(None), ~runs.c.boards.startswith(QUEUED))
            cut_off = connection.execute(select(runs).where(*mine).order_by(runs.c.run.desc())).first()
            if cut_off is not None:
                started = datetime.fromisoformat(cut_off.started_at)
                if cut_off.boards == boards and timedelta(0) <= now - started <= RESUME_WITHIN:
                    return Run(cut_off.run, started, True)
            if cut_off is not None and started <= now:
                connection.execute(update(runs).where(*mine).values(finished_at=stamp(now), exit_status=1))
            return _new_run(connection, now, boards, sample)

    def queue_run(self, now: datetime, boards: str) -> Run:
        """A new run at *now* that workers share, or the one of the same list that they are not through with."""
        with self.engine.begin() as connection:
            query = select(runs).where(runs.c.finished_at.is_(None), runs.c.boards == QUEUED + boards)
            open_run = connection.execute(query).first()
            return _run_of(open_run) if open_run else _new_run(connection, now, QUEUED + boards, False)

    def waiting_run(self) -> Run | None:
        """The oldest run of a queue that is not at its end."""
        with self.engine.connect() as connection:
            query = select(runs).where(runs.c.finished_at.is_(None), runs.c.boards.startswith(QUEUED)).order_by(runs.c.run).limit(1)
            row = connection.execute(query).first()
        return _run_of(row) if row else None

    def is_open(self, run: str) -> bool:
        """Whether *run* is not finished."""
        with self.engine.connect() as connection:
            return connection.execute(select(runs.c.run).where(runs.c.run == run, runs.c.finished_at.is_(None))).first() is not None

    def newest_run(self) -> tuple[str, bool] | None:
        """When the newest run began, and whether it was one of the bundled sample; ``None`` for a new store."""
        with self.engine.connect() as connection:
            row = connection.execute(select(runs.c.started_at, runs.c.sample).order_by(runs.c.started_at.desc()).limit(1)).first()
        return (row.started_at, row.sample) if row else None

    def has_run(self, at: str) -> bool:
        """Whether a run began at the moment *at*."""
        with self.engine.connect() as connection:
            return connection.execute(select(runs.c.run).where(runs.c.started_at == at, ~runs.c.sample)).first() is not None

    def was_told(self, at: str, boards: str, reader: str) -> bool:
        """Whether the run that began at *at* was read to its end by the code *reader*, of the list with the digest *boards*."""
        said = (runs.c.started_at == at, runs.c.boards == boards, runs.c.reader == reader, runs.c.finished_at.is_not(None))
        with self.engine.connect() as connection:
            return connection.execute(select(runs.c.run).where(*said)).first() is not None

    def given_up(self) -> list[str]:
        """Runs that another one came after before they were at their end, and that changed something."""
        query = select(runs.c.run).where(runs.c.exit_status == 1, runs.c.run.in_(select(changes.c.run))).order_by(runs.c.run)
        with self.engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def finish_run(self, run: str, now: datetime, exit_status: int) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(runs).where(runs.c.run == run).values(finished_at=stamp(now), exit_status=exit_status))

    def finished_boards(self, run: str) -> set[str]:
        """The boards that *run* is through with."""
        with self.engine.connect() as connection:
            return set(connection.execute(select(board_runs.c.board).where(board_runs.c.run == run)).scalars())

    def is_finished(self, run: str, board: str) -> bool:
        """Whether *run* is through with *board*."""
        with self.engine.connect() as connection:
            return connection.execute(select(board_runs.c.board).where(board_runs.c.run == run, board_runs.c.board == board)).first() is not None

    # What platforms send

    def new_keys(self, sent: dict[str, set[str]]) -> dict[str, set[str]]:
        """Remember the unread keys that platforms *sent*; return those of platforms known before that are new."""
        with self.engine.begin() as connection:
            names = {f"unread:{platform}": platform for platform in sent}
            known = {row.name: set(orjson.loads(row.value)) for row in connection.execute(select(meta).where(meta.c.name.in_(names)))}
            rows = [{"name": name, "value": orjson.dumps(sorted(sent[platform] | known.get(name, set()))).decode()} for name, platform in names.items()]
            if rows:
                upsert(connection, meta, rows)
        return {platform: fresh for name, platform in names.items() if name in known and (fresh := sent[platform] - known[name])}

    # Notes of a few words that outlive a run

    def note(self, name: str, value: str) -> None:
        with self.engine.begin() as connection:
            upsert(connection, meta, [{"name": name, "value": value}])

    def notes(self, start: str) -> dict[str, str]:
        """The notes whose names begin with *start*."""
        with self.engine.connect() as connection:
            return {row.name: row.value for row in connection.execute(select(meta).where(meta.c.name.startswith(start, autoescape=True)))}

    def forget(self, name: str) -> None:
        with self.engine.begin() as connection:
            connection.execute(delete(meta).where(meta.c.name == name))

    # Postings of a board

    def known(self, board: str) -> dict[str, Known]:
        """Every posting of *board* that was ever seen, by id."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(postings.c.id, *KNOWN).where(postings.c.board == board))
            return {row[0]: Known(*row[1:]) for row in rows}

    def elsewhere(self, ids: Sequence[str]) -> dict[str, Known]:
        """The postings of *ids*, whatever their board."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(postings.c.id, *KNOWN).where(postings.c.id.in_(ids)))
            return {row[0]: Known(*row[1:]) for row in rows}

    def records(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """The stored records of *ids*."""
        with self.engine.connect() as connection:
            return {
                row.id: orjson.loads(row.record)
                for chunk in chunks(ids)
                for row in connection.execute(select(postings.c.id, postings.c.record).where(postings.c.id.in_(chunk)))
            }

    def save(self, run: str, batch: Sequence[Saved]) -> None:
        """Write *batch*: each posting's row, and the change that it is."""
        if not batch:
            return
        with self.engine.begin() as connection:
            upsert(connection, postings, [saved.row for saved in batch], keep=("board", "first_seen", "duplicate_of", "duplicate_rule", "repost_of", "own_seen"))
            fresh = [saved for saved in batch if saved.change]
            self._log_changes(connection, run, ((s.row["id"], s.change, s.changed_fields) for s in fresh))
            note(connection, {s.row["id"]: orjson.loads(s.row["record"]) | {"first_seen": s.row["first_seen"]} for s in fresh})
            untie(connection, run, [s.row["id"] for s in fresh if s.change == "reopened"])

    def improve(self, rows: Sequence[dict[str, Any]]) -> None:
        """Replace what was read of the postings of *rows*; their lives stay as they are."""
        if not rows:
            return
        read = [name for name in rows[0] if name not in NOT_READ]
        statement = update(postings).where(postings.c.id == bindparam("the_id")).values({name: bindparam(f"new_{name}") for name in read})
        with self.engine.begin() as connection:
            connection.execute(statement, [{"the_id": row["id"]} | {f"new_{name}": row[name] for name in read} for row in rows])
            note_again(connection, [row["id"] for row in rows])

    def seen(self, run: str, ids: Sequence[str], at: str) -> None:
        """Note that the postings of *ids* are still there, just as they were."""
        if not ids:
            return
        with self.engine.begin() as connection:
            for chunk in chunks(ids):
                mine = (postings.c.id.in_(chunk), postings.c.last_seen <= at)
                connection.execute(update(postings).where(*mine).values(last_seen=at, seen_run=run))

    def seen_board(self, run: str, board: str, at: str) -> None:
        """Note that every open posting of *board* is still there."""
        mine = (postings.c.board == board, postings.c.status == "open", postings.c.last_seen <= at)
        with self.engine.begin() as connection:
            connection.execute(update(postings).where(*mine).values(last_seen=at, seen_run=run))

    def count_filled(self, ids: Sequence[str], names: Sequence[str]) -> Counter[str]:
        """How many of the stored postings *ids* have each of the fields *names*."""
        found: Counter[str] = Counter()
        for chunk in chunks(ids):
            for record in self.records(chunk).values():
                found.update([name for name in names if record.get(name) not in (None, [])])
        return found

    def _log_changes(self, connection: Connection, run: str, rows: Iterable[tuple[str, str | None, list[dict[str, Any]]]]) -> None:
        lines = {id_: {"run": run, "id": id_, "change": change, "changed_fields": orjson.dumps(fields).decode()} for id_, change, fields in rows}
        if not lines:
            return
        # A run has one change a posting: the first, which the user has not seen yet; but a closing overrules it, and what
        # one board closed and another lists was never away.
        have: dict[str, str] = {}
        for chunk in chunks(list(lines)):
            rows_had = connection.execute(select(changes.c.id, changes.c.change).where(changes.c.run == run, changes.c.id.in_(chunk)))
            have |= {row.id: row.change for row in rows_had}
        undone = [id_ for id_, line in lines.items() if (have.get(id_), line["change"]) in OVERRULED]
        for chunk in chunks(undone):
            connection.execute(delete(changes).where(changes.c.run == run, changes.c.id.in_(chunk)))
        fresh = [line for id_, line in lines.items() if id_ not in have or (id_ in undone and line["change"] == "closed")]
        if fresh:
            connection.execute(insert(changes), fresh)

    def finish_board(
        self, run: str, result: BoardResult, close: Sequence[str], rows: Sequence[dict[str, Any]], at: str, went_along: Mapping[str, str | None] | None = None
    ) -> None:
        """Close the postings *close*, set the rejected *rows* aside and write the board's *result*, all or nothing.

        *went_along*: the postings that only changed with their board, and when each had changed before. Fills in what the whole run changed on the board, a part before a cut-off too.
        """
        with self.engine.begin() as connection:
            closed: list[str] = []
            for chunk in chunks(close):
                # What another board listed in this very run is there, whatever this one says.
                mine = (postings.c.id.in_(chunk), postings.c.seen_run != run)
                closed += connection.execute(select(postings.c.id).where(*mine)).scalars()
                connection.execute(update(postings).where(*mine).values(status="closed", closed_at=at, duplicate_of=None, duplicate_rule=None))
            self._log_changes(connection, run, ((id_, "closed", []) for id_ in closed))
            release(connection, closed)
            mark_reposts(connection, run, result.board, at)
            renewed = renew(connection, run, result.board)
            mark_field_waves(connection, run, went_along or {})
            result.waves += mark_repost_wave(connection, run, result.board, renewed, len(closed))
            connection.execute(delete(rejected).where(rejected.c.run == run, rejected.c.board == result.board))
            if rows:
                connection.execute(insert(rejected), [{"run": run, "board": result.board, "number": n, **row} for n, row in enumerate(rows, 1)])
            counts = connection.execute(
                select(changes.c.change, func.count())
                .where(changes.c.run == run, changes.c.id.in_(select(postings.c.id).where(postings.c.board == result.board)))
                .group_by(changes.c.change)
            )
            for change, count in counts:
                setattr(result, change, count)
            upsert(connection, board_runs, [{**asdict(result), **as_json(result), "run": run}])

    def last_result(self, board: str, before: str) -> BoardResult | None:
        """How the last run before *before* ended for *board*."""
        return next(iter(self.recent(board, before, 1)), None)

    def recent(self, board: str, before: str, runs: int) -> list[BoardResult]:
        """How the last *runs* runs before *before* ended for *board*, newest first."""
        return self._results_of(board, before, runs)

    def past(self, board: str, before: str) -> list[BoardResult]:
        """The last runs before *before* that proved the listing of *board*, or held closings of it, newest first."""
        return self._results_of(board, before, PAST, board_runs.c.verdict.in_(PROVED) | board_runs.c.held)

    def _results_of(self, board: str, before: str, limit: int, *which: Any) -> list[BoardResult]:
        query = select(board_runs).where(board_runs.c.board == board, board_runs.c.run < before, *which).order_by(board_runs.c.run.desc()).limit(limit)
        with self.engine.connect() as connection:
            return [board_result(row) for row in connection.execute(query)]

    def runs_since(self, board: str, since: str | None) -> int:
        """How many runs of *board* ended after the moment *since*."""
        query = select(func.count()).where(board_runs.c.board == board, board_runs.c.finished_at > (since or ""))
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def last_of_address(self, url: str, before: str) -> BoardResult | None:
        """How the last run before *before* ended for the address *url* of a list; ``None`` where it led to several boards."""
        with self.engine.connect() as connection:
            last = select(func.max(board_runs.c.run)).where(board_runs.c.url == url, board_runs.c.run < before).scalar_subquery()
            rows = connection.execute(select(board_runs).where(board_runs.c.url == url, board_runs.c.run == last)).all()
        return board_result(rows[0]) if len(rows) == 1 else None

    def proved_at(self, url: str, before: str) -> str | None:
        """When every board that the address *url* led to in its last run was proved; ``None`` when one never was."""
        last = select(func.max(board_runs.c.run)).where(board_runs.c.url == url, board_runs.c.run < before).scalar_subquery()
        boards = select(board_runs.c.board).where(board_runs.c.url == url, board_runs.c.run == last)
        proved = func.max(board_runs.c.finished_at).filter(board_runs.c.verdict.in_(PROVED), board_runs.c.run < before)
        with self.engine.connect() as connection:
            moments = connection.execute(select(proved).where(board_runs.c.board.in_(boards)).group_by(board_runs.c.board)).scalars().all()
        return min(moments) if moments and all(moments) else None

    # The end of a run

    def settle(self, run: Run) -> list[Doubt]:
        """What only the whole of *run* tells: boards that moved, and closings that are taken back because it is not believed."""
        with self.engine.begin() as connection:
            doubts = take_back(connection, run.id, stamp(run.started_at))
            if not doubts:
                follow_moves(connection, run.id, stamp(run.started_at))
        return doubts

    def mark_duplicates(self) -> None:
        """Mark open postings that are one with another (:mod:`crawler.store.copies`): of those alone that are new or changed."""
        more = True
        while more:
            with self.engine.begin() as connection:
                more = compare_some(connection)

    def reposted(self, run: str) -> set[str]:
        """The postings that *run* found under a new id."""
        query = select(postings.c.repost_of).join(changes, changes.c.id == postings.c.id).where(changes.c.run == run, changes.c.change == "reposted")
        with self.engine.connect() as connection:
            return {str(id_) for id_ in connection.execute(query).scalars()}

    def results(self, run: str) -> list[BoardResult]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(board_runs).where(board_runs.c.run == run).order_by(board_runs.c.board))
            return [board_result(row) for row in rows]

    def stream(self, query: Any) -> Iterator[Any]:
        """The rows of *query*, some at a time."""
        with self.engine.connect().execution_options(yield_per=200) as connection:
            yield from connection.execute(query)


def _new_run(connection: Connection, now: datetime, boards: str, sample: bool) -> Run:
    run = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    taken = connection.execute(select(func.count()).select_from(runs).where(runs.c.run.like(f"{run}%"))).scalar_one()
    if taken:
        run = f"{run}_{taken + 1:03}"  # two runs within a second: replays
    connection.execute(insert(runs).values(run=run, started_at=stamp(now), boards=boards, sample=sample, reader=code()))
    return Run(run, now, False)


def _run_of(row: Any) -> Run:
    return Run(row.run, datetime.fromisoformat(row.started_at), True)


JSON = ("filled", "drift", "waves")  # columns of a board's result, published as what they hold


def as_json(result: BoardResult) -> dict[str, str | None]:
    """The columns of a board's result that hold JSON."""
    memory = orjson.dumps(result.memory._asdict()).decode() if result.memory else None
    return {name: orjson.dumps(getattr(result, name)).decode() for name in JSON} | {"memory": memory}


def board_columns(row: Any) -> dict[str, Any]:
    columns = {str(name): value for name, value in row._mapping.items()}
    return columns | {name: orjson.loads(columns[name]) for name in JSON}


def board_result(row: Any) -> BoardResult:
    return BoardResult(**board_columns(row) | {"memory": Memory(**orjson.loads(row.memory)) if row.memory else None})


def _sqlite_pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # a posting that was stored survives the plug
    cursor.execute("PRAGMA busy_timeout=30000")  # milliseconds
    cursor.close()
