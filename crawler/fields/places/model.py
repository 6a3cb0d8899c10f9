"""A place in the making, and the questions that its makers ask of the gazetteer's cities."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.fields.places.gazetteer import Name, key
from crawler.fields.places.names import Reading
from crawler.fields.places.words import DIRECTIONS, UNCLEAR, WORDS

# Thousand people from which a name means its city even where the country beside it has none of that name.
FAMOUS, FAMOUS_IN_LIST = 500, 100
SMALL_CITY = 200  # thousand people: below, a state's name is the state and not a town of the same name elsewhere
BREAK = "!"


@dataclass(slots=True)
class Part:
    reading: Reading
    gap: str  # what stands before it: "," "-" " ", or `BREAK`: it belongs to nothing before it
    index: int  # of the part in its stretch of text
    fixed: bool = False  # country or region by its position: what follows is the city, known there or not


@dataclass(slots=True)
class Group:
    """A place in the making: *city* as read, *cities* what it may be, *region*, *country*, or an *area* alone."""

    first: int
    last: int
    city: Reading | None = None
    cities: tuple[Name, ...] = ()
    region: Name | None = None
    region_text: str | None = None
    country: str | None = None
    area: str | None = None
    namesakes: tuple[Name, ...] = ()  # other regions that a bare region's name means
    by_letters: bool = False  # read from two letters that may mean something else
    rival: str | None = None  # the country that a bare state's letters or name mean as well: CA, Georgia
    tied: bool = False  # something beside the city's own name says where it is
    fixed: bool = False
    other: Name | None = None  # the state of the same name: New York, Washington

    @property
    def bare(self) -> bool:
        return self.city is None

    @property
    def unclear(self) -> bool:
        """A state alone that may as well be a country."""
        return self.bare and self.rival is not None and self.region_text in UNCLEAR

    @property
    def state_letters(self) -> bool:
        """A city's short name that is a state's letters, too: "NY", "LA", "DC"."""
        return self.city is not None and self.city.code and self.other is not None and self.region is None


def plausible(reading: Reading, *, letters: bool = False) -> bool:
    """Tell whether an unknown *reading* may be the name of a town, so that a country beside it makes it one.

    With a state's *letters* beside it small initials are forgiven ("oldtown, CA").
    """
    text = reading.text
    words = text.split()
    if not words or len(words) > 5 or len(text) > 40 or any(c.isdigit() or c in "@:/*_%$!?" for c in text):
        return False
    if text.isupper() and len(text) <= 4:
        return False
    if reading.word or key(text) in WORDS or key(words[-1]) in DIRECTIONS:
        return False
    return not text[0].islower() or (letters and len(words) < 3)


def of_country(cities: Sequence[Name], country: str) -> tuple[Name, ...]:
    return tuple(c for c in cities if c.country == country)


def of_region(cities: Sequence[Name], region: Name) -> tuple[Name, ...]:
    return tuple(
        c for c in cities if c.country == region.country and (c.code == region.code or not (c.code and region.code))
    )


def top(cities: Sequence[Name]) -> int:
    return max((c.people for c in cities), default=0)
