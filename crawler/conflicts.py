"""Where the fields of a posting and its own text contradict each other: flags, only where both sides are sure.

The field's value stays: what is structured goes before what is read from the text. The flag says that someone should look.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from crawler.fields.dates import read_date
from crawler.fields.employment import employment_type_of_text
from crawler.fields.folding import fold
from crawler.fields.salary import ANNUAL, Salary, read_salary
from crawler.items import Posting

SLACK: Final = 1.02  # two figures of one period that are the same but for rounding
SLACK_OF_PERIODS: Final = 1.3  # of two periods: weeks have 35 to 45 hours, years 12 to 14 months' pay
DAYS_APART: Final = 1  # a day that ends in another zone
TEXT_MAX: Final = 30_000  # characters
_SIGNS: Final = ("$", "€", "£", "¥", "₹", "zł", "kr")
_DOLLARS: Final = frozenset(("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"))
_PRO_RATA: Final = re.compile(r"\bpro[ -]?rata\b|\bpart[ -]time\b|\bteilzeit\b|\bftes?\b")


def pay_conflict(stated: Sequence[Salary], text: str, country: str | None) -> bool:
    """Whether *text* states pay, and none of it fits any of the ranges *stated* as figures.

    Fits: one currency (a bare ``$`` may be any dollar), and ranges that overlap when both are a year's pay. Base pay is
    not held against what is paid in total, and part-time work against nothing.

    >>> stated = [Salary(50_000, 60_000, "EUR", "YEAR")]
    >>> pay_conflict(stated, "We pay 30 - 35 € per hour.", "DE"), pay_conflict(stated, "Salary: 75,000 - 90,000 €", "DE")
    (False, True)
    """
    text = text[:TEXT_MAX]
    if not stated or not any(sign in text for sign in (*_SIGNS, stated[0].currency)) or _PRO_RATA.search(text.lower()):
        return False
    pairs = [(said, read) for read in read_salary(text, country) for said in stated if _comparable(said, read)]
    return bool(pairs) and not any(_fits(said, read) for said, read in pairs)


def _comparable(said: Salary, read: Salary) -> bool:
    return (said.basis or "base") == (read.basis or "base") and read.gross is not False


def _fits(said: Salary, read: Salary) -> bool:
    if said.currency != read.currency:
        bare = "$" in (read.text or "") and not re.search(r"[A-Z]{2,3}", read.text or "")
        if not (bare and {said.currency, read.currency} <= _DOLLARS):
            return False
    periods = [said.period] if said.period else list(ANNUAL)
    others = [read.period] if read.period else list(ANNUAL)
    return any(_overlap(said, one, read, other) for one in periods for other in others)


def _overlap(said: Salary, period: str, read: Salary, other: str) -> bool:
    slack = SLACK if period == other else SLACK_OF_PERIODS
    low, high = _annual(said, period)
    from_, to = _annual(read, other)
    return low <= to * slack and from_ <= high * slack


def _annual(salary: Salary, period: str) -> tuple[float, float]:
    times = ANNUAL[period]
    return (salary.min or 0) * times, salary.max * times if salary.max is not None else float("inf")


_PLACES: Final = (
    "remote",
    "onsite",
    "on-site",
    "in person",
    "in-person",
    "in office",
    "in-office",
    "office based",
    "office-based",
)
_LOOKS: Final = 12  # mentions of a word
_AROUND: Final = 70  # characters
_THIS: Final = r"\b(?:this|(?:this|the|our) (?:role|position|job|opportunity|post|vacancy)) (?:is|will be) "
_KIND: Final = r"(?:an? )?"
_ALL: Final = r"(?:fully|100 ?%|entirely|completely|strictly|exclusively|permanent|full[- ]time)[ -]"
_NOT_REMOTE: Final = re.compile(
    rf"{_THIS}{_KIND}(?:{_ALL})?(?:on-?site|in[- ]person|in[- ]office|office[- ]based)(?! (?:or|and|with|/)|/)"
    rf"|{_THIS}not {_KIND}(?:\w+ )?remote|\bremote (?:work(?:ing)? )?is not (?:available|possible|an option|offered)"
    r"|\b(?:no|not open to|not eligible for) remote(?: work(?:ing)?)?\b(?! experience)"
)
_REMOTE: Final = re.compile(rf"{_THIS}{_KIND}{_ALL}remote\b(?! (?:or|and|/)|/)")


def workplace_conflict(workplace: str | None, text: str) -> bool:
    """Whether *text* says in so many words that the role is remote, or is not, and the field *workplace* the opposite.

    >>> workplace_conflict("remote", "This is a fully on-site role."), workplace_conflict("remote", "You work on-site at times.")
    (True, False)
    """
    if workplace not in ("remote", "onsite"):
        return False
    text = fold(text[:TEXT_MAX])
    if workplace == "remote":
        return _says(_NOT_REMOTE, _PLACES, text) and not _says(_REMOTE, ("remote",), text)
    return _says(_REMOTE, ("remote",), text) and not _says(_NOT_REMOTE, _PLACES, text)


def _says(sentence: re.Pattern[str], words: Sequence[str], text: str) -> bool:
    """Whether *sentence* stands around one of the first mentions of any of *words*."""
    for word in words:
        at, looks = text.find(word), 0
        while at >= 0 and looks < _LOOKS:
            if sentence.search(text, max(0, at - _AROUND), at + _AROUND):
                return True
            at, looks = text.find(word, at + len(word)), looks + 1
    return False


_OTHER_HOURS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    ("FULL_TIME",): ("part-time", "part time", "teilzeit", "temps partiel", "deeltijd", "media jornada", "tiempo parcial"),
    ("PART_TIME",): ("full-time", "full time", "vollzeit", "temps plein", "voltijd", "jornada completa", "tiempo completo"),
}  # fmt: skip


def employment_type_conflict(stated: Sequence[str], text: str) -> bool:
    r"""Whether the field says full time only and *text*, the title in its first line, part time only, or the reverse.

    >>> employment_type_conflict(["FULL_TIME"], "Cook\nThis is a part-time position."), employment_type_conflict(["FULL_TIME"], "Cook")
    (True, False)
    """
    others = _OTHER_HOURS.get(tuple(stated))
    if others is None:
        return False
    low = text[:TEXT_MAX].lower()
    if not any(word in low for word in others):
        return False
    read = employment_type_of_text(text)
    return bool({"FULL_TIME", "PART_TIME"} & set(read)) and not set(stated) & set(read)


_CLOSES: Final = re.compile(
    r"\b(?:closing date|application deadline|deadline for applications|apply by|applications close|bewerbungsfrist|bewerbungsschluss|date limite(?: de candidature)?|fecha limite|sluitingsdatum)"
    r"(?: (?:is|for applications|to apply|de candidature|on|endet am|ist))?[ :*–-]{1,6}(?:\w+day,? )?([^\n;|(]{6,40})"
)
_CLOSES_KEYS: Final = (
    "closing date",
    "deadline",
    "apply by",
    "applications close",
    "bewerbungsfrist",
    "bewerbungsschluss",
    "limit",
    "sluitingsdatum",
)


def date_conflict(posting: Posting, text: str) -> bool:
    """Whether the posting would close before it was published, or *text* names another closing date than ``valid_through``.

    >>> date_conflict(Posting(date_posted="2026-05-02", date_posted_bound="exact", valid_through="2026-04-01"), "")
    True
    >>> date_conflict(Posting(valid_through="2026-06-12T23:59:00Z"), "Closing date: 18 June 2026")
    True
    """
    if posting.valid_through is None:
        return False
    closes = date.fromisoformat(posting.valid_through[:10])
    if (
        posting.date_posted
        and posting.date_posted_bound == "exact"
        and closes < date.fromisoformat(posting.date_posted[:10])
    ):
        return True
    text = fold(text[:TEXT_MAX])
    if not any(key in text for key in _CLOSES_KEYS):
        return False
    named = {day for match in _CLOSES.finditer(text) if (day := _day(match[1])) is not None}
    return bool(named) and all(abs((day - closes).days) > DAYS_APART for day in named)


def _day(words: str) -> date | None:
    """The date that *words* begin with, the longest that can be read; dates without a year are none."""
    parts = words.replace(",", " ").split()[:4]
    for count in range(len(parts), 0, -1):
        if found := read_date(" ".join(parts[:count]).rstrip(".")):
            return date.fromisoformat(found[:10])
    return None
