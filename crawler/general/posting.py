"""Is a page one posting, and what does it say? Everything that the lines of a page tell of the posting it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from crawler.fields.location import read_location
from crawler.general.application import apply_url
from crawler.general.article import body_of
from crawler.general.chips import is_place_alone, tidy
from crawler.general.employer import employer_of
from crawler.general.evidence import ENOUGH, evidence, is_one_of_several
from crawler.general.facts import NOT_FACTS, Fact, labelled_facts, loose_facts
from crawler.general.headline import SAYS_HIRING, Headline, fold, headline_of
from crawler.general.links import Link
from crawler.general.notices import says_closed
from crawler.general.outline import Block, Outline
from crawler.general.roles import is_title, names_role
from crawler.general.sentences import place_in_text, workplace_in_text
from crawler.general.site import label_of
from crawler.general.words import MACHINERY, OTHERS

BODY_MIN: Final = 150  # characters of a posting's text
SIGN: Final = 3  # letters that a Chinese or Japanese sign says as much as
BETWEEN: Final = 9  # lines between two facts of one table
AROUND: Final = 14  # lines before the title and after the text that are looked at for facts
_BRACKETED: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{2,60})[)\]）】]")
_AT_END: Final = re.compile(r"(?:,| [–—|-]| in)\s+([^,–—|()]{3,40})$")
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:[-/.](?:19|20)?\d\d){0,2}")
# A number in the title: of at least three figures, alone, with letters before it, or after a word for it.
_NUMBERED: Final = re.compile(
    r"\s*[(\[]\s*(?:(?:ref|req|job|id|nr|no|kennziffer|réf|rif|código|kód)\w{0,10}[.:#\s-]{0,3})?(?P<id>(?=[\w/.-]*\d{3})[A-Z]{0,5}[-_/.]?\d[\d/._-]{2,14})\s*[)\]]\s*$"
    r"|^(?P<lead>[A-Z]{0,4}[-_]?\d{4,10})\s+[-–—|:]\s+(?=\S)|\s+[-–—|]\s+(?:ref|req|job id|kennziffer|réf|rif)\w{0,10}[.:#\s-]{0,3}(?P<tail>(?=[\w/.-]*\d{2})[\w/.-]{3,20})$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PostingPage:
    """What a page says of the one posting that it is; lists hold what is said several times."""

    title: str
    body: list[Block]
    facts: dict[str, list[str]] = field(default_factory=dict)
    company: str | None = None
    apply_url: str | None = None
    closed: bool = False


def posting_of(root: etree._Element, outline: Outline, links: Sequence[Link], url: str, listed: int) -> PostingPage | None:
    """The posting that the page is about; ``None`` when it is about none, or about several.

    *listed* is how many links of the page lead to postings. Evidence is weighed: a title that is a role, an address
    below a careers page, sections and facts as postings have them, a way to apply.
    """
    blocks = outline.blocks
    headline = headline_of(outline, label_of(url))
    start = headline.at + 1 if headline is not None else 0
    labelled = labelled_facts(blocks)
    lines = {number for fact in labelled for number in range(fact.first, fact.last + 1)}
    body = body_of(blocks, start, lines)
    closed = says_closed(blocks)
    title = title_of(headline, labelled, outline)
    if title is None:
        return None
    first, last = span_of(blocks, body, start)
    near = facts_near(blocks, labelled, headline, first, last)
    if is_one_of_several(blocks, headline):
        return None
    if evidence(outline, url, title, headline, body, near, links, listed, closed) < ENOUGH:
        return None
    if not closed and sum(weight(block.text) for block in body) < BODY_MIN:
        return None
    found = PostingPage(title, body, closed=closed)
    for fact in near:
        values = found.facts.setdefault(fact.kind, [])
        if fact.value not in values:
            values.append(fact.value)
    settle(found, headline)
    found.company = employer_of(outline, url, title, body, next(iter(found.facts.get("company", [])), None), lines_beside(blocks, headline))
    found.apply_url = apply_url(root, blocks, body, last, url)
    return found


def weight(text: str) -> int:
    """How many letters *text* would have in an alphabet.

    >>> weight("cook"), weight("調理師")
    (4, 9)
    """
    return len(text) if text.isascii() else sum(SIGN if "\u3040" <= c <= "\u9fff" else 1 for c in text)


def settle(found: PostingPage, headline: Headline | None) -> None:
    """What the facts leave open, from the title and the text; "Remote" beside a place is how, not where."""
    facts, lines = found.facts, [block.text for block in found.body]
    places = facts.get("location", [])
    without = [place for place in places if not read_location(place).places]
    if len(places) > len(without) > 0:
        facts["location"] = places = [place for place in places if place not in without]
        facts.setdefault("workplace", []).extend(without)
    if not places and headline is not None:
        where = [tidy(piece) for piece in (*_BRACKETED.findall(headline.text), *_AT_END.findall(headline.text)) if is_place_alone(piece)]
        where = [place.rstrip(".") for place in where]
        if not where and (place := place_in_text(lines)):
            where = [place]
        if where:
            facts["location"] = where
    if not facts.get("workplace") and (way := workplace_in_text(lines)):
        facts["workplace"] = [way]
    if not facts.get("requisition_id") and (number := number_in(found.title)):
        facts["requisition_id"] = [number]


def number_in(title: str) -> str | None:
    """The employer's number that a *title* ends or begins with; a year is none.

    >>> number_in("Cook (JPO1715)"), number_in("60578 - Cook"), number_in("Cook - Ref. 12/A"), number_in("Cook (2026)"), number_in("Cook (m/w/d)")
    ('JPO1715', '60578', '12/A', None, None)
    """
    match = _NUMBERED.search(title) if any(c.isdigit() for c in title) else None
    found = next((group for group in match.groups() if group), None) if match else None
    return None if found is None or _YEARS.fullmatch(found) else found


def lines_beside(blocks: Sequence[Block], headline: Headline | None) -> list[str]:
    """Names that stand alone next to the title: the heading before it, the first of the things in the line after it."""
    if headline is None or headline.at < 0:
        return []
    found = []
    before = blocks[headline.at - 1] if headline.at else None
    if before is not None and before.level and before.part is None:
        found.append(before.text)
    for block in blocks[headline.at + 1 : headline.at + 3]:
        if block.part is None and len(block.text) < 120 and not block.level:
            pieces = [tidy(piece) for text in (block.pieces or (block.text,)) for piece in re.split(r"\s+[·|•]\s+", text)]
            if len(pieces) > 1 and any(is_place_alone(piece) for piece in pieces[1:4]):
                found.append(pieces[0])
    return found


def title_of(headline: Headline | None, labelled: Sequence[Fact], outline: Outline) -> str | None:
    """The heading, unless the page names the role under a label and the heading names none."""
    stated = next((fact.value for fact in labelled if fact.kind == "title"), None)
    if stated is not None and len(stated) <= 120:
        heading = headline.text if headline is not None else ""
        # A heading that was copied from another page: its label says another role.
        if headline is None or not names_role(heading) or (is_title(stated) and fold(stated) in fold(outline.title) and fold(heading) not in fold(outline.title)):
            return SAYS_HIRING.sub("", stated).strip() or stated
    return headline.text if headline is not None else None


def span_of(blocks: Sequence[Block], body: Sequence[Block], start: int) -> tuple[int, int]:
    """The numbers of the first and last line of *body* among *blocks*."""
    if not body:
        return start, start
    number = {id(block): at for at, block in enumerate(blocks)}
    return number[id(body[0])], number[id(body[-1])]


def facts_near(blocks: Sequence[Block], labelled: Sequence[Fact], headline: Headline | None, first: int, last: int) -> list[Fact]:
    """The facts that belong to the posting between its title and a little after its text: labelled ones before others."""
    at = headline.at if headline is not None and headline.at >= 0 else first
    # Below another heading stand the facts of another thing.
    headed = any(block.level and block.part is None for block in blocks[max(0, at - 6) : max(0, at - 1)])
    top = at if headed else max(0, at - 6)
    others = next((at for at in range(last + 1, len(blocks)) if len(blocks[at].text) < 80 and OTHERS.match(blocks[at].text)), len(blocks))
    found, reach = [], min(last + AROUND, others)
    for fact in labelled:
        if top <= fact.first <= reach:
            found.append(fact)
            reach = max(reach, min(fact.last + BETWEEN, others))  # a table of facts goes on
    # A fact that is stated again with another value further down is another vacancy's.
    seen: dict[str, int] = {}
    kept = []
    for fact in found:
        if fact.kind in seen and fact.first > seen[fact.kind] + 3 and fact.kind not in ("salary_text", "salary"):
            continue
        seen[fact.kind] = fact.last
        kept.append(fact)
    own = headline.at if headline is not None else -1
    said = {number for fact in labelled for number in range(fact.first, fact.last + 1)}
    lines = [
        (at, piece)
        for at in range(top, min(first + 1, len(blocks)))
        if at not in said and blocks[at].part not in NOT_FACTS and len(blocks[at].text) <= 160 and not MACHINERY.match(blocks[at].text)
        for piece in (blocks[at].pieces if len(blocks[at].pieces) > 1 else (blocks[at].text,))
    ]
    loose = loose_facts(lines[-24:])
    below = {fact.kind for fact in loose if fact.first >= own}
    # What stands above the title is the page's more often than the posting's.
    kept += [fact for fact in loose if fact.kind not in seen and (fact.first >= own or (fact.kind not in below and fact.first >= own - 3))]
    return kept
