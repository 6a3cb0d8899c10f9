"""What a short line of a page can only be: a place, a day, pay, a type of employment, a way of working."""

import re
from functools import lru_cache
from typing import Final

from crawler.fields.dates import read_date
from crawler.fields.employment import read_employment_type
from crawler.fields.location import country_code, read_location
from crawler.fields.places.gazetteer import key, names
from crawler.fields.workplace import MARKS, mark_workplace, read_workplace
from crawler.general.roles import names_role

COUNTRY_LETTERS: Final = frozenset(("US", "USA", "UK", "UAE"))
LARGE: Final = 60  # thousand people: a smaller town's name alone may be any word
COMMON_WORDS: Final = frozenset("Mobile Nice Reading Orange Bath Split Cork Male Sales Lead Send Victoria Price Union Most Man Of Best Much Progress Enterprise Bar Hub Post Essen Halle".split())  # fmt: skip
DIGIT: Final = re.compile(r"\d")
AGO: Final = re.compile(r"\b(?:ago|yesterday|today|vor|gestern|heute|il y a|hier|hace|ayer|há|ontem|fa|ieri|geleden|siden|sedan|temu|před|pred)\b|前|昨日|今日", re.IGNORECASE)
MONEY: Final = re.compile(
    r"[$€£¥₹₩₽₺₴]|(?<![A-Za-z])(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|JPY|CNY|SGD|HKD|BRL|MXN|ZAR|NZD|AED|ILS|TRY)(?![A-Za-z])|\d\s?[kK]\b|Kč|zł|\bkr\b|円|万|元|원|LPA"
)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_BESIDE_WAY: Final = frozenset("fully full work working job role position model modell arbeiten office friendly first only trabajo trabalho modelo travail possible télétravail híbrido híbrida hibrido hybride hybrid ibrido presencial présentiel remoto remota onsite on site remote".split())
_DAY_NAME: Final = r"[^\W\d_]{2,12}\.?"
SAYS_POSTED: Final = re.compile(
    rf"^(?:posted|published|listed|publié|publiée|mis(?:e)? en ligne|veröffentlicht|online seit|eingestellt|publicad[oa]|pubblicato|geplaatst|gepubliceerd|opublikowano|dodano|zveřejněno|掲載日|公開日|発布日期|发布时间)\s?(?:on|le|am|seit|el|em|il|op|dnia|dne)?\s?[:：]?\s?"
    rf"(?:{_DAY_NAME},?\s)?(?:\d{{1,2}}[.\s/-]+(?:de\s|d['’])?(?:{_DAY_NAME}|\d{{1,2}})[\s./-]+(?:de\s)?(?:19|20)\d\d|{_DAY_NAME}\s\d{{1,2}},?\s(?:19|20)\d\d|(?:19|20)\d\d[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?)\W*$",
    re.IGNORECASE,
)
SENTENCE_END: Final = re.compile(r"[.!?。！？、，,]\s*$")
_LEADING: Final = re.compile(r"^[^\w(\[#$€£¥<>≤≥~]+")
_BETWEEN: Final = re.compile(r"\s*[,;/|()\[\]·•]\s*|\s+[–—-]\s+|\s+(?:or|and|&|oder|und|ou|et|o|y|e|of|en|i|a|nebo)\s+")
_JAPANESE_PLACE: Final = re.compile(r"[一-龯ヶケ]{1,6}(?:都|道|府|県|市|区|郡|省|自治区)[一-龯ヶケ0-9０-９丁目番地号\s-]*\Z")
_JOINER: Final = re.compile(r"^\s*(?:or|and|oder|und|ou|et|o|y|e|in|from|within|anywhere in)\s+", re.IGNORECASE)
_LOOSE: Final = " .:\u200b\u00a0"
_PLACE_EXTRA: Final = re.compile(r"\b(?:based in|located in|location|office|(?:bay )?area|metro|region|district|county|greater|worldwide|anywhere(?: in the world)?|global(?:ly)?)\b", re.IGNORECASE)


def tidy(value: str) -> str:
    """*value* without icons and dashes before it."""
    return _LEADING.sub("", value).strip(" \u200b|·•,;")


def is_posted(value: str) -> bool:
    return read_date(value) is not None or bool(AGO.search(value) and DIGIT.search(value))


def kind_of(line: str) -> str | None:
    """What a short line can only be; ``None`` when it could be anything."""
    line = tidy(line)
    if not 1 < len(line) <= 90 or SENTENCE_END.search(line.removesuffix("Inc.")):
        return None
    if len(line) <= 50 and (is_posted(line) or SAYS_POSTED.match(line)):
        return "date_posted"
    if DIGIT.search(line) and MONEY.search(line) and len(line) <= 70:
        return "salary_text"
    if len(line) <= 45 and is_employment(line):
        return "employment_type"
    if len(line) <= 70 and is_place_alone(line):
        return "location"
    if len(line) <= 25 and not names_role(line) and read_workplace(line) is not None and is_way(line):
        return "workplace"
    return None


def is_way(line: str) -> bool:
    """Whether *line* says how one works and nothing else.

    >>> is_way("Híbrido"), is_way("100 % remote"), is_way("Remote sensing")
    (True, True, False)
    """
    return not [part for part in _WORDS.findall(mark_workplace(line)) if part.casefold() not in _BESIDE_WAY]


def is_employment(line: str) -> bool:
    return (bool(read_employment_type(line)) and not names_role(line)) or line.casefold() in ("internship", "intern", "praktikum", "werkstudent", "stage", "ausbildung")


@lru_cache(maxsize=4096)
def is_place_alone(line: str) -> bool:
    """Whether *line* is places and nothing else: every part of it is a name of one, and none is as well a common word.

    A street, a village or a quarter counts beside a place that is known; "Remote" is a place where one may work, too.
    """
    if _JAPANESE_PLACE.match(line):
        return bool(read_location(line).places)
    marked = mark_workplace(line)
    parts = [bare for part in _BETWEEN.split(marked) if (bare := _PLACE_EXTRA.sub("", _JOINER.sub("", part)).strip(_LOOSE + MARKS))]
    if not parts:
        return marked != line and read_location(line).workplace == "remote"
    known = letters = short = 0
    strange: list[str] = []
    for part in parts:
        if (part in COMMON_WORDS and len(parts) == 1) or (part[0].isalpha() and part[0].islower()):
            return False
        found = names(key(part))
        brief = len(part) <= 3 and part.isupper()
        if any(name.kind == "c" and (name.people >= LARGE or (len(parts) > 1 and not brief)) for name in found):
            known += 1
        elif brief and part not in COUNTRY_LETTERS:
            short += 1  # a state's letters beside a city, anything else elsewhere
        elif country_code(part) or (found and any(name.kind != "c" for name in found)):
            letters += 1
        else:
            strange.append(part)
    for part in strange:
        beside = known if DIGIT.search(part) else letters + short > 1 and letters and len(strange) == 1
        if not beside or names_role(part) or len(part.split()) > 5 or "," not in line:
            return False
    return known + letters > 0 and not (short and not known and not strange) and bool(read_location(line).places or read_location(line).remote_scope)
