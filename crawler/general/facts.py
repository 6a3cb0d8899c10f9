"""Facts that a posting page states in so many words: label and value, or a short line that can only be one thing (:mod:`crawler.general.chips`)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from crawler.fields.dates import read_date
from crawler.fields.employment import read_employment_type
from crawler.fields.location import read_location
from crawler.fields.workplace import read_workplace
from crawler.general.chips import AGO, DIGIT, MONEY, SENTENCE_END, is_posted, kind_of, tidy
from crawler.general.labels import LABEL_MAX, label_kind
from crawler.general.outline import Block
from crawler.general.roles import SENTENCE, is_title, names_role

VALUE_MAX: Final = 200  # characters
LINES_MAX: Final = 3  # of one value
HEADER_LINES: Final = 12  # short lines beside the title that are looked at
NOT_FACTS: Final = frozenset(("nav", "footer", "related", "cookie", "newsletter", "comments", "dialog", "entry", "button", "form", "share"))

_COLON: Final = re.compile(r"\s*[:：]\s+|\s*：\s*|:(?=[^\s/\d])|\s+[–—]\s+")
_CHIPS: Final = re.compile(r"\s*[|•·／]\s*|\s+[–—]\s+|\s{3,}")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ID: Final = re.compile(r"#?\s*([\w][\w./#-]{0,39})\Z")
_ABBREVIATION: Final = re.compile(r"(?:^|[\s.])\w{1,5}\.$")
_ABBREVIATED: Final = re.compile(r"(?:\.\w|\b\w)\.$|\b(?:St|Co|Inc|Str|Bldg|Ave|Rd)\.$")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SENTENCE: Final = re.compile(r"[。！？!?]|[.] ")


class Fact(NamedTuple):
    kind: str
    value: str
    first: int  # the lines that say it, both included
    last: int


def labelled_facts(blocks: Sequence[Block], start: int = 0, end: int | None = None) -> list[Fact]:
    """Every label with its value in lines *start* to *end*, in their order; what is no value of its kind is left out.

    Label and value in one line ("Location: Berlin"), in its pieces, or in lines one after the other (dt and dd, th and
    td, heading and paragraph, an icon's class before a text).
    """
    found: list[Fact] = []
    end = len(blocks) if end is None else min(end, len(blocks))
    at = start
    while at < end:
        block = blocks[at]
        if block.part in NOT_FACTS:
            at += 1
            continue
        here = list(in_line(block, at))
        if here:
            found.extend(here)
        elif (kind := label_of(block)) is not None and (value := below(blocks, at, end)):
            text, last = value
            if accepts(kind, text):
                found.append(Fact(kind, text, at, last))
                at = last
        elif block.hint and len(block.text) <= 80 and len(block.pieces) < 2 and not block.level and accepts(block.hint, block.text, strict=True):
            found.append(Fact(block.hint, tidy(block.text), at, at))
        at += 1
    return found


def label_of(block: Block) -> str | None:
    text = block.text
    return label_kind(text) if len(text) <= LABEL_MAX and (block.links < len(text)) else None


def in_line(block: Block, at: int) -> Iterator[Fact]:
    """The facts that one line holds with their labels."""
    text = block.text
    if len(text) > 600:
        return
    if len(block.pieces) > 1:
        pieces = list(block.pieces)
        kinds = [label_kind(piece) if len(piece) <= LABEL_MAX else None for piece in pieces]
        if any(kinds):
            for number, kind in enumerate(kinds):
                if kind is None:
                    continue
                upto = next((later for later in range(number + 1, len(pieces)) if kinds[later]), len(pieces))
                value = tidy(" ".join(pieces[number + 1 : upto]))
                if value and accepts(kind, value):
                    yield Fact(kind, ended(kind, value), at, at)
            return
    if not (":" in text or "：" in text or "–" in text or "—" in text):
        return
    for chip in _CHIPS.split(text) if len(text) < 300 and text.count(":") > 1 else (text,):
        match = _COLON.search(chip, 0, LABEL_MAX + 12)
        if match is None:
            continue
        label, value = chip[: match.start()], tidy(chip[match.end() :])
        kind = label_kind(label)
        if kind is not None and value and accepts(kind, value):
            yield Fact(kind, ended(kind, value), at, at)


def ended(kind: str, value: str) -> str:
    """*value* without the full stop of its sentence.

    >>> ended("location", "Faro."), ended("location", "Washington, D.C.")
    ('Faro', 'Washington, D.C.')
    """
    return value[:-1] if kind == "location" and value.endswith(".") and not _ABBREVIATED.search(value) else value


def below(blocks: Sequence[Block], at: int, end: int) -> tuple[str, int] | None:
    """The value in the lines after label *at*, and its last line."""
    label = blocks[at]
    lines: list[str] = []
    last = at
    cell = None
    for number in range(at + 1, min(at + 1 + LINES_MAX, end)):
        block = blocks[number]
        headed = block.level and label.level and block.level <= label.level and not label.text.rstrip().endswith((":", "："))
        if block.part in NOT_FACTS or headed or label_of(block):
            break
        if lines and block.parent is not cell and not (block.parent.getparent() is cell or (cell is not None and block.parent.getparent() is cell.getparent() and block.tag == "li")):
            break
        if len(block.text) > VALUE_MAX:
            break
        lines.append(block.text)
        last = number
        cell = block.parent
        if block.tag not in ("td", "dd", "li") and not (number + 1 < end and blocks[number + 1].continued):
            break
    several = label_kind(label.text) == "location" and all(is_place(line) for line in lines)
    return (tidy(("; " if several else " ").join(lines)), last) if lines else None


def accepts(kind: str, value: str, strict: bool = False) -> bool:
    """Whether *value* can be a value of *kind*; *strict*: where only a class or its place says that it is one."""
    if not value or len(value) > VALUE_MAX or value.endswith(":"):
        return False
    return ACCEPTS[kind](value, strict)


@lru_cache(maxsize=4096)
def is_place(value: str) -> bool:
    read = read_location(value)
    return bool(read.places or read.workplace == "remote")


def location(value: str, strict: bool) -> bool:
    if len(value) > 120 or label_kind(value) or is_posted(value) or (len(value) > 50 and _SENTENCE.search(_BRACKETS.sub("", value))):
        return False
    if is_place(value):
        return not (strict and (names_role(value) or SENTENCE_END.search(value)))
    return not strict and len(value) <= 60 and not SENTENCE_END.search(value) and not MONEY.search(value)


def date(value: str, strict: bool) -> bool:
    return len(value) <= 60 and (read_date(value) is not None or bool(_YEAR.search(value)) or (bool(AGO.search(value))))


def employment(value: str, strict: bool) -> bool:
    return len(value) <= 80 and bool(read_employment_type(value))


def workplace(value: str, strict: bool) -> bool:
    return len(value) <= 80 and read_workplace(value) is not None


def salary(value: str, strict: bool) -> bool:
    return bool(DIGIT.search(value)) and len(value) <= 160 and (not strict or bool(MONEY.search(value)))


def requisition(value: str, strict: bool) -> bool:
    return bool(_ID.match(value)) and bool(DIGIT.search(value)) and not is_posted(value)


def name(value: str, strict: bool) -> bool:
    if not 1 < len(value) <= 80 or (SENTENCE_END.search(value) and not _ABBREVIATION.search(value)) or _SENTENCE.search(value.removesuffix(".")):
        return False
    return not SENTENCE.search(value) and not (strict and (is_place(value) or is_posted(value) or names_role(value)))


def title(value: str, strict: bool) -> bool:
    return is_title(value) and len(value) <= 100 and not _SENTENCE.search(value)


def anything(value: str, strict: bool) -> bool:
    return len(value) <= 80


ACCEPTS: Final[dict[str, Callable[[str, bool], bool]]] = {
    "location": location, "date_posted": date, "valid_through": date, "employment_type": employment, "workplace": workplace,
    "salary_text": salary, "salary": salary, "requisition_id": requisition, "company": name, "department": name, "title": title, "start": anything,
}  # fmt: skip


def loose_facts(lines: Iterable[tuple[int, str]]) -> list[Fact]:
    """Facts among short lines that have no label, told by what they look like; a line may be made of several.

    >>> [(fact.kind, fact.value) for fact in loose_facts([(0, "Full-time"), (1, "Lisbon, Portugal"), (2, "Read on")])]
    [('employment_type', 'Full-time'), ('location', 'Lisbon, Portugal')]
    """
    found = []
    for at, line in lines:
        chips = [chip for chip in _CHIPS.split(line) if chip]
        parts = [Fact(kind, tidy(chip), at, at) for chip in chips if (kind := kind_of(chip))] if 1 < len(chips) <= 6 else []
        if not parts and (kind := kind_of(line)):
            parts = [Fact(kind, tidy(line), at, at)]
        found.extend(parts)
    return found

