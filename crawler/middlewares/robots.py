"""robots.txt by RFC 9309: kept also when it cannot be fetched, and its Crawl-delay, too."""

import asyncio
import time
from typing import Any, Final, NamedTuple, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from crawler.extensions.holds import Holds, at_once
from crawler.failures import NotAskedError, failure_of_error
from crawler.middlewares.copies import COPY_MAX_AGE, Copies, Copy
from crawler.verdicts import Failure

READ_MAX: Final = 512 * 1024  # bytes that are read; RFC 9309 asks for 500 KiB at least
FETCH_MAX: Final = 8 * 1024 * 1024  # bytes: a longer one is none
FETCH_SECONDS: Final = 15  # of one try, of two
ASK_AGAIN: Final = 600  # seconds after one that could not be had
CRAWL_DELAY_MAX: Final = 30  # seconds: a board that is to be read slower is not read


class Rules(NamedTuple):
    """What the robots.txt of an origin lets us do, or why nothing is asked for."""

    parser: RobotParser | None
    failure: Failure | None
    until: float  # seconds since 1970: then it is asked for again


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt. One that answers 4xx is none; one that cannot be had forbids everything, unless a copy of today is there."""

    holds: Holds
    copies: Copies

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self.rules: dict[str, asyncio.Task[Rules]] = {}
        self.copies = Copies(None, 0)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = super().from_crawler(crawler)
        crawler.signals.connect(middleware.engine_started, signal=signals.engine_started)
        crawler.signals.connect(middleware.engine_stopped, signal=signals.engine_stopped)
        return middleware

    def engine_started(self) -> None:
        self.copies = Copies.of(self.crawler, time.time())

    def engine_stopped(self) -> None:
        self.copies.close()

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules for *request*; raises :class:`NotAskedError` where there are none to go by."""
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc}"
        task = self.rules.get(origin)
        if task is None or (task.done() and (task.cancelled() or task.exception() or task.result().until <= time.time())):
            task = self.rules[origin] = asyncio.ensure_future(self.rules_of(origin, request))
        rules = await asyncio.shield(task)
        if rules.failure is not None:
            self._stats.inc_value("robotstxt/not_asked")
            raise NotAskedError(rules.failure)
        return rules.parser

    async def rules_of(self, origin: str, request: Request) -> Rules:
        now = time.time()
        copy = self.copies.robots(origin)
        if copy is not None and now < min(copy.fresh_until, copy.fetched_at + COPY_MAX_AGE):
            return self.keep(copy, request, await self.parsed(copy, request))
        fetched = await self.fetch(origin, copy)
        if isinstance(fetched, Failure):
            if copy is None or now > copy.fetched_at + COPY_MAX_AGE:
                return Rules(None, fetched, time.time() + ASK_AGAIN)
            self._stats.inc_value("robotstxt/copy_served")
            fetched = copy
        else:
            self.copies.keep(origin, fetched)
        return self.keep(fetched, request, await self.parsed(fetched, request))

    async def fetch(self, origin: str, copy: Copy | None) -> Copy | Failure:
        """The robots.txt of *origin*, or why it could not be had."""
        url = f"{origin}/robots.txt"
        meta = {"dont_obey_robotstxt": True, "download_timeout": FETCH_SECONDS, "download_maxsize": FETCH_MAX, "max_retry_times": 1}
        asked = Request(url, headers=copy.headers() if copy else None, priority=self.DOWNLOAD_PRIORITY, meta=meta, callback=NO_CALLBACK)
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(asked)
        except Exception as error:
            self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            return unreachable(error, url)
        self._stats.inc_value("robotstxt/response_count")
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        return copy_of(response, url, copy, time.time())

    async def parsed(self, copy: Copy, request: Request) -> RobotParser:
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, copy.body)
        await self.crawler.signals.send_catch_log_async(signal=signals.robots_parsed, robotparser=parser, request=request)
        return parser

    def keep(self, copy: Copy, request: Request, parser: RobotParser) -> Rules:
        """Go by *parser* from now on, as slowly as it wants."""
        until = max(copy.fetched_at + COPY_MAX_AGE, time.time() + ASK_AGAIN)
        delay = parser.crawl_delay(self.agent) or 0.0
        if delay > CRAWL_DELAY_MAX:
            why = f"robots.txt of {urlparse_cached(request).netloc} wants {delay:g} seconds between requests (Crawl-delay), more than the {CRAWL_DELAY_MAX} that we wait"
            return Rules(None, Failure("robots", why), until)
        if delay:
            self.slow_down(self.crawler.engine.downloader.get_slot_key(request), delay)
        return Rules(parser, None, until)

    def slow_down(self, host: str, delay: float) -> None:
        """Ask *host* at most once in *delay* seconds."""
        downloader = self.crawler.engine.downloader
        now: dict[str, Any] = downloader.per_slot_settings.get(host, {})
        if delay <= now.get("delay", downloader._delay) * (1 - now.get("jitter", downloader._jitter)):
            return
        downloader.per_slot_settings[host] = {"concurrency": min(1, at_once(downloader, host)), "delay": delay, "jitter": 0}
        if (slot := downloader.slots.get(host)) is not None:
            slot.concurrency, slot.delay, slot.jitter = 1, delay, 0.0


def copy_of(response: Response, url: str, before: Copy | None, now: float) -> Copy | Failure:
    """What *response* makes of the robots.txt at *url*: its text, an empty one where there is none, or why it is out of reach."""
    status = response.status
    fresh_until = now + max_age(header(response, "Cache-Control") or "")
    if status == 304 and before is not None:
        return before._replace(fetched_at=now, fresh_until=fresh_until)
    if 200 <= status < 300:
        return Copy(cut(response.body), now, fresh_until, header(response, "ETag"), header(response, "Last-Modified"))
    if 400 <= status < 500 and status != 429:
        return Copy(b"", now, now)
    return Failure("throttled" if status == 429 else "robots", f"robots unreachable: {url} answered {status}")


def unreachable(error: Exception, url: str) -> Failure:
    """The verdict on boards whose robots.txt ended in *error*: that nobody is there, else that the rules are not known."""
    failure = failure_of_error(error, url)
    nobody = isinstance(error, CannotResolveHostError | DownloadConnectionRefusedError) or failure.verdict == "refused"
    if isinstance(error, NotAskedError) and failure.verdict != "error":
        return failure
    return Failure(failure.verdict if nobody else "robots", f"robots unreachable: {failure.why}"[:300])


def cut(body: bytes) -> bytes:
    r"""The first ``READ_MAX`` bytes of *body*, in whole lines.

    >>> len(cut(b"Disallow: /a\n" * 100_000)) % 13, cut(b"Disallow: /")
    (0, b'Disallow: /')
    """
    return body if len(body) <= READ_MAX else body[: body.rfind(b"\n", 0, READ_MAX) + 1]


def max_age(cache_control: str) -> float:
    """The seconds for which an answer may be kept without asking, at most a day; 0 when its server does not say.

    >>> max_age("public, max-age=600"), max_age("max-age=99999999999"), max_age("no-cache, max-age=60"), max_age("")
    (600.0, 86400.0, 0.0, 0.0)
    """
    said = {name.strip(): value.strip(' "') for name, _, value in (part.partition("=") for part in cache_control.lower().split(","))}
    seconds = said.get("max-age", "")
    if said.keys() & {"no-cache", "no-store"} or not (seconds.isascii() and seconds.isdigit()):
        return 0.0
    return float(min(int(seconds[:12]), COPY_MAX_AGE))


def header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
