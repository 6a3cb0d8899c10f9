"""The resolver of the reactor: every connection of Scrapy's download handlers takes its addresses from here."""

import asyncio
from contextlib import suppress
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IHostnameResolver, IHostResolution
from zope.interface import implementer

from crawler.failures import NotAskedError
from crawler.guard.lookup import Lookup
from crawler.guard.networks import Networks


@implementer(IHostResolution)
class Resolution:
    def __init__(self, name: str) -> None:
        self.name = name
        self.task: asyncio.Task[None] | None = None

    def cancel(self) -> None:
        if self.task is not None:
            self.task.cancel()


@implementer(IHostnameResolver)
class GuardedResolver:
    """Gives out what :class:`Lookup` permits: a host that is refused has no address here, whoever asks."""

    def __init__(self, reactor: ReactorBase, lookup: Lookup) -> None:
        self.reactor, self.lookup = reactor, lookup

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        settings = crawler.settings
        return cls(reactor, Lookup(Networks.of(settings), settings.getfloat("DNS_TIMEOUT"), settings.getint("DNSCACHE_SIZE")))

    def install_on_reactor(self) -> None:
        self.reactor.installNameResolver(self)  # type: ignore[arg-type]  # zope's interfaces are no types

    def resolveHostName(  # noqa: N802 - these names are the interface's
        self, resolutionReceiver: Any, hostName: str, portNumber: int = 0, addressTypes: Any = None, transportSemantics: str = "TCP"  # noqa: N803
    ) -> Any:
        resolution = Resolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)
        resolution.task = asyncio.ensure_future(self._resolve(resolutionReceiver, hostName, portNumber))
        return resolution

    async def _resolve(self, receiver: Any, host: str, port: int) -> None:
        with suppress(NotAskedError, CannotResolveHostError):  # then it has no address
            for address in await self.lookup.addresses(host):
                receiver.addressResolved((IPv6Address if ":" in address else IPv4Address)("TCP", address, port))
        receiver.resolutionComplete()


def lookup_of_reactor() -> Lookup:
    """The look-up that the connections of this run go by; :class:`RuntimeError` where there is none, for then nothing would be guarded."""
    from twisted.internet import reactor

    resolver = getattr(reactor, "nameResolver", None)
    if not isinstance(resolver, GuardedResolver):
        raise RuntimeError("TWISTED_DNS_RESOLVER has to be crawler.guard.resolver.GuardedResolver: without it no address is checked")
    return resolver.lookup
