"""The part that begins a place: is "Washington" a city here or a state, "CA" a state or a country?"""

from collections.abc import Sequence

from crawler.fields.places.cities import CITY_STATES
from crawler.fields.places.model import SMALL_CITY, Group, Part, of_country, of_region, top
from crawler.fields.places.names import Reading
from crawler.fields.places.words import COMMON_CODES, LETTERED, NO_CODES


def start(part: Part, following: Reading | None, groups: Sequence[Group]) -> Group:
    r = part.reading
    at = Group(part.index, part.index)
    if r.code:
        return _start_letters(at, part, following, groups)
    if r.area:
        at.area = r.area
        return at
    if r.country:
        again = following is not None and following.country == r.country and not following.code
        if following is not None and any(
            of_region(r.cities, x) for x in following.regions if x.code and not following.cities
        ):
            at.city, at.cities = r, r.cities  # "Lebanon, OH"
            return at
        if (r.cities and r.cities[0].country == r.country and again) or r.country in CITY_STATES:
            at.city, at.cities = r, of_country(r.cities, r.country)
            at.country = None if again else r.country
            return at
        if not (r.regions and _region_list(r, following, groups)):
            at.country = r.country
            state = next((x for x in r.regions if x.country == "US"), None)
            if state is not None and not r.cities:
                at.region, at.region_text, at.country, at.rival, at.by_letters = state, r.text, "US", r.country, True
            return at
    if r.regions and (not r.cities or _reads_as_region(r, part, following, groups)):
        _set_bare_region(at, r)
        return at
    at.city, at.cities = r, r.cities
    at.other = next((x for x in r.regions if x.country in LETTERED), None)
    return at


def _set_bare_region(at: Group, r: Reading) -> None:
    homes = {x.country for x in r.regions}
    at.region = next((x for x in r.regions if x.country == "US"), r.regions[0])
    at.region_text, at.namesakes = r.text, r.regions
    if not r.country and (len(homes) == 1 or "US" in homes):
        at.country = at.region.country


def _region_list(r: Reading, following: Reading | None, groups: Sequence[Group]) -> bool:
    """Its neighbours are states alone: "California, Oregon, Washington"."""
    states = {x.country for x in r.regions if x.country in LETTERED}
    before = groups[-1] if groups else None
    if before and before.bare and before.region and before.region.country in states:
        return True
    return bool(
        following
        and following.regions
        and not following.cities
        and not following.code
        and following.regions[0].country in states
        and not of_region(r.cities, following.regions[0])
    )


def mainly_state(r: Reading) -> bool:
    """Tell "California", hardly the town in Maryland, from "New York", which may be the city."""
    state, people = r.regions[0], top(r.cities)
    return (
        state.country in LETTERED
        and people < SMALL_CITY
        and not any(c.people == people for c in of_region(r.cities, state))
    )


def _reads_as_region(r: Reading, part: Part, following: Reading | None, groups: Sequence[Group]) -> bool:
    if mainly_state(r) or _region_list(r, following, groups):
        return True
    if following is None:
        return False
    if following.country and not (following.code and following.regions):
        return any(x.country == following.country for x in r.regions) and not of_country(r.cities, following.country)
    # "Colorado - Boulder", "New York - Yonkers": a city of that state, and not the state of that city.
    inside = of_region(following.cities, r.regions[0])
    return (
        bool(inside)
        and r.regions[0].country in LETTERED
        and top(inside) * 20 > top(following.cities)
        and not following.regions
    )


def _start_letters(at: Group, part: Part, following: Reading | None, groups: Sequence[Group]) -> Group:
    """Begin with letters: "CA" is Canada before "ON", California before "San Francisco" and after an unknown name."""
    r = part.reading
    near_area = (following is not None and following.area) or (groups and groups[-1].area)
    if r.area and (not r.country or near_area):
        at.area = r.area
        return at
    city_state = r.country in CITY_STATES and not r.regions
    if r.country and (city_state or (following is not None and following.country == r.country)):
        at.country = r.country  # "SG", "PL - Poland"
        return at
    if following is not None and following.country and not following.cities:
        at.region = next((x for x in r.regions if x.country == following.country), None)
        if at.region is not None:
            at.region_text = r.text  # "CO, United States"
            return at
    cities = following.cities if following else ()
    state = next((x for x in r.regions if of_region(cities, x) and x.code), None)
    if r.cities and state is None:
        at.city, at.cities, at.other = r, r.cities, r.regions[0] if r.regions else None
        return at
    home = r.country
    american = next((x for x in r.regions if x.country == "US"), None)
    if home and (state or american):
        subregion = following is not None and any(x.country == home for x in following.regions)
        inside = of_country(cities, home)
        if subregion or (inside and (state is None or top(inside) > top(of_region(cities, state)))):
            at.country, at.by_letters = home, True
            return at
        at.region, at.region_text = state or american, r.text
        before = groups[-1] if groups else None
        unknown = before is not None and before.last == part.index - 1 and before.city is not None and not before.cities
        at.by_letters = not (unknown and part.gap == ",")
        at.rival = home if at.by_letters else None
    elif home and (len(r.text) == 3 or cities or (home in COMMON_CODES and r.text not in NO_CODES)):
        at.country, at.by_letters = home, len(r.text) == 2 and r.text not in ("US", "UK")
        return at
    elif r.regions:
        at.region, at.region_text, at.by_letters = r.regions[0], r.text, True
    elif home:
        at.rival = home  # "PT" is Pacific time, unless Portugal is named elsewhere
    at.country = at.region.country if at.region else None
    return at
