"""Hosts that asked to be left alone for a while: nothing is sent to them before the time is over."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Self

from scrapy import signals
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface
from scrapy.utils.asyncio import call_later

from crawler.middlewares.copies import Copies

KEPT = 30  # seconds: a longer hold outlives the run


class Holds:
    """Until when no request goes to a host, by the name of its download slot; and how long boards have waited for it.

    *most* is the patience with one host, in seconds: a longer hold is not waited for, the host's boards end as throttled.
    """

    def __init__(self, most: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.clock = most, clock
        self.until: dict[str, float] = {}  # by clock
        self.long: set[str] = set()  # hosts whose hold is not waited for
        self.waited: defaultdict[str, float] = defaultdict(float)  # seconds, by board
        self.copies = Copies(None, 0)
        self.crawler: Crawler | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        holds = cls(crawler.settings.getfloat("BOARD_MAX_WAIT"))
        holds.crawler = crawler
        crawler.signals.connect(holds.engine_started, signal=signals.engine_started)
        crawler.signals.connect(holds.engine_stopped, signal=signals.engine_stopped)
        return holds

    def engine_started(self) -> None:
        assert self.crawler is not None
        self.copies = Copies.of(self.crawler, time.time())
        for host, until in self.copies.holds().items():
            self.hold(host, until - time.time(), keep=False)

    def engine_stopped(self) -> None:
        self.copies.close()

    def hold(self, host: str, seconds: float, board: str = "", keep: bool = True) -> bool:
        """Send nothing to *host* for *seconds*; whether *board*, which has to wait for it, has the patience."""
        end = self.clock() + seconds
        patient = self.waited[board] + seconds <= self.most
        if patient:
            self.waited[board] += seconds
        if end > self.until.get(host, 0):
            self.until[host] = end
            if seconds > self.most:
                self.long.add(host)
            if keep and seconds > KEPT:
                self.copies.hold(host, time.time() + seconds)
            self._block(host, seconds)
        return patient

    def left(self, host: str) -> float:
        """Seconds for which *host* is still held; 0 when it is not."""
        if host not in self.until:
            return 0.0
        left = self.until[host] - self.clock()
        if left <= 0:
            del self.until[host]
            self.long.discard(host)
            return 0.0
        return left

    def waits(self, host: str) -> bool:
        """Whether requests to *host* wait where they are; those of a long hold come out and fail."""
        return bool(self.until) and self.left(host) > 0 and host not in self.long

    def end_of(self, host: str) -> str:
        """When the hold of *host* ends, as a person reads it."""
        return f"{datetime.fromtimestamp(time.time() + self.left(host), UTC):%Y-%m-%d %H:%M:%S}Z"

    def _block(self, host: str, seconds: float) -> None:
        """Stop what stands in the downloader for *host* already, and go on when the time is over."""
        if self.crawler is None or seconds <= 0:
            return
        downloader = self.crawler.engine.downloader
        if (slot := downloader.slots.get(host)) is not None:
            if slot.latercall is not None:
                slot.latercall.cancel()
            slot.latercall = call_later(seconds, downloader._latercall, slot)
        call_later(seconds, self._go_on)

    def _go_on(self) -> None:
        """Look at the queue now: the engine itself would in up to five seconds."""
        assert self.crawler is not None
        if (slot := self.crawler.engine._slot) is not None:
            slot.nextcall.schedule()


class PoliteQueue(DownloaderAwarePriorityQueue):
    """Requests that would only wait in the downloader stay in the queue: of hosts on hold, and of hosts that are busy.

    There they would take the places of requests to other hosts.
    """

    def __init__(self, crawler: Crawler, *args: object, **kwargs: object) -> None:
        super().__init__(crawler, *args, **kwargs)  # type: ignore[arg-type]
        holds = crawler.get_extension(Holds)
        self._downloader_interface = Ready(crawler, holds) if holds is not None else self._downloader_interface


class Ready(DownloaderInterface):
    """Tells the queue only of slots that have room."""

    def __init__(self, crawler: Crawler, holds: Holds) -> None:
        super().__init__(crawler)
        self.holds = holds

    def stats(self, possible_slots: object) -> list[tuple[int, str]]:
        under_way = Counter(map(self.downloader.get_slot_key, self.downloader.active))
        return [
            (under_way[slot], slot)
            for slot in possible_slots  # type: ignore[attr-defined]
            if under_way[slot] < at_once(self.downloader, slot) and not self.holds.waits(slot)
        ]


def at_once(downloader: Downloader, host: str) -> int:
    """How many requests *host* gets at once."""
    return int(downloader.per_slot_settings.get(host, {}).get("concurrency", downloader.domain_concurrency))
