"""How a board that has not changed is told without reading it."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from scrapy.http import Response


class Memory(NamedTuple):
    """The response that held a whole board, and the code that read it."""

    url: str
    etag: str | None
    last_modified: str | None
    digest: str  # of the body
    code: str
    platform: str  # what the board turned out to be served by

    def headers(self) -> dict[str, str]:
        """What asks a server for no more than the news.

        Servers are asked also where they forbid caches to keep an answer: what is kept here is no copy of it.
        """
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


def memory_of(response: Response, url: str, platform: str) -> Memory:
    return Memory(url, header(response, "ETag"), header(response, "Last-Modified"), digest(response.body), code(), platform)


def same(response: Response, memory: Memory) -> bool:
    """Whether *response* says, by its status or by its bytes, what it said when *memory* was made."""
    return response.status == 304 or digest(response.body) == memory.digest


def digest(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


@cache
def code() -> str:
    """A digest of our own code: a reader that was improved reads what has not changed, too."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return blake2b("\n".join(f"{f.name} {f.stat().st_size} {f.stat().st_mtime_ns}" for f in files).encode(), digest_size=8).hexdigest()
