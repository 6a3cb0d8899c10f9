"""A line that moves while a person watches; nothing under cron."""

import sys
import time
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.extensions.ledger import Ledger

SLOW = 20  # seconds


class Progress:
    """Shows boards done, postings found, the rate, and the board that takes longest."""

    ledger: Ledger
    live: Live

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.began = time.monotonic()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not sys.stderr.isatty():
            raise NotConfigured
        progress = cls(crawler)
        crawler.signals.connect(progress.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(progress.spider_closed, signal=signals.spider_closed)
        return progress

    def spider_opened(self) -> None:
        ledger = self.crawler.get_extension(Ledger)
        assert ledger is not None
        self.ledger, self.began = ledger, time.monotonic()
        self.live = Live(get_renderable=self.line, console=Console(stderr=True), refresh_per_second=4, transient=True)
        self.live.start()

    def spider_closed(self) -> None:
        self.live.stop()

    def line(self) -> Text:
        ledger, seconds = self.ledger, max(time.monotonic() - self.began, 0.1)
        parts = [f"{ledger.done:,} of {ledger.total:,} boards", f"{ledger.postings:,} postings", f"{ledger.postings / seconds:,.0f}/s"]
        slowest = max(ledger.boards.values(), key=lambda run: run.seconds, default=None)
        if slowest is not None and slowest.seconds > SLOW:
            parts.append(f"slow: {slowest.board} ({slowest.seconds:,.0f} s, {slowest.requests:,} requests)")
        return Text(" · ".join(parts))
