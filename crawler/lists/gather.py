"""A messy list of companies, as people keep it, becomes boards: a spreadsheet saved as text, or any text with addresses in it.

Columns may be in any order and named in any way. Taken are addresses, each board once, and the company's name where it is
sure what names it. What is not taken is said, with its line and the reason.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from crawler.boards import BoardEntry, ListError, entry_of
from crawler.lists.address import AddressError, check_address, folded, plain
from crawler.lists.files import Problem, Row
from crawler.lists.messy import COMMENT, Table, read_table
from crawler.lists.search import CELL, Address, addresses_in, is_home, no_board
from crawler.platforms import one_spelling, platform_by_address

OPTIONS = ("render", "interval", "note")  # columns of a boards file; kept where they are named so
COMPANY = frozenset(
    """
    company companies company_name employer firm organisation organization account startup brand client customer
    firma unternehmen arbeitgeber entreprise societe empresa azienda bedrijf bedrijfsnaam foretag virksomhed yritys spolecnost spolka companhia
    会社 会社名 企業 企業名 公司 公司名称 회사 회사명 компания
    """.split()
)
NAME = frozenset(
    "name names nom nombre nome naam namn navn nimi 名前 名称 이름 название".split()
)  # of the company where nothing else is
BEFORE = re.compile(
    r"^[\W_]*(?P<name>[^\W_](?:.{0,78}?[^\s:|=–—(\[\]-])?)\s*(?::|\||=|\t|–|—|\s-|\(|\]\()\s*$"
)  # "Acme: ", "- Acme - ", "[Acme]("
NOT_A_NAME = re.compile(
    r"[?!;@]|\b(?:see|at|here|page|site|careers?|jobs|link|url|website|apply|found|the|and|or|via|is|are)\s*$",
    re.IGNORECASE,
)
MOST = 0.6  # share of the lines that must have one form before it means something
LONGEST_NAME = 100  # characters


class LeftOut(NamedTuple):
    """Something of a list that was not taken: its line there (0: none), what it is, and why."""

    line: int
    what: str
    why: str


@dataclass
class Gathered:
    """The boards of a list, each once, in its order; and what was not taken."""

    boards: list[BoardEntry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def gather(path: Path) -> Gathered:
    """The boards in the file *path*, of any kind of text; :class:`ListError` when it cannot be read or has no address at all."""
    table = read_table(path)
    found = gather_table(table, str(path))
    if table.guessed:
        found.left_out.insert(
            0, LeftOut(0, table.guessed, "is what the letters were read as: check the names, or save the file as UTF-8")
        )
    if not found.boards:
        raise ListError(
            str(path), [Problem(0, "has no address of a board in it: write some such as https://acme.example/careers")]
        )
    return found


def gather_urls(texts: Iterable[str], source: str) -> Gathered:
    """The boards of addresses that were given one by one; :class:`ListError` when one of them is none."""
    found = Gathered()
    for text in texts:
        addresses = list(addresses_in(text))
        if not addresses:
            try:  # says what is wrong with it; a file's address is one, too
                found.boards.append(BoardEntry(check_address(text), source=source))
            except AddressError as error:
                raise ListError(plain(text), [Problem(0, str(error))]) from error
        found.boards += [BoardEntry(address.url, source=source) for address in addresses]
    return unique(found)


def gather_table(table: Table, source: str) -> Gathered:
    """The boards in *table*, each once."""
    found = Gathered()
    names = name_column(table)
    in_line = not table.header and all(len(cells) == 1 for _, cells in table.rows) and names_stand_before(table)
    for line, cells in table.rows:
        if COMMENT.match(cells[0]) or not any(re.search(r"\w", cell) for cell in cells):
            continue
        taken, left_out = boards_in_row(cells, names)
        if any(len(cell) > CELL for cell in cells):
            found.left_out.append(
                LeftOut(line, f"{cells[0][:40]}...", f"only the first {CELL:,} characters of a cell are read")
            )
        found.left_out += [LeftOut(line, address.written, why) for address, why in left_out]
        if not taken and not left_out:
            found.left_out.append(LeftOut(line, next(cell for cell in cells if re.search(r"\w", cell)), "no address"))
        company = name_in(cells[names]) if names is not None and names < len(cells) else None
        options = {
            name: cells[at] for at, name in enumerate(table.header[: len(cells)]) if name in OPTIONS and cells[at]
        }
        for address in taken:
            said = name_before(cells[0], address) if in_line else company
            found.boards.append(entry(address, said, options, line, source, found.left_out))
    return unique(found)


def boards_in_row(cells: list[str], names: int | None) -> tuple[list[Address], list[tuple[Address, str]]]:
    """The addresses of boards in a row, and the others with the reason why they are none."""
    taken: list[Address] = []
    left_out: list[tuple[Address, str]] = []
    for at, cell in enumerate(cells):
        for address in addresses_in(cell):
            if at == names and not re.search(r"/|^www\.", address.written, re.IGNORECASE):
                continue  # a company that is called like its site
            if (why := no_board(address.url)) is not None:
                left_out.append((address, why))
            else:
                taken.append(address)
    if any(not is_home(address.url) for address in taken):
        left_out += [(address, "the front page, beside a careers page") for address in taken if is_home(address.url)]
        taken = [address for address in taken if not is_home(address.url)]
    return taken, left_out


def entry(
    address: Address, company: str | None, options: dict[str, str], line: int, source: str, left_out: list[LeftOut]
) -> BoardEntry:
    try:
        return replace(entry_of(Row(line, {"url": address.url, **options}), source), company=company)
    except AddressError as error:  # an option of a boards file that is written otherwise
        left_out.append(LeftOut(line, ", ".join(f"{name} {value}" for name, value in options.items()), str(error)))
        return BoardEntry(address.url, company, line=line, source=source)


def unique(found: Gathered) -> Gathered:
    """*found* with each board once: the first of its kind stays, with the name that a later one may add."""
    boards: dict[object, BoardEntry] = {}
    left_out = list(found.left_out)
    for board in found.boards:
        match = platform_by_address(board.url)
        which = one_spelling(match[0].name, match[1]) if match is not None else folded(board.url)
        first = boards.get(which)
        if first is None:
            boards[which] = board
            continue
        if first.company is None and board.company is not None:
            boards[which] = replace(first, company=board.company)
        left_out.append(
            LeftOut(
                board.line or 0,
                board.url,
                f"the board of line {first.line} again" if first.line else "the same board again",
            )
        )
    return Gathered(list(boards.values()), sorted(left_out, key=lambda one: one.line))


def name_column(table: Table) -> int | None:
    """The column with the companies' names: the one that is called so, else the only one with texts; ``None`` when that is not sure."""
    for words in (COMPANY, NAME):
        called = [at for at, name in enumerate(table.header) if name in words]
        if called:
            return called[0] if len(called) == 1 else None
    width = max((len(cells) for _, cells in table.rows), default=0)
    if width < 2:
        return None
    options = {at for at, name in enumerate(table.header) if name in OPTIONS}
    texts = [
        at
        for at in range(width)
        if at not in options and is_of_names([cells[at] for _, cells in table.rows if at < len(cells) and cells[at]])
    ]
    return texts[0] if len(texts) == 1 else None


def is_of_names(cells: list[str]) -> bool:
    """Whether a column could hold names: words, mostly different ones, and no addresses."""
    named = [cell for cell in cells if name_in(cell)]
    return len(named) > MOST * len(cells) > 0 and len(set(named)) > MOST * len(named)


def name_in(cell: str) -> str | None:
    """The name that *cell* holds; ``None`` when it can be none."""
    name = " ".join(cell.split())
    letters = sum(c.isalpha() for c in name)
    if (
        not letters
        or len(name) > LONGEST_NAME
        or "@" in name
        or "://" in name
        or re.match(r"www\.", name, re.IGNORECASE)
    ):
        return None
    return name if letters * 2 >= len(name.replace(" ", "")) or letters >= 3 else None


def names_stand_before(table: Table) -> bool:
    """Whether the lines of a text mostly are a name and an address behind it."""
    firsts = [(cells[0], next(addresses_in(cells[0]), None)) for _, cells in table.rows]
    lines = [(text, address) for text, address in firsts if address is not None]
    return sum(name_before(text, address) is not None for text, address in lines) > MOST * len(lines) > 1


def name_before(text: str, address: Address) -> str | None:
    """The name in *text* before *address*, when a colon, a dash, a bracket or a bar parts them.

    >>> name_before("- Acme Kites: https://acme.example", Address("", 14, "")), name_before("see also https://acme.example", Address("", 9, ""))
    ('Acme Kites', None)
    """
    match = BEFORE.match(text[: address.begin][-100:])
    if match is None or NOT_A_NAME.search(match["name"]) or len(match["name"].split()) > 6:
        return None
    name = name_in(match["name"])
    return name if name and (name[0].isupper() or name[0].isdigit() or name.islower()) else None
