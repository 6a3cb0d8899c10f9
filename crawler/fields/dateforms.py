"""Absolute dates in a text: figures in every order, months in words."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final, NamedTuple

from crawler.fields.datewords import MONTHS, TOKEN, UNITS, ZONES, is_known
from crawler.fields.folding import fold

YEARS: Final = range(1990, 2101)
MARGIN: Final = timedelta(days=1)  # how far a date without a year may lie after now: zones, clocks
_LEAP: Final = 8  # years from one 29 February to the next, at most

_TIME: Final = re.compile(
    r"(?<![0-9:])([0-9]{1,2})(?:[:h]([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?)?\s?([ap]\.?m\b\.?)?(?![0-9:])"
    r"(?:\s?(?:\(?(utc|gmt|z|[a-z]{3,4})\b\)?)?(?:\s?([+-])([0-9]{2}):?([0-9]{2})(?![0-9-]))?)?"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<![0-9])([12][0-9]{3})\s?[-/.年년]\s?([0-9]{1,2})\s?[-/.月월]\s?([0-9]{1,2})(?![0-9])\s?[日일号號]?"
)
_YEAR_LAST: Final = re.compile(
    r"(?<![0-9/.-])([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})(?![0-9/-])"
)
_COMPACT: Final = re.compile(r"(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])")
_NAMED: Final = re.compile(
    r"(?<![0-9])([0-9]{1,2})[-/.'\s]{1,2}([^\W\d_]{3,12})\.?[-/'][ ]?([0-9]{4}|[0-9]{2})(?![0-9])"
)
_MONTH_DAY_CJK: Final = re.compile(r"(?<![0-9年년])([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일号號]")
_REIWA: Final = re.compile(r"令和\s?([0-9]{1,2}|元)\s?年")
_WITHIN_DATE: Final = frozenset(fold("st nd rd th er º ª го o de del di d of the den dne").split())


class Found(NamedTuple):
    """The one date of a text; or the one without a year, as its latest; and how many words belong to no date."""

    day: date | datetime | None
    yearless: date | None = None
    strangers: int = 0


class _Clock(NamedTuple):
    time: tuple[int, int, int] | None
    zone: timezone | None = None
    possible: bool = True


def find_date(text: str, day_first: bool | None, now: datetime | None = None) -> Found:
    """Find the one date of *text*; none, if there are two or an impossible one.

    *day_first* says how ``3/9/2026`` is meant, ``None`` that it cannot be known. Only with a *now* a date without a
    year is looked for.

    >>> find_date("2 août 2026, 10h15", None).day, find_date("3/9/2026", None).day, find_date("3/9/2026", True).day
    (datetime.datetime(2026, 8, 2, 10, 15), None, datetime.date(2026, 9, 3))
    """
    if "令" in text:
        text = _REIWA.sub(lambda match: f"{2018 + (1 if match[1] == '元' else int(match[1]))}年", text)
    text, clock = _without_time(fold(text))
    if not clock.possible:
        return Found(None)
    days: set[date | None] = {_day(int(m[1]), int(m[2]), int(m[3])) for m in _YEAR_FIRST.finditer(text)}
    text = _YEAR_FIRST.sub(" ", text)
    days.update(_day(_year(m[3]), MONTHS[m[2]], int(m[1])) for m in _NAMED.finditer(text) if m[2] in MONTHS)
    days.update(_figures(int(m[1]), m[2], int(m[3]), m[4], day_first) for m in _YEAR_LAST.finditer(text))
    text = _YEAR_LAST.sub(" ", text)
    days.update(_day(int(m[1]), int(m[2]), int(m[3])) for m in _COMPACT.finditer(text))
    yearless = {(int(m[1]), int(m[2])) for m in _MONTH_DAY_CJK.finditer(text)}
    text = _MONTH_DAY_CJK.sub(" ", _COMPACT.sub(" ", text))
    words = [token for token in TOKEN.findall(text) if token not in "+>/.,-" and token not in _WITHIN_DATE]
    if not days:
        _by_month_name(words, days, yearless)
    strangers = sum(not is_known(word) for word in words)
    if len(days) == 1 and (day := days.pop()) is not None:
        whole = day if clock.time is None else datetime(day.year, day.month, day.day, *clock.time, tzinfo=clock.zone)
        return Found(whole, None, strangers)
    if days or now is None or len(yearless) != 1:
        return Found(None, None, strangers)
    return Found(None, _latest(*yearless.pop(), now), strangers)


def _without_time(text: str) -> tuple[str, _Clock]:
    """Take a time of day out of folded *text*."""
    for match in _TIME.finditer(text):
        hour, minute, second, half, name, sign, zone_hours, zone_minutes = match.groups()
        if minute is None and not half:
            continue
        clock = (int(hour), int(minute or 0), int(second or 0))
        if half and 1 <= clock[0] <= 12:
            clock = (clock[0] % 12 + (12 if half[0] == "p" else 0), *clock[1:])
        elif half or clock[0] > 23:
            return text, _Clock(None, possible=False)
        offset = int(zone_hours) * 60 + int(zone_minutes) if sign else ZONES.get(name)
        if max(clock[1:]) > 59 or (offset is not None and offset > 14 * 60):
            return text, _Clock(None, possible=False)
        zone = None if offset is None else timezone(timedelta(minutes=-offset if sign == "-" else offset))
        # What follows a time and is no zone belongs to the date: "at 10:15 oct 3".
        end = match.end() if zone else max(match.end(2), match.end(3), match.end(4))
        return text[: match.start()].removesuffix("t") + " " + text[end:], _Clock(clock, zone)
    return text, _Clock(None)


def _figures(first: int, sign: str, second: int, year_text: str, day_first: bool | None) -> date | None:
    if len(year_text) == 2 and sign == "-":
        return None  # "26-09-23" begins with either end
    if sign == "." or first > 12 or first == second:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _day(_year(year_text), month, day)


def _by_month_name(words: list[str], days: set[date | None], yearless: set[tuple[int, int]]) -> None:
    for i, word in enumerate(words):
        month = MONTHS.get(word)
        if month is None:
            continue
        before = words[i - 1] if i else ""
        after, later = [*words[i + 1 : i + 3], "", ""][:2]
        if _is_day(before):
            if _is_year(after):
                days.add(_day(int(after), month, int(before)))
            else:
                yearless.add((month, int(before)))
        elif _is_day(after):
            if _is_year(before):
                days.add(_day(int(before), month, int(after)))
            elif _is_year(later):
                days.add(_day(int(later), month, int(after)))
            elif later not in UNITS:  # "ago 5 days" is no August
                yearless.add((month, int(after)))


def _is_day(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _latest(month: int, day: int, now: datetime) -> date | None:
    limit = (now + MARGIN).date()
    found = (_day(year, month, day) for year in range(limit.year, limit.year - _LEAP - 1, -1))
    return next((day for day in found if day is not None and day <= limit), None)
