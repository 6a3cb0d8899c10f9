"""The only place that makes requests: boards -> listings -> postings."""

import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit

import orjson
import tldextract
from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure as TwistedFailure

from crawler.boards import BoardEntry
from crawler.extensions.ledger import BoardRun, Ledger, Origin, board_id
from crawler.failures import failure_of, request_of
from crawler.fields.dates import read_date, read_posted
from crawler.general.jsonld import POSTINGS_MAX as ROWS_MAX
from crawler.general.listing import POSTINGS_MAX as LINKS_MAX
from crawler.guard.markup import LARGE, forget_tree
from crawler.ids import page_id, plain_url, without_session
from crawler.limits import BARREN_MAX, Limits, grows, trap_in
from crawler.loaders import Draft, fill
from crawler.memory import Memory, link_digest, memory_of, same
from crawler.plan import Plan, plan_of
from crawler.platforms import PLATFORMS, own_domains, platform_by_address
from crawler.platforms.base import Ask, BoardRef
from crawler.reader import Found, Parsed, parse
from crawler.render import drawing_of, lack_of, missing, undrawn
from crawler.standins import led_away, stand_in
from crawler.verdicts import Failure

logger = logging.getLogger(__name__)
DOMAIN = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list that the library ships: nothing is fetched
GENERAL = frozenset({"schema_org", "page", None})
TRY_NEXT = frozenset({"gone", "blocked", "unreachable", "changed_layout", "moved", "error", "robots"})


class CareersSpider(Spider):
    """Reads every posting of a list of boards.

    Arguments: ``url=`` one board or page, or ``boards=`` a file of them, or ``companies=`` names of the catalogue; without any the user's own list, else
    the bundled sample (:func:`crawler.plan.plan_of`).
    """

    name = "careers"
    ledger: Ledger
    # What the store knows, by its pipeline:
    due: Callable[[BoardEntry], bool] = staticmethod(lambda entry: True)
    remembered: Callable[[BoardRun], Memory | None] = staticmethod(lambda run: None)
    settled: Callable[..., bool] = staticmethod(lambda run, id_, listed, old=False: False)
    knows: Callable[[BoardRun, str | None], bool] = staticmethod(lambda run, id_: False)
    known_as: Callable[[BoardRun, Draft], str | None] = staticmethod(lambda run, draft: draft.id)
    run_id: str | None = None
    done_before: frozenset[str] | set[str] = frozenset()  # boards that the run, cut off before, is through with

    def __init__(self, plan: Plan | None = None, **arguments: Any) -> None:
        super().__init__(**({} if plan else arguments))
        self.plan = plan
        self.arguments = arguments

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = spider.plan or plan_of(crawler.settings, spider.arguments)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        assert self.plan is not None
        ledger = self.crawler.get_extension(Ledger)
        assert ledger is not None
        self.ledger = ledger
        self.limits = Limits.of(self.settings)
        self.undrawable = "the archive holds it undrawn" if self.plan.recording else missing(self.settings["RENDER_BROWSER"])
        async for entry in self.boards(self.plan):
            if not self.due(entry):
                ledger.done += 1
            else:
                for request in self.open(entry):
                    yield request
            ledger.free(entry.url)

    async def boards(self, plan: Plan) -> AsyncIterator[BoardEntry]:
        """The boards to read, each when there is room for it."""
        if plan.queue:
            from crawler.fleet.source import queued_boards  # its libraries are an extra

            async for entry in queued_boards(self.crawler, plan, self.ledger):
                yield entry
            return
        for entry in plan.boards:
            await self.ledger.room()
            yield entry

    def open(self, entry: BoardEntry, ref: BoardRef | None = None) -> Iterator[Request]:
        """The first request of a board: of the platform that serves it, else of its own page."""
        ref = ref or ref_of(entry.url)
        own = ref.platform == "page"
        starts = [Ask(entry.url)] if own else PLATFORMS[ref.platform].starts(ref.key)
        run = BoardRun(board_id(*ref), *ref, entry.url, entry.company, deque(starts), render=own and entry.render)
        assert self.plan is not None
        if run.board in self.done_before or self.plan.passes_over(run.starts):
            self.ledger.done += 1
            return
        if self.ledger.open(run) is None:
            logger.info("%s leads to a board that this run has read already: %s", entry.url, run.board)
            self.ledger.done += 1
            return
        run.memory = self.remembered(run)
        yield from self.begin(run)

    def begin(self, run: BoardRun) -> Iterator[Request]:
        """Ask for the first page in the next way; where one response is the board, only for news of it."""
        ask = run.starts.popleft()
        for request in self.ask(run, ask, self.parse_start, self.start_failed):
            if run.memory is not None and run.memory.url == ask.url:
                request.headers.update(run.memory.headers())
                request.meta["handle_httpstatus_list"] = [304]
            yield request

    def ask(self, run: BoardRun, ask: Ask, callback: Any, errback: Any, **kwargs: Any) -> Iterator[Request]:
        """The request of *ask*, entered in the ledger; nothing when the board has made it already."""
        try:
            scheme = urlsplit(ask.url).scheme
            headers = {**({"Content-Type": "application/json"} if ask.json is not None else {}), **ask.headers}
            request = Request(
                ask.url, callback, method=ask.method, body=ask.body, headers=headers, errback=errback, dont_filter=True,
                cb_kwargs={"run": run, "asked": ask, **kwargs}, meta=self.limits.meta(ask.url),
            )  # fmt: skip
        except (ValueError, TypeError) as error:  # a page may link to anything
            run.reject(f"cannot be asked for: {error}"[:300], ask.url, "")
            return
        if scheme not in ("http", "https") and not (scheme == "file" and ask.url == run.url):
            return
        listing = callback != self.parse_posting
        met = without_session(ask.url), ask.body
        if met in run.met:
            return
        if callback != self.parse_start and (trap := trap_in(ask.url)) is not None:
            run.met.add(met)
            run.reject(f"looks like one of links without end: {trap}", ask.url, "")
            run.account.pages += [Failure("error", f"{ask.url[:200]} was not asked for: {trap}")] if listing else []
            return
        if (why := self.limits.stop(run, listing)) is not None:
            run.account.cut = run.account.cut or why
            return
        run.met.add(met)
        run.asked[ask.url, ask.body] = len(run.asked)
        run.listing_pages += listing
        run.pending += 1
        run.requests += 1
        yield request

    # Callbacks

    def parse_start(self, response: Response, run: BoardRun, asked: Ask) -> Iterator[Any]:
        yield from self.answered(run, self.read_start(response, run, asked), response)

    def parse_listing(self, response: Response, run: BoardRun, asked: Ask, barren: int = 0) -> Iterator[Any]:
        yield from self.answered(run, self.read_page(response, run, asked, barren), response)

    def parse_posting(self, response: Response, run: BoardRun, asked: Ask, listed: Found | None = None) -> Iterator[Any]:
        yield from self.answered(run, self.read_posting(response, run, asked, listed), response)

    def answered(self, run: BoardRun, results: Iterator[Any], response: Response) -> Iterator[Any]:
        """Hand on *results* of one response and cross its request off, whatever happens."""
        run.bytes += len(response.body)
        run.heard = time.monotonic()
        try:
            yield from results
        except Exception as error:
            if not self.ledger.stopped:
                logger.exception("Reading %s failed", response.url)
            run.account.cut = f"reading {response.url} failed: {error!r}"[:300]
        finally:
            run.pending -= 1
            self.ledger.settle(run)

    def understand(self, response: Response, run: BoardRun, asked: Ask) -> Parsed:
        parsed = parse(response, PLATFORMS[run.platform] if run.platform != "page" else None, run.key, asked)
        for reason, row, id_ in parsed.rejected:
            run.reject(reason, response.url, as_text(row))
            run.unread.update([id_] if id_ else [])
        if parsed.broken is not None:
            run.account.pages.append(parsed.broken)
        for key, count in parsed.unread.items():
            self.crawler.stats.inc_value(f"unread/{parsed.platform}/{key}", count)
        return parsed

    def read_start(self, response: Response, run: BoardRun, asked: Ask) -> Iterator[Any]:
        if run.memory is not None and run.memory.url == asked.url and same(response, run.memory) and not self.more_recorded(response, run, asked):
            run.unchanged, run.account.start = True, None
            if run.memory.platform != run.platform:
                self.ledger.rename(run, run.memory.platform)
            return
        parsed = self.understand(response, run, asked)
        if run.platform == "page" and (boards := leads_to(parsed, response.url)):
            run.replaced = True  # its line in boards.jsonl is theirs
            entry = BoardEntry(run.url, run.company)
            for ref in boards:
                yield from self.open(entry, ref)
            return
        if not parsed.recognised and run.platform != "page":
            run.account.start = run.account.start or parsed.broken or stand_in(response) or Failure("changed_layout", f"{response.url} has none of the forms that {run.platform} is known by")
            if run.starts:
                yield from self.begin(run)
            return
        run.account.start = None
        if run.platform == "page" and (moved := moved_to(asked.url, response.url)):
            run.account.start = stand_in(response) or Failure("moved", f"leads to {moved}; put that address into the list if it is the same company")
            return
        if run.platform == "page" and parsed.platform not in GENERAL:
            self.ledger.rename(run, parsed.platform)  # a platform under the company's own domain
        run.kept = memory_of(response, asked.url, run.platform)
        if run.platform == "page" and undrawn(response, parsed, run.render):
            yield from self.draw(response, run)
            return
        yield from self.read_listing(response, run, asked, parsed)

    def more_recorded(self, response: Response, run: BoardRun, asked: Ask) -> bool:
        """Whether the archive of a replay has more of the board than the page that proves it: then that is read, too."""
        assert run.memory is not None
        assert self.plan is not None
        if self.plan.recording is None or run.memory.until is None:
            return False
        parsed = parse(response, PLATFORMS[run.platform] if run.platform != "page" else None, run.key, asked)
        asks = [*parsed.next_asks, *parsed.posting_asks, *(found.detail for found in parsed.found if found.detail is not None)]
        return any(self.recorded(ask) for ask in asks)

    def recorded(self, ask: Ask) -> bool:
        """Whether this is a replay whose archive answers *ask*."""
        assert self.plan is not None
        return self.plan.recording is not None and self.plan.recording.holds(ask.method, ask.url, ask.body)

    def draw(self, response: Response, run: BoardRun) -> Iterator[Request]:
        """Ask for the page of *response* once more, as a browser draws it; where that cannot be, it is a page that failed."""
        if self.undrawable is not None:
            run.account.pages.append(Failure("changed_layout", f"{response.url} is drawn by script: {self.undrawable}"))
            return
        run.drawn = True
        run.pending += 1
        run.requests += 1
        yield drawing_of(response)

    def read_page(self, response: Response, run: BoardRun, asked: Ask, barren: int) -> Iterator[Any]:
        parsed = self.understand(response, run, asked)
        if run.platform == "page" and undrawn(response, parsed, run.render):
            yield from self.draw(response, run)
            return
        if not parsed.recognised:
            run.account.pages.append(stand_in(response) or Failure("changed_layout", f"{response.url} is no page of the listing"))
            return
        yield from self.read_listing(response, run, asked, parsed, barren)

    def read_listing(self, response: Response, run: BoardRun, asked: Ask, parsed: Parsed, barren: int = 0) -> Iterator[Any]:
        """Hand on what a page of the listing holds, and ask for the rest; *barren* pages before it held no posting."""
        account = run.account
        run.pages[run.asked[asked.url, asked.body]] = [read_date(found.draft.date_posted) for found in parsed.found] if run.pages or parsed.next_asks else []
        account.recognised = account.recognised or parsed.recognised
        account.says_empty = account.says_empty or parsed.says_empty
        account.capped = account.capped or parsed.capped
        if parsed.total is not None:
            account.advertised = max(account.advertised or 0, parsed.total)
            run.first_total = parsed.total if run.first_total is None else run.first_total
        account.unread += len(parsed.rejected)
        if not (parsed.found or parsed.posting_asks):
            if (lack := lack_of(response)) is not None:
                account.pages.append(lack)
            elif not (parsed.says_empty or parsed.next_asks) and (other := stand_in(response)) is not None:
                account.pages.append(other)
                if other.verdict == "gone":
                    run.gone.add(page_id(run.url))  # the address may be that of one posting
        if len(response.body) > LARGE:
            forget_tree(response)
        known, links = len(run.ids), len(run.met)
        for found in parsed.found:
            yield from self.found(response, run, found)
        for ask in parsed.posting_asks:
            if self.recorded(ask) or not self.settled(run, None, link_digest(ask.url, ask.body)):
                yield from self.ask(run, ask, self.parse_posting, self.posting_failed)
            else:
                run.met.add((without_session(ask.url), ask.body))
        yield from self.read_on(run, parsed, len(run.ids) > known or len(run.met) > links, barren)
        account.listed = len(run.ids)

    def read_on(self, run: BoardRun, parsed: Parsed, fresh: bool, barren: int) -> Iterator[Request]:
        """Ask for the next pages of the listing, unless they would have no end: this one held nothing *fresh*, or the total grows."""
        account = run.account
        held = bool(parsed.found or parsed.posting_asks)
        if max(len(parsed.posting_asks) / LINKS_MAX, len(parsed.found) / ROWS_MAX) >= 1 and run.platform == "page":
            account.cut = account.cut or f"one of its pages has more postings than are read of one ({len(parsed.found) or len(parsed.posting_asks)})"
        if not parsed.next_asks or (held and not fresh):
            return
        barren = 0 if held else barren + 1
        if barren > BARREN_MAX:
            account.cut = account.cut or f"stopped after {BARREN_MAX} pages of the listing without a posting"
        elif run.first_total is not None and parsed.total is not None and grows(run.first_total, parsed.total):
            account.cut = account.cut or f"stopped: the board said that it has {run.first_total} postings, then {parsed.total}"
        else:
            for ask in parsed.next_asks:
                yield from self.ask(run, ask, self.parse_listing, self.page_failed, barren=barren)

    def found(self, response: Response, run: BoardRun, found: Found, listed: str | None = None) -> Iterator[Any]:
        """Hand on a posting, or ask for its own page; *listed* stands for what the listing says of the page it is on."""
        draft = found.draft
        draft.id = self.known_as(run, draft)
        assert draft.id is not None
        draft.board, draft.read_at = run.key, response.meta.get("fetched_at")
        if draft.id in run.ids:
            run.repeated += 1
            return
        if (why := self.limits.enough(run, len(run.ids))) is not None:
            run.account.cut = run.account.cut or why
            return
        run.ids.add(draft.id)
        run.account.listed = len(run.ids)
        old = self.old(draft, response)
        if old and not self.knows(run, draft.id):
            run.left_out += 1
            return
        if found.detail is None:
            yield self.out(response, run, draft, listed=listed)
            return
        if not self.recorded(found.detail) and self.settled(run, draft.id, found.listed or "", old):
            return
        requests = list(self.ask(run, found.detail, self.parse_posting, self.posting_failed, listed=found))
        if not requests:  # asked before, or one too many
            yield self.out(response, run, draft, "no_detail")
        yield from requests

    def read_posting(self, response: Response, run: BoardRun, asked: Ask, listed: Found | None) -> Iterator[Any]:
        parsed = self.understand(response, run, asked)
        if run.platform == "page" and undrawn(response, parsed, run.render, posting=True) and (listed is None or self.undrawable is None):
            yield from self.draw(response, run)
            return
        if listed is not None:
            row = listed.draft
            if (draft := the_one(parsed, row)) is not None:
                draft.id, draft.platform, draft.url = row.id, row.platform, row.url or draft.url
                if self.old(fill(draft, row), response) and not self.knows(run, row.id):
                    run.left_out += 1
                else:
                    yield self.out(response, run, draft, listed=listed.listed)
            elif (other := instead(response, run, asked)).verdict == "gone":
                run.gone.update([row.id] if row.id else [])
            else:
                run.account.details.append(other)
                yield self.out(response, run, row, "no_detail")
            return
        if not parsed.found or leads_back(response, run, asked):
            other = instead(response, run, asked)
            if other.verdict == "gone":
                run.gone.add(page_id(asked.url))
                return
            run.unread.add(page_id(asked.url))
            if other.verdict == "changed_layout":
                run.reject("the page holds no posting", response.url, "")
            else:
                run.account.pages.append(other)  # only its own page would have told its id
            return
        for found in parsed.found:
            yield from self.found(response, run, found, link_digest(asked.url, asked.body))

    def old(self, draft: Draft, response: Response) -> bool:
        """Whether *draft* was surely posted before the day from which the run takes new ones."""
        assert self.plan is not None
        if self.plan.since is None:
            return False
        raw: Any = draft.date_posted
        day = read_date(raw)
        if day is None and isinstance(raw, str):
            posted = read_posted(raw, response.meta.get("fetched_at") or self.plan.now)
            day = posted.date.isoformat() if posted else None
        return day is not None and day[:10] < self.plan.since.isoformat()

    def out(self, response: Response | None, run: BoardRun, draft: Draft, *flags: str, listed: str | None = None) -> Draft:
        """*draft* on its way into the pipelines, with the company of the user's list where the board names none."""
        draft.board = run.key
        if run.platform != "page" or draft.platform not in GENERAL:
            draft.platform = run.platform
        if run.company and draft.company is None:
            draft.company = run.company
            draft.sources["company"] = "board"
        draft.flags = [*draft.flags, *flags]
        draft.read_at = (response.meta.get("fetched_at") if response else None) or draft.read_at or datetime.now(UTC)
        if draft.id is not None:
            run.origins[draft.id] = Origin(draft.read_at, listed)
        run.in_pipeline += 1
        run.found += 1
        return draft

    # Errbacks

    def start_failed(self, failure: TwistedFailure) -> Iterator[Any]:
        run, why = self.cross_off(failure)
        run.account.start = run.account.start or why
        if why.verdict == "gone" and run.platform == "page":
            run.gone.add(page_id(run.url))  # the address may be that of one posting
        if why.verdict in TRY_NEXT and run.starts:
            yield from self.begin(run)
        self.ledger.settle(run)

    def page_failed(self, failure: TwistedFailure) -> None:
        run, why = self.cross_off(failure)
        run.account.pages.append(why)
        self.ledger.settle(run)

    def posting_failed(self, failure: TwistedFailure) -> Iterator[Any]:
        run, why = self.cross_off(failure)
        listed: Found | None = request_of(failure).cb_kwargs.get("listed")
        if why.verdict == "gone":
            run.gone.update([listed.draft.id] if listed is not None and listed.draft.id else [])
        elif listed is not None:
            run.account.details.append(why)
            yield self.out(None, run, listed.draft, "no_detail")
        else:
            run.account.pages.append(why)  # only its own page would have told its id: the listing is not proved
        self.ledger.settle(run)

    def cross_off(self, failure: TwistedFailure) -> tuple[BoardRun, Failure]:
        run: BoardRun = request_of(failure).cb_kwargs["run"]
        run.pending -= 1
        run.heard = time.monotonic()
        return run, failure_of(failure)


def ref_of(url: str) -> BoardRef:
    """The board that an address of a list is by itself; of what it leads to only its page can tell."""
    match = platform_by_address(url)
    return BoardRef(match[0].name, match[1]) if match else BoardRef("page", own_key(url))


def own_key(url: str) -> str:
    """The key of a board that is a company's own page: its address without scheme and what only tracks.

    >>> own_key("https://www.acme.example/careers/?utm_source=x#open")
    'www.acme.example/careers'
    """
    plain = plain_url(url)
    return plain.partition("://")[2].rstrip("/")


def leads_to(parsed: Parsed, url: str) -> list[BoardRef]:
    """The boards of known platforms that a company's own page stands for: it has no postings of its own beside them."""
    if (match := platform_by_address(url)) is not None:
        return [BoardRef(match[0].name, match[1])]  # it redirects there
    if parsed.platform not in GENERAL:
        return []  # a platform under the company's own domain, whatever else it links to
    own = [ask for ask in parsed.posting_asks if platform_by_address(ask.url) is None]
    if own or len(parsed.found) > 1:
        return []
    if parsed.boards or parsed.found or parsed.posting_asks or parsed.next_asks or parsed.says_empty:
        return parsed.boards
    seen = own_domains.seen_at(url)  # what the page itself does not say
    return [BoardRef(*seen)] if seen is not None and seen[0] in PLATFORMS and not own_domains.is_own(seen[1], url) else []


def the_one(parsed: Parsed, listed: Draft) -> Draft | None:
    """The posting of a page that its listing calls *listed*: the only one, or the one of that id, address or title."""
    drafts = [found.draft for found in parsed.found]
    if len(drafts) <= 1:
        return drafts[0] if drafts else None
    return next((d for name in ("id", "url", "title") for d in drafts if getattr(d, name) == getattr(listed, name)), None)


def leads_back(response: Response, run: BoardRun, asked: Ask) -> bool:
    """Whether the address of a posting led to its board's listing."""
    return response.url != asked.url and led_away(asked.url, response.url, run.listings)


def instead(response: Response, run: BoardRun, asked: Ask) -> Failure:
    """What came for the page of a posting, which *response* is not."""
    if leads_back(response, run, asked):
        return Failure("gone", f"{asked.url} leads back to {response.url}")
    return stand_in(response) or Failure("changed_layout", f"{response.url} holds no posting")


def moved_to(asked: str, got: str) -> str | None:
    """The address that *asked* redirected to, when that is another organisation's."""
    if not got.startswith("http") or same_site(asked, got):
        return None
    return got


def same_site(one: str, other: str) -> bool:
    return site(one) == site(other)


def site(url: str) -> str:
    """The domain that somebody registered, else the bare host."""
    return DOMAIN(url).top_domain_under_public_suffix or urlsplit(url).hostname or ""


def as_text(row: Any) -> str:
    """A row that was set aside, as text for ``rejected/``."""
    if hasattr(row, "get") and hasattr(row, "xpath"):
        return str(row.get())
    try:
        return orjson.dumps(row).decode()
    except TypeError:
        return str(row)
