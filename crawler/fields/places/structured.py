"""A place that a platform or a PostalAddress gives as separate fields (https://schema.org/PostalAddress)."""

import re
from collections.abc import Callable

from crawler.fields.places.choice import NO_RIVAL, is_latin, tidy
from crawler.fields.places.countries import country_code
from crawler.fields.places.gazetteer import key
from crawler.fields.places.names import meanings
from crawler.fields.places.parts import read_name
from crawler.fields.places.types import Location, Place
from crawler.fields.places.words import AREAS, LETTERED
from crawler.fields.text import clean
from crawler.fields.workplace import MARKS, mark_workplace

LONGEST = 200  # characters of a field that are read
_MARKS = re.compile(f"[{MARKS}]")
_NO_VALUE = re.compile(
    r"\W*|unavailable|n/?a|none|null|unknown|tbd|various|multiple.*|any|all|remote|hybrid|virtual|not specified|varies.*|"
    r"\d+ locations|home ?office|telecommute|other",
    re.IGNORECASE,
)


def join(city: object, region: object, country: object, read: Callable[[str], Location]) -> Place | None:
    """`crawler.fields.location.structured_place`, which hands in its own `read_location` as *read*."""
    town, state, home = _value(city), _value(region), country_code(_value(country) or "")
    if state is not None and key(state) in AREAS:
        state = None
    if town is not None and _holds_more(town):
        town, state, home = _taken_apart(town, state, home, read(town))
    letters = _region(state, home, town)
    if town is not None and (home is None or letters is None or not is_latin(town)):
        town, letters, home = _completed(town, state, letters, home, read)
    if home is None and state is not None and town is None:
        alone = read(state).places
        if len(alone) == 1 and alone[0].city is None:
            letters, home = alone[0].region, alone[0].country
    if not (town or letters or home):
        return None
    return Place(tidy(town) if town else None, letters, home)


def _value(field: object) -> str | None:
    if not isinstance(field, str):
        return None
    text = clean(field[:LONGEST])
    return None if text is None or _NO_VALUE.fullmatch(text) else text


def _holds_more(town: str) -> bool:
    whole = meanings(town)
    if whole is not None and whole.known:
        return not whole.cities  # "Germany", "Texas"
    return any(c in town for c in (",", "(", ")", "/", ";", "|", " - ", " or ", " & ")) or "remote" in town.casefold()


def _taken_apart(
    town: str, state: str | None, home: str | None, inner: Location
) -> tuple[str | None, str | None, str | None]:
    """Read "Austin, TX", "Germany", "USA - Fully Remote" in the city's field; of several places the first."""
    if inner.places:
        found = inner.places[0]
        region_only = found.city is None and found.region is not None and found.country not in LETTERED
        if region_only or (home is not None and found.country not in (None, home)):
            return town.split(",")[0].strip(), state, home
        return found.city, state or found.region, home or found.country
    if inner.remote_scope:
        country, _, letters = inner.remote_scope[0].partition("-")
        return None, state or letters or None, home or country_code(country)
    return _MARKS.sub("", mark_workplace(town)).strip(" ,()-/;|") or None, state, home


def _completed(
    town: str, state: str | None, letters: str | None, home: str | None, read: Callable[[str], Location]
) -> tuple[str, str | None, str | None]:
    """What the gazetteer adds: the country of a city that says none, its state, its name in our letters."""
    if home is None:
        guess = read(", ".join(filter(None, (town, state)))).places
        if len(guess) == 1 and guess[0].city:
            home = guess[0].country
            letters = _region(state, home, town) or guess[0].region
    whole = meanings(town)
    here = [c for c in whole.cities if c.country == home] if whole is not None else []
    if here and not is_latin(town):
        town = here[0].name
    if here and letters is None and home in LETTERED:
        rivals = [c.people for c in here if c.code != here[0].code]
        letters = here[0].code if here[0].people > NO_RIVAL * max(rivals, default=0) else None
    return town, letters, home


def _region(region: str | None, country: str | None, town: str | None) -> str | None:
    """Letters for a state that has them; ``None`` where the field only names the country again."""
    if region is None:
        return None
    for reading in read_name(region):
        for r in reading.regions:
            if r.country == country and country in LETTERED and r.code:
                return r.code
        if town and key(town) == key(region) and country in LETTERED:  # "Washington D.C." twice
            return next((c.code for c in reading.cities if c.country == country and c.code), region)
    whole = meanings(region)
    again = whole is not None and whole.country == country and not (whole.regions or whole.cities)
    return None if again else tidy(region)
