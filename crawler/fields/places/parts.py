"""One part of a location text, without its commas, to the names in it: "USA DC Washington" is three.

Words around a name ("Berlin office", "in the US", "37th Floor New York") and numbers of houses and letters are taken off.
"""

import re
from functools import lru_cache

from crawler.fields.places.gazetteer import REGION, Name
from crawler.fields.places.names import NOTHING, Reading, meanings
from crawler.fields.places.words import COMMON_CODES, EMPTY, LETTERED, word_set

LONGEST_PART = 100  # characters between two separators; a longer stretch is a sentence
MOST_WORDS = 6  # of a name with its region and country
_LEAD = re.compile(
    r"(?:(?:in|at|from|within|no|na|all|near|around|based|located|live|living|reside|anywhere|must|be|preferably|ideally|the|or|and|either|our|to|"
    r"base|office|offices|location|locations|city of|town of|bei|à|en|em|im|raum|nähe|greater|metro|metropolitan|downtown|inner|"
    r"region|área de|grande|kreis|landkreis|only|ONSITE|select)\b|[\s*•·:#>~+&|.–—-])+\s*",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,*:;.±–—-]*\b(?:offices?|hq\d?|headquarters?|headquartered|campus|areas?|metro|metropolitan|metroplex|region|regions|"
    r"city cent(?:re|er)|downtown|only|preferred|preferably|based|hub|site|sites|plant|branch|studio|nearby|surrounding|or|and|"
    r"surroundings|surrounding areas|locations?|residents?|citizens?|candidates?|applicants?|considered|possible|sector|phase|block|time ?zones?|tz|"
    r"working|hours|(?:[±+-] ?)?h|cet|cest|est|pst|gmt|utc|et alentours|et environs|und umgebung|y alrededores|e região|umgebung|area de|hybrid|(?:most|all|select|some) states)\b\.?)+\s*$",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(?:hours|time ?zones?|tz)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way|place|pl|parkway|pkwy|circle|cir|court|ct|highway|hwy|"
    r"suite|ste|floor|plaza|square|sq|terrace|trail|turnpike|pike|loop|quay|wharf|building|bldg|unit|tower|towers|industrial|"
    r"rue|via|viale|piazza|calle|avenida|av|rua|ulica|ul|allee|weg|platz|gasse|ring|chome|třída|náměstí|cesta)\b\.?$|"
    r"(?:straße|strasse|str\.?|straat|gasse|platz|weg|allee|gatan|vägen|gata|laan|kade|plein|vej|gade|katu|tie)$",
    re.IGNORECASE,
)
_STREET_FIRST = re.compile(
    r"(?:av|avda|avenida|avenue|rua|rue|calle|via|viale|piazza|ul|ulica|boulevard|bd|blvd|chemin|quai|carrer|paseo|travessa|praça)\b\.?\s",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"\b(?:suite|ste|floor|unit|room|bldg|building|level|apt|po box|p\.o\. box)\.?\s*#?\s*[\w-]*\d[\w-]*|\b\d+(?:st|nd|rd|th)\s+floor\b|"
    r"#\s*\w*\d\w*|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d\b|〒?\b\d{3}-\d{4}\b|"
    r"\b\d{4} [A-Z]{2}\b(?=\s+\w)|\b\d{3} \d{2}\b|\b[A-Z]{1,2}-?\d{3,5}\b|\b\d{5}-\d{3,4}\b|\b\d{1,2}(?:e|er|è(?:me|re)|ème)\b(?: arr\w*)?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_DIRECTION = re.compile(
    r"(?:(?:north|south|east|west|central|inner|outer|mid)(?:ern)? ?)+(?P<rest>.{3,})", re.IGNORECASE
)
_METRO = re.compile(r"\b(?:metro\w*|area|region|und umgebung|et environs|e região)\b", re.IGNORECASE)
METRO = 100  # thousand people of a city that an area is named after
GREAT = 1000  # thousand people: "North London" is London, "East Hampton" is not Hampton
_QUALIFIERS = word_set("""
    new old north south east west upper lower little great port lake fort ft mount mt glen san santa st saint los las el la
    le de high big bad
""")
_VENUES = word_set("""
    outlet outlets mall center centre village plaza station airport galleria campus square market district quarter hospital
    university college summit tower park heights clinic hub
""")
_CODED = re.compile(r"[A-Z]{2,3}-[A-Z]")  # "US-CA-San Jose"
_COUNTY = re.compile(
    r".+ (?:county|parish|borough|kreis|landkreis|kommune|län)$|^(?:county|comté|condado|provincia|province) (?:of |de |di )?.+",
    re.IGNORECASE,
)


@lru_cache(4096)
def read_name(text: str) -> tuple[Reading, ...]:
    """Read one part of a location text, without its commas: mostly one reading, more for "Berkeley CA US".

    >>> [(r.text, r.country) for r in read_name("Berlin Germany")]
    [('Berlin', None), ('Germany', 'DE')]
    """
    text = text.strip(' \t.,:;!?*"`|~')
    if not text:
        return ()
    if len(text) > LONGEST_PART:
        return (NOTHING,)
    whole = meanings(text)
    if whole is not None:
        return (whole,)
    if _CODED.match(text):
        return _hyphens(text)
    if any(c.isdigit() for c in text):
        text = _without_numbers(text)
    if _LEAD.match(text):
        text = _LEAD.sub("", text, count=1)
        whole = meanings(text)
        if whole is not None and whole is not NOTHING:
            return (whole,)
    trail = _TRAIL.search(text)
    if trail:
        text = text[: trail.start()].strip(" \t.,:;-–")
    if not text or not _LETTER.search(text):
        return ()
    whole = meanings(text)
    if trail and _HOURS.search(trail[0]):  # "US time zones" is the US, "Central hours" is nothing
        said = whole is not None and (whole.country or whole.area)
        return (Reading(text, country=whole.country, area=whole.area),) if whole and said else ()
    if whole is not None:
        return (whole,)
    return _unknown(text, metro=trail is not None and _METRO.search(trail[0]) is not None)


def _unknown(text: str, *, metro: bool) -> tuple[Reading, ...]:
    """Read what the gazetteer does not hold as a whole; *metro*: it was called the area or region of a city."""
    words = text.split()
    if len(words) > MOST_WORDS:
        return (Reading(text, empty=True),)
    city = _first_city(text, words) if metro else _outer_city(text)
    if city is not None:
        return (city,)
    if _says_nothing(text, words):
        return (Reading(text, empty=True),)
    if len(words) == 1:
        return _hyphens(text) if "-" in text else (Reading(text),)
    return _peeled(words) or (_held(text, words) if len(words) < MOST_WORDS else Reading(text),)


def _outer_city(text: str) -> Reading | None:
    """The city before or after the hyphens of several words: "London-Canary Wharf"."""
    for name in (text.split("-")[0], text.split("-")[-1]) if "-" in text and " " in text else ():
        found = meanings(name)
        if found is not None and found.cities and found.cities[0].people >= METRO and not (found.code or found.word):
            return Reading(name, found.cities)
    return None


def _first_city(text: str, words: list[str]) -> Reading | None:
    """The city that a metropolitan area is named after: "Raleigh-Durham-Chapel Hill", "Frankfurt Rhine-Main"."""
    for name in (text.split("-")[0], *(" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))):
        found = meanings(name)
        if found is not None and found.cities and found.cities[0].people >= METRO and not found.code:
            return Reading(name, found.cities)
    return None


def _without_numbers(text: str) -> str:
    text = _NUMBERS.sub(" ", text).strip(" ,-")
    leading = re.match(r"\d+[A-Za-z]?(?:[-–]\d+)?\s+(.*)", text)
    if leading and (_STREET.search(leading[1]) or len(leading[0].split()[0]) < 4):
        return ""
    text = re.sub(r"[±+-]?\s?\b\d+(?:st|nd|rd|th|[a-z])?\b", " ", text).strip(" ,-/")
    return "" if _STREET.search(text) else " ".join(text.split())


def _says_nothing(text: str, words: list[str]) -> bool:
    if _COUNTY.match(text):
        return False
    return bool(_STREET.search(text) or _STREET_FIRST.match(text)) or any(
        w.strip("().,:").casefold() in EMPTY for w in words
    )


def _hyphens(text: str) -> tuple[Reading, ...]:
    """Part "US-CA-Oldtown", "GBR-London", "Germany-Berlin", "Berlin-Mitte"; any other hyphen belongs to the name."""
    parts = [p for p in text.split("-") if p]
    first = meanings(parts[0]) if len(parts) > 1 else None
    if first is None:
        return (Reading(text),)
    rest = "-".join(parts[1:])
    if first.country and not first.cities and (first.code or first.country):
        return (first, *_after_code(rest, first))
    if first.code and first.regions:
        return (first, *read_name(rest))
    last = meanings(parts[-1])
    if last and last.country and not last.cities:
        return (*read_name("-".join(parts[:-1])), last)
    if first.cities and first.cities[0].people >= 100:
        second = meanings(rest)
        if second and second.cities and second.cities[0].people >= 100:
            return (first, second)
        return (first,)
    return (Reading(text),)


def _after_code(rest: str, country: Reading) -> tuple[Reading, ...]:
    head, _, tail = rest.partition("-")
    if tail and len(head) <= 3 and head.isupper():
        region = meanings(head)
        city = re.split(r"-(?=\d)", tail)[0]
        return (
            region or Reading(head, regions=(Name(REGION, country.country or "", "", 0, head),), code=True),
            *read_name(city),
        )
    return read_name(re.split(r"-(?=\d)", rest)[0])


def _peeled(words: list[str]) -> tuple[Reading, ...]:
    """Take a country or region off the end or the start of several words, where the rest may be a city."""
    for size in range(min(4, len(words) - 1), 0, -1):
        tail = meanings(" ".join(words[-size:]))
        if tail and (tail.country or tail.regions) and (tail.code or not tail.cities or tail.country or size > 1):
            if not tail.code and tail.word:
                continue
            rest = read_name(" ".join(words[:-size]))
            if not rest:
                return (tail,)
            clear = tail.country or tail.regions[0].country in LETTERED
            if any(r.empty for r in rest):
                return (tail,) if clear and not tail.code else ()
            if tail.code or clear or _same_country(rest[-1], tail):
                return (*rest, tail)
    for size in range(min(4, len(words) - 1), 0, -1):
        head = meanings(" ".join(words[:size]))
        if head and (head.country and (head.code or not head.cities)) and not head.word:
            if head.code and head.country not in COMMON_CODES and len(words[0]) == 2:
                continue  # letters of a small country are more often a word
            rest = read_name(" ".join(words[size:]))
            if rest:
                return (head, *rest)
    return ()


def _held(text: str, words: list[str]) -> Reading:
    """An unknown name of several words: remember the city that it begins or ends with, for a neighbour to confirm."""
    if _COUNTY.match(text):
        return Reading(text, regions=(), empty=False, word=True)
    towards = _DIRECTION.fullmatch(text)
    if towards:
        inner = meanings(towards["rest"])
        if inner and inner.cities and inner.cities[0].people >= GREAT:
            return Reading(inner.text, inner.cities, inner.regions)
    guess: list[Name] = []
    for size in range(len(words) - 1, 0, -1):
        for part, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            found = meanings(" ".join(part))
            # "Bengaluru East" is in Bengaluru, "East Hampton" not in Hampton.
            named = part != words[:size] and all(w.casefold().strip(".") in _QUALIFIERS for w in rest)
            if found and not (found.word or found.code or named):
                least = 20 if any(w.casefold() in _VENUES for w in rest) else 200
                name = " ".join(part)
                guess.extend(
                    c._replace(name=name if name.isascii() else c.name) for c in found.cities if c.people >= least
                )
    return Reading(text, guess=tuple(guess))


def _same_country(city: Reading, region: Reading) -> bool:
    return any(c.country == r.country for c in city.cities for r in region.regions)
