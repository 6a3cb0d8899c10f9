"""One page in the browser: what it may fetch, when it is ready, what it shows then."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import HtmlResponse

from crawler.platforms import platform_by_address

if TYPE_CHECKING:
    from playwright.async_api import Page, Route
    from playwright.async_api import Request as Wanted

FETCHED: Final = frozenset(("script", "stylesheet", "xhr", "fetch"))  # never images, fonts, media, frames, sockets, downloads
METHODS: Final = frozenset(("GET", "HEAD", "POST", "OPTIONS"))
QUIET_SECONDS: Final = 0.5  # without a request: the page is ready
STEP_SECONDS: Final = 0.05
SANDBOX: Final = "sandbox allow-scripts allow-same-origin allow-forms"  # and no downloads, windows, dialogues, before a request is made for them
BOARDS_NAMED: Final = 20  # of known platforms whose addresses a page fetched
NOT_HANDED_ON: Final = frozenset((b"content-encoding", b"content-length", b"transfer-encoding", b"connection", b"refresh", b"content-disposition"))


class RenderError(OSError):
    """The browser failed at a page. As an ``OSError`` it is retried, and once: another page may have taken the browser down."""


class Drawing:
    """*page*, which the browser gets as it came, and what it makes of it.

    ``html`` is the page drawn, else ``elsewhere`` the address that its script leads to. The limits: *requests* of one
    page, *size* in characters, *idle* seconds of waiting for a quiet network, twice. *permits* says whether an
    address of the page's own host may be asked for.
    """

    def __init__(self, page: HtmlResponse, permits: Callable[[str], Awaitable[bool]], requests: int, size: int, idle: float) -> None:
        self.page = page
        self.permits = permits
        self.most_requests, self.most_size, self.idle = requests, size, idle
        self.host = urlsplit(page.url).netloc
        self.html: str | None = None
        self.elsewhere: str | None = None
        self.requests = 0
        self.forbidden = 0  # by robots.txt
        self.boards: dict[tuple[str, str], str] = {}
        self.problem: BaseException | None = None
        self._begun = False
        self._guarded = False
        self._open: set[Wanted] = set()
        self._changed = time.monotonic()

    async def guard(self, tab: "Page", request: Request) -> None:
        """Lay hands on every request of *tab* before its first one."""
        await tab.context.route("**/*", abort)  # what opens beside the page
        await tab.context.route_web_socket("**/*", ignore)
        tab.context.on("page", close)
        await tab.route("**/*", self.route)
        tab.on("request", self._began)
        tab.on("requestfinished", self._ended)
        tab.on("requestfailed", self._ended)
        self._guarded = True

    async def route(self, route: "Route", wanted: "Wanted") -> None:
        """Answer, let through or stop one request of the page."""
        try:
            if wanted.is_navigation_request():
                await self.navigate(route, wanted)
            elif await self.lets(wanted):
                self.requests += 1
                await route.continue_()
            else:
                await route.abort("blockedbyclient")
        except Exception as error:  # nobody awaits this: what goes wrong here is told at the end
            if type(error).__name__ != "TargetClosedError":
                self.problem = self.problem or error

    async def navigate(self, route: "Route", wanted: "Wanted") -> None:
        top = wanted.frame.parent_frame is None
        if top and not self._begun:
            self._begun = True
            await route.fulfill(status=200, headers=headers_of(self.page), body=self.page.body)
            return
        if top and wanted.method == "GET" and wanted.url.startswith(("http://", "https://")) and wanted.url.partition("#")[0] != self.page.url.partition("#")[0]:
            self.elsewhere = self.elsewhere or wanted.url
        await route.abort("blockedbyclient")

    async def lets(self, wanted: "Wanted") -> bool:
        parts = urlsplit(wanted.url)
        if wanted.resource_type not in FETCHED or parts.scheme not in ("http", "https") or wanted.method not in METHODS:
            return False
        if self.requests >= self.most_requests:
            self.problem = self.problem or DownloadCancelledError(f"its page makes more than {self.most_requests} requests (RENDER_MAX_REQUESTS)")
            return False
        if parts.netloc == self.host and not await self.permits(wanted.url):
            self.forbidden += 1
            return False
        if len(self.boards) < BOARDS_NAMED and (match := platform_by_address(wanted.url)) is not None:
            self.boards.setdefault((match[0].name, match[1]), wanted.url)
        return True

    def _began(self, wanted: "Wanted") -> None:
        self._open.add(wanted)
        self._changed = time.monotonic()

    def _ended(self, wanted: "Wanted") -> None:
        self._open.discard(wanted)
        self._changed = time.monotonic()

    async def look(self, tab: "Page") -> None:
        """Wait until the page is drawn, scroll to its end once for lists that wait for that, and keep what it shows."""
        if not self._guarded:
            raise RenderError("its requests could not be guarded")
        with suppress(TimeoutError):
            async with asyncio.timeout(self.idle):
                await tab.wait_for_load_state("domcontentloaded")
        cdp = await tab.context.new_cdp_session(tab)
        await self.quiet()
        if self.elsewhere is None:
            await evaluate(cdp, "window.scrollTo(0, document.documentElement.scrollHeight)")
            self._changed = time.monotonic()
            await self.quiet()
        if self.elsewhere is None:
            drawn = await evaluate(cdp, f"({snapshot()})({self.most_size})")
            if not isinstance(drawn, str):
                raise DownloadCancelledError(f"it has {drawn} characters when it is drawn, the limit is {self.most_size} (RENDER_MAXSIZE)")
            self.html = f"<!DOCTYPE html>\n{drawn}{self.remark()}"
        await tab.goto("about:blank")  # its scripts end here

    async def quiet(self) -> None:
        """Wait until the page has asked for nothing for a while, or is not to be waited for."""
        end = time.monotonic() + self.idle
        while self.elsewhere is None and self.problem is None and (now := time.monotonic()) < end:
            if not self._open and now - self._changed >= QUIET_SECONDS:
                return
            await asyncio.sleep(STEP_SECONDS)

    def remark(self) -> str:
        """The boards of known platforms that the page fetched its list from, for whoever reads it: nothing else in it may name them."""
        addresses = " ".join(url.replace("--", "%2D%2D").replace(">", "%3E") for url in self.boards.values() if len(url) < 500)
        return f"\n<!-- fetched from {addresses} -->" if addresses else ""


async def evaluate(cdp: Any, code: str) -> Any:
    """The value of *code* in a world of its own, where the page's scripts have changed nothing."""
    tree = await cdp.send("Page.getFrameTree")
    world = await cdp.send("Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "careers"})
    answer = await cdp.send("Runtime.evaluate", {"expression": code, "contextId": world["executionContextId"], "returnByValue": True})
    if problem := answer.get("exceptionDetails"):
        raise RenderError(f"its page cannot be read: {json.dumps(problem)[:200]}")
    return answer["result"].get("value")


@cache
def snapshot() -> str:
    return Path(__file__).with_name("snapshot.js").read_text("utf-8")


async def abort(route: "Route") -> None:
    with suppress(Exception):
        await route.abort("blockedbyclient")


def ignore(socket: Any) -> None:
    """A socket that is never connected."""


async def close(tab: "Page") -> None:
    with suppress(Exception):
        await tab.close()


def headers_of(page: HtmlResponse) -> dict[str, str]:
    """The headers of *page* as the browser is to see them: its body is decompressed, its charset known, and it is locked in."""
    headers = {
        name.decode("latin-1"): ("\n" if name.lower() == b"set-cookie" else ", ").join(value.decode("latin-1") for value in values)
        for name, values in page.headers.items()
        if name.lower() not in NOT_HANDED_ON
    }
    policy = ", ".join([*(value for name, value in headers.items() if name.lower() == "content-security-policy"), SANDBOX])
    return {**headers, "Content-Type": f"text/html; charset={page.encoding}", "Content-Security-Policy": policy}
