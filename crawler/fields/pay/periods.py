"""The period that pay is for: read from the words around it, else told by its size where custom leaves one choice."""

import re
from typing import Final

from crawler.fields.pay.currency_names import COUNTRY_CURRENCY, ROUGH_UNITS
from crawler.fields.pay.period_words import (
    ALONE,
    CJK_UNITS,
    FIELD_WORDS,
    NOT_OF_PAY,
    PER,
    RHYTHMS,
    SPANS,
    SPANS_OF,
    UNITS,
)
from crawler.fields.pay.scan import listed, pattern

# Yearly multiples of a period: full-time hours, working days.
ANNUAL: Final[dict[str, int]] = {"HOUR": 2080, "DAY": 260, "WEEK": 52, "MONTH": 12, "YEAR": 1}

_OTHER_PERIODS: Final = re.compile(r"\bbi\b|\bbi-?(?:weekly|monthly)|semi|fortnight|quarter|twice|half")
FIELD_MAX: Final = 60  # characters of a field that names a period

# Countries where a figure without a period is a month's.
MONTHLY: Final = frozenset(
    listed(
        """
        AT, BR, BG, BY, CN, CZ, EE, GE, GR, HK, HR, HU, ID, KZ, LT, LV, MK, MY, NL, PH, PL, RO, RS, RU, SG, SI, SK, TH, TR,
        TW, UA, UZ, VN
        """
    )
)
# The same said by the currency, where the country is not known.
_MONTHLY_CURRENCIES: Final = frozenset(COUNTRY_CURRENCY[c] for c in MONTHLY) - {"EUR", "SGD", "HKD", "USD"}

_NOISE = (
    r"\b[mwfdxhi]\s?/\s?[mwfdxhi]\b(?:\s?/\s?[mwfdxhi]\b)?"  # (m/w/d)
    r"|1[2-8]\s?(?:x|mal|×)\s?(?:p\.?\s?a\b\.?|jährlich|pro jahr|im jahr|per year|a year)"  # 14x p.a.
    rf"|[0-9]\+?[ -]?{pattern('*' + span for span in listed(SPANS))}\.?(?: de \w+)?"
    rf"(?:\s?(?:/|\b(?:per|a|pro|je|par|por|a la|alla|in der|na|v|w|each|every|im|of|de)\b)\s?{pattern(listed(SPANS_OF))})?"
    rf"|{pattern(listed(RHYTHMS))} (?:\w+[- ]){{0,2}}?{pattern(listed(NOT_OF_PAY))}"
    r"|週[0-9]+時間|1[ヶか]月|[0-9]+時間|[0-9]+ヶ月"
)


def _spoken(units: dict[str, str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{kind}>{pattern(listed(words))})" for kind, words in units.items())


_PREFIX = rf"(?:/\s?|{pattern(listed(PER))}\s?)"
_WORDS = re.compile(f"(?P<noise>{_NOISE})|{_PREFIX}(?:{_spoken(UNITS, 'PER_')})|{_spoken(ALONE, '')}")
_ATTACHED_CJK = re.compile(
    rf"\s?(?:[/每一(]|per)?\s?({'|'.join(sorted(CJK_UNITS, key=len, reverse=True))})(?!末|终|底|[0-9])"
)
_ATTACHED = re.compile(  # 1000pd, 45 000 brut an
    r"""
    \s?(?:(?:brutto?|gross|brut|netto?|net)\s)?
    (?:(?P<HOUR>hrs?|h|hour|ph)|(?P<DAY>pd|day)|(?P<WEEK>pw)|(?P<MONTH>pcm|pm|mtl|month)
      |(?P<YEAR>pa|(?<=brut\ )ans?|yr|annum|year|ral|/a))\b""",
    re.X,
)
_FIELD_WORDS: Final = {word: kind for kind, words in FIELD_WORDS.items() for word in listed(words)}


def period_of(field: object) -> str | None:
    """Period that a field of a platform or of structured data names, in any spelling; ``None`` for others.

    >>> [period_of(f) for f in ("per-year-salary", "1 YEAR", "HOURLY", "PER_MONTH", "P1W", "biweekly", "NONE", None)]
    ['YEAR', 'YEAR', 'HOUR', 'MONTH', 'WEEK', None, None, None]
    """
    if not isinstance(field, str) or len(field) > FIELD_MAX:
        return None
    spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", field).replace("_", " ").replace("-", " ").lower().replace("p.a.", "pa")
    if _OTHER_PERIODS.search(spelt):
        return None
    for word in re.findall(r"\w+", spelt):
        if word in _FIELD_WORDS:
            return _FIELD_WORDS[word]
    found = period_after(spelt, 0, len(spelt))
    return found[0] if found else None


def period_after(low: str, at: int, end: int) -> tuple[str, int] | None:
    """Period said in lower-case *low* between the figure's end *at* and *end*: (period, where it ends)."""
    found = _ATTACHED.match(low, at, end)
    if found and found.lastgroup:
        return found.lastgroup, found.end()
    if not low.isascii() and (found := _ATTACHED_CJK.match(low, at, end)):
        return CJK_UNITS[found[1]], found.end()
    for found in _WORDS.finditer(low, at, end):
        if found.lastgroup != "noise":
            return _kind(found), found.end()
    return None


def period_before(low: str, start: int, at: int) -> tuple[str, int] | None:
    """Last period said in lower-case *low* between *start* and the figure at *at*: (period, where it begins)."""
    last = None
    for found in _WORDS.finditer(low, start, at):
        if found.lastgroup != "noise":
            last = found
    return (_kind(last), last.start()) if last else None


def _kind(found: "re.Match[str]") -> str:
    return (found.lastgroup or "").removeprefix("PER_")


def rough(amount: float, currency: str) -> float:
    """*amount* in very rough US dollars: good for telling periods and placeholders apart, for nothing else."""
    return amount / ROUGH_UNITS.get(currency, 1)


def by_the_month(country: str | None, currency: str) -> bool:
    """Whether custom gives pay by the month there, or in that currency where the country is not known."""
    return country in MONTHLY or currency in _MONTHLY_CURRENCIES


def infer_period(amount: float, currency: str, monthly: bool) -> str | None:
    """Period of *amount* (the larger bound) where nothing says it; *monthly*: custom gives pay by the month.

    In rough dollars: up to 150 an hour's pay (up to 60 where pay is monthly), from 12,000 a year's (20,000 where pay is
    monthly), and between them a month's where pay is monthly or, from 600 on, in neither dollars nor pounds. A figure
    that fits none is left without a period.

    >>> infer_period(95_000, "USD", False), infer_period(18_000, "PLN", True), infer_period(45, "USD", False)
    ('YEAR', 'MONTH', 'HOUR')
    >>> infer_period(500, "GBP", False)
    """
    size = rough(amount, currency)
    if monthly:
        if size < 60:
            return "HOUR" if size >= 2 else None
        return "MONTH" if size < 20_000 else "YEAR"
    if size < 150:
        return "HOUR" if size >= 2 else None
    if size >= 12_000:
        return "YEAR"
    return "MONTH" if size >= 600 and currency not in ("USD", "GBP", "CAD", "AUD", "NZD") else None


_PLAUSIBLE = {
    "HOUR": (2, 2_500),
    "DAY": (15, 12_000),
    "WEEK": (60, 40_000),
    "MONTH": (60, 150_000),
    "YEAR": (2_400, 6_000_000),
}


def plausible(amount: float, currency: str, period: str | None) -> bool:
    """Whether *amount* can be somebody's pay: no price of a lunch, no worth of a company, no placeholder."""
    low, high = _PLAUSIBLE.get(period or "", (2, 6_000_000))
    return low <= rough(amount, currency) <= high
