"""A location text to stretches, each with its places and what it says of remote work.

A stretch stands between strong separators (``; | / or and``, line ends). What is in brackets belongs to what stands before
it: a country or workplace completes it ("London (UK)", "Texas (Remote)"), a town in a country is the place ("Brazil (São
Paulo)"), a town after a town is its district and left out.
"""

import re
from dataclasses import dataclass, field

from crawler.fields.places.binding import Mark, Stretch, add_brackets, bind
from crawler.fields.places.cities import SHORTHANDS
from crawler.fields.places.gazetteer import REGION, Name
from crawler.fields.places.groups import group
from crawler.fields.places.model import BREAK, Part
from crawler.fields.places.names import Reading, meanings
from crawler.fields.places.parts import read_name
from crawler.fields.places.scripts import is_unspaced, read_unspaced
from crawler.fields.places.words import COMMON_CODES, LETTERED, STATES
from crawler.fields.workplace import MARKS, ONSITE

DEEPEST = 3  # brackets in brackets
_BRACKET = "\ue010"
_BRACKETS = re.compile(r"[(\[{]((?:[^()\[\]{}]|[(\[{][^()\[\]{}]*[)\]}])*)(?:[)\]}]|$)")
_STRONG = re.compile(
    r"(\s*(?:[;|•·・●▪⏎\n\r\t、，]|\s\+\s|(?<![\d/])/(?![\d/])|(?<=\d)/(?=\s?[A-Z][a-z]))\s*|"
    r"\s*,?\s+(?:and/or|or|Or|and|AND|And|&|oder|und|ou|sowie|または|及び)\s+|(?<!,)\s+OR\s+(?!\d|U\.?S|\()|"
    r"(?<=\w)\s?[或和]\s?(?=\w)|(?<=[, ][A-Z]{2})[ \u3000]{2,}(?=[A-Z]))"
)
# Joining words that are also letters or parts of names: a separator only between two known names.
_WEAK = re.compile(r"\s+(?:et|y|e|o|och|og|i|a|en|of|ja|eller|lub|oraz|nebo|tai|vagy|dan)\s+")
_PIECES = re.compile(f"([,:@{MARKS}{_BRACKET}]|\\s*[–—→]\\s*|\\s+-+\\s*|\\s*-+\\s+|(?<=[^\\W\\d_]{{4}})\\.\\s+(?=\\w))")
_EXCEPT = re.compile(
    r"[,;(]?\s*\b(?:excluding|excludes?|except(?:ing| for)?|excl\.|other than|not (?:available )?in|outside(?: of)?|no(?= (?:U\.?S|EU|UK|visa|sponsor)))\b[^);|]*",
    re.IGNORECASE,
)
_FIXED = re.compile(r"([A-Z]{2})\s*,\s*([A-Z0-9]{0,3})\s*,\s*(.*)", re.DOTALL)
_OFFICE = re.compile(
    r"(?:in |the |our )*(?:offices?|on site|b[üu]ro|bureau|oficina|escritório|ufficio|kontor)", re.IGNORECASE
)


def stretches(text: str, depth: int = 0) -> list[Stretch]:
    """Read *text*, in which the workplace words are marks (`crawler.fields.workplace.mark_workplace`)."""
    found: list[Stretch] = []
    for link, piece in _split(text):
        found.extend(_read(piece, link, depth))
    return found


def _split(text: str) -> list[tuple[str, str]]:
    if not _STRONG.search(text) and not _WEAK.search(text):
        return [("", text)]
    hidden: list[str] = []

    def hide(m: re.Match[str]) -> str:
        hidden.append(m[0])
        return _BRACKET

    outer = _BRACKETS.sub(hide, text)
    pieces, link = [], ""
    bits = _STRONG.split(outer)
    merged = [bits[0]]
    for sep, bit in zip(bits[1::2], bits[2::2], strict=True):
        word = sep.strip().casefold()
        if word in ("and", "&", "or") and _one_name(merged[-1], sep, bit):
            merged[-1] += sep + bit
        elif "/" in sep and _one_city(merged[-1], bit):
            code = bit.split(",")[0].strip()
            merged[-1] += "," + (bit if code.isupper() and len(code) < 4 else bit[len(bit.split(",")[0]) :])
        else:
            merged.extend((word, bit))
    for i in range(0, len(merged), 2):
        link = merged[i - 1] if i else ""
        for j, piece in enumerate(_weakly(merged[i])):
            while _BRACKET in piece and hidden:
                piece = piece.replace(_BRACKET, hidden.pop(0), 1)
            pieces.append((link if j == 0 else "and", piece))
    return pieces


def _one_name(left: str, sep: str, right: str) -> bool:
    """Tell whether both sides are one name: "Trinidad and Tobago", "Daman & Diu"."""
    name = left.rsplit(",", 1)[-1] + sep + right.split(",", 1)[0]
    whole = meanings(name.strip()) if len(name) < 60 else None
    return whole is not None and whole.known


def _one_city(left: str, right: str) -> bool:
    """Tell whether both sides are one city: "Bengaluru/Bangalore", "Delhi / NCR", "Curitiba/PR"."""
    a = meanings(left.rsplit(",", 1)[-1].strip()) if len(left) < 60 else None
    b = meanings(right.split(",", 1)[0].strip()) if len(right) < 60 else None
    if a is None or b is None or not a.cities:
        return False
    if b.code and b.regions and not b.cities:  # "Curitiba/PR"
        return any(c.country == x.country and c.code == x.code for c in a.cities for x in b.regions)
    if not b.cities:
        return False
    return (a.cities[0].name, a.cities[0].country) == (b.cities[0].name, b.cities[0].country)


def _weakly(text: str) -> list[str]:
    if not _WEAK.search(text):
        return [text]
    bits = _WEAK.split(text)
    return (
        bits
        if all(b.strip() in MARKS or any(r.known for r in read_name(b.rsplit(",", 1)[-1].strip())) for b in bits)
        else [text]
    )


def _read(text: str, link: str, depth: int) -> list[Stretch]:
    if not text.strip(" ,;.-"):
        return []
    text = _EXCEPT.sub("", text) if " " in text else text
    inner = [m[1] for m in _BRACKETS.finditer(text)]
    line = _Line()
    line.read(_BRACKETS.sub(_BRACKET, text) if inner else text)
    stretch = Stretch(link, group(line.parts), marks="".join(m.kind for m in line.marks))
    found = [stretch]
    if depth < DEEPEST:
        for (position, mark), held in zip(line.brackets, inner, strict=True):
            found += add_brackets(stretch, line.marks, position, stretches(held, depth + 1), mark)
    bind(stretch, line.marks)
    return found


@dataclass(slots=True)
class _Line:
    """The parts of a stretch, the marks between them, and where brackets stood, each with the mark just before it."""

    parts: list[Part] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    brackets: list[tuple[int, Mark | None]] = field(default_factory=list)

    def read(self, text: str) -> None:
        gap, last = "", None
        for piece in _PIECES.split(_fixed(text, self.parts)):
            bare = piece.strip()
            here = len(self.parts)
            if not bare or not bare.strip("-–—→@"):
                gap = gap or ("-" if bare else "")
            elif bare in MARKS:
                last = Mark(bare, here, left=bool(self.parts) and gap != ",")
                self.marks.append(last)
                gap = ""
            elif bare == _BRACKET:
                self.brackets.append((here, last if last and last.before == here and gap != "," else None))
            elif bare in (",", ":", "."):
                gap, last = ",", last if bare == ":" else None
            elif _OFFICE.fullmatch(bare) and (gap or self.parts):
                self.marks.append(Mark(ONSITE, here, left=True))
            else:
                self._name(bare, gap, last)
                gap, last = "", None

    def _name(self, text: str, gap: str, last: Mark | None) -> None:
        readings = read_unspaced(text) if is_unspaced(text) else read_name(text.strip("-– "))
        first = readings[0] if len(readings) > 1 and self.parts else None
        if first is not None and first.country and not first.cities and readings[1].cities:
            gap = BREAK  # "US-Chicago, US-Austin"
        if readings and last is not None and last.before == len(self.parts) and gap != ",":
            last.right = True
            gap = gap if last.left else BREAK
        for reading in readings:
            self.parts.append(Part(reading, gap or " ", len(self.parts)))
            gap = " "


def _fixed(text: str, parts: list[Part]) -> str:
    """Take "US, IA, Ames", "GB, , Leeds", "EG, C," apart: country, region, city, always in this order."""
    m = _FIXED.match(text)
    country = meanings(m[1]) if m else None
    if not m or country is None or country.country is None:
        return text
    letters, city = m[2], m[3].strip()
    if m[1] in SHORTHANDS and letters and not letters.isdigit():
        return text  # "LA, SF, NYC"
    last = meanings(city) if city.isupper() and len(city) < 4 else None
    if last is not None and last.country and not last.cities and not last.regions:
        return text  # "US, CA, UK"
    if letters and not letters.isdigit():
        lettered = STATES.get(country.country)
        if lettered and letters not in lettered and country.country in ("US", "CA", "AU"):
            return text
        if not lettered and letters in COMMON_CODES and city.isupper() and len(city) < 4:
            return text
        code = (lettered or {}).get(letters, "") if country.country in LETTERED else ""
        region = Reading(letters, regions=(Name(REGION, country.country, code, 0, letters),), code=True)
    else:
        region = None
    parts.append(Part(Reading(m[1], country=country.country), "", 0, fixed=True))
    if region:
        parts.append(Part(region, ",", 1, fixed=True))
    return "," + city
