"""Whether two postings are for one place, however each board writes it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from crawler.duplicates.record import Record, field_of, text_of
from crawler.fields.location import read_location
from crawler.fields.places.gazetteer import CITY, REGION, key, names
from crawler.fields.places.words import LETTERED

LONGEST = 500  # characters of a location that are read
METROPOLIS = 250  # thousands of inhabitants: a city that stands for its districts ("Soho, London")

# Which side or part of a city: the city itself, to a board that puts every posting somewhere within it.
_PART = re.compile(
    r"\b(?:the|city|cent(?:re|er|ral)|inner|outer|downtown|town|north|south|east|west|area|metro|metropolitan|region|of|mitte|zentrum"
    r"|innenstadt|centre-ville|centro)\b|\d+",
    re.IGNORECASE,
)


_NO_PLACE = re.compile(
    r"\b(?:multiple|various|several|many|any|anywhere|locations?|n/?a|tbd|unspecified|unknown|flexible|worldwide|nationwide|global)\b",
    re.IGNORECASE,
)


class Places(NamedTuple):
    """Where a posting is: folded names of *cities*, *regions* ("US-CA" or a name) and *countries* (alpha-2).

    *districts*: parts of the one city that the text names. *around*: a big city that the text names behind them.
    *remote*: the location itself says so. *words*: all of these in words, folded, as a title may repeat them.
    """

    cities: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    districts: frozenset[str]
    around: frozenset[str]
    remote: bool
    words: frozenset[str]

    @property
    def known(self) -> bool:
        return bool(self.cities or self.regions or self.countries or self.remote)


_NONE: frozenset[str] = frozenset()
NOWHERE = Places(_NONE, _NONE, _NONE, _NONE, _NONE, False, _NONE)


def read_places(posting: Record) -> Places:
    """Where *posting* is, from ``locations`` where the record has them, else from ``location``. Never raises."""
    printed = text_of(posting, "location")[:LONGEST]
    given = field_of(posting, "locations")
    rows = [row for row in given if isinstance(row, Mapping)] if isinstance(given, list) else []
    return _places(printed, tuple((_text(r, "city"), _text(r, "region"), _text(r, "country")) for r in rows))


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return value[:LONGEST] if isinstance(value, str) and value else None


@lru_cache(maxsize=8192)
def _places(printed: str, rows: tuple[tuple[str | None, str | None, str | None], ...]) -> Places:
    if not printed and not rows:
        return NOWHERE
    read = read_location(printed)
    found = rows or tuple((place.city, place.region, place.country) for place in read.places)
    if (
        not found and not read.workplace and not _NO_PLACE.search(printed)
    ):  # a name that no gazetteer knows is a place all the same
        found = tuple((part, None, None) for part in re.split(r"[;|\n]", printed) if key(part))
    if len(found) == 2 and len(parts := printed.split(",")) == 2 and is_part_of(key(parts[0]), key(parts[1])):
        found = found[1:]  # "Kreuzberg, Berlin"
    cities = frozenset(city_name(city, country) for city, _, country in found if city)
    regions = frozenset(region_name(region, country) for city, region, country in found if region and not city)
    states = frozenset(region_name(region, country) for city, region, country in found if region and city and country)
    countries = {country.upper() for _, _, country in found if country}
    if not countries:
        countries = {scope[:2] for scope in read.remote_scope if re.match(r"[A-Z]{2}(?:-|$)", scope)}
    districts, around = within_city(printed, cities) if len(cities) == 1 else (_NONE, _NONE)
    words = frozenset(word for name in (key(printed), *cities, *regions) for word in name.split())
    return Places(cities, regions | states, frozenset(countries), districts, around, read.workplace == "remote", words)


def city_name(city: str, country: str | None) -> str:
    """The folded usual name of *city*.

    >>> city_name("München", "DE"), city_name("Oldtown", None)
    ('munich', 'oldtown')
    """
    folded = key(re.sub(r"^[A-Z]{2}-(?=[A-Z])", "", city))
    best = next((n for n in names(folded) if n.kind == CITY and country in (None, n.country)), None)
    return key(best.name) if best else folded


def region_name(region: str, country: str | None) -> str:
    """``US-CA`` for the states that are written as letters, else the folded name."""
    folded = key(region)
    code = next((n.code for n in names(folded) if n.kind == REGION and n.code and country in (None, n.country)), "")
    if not code and country and len(region) <= 3 and region.isupper():
        code = region
    return f"{country}-{code}" if code and country else folded


def within_city(printed: str, cities: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The district that *printed* names before its city, and the big cities that it names at all.

    >>> within_city("Soho, West London", frozenset({"london"}))
    (frozenset({'soho'}), frozenset({'london'}))
    """
    parts = [key(_PART.sub(" ", part)) for part in re.split(r"[,;|()]| - ", printed)]
    parts = [part for part in parts if part]
    big = frozenset(city_name(part, None) for part in parts if is_metropolis(part))
    first = parts[0] if len(parts) > 1 or printed.count(",") else ""
    district = first and city_name(first, None) not in cities | big and not any(n.kind != CITY for n in names(first))
    return frozenset([first] if district else []), big


def is_metropolis(folded: str) -> bool:
    """Whether a name stands for a city that boards put whole districts under; not where a region has the name, too ("New York")."""
    city = max((n for n in names(folded) if n.kind == CITY), key=lambda n: n.people, default=None)
    return (
        city is not None
        and city.people >= METROPOLIS
        and not any(n.kind == REGION and n.country == city.country for n in names(folded))
    )


def is_part_of(name: str, around: str) -> bool:
    """Whether *name*, though a town of its own, is small enough beside the metropolis *around* to be a part of it."""
    if not is_metropolis(around):
        return False
    people = max((n.people for n in names(name) if n.kind == CITY), default=0)
    return 5 * people <= max(n.people for n in names(around) if n.kind == CITY)


def same_place(a: Places, b: Places) -> str | None:
    """How two postings' places go together.

    ``same``: one place, or a district and its city. ``near``: one names only the region or country that the other may lie in, or only
    some of several places: the same opening on another board perhaps. ``other``: two places. ``None``: one of them says nothing.
    """
    if not a.known or not b.known:
        return None
    if within(a, b) or within(b, a):
        return "same"
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return "other"
    if a.cities and b.cities:
        if a.cities.isdisjoint(b.cities):
            return "other"
        if len(a.cities) == len(b.cities) == 1 and _states_differ(a, b):
            return "other"
        if a.districts and b.districts and a.districts.isdisjoint(b.districts):
            return "other"
        return "same" if a.cities == b.cities and a.remote == b.remote else "near"
    if a.cities or b.cities:
        return "other" if _states_differ(a, b) else "near"
    if a.regions and b.regions:
        return "same" if a.regions == b.regions else "other"
    if a.regions or b.regions or a.countries != b.countries:
        return "near"
    return "same"


def within(a: Places, b: Places) -> bool:
    """Whether *a* is read as a town of its own and yet names the only city of *b* behind it ("Wembley, London")."""
    return len(a.cities) == len(b.cities) == 1 and a.cities != b.cities and b.cities <= a.around


def _states_differ(a: Places, b: Places) -> bool:
    first, second = _lettered(a), _lettered(b)
    return bool(first and second) and first.isdisjoint(second)


def _lettered(places: Places) -> frozenset[str]:
    return frozenset(region for region in places.regions if region[:2] in LETTERED and region[2:3] == "-")
