"""The boards of a worker, from the queue to the spider and back."""

from collections.abc import AsyncIterator

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.boards import BoardEntry
from crawler.extensions.ledger import Ledger
from crawler.fleet.queue import BoardQueue
from crawler.fleet.sessions import libpq
from crawler.plan import Plan


async def queued_boards(crawler: Crawler, plan: Plan, ledger: Ledger) -> AsyncIterator[BoardEntry]:
    """The boards that the queue of the run of *plan* has for this process; each is crossed off when *ledger* is through with it."""
    assert plan.part_of is not None
    queue = BoardQueue(libpq(plan.store_url), plan.part_of.id, ledger.at_once, crawler.settings.getfloat("QUEUE_STALLED"))
    ledger.on_free = queue.done
    crawler.signals.connect(queue.stop, signal=signals.spider_closed)
    async for entry in queue.boards():
        yield entry
