"""Which ports may be connected to."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Self
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class Ports:
    """Ports that may be connected to: some of every host (``80``, ``8000-8999``), and of a host those that the user's list names.

    Raises :class:`ValueError` on an entry that is no port and no range.
    """

    def __init__(self, entries: Iterable[str | int]) -> None:
        self.ranges: list[range] = []
        self.named: set[tuple[str, int]] = set()
        for entry in entries:
            first, _, last = str(entry).partition("-")
            if not (first.strip().isdigit() and (last or first).strip().isdigit()):
                raise ValueError(f"{entry!r} is no port")
            self.ranges.append(range(int(first), int(last or first) + 1))

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        return cls(settings.getlist("ALLOW_PORTS"))

    def name(self, url: str) -> None:
        """Let in the port of *url*, an address of the user's list, at its own host."""
        self.named.add(named_by(url))

    def permits(self, host: str, port: int) -> bool:
        return any(port in ports for ports in self.ranges) or (host, port) in self.named


@lru_cache(1000)
def named_by(url: str) -> tuple[str, int]:
    """The host and the port of an address of the user's list.

    >>> named_by("http://Acme.example:8080/jobs"), named_by("https://acme.example")
    (('acme.example', 8080), ('acme.example', 443))
    """
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]
