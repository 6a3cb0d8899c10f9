"""How much speaks for a page being one posting."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from crawler.general.facts import Fact
from crawler.general.headline import SAYS_HIRING, SEEKS_ONE, Headline, fold
from crawler.general.links import Link
from crawler.general.listing import ELSEWHERE, is_job_word, segments
from crawler.general.outline import Block, Outline
from crawler.general.roles import GENDER, is_title, names_role
from crawler.general.words import APPLY, CAREERS, SECTIONS, SEEKS

SOUGHT_WITHIN: Final = 6  # lines of the text
ENOUGH: Final = 6.0  # evidence that a page is a posting
_HIRING_SLUG: Final = re.compile(r"(?:^|[-_/])(?:jobs?|hiring|vacanc(?:y|ies)|positions?|openings?|recrute|stelle\w*|emploi|empleo|vaga|vacature|praca|stilling)(?:[-_./]|$)")
# Several of a kind are a programme that a page tells about, not a posting.
PROGRAMMES: Final = re.compile(r"\b(?:internships|apprenticeships|traineeships|fellowships|praktika|praktikumsplätze|ausbildungsplätze|stages|estágios|tirocini)\b", re.IGNORECASE)


def is_one_of_several(blocks: Sequence[Block], headline: Headline | None) -> bool:
    """Whether other headings of the headline's rank name roles, too: the page has its roles as sections."""
    if headline is None or headline.at < 0:
        return False
    own = blocks[headline.at]
    others = {
        fold(block.text)
        for block in blocks[headline.at + 1 :]
        if block.level == own.level and block.tag == own.tag and block.part is None and not block.links and is_title(bare := SAYS_HIRING.sub("", block.text)) and not SECTIONS.search(bare)
    }
    return own.level > 0 and len(others - {fold(own.text)}) >= (1 if own.level > 1 else 2)


def evidence(
    outline: Outline, url: str, title: str, headline: Headline | None, body: Sequence[Block], facts: Sequence[Fact],
    links: Sequence[Link], listed: int, closed: bool,
) -> float:  # fmt: skip
    """How much speaks for the page being one posting with this *title*."""
    way = segments(urlsplit(url))
    score = 0.0
    if GENDER.search(title):
        score += 4
    elif is_title(title):
        score += 3
    elif names_role(title):
        score += 1.5
    if any(is_job_word(segment) for segment in way[:-1]):
        score += 2
    elif way and (_HIRING_SLUG.search(way[-1]) or (urlsplit(url).query and is_job_word(way[-1].partition(".")[0]))):
        score += 1.5
    if any(segment in ELSEWHERE for segment in way[:-1]) and not (way and _HIRING_SLUG.search(way[-1])):
        score -= 2
    if SAYS_HIRING.search(title) or SEEKS.search(title) or (headline is not None and headline.at >= 0 and SEEKS_ONE.match(outline.blocks[headline.at].text)):
        score += 2
    if any(fold(title) in fold(block.text) and SEEKS.search(block.text) for block in body[:SOUGHT_WITHIN] if not block.level and len(block.text) < 500):
        score += 2  # the text says that somebody is sought for it
    sections = sum(1 for block in body if (block.level or len(block.text) < 60) and len(block.text) < 90 and SECTIONS.search(block.text))
    score += min(sections, 4) * 0.75
    kinds = {fact.kind for fact in facts} - {"title", "start", "company", "department"}
    score += min(len(kinds), 3) * 0.7
    if headline is not None and headline.sure >= 8 and {"employment_type", "location"} < kinds:
        score += 1.5  # no event and no product has all of them
    if any(len(link.text) < 50 and APPLY.search(link.text) for link in links if link.part not in ("nav", "footer")) or any(
        len(block.text) < 60 and APPLY.search(block.text) and block.part not in ("nav", "footer") for block in outline.blocks
    ):
        score += 1
    elif any(APPLY.search(block.text[-400:]) for block in body[-4:]):
        score += 0.75
    if CAREERS.search(outline.title[:200]) or any(block.part == "nav" and len(block.text) < 200 and "»" in block.text and CAREERS.search(block.text) for block in outline.blocks[:60]):
        score += 0.5
    size = sum(len(block.text) for block in body)
    score += 1 if size > 600 else 0
    if closed:
        score += 2
    if listed > 2:
        # A page whose head and address are the posting's has the others beside it.
        own = headline is not None and is_title(title) and headline.sure >= 10 and any(is_job_word(segment) for segment in way[:-1])
        score -= min(listed, 8) * (0.25 if own else 0.5 if is_title(title) and sections >= 2 else 1.0)
    if not names_role(title) and CAREERS.search(title):
        score -= 5
    if PROGRAMMES.search(title):
        score -= 4
    if CAREERS.fullmatch(title.rstrip("!:. ")) or SECTIONS.fullmatch(title.rstrip("!:. ")):
        score -= 5
    return score
