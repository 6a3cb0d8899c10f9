"""Lists of boards: one address, a text file, CSV, YAML, the bundled sample.

What is wrong with a list is found before anything is fetched, and all of it is said at once.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from crawler.alerts.where import Where, WhereError, read_where
from crawler.lists.address import LIST_SUFFIXES, AddressError, check_address, folded, nearest, shown
from crawler.lists.files import Problem, Row, filters_in, rows_of

__all__ = ["BoardEntry", "ListError", "board_of_url", "default_boards", "load_boards", "nearest", "sample_archive", "sample_boards"]

SAMPLE = Path(__file__).with_name("sample")
SHOWN = 5  # problems of one list in a message
YES, NO = ("yes", "true", "1", "y", "on"), ("no", "false", "0", "n", "off", "")
HOURS = {"h": 1, "d": 24, "w": 7 * 24}


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """One board as the user lists it."""

    url: str
    company: str | None = None  # display name; where it is given it goes before what the pages say
    render: bool = False  # the page is empty without a browser
    interval: timedelta | None = None  # read it at most this often
    note: str | None = None  # the user's own words
    line: int | None = None  # in the file that it is from
    source: str = ""  # that file, as the user named it


class ListError(Exception):
    """A list that cannot be used. The message has one line a problem: the input, the line in it, the remedy."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        said = [f"{name}{f' line {line}' if line else ''}: {text}" for line, text in self.problems[:SHOWN]]
        if (more := len(problems) - SHOWN) > 0:
            said.append(f"{name}: and {more} more")
        super().__init__("\n".join(said))


def load_boards(path: Path) -> list[BoardEntry]:
    """The boards that the file *path* lists, in its order; :class:`ListError` when anything is wrong with it.

    ``.txt``: an address a line, ``#`` begins a comment. ``.csv``: a header, column ``url``, and where wanted
    ``company``, ``render`` (yes, no), ``interval`` (6h, 2d, 1w), ``note``. ``.yaml``: a list of addresses, or of
    mappings with the same keys; or a mapping with such a list under ``boards``, and ``filters``. UTF-8, with or without a byte order mark, any line ends.
    """
    path, name = Path(path), str(path)
    if "://" in name or re.match(r"https?:/", name):
        raise ListError(name, [Problem(0, "is an address and no file: use -a url=")])
    rows, problems = rows_of(path)
    boards: list[BoardEntry] = []
    seen: dict[str, BoardEntry] = {}
    for row in rows:
        try:
            entry = entry_of(row, name)
        except AddressError as error:
            problems.append(Problem(row.line, str(error)))
            continue
        first = seen.setdefault(folded(entry.url), entry)
        if first is not entry:
            how = "again" if first.url == entry.url else f"({first.url}) in another spelling"
            problems.append(Problem(row.line, f"{shown(entry.url)} is the board of line {first.line} {how}: remove one"))
        boards.append(entry)
    if not rows and not problems:
        problems.append(Problem(0, "lists no board: write an address such as https://acme.example/careers into it"))
    if problems:
        raise ListError(name, problems)
    return boards


def filters_of(path: Path) -> tuple[Where, ...]:
    """The filters of the list *path*; :class:`ListError` names each that cannot be read."""
    found, problems = [], []
    for line, text in filters_in(path):
        try:
            found.append(read_where(text))
        except WhereError as error:
            problems.append(Problem(line, f"filter: {error}"))
    if problems:
        raise ListError(str(path), problems)
    return tuple(found)


def entry_of(row: Row, source: str) -> BoardEntry:
    """The board of *row*; :class:`AddressError` names the value that is wrong."""
    values: dict[str, Any] = {name: read(row.values[name]) for name, read in READ.items() if name in row.values}
    if "url" not in values:
        raise AddressError("has no url: add one")
    return BoardEntry(**values, line=row.line, source=source)


def words(text: str) -> str | None:
    return " ".join(text.split()) or None


def yes_or_no(text: str) -> bool:
    if text.lower() not in YES + NO:
        raise AddressError(f"render {shown(text)}: write yes or no")
    return text.lower() in YES


def duration(text: str) -> timedelta | None:
    """A time as a number and h, d or w.

    >>> duration("36h"), duration("")
    (datetime.timedelta(days=1, seconds=43200), None)
    """
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,3})?) ?([hdw])", text.lower())
    if match is None or not float(match[1]):
        raise AddressError(f"interval {shown(text)}: write a number and h, d or w, such as 12h or 7d")
    return timedelta(hours=float(match[1]) * HOURS[match[2]])


READ: dict[str, Callable[[str], Any]] = {"url": check_address, "company": words, "render": yes_or_no, "interval": duration, "note": words}


def board_of_url(url: str) -> BoardEntry:
    """The board of one address that the user gave; :class:`ListError` when it is none."""
    try:
        return BoardEntry(check_address(url), source="-a url=")
    except AddressError as error:
        raise ListError("-a url=", [Problem(0, str(error))]) from error


def default_boards(root: Path) -> Path | None:
    """The user's own list in the project's folder *root*, ``None`` when there is none; :class:`ListError` when there are several."""
    found = [path for suffix in LIST_SUFFIXES if (path := root / f"boards{suffix}").is_file()]
    if len(found) > 1:
        raise ListError(" and ".join(path.name for path in found), [Problem(0, f"are both in {root}: keep one, or name one with -a boards=FILE")])
    return found[0] if found else None


def sample_boards() -> list[BoardEntry]:
    """The boards of the bundled sample: invented companies, whose pages :func:`sample_archive` holds."""
    return load_boards(SAMPLE / "boards.csv")


def sample_archive() -> Path:
    """The recorded pages of the bundled sample, a WARC file."""
    return SAMPLE / "careers.warc.gz"
