"""The title of a posting among the headings of its page."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from crawler.general.chips import kind_of
from crawler.general.outline import BOLD, Block, Outline
from crawler.general.roles import is_title, names_role
from crawler.general.words import CAREERS, MACHINERY, OTHERS, SECTIONS

HEADINGS_MAX: Final = 400  # headings looked at
SEPARATOR: Final = re.compile(r"\s+[|–—·•:»«>/\\-]+\s+|\s*[|»«]\s*|\s*::\s*|[–—](?=\s)|\s\[|\]\s*$|／|｜|：|，")
SAYS_HIRING: Final = re.compile(
    r"^\W*(?:(?:profil[eo]?(?:\s(?:[a-z]|\d{1,2}))?|job|open(?: position| role)?|position|role|vacancy|careers?|jobs?|hiring|we(?:['’]?re| are) hiring|now hiring|wanted|job (?:opening|offer|description|title|posting)|current opening|stellenangebot|stellenanzeige|wir suchen|offre d['’]emploi|recrutement|poste|oferta(?: de empleo)?|vacante|vaga|empleo|posizione(?: aperta)?|offerta di lavoro|lavora con noi|vacature|"
    r"ledig stilling|stilling|praca|oferta pracy|volná pozice|nabídka práce)\s*[:–—|-]\s*)(?=\S)|\s+(?:wanted|gesucht|gezocht|søges|sökes|m/w/d gesucht|\(?job opening\)?)\s*!?$",
    re.IGNORECASE,
)
# "Acme is hiring a cook", "Wir suchen eine Köchin": what is sought is the title.
SEEKS_ONE: Final = re.compile(
    r"^(?:.{2,60}?\s(?:is|are)\s|we\s?(?:['’]|\sa)re\s)?(?:now\s|currently\s|still\s)*(?:hiring|recruiting|looking for|seeking)(?:\sfor)?\s(?:an?\s|our\s(?:next\s|first\s|new\s)?)(?=\S)"
    r"|^(?:.{2,60}?\s)?(?:recrute|recherche|cherche|recrutons|recherchons|cherchons)\s(?:un\(e\)|un ou une|un/une|une?|son|sa|notre)\s(?=\S)"
    r"|^(?:.{2,60}?\s)?(?:sucht|suchen)(?:\s(?:ab sofort|dich|sie)(?:\sals)?)?\s(?:(?:eine?[nr]?|eine?[/*:(_-]+[nr]\)?)\s)?(?=[A-ZÄÖÜ])"
    r"|^(?:.{2,60}?\s)?(?:busca|buscamos|procura|procuramos|cerca|cerchiamo|ricerca|zoekt|zoeken)\s(?:(?:una?|unos?|uma?|uno|een|o/a|un/a|uno/a)\s)(?=\S)",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[\W_]+")


class Headline(NamedTuple):
    text: str
    at: int  # the line that it is, -1 when it stands in the head of the page alone
    sure: float


def fold(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def parts_of_head(outline: Outline) -> list[str]:
    """What the <title>, og:title and twitter:title say, whole and in the pieces between their separators."""
    found: list[str] = []
    for text in (outline.metas.get("og:title"), outline.title, outline.metas.get("twitter:title")):
        if text:
            found.extend([text, *(part for part in SEPARATOR.split(text) if part and len(part) > 2)])
    return list(dict.fromkeys(part.strip(" []") for part in found))


def headline_of(outline: Outline, house: str = "") -> Headline | None:
    """The title of what the page is about; ``None`` when none of its headings is one.

    A heading that the page's head repeats, that names a role, or that stands first counts; names of sections and of
    the *house* (the label of its host) do not.
    """
    parts = parts_of_head(outline)
    folded = {fold(part) for part in parts if part}
    whole = [fold(text) for text in (outline.title, outline.metas.get("og:title", "")) if text]
    named = {fold(name) for name in (house, outline.metas.get("og:site_name", "")) if name}
    roles = [part for part in parts if is_title(part)]
    best: Headline | None = None
    looked = 0
    first_seen = False
    for at, block in enumerate(outline.blocks):
        if not block.level or len(block.text) > 250:
            continue
        looked += 1
        if looked > HEADINGS_MAX:
            break
        text, sure = max(((text, judged(block, text, folded, whole)) for text in texts_of(block)), key=lambda found: found[1])
        if block.level == 1 and block.part is None and not first_seen:
            first_seen = True
            sure += 1
        if fold(text) in named:
            sure -= 6
        elif roles and not names_role(text):
            sure -= 3
        if best is None or sure > best.sure:
            best = Headline(text, at, sure)
    if best is None or best.sure < 5:
        titles = [part for part in parts if is_title(part)]
        in_head = next((part for part in titles if not any(other != part and other in part for other in titles)), None)
        if in_head is not None:
            at = next((at for at, block in enumerate(outline.blocks) if fold(block.text) == fold(in_head) and block.part is None), -1)
            best = Headline(in_head, at, 5.0)
        elif (plain := plain_title(outline)) is not None:
            best = plain
    if best is None or best.sure < 5:
        return None
    return Headline(spelt(best.text, parts), best.at, best.sure)


def plain_title(outline: Outline) -> Headline | None:
    """The title of a page without headings: the first line of its own that can be one, with text below it."""
    own = [(at, block) for at, block in enumerate(outline.blocks) if block.part is None]
    for order, (at, block) in enumerate(own[:20]):
        if not block.links and len(block.text) < 90 and block.tag != "li" and is_title(block.text):
            below = own[order + 1 : order + 8]
            return Headline(block.text, at, 5.0) if sum(len(line.text) > 25 for _, line in below) >= 3 else None
    return None


def texts_of(block: Block) -> tuple[str, ...]:
    """What a heading says, as a whole and, where it holds more than a title, in its pieces."""
    if (match := SEEKS_ONE.match(block.text)) and is_title(sought := block.text[match.end() :].rstrip(" .!")):
        return (sought, block.text)
    pieces = block.pieces if 1 < len(block.pieces) <= 8 else ()
    titles = [piece for piece in pieces if is_title(piece)]
    if len(titles) == 1 and all(kind_of(piece) for piece in pieces if piece != titles[0]):
        return (titles[0],)
    return (block.text, *pieces)


def judged(block: Block, text: str, folded: set[str], whole: Sequence[str]) -> float:
    own = fold(text)
    if not own:
        return -9.0
    sure = {1: 4.0, 2: 2.0, 3: 1.0}.get(block.level, 0.0)
    if block.level == BOLD:
        sure -= 1
    if is_title(text):
        sure += 4
    elif names_role(text):
        sure += 1.5
    if own in folded:
        sure += 4
    elif len(own) > 5 and any(own in head for head in whole):
        sure += 3
    elif len(own) > 8 and any(len(part) > 8 and part in own for part in folded):
        sure += 2.5
    if len(text) < 80 and not is_title(text) and (SECTIONS.fullmatch(text.rstrip(":?! ")) or CAREERS.fullmatch(text.rstrip(":?! "))):
        sure -= 6
    if len(text) < 120 and (OTHERS.match(text) or MACHINERY.match(text)):
        sure -= 8
    if block.part in ("nav", "footer", "related", "cookie", "newsletter", "comments"):
        sure -= 6
    elif block.part is not None:
        sure -= 3
    if block.links > 0.8 * len(text):
        sure -= 2.5
    return sure


def spelt(text: str, parts: Sequence[str]) -> str:
    """*text* without "Job:" before and "wanted" after it, and not in capitals when the head knows better."""
    bare = SAYS_HIRING.sub("", text).strip()
    if len(bare) > 2:
        text = bare
    if text.isupper() and len(text) > 4:
        text = next((part for part in parts if fold(part) == fold(text) and not part.isupper()), text)
    return text
