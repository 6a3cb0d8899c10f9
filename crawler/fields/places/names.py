"""One name to what it may mean: a city, a region, a country, a region larger than a country.

"Seattle" has one meaning, "Georgia" two. Which of them holds is decided where the neighbours are known
(`crawler.fields.places.groups`).
"""

from dataclasses import dataclass
from functools import lru_cache

from crawler.fields.places import gazetteer
from crawler.fields.places.cities import CITIES, CITY_STATES, SHORTHANDS
from crawler.fields.places.gazetteer import CITY, COUNTRY, LETTERS, REGION, Name, key
from crawler.fields.places.regions import REGION_LETTERS, REGIONS
from crawler.fields.places.words import (
    AREAS,
    COUNTRIES,
    JOINING,
    LETTERED,
    NATIONS,
    NO_CODES,
    STATES,
    TIME_ZONES,
    WORDS,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What *text* may mean. *cities*, *regions*: best known first; *country* alpha-2; *area*: name of a larger region.

    *code*: it is letters ("CA", "DE", "GBR"), so its neighbours decide. *guess*: a city that the text only holds
    ("Summit Birmingham"), good when something else confirms it. *empty*: it says nothing of a place.
    """

    text: str
    cities: tuple[Name, ...] = ()
    regions: tuple[Name, ...] = ()
    country: str | None = None
    area: str | None = None
    code: bool = False
    guess: tuple[Name, ...] = ()
    empty: bool = False
    word: bool = False  # a word first ("Central", "Mobile"): a city only beside a region or country

    @property
    def known(self) -> bool:
        return bool(self.cities or self.regions or self.country or self.area)


NOTHING = Reading("", empty=True)


@lru_cache(4096)
def meanings(text: str) -> Reading | None:
    """Look *text* up as a whole: letters, words of ours, then the gazetteer; ``None`` if it is no name."""
    folded = key(text)
    if not folded or (folded in JOINING and not (len(text) == 2 and text.isupper())):
        return NOTHING
    letters = text.replace(".", "")
    if len(letters) <= 3 and letters.isupper() and letters.isascii():
        return _letters(letters)
    if folded in AREAS:
        return Reading(text, area=AREAS[folded])
    found = gazetteer.names(folded)
    cities = tuple(n for n in found if n.kind == CITY)
    regions = tuple(
        sorted((n for n in found if n.kind == REGION), key=lambda n: (n.country != "US", n.country not in LETTERED))
    )
    country = COUNTRIES.get(folded) or next((n.country for n in found if n.kind == COUNTRY), None)
    if folded in NATIONS:
        country, cities = None, ()
    if folded in CITIES and (text.isupper() or folded.upper() not in SHORTHANDS or text[:1].isupper()):
        name, home, code = CITIES[folded]
        cities = (*_largest(name, home, code), *(c for c in cities if c.country != home))
    if folded in REGIONS:
        home = REGIONS[folded]
        regions = (Name(REGION, home, REGION_LETTERS.get(folded, ""), 0, text), *regions)
    if not (cities or regions or country):
        return None
    cities = tuple(c for c in cities if c.name == CITY_STATES.get(c.country, c.name)) or cities
    if folded in WORDS:
        return Reading(text, country=country, guess=cities, word=True)
    return Reading(text, cities, regions, country)


def _largest(name: str, country: str, code: str) -> tuple[Name, ...]:
    """The city of that name in *country* (and state *code*, if it is given), with as many people as the gazetteer says."""
    same = [n for n in gazetteer.names(key(name)) if n.kind == CITY and n.country == country and code in ("", n.code)]
    known = same[0] if same else Name(CITY, country, code, 50, name)
    return (known._replace(name=name),)


def _letters(text: str) -> Reading | None:
    """Two or three capitals: a country, a state, a city's short name; all of them until the neighbours are known."""
    country = COUNTRIES.get(text.lower())
    if country is None and (len(text) == 2 or text not in NO_CODES):
        country = next((n.country for n in gazetteer.names(text.lower()) if n.kind == LETTERS), None)
    regions = tuple(
        Name(REGION, home, letters[text] if home in LETTERED else "", 0, text)
        for home, letters in STATES.items()
        if text in letters
    )
    area = "North America" if text == "NA" else AREAS.get(text.lower())
    cities: tuple[Name, ...] = ()
    if text in SHORTHANDS:
        cities = _largest(*CITIES[text.lower()])
    if not (country or regions or cities or area):
        return Reading(text, empty=True) if text.lower() in TIME_ZONES else None
    return Reading(text, cities, regions, country, area, code=True)
