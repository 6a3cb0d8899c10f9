"""What tells two openings apart whose texts are nearly the same: shifts, hours, levels and cities that the texts name."""

import re

from crawler.duplicates.likeness import LONGEST
from crawler.fields.places.gazetteer import CITY, key, names

CITY_PEOPLE = 50  # thousands of inhabitants: below, too many cities are called like a word or a person

_SHIFT = re.compile(
    r"\b(night|overnight|graveyard|day|evening|weekend|early|late|morning|afternoon|swing|first|second|third|1st|2nd|3rd)[- ]shifts?\b"
    r"|\b(nacht|früh|spät|tag)(?:schicht|dienst)|\b(?:équipe|poste|travail) (?:de |du )?(nuit|jour|matin)\b|\bturno (?:de )?(noche|día|notte)\b",
    re.IGNORECASE,
)
_SAME_SHIFT = {
    "overnight": "night", "graveyard": "night", "third": "night", "3rd": "night", "nacht": "night", "nuit": "night", "noche": "night",
    "notte": "night", "first": "day", "1st": "day", "tag": "day", "jour": "day", "día": "day", "morning": "early", "früh": "early",
    "matin": "early", "afternoon": "late", "evening": "late", "swing": "late", "second": "late", "2nd": "late", "spät": "late",
}  # fmt: skip
_CLOCK = r"(?:[01]?\d|2[0-4])(?:(?:[:.][0-5]\d)(?:\s?[ap]\.?m\b)?|\s?[ap]\.?m\b|\s?Uhr\b)"
_HOURS = re.compile(rf"(?<![\d.:])({_CLOCK})\s?(?:-|–|to|until|till|bis|à|a)\s?({_CLOCK})", re.IGNORECASE)
_GRADE = re.compile(r"\b(level|band|grade|stufe|tier) ([ivx]{1,4}|\d{1,2})\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’.-]{2,30}(?: [A-ZÀ-Þ][\w'’.-]{2,30}){0,2}")


def shifts(text: str) -> frozenset[str]:
    """The shifts that *text* names, in one word each.

    >>> sorted(shifts("Work the Night shift; no day-shift work")), shifts("in der Nachtschicht") == shifts("3rd shift")
    (['day', 'night'], True)
    """
    text = text[:LONGEST]
    if not re.search("shift|schicht|dienst|nuit|jour|matin|turno", text, re.IGNORECASE):
        return frozenset()
    found = {next(word for word in groups if word).casefold() for groups in _SHIFT.findall(text)}
    return frozenset(_SAME_SHIFT.get(word, word) for word in found)


def hours(text: str) -> frozenset[str]:
    """The spans of working hours in *text*, as it writes them, without spaces.

    >>> sorted(hours("Mon-Fri 6:00 am - 2:00 pm, or 22:00 to 06:00"))
    ['22:00-06:00', '6:00am-2:00pm']
    """
    return frozenset(
        "-".join(re.sub(r"\s|(?<=[ap])\.|(?<=m)\.", "", clock.casefold()) for clock in span)
        for span in _HOURS.findall(text[:LONGEST])
    )


def grades(text: str) -> frozenset[str]:
    """The numbered levels that *text* names.

    >>> sorted(grades("You start at Level II (pay band 6)"))
    ['band 6', 'level ii']
    """
    return frozenset(" ".join(found).casefold() for found in _GRADE.findall(text[:LONGEST]))


def apart(a: str, b: str) -> bool:
    """Whether two texts name shifts, working hours or levels, and not one of them in common."""
    return any(
        one and two and one.isdisjoint(two) for one, two in ((read(a), read(b)) for read in (shifts, hours, grades))
    )


def other_city(a: str, b: str) -> bool:
    """Whether each of two texts names a city that the other does not: for postings whose fields do not say where they are.

    >>> other_city("Join us in Hamburg. We are a team.", "Join us in Munich. We are a team.")
    True
    """
    first, second = _named(a), _named(b)
    return bool(_cities(first - second)) and bool(_cities(second - first))


def _named(text: str) -> set[str]:
    found: set[str] = set()
    for name in _NAME.findall(text[:LONGEST]):
        words = name.rstrip(".'’-").split()
        found.update(
            " ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)
        )
    return found


def _cities(found: set[str]) -> list[str]:
    return [name for name in found if any(n.kind == CITY and n.people >= CITY_PEOPLE for n in names(key(name)))]
