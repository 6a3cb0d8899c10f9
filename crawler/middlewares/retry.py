"""Failed requests are asked again when the host wants it, not at once."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.extensions.holds import Holds
from crawler.failures import NotAskedError
from crawler.middlewares.retry_after import back_off, read_retry_after
from crawler.verdicts import Failure

TOO_FAST = frozenset({429, 503})  # the statuses whose Retry-After is about the host, and not about one page


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, kept back by ``Retry-After``, else by a delay that doubles; nothing else goes to the host meanwhile."""

    holds: Holds
    sleep: Callable[[float], Awaitable[None]] = staticmethod(asyncio.sleep)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = super().from_crawler(crawler)
        holds = crawler.get_extension(Holds)
        assert holds is not None
        middleware.holds = holds
        return middleware

    def host_of(self, request: Request) -> str:
        return self.crawler.engine.downloader.get_slot_key(request)

    async def process_request(self, request: Request) -> None:
        """Stop what got this far while its host is held; raises :class:`NotAskedError` when that is too long to wait for."""
        if not self.holds.until or not request.url.startswith("http"):
            return
        host = self.host_of(request)
        while (left := self.holds.left(host)) > 0:
            if host in self.holds.long:
                why = f"{host} asked not to be asked before {self.holds.end_of(host)} (Retry-After); {request.url} was not asked for"
                raise NotAskedError(Failure("throttled", why))
            await self.sleep(left)

    def process_response(self, request: Request, response: Response, spider: object = None) -> Request | Response:
        if response.status in TOO_FAST:
            header = response.headers.get("Retry-After")
            asked = read_retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))
            if asked is not None:
                patient = self.wait(request, asked)
                return super().process_response(request, response) if patient else response
        again = super().process_response(request, response)
        if again is not response:
            self.wait(request, self.back_off(request, response.status))
        return again

    def process_exception(self, request: Request, exception: Exception, spider: object = None) -> Request | Response | None:
        again = super().process_exception(request, exception)
        if again is not None:
            self.wait(request, self.back_off(request))
        return again

    def back_off(self, request: Request, status: int | None = None) -> float:
        downloader = self.crawler.engine.downloader
        delay = downloader.per_slot_settings.get(self.host_of(request), {}).get("delay", downloader._delay)
        return back_off(request.meta.get("retry_times", 0) + 1, float(delay), status)

    def wait(self, request: Request, seconds: float) -> bool:
        """Hold the host of *request* for *seconds*; whether its board waits for that."""
        run = request.cb_kwargs.get("run")
        host = self.host_of(request)
        self.crawler.stats.inc_value("retry/seconds_waited", int(seconds))
        return self.holds.hold(host, seconds, run.board if run is not None else host)
