"""Parts of a location text to places: which city belongs to which region and country.

One pass from left to right. A part completes the place before it where they fit together ("Boulder" + "CO" + "US"), else
it begins a new one (`crawler.fields.places.starts`). Whether they fit is asked of the gazetteer: "Berlin, DE" is Germany,
"Wilmington, DE" is Delaware, and "London, India" are two places.
"""

from collections.abc import Sequence

from crawler.fields.places.cities import CITY_REGIONS, CITY_STATES
from crawler.fields.places.gazetteer import Name, key
from crawler.fields.places.model import (
    BREAK,
    FAMOUS,
    FAMOUS_IN_LIST,
    SMALL_CITY,
    Group,
    Part,
    of_country,
    of_region,
    plausible,
    top,
)
from crawler.fields.places.names import Reading
from crawler.fields.places.parts import GREAT
from crawler.fields.places.starts import mainly_state, start
from crawler.fields.places.words import COMMON_CODES, LETTERED, NATIONS, NO_CODES


def group(parts: Sequence[Part]) -> list[Group]:
    """Join *parts* (in order, of one stretch between strong separators) to places; unknown words alone are left out."""
    groups: list[Group] = []
    current: Group | None = None
    lead: str | None = None
    for i, part in enumerate(parts):
        following = parts[i + 1].reading if i + 1 < len(parts) else None
        if part.reading.empty:
            continue
        if current is not None and part.gap != BREAK and _completes(current, part, following, groups):
            current.last = part.index
            if lead is None and len(groups) == 1 and groups[0].country and current.city and parts[0].reading.country:
                lead = groups[0].country
            continue
        current = start(part, following, groups)
        current.fixed = part.fixed
        if lead and current.cities and not current.country and of_country(current.cities, lead):
            current.country, current.tied = lead, True
        groups.append(current)
    return [
        g
        for g in groups
        if g.area or g.country or g.region or g.cities or g.rival or (g.city and top(g.city.guess) >= GREAT)
    ]


def _completes(at: Group, part: Part, following: Reading | None, groups: Sequence[Group]) -> bool:
    r = part.reading
    if at.area:
        return False
    if at.city is not None:
        return _completes_city(at, part, following, groups)
    if r.area:
        return False
    if r.country and not r.code and r.country == at.country and r.country not in CITY_STATES:
        return True
    if at.region is None and at.country:
        inside = [x for x in r.regions if x.country == at.country]
        city_inside = of_country(r.cities, at.country)
        if (
            inside
            and not (city_inside and not _continues(following, inside[0]))
            and not _another(r, at, following, groups)
        ):
            at.region, at.region_text, at.by_letters = inside[0], r.text, False
            return True
    if at.region is not None and at.city is None and r.country and r.country not in CITY_STATES:
        same = next((x for x in (at.region, *at.namesakes) if x.country == r.country), None)
        if same is not None and at.country in (None, r.country):
            at.region, at.country = same, r.country
            return True
    return _takes_city(at, part, following)


def _another(r: Reading, at: Group, following: Reading | None, groups: Sequence[Group]) -> bool:
    """Letters that are a country among countries: "US, CA, UK"."""
    if not r.code or r.country in (None, at.country) or at.fixed:
        return False
    before = any(g is not at and g.bare and g.country and not g.region for g in groups)
    after = following is not None and following.country not in (None, at.country) and not following.cities
    return before or after


def _continues(following: Reading | None, region: Name) -> bool:
    """*following* is a city of *region*: "United States, New York, Yonkers"."""
    return following is not None and bool(of_region(following.cities, region) or not following.known)


def _takes_city(at: Group, part: Part, following: Reading | None) -> bool:
    """A region or country comes first, its city after it: "US, IA, Ames", "Colorado - Boulder", "UK - London"."""
    r = part.reading
    fits = of_region(r.cities, at.region) if at.region else of_country(r.cities, at.country or "")
    if fits and not ((at.region is None or r.regions) and top(fits) * 20 < top(r.cities)):
        at.city, at.cities, at.tied = r, fits, True
        return True
    if at.region and any((x.country, x.code) == (at.region.country, at.region.code) for x in r.regions):
        return True  # "US, CA, California"
    elsewhere = following is not None and following.country not in (None, at.country)
    firm = at.fixed or (at.region and not at.by_letters and at.country and top(r.cities) < FAMOUS and not r.regions)
    if r.cities and firm and not elsewhere:
        at.city, at.cities, at.tied = Reading(r.text), of_country(r.cities, at.country or ""), True
        return True
    if at.region and r.regions and r.regions[0].country == at.region.country and at.region.country not in LETTERED:
        if key(r.text) not in NATIONS:
            at.region, at.region_text = r.regions[0], r.text  # "England, Cheshire, ..."
        return True
    if r.known:
        if at.by_letters and r.cities and not r.code:
            # "CH - Shanghai": the letters are not what they seem.
            at.country, at.region, at.by_letters, at.region_text = None, None, False, None
            at.city, at.cities = r, r.cities
            return True
        return False
    if part.gap and (r.guess or plausible(r)) and (at.country or at.region):
        guess = of_region(r.guess, at.region) if at.region else of_country(r.guess, at.country or "")
        if guess:
            at.city, at.cities = _guessed(r, guess), guess
        elif plausible(r):
            at.city = r
        at.tied = at.city is not None
        return at.city is not None
    return False


def _guessed(r: Reading, guess: Sequence[Name]) -> Reading:
    return Reading(guess[0].name, tuple(guess))


def _completes_city(at: Group, part: Part, following: Reading | None, groups: Sequence[Group]) -> bool:
    r = part.reading
    assert at.city is not None
    if r.known and not r.code and key(r.text) == key(at.city.text) and not at.country:
        return _same_again(at, r)
    twice = not at.cities and bool(r.cities) and following is not None and key(following.text) == key(r.text)
    region = None if twice else _fitting_region(at, r, following)  # "Old Quarter, New York, New York"
    if _is_middle(at, r, following, region):
        at.region_text = r.text  # "Oldtown, Someshire, France"
        return True
    if region is not None:
        if at.region is None:
            _set_region(at, region, r)
            return True
        if (at.region.country, at.region.code) == (region.country, region.code) or region.country not in LETTERED:
            return True
    if r.country and _fits_country(at, r, r.country, groups):
        if at.country is None:
            at.country, at.tied = r.country, True
            at.cities = of_country(at.cities, r.country)
            guess = of_country(at.city.guess, r.country)
            if guess and not at.cities:
                at.city, at.cities = _guessed(at.city, guess), guess
        return True
    if at.tied or at.country:
        return part.gap == "-" and not r.known
    if (
        r.code
        and part.gap == ","
        and at.cities
        and not at.city.code
        and not r.cities
        and len(r.text) == 2
        and r.country not in ("US", "GB")
    ):
        at.region_text = r.text  # "Monterrey, NL": a region's letters that we do not know
        return True
    # A district after its city: "London - Shoreditch".
    return part.gap == "-" and bool(at.cities) and (not r.known or (bool(r.cities) and top(r.cities) < FAMOUS_IN_LIST))


def _is_middle(at: Group, r: Reading, following: Reading | None, region: Name | None) -> bool:
    """*r* is what stands between a city and its country, unknown to us or letters of something else."""
    assert at.city is not None
    if following is None or following.country is None or r.area or at.tied or (r.known and not r.code):
        return False
    if of_country(r.cities, following.country):
        return False
    inside = of_region(at.cities or at.city.guess, region) if region is not None else ()
    if inside and (region is None or region.country == following.country or not r.code):
        return False
    if at.cities:
        said = of_country(at.cities, following.country)
        if r.country and of_country(at.cities, r.country):
            return False
        return bool(said) and top(said) > top(inside)  # "Milan, MI, IT" is no town in Michigan
    return region is None and plausible(at.city) and not (r.code and r.country == following.country)


def _same_again(at: Group, r: Reading) -> bool:
    """Take the second of "Cairo, Cairo" and "New York, New York" for the region, of "Singapore, Singapore" for the country."""
    if r.country:
        at.country, at.tied = r.country, True
        at.cities = of_country(at.cities, r.country)
        return True
    region = next((x for x in r.regions if of_region(at.cities, x)), None)
    if region is not None:
        _set_region(at, region, r)
    else:
        at.region_text = r.text
    return True


def _set_region(at: Group, region: Name, r: Reading) -> None:
    assert at.city is not None
    at.region, at.region_text, at.tied = region, r.text, True
    at.cities = of_region(at.cities, region)
    guess = of_region(at.city.guess, region)
    if guess and not at.cities:
        at.city, at.cities = _guessed(at.city, guess), guess
    at.country = at.country or region.country


def _fitting_region(at: Group, r: Reading, following: Reading | None) -> Name | None:
    assert at.city is not None
    choices = [x for x in r.regions if at.country in (None, x.country) and x.country != r.country]
    if not choices or (r.cities and key(r.text) in CITY_REGIONS):
        return None
    known = at.cities or at.city.guess
    fits = [x for x in choices if of_region(known, x)]
    if fits and top(r.cities) >= SMALL_CITY and top(of_region(known, fits[0])) * 20 < top(known):
        return None  # "Boston, New York": two cities, though there is a hamlet
    if r.country and r.country != at.country:
        inside = of_country(known, r.country)
        if r.country == "CA" and top(inside) < FAMOUS_IN_LIST:
            inside = ()  # "Vernon, CA" is California
        if inside and (not fits or top(inside) > top(of_region(known, fits[0]))):
            return None
    if fits:
        return max(fits, key=lambda x: top(of_region(known, x)))
    if at.region is not None or (at.cities and (at.country or _rather_a_city(r, at))):
        return None
    said = following.country if following is not None else None
    if said and any(x.country == said for x in choices) and not of_country(r.cities, said):
        choices = [x for x in choices if x.country == said]  # "Little Snoring, Norfolk, UK"
    elif not at.cities and r.cities and choices[0].country not in LETTERED:
        return None  # "Oldquarter, Manchester" is no parish of Jamaica
    if not at.cities and not plausible(at.city, letters=r.code):
        return None
    if r.code and choices[0].country != "US" and (at.cities or r.country in COMMON_CODES):
        return None  # letters of some region that no table of ours has, or of a country
    return choices[0]


def _rather_a_city(r: Reading, at: Group) -> bool:
    """Tell "SF, NY", where the second is no state of the first, from "Rye, NY", where it is, known to us or not."""
    assert at.city is not None
    if r.code:
        return at.city.code or (bool(r.cities) and top(at.cities) >= FAMOUS)
    return bool(r.cities) and not mainly_state(r)


def _fits_country(at: Group, r: Reading, country: str, groups: Sequence[Group]) -> bool:
    assert at.city is not None
    if at.country:
        return at.country == country and not r.cities
    if of_country(at.cities, country):
        return True
    if not at.cities:
        if r.code and len(r.text) == 2 and (country not in COMMON_CODES or r.text in NO_CODES):
            return False
        return plausible(at.city) or bool(of_country(at.city.guess, country))
    if r.code and len(r.text) == 2:
        return False
    listed = any(g is not at and g.city is not None and not g.tied for g in groups)
    return top(at.cities) < (FAMOUS_IN_LIST if listed else FAMOUS)
