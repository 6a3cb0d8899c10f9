"""A look at every board of a list: which software serves it, how many postings it says it has, whether it is still there.

The crawl's own spider asks, with its manners, but only for the first page of each board: a posting is counted and not read.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.boards import BoardEntry
from crawler.duplicates.employer import read_employer, relation
from crawler.extensions.ledger import BoardRun, Ledger, board_id
from crawler.platforms import PLATFORMS, own_domains, platform_by_address, platform_for
from crawler.platforms.base import Ask, BoardRef
from crawler.reader import Found
from crawler.spiders.careers import CareersSpider, own_key
from crawler.verdicts import Failure, verdict_of

LOOKS = 6  # requests of a board at most: some begin with a page that only leads to the listing
GOOD = frozenset({"found", "empty", "same", "known"})


@dataclass(slots=True)
class Surveyed:
    """One board of a list, or an address that leads to none.

    *found_by*: ``address`` (it says the platform by itself), ``page`` (the page leads to the board), ``content`` (what the
    page holds has the platform's form), ``catalogue`` (it was seen to be, and nothing was asked).
    *state*: ``found``; ``empty``, proved; ``same``, a board that a line before has; ``known`` and ``unknown`` when nothing was asked; else the verdict that a crawl would give, and *why*.
    *employer* is the name that the board's postings bear.
    """

    entry: BoardEntry
    state: str
    platform: str | None = None
    key: str | None = None
    found_by: str | None = None
    postings: int | None = None
    more: bool = False  # than *postings*, on further pages
    employer: str | None = None
    why: str = ""

    @property
    def board_url(self) -> str:
        """Where a crawl should begin: the board on its platform, else the address of the list."""
        platform = PLATFORMS.get(self.platform or "")
        if platform is None or self.key is None or self.found_by == "content":
            return self.entry.url
        url = platform.board_url(self.key)
        match = platform_by_address(url)
        return url if match is not None and match == (platform, self.key) else self.entry.url


@dataclass(slots=True)
class Seen:
    """What one board's responses showed."""

    urls: set[str] = field(default_factory=set)  # of postings that are linked
    employers: Counter[str] = field(default_factory=Counter)
    more: bool = False


@dataclass(slots=True)
class Claim:
    """A line's way to a board."""

    url: str
    board: str
    found_by: str


class SurveySpider(CareersSpider):
    """Asks for the first page of every board, and for a further one only while none of its postings was seen."""

    name = "boards"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.claims: list[Claim] = []
        self.entered: set[str] = set()  # boards
        self.seen: dict[tuple[str, str], Seen] = {}
        self.results: dict[str, tuple[BoardRun, Failure]] = {}  # by the name that the board was entered under

    async def start(self) -> AsyncIterator[Request]:
        ledger = self.crawler.get_extension(Ledger)
        assert ledger is not None
        ledger.on_done.append(self.board_done)
        async for request in super().start():
            yield request

    def open(self, entry: BoardEntry, ref: BoardRef | None = None) -> Iterator[Request]:
        match = (PLATFORMS[ref.platform], ref.key) if ref else platform_by_address(entry.url)
        board = board_id(match[0].name, match[1]) if match else board_id(None, own_key(entry.url))
        self.claims.append(Claim(entry.url, board, "page" if ref else "address" if match else "content"))
        if board in self.entered:
            self.ledger.done += 1
            return
        self.entered.add(board)
        yield from super().open(entry, ref)

    def ask(self, run: BoardRun, ask: Ask, callback: Any, errback: Any, **kwargs: Any) -> Iterator[Request]:
        seen = self.seen_of(run)
        if callback == self.parse_posting:
            seen.urls.add(ask.url)
            run.met.add((ask.url, ask.body))
        elif callback == self.parse_listing and (seen.urls or run.ids or run.requests >= LOOKS):
            seen.more = True
        else:
            yield from super().ask(run, ask, callback, errback, **kwargs)

    def found(self, response: Response, run: BoardRun, found: Found, listed: str | None = None) -> Iterator[Any]:
        assert found.draft.id is not None
        run.ids.add(found.draft.id)
        if found.draft.company:
            self.seen_of(run).employers[found.draft.company] += 1
        yield from ()

    def seen_of(self, run: BoardRun) -> Seen:
        return self.seen.setdefault((run.url, run.key), Seen())

    def board_done(self, run: BoardRun, _: Failure) -> None:
        entered = (
            run.board if run.board in self.entered else board_id(None, run.key)
        )  # renamed since: a platform under an own domain
        self.results[entered] = (run, verdict_of(run.account))

    def surveyed(self) -> list[Surveyed]:
        """The boards in the order of the list."""
        assert self.plan is not None
        by_url: dict[str, list[Claim]] = {}
        for claim in self.claims:
            by_url.setdefault(claim.url, []).append(claim)
        taken: set[str] = set()
        found = []
        for entry in self.plan.boards:
            claims = by_url.get(entry.url, [])
            if len(claims) > 1:  # the page stands for the boards that it leads to
                claims = [claim for claim in claims if claim.found_by == "page"]
            found += [self.line(entry, claim, taken) for claim in claims] or [
                Surveyed(entry, "error", why="the run ended before it was asked for")
            ]
        return found

    def line(self, entry: BoardEntry, claim: Claim, taken: set[str]) -> Surveyed:
        result = self.results.get(claim.board)
        if result is None:
            return Surveyed(entry, "error", why="the run ended before it was read")
        run, verdict = result
        seen, account = self.seen_of(run), run.account
        listed = max(len(run.ids), len(seen.urls), account.unread)
        line = Surveyed(entry, verdict.verdict, run.platform, run.key, claim.found_by, why=verdict.why)
        if account.cut:
            line.state = "error"
        elif account.start is None and (listed or account.advertised):
            line.state, line.why = "found", ""
            line.postings = max(listed, account.advertised or 0)
            line.more = account.advertised is None and seen.more
        elif line.state == "empty":
            line.postings = 0
        elif run.platform == "page":  # of a page that was not read, nothing is known
            line.platform = line.key = line.found_by = None
        if claim.board in taken:
            line.state, line.why = "same", f"{run.board} is on a line before"
        elif seen.employers:
            line.employer = seen.employers.most_common(1)[0][0]
            line.why = line.why or other_employer(entry.company, line.employer)
        taken.add(claim.board)
        return line


def other_employer(company: str | None, employer: str) -> str:
    """What is said when the postings are of another company than the list has; empty when they are not, or it cannot be told."""
    if (
        company is None
        or relation(read_employer({"company": company}), read_employer({"company": employer})) != "other"
    ):
        return ""
    return f"its postings are of {employer}, the list says {company}"


def without_asking(entries: Sequence[BoardEntry]) -> list[Surveyed]:
    """What the addresses of *entries* say by themselves."""
    found = []
    for entry in entries:
        match = platform_for(entry.url)
        if match is None:
            found.append(Surveyed(entry, "unknown", why="a company's own address: its page has to be asked for"))
        else:
            by = "address" if platform_by_address(entry.url) or own_domains.of_form(entry.url) else "catalogue"
            found.append(Surveyed(entry, "known", match[0].name, match[1], by))
    return found


def exit_status(lines: Sequence[Surveyed]) -> int:
    """0 every board found, 3 some not, 4 none."""
    good = sum(line.state in GOOD for line in lines)
    return 0 if good == len(lines) else 3 if good else 4
