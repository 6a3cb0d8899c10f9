"""The browser of a run: begun when the first page is to be drawn, ended with the run."""

import asyncio
import itertools
import logging
import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest, NotConfigured
from scrapy.http import HtmlResponse, Response

from crawler.guard.resolver import lookup_of_reactor
from crawler.middlewares.guard import GuardMiddleware
from crawler.render import DRAWN, WHOLE, browser_path, missing
from crawler.render.drawing import Drawing, RenderError
from crawler.render.gate import Gate
from crawler.render.processes import kill, processes_below

if TYPE_CHECKING:
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

logger = logging.getLogger(__name__)

START_SECONDS: Final = 60
CLOSE_SECONDS: Final = 5
LED_MAX: Final = 5  # pages after each other that lead elsewhere by script
LOOK_SECONDS: Final = 0.5  # between two looks at the browser's memory
SWITCHES: Final = (
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # names are looked up by the gate and nowhere else
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-features=LocalNetworkAccessChecks",  # the gate decides, not a dialogue that nobody sees
)
NOWHERE: Final = {"server": "http://127.0.0.1:1"}  # what belongs to no page of ours does not reach the network


class Renderer:
    """Draws pages that a script makes. An extension, so that both download handlers and the spider know one."""

    def __init__(self, crawler: Crawler, browser: str) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.path = browser
        self.seconds = settings.getfloat("RENDER_TIMEOUT")
        self.idle = settings.getfloat("RENDER_IDLE")
        self.most_requests = settings.getint("RENDER_MAX_REQUESTS")
        self.most_bytes = settings.getint("RENDER_MAXSIZE")
        self.most_memory = settings.getint("RENDER_MAX_MEMORY")
        self._room = asyncio.Semaphore(settings.getint("RENDER_AT_ONCE"))
        self._starting = asyncio.Lock()
        self._browser: ScrapyPlaywrightDownloadHandler | None = None
        self._processes: dict[ScrapyPlaywrightDownloadHandler, set[int]] = {}  # of browsers that run
        self._names = itertools.count(1)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        wanted = crawler.settings.get("RENDER_BROWSER")
        path = browser_path(wanted)
        if missing(wanted) is not None or path is None:
            raise NotConfigured
        renderer = cls(crawler, path)
        crawler.signals.connect(renderer.close, signal=signals.engine_stopped)
        return renderer

    async def draw(self, request: Request, page: HtmlResponse) -> Response:
        """The answer to *request*: *page* as it is when its scripts have run, or a redirect to where they lead.

        Raises Scrapy's download errors, and :class:`RenderError` when the browser fails.
        """
        async with self._room:
            browser = await self._begin()
            try:
                async with asyncio.timeout(self.seconds):
                    return await self._draw(browser, request, page)
            except TimeoutError:
                raise DownloadTimeoutError(f"not drawn within {self.seconds:g} seconds (RENDER_TIMEOUT)") from None

    async def _draw(self, browser: "ScrapyPlaywrightDownloadHandler", request: Request, page: HtmlResponse) -> Response:
        from scrapy_playwright.page import PageMethod

        name = f"page {next(self._names)}"
        drawing = Drawing(page, self._permits, self.most_requests, self.most_bytes, self.idle)
        guard = self.crawler.get_downloader_middleware(GuardMiddleware)
        assert guard is not None
        async with Gate(self.most_bytes, lookup_of_reactor().addresses, guard.ports.permits) as gate:
            asked = request.replace(
                body=b"", callback=None, errback=None, cb_kwargs={},
                meta={
                    "playwright": True,
                    "playwright_context": name,
                    "playwright_context_kwargs": self._context(gate),
                    "playwright_page_init_callback": drawing.guard,
                    "playwright_page_goto_kwargs": {"wait_until": "commit"},
                    "playwright_page_methods": [PageMethod(drawing.look)],
                },
            )  # fmt: skip
            work = asyncio.create_task(browser.download_request(asked))
            try:
                await self._watch(work, gate, browser)
            except Exception as error:
                if drawing.elsewhere is None and drawing.html is None:
                    raise self._problem(drawing, gate, error) from error
            finally:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)
                await self._end_page(browser, name)
        self._count(drawing, gate)
        if drawing.elsewhere is not None and request.meta["drawn"] >= LED_MAX:
            raise DownloadCancelledError(f"its script leads to {drawing.elsewhere}, as those of {LED_MAX - 1} pages before led to it")
        if drawing.elsewhere is not None:
            return Response(page.url, status=302, headers={"Location": drawing.elsewhere, DRAWN: WHOLE})
        if drawing.html is None or drawing.problem is not None or gate.overrun:
            raise self._problem(drawing, gate, RenderError("the page was not drawn"))
        lacks = f"{drawing.forbidden} requests" if drawing.forbidden else WHOLE
        headers = {"Content-Type": "text/html; charset=utf-8", DRAWN: lacks}
        return HtmlResponse(page.url, headers=headers, body=drawing.html.encode("utf-8", "replace"), encoding="utf-8", ip_address=page.ip_address)

    async def _watch(self, work: "asyncio.Task[Any]", gate: Gate, browser: "ScrapyPlaywrightDownloadHandler") -> None:
        """Wait for *work*, as long as it keeps to what it may use."""
        while not work.done():
            await asyncio.wait([work], timeout=LOOK_SECONDS)
            if gate.overrun or not self.crawler.crawling:
                raise DownloadCancelledError("the run ends")
            if not work.done() and sum(processes_below().values()) > self.most_memory:
                await self._stop(browser)  # a page that eats memory does not close when it is asked to
                raise DownloadCancelledError(f"the browser has more than {self.most_memory} bytes of memory (RENDER_MAX_MEMORY)")
        work.result()

    def _problem(self, drawing: Drawing, gate: Gate, error: Exception) -> Exception:
        """What went wrong, in one of the errors that a verdict is made of."""
        if gate.overrun:
            return DownloadCancelledError(f"its page fetches more than {self.most_bytes} bytes (RENDER_MAXSIZE)")
        known = drawing.problem or error
        if isinstance(known, DownloadCancelledError | RenderError):
            return known
        return RenderError(f"the browser failed: {first_line(known)}")

    async def _permits(self, url: str) -> bool:
        """Whether robots.txt of the page's own host, which is known already, lets *url* be fetched."""
        robots = self.crawler.get_downloader_middleware(RobotsTxtMiddleware)
        if robots is None:
            return True
        try:
            await robots.process_request(Request(url))
        except IgnoreRequest:
            return False
        return True

    def _context(self, gate: Gate) -> dict[str, Any]:
        """A page has a context of its own: cookies, cache and the way to the network end with it."""
        return {
            "user_agent": self.crawler.settings["USER_AGENT"],
            "locale": "en-US",
            "timezone_id": "UTC",
            "viewport": {"width": 1280, "height": 3000},
            "service_workers": "block",
            "accept_downloads": False,
            "ignore_https_errors": not self.crawler.settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"),
            "proxy": {"server": gate.url, "bypass": "<-loopback>"},
        }

    async def _begin(self) -> "ScrapyPlaywrightDownloadHandler":
        """The browser, started where there is none; :class:`RenderError` when it does not start."""
        from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

        async with self._starting:
            if self._browser is not None:
                return self._browser
            logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)  # what fails is told by verdicts
            browser = ScrapyPlaywrightDownloadHandler.from_crawler(self.crawler)
            options = {
                "executable_path": self.path, "headless": True, "args": list(SWITCHES), "proxy": NOWHERE,
                "chromium_sandbox": os.geteuid() != 0,  # it cannot be had as root
                "handle_sigint": False, "handle_sigterm": False, "handle_sighup": False,
                "timeout": 1000 * START_SECONDS,
            }  # fmt: skip
            browser.config = replace(browser.config, launch_options=options, navigation_timeout_ms=1000 * self.seconds, download_timeout_secs=1, target_closed_max_retries=0)
            self._browser = browser
            self._processes[browser] = set()
            before = processes_below()
            try:
                async with asyncio.timeout(START_SECONDS):
                    await browser._maybe_launch_in_thread()  # it waits for the start of the engine, which is past
                    self._processes[browser] = processes_below().keys() - before.keys()
                    await browser._maybe_launch_browser()
            except Exception as error:
                await self._stop(browser)
                raise RenderError(f"{self.path} does not start: {first_line(error)}") from error
            return browser

    async def _end_page(self, browser: "ScrapyPlaywrightDownloadHandler", name: str) -> None:
        """Close the page's context; a browser that does not do so in time is ended."""
        held = browser.context_wrappers.get(name)
        if held is None:
            return
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await held.context.close()
        except Exception:
            await self._stop(browser)

    async def _stop(self, browser: "ScrapyPlaywrightDownloadHandler") -> None:
        """End *browser* if it still runs; the next page begins a new one."""
        if self._browser is browser:
            self._browser = None
        processes = self._processes.pop(browser, None)
        if processes is None:
            return
        with suppress(Exception):
            async with asyncio.timeout(CLOSE_SECONDS):
                await browser.close()
                while processes & processes_below().keys():  # it clears away its files
                    await asyncio.sleep(0.05)
        kill(processes)

    def _count(self, drawing: Drawing, gate: Gate) -> None:
        stats = self.crawler.stats
        assert stats is not None
        for name, number in (("pages", 1), ("requests", drawing.requests), ("bytes", gate.bytes), ("refused", len(gate.refused)), ("forbidden", drawing.forbidden)):
            stats.inc_value(f"render/{name}", number)
        for refused in gate.refused:
            logger.info("%s: not let through: %s", drawing.page.url, refused)

    async def close(self) -> None:
        for browser in list(self._processes):
            await self._stop(browser)


def first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
