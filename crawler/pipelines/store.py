"""Postings into the store, boards closed by the rules, files written at the end."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.utils.defer import deferred_from_coro
from sqlalchemy.exc import DBAPIError

from crawler.boards import BoardEntry
from crawler.changes import change_of, is_evergreen, redated, role_key
from crawler.closing import judge, silence
from crawler.drift import WATCHED, drift_of
from crawler.ending import Ended, Part, end_run
from crawler.exits import Exit
from crawler.extensions.ledger import BoardRun, Ledger, Origin
from crawler.items import Posting
from crawler.loaders import Draft
from crawler.memory import Memory, code, due_at, newest_first
from crawler.pipelines.session import Session, dates_of
from crawler.plan import Plan
from crawler.schema import line, record
from crawler.store import BoardResult, Known, Run, Saved, Store, shown_url, stamp
from crawler.store.store import LIFE
from crawler.verdicts import PROVED, UNREAD, Failure

logger = logging.getLogger(__name__)


class Finished:
    """The boards that a run is through with, by this process or another."""

    def __init__(self, store: Store, run: str) -> None:
        self.store, self.run = store, run

    def __contains__(self, board: str) -> bool:
        return self.store.is_finished(self.run, board)


class StorePipeline:
    """Compares each posting with what the store knows, and closes a board when the ledger says that it is done."""

    def __init__(self, crawler: Crawler, ledger: Ledger) -> None:
        self.crawler = crawler
        self.ledger = ledger
        self.sessions: dict[str, Session] = {}
        self.store: Store
        self.run: Run
        self.plan: Plan
        self.part: Part | None = None  # what this process did of the run, at its end
        self.ended: Ended | None = None  # where the run ends with it

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        ledger = crawler.get_extension(Ledger)
        assert ledger is not None
        return cls(crawler, ledger)

    def open_spider(self) -> None:
        spider: Any = self.crawler.spider
        if getattr(spider, "plan", None) is None:  # scrapy shell, scrapy fetch, a spider of the user's
            return
        self.plan = spider.plan
        self.ledger.total = len(self.plan.boards)
        self.store = Store(self.plan.store_url)
        self.store.on_trouble = self.give_up
        self.run = self.plan.part_of or self.store.begin_run(self.plan.now, self.plan.digest, self.plan.sample)
        self.at = stamp(self.plan.now)
        spider.done_before = Finished(self.store, self.run.id) if self.run.resumed else set()
        spider.run_id = self.run.id
        spider.due, spider.remembered, spider.settled, spider.knows = self.due, self.remembered, self.settled, self.knows
        spider.known_as = self.known_as
        self.feeds = bool(self.crawler.settings.getdict("FEEDS"))  # they are to hold every posting
        self.reread = timedelta(days=self.crawler.settings.getfloat("REREAD"))
        self.ledger.on_done.append(self.finish_board)

    def session(self, board: str) -> Session:
        if board not in self.sessions:
            self.sessions[board] = Session.begin(self.store, self.run.id, self.at, board, self.plan.retells)
        return self.sessions[board]

    def give_up(self) -> None:
        """The store is gone: what is read from here on could not be kept."""
        self.ledger.stopped = True
        if self.crawler.engine is not None:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="store"))

    def process_item(self, item: Posting) -> Posting:
        if self.ledger.stopped:
            raise DropItem(f"{item.id} comes after the end of the run", log_level="DEBUG")
        run = self.ledger.of(item)
        if run is None or item.id is None:
            return item
        session = self.session(run.board)
        known = session.known.get(item.id)
        origin = run.origins.pop(item.id, None) or Origin(self.plan.now)
        if "closed" in item.flags:
            run.gone.add(item.id)
            raise DropItem(f"{item.id} says that it is closed", log_level="DEBUG")
        if "no_detail" not in item.flags:
            session.filled.update([name for name in WATCHED if getattr(item, name) not in (None, [])])
        if known is not None and session.told(known):
            session.retold += 1
            return self.improve(session, item, known, origin)
        change = change_of(item, known)
        if change == "changed" and known is not None and read_again(known, origin):
            change = None  # it is the reader that changed
        item.status, item.last_seen = "open", self.at
        item.first_seen = known.first_seen if known else self.at
        item.changed_at = self.at if change in ("changed", "reopened") else known.changed_at if known else None
        if known is not None and known.status == "open":
            session.compared += 1
        half = known is not None and "no_detail" in item.flags  # what was read before is better than half of it
        if change is None and half:
            session.untouched.append(item.id)
            return item
        row = self.row(run.board, item, known, origin)
        if row["reread_at"] is not None:
            session.due.append(row["reread_at"])
        session.add(Saved(row, change, half=half))
        return item

    def improve(self, session: Session, item: Posting, known: Known, origin: Origin) -> Posting:
        """Have what was read of *item* replaced, unless the store has it from a later answer, or has more of it."""
        item.status, item.last_seen, item.first_seen = known.status, known.last_seen, known.first_seen
        item.changed_at, item.closed_at = known.changed_at, known.closed_at
        if (known.read_at or known.last_seen) <= stamp(origin.read_at) and "no_detail" not in item.flags:
            session.improve(self.row(session.board, item, known, origin))
        return item

    def row(self, board: str, item: Posting, known: Known | None, origin: Origin) -> dict[str, Any]:
        assert item.id is not None
        assert item.first_seen is not None
        days = dates_of({"date_posted": item.date_posted, "valid_through": item.valid_through, "date_posted_bound": item.date_posted_bound, "flags": item.flags})
        renewals = known.renewals + redated(known, days["posted"], self.at) if known else 0
        if is_evergreen(renewals, item.first_seen, days["posted"], self.at):
            item.flags.append("evergreen")
        said = record(item)
        for name in LIFE:
            del said[name]
        return {
            "id": item.id, "board": board,
            "status": "open", "content_hash": item.content_hash, "first_seen": item.first_seen, "last_seen": item.last_seen,
            "changed_at": item.changed_at, "closed_at": None, "seen_run": self.run.id,
            "duplicate_of": None, "duplicate_rule": None, "role_key": role_key(item), "repost_of": None, "record": line(said).rstrip(b"\n"),
            "renewals": renewals, **days,
            "read_at": stamp(origin.read_at), "reader": code(), "listed": origin.listed,
            "reread_at": stamp(due_at(origin.read_at, item.id, self.reread)) if origin.listed else None,
        }  # fmt: skip

    def due(self, entry: BoardEntry) -> bool:
        """Whether the interval that the list gives a board has passed since its listing was last proved, and it is as stale as is asked for."""
        stale = self.plan.stale
        proved = self.store.proved_at(entry.url, self.run.id) if stale is not None else None
        if stale is not None and proved is not None and self.plan.now - datetime.fromisoformat(proved) < stale:
            return False
        if entry.interval is None:
            return True
        last = self.store.last_of_address(entry.url, self.run.id)
        if last is None or last.verdict not in PROVED:
            return True
        return self.plan.now - datetime.fromisoformat(last.finished_at) >= entry.interval

    def remembered(self, run: BoardRun) -> Memory | None:
        """What tells that the board of *run* is as it was, where the last run read the whole of it in one response."""
        last = self.store.last_of_address(run.url, self.run.id)
        if last is None or last.verdict not in ("complete", "unchanged") or last.held or last.company != run.company:
            return None
        if last != self.store.last_result(last.board, self.run.id):
            return None  # the board was read by another address since
        memory = last.memory
        if memory is None or memory.code != code() or run.render or self.feeds:
            return None
        # A replay reads all that the archive has: only there it does not matter what would be due.
        return memory if memory.until is None or memory.until > self.at or self.plan.recording is not None else None

    def knows(self, run: BoardRun, id_: str | None) -> bool:
        """Whether the store has the posting *id_* of the board."""
        return id_ in self.session(run.board).known

    def known_as(self, run: BoardRun, draft: Draft) -> str | None:
        """The id by which the store has the posting of *draft* open under the same title, else its own."""
        known = self.session(run.board).known
        there = [alias for alias in draft.aliases if alias in known and known[alias].status == "open" and alias not in run.ids]
        if not there or draft.id is None:
            return draft.id
        records = self.store.records([draft.id, *there])
        open_ = [id_ for id_ in (draft.id, *there) if id_ in there or (id_ in known and known[id_].status == "open")]
        return next((id_ for id_ in open_ if records[id_].get("title") == draft.title), draft.id)

    def settled(self, run: BoardRun, id_: str | None, listed: str, old: bool = False) -> bool:
        """Whether a posting is known, open and *listed* as it was, and its own page is not due: then it counts as seen.

        Without *id_* those that were read from the page that the link *listed* leads to, all of them. An *old* one is not wanted again
        while it is listed as it was.
        """
        if self.feeds:
            return False
        session = self.session(run.board)
        if id_ is not None:
            ids = [id_]
        else:
            if session.on_page is None:
                session.on_page = {}
                for known_id, known in session.known.items():
                    if known.listed and known.status == "open":
                        session.on_page.setdefault(known.listed, []).append(known_id)
            ids = session.on_page.get(listed, [])
            if ids and run.ids.issuperset(ids):
                return True  # it stands on two pages of the listing
        knowns = [session.known.get(one) for one in ids]
        if not ids or not all(k is not None and k.status == "open" and k.listed == listed and (old or (k.reread_at or "") > self.at) for k in knowns):
            return False
        session.due.extend(known.reread_at for known in knowns if known is not None and known.reread_at)
        session.skipped.extend(ids)
        run.ids.update(ids)
        run.skipped += len(ids)
        run.account.listed = len(run.ids)
        return True

    # The end of a board

    def finish_board(self, run: BoardRun, verdict: Failure) -> None:
        if run.unchanged:
            self.finish_unchanged(run)
            return
        session = self.session(run.board)
        session.flush()
        self.store.seen(self.run.id, session.skipped, self.at)
        if lost := run.found - session.stored - run.dropped:
            self.ledger.lose(lost, f"{run.board}: {run.found} postings were found, {session.stored} stored, {run.dropped} dropped with a reason")
            verdict = Failure("partial", f"{lost} postings were lost on their way into the store")
        known = {id_: posting for id_, posting in session.known.items() if not session.told(posting)}
        judged = judge(run, verdict, known, session.past, session.lost(), self.plan.now)
        since = self.at if judged.proved else session.proved_at()
        verdict = judged.verdict
        if verdict.verdict in UNREAD:
            still = sum(posting.status == "open" for posting in known.values()) - len(judged.close)
            verdict = silence(verdict, since, self.store.runs_since(run.board, since) + 1, still, self.plan.now)
        logger.info("%s: %s: %s", run.url, verdict.verdict, verdict.why)
        filled = session.filled + self.store.count_filled(session.skipped, WATCHED)
        waves, went_along = session.waves()
        result = BoardResult(
            run.board, run.url, run.platform, run.company, verdict.verdict, verdict.why or None, judged.held, run.account.advertised,
            read=len(run.ids), written=run.written, repeated=run.repeated, rejected=len(run.rejected), requests=run.requests, bytes=run.bytes,
            seconds=0.0 if self.plan.recording else run.seconds, filled=dict(filled), finished_at=self.at, proved_at=since,
            drift=drift_of(session.past, filled, len(run.ids) if verdict.verdict in PROVED else None), waves=waves,
            memory=self.memory_of(run, session) if verdict.verdict == "complete" and not judged.held else None,
        )  # fmt: skip
        self.store.finish_board(self.run.id, result, judged.close, run.rejected, self.at, went_along)
        del self.sessions[run.board]

    def memory_of(self, run: BoardRun, session: Session) -> Memory | None:
        """What proves the board in the next run; see :mod:`crawler.memory`."""
        if run.kept is None or run.drawn or run.rejected or run.account.details or run.left_out or session.shared:
            return None
        due = list(session.due)
        if len(run.pages) > 1:
            if run.account.advertised is None or not newest_first(run.pages[number] for number in sorted(run.pages)):
                return None
            due.append(stamp(due_at(self.plan.now, run.board, self.reread)))
        return run.kept._replace(until=min(due, default=None))

    def finish_unchanged(self, run: BoardRun) -> None:
        """The board says what it said: every open posting of it was seen, none was read."""
        last = self.store.last_result(run.board, self.run.id)
        assert last is not None
        self.store.seen_board(self.run.id, run.board, self.at)
        result = BoardResult(
            run.board, run.url, run.platform, run.company, "unchanged", None, advertised=last.advertised, read=last.read,
            requests=run.requests, bytes=run.bytes, seconds=0.0 if self.plan.recording else run.seconds,
            filled=last.filled, finished_at=self.at, proved_at=self.at, memory=last.memory,
        )  # fmt: skip
        self.store.finish_board(self.run.id, result, [], [], self.at)

    # The end of the run

    def close_spider(self) -> None:
        if not hasattr(self, "run"):
            return
        with suppress(DBAPIError):  # known to the store, which tells it
            for board in list(self.sessions):
                self.sessions[board].flush()
        cut_off = self.ledger.done < self.ledger.total or bool(self.ledger.boards)
        self.part = Part(cut_off, self.ledger.failed, self.unread_keys(), self.troubles(), self.store.trouble is not None)
        if self.plan.part_of is None and self.store.trouble is None:
            self.ended = end_run(self.store, self.run, self.plan, [self.part])
        self.store.close()

    def troubles(self) -> dict[int, str]:
        """What has to be told of the run beside the verdicts of its boards, by exit status."""
        if self.store.trouble is not None:
            return {self.store.trouble.status: self.store.trouble.told(f"store {shown_url(self.plan.store_url)}")}
        found: dict[int, str] = {}
        if self.ledger.lost:
            lost = f"{self.ledger.lost} posting{'' if self.ledger.lost == 1 else 's'} found and not stored"
            found[Exit.LOST] = f"{lost} ({self.ledger.why}). The next run reads the board again; -L INFO shows where it comes from"
        if self.ledger.failed:
            found[Exit.FAILED] = f"{self.ledger.why}. The next run reads the board again; -L INFO shows where it comes from"
        return found

    def unread_keys(self) -> dict[str, set[str]]:
        """What platforms sent and no rule asked for: ``unread/<platform>/<key>`` of the stats."""
        assert self.crawler.stats is not None
        sent: dict[str, set[str]] = {}
        for name in self.crawler.stats.get_stats():
            if name.startswith("unread/"):
                _, platform, key = name.split("/", 2)
                sent.setdefault(platform, set()).add(key)
        return sent


def read_again(known: Known, origin: Origin) -> bool:
    """Whether what is stored was read by other code, from this answer or a later one: what differs is the reading."""
    return known.reader != code() and known.read_at is not None and known.read_at >= stamp(origin.read_at)
