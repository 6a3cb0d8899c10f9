"""The files that a list of boards can be: text, CSV, YAML; each becomes rows that know their line."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from crawler.lists.address import LIST_SUFFIXES, nearest, plain, shown

COLUMNS = ("url", "company", "render", "interval", "note")
MEANT = {
    "address": "url", "board": "url", "careers": "url", "careers_url": "url", "careers_page": "url", "career_page": "url", "link": "url",
    "page": "url", "site": "url", "uri": "url", "website": "url", "employer": "company", "firm": "company", "name": "company",
    "organisation": "company", "organization": "company", "browser": "render", "javascript": "render", "js": "render",
    "every": "interval", "frequency": "interval", "period": "interval", "schedule": "interval", "comment": "note", "description": "note", "remark": "note",
}  # fmt: skip


class Row(NamedTuple):
    """One board of a file: its line there, counted from 1, and what stands under each column."""

    line: int
    values: dict[str, str]


class Problem(NamedTuple):
    """What is wrong with a file; line 0 is the file as a whole."""

    line: int
    text: str


Read = tuple[list[Row], list[Problem]]


def rows_of(path: Path) -> Read:
    """The rows of *path*, by its suffix, and what is wrong with it."""
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        return [], [Problem(0, f"{suffix or 'a name without a suffix'} is no kind of list: {remedy(suffix)}")]
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        near = nearest(path.name, siblings(path))
        return [], [Problem(0, "no such file. " + (f"Did you mean {path.with_name(near)}?" if near else "Check the path"))]
    except IsADirectoryError:
        return [], [Problem(0, "is a folder: name a file in it")]
    except OSError as error:
        return [], [Problem(0, f"cannot be read ({error.strerror}): check the path and its rights")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [undecodable(raw, error)]
    return reader(text.replace("\r\n", "\n").replace("\r", "\n"))


def remedy(suffix: str) -> str:
    if suffix in (".xlsx", ".xls", ".ods", ".tsv", ".numbers"):
        return "save the sheet as CSV (.csv)"
    near = nearest(suffix, LIST_SUFFIXES)
    return f"did you mean {near}?" if near else "name it .txt (an address a line), .csv (with a column url) or .yaml"


def siblings(path: Path) -> list[str]:
    try:
        return [other.name for other in path.parent.iterdir() if other.suffix.lower() in LIST_SUFFIXES]
    except OSError:
        return []


def undecodable(raw: bytes, error: UnicodeDecodeError) -> Problem:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(1, "is UTF-16 text: save it as UTF-8 (in a spreadsheet: CSV UTF-8)")
    at = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)  # the decoder does not count the byte order mark
    return Problem(len(re.findall(rb"\r\n|\r|\n", raw[:at])) + 1, f"is not UTF-8 (byte 0x{raw[at]:02x}): save the file as UTF-8 (in a spreadsheet: CSV UTF-8)")


def rows_of_txt(text: str) -> Read:
    """An address a line; what follows ``#`` at the beginning or behind a space is a comment."""
    lines = ((number, re.sub(r"(?:^|\s+)#.*", "", line).strip()) for number, line in enumerate(text.split("\n"), 1))
    return [Row(number, {"url": line}) for number, line in lines if line], []


def rows_of_csv(text: str) -> Read:
    """A header, then a board a line; separated by commas, or by the semicolons or tabs of the header."""
    header_at = next((line for line in text.split("\n") if line.strip()), "")
    separator = next((mark for mark in ",;\t" if "url" in (name.strip().strip('"').lower() for name in header_at.split(mark))), ",")
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    header: list[str] | None = None
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            cells = [cell.strip() for cell in cells]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if header is None:
                header = [cell.lower() for cell in cells]
                if problems := wrong_columns(header, line):
                    return [], problems
            elif len(cells) > len(header) and any(cells[len(header) :]):
                problems.append(Problem(line, f"has {len(cells)} values for {len(header)} columns: put a value with {shown(separator)} in it into quotes"))
            else:
                rows.append(Row(line, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        problems.append(Problem(before + 1, f"is no CSV ({error}): put the value into quotes, and close them"))
    return rows, problems


def wrong_columns(header: list[str], line: int) -> list[Problem]:
    if any("://" in name for name in header):
        return [Problem(line, f"the header is missing: the first line names the columns, such as {','.join(COLUMNS[: max(1, len(header))])}")]
    problems = [Problem(line, unknown("column", name)) for name in header if name not in COLUMNS]
    problems += [Problem(line, f"column {shown(name)} is there twice: remove one") for name in dict.fromkeys(header) if header.count(name) > 1 and name in COLUMNS]
    if "url" not in header and not any("url" in problem.text for problem in problems):
        problems.append(Problem(line, "has no column url: add one with the addresses"))
    return problems


def unknown(what: str, name: str) -> str:
    near = MEANT.get(re.sub(r"[\s-]+", "_", name)) or nearest(name, COLUMNS)
    return f"unknown {what} {shown(name)}. " + (f"Did you mean {near}?" if near else f"There are: {', '.join(COLUMNS)}")


def rows_of_yaml(text: str) -> Read:
    """A list whose items are addresses, or mappings with the columns of a CSV as keys; or a mapping with that list as ``boards``."""
    root, problems = yaml_of(text)
    if isinstance(root, yaml.MappingNode):
        problems = unknown_parts(root)
        root = part_of(root, "boards")
    if root is None or problems:
        return [], problems
    if not isinstance(root, yaml.SequenceNode):
        return [], [Problem(root.start_mark.line + 1, "is no list: put '- ' before every address, or before every 'url:'")]
    rows: list[Row] = []
    for node in root.value:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            rows.append(Row(line, {"url": node.value}))
        elif isinstance(node, yaml.MappingNode):
            row, wrong = mapping_row(node, line)
            rows += [] if wrong else [row]
            problems += wrong
        else:
            problems.append(Problem(line, "is a list in the list: write an address, or a mapping with a url"))
    return rows, problems


def yaml_of(text: str) -> tuple[yaml.Node | None, list[Problem]]:
    """The root of the YAML *text*; ``None`` when it is empty, or none, which is said."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [Problem(mark.line + 1 if mark else 0, f"is no YAML ({plain(error.problem or '')}): check the indent, and quote values with ': ' or '#'")]
    except yaml.reader.ReaderError as error:
        return None, [Problem(text.count("\n", 0, error.position) + 1, "is no YAML (a control character): take it out")]
    except RecursionError:
        return None, [Problem(0, "is nested too deep: a list of addresses, or of mappings with a url")]


PARTS = ("boards", "filters")  # of a list that is a mapping


def part_of(root: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in root.value if isinstance(key, yaml.ScalarNode) and str(key.value).lower() == name), None)


def unknown_parts(root: yaml.MappingNode) -> list[Problem]:
    """What is wrong with the keys of a list that is a mapping."""
    if part_of(root, "boards") is None:
        return [Problem(root.start_mark.line + 1, "is no list: put '- ' before every address, or before every 'url:'")]
    said = [(key.start_mark.line + 1, str(key.value)) for key, _ in root.value]
    return [Problem(line, f"key {shown(name)} is none of {', '.join(PARTS)}: remove it") for line, name in said if name.lower() not in PARTS]


def filters_in(path: Path) -> list[tuple[int, str]]:
    """The filters of the list *path*, a YAML mapping, each with its line; none of any other list.

    They are one text, or a list of texts; what is neither is given as it can be shown, and no filter can be read from it.
    """
    if path.suffix.lower() not in (".yaml", ".yml"):
        return []
    root, _ = yaml_of(path.read_text("utf-8-sig"))
    node = part_of(root, "filters") if isinstance(root, yaml.MappingNode) else None
    if node is None:
        return []
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [(one.start_mark.line + 1, str(one.value) if isinstance(one, yaml.ScalarNode) else "") for one in nodes if not str(one.tag).endswith(":null")]


def mapping_row(node: yaml.MappingNode, line: int) -> tuple[Row, list[Problem]]:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        at, name = key.start_mark.line + 1, str(key.value).lower() if isinstance(key, yaml.ScalarNode) else ""
        if name not in COLUMNS:
            problems.append(Problem(at, unknown("key", name)))
        elif name in values:
            problems.append(Problem(at, f"key {shown(name)} is there twice: remove one"))
        elif not isinstance(value, yaml.ScalarNode):
            problems.append(Problem(at, f"{name} is no single value: write it on one line"))
        else:  # as it is written: a company called Yes or 1&1 is no boolean and no number
            values[name] = "" if value.tag.endswith(":null") else value.value
    if "url" not in values and not problems:
        problems.append(Problem(line, "has no url: add one"))
    return Row(line, values), problems


READERS: dict[str, Callable[[str], Read]] = {".txt": rows_of_txt, ".csv": rows_of_csv, ".yaml": rows_of_yaml, ".yml": rows_of_yaml}
