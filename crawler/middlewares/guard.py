"""Which addresses a request may have: scheme, host and port, before anything is asked of anybody."""

from ipaddress import ip_address
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.httpobj import urlparse_cached

from crawler.failures import NotAskedError, RefusedError
from crawler.guard.networks import Networks
from crawler.guard.ports import DEFAULT_PORTS, Ports
from crawler.limits import Limits
from crawler.verdicts import Failure


class GuardMiddleware:
    """Refuses what no board has to do with. Names are checked where they are looked up, in :mod:`crawler.guard.lookup`."""

    def __init__(self, networks: Networks, ports: Ports, limits: Limits, by_hand: bool = False) -> None:
        self.networks, self.ports, self.limits = networks, ports, limits
        self.by_hand = by_hand  # what is asked for stands on a command line of the user's: scrapy fetch, view, shell

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        plan = getattr(crawler.spider, "plan", None)
        if plan is not None and plan.recording is not None:  # nothing is connected to
            raise NotConfigured
        return cls(Networks.of(crawler.settings), Ports.of(crawler.settings), Limits.of(crawler.settings), by_hand=plan is None)

    def process_request(self, request: Request) -> None:
        parts = urlparse_cached(request)
        run = request.cb_kwargs.get("run")
        if run is not None and (late := self.limits.late(run)) is not None:  # what was asked for before has not been sent yet
            run.account.cut = run.account.cut or late
            raise NotAskedError(Failure("timed_out", late))
        if parts.scheme not in DEFAULT_PORTS:
            if parts.scheme == "file" and (self.by_hand if run is None else run.url == request.url):
                return
            raise RefusedError(f"only http and https are read, not {parts.scheme}:")
        try:
            host, port = parts.hostname, parts.port or DEFAULT_PORTS[parts.scheme]
        except ValueError as error:
            raise RefusedError(f"it is no address: {error}") from error
        if not host or "@" in parts.netloc:
            raise RefusedError("it names a user" if host else "it names no host")
        if run is not None and run.url.startswith("http"):
            self.ports.name(run.url)
        if not self.ports.permits(host, port):
            raise RefusedError(f"port {port} of {host} is neither one of ALLOW_PORTS nor named by the board's own address")
        try:
            literal = str(ip_address(host))
        except ValueError:
            return
        if (refusal := self.networks.refusal(literal, [literal])) is not None:
            raise RefusedError(refusal)
