"""One process among several asks a host only when none of the others does."""

import asyncio
from pathlib import Path
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.fleet.hosts import FileLocks, Hosts, Locks

LANE = "host_lane"  # in the meta of a request that holds one


class SharedHostsMiddleware:
    """Holds a lane of the host for as long as a request is under way, and for the host's delay after it."""

    def __init__(self, crawler: Crawler, hosts: Hosts) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.hosts = hosts
        self.at_once = settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self.delay = settings.getfloat("DOWNLOAD_DELAY")
        self.giving: set[asyncio.Task[None]] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        shared = crawler.settings["SHARED_HOSTS"]
        if not shared:
            raise NotConfigured
        middleware = cls(crawler, Hosts(locks_of(shared)))
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    async def spider_closed(self) -> None:
        for task in self.giving:
            task.cancel()
        await self.hosts.locks.close()

    @property
    def slots(self) -> dict[str, dict[str, Any]]:
        """``DOWNLOAD_SLOTS``, and what robots.txt of hosts added to it."""
        return self.crawler.engine.downloader.per_slot_settings

    async def process_request(self, request: Request) -> None:
        host = urlparse_cached(request).hostname or ""
        if host and LANE not in request.meta:
            request.meta[LANE] = await self.hosts.take(
                host, int(self.slots.get(host, {}).get("concurrency", self.at_once))
            )

    async def process_response(self, request: Request, response: Response) -> Response:
        self.give(request)
        return response

    async def process_exception(self, request: Request, exception: Exception) -> None:
        self.give(request)

    def give(self, request: Request) -> None:
        lane = request.meta.pop(LANE, None)
        if lane is None:
            return
        host = urlparse_cached(request).hostname or ""
        task = asyncio.create_task(
            self.give_later(host, lane, float(self.slots.get(host, {}).get("delay", self.delay)))
        )
        self.giving.add(task)  # the loop itself keeps only a weak reference
        task.add_done_callback(self.giving.discard)

    async def give_later(self, host: str, lane: str, delay: float) -> None:
        await asyncio.sleep(delay)
        await self.hosts.give(host, lane)


def locks_of(shared: str) -> Locks:
    """The locks that *shared* names: a folder of this machine, or a database server.

    The driver of the server is an extra: it is imported where it is asked for.
    """
    if "://" in shared:
        from crawler.fleet.sessions import PostgresLocks, libpq

        return PostgresLocks(libpq(shared))
    return FileLocks(Path(shared))
