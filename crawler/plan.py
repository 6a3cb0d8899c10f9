"""What a run is going to do, checked before anything is fetched or written."""

import errno
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings
from sqlalchemy import URL

from crawler.boards import (
    BoardEntry,
    ListError,
    board_of_url,
    default_boards,
    load_boards,
    nearest,
    sample_archive,
    sample_boards,
)
from crawler.catalogue import UnknownCompanyError, boards_of_companies
from crawler.exits import Exit, StopError
from crawler.guard.networks import Networks
from crawler.guard.ports import Ports
from crawler.locks import output_folder, project_root
from crawler.replay import ArchiveError, Recording
from crawler.store import Run, Store, StoreError, stamp
from crawler.store.files import write_lines

ARGUMENTS = {"url": "URL", "boards": "FILE", "companies": "NAME,NAME", "workers": "N"}
LISTS = ("url", "boards", "companies")
WORKERS_MAX = 64
PROBE = 64 * 1024  # bytes that a folder has to take
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


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
    part_of: Run | None = None  # the run that several processes share: another one begins and ends it
    queue: bool = False  # its boards come one by one from the queue of that run

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
    replay, sample = settings.get("REPLAY"), False
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
        recording = Recording(Path(replay)) if replay else None
    except (ListError, ArchiveError) as error:
        raise PlanError(str(error)) from error
    except UnknownCompanyError as error:
        raise PlanError(f"-a companies=: {error}") from error
    if not boards:
        raise PlanError(f"{what}: names no company. Write -a companies=discord,stripe.")
    output = output_folder(settings)
    check_numbers(settings)
    check_guard(settings)
    check_writable(output)
    if settings.get("ARCHIVE"):
        check_writable(Path(settings["ARCHIVE"]), "archive", "ARCHIVE")
    store_url = settings.get("STORE") or URL.create("sqlite", database=str(output / "careers.db")).render_as_string()
    now = recording.now if recording else datetime.now(UTC)
    store = store_of(store_url)
    newest = store.newest_run()
    store.close()
    if newest is not None and stamp(now) < newest[0] and (sample or not newest[1]):
        raise PlanError(
            f"store {store_url}: has been read on {newest[0]}, later than {what}{' and its archive' if replay else ''} ({stamp(now)}). "
            "Give this run a folder of its own with -s OUTPUT=DIR"
        )
    return Plan(boards, what, now, output, store_url, recording, sample, workers_of(arguments.get("workers", "1")))


def workers_of(said: str) -> int:
    """How many processes are to read the list."""
    if not said.isascii() or not said.isdigit() or not 1 <= int(said) <= WORKERS_MAX:
        raise PlanError(f"-a workers={said}: has to be a number from 1 to {WORKERS_MAX}, of processes; as many as the machine has cores is a good one.")
    return int(said)


def store_of(url: str) -> Store:
    """The store of *url*, open; :class:`PlanError` when it is none."""
    try:
        return Store(url)
    except StoreError as error:
        raise PlanError(str(error)) from error
    except Exception as error:  # a URL that SQLAlchemy cannot read, a driver that is not installed
        raise PlanError(f"-s STORE={url}: {str(error).splitlines()[0]}. Write it as sqlite:///path/careers.db") from error


def check_numbers(settings: BaseSettings) -> None:
    """Refuse limits that are none: a crawl without room for a board would wait for ever."""
    for name in ("BOARDS_AT_ONCE", "BOARD_MAX_REQUESTS", "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "DOWNLOAD_TIMEOUT"):
        try:
            value = settings.getfloat(name)
        except (TypeError, ValueError):
            value = 0
        if not 1 <= value < float("inf"):
            raise PlanError(f"-s {name}={settings.get(name)}: has to be a number of 1 or more.")
    try:
        days = settings.getfloat("REREAD")
    except (TypeError, ValueError):
        days = -1
    if not 0 <= days < 36_500:
        raise PlanError(f"-s REREAD={settings.get('REREAD')}: has to be a number of days, 0 or more.")


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
    probe = folder / ".probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_lines(probe, [bytes(PROBE)])
        probe.unlink(missing_ok=True)  # another run may have been quicker
    except OSError as error:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
        remedy = "Make room there" if error.errno in FULL else "Make it writable"
        raise PlanError(f"{what} folder {folder}: {error.strerror}. {remedy}, or name another with -s {setting}=DIR", Exit.OUTPUT) from error
