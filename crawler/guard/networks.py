"""Which addresses are of the public Internet, and which others the user lets in."""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, Self

from scrapy.settings import BaseSettings

# Not told by `is_global`: what embeds an IPv4 address, and what is no public host all the same.
EMBEDS: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
INSIDE: Final = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments: a cloud's metadata, too
            "168.63.129.16/32",  # Azure's own services, from every machine in it
            "64:ff9b:1::/48",  # local translation to IPv4
            "2001::/23",  # Teredo and other assignments
            "fec0::/10",  # site-local, before there was fc00::/7
            "5f00::/16",  # segment routing
            "3fff::/20",  # documentation
        ),
    )
)
HOST: Final = re.compile(r"(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*", re.ASCII)


def embedded(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that *ip* only wraps, else *ip*.

    >>> embedded(ip_address("::ffff:10.0.0.1")), embedded(ip_address("2002:7f00:1::")), embedded(ip_address("64:ff9b::8.8.8.8"))
    (IPv4Address('10.0.0.1'), IPv4Address('127.0.0.1'), IPv4Address('8.8.8.8'))
    """
    if isinstance(ip, IPv4Address) or ip.is_loopback or ip.is_unspecified:
        return ip
    if any(ip in network for network in EMBEDS):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def is_public(address: str) -> bool:
    """Whether *address* is one of the public Internet; what is no address is none.

    >>> is_public("203.0.114.7"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    try:
        ip = embedded(ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    if any(ip in network for network in INSIDE):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified)


class Networks:
    """The public Internet, and the *private* networks and hosts (``10.0.0.0/8``, ``::1``, ``jobs.intern.example``) that a user lets in.

    Raises :class:`ValueError` on an entry that is none of these.
    """

    def __init__(self, private: Iterable[str] = ()) -> None:
        self.networks: list[IPv4Network | IPv6Network] = []
        self.hosts: set[str] = set()
        for entry in filter(None, map(str.strip, private)):
            try:
                self.networks.append(ip_network(entry, strict=False))
            except ValueError:
                if not HOST.fullmatch(entry) or entry.replace(".", "").isdigit():
                    raise ValueError(f"{entry!r} is no network, address or host") from None
                self.hosts.add(entry.lower())

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        return cls(settings.getlist("ALLOW_PRIVATE"))

    def permits(self, address: str) -> bool:
        """Whether *address* may be connected to."""
        if is_public(address):
            return True
        try:
            ip = embedded(ip_address(address.partition("%")[0]))
        except ValueError:
            return False
        return any(ip in network for network in self.networks)

    def refusal(self, host: str, addresses: Sequence[str]) -> str | None:
        """Why *host*, which has these *addresses*, is not connected to; ``None`` when it may be. One bad address is enough.

        >>> Networks().refusal("acme.example", ["8.8.8.8", "10.0.0.1"])
        'acme.example is 10.0.0.1, which is not on the public Internet (ALLOW_PRIVATE lets such addresses in)'
        >>> Networks(["10.0.0.0/8"]).refusal("acme.example", ["8.8.8.8", "10.0.0.1"])
        """
        if host.lower().rstrip(".") in self.hosts:
            return None
        bad = next((address for address in addresses if not self.permits(address)), None)
        if bad is None:
            return None
        name = bad if host == bad else f"{host} is {bad}, which"
        return f"{name} is not on the public Internet (ALLOW_PRIVATE lets such addresses in)"
