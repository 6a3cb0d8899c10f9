"""A posting's text, taken apart at its headings."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from crawler.fields.folding import fold
from crawler.fields.look import TEXT_MAX, Look, look
from crawler.fields.sectionwords import BOILERPLATE, COMPILED, FILLERS, KERNELS, PAY, PAY_SIGNS, SIGNS

_HEADING_MAX: Final = 70  # characters of a heading
_WORDS_MAX: Final = 11
_SHORT: Final = 5  # words
_SIGNS_MAX: Final = 24  # characters of a heading in Chinese, Japanese, Korean
_LINES_MAX: Final = 1_000  # of a text; more was never seen
_PROSE_MIN: Final = 120  # characters from which a line after a list is a paragraph, no part of it
_BOILERPLATE_MIN: Final = 20
_SENTENCE_MAX: Final = 400  # characters
_SECTION_MIN: Final = 12  # characters of a section that is worth having

_BLANK_LINES: Final = re.compile(r"\n{3,}")
_DRESS: Final = re.compile(r"^[\W_]+|[\W_]+$")
_APOSTROPHES: Final = re.compile("[’'‘`´]")
_HYPHENS: Final = re.compile("[\u2010\u2011]")
_ITEM: Final = re.compile(r"(?:[-*•+–]|\d{1,2}[.)])\s+(?!\*)")
_BETWEEN: Final = re.compile(r"[\s,/&+()|]+")
_CJK: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_INLINE: Final = re.compile(r"([^:：\n]{4,45})[:：]\s+(\S.{19,})")
_FACTS: Final = frozenset(
    ("experience", "education", "skills", "skill", "background", "knowledge", "erfahrung", "experiencia", "formation")
)


_HEADS_LIST: Final = re.compile(
    r"requirement|qualification|responsibilit|duties|benefit|aufgaben|anforderung|missions|requisit"
)  # in an item
_PLAIN: Final = re.compile(r"requirement|qualification|anforderung|requisit|prerequis|eisen|wymagan|pozadav|poziadav")


class Sections(NamedTuple):
    """The sections of a posting, each as its own lines without its heading; ``None`` where it has none."""

    responsibilities: str | None = None
    requirements: str | None = None
    benefits: str | None = None


def split_sections(text: str) -> Sections:
    r"""Take *text*, plain as :func:`crawler.fields.text.html_to_text` makes it, apart at its headings.

    A heading is a short line that its words say to be one, with or without a colon or Markdown around it; the languages
    are those of :mod:`crawler.fields.sectionwords`. A section goes on to the next heading of any kind, or to a
    paragraph of boilerplate (the pay range of a law, equal opportunity), or to prose after a list. Sections of one kind
    are joined, later headings of that kind stay as lines. A heading of two kinds opens neither.

    >>> split_sections("We build boats.\n\nWhat You'll Be Doing\n\n- Saw wood all day\n\nAbout you:\n\nYou love the sea and wood.")
    Sections(responsibilities='- Saw wood all day', requirements='You love the sea and wood.', benefits=None)
    """
    text = text[:TEXT_MAX]
    if "\n" not in text:
        return Sections()
    found: dict[str, list[str]] = {}
    current = ""
    listed = False  # whether the current section has had an item of a list
    lines = text.split("\n")
    seen = look(text)
    cjk = _CJK.search("".join(seen.signs)) is not None
    ends = _numbers_of(seen, "section ends")
    pay = _numbers_of(seen, "pay ends")
    pay.update(number for sign in PAY_SIGNS if sign in text for number, line in enumerate(lines) if sign in line)
    for number, line in enumerate(lines[:_LINES_MAX]):
        bare = line.strip()
        if not bare:
            if current:
                found[current].append("")
            continue
        if bare[:2] == "- " and not cjk and _is_item(bare):
            if current:
                found[current].append(line.rstrip())
                listed = True
            continue
        kind, rest = _heading(bare)
        if kind and kind == current:
            found[current].append(bare)
            listed = listed and bool(rest)
        elif kind:
            current = kind if kind in Sections._fields else ""
            if current:
                found.setdefault(current, []).extend(("", rest) if rest else ("",))
            listed = False
        elif current:
            item = _ITEM.match(bare) is not None
            if not item and (
                (number in ends and _found(BOILERPLATE, bare))
                or (number in pay and current != "benefits" and _found(PAY, bare))
                or (listed and _is_prose(bare, lines, number))
            ):
                current = ""
            else:
                found[current].append(line.rstrip())
                listed = listed or item
    return Sections(**{name: _joined(kept) for name, kept in found.items()})


def _numbers_of(seen: Look, kind: str) -> set[int]:
    """The numbers of the lines in which words of *kind* stand."""
    places = seen.folded_places(kind)
    if not places:
        return set()
    begins = list(accumulate([len(line) + 1 for line in seen.folded.split("\n")]))
    return {bisect_right(begins, start) for start, _ in places}


def _is_item(line: str) -> bool:
    """Say whether *line*, which begins with "- " and holds no sign of Chinese, Japanese or Korean, can be no heading."""
    return line[2:3] not in "* " and "\t" not in line and not line.endswith((":", ":**"))


def _found(pattern: re.Pattern[str], line: str) -> bool:
    return len(line) >= _BOILERPLATE_MIN and pattern.search(fold(line)) is not None


def _is_prose(line: str, lines: list[str], number: int) -> bool:
    """Say whether *line*, no item, is after a list no part of it: prose, or the heading of prose."""
    if len(line) >= _PROSE_MIN:
        return True
    following = next((bare for one in lines[number + 1 : number + 3] if (bare := one.strip())), "")
    stands_out = line.startswith(("**", "#")) or (line[:1].isupper() and not "".join(lines[number - 1 : number]).strip())
    return (
        stands_out
        and len(line) <= _HEADING_MAX
        and not line.endswith(".")
        and len(following) >= _PROSE_MIN
        and not _ITEM.match(following)
    )


def _joined(lines: list[str]) -> str | None:
    text = "\n".join(lines).strip()
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    return text if len(text) >= _SECTION_MIN else None


def _heading(line: str) -> tuple[str, str]:
    """Return what *line* heads (a section, ``other``, or ``""``), and the text that follows the heading in it."""
    if "\t" in line:
        cell, _, rest = line.partition("\t")
        return (kind, rest.strip()) if len(cell) <= _HEADING_MAX and (kind := _kind(cell)) else ("", "")
    if len(line) <= _HEADING_MAX and not line.rstrip("*_ ").endswith((".", ",", ";")) and (kind := _kind(line)):
        return kind, ""
    if (":" in line[:48] or "：" in line[:48]) and (match := _INLINE.match(line.lstrip("*#_ "))):
        kind = _kind(match[1])
        if kind in Sections._fields and match[1].lower().strip("*_ ") not in _FACTS and not _ITEM.match(line):
            return kind, line if kind == "requirements" and not _PLAIN.search(fold(match[1])) else match[2].lstrip(
                "*_ "
            )
    return "", ""


@lru_cache(maxsize=4096)  # a board's postings have the same headings
def _kind(line: str) -> str:
    if _CJK.search(line):
        bare = _DRESS.sub("", line)
        if len(bare) <= _SIGNS_MAX and not bare.endswith("。"):
            return next((kind for kind, signs in SIGNS if signs.search(bare)), "")
        return ""
    if _ITEM.match(line) and not (line.endswith((":", ":**")) and _HEADS_LIST.search(fold(line))):
        return ""
    bare = _DRESS.sub("", fold(_HYPHENS.sub("-", _APOSTROPHES.sub("", line))))
    words = _BETWEEN.split(bare)
    if not bare or len(words) > _WORDS_MAX:
        return ""
    kinds = {kind for kind, kernels in KERNELS.items() if not kernels.isdisjoint(words)}
    if kinds and all(word in FILLERS or any(word in kernels for kernels in KERNELS.values()) for word in words):
        named = kinds - {"other"}
        if len(named) > 1 or kinds == {"requirements", "other"}:  # "Travel requirements"
            return "other"
        if named:
            return named.pop()
    joined = " ".join(words)
    for kind, pattern in COMPILED:
        if pattern.fullmatch(joined):
            return kind
    return (
        "other"
        if kinds == {"other"}
        and len(words) <= _SHORT
        and all(word in FILLERS or word in KERNELS["other"] for word in words)
        else ""
    )


_OFFERED: Final = re.compile(
    r"(?:[+&]|\b(?:plus|and|with|offer|offers|provide|include|includes|including|eligible for|entitled to))\s(?:[\w-]+,?\s){0,4}benefits\b(?! (?:the|our|your|us|both|everyone|team|department|specialist|analyst|manager|administ))", re.IGNORECASE
)
_OFFERS_MAX: Final = 20  # places of the word "benefits"
_LINE_MAX: Final = 3_000  # characters of a line on either side of it
_OFFER_MAX: Final = 200  # characters before "benefits" in which their offer begins
_AFTER_MAX: Final = 30  # characters after it that say whose they are
_NOT_OFFERED: Final = re.compile(r"\b(?:not?|exclud\w+|without|benefits of|accommodat\w+)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def benefits_sentence(text: str) -> str | None:
    """The first sentence that offers benefits, for a posting in English without a section of them; ``None`` where none does.

    >>> benefits_sentence("You sell. The pay is $50,000 + equity + benefits. These figures do not include benefits.")
    'The pay is $50,000 + equity + benefits.'
    >>> benefits_sentence("Explain the benefits of our boats. Work with the benefits team.")
    """
    text = text[:TEXT_MAX]
    done = 0
    for start, word in look(text).places("benefits")[:_OFFERS_MAX]:
        end = start + len(word)
        match = _OFFERED.search(text, max(done, start - _OFFER_MAX), end + _AFTER_MAX)
        if match is None or match.end() != end:
            continue
        done = end
        line_start = max(text.rfind("\n", 0, match.start()) + 1, start - _LINE_MAX)
        line = text[line_start : end + _LINE_MAX].split("\n", 1)[0]
        for sentence in _SENTENCE.split(line):
            if len(sentence) <= _SENTENCE_MAX and _OFFERED.search(sentence) and not _NOT_OFFERED.search(sentence):
                return sentence.strip()
    return None
