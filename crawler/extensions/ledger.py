"""The board ledger: every request and every posting of a board accounted for, then its verdict."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Self

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.items import Posting
from crawler.memory import Memory
from crawler.platforms import one_spelling
from crawler.platforms.base import Ask
from crawler.printing import printable
from crawler.verdicts import Account, Failure, verdict_of

logger = logging.getLogger(__name__)
SILENT = 5  # seconds without an answer
SILENT_TIMES = 4  # as many boards at most as there may be at once


class Origin(NamedTuple):
    """Where a posting was read, beside what it says."""

    read_at: datetime  # when the response came
    listed: str | None = None  # digest of its row in the listing, where it was read from a page of its own


@dataclass
class BoardRun:
    """One board in one run: what was asked, what came, what is still under way."""

    board: str  # <platform>:<key>
    platform: str
    key: str
    url: str  # as the user's list has it
    company: str | None = None
    starts: deque[Ask] = field(default_factory=deque)  # ways to begin that are not tried yet
    account: Account = field(default_factory=Account)
    asked: dict[tuple[str, bytes], int] = field(default_factory=dict)  # requests -> their number
    met: set[tuple[str, bytes]] = field(default_factory=set)  # the same, without numbers of sessions
    listing_pages: int = 0  # asked for
    first_total: int | None = None  # that the listing said
    slow: float = 0.0  # seconds that answers took beyond what is quick
    heard: float = field(default_factory=time.monotonic)  # when the last answer came
    ids: set[str] = field(default_factory=set)  # of postings that the listing named
    unread: set[str] = field(default_factory=set)  # ids that the listing named, but whose row or page could not be read
    gone: set[str] = field(default_factory=set)  # postings whose own page says that they are over
    render: bool = False  # the list says that its pages are drawn by script
    memory: Memory | None = None  # of the last run, where one response proves the whole board
    kept: Memory | None = None  # of this run's first page
    unchanged: bool = False
    drawn: bool = False  # by a browser: what the server sent does not prove what it shows
    pages: dict[int, list[str | None]] = field(default_factory=dict)  # of the listing, by the number of the request: when its postings are dated
    origins: dict[str, Origin] = field(default_factory=dict)  # of postings in the pipelines
    skipped: int = 0  # postings whose own pages were not due
    left_out: int = 0  # postings that are older than what the run is asked for
    replaced: bool = False  # by the boards of a known platform that its page leads to
    pending: int = 0  # requests
    in_pipeline: int = 0  # postings
    found: int = 0  # postings that went into the pipelines
    dropped: int = 0  # of them, with a reason
    requests: int = 0
    bytes: int = 0
    written: int = 0
    repeated: int = 0
    rejected: list[dict[str, Any]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        return round(time.monotonic() - self.began, 3)

    @property
    def listings(self) -> set[str]:
        """The addresses that the listing is read from."""
        return {self.url, *(url for (url, _), number in self.asked.items() if number in self.pages)}

    def reject(self, reason: str, url: str | None, row: str) -> None:
        self.rejected.append({"url": url, "reason": printable(reason), "row": row[:20_000]})


def board_id(platform: str | None, key: str | None) -> str:
    """The name of a board in the store; what general readers find belongs to the board of the page.

    >>> board_id("greenhouse", "acme"), board_id("schema_org", "acme.example/jobs")
    ('greenhouse:acme', 'page:acme.example/jobs')
    """
    return f"{'page' if platform in ('schema_org', 'page', None) else platform}:{key}"


class Ledger:
    """Holds the boards under way, tells when one is done, and lets new ones in a few at a time."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.boards: dict[str, BoardRun] = {}
        self.done = 0
        self.failed = 0  # boards whose result could not be stored
        self.lost = 0  # postings that were found and are neither stored nor dropped with a reason
        self.why: str | None = None  # of the first that was lost, or board that failed
        self.stopped = False  # no board gets a verdict any more
        self.begun: set[tuple[str, str]] = set()
        self.total = 0
        self.postings = 0
        self.on_free: Callable[[str], None] | None = None  # told of each address of the list that is through
        self.on_done: list[Callable[[BoardRun, Failure], None]] = []
        self._room = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        ledger = cls(crawler.settings.getint("BOARDS_AT_ONCE"))
        crawler.signals.connect(ledger.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(ledger.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(ledger.item_error, signal=signals.item_error)
        return ledger

    async def room(self) -> None:
        """Wait until another board may begin."""
        while self.full():
            self._room.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(1):  # a board may have fallen silent meanwhile
                    await self._room.wait()

    def full(self) -> bool:
        """Whether enough boards are under way; those that only wait for a slow host hold up no other, up to a point."""
        under_way = len(self.boards)
        if under_way < self.at_once or under_way >= SILENT_TIMES * self.at_once:
            return under_way >= self.at_once
        now = time.monotonic()
        return under_way - sum(now - run.heard > SILENT for run in self.boards.values()) >= self.at_once

    def open(self, run: BoardRun) -> BoardRun | None:
        """Enter *run*; ``None`` when this run has begun the board already."""
        which = one_spelling(run.platform, run.key)
        if which in self.begun:
            return None
        self.begun.add(which)
        self.boards[run.board] = run
        return run

    def rename(self, run: BoardRun, platform: str) -> None:
        """Enter *run* under *platform*: its own page turned out to be served by it."""
        del self.boards[run.board]
        run.platform, run.board = platform, board_id(platform, run.key)
        self.begun.add(one_spelling(platform, run.key))
        self.boards[run.board] = run

    def of(self, posting: Posting) -> BoardRun | None:
        return self.boards.get(board_id(posting.platform, posting.board))

    def item_scraped(self, item: Posting) -> None:
        self.postings += 1
        self._out_of_pipeline(item, written=1)

    def item_dropped(self, item: Posting) -> None:
        self._out_of_pipeline(item, dropped=1)

    def item_error(self, item: Posting, failure: Any) -> None:
        run = self.of(item)
        if run is not None:
            run.reject(f"the pipeline failed: {failure.value!r}"[:500], item.url, item.title or "")
            run.account.cut = run.account.cut or f"a posting could not be stored: {failure.value!r}"[:300]
        if not self.stopped:
            self.lose(1, f"{item.id}: {failure.value!r}"[:300])
        self._out_of_pipeline(item, dropped=1)

    def lose(self, count: int, why: str) -> None:
        self.lost += count
        self.why = self.why or why

    def _out_of_pipeline(self, item: Posting, written: int = 0, dropped: int = 0) -> None:
        run = self.of(item)
        if run is None:
            if written:
                self.lose(written, f"{item.id} came after the end of its board")
            return
        run.in_pipeline -= 1
        run.written += written
        run.dropped += dropped
        self.settle(run)

    def settle(self, run: BoardRun) -> None:
        """Close *run* when nothing of it is under way any more."""
        if run.pending or run.in_pipeline or self.stopped or self.boards.get(run.board) is not run:
            return
        self.finish(run, Failure("unchanged", "") if run.unchanged else verdict_of(run.account))

    def finish(self, run: BoardRun, verdict: Failure) -> None:
        """Give *run* its verdict and let the next board in; whoever listens stores it."""
        verdict = Failure(verdict.verdict, printable(verdict.why))
        try:
            if not run.replaced:
                for listener in self.on_done:
                    listener(run, verdict)
        except Exception as error:
            self.failed += 1
            self.why = self.why or f"the result of {run.board} could not be stored: {error!r}"[:300]
            logger.info("The result of %s could not be stored", run.board, exc_info=True)
        finally:
            del self.boards[run.board]
            self.done += 1
            self._room.set()
            self.free(run.url)

    def free(self, url: str) -> None:
        """Tell whoever hands out boards when nothing of the address *url* is under way any more."""
        if self.on_free is not None and all(run.url != url for run in self.boards.values()):
            self.on_free(url)
