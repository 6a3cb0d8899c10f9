"""A location text to stretches, each with its places and what it says of remote work.

A stretch stands between strong separators (``; | / or and``, line ends). What is in brackets belongs to what stands before
it: a country or workplace completes it ("London (UK)", "Texas (Remote)"), a town in a country is the place ("Brazil (São
Paulo)"), a town after a town is its district and left out.
"""

import re
from dataclasses import dataclass, field

from crawler.fields.places.cities import SHORTHANDS
from crawler.fields.places.gazetteer import REGION, Name
from crawler.fields.places.groups import group
from crawler.fields.places.model import BREAK, Group, Part
from crawler.fields.places.names import Reading, meanings
from crawler.fields.places.parts import read_name
from crawler.fields.places.scripts import is_unspaced, read_unspaced
from crawler.fields.places.words import COMMON_CODES, LETTERED, STATES
from crawler.fields.workplace import ANYWHERE, CHOICE, HYBRID, MARKS, ONSITE, REMOTE, SPREAD

DEEPEST = 3  # brackets in brackets
_BRACKET = "\ue010"
_BRACKETS = re.compile(r"[(\[{]((?:[^()\[\]{}]|[(\[{][^()\[\]{}]*[)\]}])*)(?:[)\]}]|$)")
_STRONG = re.compile(
    r"(\s*(?:[;|•·・●▪⏎\n\r\t、，]|\s\+\s|(?<![\d/])/(?![\d/])|(?<=\d)/(?=\s?[A-Z][a-z]))\s*|"
    r"\s*,?\s+(?:and/or|or|Or|and|AND|And|&|oder|und|ou|sowie|または|及び)\s+|(?<!,)\s+OR\s+(?!\d|U\.?S|\()|(?<=\w)\s?[或和]\s?(?=\w)|(?<=[, ][A-Z]{2})[ \u3000]{2,}(?=[A-Z]))"
)
# Joining words that are also letters or parts of names: a separator only between two known names.
_WEAK = re.compile(r"\s+(?:et|y|e|o|och|og|i|a|en|of|ja|eller|lub|oraz|nebo|tai|vagy|dan)\s+")
_PIECES = re.compile(f"([,:@{MARKS}{_BRACKET}]|\\s*[–—→]\\s*|\\s+-+\\s*|\\s*-+\\s+|(?<=[^\\W\\d_]{{4}})\\.\\s+(?=\\w))")
_EXCEPT = re.compile(
    r"[,;(]?\s*\b(?:excluding|excludes?|except(?:ing| for)?|excl\.|other than|not (?:available )?in|outside(?: of)?|no)\b(?! office)[^);|]*",
    re.IGNORECASE,
)
_FIXED = re.compile(r"([A-Z]{2})\s*,\s*([A-Z0-9]{0,3})\s*,\s*(.*)", re.DOTALL)
_OFFICE = re.compile(
    r"(?:in |the |our )*(?:offices?|on site|b[üu]ro|bureau|oficina|escritório|ufficio|kontor)", re.IGNORECASE
)
_REMOTES = REMOTE + ANYWHERE + CHOICE + SPREAD


@dataclass(slots=True)
class Mark:
    kind: str
    before: int  # index of the part that follows
    left: bool  # no comma between it and the part before
    right: bool = False  # no comma between it and the part after
    scoped: bool = False  # its brackets say where


@dataclass(slots=True)
class Stretch:
    """*groups* in order; *scope*: those of them to which remote work is bound; *link*: the separator before it."""

    link: str = ""
    groups: list[Group] = field(default_factory=list)
    scope: list[Group] = field(default_factory=list)
    marks: str = ""
    forward: bool = False  # remote stands before its places: what follows by "or" is remote, too

    @property
    def remote(self) -> bool:
        return any(m in self.marks for m in _REMOTES)


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
    brackets = [m[1] for m in _BRACKETS.finditer(text)]
    parts: list[Part] = []
    marks: list[Mark] = []
    placed: list[tuple[int, str, Mark | None]] = []
    outer = _BRACKETS.sub(_BRACKET, text) if brackets else text
    gap, last_mark = "", None
    fixed = _fixed(outer, parts)
    for piece in _PIECES.split(fixed):
        bare = piece.strip()
        if not bare:
            if "\u2013" in piece or "-" in piece:
                gap = gap or "-"
            continue
        if bare in MARKS:
            last_mark = Mark(bare, len(parts), left=bool(parts) and gap != ",")
            marks.append(last_mark)
            gap = ""
        elif bare == _BRACKET:
            placed.append(
                (
                    len(parts),
                    brackets.pop(0),
                    last_mark if last_mark and last_mark.before == len(parts) and gap != "," else None,
                )
            )
        elif bare in (",", ":", "."):
            gap, last_mark = ",", last_mark if bare == ":" else None
        elif bare.strip("-–—→@") == "":
            gap = gap or "-"
        elif _OFFICE.fullmatch(bare) and (gap or parts):
            marks.append(Mark(ONSITE, len(parts), left=True))
        else:
            readings = read_unspaced(bare) if is_unspaced(bare) else read_name(bare.strip("-– "))
            if len(readings) > 1 and parts and readings[0].country and not readings[0].cities and readings[1].cities:
                gap = BREAK  # "US-Chicago, US-Austin"
            for reading in readings:
                if last_mark is not None and last_mark.before == len(parts) and gap != ",":
                    last_mark.right = True
                    gap = gap if last_mark.left else BREAK
                parts.append(Part(reading, gap or " ", len(parts)))
                gap = " "
            gap, last_mark = "", None
    stretch = Stretch(link, group(parts), marks="".join(m.kind for m in marks))
    extra: list[Stretch] = []
    if depth < DEEPEST:
        for position, inner, mark in placed:
            extra.extend(_bracketed(stretch, marks, position, inner, mark, depth))
    _bind(stretch, marks)
    return [stretch, *extra]


def _fixed(text: str, parts: list[Part]) -> str:
    """Take "US, IA, Ames", "GB, , Leeds", "EG, C," apart: country, region, city, always in this order."""
    m = _FIXED.match(text)
    country = meanings(m[1]) if m else None
    if not m or country is None or country.country is None:
        return text
    letters, city = m[2], m[3].strip()
    if m[1] in SHORTHANDS and letters and not letters.isdigit():
        return text  # "LA, SF, NYC"
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


def _bracketed(
    at: Stretch, marks: list[Mark], position: int, inner: str, mark: Mark | None, depth: int
) -> list[Stretch]:
    children = stretches(inner, depth + 1)
    host = next((g for g in reversed(at.groups) if g.first < position <= g.last + 1), None)
    apart: list[Stretch] = []
    for child in children:
        if not child.groups:
            for kind in child.marks:
                marks.append(Mark(kind, position, left=host is not None, right=host is None))
            at.marks += child.marks
        elif mark is not None:
            at.marks += child.marks
            at.groups.extend(child.groups)
            if mark.kind in _REMOTES and (mark.kind != CHOICE or all(g.bare for g in child.groups)):
                at.scope.extend(child.groups)
                mark.scoped = at.forward = True
                if mark.left and host is not None and host.bare:
                    _narrow(at, host, child)
        elif child.remote and host is not None and not (host.bare and child.marks in (HYBRID, ONSITE)):
            apart.append(child)
        elif host is None:
            at.marks += child.marks
            at.groups.extend(child.groups)
        else:
            at.marks += child.marks
            _complete(at, host, child)
    return apart


def _narrow(at: Stretch, host: Group, child: Stretch) -> None:
    """Hold "US Remote (Texas)" to Texas, "US Remote (EMEA hours)" to the US."""
    if any(g.country == host.country for g in child.groups):
        at.groups = [g for g in at.groups if g is not host]
    else:
        at.scope.append(host)


def _complete(at: Stretch, host: Group, child: Stretch) -> None:
    for inner in child.groups:
        if host.city is not None:
            if inner.bare and inner.country and host.country is None:
                fits = tuple(c for c in host.cities if c.country == inner.country)
                if fits or not host.cities:
                    host.country, host.cities, host.tied = inner.country, fits, True
            if inner.bare and inner.region and host.region is None and host.country == inner.region.country:
                host.region, host.region_text = inner.region, inner.region_text
        elif inner.city is not None or inner.region is not None:
            home = host.country or (host.region.country if host.region else None)
            fits = tuple(c for c in inner.cities if c.country == home)
            if fits and inner.country is None:
                inner.country, inner.cities, inner.tied = home, fits, True
            if inner.country == home or inner.bare:
                at.groups.append(inner)


def _bind(at: Stretch, marks: list[Mark]) -> None:
    """Say which places the remote marks of one stretch speak of."""
    groups = at.groups
    for mark in marks:
        if mark.kind not in _REMOTES or mark.scoped:
            continue
        after = [g for g in groups if g.first >= mark.before]
        before = [g for g in groups if g.last < mark.before]
        bound: list[Group] = []
        if mark.right and after:
            bound = after[:1]
            if after[0].bare:
                bound = _run(after, letters=True)
            at.forward = True
        if mark.left and before:
            bound += _run(before[::-1]) if before[-1].bare else before[-1:]
        if not bound and mark.before == 0 and after:
            bound, at.forward = after, True
        elif not bound and not after and (len(before) == 1 or all(g.bare for g in before)):
            bound = before
        if mark.kind == CHOICE:
            bound = [g for g in bound if g.bare]
        at.scope.extend(g for g in bound if g not in at.scope)


def _run(groups: list[Group], *, letters: bool = False) -> list[Group]:
    """The first of *groups* that are no cities; with *letters*, "CA, NY, WA" are states all."""
    size = next((i for i, g in enumerate(groups) if not (g.bare or (letters and g.state_letters))), len(groups))
    return groups[:size]
