"""What hosts asked of us, kept between runs in ``manners.db``: copies of robots.txt, and until when not to ask.

It is a cache: without it, or with a damaged one, everything is asked again.
"""

import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, Self

from scrapy.crawler import Crawler
from sqlalchemy import make_url

logger = logging.getLogger(__name__)
COPY_MAX_AGE = 24 * 3600  # seconds, by RFC 9309; an older one only makes the question conditional
FORGOTTEN = 30 * 24 * 3600  # seconds
TABLES = """
create table if not exists robots (origin text primary key, body blob not null, fetched_at real not null,
    fresh_until real not null, etag text, last_modified text);
create table if not exists holds (host text primary key, until real not null);
"""


class Copy(NamedTuple):
    """A robots.txt as it was fetched; moments are seconds since 1970."""

    body: bytes  # empty where the server has none
    fetched_at: float
    fresh_until: float  # the server's own word (Cache-Control); before that it need not be asked
    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """What asks the server for no more than the news."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class Copies:
    """The cache in the file *path*; without a path, or where the file cannot be used, it keeps nothing."""

    def __init__(self, path: Path | None, now: float) -> None:
        self.base: sqlite3.Connection | None = None
        if path is None or not path.parent.is_dir():
            return
        for _ in range(2):
            try:
                self.base = sqlite3.connect(path, timeout=2, isolation_level=None)
                self.base.execute("pragma synchronous = off")  # what is lost is asked again
                self.base.executescript(TABLES)
                self.base.execute("delete from robots where fetched_at < ?", [now - FORGOTTEN])
                self.base.execute("delete from holds where until < ?", [now])
                return
            except sqlite3.OperationalError as error:
                logger.info("%s cannot be used: %s", path, error)
                self.close()
                return
            except sqlite3.DatabaseError:  # damaged
                self.close()
                path.unlink(missing_ok=True)

    @classmethod
    def of(cls, crawler: Crawler, now: float) -> Self:
        """The cache of a run, beside its store."""
        plan: Any = getattr(crawler.spider, "plan", None)
        return cls(folder_of(plan.store_url, plan.output) / "manners.db" if plan is not None and plan.recording is None else None, now)

    def robots(self, origin: str) -> Copy | None:
        rows = self._ask("select body, fetched_at, fresh_until, etag, last_modified from robots where origin = ?", [origin])
        return Copy(*rows[0]) if rows else None

    def keep(self, origin: str, copy: Copy) -> None:
        self._ask("insert or replace into robots values (?, ?, ?, ?, ?, ?)", [origin, *copy])

    def holds(self) -> dict[str, float]:
        return dict(self._ask("select host, until from holds", []))

    def hold(self, host: str, until: float) -> None:
        self._ask("insert or replace into holds values (?, ?)", [host, until])

    def _ask(self, statement: str, values: Iterable[Any]) -> list[Any]:
        if self.base is None:
            return []
        try:
            return self.base.execute(statement, list(values)).fetchall()
        except sqlite3.Error as error:  # a full disk, another process: no reason to end a run
            logger.info("manners.db: %s", error)
            return []

    def close(self) -> None:
        if self.base is not None:
            self.base.close()
            self.base = None


def folder_of(store_url: str, output: Path) -> Path:
    """Where the state of a run is: beside its SQLite file, else in its output folder.

    >>> str(folder_of("sqlite:////data/careers.db", Path("output"))), str(folder_of("postgresql://db/careers", Path("output")))
    ('/data', 'output')
    """
    if store_url.startswith("sqlite") and (database := make_url(store_url).database) not in (None, ":memory:"):
        return Path(str(database)).parent
    return output
