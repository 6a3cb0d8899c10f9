"""Vacancies that are sections of one page: a heading that is a title, and below it what a posting says.

Read only where it is sure: on a page about work at its house that leads to no postings, two headings or more of one rank,
most headings of that rank titles, and below each a text of its own with marks of a vacancy. A team's page has titles
and texts, too, but nothing to apply for.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crawler.general.application import mailed
from crawler.general.article import extent, weight
from crawler.general.evidence import PROGRAMMES
from crawler.general.facts import NOT_FACTS, labelled_facts, loose_facts
from crawler.general.headline import SAYS_HIRING, fold
from crawler.general.outline import Block
from crawler.general.roles import GENDER, is_title
from crawler.general.sentences import place_in_text, workplace_in_text
from crawler.general.words import APPLY, CAREERS, GENERIC, MACHINERY, SECTIONS

SECTIONS_MAX: Final = 200
BODY_MIN: Final = 150  # letters of a section's text
MARKS_MIN: Final = 2  # marks of a vacancy in a section
TITLED: Final = 0.5  # share of the headings of a rank between the first and the last that are titles
NEAR: Final = 4  # lines below the heading that are looked at for facts without labels
UNRANKED: Final = 3  # the level from which headings are inside of what is folded
PARTS: Final = frozenset((None, "button", "dialog"))  # a window that opens over the page may hold a vacancy
FOLDED: Final = frozenset(("summary", "button", "dt"))  # what opens a section when pressed
_SEEKING: Final = re.compile(
    r"\b(?:we(?:['’]re| are)? (?:currently )?(?:looking for|seeking|hiring)|is seeking|the (?:ideal|successful) candidate|wir suchen|suchen wir|gesucht|nous recherchons|recherchons|buscamos|se busca|procuramos|estamos (?:buscando|contratando)|cerchiamo|siamo alla ricerca|wij zoeken|zijn wij op zoek|we zoeken|vi søger|vi söker|szukamy|poszukujemy|hledáme|hľadáme)\b|募集|招聘",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Section:
    """A vacancy that is a part of a page; lists hold what is said several times."""

    title: str
    body: list[Block]
    facts: dict[str, list[str]] = field(default_factory=dict)
    apply_url: str | None = None


def sections_of(blocks: Sequence[Block]) -> list[Section]:
    """The vacancies among the lines of a page that leads to none; [] where it is not sure that these are some."""
    ranks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if (block.level or block.tag in FOLDED) and block.part in PARTS and len(block.text) <= 160 and (not block.links or calls(block)):
            ranks[block.tag, block.level].append(at)
    for rank, places in sorted(ranks.items(), key=lambda item: (item[0][1] or 9, item[1][0])):
        titled = [at for at in places if is_vacancy_title(title_of(blocks[at]))]
        if len({fold(title_of(blocks[at])) for at in titled}) < 2 or len(titled) > SECTIONS_MAX:
            continue
        between = [at for at in places if titled[0] <= at <= titled[-1]]
        if len(titled) < TITLED * len(between):
            continue
        found = [section for at in titled if (section := section_of(blocks, at, end_of(blocks, at, rank)))]
        if len(found) >= 2 and 2 * len(found) >= len(titled):
            return found
    return []


def calls(block: Block) -> bool:
    """Whether the links of a heading lead nowhere else: a button beside the title, a jump to the section."""
    return all(href.startswith(("#", "javascript:", "mailto:")) for href in block.hrefs)


def title_of(block: Block) -> str:
    """The title that a heading says, without what the page's machinery has put beside it."""
    pieces = [piece for piece in block.pieces if not MACHINERY.match(piece)]
    text = " ".join(pieces) if 0 < len(pieces) < len(block.pieces) else block.text
    return SAYS_HIRING.sub("", text).strip(" :") or text


def is_vacancy_title(text: str) -> bool:
    return is_title(text.rstrip(" :.!")) and not PROGRAMMES.search(text) and not CAREERS.fullmatch(text) and not SECTIONS.fullmatch(text) and not MACHINERY.match(text)


def end_of(blocks: Sequence[Block], at: int, rank: tuple[str, int]) -> int:
    """The line with which the section of heading *at* is over: the next heading of its rank, or of a higher one."""
    tag, level = rank
    for number in range(at + 1, len(blocks)):
        block = blocks[number]
        if (block.tag == tag and block.level == level) or (0 < block.level < (level or UNRANKED) and block.tag not in FOLDED) or block.part in ("footer", "related"):
            return number
    return len(blocks)


def is_machinery(text: str) -> bool:
    return len(text) < 70 and bool(MACHINERY.match(text) or GENERIC.fullmatch(text))


def section_of(blocks: Sequence[Block], at: int, end: int) -> Section | None:
    own = blocks[at].part if blocks[at].part == "dialog" else None
    body = [block for block in blocks[at + 1 : end] if block.part == own and (own or weight(block) > -30) and not is_machinery(block.text)]
    if sum(extent(block.text) for block in body) < BODY_MIN:
        return None
    heading, title = blocks[at].text, title_of(blocks[at])
    facts = labelled_facts(blocks, at + 1, end)
    lines = [
        (number, piece)
        for number in range(at + 1, min(at + 1 + NEAR, end))
        if blocks[number].part not in NOT_FACTS and len(blocks[number].text) <= 160
        for piece in (blocks[number].pieces if len(blocks[number].pieces) > 1 else (blocks[number].text,))
    ]
    kinds = {fact.kind for fact in facts}
    facts += [fact for fact in loose_facts(lines) if fact.kind not in kinds]
    heads = sum(1 for block in body if len(block.text) < 90 and (block.level or block.text.endswith((":", "?")) or len(block.text) < 40) and SECTIONS.search(block.text))
    mail = mailed((), body, 0)
    marks = (
        min(heads, 2) + len({fact.kind for fact in facts} - {"title", "company", "department"}) + (mail is not None) + 2 * bool(GENDER.search(heading))
        + bool(SAYS_HIRING.search(heading)) + any(_SEEKING.search(block.text[:400]) for block in body)
        + any(len(block.text) < 60 and APPLY.search(block.text) for block in blocks[at + 1 : end])
    )  # fmt: skip
    if marks < MARKS_MIN:
        return None
    found = Section(title, body, apply_url=mail)
    for fact in facts:
        if fact.value not in (values := found.facts.setdefault(fact.kind, [])):
            values.append(fact.value)
    said = [block.text for block in body]
    if "location" not in found.facts and (place := place_in_text(said)):
        found.facts["location"] = [place]
    if "workplace" not in found.facts and (way := workplace_in_text(said)):
        found.facts["workplace"] = [way]
    return found
