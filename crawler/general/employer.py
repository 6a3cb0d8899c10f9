"""Whose posting a page is: what the page's head, its footer and its address say of the house, and what the text says."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from crawler.fields.company import company_in_text
from crawler.general.headline import SEPARATOR, fold
from crawler.general.outline import Block, Outline
from crawler.general.roles import is_title, names_role
from crawler.general.site import label_of
from crawler.general.words import CAREERS, SEEKS

NAME_MAX: Final = 60  # characters
ENOUGH: Final = 3.0

_OF_HOUSE: Final = frozenset(("og:site_name", "application-name", "copyright", "hiring", "legal"))
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright|&copy;)[\s,:|-]*(?:©|\(c\)|by|par|von|copyright)?\s*(?:\d{4}\s*(?:[-–—/,]\s*(?:\d{4}|present|heute)\s*)?)?[\s,.:|·-]*(?:by\s+|par\s+|von\s+|copyright\s+|©\s*)*(?P<name>[^\d©|•·\n][^©|•·\n]{1,70}?)"
    r"(?:\s*[,.|•·–—-]?\s*(?:all rights|alle rechte|tous droits|todos los|todos os|tutti i|alle rechten|všechna práva|všetky práva|wszelkie prawa|copyright|rights reserved)\b.*|\s*[,|•·-]?\s*(?:\d{4}.*)?|\.\s.*)$",
    re.IGNORECASE,
)
_LEGAL_FIRST: Final = re.compile(r"(?:株式会社|有限会社|合同会社|(?:医療|社会福祉|学校|一般社団|一般財団|公益財団|公益社団|宗教|特定非営利活動|独立行政)法人)\s?[^\s、。はがのをに／｜|,()（）【】©]{2,25}|[^\s、。はがのをに／｜|,()（）【】©]{2,25}(?:株式会社|有限公司|有限责任公司|주식회사)")
_ABOUT_WORK: Final = re.compile(
    r"^(?:careers?|jobs?|work|working|life|vacancies|karriere|stellenangebote|jobs und karriere|emplois?|recrutement|carrières?|empleos?|trabajo|vagas|lavora con|vacatures|werken|praca|kariera)\s+(?:at|with|for|bei|bij|chez|en|na|in|w|@|:|-|–)\s+|"
    r"\s+(?:careers?(?: site| page| portal)?|jobs?|job board|karriere(?:seite|portal)?|recruitment|recrutement|hiring|kariéra|kariera|vacatures|empleo|lavoro|採用サイト|採用情報|招聘)$|^(?:careers?|jobs|karriere)\s+(?=\S)|^(?:welcome to|willkommen bei|home\s*[-–|]|about)\s+|\s+(?:home|homepage|official (?:web)?site)$|[\s,]*[!?]+$",
    re.IGNORECASE,
)
_LEGAL_SIGNS: Final = ("株式会社", "有限会社", "医療法人", "社会福祉法人", "学校法人", "一般社団法人", "一般財団法人", "有限公司", " GmbH", " AG", " Inc.", " Inc", " LLC", " Ltd", " Ltd.", " B.V.", " BV", " S.r.l.", " s.r.l.", " srl", " s.r.o.", " a.s.", " SAS", " S.A.", " S.L.", " AB", " A/S", " ApS", " Oy", " Sp. z o.o.")
_NO_NAME: Final = re.compile(r"^(?:home(?:page)?|index|untitled.*|welcome|startseite|accueil|inicio|my (?:web)?site|website|blog|news|about(?: us)?|contact|page \d+|\d+|job (?:details?|description|posting)|details?|cookies?.*|privacy.*|terms.*|imprint|impressum|menu|logo|all rights.*|the (?:author|contributors).*)$", re.IGNORECASE)
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_AT: Final = re.compile(r"(?:^|\s)(?:at|bei|chez|bij|hos|presso|@)\s+(?P<name>[A-Z0-9À-Ý][^.,|–—]{1,50}?)\s*(?:[.,|–—]|$|\s-\s|\sin\s)")
_HIRING: Final = re.compile(r"^(?P<name>.{2,45}?)\s+(?:is (?:now )?(?:hiring|recruiting|looking for|seeking)|recrute|sucht|zoekt|søger|söker|busca|cerca|hledá|hľadá|szuka|poszukuje|招聘|募集)\b\s*:?", re.IGNORECASE)


def employer_of(
    outline: Outline, url: str, title: str | None, body: Sequence[Block], stated: str | None = None, beside: Sequence[str] = ()
) -> str | None:
    """The employer's display name; ``None`` when nothing names it surely.

    *stated* is a name that stands beside the posting with its label, and is believed; *beside* are lines next to the
    title that may be one. Otherwise the names that the
    head, the footer and the address give are weighed together: what two of them agree on is the house's name. Where
    the posting's text names another company and never the house (a board of many employers), it is the text's.
    """
    if stated:
        return stated
    label = fold(label_of(url))
    text = "\n".join(block.text for block in body)
    weights: dict[str, float] = defaultdict(float)
    spellings: dict[str, tuple[float, str]] = {}
    said: set[tuple[str, str]] = set()
    for name, weight, where in names_of(outline, title):
        name = tidied(name)
        letters = fold(name)
        if not is_name(name, None if where == "hiring" else title, names_house=where in _OF_HOUSE) or (where, letters) in said:
            continue
        said.add((where, letters))
        weights[letters] += weight
        if letters not in spellings or weight > spellings[letters][0]:
            spellings[letters] = (weight, name)
    for letters in weights:
        if label and agrees(letters, label):
            weights[letters] += 2.5
        if (times := text.count(spellings[letters][1])) > 0:
            weights[letters] += 1.0 if times == 1 else 1.5
        weights[letters] += sum(0.5 * weights[other] for other in weights if other != letters and len(other) > 4 and other in letters)
        if spellings[letters][1].startswith(_LEGAL_SIGNS) or spellings[letters][1].endswith(_LEGAL_SIGNS):
            weights[letters] += 4.0 if ("title", letters) in said else 1.0  # "Acme Ltd / Cook": no site's slogan has a legal form
    best = max(weights, key=lambda letters: weights[letters], default=None)
    own = spellings[best][1] if best is not None and weights[best] >= ENOUGH else None
    if own is not None and fold(own) in fold(text):
        return own
    other = company_in_text(text) or next((name for name in beside if is_name(name, title) and in_words(name, text)), None)
    if other is not None and (own is None or not agrees(fold(other), label)):
        return other
    if own is not None:
        return own
    return company_in_text(text, label) if label else None


def in_words(name: str, text: str) -> bool:
    """Whether *text* speaks of *name*, or of one of the names that it is made of."""
    parts = (name, *re.split(r"\s+[/|&]\s+", name), name.split()[0])
    return any(len(part) > 3 and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in parts)


def agrees(letters: str, label: str) -> bool:
    """Whether a name and the label of a host may be the same house's: one begins with the other.

    >>> agrees("bedrockstonedesign", "bedrockstone"), agrees("acme", "acmecareers"), agrees("seller", "se")
    (True, True, False)
    """
    for plain in spellings_of(letters):
        short, long = sorted((plain, label), key=len)
        if len(short) >= 3 and (long.startswith(short) or (len(short) >= 5 and short in long)):
            return True
    return False


def spellings_of(letters: str) -> set[str]:
    """*letters* as hosts spell them: with "ae" for "ä" or with "a", without other accents.

    >>> sorted(spellings_of("bäckerei")), sorted(spellings_of("lérable"))
    (['backerei', 'baeckerei', 'bäckerei'], ['lerable', 'lérable'])
    """
    if letters.isascii():
        return {letters}
    return {letters, plain(letters), plain(letters.translate(_SPELT_OUT))}


def plain(letters: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letters.replace("ß", "ss").replace("ø", "o").replace("ł", "l")) if not unicodedata.combining(c))


def names_of(outline: Outline, title: str | None) -> Iterator[tuple[str, float, str]]:
    """Every name that may be the house's, with its weight and where it stands."""
    metas = outline.metas
    for key, weight in (("og:site_name", 3.0), ("application-name", 2.0), ("apple-mobile-web-app-title", 1.5), ("author", 1.0)):
        if name := metas.get(key):
            parts = [part for part in SEPARATOR.split(name) if part and len(part) > 1]
            yield from ((part, weight if len(parts) == 1 else weight - 1.0, key) for part in parts)
    own = fold(title or "")
    for key, head in (("title", outline.title), ("og:title", metas.get("og:title", ""))):
        parts = [part.strip(" []") for part in SEPARATOR.split(head) if part and part.strip(" []")]
        if len(parts) > 1:
            for number, part in enumerate(parts):
                if fold(part) and fold(part) not in own:
                    yield part, 2.0 if number == len(parts) - 1 else 1.0, key
        elif head and own and own not in fold(head):
            yield head, 1.0, key
        if title and title in head and len(head) < 200 and (match := _AT.match(head[head.index(title) + len(title) :])):
            yield match["name"], 6.0, "at"
    for key in ("og:description", "description"):
        said = metas.get(key, "")
        if title and said.startswith(title) and (match := _AT.match(said[len(title) : len(title) + 80])):
            yield match["name"], 6.0, "at"
    for block in outline.blocks:
        if block.level and len(block.text) < 250 and (match := _HIRING.match(block.text)):
            yield match["name"], 2.5, "hiring"
    for said in (*metas.values(), *(block.text for block in outline.blocks[-40:])):
        if match := _LEGAL_FIRST.search(said[:400]):
            yield match[0], 2.5, "legal"
    for block in outline.blocks[-60:]:
        if len(block.text) < 200 and ("©" in block.text or "opyright" in block.text or "(c)" in block.text):
            # The sign may stand anywhere in the line.
            start = min(at for at in (block.text.find("©"), block.text.lower().find("copyright"), block.text.find("(c)")) if at >= 0)
            if match := _COPYRIGHT.match(block.text[start:]):
                yield match["name"], 2.0, "copyright"


def tidied(name: str) -> str:
    """*name* without words about careers around it."""
    name = " ".join(name.split()).strip(" -–—|·•:,[]()\"'“”")
    for _ in range(2):
        name = _ABOUT_WORK.sub("", name).strip(" -–—|·•:,")
    return name.removesuffix("®").removesuffix("™").strip()


def is_name(name: str, title: str | None, names_house: bool = False) -> bool:
    """Whether *name* can be a company's, beside a posting's *title*; *names_house*: it stands where no title stands."""
    if not 1 < len(name) <= NAME_MAX or not any(c.isalpha() for c in name) or _NO_NAME.match(name):
        return False
    if SEEKS.search(name):
        return False
    if (len(name) < 60 and CAREERS.fullmatch(name)) or (is_title(name) and not names_house) or (names_role(name) and len(name.split()) > 3):
        return False
    return not (title and (fold(name) in fold(title) or fold(title) in fold(name)))
