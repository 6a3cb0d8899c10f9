"""What a run is going to do, checked before anything is fetched or written."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from scrapy.settings import BaseSettings
from sqlalchemy import URL

from crawler.alerts.hooks import HookError, Hooks
from crawler.alerts.where import Where, WhereError, read_where
from crawler.boards import (
    BoardEntry,
    ListError,
    board_of_url,
    default_boards,
    duration,
    filters_of,
    load_boards,
    nearest,
    sample_archive,
    sample_boards,
)
from crawler.catalogue import UnknownCompanyError, boards_of_companies
from crawler.exits import Exit, StopError
from crawler.guard.networks import Networks
from crawler.guard.ports import Ports
from crawler.lists.address import AddressError
from crawler.locks import output_folder, project_root
from crawler.memory import code
from crawler.platforms.base import Ask
from crawler.rebuild import sound_store
from crawler.replay import ArchiveError, Recording, runs_of
from crawler.store import Run, Store, StoreError, shown_url, stamp
from crawler.store.trouble import FULL

ARGUMENTS = {"url": "URL", "boards": "FILE", "companies": "NAME,NAME", "workers": "N", "since": "7d", "stale": "7d", "where": "FILTER"}
LISTS = ("url", "boards", "companies")
WORKERS_MAX = 64
SET_BACK = timedelta(days=1)  # by which a clock may go back between two runs: more is a wrong clock
NUMBERS = (
    "BOARDS_AT_ONCE", "BOARD_MAX_REQUESTS", "BOARD_MAX_POSTINGS", "BOARD_MAX_SECONDS", "BOARD_MAX_SLOW", "UNPROVED_MAX_PAGES", "UNPROVED_MAX_POSTINGS",
    "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "DOWNLOAD_TIMEOUT", "DOWNLOAD_MAXSIZE", "DOWNLOADS_MAXSIZE", "PLATFORM_TIMEOUT", "PLATFORM_MAXSIZE",
)  # fmt: skip
PROBE = 64 * 1024  # bytes that a folder has to take


class PlanError(StopError):
    """The run cannot begin; the message is one line that names the input and the remedy."""

    def __init__(self, message: str, status: Exit = Exit.REFUSED) -> None:
        super().__init__(message, status)


@dataclass
class Plan:
    boards: list[BoardEntry]
    what: str  # which list this is, in words
    now: datetime  # the moment of the run, aware: of the recording when it is a replay
    output: Path
    store_url: str
    recording: Recording | None = None
    sample: bool = False
    workers: int = 1  # processes that read it
    runs: list[Recording] = field(default_factory=list)  # of an archive that holds several, the oldest first
    newest: str | None = None  # when the newest run of the store began
    more: bool = False  # further runs of the archive follow
    posted_since: date | timedelta | None = None  # postings that are older are left out, unless the store has them
    stale: timedelta | None = None  # boards that were proved within that time are not read
    part_of: Run | None = None  # the run that several processes share: another one begins and ends it
    duplicates: bool = False  # postings.jsonl is to hold the copies, too
    rebuilt: str | None = None  # what had to be done for the store, which was damaged
    filters: tuple[Where, ...] = ()  # of the changes that a person wants to hear of; none: all
    alerts_are_sent: bool = False  # by a command or a webhook
    strict: bool = False  # a board that lost a field, or half of its postings, makes the run fail
    queue: bool = False  # its boards come one by one from the queue of that run

    @property
    def alerts(self) -> bool:
        """Whether what passes the filters is written beside the changes."""
        return bool(self.filters) or self.alerts_are_sent

    @property
    def since(self) -> date | None:
        """The day before which nothing new is taken."""
        return (self.now - self.posted_since).date() if isinstance(self.posted_since, timedelta) else self.posted_since

    @property
    def retells(self) -> bool:
        """Whether the store knows of later runs: then only what is read is improved, and no posting's life."""
        return self.newest is not None and stamp(self.now) < self.newest

    def each_run(self, store: Store) -> list["Plan"]:
        """This plan for every run of its archive that *store* has not been told by this very code, the oldest first."""
        plans = [replace(self, recording=recording, now=recording.now) for recording in self.runs]
        plans = [plan for plan in plans if not (plan.retells and store.was_told(stamp(plan.now), plan.digest, code()))]
        return [replace(plan, more=plan is not plans[-1]) for plan in plans]

    def passes_over(self, asks: Sequence[Ask]) -> bool:
        """Whether *asks*, the ways to begin a board, were asked in other runs of the archive only: this one did not read it."""
        if self.recording is None or not self.runs or any(self.recording.holds(ask.method, ask.url, ask.body) for ask in asks):
            return False
        return any(run.holds(ask.method, ask.url, ask.body) for run in self.runs for ask in asks)

    @property
    def digest(self) -> str:
        """Of the list: a run that was cut off is finished by a run of the same."""
        said = "\n".join(sorted(f"{board.url} {board.company} {board.render}" for board in self.boards))
        return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def plan_of(settings: BaseSettings, arguments: dict[str, Any]) -> Plan:
    """The plan that *settings* and the spider's *arguments* make.

    Raises :class:`PlanError`. Makes the output folder, and the store when there is none; changes nothing that is there.
    """
    root = project_root()
    for name in arguments:
        if name not in ARGUMENTS:
            near = nearest(name, ARGUMENTS)
            raise PlanError(f"-a {name}=: there is no such argument. " + (f"Did you mean -a {near}=?" if near else f"There are: {', '.join(ARGUMENTS)}."))
        if not arguments[name]:
            raise PlanError(f"-a {name}= needs a value: -a {name}={ARGUMENTS[name]}.")
    if len(lists := [name for name in LISTS if name in arguments]) > 1:
        raise PlanError(f"{' and '.join(f'-a {name}=' for name in lists)} cannot go together: put the addresses into one list.")
    replay, sample, own = settings.get("REPLAY"), False, None
    try:
        if "url" in arguments:
            boards, what = [board_of_url(arguments["url"])], arguments["url"]
        elif "boards" in arguments:
            boards, what = load_boards(Path(arguments["boards"])), arguments["boards"]
        elif "companies" in arguments:
            boards, what = boards_of_companies(arguments["companies"]), arguments["companies"]
        elif (own := default_boards(root)) is not None:
            boards, what = load_boards(own), own.name
        elif replay:
            raise PlanError("-s REPLAY=: say which boards to read from it, with -a boards=FILE, -a url=URL or -a companies=NAME.")
        else:
            boards, what, sample = sample_boards(), "the bundled sample (invented companies, no network)", True
            replay = sample_archive()
        recordings = runs_of(Path(replay)) if replay else []
        filters = filters_of(listed) if (listed := Path(arguments["boards"]) if "boards" in arguments else own) else ()
    except (ListError, ArchiveError) as error:
        raise PlanError(str(error)) from error
    except UnknownCompanyError as error:
        raise PlanError(f"-a companies=: {error}") from error
    if "where" in arguments:
        filters = (where_of(arguments["where"]),)  # it stands for those of the list
    if not boards:
        raise PlanError(f"{what}: names no company. Write -a companies=discord,stripe.")
    output = output_folder(settings)
    check_numbers(settings)
    check_guard(settings)
    check_writable(output)
    if settings.get("ARCHIVE"):
        check_writable(Path(settings["ARCHIVE"]), "archive", "ARCHIVE")
    store_url = settings.get("STORE") or URL.create("sqlite", database=str(output / "careers.db")).render_as_string()
    recording = recordings[-1] if recordings else None
    now = recording.now if recording else datetime.now(UTC)
    since, stale = since_of(arguments.get("since")), stale_of(arguments.get("stale"))
    store, rebuilt = store_of(store_url, output)
    newest = store.newest_run()
    if newest is not None and not newest[1] and not replay:
        now = after(now, datetime.fromisoformat(newest[0]))
    moments = [stamp(recorded.now) for recorded in recordings] or [stamp(now)]
    strange = [at for at in moments if newest is not None and at < newest[0] and (sample or not newest[1]) and not (replay and store.has_run(at))]
    store.close()
    if strange and newest is not None and not replay:
        raise PlanError(
            f"the clock says {strange[0]}, but store {shown_url(store_url)} was read on {newest[0]}. Set the clock right; if it was wrong then, "
            "give this run a folder of its own with -s OUTPUT=DIR"
        )
    if strange and newest is not None:
        raise PlanError(
            f"store {shown_url(store_url)}: has been read on {newest[0]}, later than {what}{' and its archive' if replay else ''} ({strange[0]}), "
            "and knows of no run of that time. Give this one a folder of its own with -s OUTPUT=DIR"
        )
    plan = Plan(
        boards, what, now, output, store_url, recording, sample, workers_of(arguments.get("workers", "1")),
        runs=recordings if len(recordings) > 1 else [], newest=newest[0] if newest and not newest[1] else None, posted_since=since, stale=stale,
        duplicates=flag_of(settings, "DUPLICATES"), rebuilt=rebuilt, filters=filters,
    )  # fmt: skip
    return hooked(plan, settings)


def where_of(said: str) -> Where:
    try:
        return read_where(said)
    except WhereError as error:
        raise PlanError(f"-a where=: {error}") from error


def hooked(plan: Plan, settings: BaseSettings) -> Plan:
    """*plan* with what the settings say of drift and of hooks; hooks that are none are refused before anything is fetched."""
    try:
        alert, _ = Hooks.of(settings, "ALERT"), Hooks.of(settings, "NOTIFY")
    except HookError as error:
        raise PlanError(f"-s {error}") from error
    return replace(plan, alerts_are_sent=bool(alert), strict=flag_of(settings, "STRICT"))


def after(now: datetime, newest: datetime) -> datetime:
    """The moment of a run that comes after the one of *newest*, though the clock was set back a little in between.

    >>> after(datetime(2026, 9, 15, 8, tzinfo=UTC), datetime(2026, 9, 15, 9, tzinfo=UTC)).isoformat()
    '2026-09-15T09:00:01+00:00'
    """
    return newest + timedelta(seconds=1) if timedelta(0) < newest - now <= SET_BACK else now


def since_of(said: str | None) -> date | timedelta | None:
    """The day, or the time before the run, that ``-a since=`` names.

    >>> since_of("2026-09-01"), since_of("7d")
    (datetime.date(2026, 9, 1), datetime.timedelta(days=7))
    """
    if said is None:
        return None
    with suppress(ValueError):
        return date.fromisoformat(said)
    return time_of("since", said, "a day such as 2026-09-01, or ")


def stale_of(said: str | None) -> timedelta | None:
    return None if said is None else time_of("stale", said)


def time_of(name: str, said: str, or_else: str = "") -> timedelta:
    try:
        found = duration(said)
    except AddressError:
        found = None
    if found is None:
        raise PlanError(f"-a {name}={said}: write {or_else}a number and h, d or w, such as 12h or 7d.")
    return found


def workers_of(said: str) -> int:
    """How many processes are to read the list."""
    if not said.isascii() or not said.isdigit() or not 1 <= int(said) <= WORKERS_MAX:
        raise PlanError(f"-a workers={said}: has to be a number from 1 to {WORKERS_MAX}, of processes; as many as the machine has cores is a good one.")
    return int(said)


def flag_of(settings: BaseSettings, name: str) -> bool:
    """The setting *name*, which is on or off."""
    try:
        return settings.getbool(name)
    except ValueError as error:
        raise PlanError(f"-s {name}={settings.get(name)}: has to be 1 or 0.") from error


def store_of(url: str, output: Path) -> tuple[Store, str | None]:
    """The store of *url*, open and whole, and what had to be done for that.

    Raises :class:`StoreError`, or :class:`PlanError` when it is none.
    """
    try:
        return sound_store(url, output)
    except StoreError:
        raise
    except Exception as error:  # a URL that SQLAlchemy cannot read, a driver that is not installed
        raise PlanError(f"-s STORE={shown_url(url)}: {str(error).splitlines()[0]}. Write it as sqlite:///path/careers.db") from error


def check_numbers(settings: BaseSettings) -> None:
    """Refuse limits that are none: a crawl without room for a board would wait for ever."""
    for name in NUMBERS:
        try:
            value = settings.getfloat(name)
        except (TypeError, ValueError):
            value = 0
        if not 1 <= value < float("inf"):
            raise PlanError(f"-s {name}={settings.get(name)}: has to be a number of 1 or more.")
    for name, unit in (("REREAD", "days"), ("ARCHIVE_DAYS", "days"), ("ARCHIVE_SIZE", "bytes")):
        try:
            value = settings.getfloat(name)
        except (TypeError, ValueError):
            value = -1
        if not 0 <= value < float("inf"):
            raise PlanError(f"-s {name}={settings.get(name)}: has to be a number of {unit}, 0 or more.")


def check_guard(settings: BaseSettings) -> None:
    """Refuse addresses and ports that cannot be let in: they would be missed at the first board that needs them."""
    try:
        Networks.of(settings)
    except ValueError as error:
        raise PlanError(f"-s ALLOW_PRIVATE: {error}. Write it as 10.0.0.0/8,fd00::/8,jobs.intern.example") from error
    try:
        Ports.of(settings)
    except ValueError as error:
        raise PlanError(f"-s ALLOW_PORTS: {error}. Write them as 80,443,8000-8999") from error


def check_writable(folder: Path, what: str = "output", setting: str = "OUTPUT") -> None:
    """Refuse a *folder* that takes no file, or none with something in it: the disk may be full."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as probe:
            probe.write(bytes(PROBE))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        remedy = "Make room there" if error.errno in FULL else "Make it writable"
        raise PlanError(f"{what} folder {folder}: {error.strerror}. {remedy}, or name another with -s {setting}=DIR", Exit.OUTPUT) from error
