"""Files that hold a table in some way: any separator, any letters, with or without names of columns."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from crawler.boards import ListError
from crawler.fields.folding import fold
from crawler.lists.address import nearest
from crawler.lists.files import COLUMNS, Problem, rows_of, siblings
from crawler.lists.search import addresses_in

LARGEST = 64 * 1024 * 1024  # bytes
SAMPLE = 200  # rows that tell the separator
STEADY = 0.6  # share of rows of one width that makes a separator of a sign
SHEETS = (".xlsx", ".xls", ".ods", ".numbers")
COMMENT = re.compile(r"#(?:\s|$|https?:)", re.IGNORECASE)  # "#acme" may be a name
HEADING = re.compile(
    r"compan|employer|firm|organi[sz]ation|unternehmen|arbeitgeber|entreprise|societe|empresa|azienda|bedrijf|foretag"
    r"|virksomhed|^(?:name|nom|nombre|nome|naam|navn|namn|nimi)s?$|会社|企業|公司|회사|компания"
    r"|ur[li]|link|web|site|page|career|jobs?\b|board|karriere|stelle|carri|emploi|empleo|vaca|lavor|recru|採用|招聘|채용",
    re.IGNORECASE,
)


class Table(NamedTuple):
    """Rows of cells with the line that each begins on; the names of the columns, folded, none when there are none.

    *guessed*: the charset that was taken because the file is not UTF-8.
    """

    rows: list[tuple[int, list[str]]]
    header: list[str]
    guessed: str | None = None


def read_table(path: Path) -> Table:
    """The file *path* as a table; :class:`ListError` says why it cannot be read."""
    name = str(path)
    suffix = path.suffix.lower()
    if suffix in SHEETS:
        raise ListError(name, [Problem(0, "is a spreadsheet: save it as CSV (.csv)")])
    if suffix in (".yaml", ".yml"):
        rows, problems = rows_of(path)
        if problems:
            raise ListError(name, problems)
        return Table([(row.line, [row.values.get(column, "") for column in COLUMNS]) for row in rows], list(COLUMNS))
    text, guessed = decoded(path)
    return table_of(text)._replace(guessed=guessed)


def decoded(path: Path) -> tuple[str, str | None]:
    """The text of *path*, and the charset when it had to be guessed."""
    name = str(path)
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else b""
    except FileNotFoundError:
        near = nearest(path.name, siblings(path))
        raise ListError(
            name,
            [Problem(0, "no such file. " + (f"Did you mean {path.with_name(near)}?" if near else "Check the path"))],
        ) from None
    except IsADirectoryError:
        raise ListError(name, [Problem(0, "is a folder: name a file in it")]) from None
    except OSError as error:
        raise ListError(
            name, [Problem(0, f"cannot be read ({error.strerror}): check the path and its rights")]
        ) from error
    if size > LARGEST:
        raise ListError(name, [Problem(0, f"has {size:,} bytes: a list has at most {LARGEST:,}")])
    charset, guessed = "utf-8-sig", None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):  # how spreadsheets save "Unicode text"
        charset = "utf-16"
    elif b"\0" in raw[:4096]:
        raise ListError(name, [Problem(0, "is no text: save the list as CSV (.csv)")])
    try:
        return raw.decode(charset), None
    except UnicodeDecodeError:
        guessed = "Windows-1252"  # how spreadsheets in Western Europe save "CSV"
        return raw.decode("cp1252", "replace"), guessed


def table_of(text: str) -> Table:
    r"""*text* as a table; of one column when nothing parts its lines.

    >>> table_of("Firma;Karriereseite\nAcme;https://acme.example/jobs\n")
    Table(rows=[(2, ['Acme', 'https://acme.example/jobs'])], header=['firma', 'karriereseite'], guessed=None)
    >>> table_of("Acme: https://acme.example/jobs").rows
    [(1, ['Acme: https://acme.example/jobs'])]
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    skipped = 0
    if said := re.match(r"sep=(.)\n", text):  # what spreadsheets put first
        text, skipped = text[said.end() :], 1
    rows = split(text, said[1] if said else separator_of(text))
    rows = [(line + skipped, cells) for line, cells in rows if any(cells)]
    heading = bool(rows) and is_heading(rows[0][1], rows[1:3])
    return Table(rows[1:] if heading else rows, [column_name(cell) for cell in rows[0][1]] if heading else [])


def split(text: str, separator: str | None) -> list[tuple[int, list[str]]]:
    """The cells of every row, without the space around them, and the line that the row begins on."""
    if separator is None:
        return [(number, [line.strip()]) for number, line in enumerate(text.split("\n"), 1)]
    rows: list[tuple[int, list[str]]] = []
    before = 0
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    try:
        for cells in reader:
            rows.append((before + 1, [cell.strip() for cell in cells] or [""]))
            before = reader.line_num
    except csv.Error:  # a quote that is never closed would swallow the rest: the lines themselves then
        return [
            (number, [cell.strip(' \t"') for cell in line.split(separator)])
            for number, line in enumerate(text.split("\n"), 1)
        ]
    return rows


def separator_of(text: str) -> str | None:
    """The sign that parts the cells: the one that cuts most rows into the same number; ``None`` when none does."""
    head = "".join(text.splitlines(keepends=True)[:SAMPLE])
    best: tuple[float, int, str] | None = None
    for sign in "\t;,|":
        if sign not in head:
            continue
        widths = Counter(len(cells) for _, cells in split(head, sign) if any(cells) and not COMMENT.match(cells[0]))
        if not widths:
            continue
        width, rows = widths.most_common(1)[0]
        share = rows / widths.total()
        if width > 1 and share >= STEADY and (best is None or (share, width) > best[:2]):
            best = (share, width, sign)
    return best[2] if best else None


def is_heading(cells: list[str], after: list[tuple[int, list[str]]]) -> bool:
    """Whether *cells* name columns: words for companies or addresses, and no address."""
    if not after or any(True for cell in cells for _ in addresses_in(cell)):
        return False
    return any(len(cell) < 60 and HEADING.search(fold(cell)) for cell in cells) and any(
        True for _, row in after for cell in row for _ in addresses_in(cell)
    )


def column_name(cell: str) -> str:
    """A column's name in one spelling.

    >>> column_name("Company Name (legal)"), column_name("Société")
    ('company_name', 'societe')
    """
    return re.sub(r"[\W_]+", "_", fold(cell.split("(")[0])).strip("_")
