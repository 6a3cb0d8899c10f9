"""Is a page one posting, and what does it say? Everything that the lines of a page tell of the posting it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawler.fields.location import read_location
from crawler.general.article import body_of
from crawler.general.employer import employer_of
from crawler.general.evidence import ENOUGH, evidence, is_one_of_several
from crawler.general.facts import NOT_FACTS, Fact, is_place_alone, labelled_facts, loose_facts, tidy
from crawler.general.headline import SAYS_HIRING, Headline, fold, headline_of
from crawler.general.links import Link
from crawler.general.notices import says_closed
from crawler.general.outline import Block, Outline
from crawler.general.roles import is_title, names_role
from crawler.general.sentences import place_in_text, workplace_in_text
from crawler.general.site import label_of
from crawler.general.words import APPLY, MACHINERY

BODY_MIN: Final = 150  # characters of a posting's text
AROUND: Final = 14  # lines before the title and after the text that are looked at for facts
_BRACKETED: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{2,60})[)\]）】]")
_AT_END: Final = re.compile(r"(?:,| [–—|-]| in)\s+([^,–—|()]{3,40})$")
_VEILED: Final = re.compile(r"/cdn-cgi/l/email-protection#((?:[0-9a-f]{2}){6,400})$", re.IGNORECASE)
_ADDRESS_IN_TEXT: Final = re.compile(r"mailto:[^?\s]+@[^?\s]+", re.IGNORECASE)


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
    if not closed and sum(len(block.text) for block in body) < BODY_MIN:
        return None
    found = PostingPage(title, body, closed=closed)
    for fact in near:
        values = found.facts.setdefault(fact.kind, [])
        if fact.value not in values:
            values.append(fact.value)
    settle(found, headline)
    found.company = employer_of(outline, url, title, body, next(iter(found.facts.get("company", [])), None), lines_beside(blocks, headline))
    found.apply_url = apply_url(root, body, url)
    return found


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
    found = [fact for fact in labelled if top <= fact.first <= last + AROUND]
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


def apply_url(root: etree._Element, body: Sequence[Block], url: str) -> str | None:
    """Where one applies: the link that says so, else the mail address in the text."""
    for element in root.iter("a"):
        href = (element.get("href") or "").strip()
        text = " ".join("".join(element.itertext()).split())
        if not href or len(text) > 60 or href.startswith(("javascript:", "tel:", "#")) or href.partition("#")[0] == url:
            continue
        if APPLY.search(text) and (APPLY.match(text) or len(text) < 40):
            if (mail := unveiled(href)) is not None:
                return mail
            if href.lower().startswith("mailto:"):
                return str(href) if "@" in href else None
            try:
                full = urljoin(url, href)
            except ValueError:
                continue
            parts = urlsplit(full)
            if parts.scheme in ("http", "https") and parts.netloc:
                return str(full)
    for block in reversed(body):
        for href in block.hrefs:
            if _ADDRESS_IN_TEXT.match(href) or (href := unveiled(href) or ""):
                return href
    return None


def unveiled(href: str) -> str | None:
    """The mail address that Cloudflare hides from programs: each byte combined with the first one.

    >>> unveiled("/cdn-cgi/l/email-protection#1b717a5b7a357961")
    'mailto:ja@a.bz'
    """
    match = _VEILED.search(href)
    if match is None:
        return None
    key, *rest = bytes.fromhex(match[1])
    return "mailto:" + bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
