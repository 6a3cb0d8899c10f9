"""Groups to places: which city of the name is meant, what is a district, how it is written."""

from collections.abc import Mapping, Sequence

from crawler.fields.places.binding import Stretch
from crawler.fields.places.cities import CITIES, CITY_STATES, DISTRICTS
from crawler.fields.places.gazetteer import Name, key, names
from crawler.fields.places.model import FAMOUS, Group, plausible
from crawler.fields.places.parts import GREAT
from crawler.fields.places.types import Place
from crawler.fields.places.words import LETTERED

SMALL = 15  # thousand people: a smaller town's name alone does not tell its country
# Postings are not spread as people are: a name that cities of several countries share is weighed three times as heavy
# where most postings are written, and three times again where another place of the text is in the same country.
WEIGHTY = frozenset(
    [
        "US",
        "GB",
        "CA",
        "AU",
        "NZ",
        "IE",
        "DE",
        "FR",
        "ES",
        "IT",
        "NL",
        "BE",
        "CH",
        "AT",
        "SE",
        "NO",
        "DK",
        "FI",
        "PT",
        "PL",
        "CZ",
        "JP",
        "KR",
        "SG",
        "IL",
        "PR",
    ]
)
HEAVIER = 3
NO_RIVAL = 5  # times larger than any city of the name in another state: the city says its state
UNMISTAKABLE = 10  # times heavier than any city of the name elsewhere
# A small place beside a city so many times its size is a part of it: before a city whose country is said, before any
# other, after one. Thousand people: what is small, what is a city.
DISTRICT_BEFORE_TIED, DISTRICT_BEFORE, DISTRICT_AFTER = 8, 20, 50
SMALL_PLACE = CITY_SIZE = 100


def choose(g: Group, context: Mapping[str, int]) -> Name | None:
    """The city that the name of *g* means: the heaviest by people, country, and *context* (countries of the text)."""
    cities: Sequence[Name] = g.cities
    if g.city is not None and not g.cities and not g.tied:
        cities = [c for c in g.city.guess if c.people >= GREAT]
    if len(cities) < 2:
        return cities[0] if cities else None

    return max(cities, key=lambda c: _weight(c) * (HEAVIER if context.get(c.country) else 1))


def _weight(c: Name) -> int:
    return c.people * (HEAVIER if c.country in WEIGHTY else 1)


def unmistakable(g: Group) -> str | None:
    """The country of a city whose name hardly means another one: Trivandrum, and London, but not Kochi."""
    heaviest: dict[str, int] = {}
    for c in g.cities:
        heaviest[c.country] = max(heaviest.get(c.country, 0), _weight(c))
    first, second, *_ = (*sorted(heaviest.values(), reverse=True), 0, 0)
    return (
        max(heaviest, key=lambda country: heaviest[country]) if first > max(CITY_SIZE, UNMISTAKABLE * second) else None
    )


def place(g: Group, chosen: Name | None, context: Mapping[str, int]) -> Place | None:
    """Write *g* as a place; ``None`` for a name that is none."""
    if g.country in CITY_STATES:
        return Place(CITY_STATES[g.country], None, g.country)
    if g.city is None:
        return Place(None, region(g, None), g.country) if g.country or g.region else None
    if chosen is None:
        return (
            Place(tidy(g.city.text), region(g, None), g.country) if g.tied and plausible(g.city, letters=True) else None
        )
    country = g.country
    if country is None and (chosen.people >= SMALL or g.tied or context.get(chosen.country)):
        country = chosen.country
    return Place(_written(g, chosen), region(g, chosen), country)


def region(g: Group, chosen: Name | None) -> str | None:
    """The region as written; the letters of a US, Canadian, Australian or Brazilian state, if need be by its city."""
    if g.region is not None:
        return (g.region.code or None) if g.region.country in LETTERED else g.region_text
    if chosen is not None and chosen.country in LETTERED and chosen.code and g.country in (None, chosen.country):
        rivals = [c.people for c in g.cities if c.country == chosen.country and c.code != chosen.code]
        if chosen.people > NO_RIVAL * max(rivals, default=0):
            return chosen.code
        return None
    return g.region_text


def _written(g: Group, chosen: Name) -> str:
    text = g.city.text if g.city and g.cities else chosen.name
    if not is_latin(text) or (key(text) in CITIES and chosen not in names(key(text))):
        return chosen.name
    if text.isupper() or text.islower():
        return chosen.name if key(text) == key(chosen.name) else text.title()
    return text


def is_latin(text: str) -> bool:
    return text.isascii() or all(not c.isalpha() or c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in text)


def tidy(text: str) -> str:
    """Small or capital letters throughout to a name's: "SAN ANTONIO", "cabazon"."""
    return text.title() if (text.isupper() and len(text) > 3) or text.islower() else text


def drop_districts(found: list[Stretch]) -> None:
    """Leave out a place that is a part of the city beside it: "Kanata, Ottawa, ON", "London, Battersea"."""
    for i, s in enumerate(found):
        beside = [s, *(x for x in found[i + 1 : i + 2] if x.link), *(found[i - 1 : i] if s.link else [])]
        if sum(g.city is not None for x in beside for g in x.groups) > 2:
            continue  # a list of cities
        for first, second in zip(s.groups, s.groups[1:], strict=False):
            if first.city is None or second.city is None or first.last + 1 != second.first:
                continue
            after = not second.tied and not first.tied and _dwarfed(second, first, _home(second), DISTRICT_AFTER)
            if _within(second, first) or after:
                s.groups = [g for g in s.groups if g is not second]
            elif not first.tied and (_within(first, second) or _part_of(first, second)):
                s.groups = [g for g in s.groups if g is not first]


def _within(small: Group, large: Group) -> bool:
    chosen = choose(large, {})
    return small.city is not None and chosen is not None and key(small.city.text) in DISTRICTS.get(key(chosen.name), ())


def _part_of(small: Group, large: Group) -> bool:
    """Tell a district before its city; so is a small town's name that the city's country does not have: "Colton, Leeds"."""
    home, own = _home(large), choose(small, {})
    if small.cities and own is not None and own.people >= FAMOUS and own.country != home:
        return False  # "Santiago, Lima"
    if any(c.country == home for c in small.cities):
        return _dwarfed(small, large, home, DISTRICT_BEFORE_TIED if large.tied else DISTRICT_BEFORE)
    return _people(small, home) < SMALL_PLACE and _people(large, home) >= CITY_SIZE


def _dwarfed(small: Group, large: Group, home: str | None, times: int) -> bool:
    people, size = _people(small, home), _people(large, home)
    return people < SMALL_PLACE and size >= CITY_SIZE and people * times < size


def _home(g: Group) -> str | None:
    chosen = choose(g, {})
    return g.country or (chosen.country if chosen else None)


def _people(g: Group, country: str | None) -> int:
    """Thousand people of the largest city of that name in *country*, or of any where it has none."""
    inside = [c.people for c in g.cities if c.country == country]
    return max(inside or [c.people for c in g.cities] or [0])
