"""SIGTERM, Ctrl-C and a closed terminal end a run within ten seconds, with its state kept."""

import asyncio
import os
import signal
import threading
from contextlib import suppress
from types import FrameType
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.extensions.ledger import Ledger

ASKED_WITH = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
LAST = 5.5  # seconds after the grace at which the process ends, whatever hangs: the state is safe at any moment


class Stopping:
    """Takes Scrapy's place at the signals: its own end waits for every answer that is under way, and for every pause.

    The second signal ends the process at once.
    """

    def __init__(self, crawler: Crawler, grace: float) -> None:
        self.crawler, self.grace = crawler, grace  # seconds for what is under way to come in
        self.asked_with = 0  # the signal
        self.loop: asyncio.AbstractEventLoop | None = None
        self.task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        stopping = cls(crawler, crawler.settings.getfloat("STOP_GRACE"))
        crawler.signals.connect(stopping.engine_started, signal=signals.engine_started)
        return stopping

    def engine_started(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            return  # a crawl inside another program: signals are that one's
        self.loop = asyncio.get_running_loop()
        for number in ASKED_WITH:
            signal.signal(number, self.asked)

    def asked(self, number: int, frame: FrameType | None) -> None:
        if self.asked_with:
            os._exit(128 + number)
        self.asked_with = number
        end = threading.Timer(self.grace + LAST, os._exit, [128 + number])
        end.daemon = True
        end.start()
        assert self.loop is not None
        with suppress(RuntimeError):  # the crawl is over, its files are being written
            self.loop.call_soon_threadsafe(self.begin)

    def begin(self) -> None:
        assert self.loop is not None
        self.loop.call_later(self.grace, self.cut)
        self.task = self.loop.create_task(self.crawler.stop_async())

    def cut(self) -> None:
        """Drop what is still under way: its boards get no verdict, and are read again by the next run."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is not None:
            ledger.stopped = True
        for task in asyncio.all_tasks():
            if getattr(task.get_coro(), "__qualname__", "").startswith(("Downloader", "RetryMiddleware")):
                task.cancel()
