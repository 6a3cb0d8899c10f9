"""The level of education that a posting asks for at least.

Terms: https://schema.org/educationRequirements; the levels are those that Google's guide for postings names ("high school",
"associate degree", "bachelor degree", "postgraduate degree"), and ISCED's in between.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from crawler.fields.educationwords import (
    AND_OR,
    APOSTROPHES,
    GLUED,
    HINTS,
    JOINED_MASTER,
    KEYS,
    KEYS_ELSEWHERE,
    LEVELS,
    OR,
    PATTERNS,
    SIGNS,
)
from crawler.fields.folding import fold
from crawler.fields.look import Look, look
from crawler.fields.sentence import sentence_at
from crawler.fields.wishes import HOPED_FOR, NEEDED, WISHED, is_wished

__all__ = ["LEVELS", "education_of_text", "read_education"]

TEXT_MAX: Final = 20_000  # characters
VALUE_MAX: Final = 40  # characters of a field; what is longer is prose
_SENTENCES_MAX: Final = 12
_NAMED_MAX: Final = 6  # mentions of a level in a sentence
_KEY_HITS_MAX: Final = 12  # of one word
_BEFORE: Final = 160  # characters of a sentence before the word
_AFTER: Final = 260
_ENGLISH_THE: Final = 600  # characters of English in which "the" stands at least once
_TAIL: Final = 110  # characters behind a level that say how it is meant

_NONE: Final = re.compile(
    r"\b(?:no|without an?|not? need (?:an? )?|don't need (?:an? )?|never finished) (?:\w+ ){0,2}$|\b(?:regardless of|in lieu of|instead of|in place of|rather than|is equivalent to|support up to"
    r"|doesn't matter|does not matter|don't care|no matter|not require|kein\w*|ohne|sans|sin|geen|with or without)\b[^.,;]{0,40}$"
)
_NOT_ASKED: Final = re.compile(
    r"\b(?:is|are|be)?\s?(?:not|n't) (?:strictly |a |an |absolutely )?(?:requir\w*|necessary|needed|essential|mandatory|must)\b"
)
_STUDENT: Final = re.compile(
    r"\b(?:pursuing|pursue|working (?:towards?|on)|studying|enroll?ed|towards? (?:an? |your |their )?|completing|expected completion|reimburse\w*|tuition|current(?:ly)? (?:in|a)|students?"
    r"|final[ -]year|penultimate|we offer|offers|apprenticeship|gain (?:an? )?|earn (?:an? )?|achieve (?:an? )?|immatrikuliert\w*|eingeschrieben\w*|laufende\w*|dein\w* studium|cours de"
    r"|cursando|estudiante|en cours|study(?:ing)?|studierst|im rahmen)\b[^.;]{0,40}$"
)
_HOLDING: Final = re.compile(
    r"\b(?:or (?:have |has |recently )?(?:hold\w*|complet\w+|obtain\w+|finish\w*|graduat\w*)|ha(?:ve|s) (?:\w+ ){0,2}(?:or|complet\w+|obtain\w+)|graduates?)\b"
)
_STUDENT_AFTER: Final = re.compile(
    r"'?s?'? ?(?:[\w-]+ )?(?:students?|candidates? at|programs? (?:at|of)|apprenticeship|thesis|arbeit|reimbursement|courses? (?:at|of))\b"
)
_FIRM: Final = re.compile(
    r"\b(?:our (?:\w+ )?(?:team|staff|people|founders?|researchers?|engineers?)|founded by|team (?:of|consists|includes|is made)|group of|we are a|consists? of|professors?"
    r"|unser team|notre equipe|colleagues)\b[^.;]{0,80}$"
)
_ASKS: Final = re.compile(r"\b(?:you|your|candidates?|applicants?|must|requir\w*|looking for|seek\w*)\b")
# A wish for something beside the degree: "(CPA preferred)", "and two years of experience preferred".
_ASIDE: Final = re.compile(
    r"\((?!(?:strongly |highly |is )?(?:prefer|desir|optional|a plus|nice|not |advanta|benefi))[^()]*\)"
)
_OF_ELSE: Final = re.compile(
    r"(?:\b(?:and|plus)\b|\+|, with\b)(?:(?!\bor\b)[^;.])*\b(?:experience|knowledge|certific\w+|skills?|years?|license|licence|\w+ing)\b[^;.]{0,30}$"
)
_WEAK: Final = re.compile(
    r"(?<![\w-])(?:a-levels?|a levels|a level (?:standard|or equivalent|education|qualifications?)|gcses?|o-levels?|leaving cert\w*|matric(?:ulation)?|international baccalaureate|highers)\b"
)
_WEAK_KEYS: Final = ("-level", "a level", "gcse", "leaving cert", "matric", "baccalaureate", "highers")
_WEAK_WORDS: Final = frozenset(
    ("level", "levels", "gcse", "gcses", "leaving cert", "matric", "baccalaureate", "highers")
)
_COMPLETE: Final = ("degree", "diploma", "education")


class _Level(NamedTuple):
    """A level that is named at *start* to *end* of a sentence."""

    start: int
    end: int
    rank: int


def read_education(value: object) -> str | None:
    """Read the level that a platform's or a page's own field names: a text, an object with a name, or a list of them.

    Returns one of :data:`LEVELS`, of several the lowest; ``None`` for what is none of them ("Certification", "Some college").

    >>> read_education("bachelor_degree"), read_education("Master's Degree"), read_education("High School or equivalent")
    ('BACHELOR', 'MASTER', 'HIGH_SCHOOL')
    >>> read_education({"@type": "EducationalOccupationalCredential", "credentialCategory": "associate degree"})
    'ASSOCIATE'
    >>> read_education("Unspecified"), read_education("Some High School Coursework")
    (None, None)
    """
    if isinstance(value, str):
        return _of_field(value) if len(value) <= VALUE_MAX else education_of_text(value)
    if isinstance(value, Mapping):
        value = [value.get(key) for key in ("credentialCategory", "name", "label", "value", "code", "educationalLevel")]
    if isinstance(value, list | tuple):
        found = {
            LEVELS.index(level)
            for one in value[:20]
            if isinstance(one, str | Mapping) and (level := read_education(one))
        }
        return LEVELS[min(found)] if found else None
    return None


_FIELD_WORDS: Final = {
    "HIGH_SCHOOL": r"high ?school|secondary(?: school| education)?|ged|a[ -]levels?|gcses?|abitur|baccalaureat|secundaria",
    "VOCATIONAL": r"vocational|apprenticeship|trade(?: school)?|mbo|ausbildung|berufsausbildung",
    "ASSOCIATE": r"associate'?s?|hnd|hnc|btec|bts|dut|foundation",
    "BACHELOR": r"bachelor'?s?|undergraduate|college degree|university degree|degree|hbo|ba|bs|bsc|licence|licenciatura|laurea triennale",
    "MASTER": r"master'?s?|post ?-?graduate|graduate degree|mba|msc|ma|ms|wo",
    "DOCTORATE": r"doctor(?:ate|al)?|phd|ph\.d\.?",
}
_OF_FIELD: Final = {
    level: re.compile(rf"(?<![\w-])(?:{words})(?: degree| diploma| level| degrees)?(?![\w-])")
    for level, words in _FIELD_WORDS.items()
}
_NOT_WHOLE: Final = re.compile(r"\b(?:some|less than|below|no|none|not?|without|under)\b")


@lru_cache(maxsize=512)
def _of_field(value: str) -> str | None:
    text = fold(value.replace("_", " ")).replace("’", "'")
    if _NOT_WHOLE.search(text):
        return None
    for level in LEVELS:
        for match in _OF_FIELD[level].finditer(text):
            bare = match[0].strip() == "degree"
            if not bare or not any(_OF_FIELD[other].search(text) for other in LEVELS if other != level):
                return level
    return None


def education_of_text(text: str) -> str | None:
    """Read the lowest level of education that *text*, a posting or its requirements, asks for.

    The first level counts that is not only wished for ("preferred", "a plus", under "Nice to have"); of levels joined by "or" the
    lower one. "Or equivalent experience" beside it changes nothing: the level is what is named. Certificates of school
    (A-levels, GCSE) count only where nothing higher is asked. Students' own studies, what a firm says of its people and "no
    degree needed" do not count. Returns one of :data:`LEVELS` or ``None``. Looks at the first ``TEXT_MAX`` characters.

    >>> education_of_text("You hold a Bachelor's or Master's degree in a related field; PhD preferred.")
    'BACHELOR'
    >>> education_of_text("High school diploma or GED required, bachelor's degree preferred")
    'HIGH_SCHOOL'
    >>> education_of_text("No degree required. A high degree of care."), education_of_text("Master's degree is a plus.")
    (None, None)
    """
    seen = look(text[:TEXT_MAX])
    if not (keys := _keys(seen)):
        return None
    text = seen.folded
    for start, end in _sentences(text, keys):
        if (rank := _asked(text, start, end)) is not None:
            return LEVELS[rank]
    for start, end in _sentences(text, _WEAK_KEYS) if _WEAK_WORDS & set(keys) else ():
        sentence = text[start:end]
        if (match := _WEAK.search(sentence)) and _is_asked(
            text, start, sentence, match.start(), match.end(), len(sentence)
        ):
            return "HIGH_SCHOOL"
    return None


def _keys(seen: Look) -> list[str]:
    """The words in the text of which one is in every level's name."""
    keys = [form for word in _words(seen, "education") for form in KEYS[word]]
    elsewhere, foreign = _words(seen, "education elsewhere"), seen.foreign * 10 > len(seen.folded)
    if (elsewhere or foreign) and seen.folded.count(" the ") * _ENGLISH_THE < len(seen.folded):
        keys += [form for word in elsewhere for form in KEYS_ELSEWHERE[word]]
        keys += seen.spelt(SIGNS) if foreign else []
    return keys


def _words(seen: Look, kind: str) -> list[str]:
    return list(dict.fromkeys([word for _, word in seen.folded_places(kind)]))


def _sentences(text: str, keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the sentences stand that hold a key, in their order; a long one is cut around the key."""
    places: list[int] = []
    for key in keys:
        at, hits = text.find(key), 0
        while at >= 0 and hits < _KEY_HITS_MAX:
            places.append(at + len(key) - 1)
            at, hits = text.find(key, at + 1), hits + 1
    done = sentences = 0
    for at in sorted(places):
        if at < done:
            continue
        sentences += 1
        if sentences > _SENTENCES_MAX:
            return
        start, done = sentence_at(text, at, min(_BEFORE, at - done), _AFTER)
        yield start, done


def _asked(text: str, start: int, end: int) -> int | None:
    """The rank of the lowest level that the sentence asks for in its first group of levels that is asked for at all."""
    sentence = text[start:end]
    for apostrophe in APOSTROPHES:
        sentence = sentence.replace(apostrophe, "'")
    sentence = GLUED.sub("; ", sentence)
    named = _levels(sentence)
    groups: list[list[_Level]] = []
    for level in named:
        between = sentence[groups[-1][-1].end : level.start] if groups else ""
        complete = groups and sentence[: groups[-1][-1].end].endswith(_COMPLETE)
        joined = groups and (
            (OR.search(between) and not _judged(between)) or (not complete and AND_OR.fullmatch(between))
        )
        if joined:
            groups[-1].append(level)
        else:
            groups.append([level])
    ends = [group[0].start for group in groups[1:]] + [len(sentence)]
    for group, until in zip(groups, ends, strict=False):
        if _is_asked(text, start, sentence, group[0].start, group[-1].end, until):
            return min(level.rank for level in group)
    return None


def _judged(words: str) -> bool:
    return bool(WISHED.search(words) or NEEDED.search(words))


def _levels(sentence: str) -> list[_Level]:
    found = [
        _Level(match.start(), match.end(), rank)
        for rank, level in enumerate(LEVELS)
        if any(hint in sentence for hint in HINTS[level])
        for match in islice(PATTERNS[level].finditer(sentence), _NAMED_MAX)
    ]
    found += [
        _Level(*match.span("joined"), LEVELS.index("MASTER")) for match in islice(JOINED_MASTER.finditer(sentence), 3)
    ]
    found.sort()
    kept: list[_Level] = []
    for level in found:
        if kept and level.start < kept[-1].end:  # "degree in" of "master's degree in"
            if level.end <= kept[-1].end or level.rank == kept[-1].rank or level.rank == LEVELS.index("BACHELOR"):
                continue
            if kept[-1].start == level.start:
                kept.pop()
        elif (
            kept
            and sentence.startswith("degree", level.start)
            and not sentence[kept[-1].end : level.start].strip("' s.€™")
        ):
            continue
        kept.append(level)
    return kept


def _is_asked(text: str, at: int, sentence: str, start: int, end: int, until: int) -> bool:
    """Whether the levels at *start* to *end* of a sentence are asked for, by what is said up to *until*."""
    before, after = sentence[max(0, start - _BEFORE) : start], sentence[end : min(until, end + _TAIL)]
    if _NONE.search(before) or _NOT_ASKED.search(after[:60]) or _STUDENT_AFTER.match(after):
        return False
    if _STUDENT.search(before) and not _HOLDING.search(before):
        return False
    if _FIRM.search(before) and not _ASKS.search(before):
        return False
    after = _ASIDE.sub(" ", after)
    if (
        (wish := WISHED.search(after))
        and not NEEDED.search(after, 0, wish.start())
        and not _OF_ELSE.search(after, 0, wish.start())
    ):
        return False
    return not HOPED_FOR.search(before) and not is_wished(text, at)
