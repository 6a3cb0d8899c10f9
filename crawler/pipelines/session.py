"""One board's postings on their way into the store."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from crawler.changes import changed_fields, content_hash_of, days_between, kept, waves_of
from crawler.drift import lost_fields, proved_runs
from crawler.schema import line
from crawler.store import BoardResult, Known, Saved, Store

BATCH = 200  # postings a transaction
SURE_RUNS = 3  # in a row that find a field lost: the employer took it away, no reader lost it


@dataclass(slots=True)
class Session:
    """What the store knew of a board, what was read of it, and what is not yet written."""

    store: Store
    run: str
    at: str
    board: str
    known: dict[str, Known]
    past: Sequence[BoardResult]  # runs that were proved or held, newest first
    waiting: list[Saved] = field(default_factory=list)
    untouched: list[str] = field(default_factory=list)  # still listed, nothing new read
    filled: Counter[str] = field(default_factory=Counter)
    moved: dict[str, list[str]] = field(default_factory=dict)  # of each changed posting the fields that changed
    compared: int = 0  # postings that were open before and are read
    skipped: list[str] = field(default_factory=list)  # listed as before, whose own pages were not due
    due: list[str] = field(default_factory=list)  # when the postings' own pages are due again
    on_page: dict[str, list[str]] | None = None  # the link to a page -> the open postings that were read there
    stored: int = 0  # postings that were read and are safe
    retold: int = 0  # postings that were read, whose life the store tells already
    shared: bool = False  # it lists postings that another board listed first
    retells: bool = False  # the store knows of later runs
    improved: list[dict[str, Any]] = field(default_factory=list)  # rows of postings whose life the store knows better

    @classmethod
    def begin(cls, store: Store, run: str, at: str, board: str, retells: bool = False) -> "Session":
        return cls(store, run, at, board, store.known(board), store.past(board, run), retells=retells)

    def told(self, known: Known) -> bool:
        """Whether the store knows already what became of a posting at the time of this run and after it."""
        return self.retells and max(known.last_seen, known.closed_at or "") >= self.at

    def proved_at(self) -> str | None:
        """When the listing was last proved."""
        proved = proved_runs(self.past)
        return proved[0].proved_at or proved[0].finished_at if proved else None

    def add(self, saved: Saved) -> None:
        self.waiting.append(saved)
        if len(self.waiting) >= BATCH:
            self.flush()

    def improve(self, row: dict[str, Any]) -> None:
        """Have what was read of a posting replaced by that of *row*; its life stays."""
        self.improved.append(row)
        if len(self.improved) >= BATCH:
            self.flush()

    def lost(self) -> list[str]:
        """The fields that the whole board lost, by what was read so far; not those whose loss has been seen again and again."""
        lost = lost_fields(self.past, self.filled)
        if not lost:
            return []
        recent = self.store.recent(self.board, self.run, SURE_RUNS - 1)
        again = [{entry["field"] for entry in result.drift if not entry["now"]} for result in recent if result.verdict == "changed_layout"]
        sure = set.intersection(*again) if len(again) == SURE_RUNS - 1 else set()
        return [name for name in lost if name not in sure]

    def flush(self) -> None:
        """Write what is waiting."""
        waiting, self.waiting = self.waiting, []
        stored = len(waiting) + len(self.untouched) + self.retold
        waiting = self.look_elsewhere(waiting)
        lost = self.lost() if self.past else []
        asked = [saved.row["id"] for saved in waiting if saved.change in ("changed", "reopened") or (lost and saved.change is None)]
        before = self.store.records(asked)
        for saved in waiting:
            if (old := before.get(saved.row["id"])) is not None:
                self.compare(saved, old, lost)
        self.store.save(self.run, waiting)
        self.store.improve(self.improved)
        self.improved.clear()
        self.store.seen(self.run, self.untouched, self.at)
        self.stored, self.retold = self.stored + stored, 0
        self.untouched.clear()

    def look_elsewhere(self, waiting: Sequence[Saved]) -> list[Saved]:
        """*waiting* without those whose life is told already; what looks new to the board may be known from another one."""
        elsewhere = self.store.elsewhere([saved.row["id"] for saved in waiting if saved.change == "new"])
        told = {id_ for id_, known in elsewhere.items() if self.told(known)}
        for saved in waiting:
            if saved.row["id"] not in told and (known := elsewhere.get(saved.row["id"])) is not None:
                self.shared = True
                saved.change = "reopened" if known.status == "closed" else None
                saved.row |= {"first_seen": known.first_seen, "changed_at": known.changed_at, "renewals": known.renewals}
        return [saved for saved in waiting if saved.row["id"] not in told]

    def compare(self, saved: Saved, old: dict[str, Any], lost: Sequence[str]) -> None:
        """Keep of the record *old* what was not read now, and say which fields changed: none, where only noise did."""
        if saved.half:
            saved.row["record"] = orjson.dumps(old)
            return
        new = orjson.loads(saved.row["record"])
        if lost:
            new = kept(old, new, lost)
            saved.row |= {"record": line(new).rstrip(b"\n"), "content_hash": content_hash_of(new), **dates_of(new)}
        known = self.known.get(saved.row["id"])
        saved.changed_fields = changed_fields(old, new, (days_between(known.last_seen, self.at) or 0) if known else 0)
        if saved.change != "changed":
            return
        if saved.changed_fields:
            self.moved[saved.row["id"]] = [entry["field"] or "" for entry in saved.changed_fields]
        else:
            saved.change = None
            saved.row["changed_at"] = known.changed_at if known else None

    def waves(self) -> tuple[list[dict[str, Any]], dict[str, str | None]]:
        """The field waves of the board, and of each posting that only went with them when it had changed before."""
        waves, ids = waves_of(self.moved, self.compared)
        return waves, {id_: self.known[id_].changed_at for id_ in ids}


def dates_of(record: dict[str, Any]) -> dict[str, str | None]:
    """The columns that hold days of *record*: a date that is reckoned ("3 days ago") is none."""
    posted, until = record.get("date_posted"), record.get("valid_through")
    exact = posted if posted and record.get("date_posted_bound") == "exact" and "date_posted_relative" not in (record.get("flags") or ()) else None
    return {"posted": exact[:10] if exact else None, "valid_through": until[:10] if until else None}
