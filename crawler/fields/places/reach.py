"""Where one who works remotely may live, and what a bare "CA", "DE" or "Georgia" means among its neighbours."""

from collections.abc import Iterable, Mapping

from crawler.fields.places.binding import Stretch
from crawler.fields.places.choice import choose, unmistakable
from crawler.fields.places.model import Group
from crawler.fields.places.words import LETTERED
from crawler.fields.workplace import ANYWHERE, SPREAD, workplace_of

_JOINED = ("and", "or", "&", "/", "and/or")


def workplace(found: list[Stretch]) -> str | None:
    """Join what the stretches say: remote where one of them offers it, then hybrid, then on-site."""
    said = [workplace_of(s.marks) for s in found if s.marks and s.marks != SPREAD]
    for kind in ("remote", "hybrid", "onsite"):
        if kind in said:
            return kind
    return "remote" if any(SPREAD in s.marks for s in found) else None


def countries(found: Iterable[Stretch]) -> dict[str, int]:
    """Countries that the text names, whose states it names, or whose unmistakable cities, with how often."""
    seen: dict[str, int] = {}
    for s in found:
        for g in s.groups:
            country = g.country or unmistakable(g)
            if country and not g.area:
                seen[country] = seen.get(country, 0) + 1
    return seen


def settle(found: list[Stretch]) -> None:
    """Decide what a bare "CA", "DE" or "Georgia" is: a country among countries, a state among states."""
    bare = [g for s in found for g in s.groups if g.bare and not g.area]
    for g in bare:
        if g.rival is None:
            continue
        elsewhere = {x.country for s in found if not any(g is x for x in s.groups) for x in s.groups if not x.unclear}
        if not g.unclear:
            if g.region is None and g.rival in elsewhere:
                g.country = g.rival
            continue
        others = [x for x in bare if x is not g and not x.unclear]
        states = any(x.region and x.region.country == "US" for x in others)
        american = bool(others) and all(x.country == "US" for x in others)
        if g.rival in elsewhere or (others and not american):
            g.region, g.region_text, g.country, g.rival = None, None, g.rival, None
        elif states or (american and g.region_text != "CA") or (not others and "US" in elsewhere):
            g.rival = None
        elif american:  # "US; CA" is Canada
            g.region, g.region_text, g.country, g.rival = None, None, g.rival, None


def carry(found: list[Stretch]) -> None:
    """Let remote reach over a separator: "Remote US or Canada", "Remote - Peru; Chile", "Remote; US, UK"."""
    plain = [all(g.bare or g.state_letters for g in s.groups) for s in found]
    for i, s in enumerate(found[1:], 1):
        before = found[i - 1]
        if s.groups and plain[i] and not s.marks and before.forward and before.scope and plain[i - 1]:
            rest = range(i, len(found))
            if s.link in _JOINED or all(plain[j] and not found[j].marks for j in rest):
                s.scope, s.forward = list(s.groups), True
    for s, after, both in zip(found[-2::-1], found[:0:-1], zip(plain[-2::-1], plain[:0:-1], strict=True), strict=True):
        if s.groups and all(both) and not s.marks and after.scope and not after.forward and after.link in _JOINED:
            s.scope = list(s.groups)
    alone = any(s.remote and not s.groups for s in found)
    groups = [g for s in found for g in s.groups]
    if alone and all(g.bare for g in groups) and not any(s.scope for s in found):
        areas = any(g.area for g in groups)
        for s in found:
            s.scope = [g for g in s.groups if g.area or not areas]


def beside_states(found: list[Stretch]) -> bool:
    """A state alone is among the places that remote work is bound to."""
    return any(g.bare and g.region and g.region.country in LETTERED for s in found for g in s.scope)


def is_state(g: Group, states: bool) -> bool:
    """A remote "New York" that is the state: it is written in letters, as "New York, USA", or beside other states."""
    if g.city is None or g.other is None or g.region is not None:
        return False
    return states or g.city.code or g.country is not None


def scope(found: list[Stretch], remote: bool, context: Mapping[str, int]) -> list[str]:
    """Name the countries, states and larger regions that remote work is held to; larger regions also without it."""
    states = beside_states(found)
    named: list[str | None] = []
    for s in found:
        for g in s.groups:
            if g.area:
                named.append(g.area)
            elif remote and any(g is x for x in s.scope):
                named.append(_reach(g, context, states))
    if not any(named) and remote and any(ANYWHERE in s.marks for s in found):
        return ["Worldwide"]
    return list(dict.fromkeys(filter(None, named)))


def _reach(g: Group, context: Mapping[str, int], states: bool) -> str | None:
    if g.city is not None:
        if g.other is not None and is_state(g, states):
            return f"{g.other.country}-{g.other.code}"
        chosen = choose(g, context)
        return g.country or (chosen.country if chosen else None)
    if g.unclear and g.region_text != "CA":
        return None
    if g.region is not None and g.region.country in LETTERED and g.region.code and g.country:
        return f"{g.region.country}-{g.region.code}"
    return g.country
