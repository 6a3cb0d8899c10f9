"""What one board may cost: requests, pages, postings and time; and the traps that would cost all of it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final, Self
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

from crawler.extensions.ledger import BoardRun
from crawler.platforms import serves

BARREN_MAX: Final = 5  # pages after each other without a posting
PARTS_MAX: Final = 20  # of a path
REPEATS_MAX: Final = 2  # of one part of a path
GROWTH: Final = (2, 1000)  # a total that is more than twice the first one, and 1,000, grows while it is read


@dataclass(frozen=True)
class Limits:
    """Those of every board, from the settings ``BOARD_MAX_*`` and ``UNPROVED_MAX_*``."""

    requests: int
    postings: int
    pages_unproved: int
    postings_unproved: int
    seconds: float
    slow: float
    platform_bytes: int
    platform_seconds: float

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        return cls(
            settings.getint("BOARD_MAX_REQUESTS"), settings.getint("BOARD_MAX_POSTINGS"),
            settings.getint("UNPROVED_MAX_PAGES"), settings.getint("UNPROVED_MAX_POSTINGS"),
            settings.getfloat("BOARD_MAX_SECONDS"), settings.getfloat("BOARD_MAX_SLOW"),
            settings.getint("PLATFORM_MAXSIZE"), settings.getfloat("PLATFORM_TIMEOUT"),
        )  # fmt: skip

    def meta(self, url: str) -> dict[str, Any]:
        """What a request for *url* may have besides the rest: the hosts of known platforms send whole boards in one answer."""
        if serves(urlsplit(url).hostname or "") is None:
            return {}
        return {"download_maxsize": self.platform_bytes, "download_timeout": self.platform_seconds}

    def stop(self, run: BoardRun, listing: bool) -> str | None:
        """Why nothing more is to be asked for the board of *run*, a page of its *listing* or a posting's; ``None`` while it may be."""
        if (late := self.late(run)) is not None:
            return late
        if len(run.asked) >= self.requests:
            return f"stopped after {self.requests} requests (BOARD_MAX_REQUESTS)"
        if not listing:
            return self.enough(run, len(run.asked) - run.listing_pages)
        if not proves_itself(run) and run.listing_pages >= self.pages_unproved:
            return f"stopped after {self.pages_unproved} pages of a listing that says no total (UNPROVED_MAX_PAGES)"
        return None

    def enough(self, run: BoardRun, postings: int) -> str | None:
        """Why no more than *postings* of the board of *run* are read; ``None`` while there may be more."""
        if proves_itself(run):
            return f"stopped after {self.postings} postings (BOARD_MAX_POSTINGS)" if postings >= self.postings else None
        return f"stopped after {self.postings_unproved} postings of a listing that says no total (UNPROVED_MAX_POSTINGS)" if postings >= self.postings_unproved else None

    def late(self, run: BoardRun) -> str | None:
        """Why the board of *run* has had its time; ``None`` while it has some left."""
        if run.slow > self.slow:
            return f"stopped after waiting {self.slow:g} seconds for slow answers (BOARD_MAX_SLOW)"
        return f"stopped after {self.seconds:g} seconds (BOARD_MAX_SECONDS)" if run.seconds > self.seconds else None


def proves_itself(run: BoardRun) -> bool:
    """Whether something else than its own pages tells how large the board of *run* is: a known platform's host, or a total."""
    return run.account.advertised is not None or serves(urlsplit(run.url).hostname or "") is not None


def grows(first: int, total: int) -> bool:
    """Whether a board that said *first* and now says *total* postings never ends.

    >>> grows(40, 42), grows(40, 2000), grows(20_000, 20_100)
    (False, True, False)
    """
    return total > GROWTH[0] * first and total > first + GROWTH[1]


def trap_in(url: str) -> str | None:
    """What in *url* shows that links to it never end, ``None`` for most.

    >>> trap_in("https://acme.example/jobs/a/jobs/b/jobs/c")
    "the part 'jobs' of its path stands there 3 times"
    >>> trap_in("https://acme.example/jobs/2026/10/10/cook-10")
    """
    parts = [part for part in urlsplit(url).path.split("/") if part]
    if len(parts) > PARTS_MAX:
        return f"its path has {len(parts)} parts"
    part, times = Counter(part for part in parts if not part.isdigit()).most_common(1)[0] if len(parts) > REPEATS_MAX and not all(map(str.isdigit, parts)) else ("", 0)
    return f"the part {part[:40]!r} of its path stands there {times} times" if times > REPEATS_MAX else None
