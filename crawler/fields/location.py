"""Location text to places, workplace and the reach of remote work.

`read_location` reads what a page prints ("San Francisco, CA (or Remote U.S.)"), `structured_place` what platforms and
schema.org's PostalAddress give as fields, `read_workplace` a platform's own word for remote or on-site,
`country_code` a country's name. Rules, figures and limits: docs/location.md.
"""

import re
import unicodedata
from functools import lru_cache
from html import unescape
from itertools import islice

from crawler.fields.places import structured
from crawler.fields.places.binding import Stretch
from crawler.fields.places.choice import choose, drop_districts, place
from crawler.fields.places.countries import country_code
from crawler.fields.places.gazetteer import CITY, REGION, key, names
from crawler.fields.places.reach import beside_states, carry, countries, is_state, scope, settle, workplace
from crawler.fields.places.stretches import stretches
from crawler.fields.places.types import Location, Place
from crawler.fields.places.words import STATES
from crawler.fields.workplace import mark_workplace, read_workplace

__all__ = ["Location", "Place", "country_code", "read_location", "read_workplace", "structured_place"]

LONGEST = 1500  # characters of a location text that are read
MOST_PARTS = 60  # separators, after which no more is read: a list of 30 cities with their states
_SEPARATOR = re.compile(r"[,;:|/()\[\]{}&@+–—·•\n]|\b(?:and|or)\b")
# The comma of a Chinese sentence parts clauses, not a city from its country; the private characters are our own marks.
_SIGNS = str.maketrans(
    {"，": ";", "。": ";", "،": ",", "؛": ";"} | dict.fromkeys(map(chr, range(0xE000, 0xE020)), " "),
)
# "ET/CT/PT": time zones in a row, two of which would be states.
_ZONES = re.compile(r"\b[ECMP][SD]?T(?:\s*[/,&]\s*[ECMP][SD]?T)+\b")
# "New York, NY Austin, TX": what follows a state's letters is the next place.
_NEXT_TOWN = re.compile(
    rf"(?<=, (?:{'|'.join((*STATES['US'], *(c for c in STATES['CA'] if len(c) == 2)))}))\s+(?=[A-Z][a-z])"
)


# "US-Massachusetts-Wilmington": how some applicant systems name a place.
_DOWNWARDS = re.compile(r"(?P<country>[A-Z]{2})\s?-\s?(?P<region>[^\W\d_][\w .']{3,30})(?:\s?-\s?(?P<city>[^\W\d_][^-,;/|()]{1,40}))?")
_LETTERS_OF = {
    "US": "United States", "CA": "Canada", "IN": "India", "DE": "Germany", "AU": "Australia", "BR": "Brazil", "MX": "Mexico", "GB": "United Kingdom",
    "FR": "France", "ES": "Spain", "IT": "Italy", "CN": "China", "JP": "Japan", "PL": "Poland", "NL": "Netherlands", "CH": "Switzerland", "AT": "Austria",
}  # fmt: skip
# A part of its own: no "National City".
_NATIONAL = re.compile(r"(?:(?<=^)|(?<=[-–,/(|;] )|(?<=[-–,/(|;]))national(?=\s*(?:[,;/|)]|$))", re.IGNORECASE)


def read_location(text: str) -> Location:
    """Read where a posting's work is done, and where one who works remotely may live.

    Takes the location as printed, one place or several; reads its first 1,500 characters and 60 parts. Never raises;
    what is not understood is left out.

    >>> read_location("San Francisco, CA (or Remote U.S.)")
    Location(places=[Place(city='San Francisco', region='CA', country='US')], workplace='remote', remote_scope=['US'])
    >>> read_location("Remote - Norway").remote_scope
    ['NO']
    >>> read_location("3 Locations")
    Location(places=[], workplace=None, remote_scope=[])
    """
    if not isinstance(text, str):
        return Location([], None, [])
    places, said, held_to = _read(text[:LONGEST])
    return Location(list(places), said, list(held_to))


def structured_place(city: object, region: object, country: object) -> Place | None:
    """Join what a platform or a PostalAddress gives as separate fields; ``None`` when they hold no place.

    Fields that say nothing ("UNAVAILABLE", "N/A", "Remote" as a city) are left out, a state's full name becomes its
    letters where it has them, and a city field that holds more ("Austin, TX") is taken apart. The fields' own words go
    before any gazetteer: a city that it does not know stays. Never raises.

    >>> structured_place("Austin", "Texas", "us")
    Place(city='Austin', region='TX', country='US')
    >>> structured_place("UNAVAILABLE", "UNAVAILABLE", "HK")
    Place(city=None, region=None, country='HK')
    """
    return structured.join(city, region, country, read_location)


@lru_cache(4096)
def _read(text: str) -> tuple[tuple[Place, ...], str | None, tuple[str, ...]]:
    if "&" in text and ";" in text:
        text = unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_SIGNS))
    text = _NEXT_TOWN.sub(";", _ZONES.sub(" ", _unwrapped(_cut(text))))
    if "ational" in text or "ATIONAL" in text:
        text = _NATIONAL.sub("Nationwide", text)
    text = _unhyphenated(text)
    found = stretches(mark_workplace(text))
    said = workplace(found)
    settle(found)
    carry(found)
    held_to = scope(found, said == "remote", countries(found))
    return tuple(_places(found, said == "remote")), said, tuple(held_to)


def _cut(text: str) -> str:
    text = text[:LONGEST]
    last = next(islice(_SEPARATOR.finditer(text), MOST_PARTS, None), None) if len(text) > MOST_PARTS else None
    return text[: last.start()] if last else text


def _unhyphenated(text: str) -> str:
    """*text*, where it goes from the country down to the city with hyphens between, the other way round with commas.

    >>> _unhyphenated("US-Massachusetts-Wilmington"), _unhyphenated("Baden-Baden")
    ('Wilmington, Massachusetts, United States', 'Baden-Baden')
    """
    match = _DOWNWARDS.fullmatch(text.strip())
    if match is None or (country := _LETTERS_OF.get(match["country"])) is None:
        return text
    known = [(part, name) for part in ("region", "city") if match[part] for name in names(key(match[part]))]
    if not any(name.country == match["country"] and name.kind == (REGION if part == "region" else CITY) for part, name in known):
        return text
    return ", ".join(part for part in (match["city"], match["region"], country) if part)


def _unwrapped(text: str) -> str:
    text = text.strip()
    if text[:1] in "[(" and text[-1:] in "])" and not any(c in text[1:-1] for c in "[]()"):
        return text[1:-1]
    return text


def _places(found: list[Stretch], remote: bool) -> list[Place]:
    """Places of work: what remote work alone is bound to is none, a country beside its own cities is none."""
    context = countries(found)
    drop_districts(found)
    states = beside_states(found)
    towns: list[tuple[tuple[str, str | None], Place]] = []
    bare: list[Place] = []
    for s in found:
        for g in s.groups:
            if g.area or (remote and any(g is x for x in s.scope) and (g.bare or is_state(g, states))):
                continue
            chosen = choose(g, context)
            made = place(g, chosen, context)
            if g.unclear:
                made = Place(None, g.region_text, None) if g.region_text == "Georgia" else None
            if made is None:
                continue
            if made.city is None:
                bare.append(made)
                continue
            same = key(chosen.name if chosen else made.city), made.country
            other = next((i for i, t in enumerate(towns) if t[0] == same and None in (t[1].region, made.region)), None)
            if other is None:
                towns.append((same, made))
            elif made.region:
                towns[other] = (same, made)
    homes = {p.country for _, p in towns}
    return list(dict.fromkeys((*(p for _, p in towns), *(p for p in bare if p.region or p.country not in homes))))
