"""Decides which amounts of a text are pay, in which currency and for which period."""

import re
from functools import cached_property
from typing import NamedTuple

from crawler.fields.folding import signs_of
from crawler.fields.pay.amounts import Amount, amounts
from crawler.fields.pay.clause import (
    Clause,
    basis_of,
    clause_of,
    gross_of,
    line_before,
    open_end,
    other_after,
    payments_of,
    span_of,
)
from crawler.fields.pay.currencies import currency_of_place, has_cyrillic, has_han, resolve
from crawler.fields.pay.numbers import CHINESE, LARGE, THOUSAND
from crawler.fields.pay.periods import (
    MONTHLY,
    by_the_month,
    infer_period,
    period_after,
    period_before,
    plausible,
    rough,
)
from crawler.fields.pay.phrases import AFTER_HINT, AFTER_PAY, BONUS_LISTED, CEILING, GUESSED, MEASURED
from crawler.fields.pay.record import Salary

SHORT = 60  # characters: a text that holds hardly more than its amount is a field of pay
TOP = 200  # characters at the beginning, where title, place and pay stand
PERIOD_BEFORE, PERIOD_AFTER = 110, 40
AMOUNTS_WEIGHED = 25  # of one text; a table of pay by level and place has fewer ranges
ENDS_APART = 40  # characters between a lower and an upper end that are one range
RATIO_MAX = 20  # between the ends of a range
YEARLY = 15_000  # rough dollars: from here on a lone figure may be a year's pay
MONTHLY_PAY = 500  # and from here on one of a month
# In HARD currencies less than this, and no word of pay near, is a perk: "up to $10,000 per year".
LEAST = {"YEAR": 12_000, "MONTH": 800, "WEEK": 200}

HARD = frozenset(("USD", "GBP", "EUR", "CAD", "AUD", "CHF"))
_CODE_AFTER = re.compile(r"[^0-9\n]{0,24}?\b(USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN)\b")
_CODE_BEFORE = re.compile(r"\b(USD|CAD|AUD|NZD|SGD|HKD)\b[^0-9\n]{0,14}\Z")
_ALONE_BEFORE = re.compile(r"(?:^|[|\n(•·:>]|\s-)[^\w$€£]*(?:(?:up to|from|to|circa|c|ca|ab|od|bis)\.?\s|~)?\s*$")
_ALONE_AFTER = re.compile(
    r"\s*(?:$|[|\n)!;<]|-\s|\+[\s,.]|\+$|,\s|(?:base|ote|doe|usd|plus)\b|and (?:equity|bonus|benefits|up))"
)
_TITLE_ENDS = frozenset(("", "(", ")", ":", "-", ",", "[", "~", ">"))
_WORD = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u04ff]{4,}")
_FULL_TIME = re.compile(r"\bfull[- ]?time\b")
_CONTRACT = re.compile(r"\b(?:contract(?:or)?|ir35|umbrella|freelance|(?:day|daily|hourly) rate)\b")


class Text:
    """A text with what is known of it as a whole."""

    def __init__(self, text: str, low: str, country: str | None):
        self.text = text
        self.low = low  # in small letters, of the same length
        self.country = country
        signs = signs_of(text)
        # Where custom gives pay by the month.
        self.monthly = country in MONTHLY if country else has_han(signs) or (has_cyrillic(signs) and has_cyrillic(text))
        self.own = currency_of_place(country, signs)  # of figures without one

    @cached_property
    def full_time(self) -> bool:
        return _FULL_TIME.search(self.low) is not None

    @cached_property
    def contract(self) -> bool:
        return _CONTRACT.search(self.low) is not None


class Found(NamedTuple):
    """Pay at text[start:end], read from the words at *span*; nothing before *floor* belongs to it."""

    salary: Salary
    start: int
    end: int
    floor: int
    span: tuple[int, int]


class Period(NamedTuple):
    """A period; *stated*: by words, which end at *end* if they stand behind the amount. *wrong*: one that cannot be."""

    name: str | None
    stated: bool = False
    end: int = 0
    wrong: bool = False


def find(text: str, low: str, runs: list[tuple[int, int]], country: str | None) -> list[Found]:
    """Pay at the numbers *runs* of *text* (normalised; *low*: in small letters, of the same length), in its order."""
    whole = Text(text, low, country)
    found: list[Found] = []
    weighed = floor = 0
    for amount in amounts(text, low, runs):
        if amount.currency is None and not _may_lack_currency(whole, amount):
            continue
        weighed += 1
        if weighed > AMOUNTS_WEIGHED:
            break
        pay = _weigh(whole, amount, floor)
        if pay:
            found[-1:] = _merged(found[-1], pay) if found else [pay]
            floor = max(pay.end, pay.span[1])
        elif other := other_after(low, amount, amount.end):
            floor = other.end()
    return found


def _merged(first: Found, second: Found) -> list[Found]:
    """Both, or one range of the two ends: "Minimum salary: $61,000. Maximum salary: $92,000."""
    low, high = first.salary, second.salary
    if low.min is None or low.max is not None or high.max is None or high.min is not None:
        return [first, second]
    if second.start - first.end > ENDS_APART or low.min > high.max or low[2:4] != high[2:4]:
        return [first, second]
    span = (first.span[0], second.span[1])
    return [Found(low._replace(max=high.max), first.start, second.end, first.floor, span)]


def _may_lack_currency(whole: Text, amount: Amount) -> bool:
    if whole.own is None or amount.factor in LARGE:
        return False
    if amount.factor or amount.high >= THOUSAND:
        return True
    around = whole.low[max(0, amount.start - 12) : amount.end + 8]
    return not around.isascii() and amount.high >= 10 and ("薪" in around or "給" in around)  # 月薪 15-30, 時給 950


def _weigh(whole: Text, amount: Amount, floor: int) -> Found | None:
    low = whole.low
    clause = clause_of(low, amount, floor)
    currency = _currency(whole, amount)
    if currency is None or (amount.factor in LARGE and rough(1, currency) > 0.15):  # millions are no dollar pay
        return None
    period = _period(whole, amount, amount.high, currency, clause)
    bounds = _with_thousands(whole, amount, currency, clause, period)
    if bounds[1] >= THOUSAND > amount.high:
        period = _period(whole, amount, bounds[1], currency, clause)
    name = None if period.name == "PROJECT" else period.name
    if period.wrong or not plausible(bounds[1], currency, name) or bounds[1] > RATIO_MAX * (bounds[0] or bounds[1]):
        return None
    if not _is_pay(whole, amount, clause, period, bounds, currency, floor):
        return None
    side = open_end(low, amount, clause.begin, floor)
    salary = Salary(
        min=None if side == "ceiling" or not bounds[0] else bounds[0],
        max=None if side == "floor" else bounds[1],
        currency=currency,
        period=name,
        basis=basis_of(low, amount, clause),
        payments=payments_of(low, amount) if name == "MONTH" else None,
        gross=gross_of(low, amount, clause),
    )
    return Found(salary, amount.start, amount.end, floor, span_of(low, amount, side, period.end, clause.begin))


def _currency(whole: Text, amount: Amount) -> str | None:
    if amount.currency is None:
        return whole.own
    if amount.currency == "$":  # a code near the sign says whose dollar it is: $90,000 - $110,000 (CAD)
        found = _CODE_AFTER.match(whole.text, amount.end) or _CODE_BEFORE.search(
            whole.text, max(0, amount.start - 20), amount.start
        )
        if found:
            return found[1]
    return resolve(amount.currency, whole.country, whole.text)


def _with_thousands(whole: Text, amount: Amount, currency: str, clause: Clause, period: Period) -> tuple[float, float]:
    """Both ends, in thousands where the text leaves these out: 40-60*16薪; $120 - $150 full-time; 45 - 55 a year."""
    ends = (amount.low, amount.high)
    if amount.factor or amount.high >= THOUSAND:
        return ends
    if currency == "CNY" and amount.currency is None and amount.is_range:
        left_out = not (period.stated and period.name in ("HOUR", "DAY"))
    elif period.stated:
        left_out = period.name == "YEAR" and clause.pay != 0 and rough(amount.high, currency) >= 10
    else:
        left_out = (
            amount.is_range
            and amount.low >= 30
            and amount.high >= 100
            and currency in HARD
            and whole.full_time
            and not whole.contract
        )
    return (ends[0] * THOUSAND, ends[1] * THOUSAND) if left_out else ends


def _period(whole: Text, amount: Amount, value: float, currency: str, clause: Clause) -> Period:
    """The period said behind the amount, within it, before it or in the heading, else the one that custom has."""
    low, start, end = whole.low, amount.start, amount.end
    if amount.factor == "lpa":  # lakh per annum
        return Period("YEAR", stated=True, end=end)
    after = period_after(low, end, min(clause.finish, end + PERIOD_AFTER))
    if after and _fits(value, currency, after[0]):
        return Period(after[0], stated=True, end=after[1])
    if after and after[1] <= end + 12:
        return Period(after[0], wrong=True)
    within = period_after(low, start, end) if amount.is_range else None
    before = period_before(low, max(clause.begin, start - PERIOD_BEFORE), start)
    line = line_before(low, clause.begin) if clause.pay < 0 else ""
    for said in (within, before, period_before(line, 0, len(line))):
        if said and _fits(value, currency, said[0]):
            return Period(said[0], stated=True, end=end)
    if before and before[1] >= start - 16 and "rate" in low[before[1] : start]:
        return Period(before[0], wrong=True)
    if currency == "CNY" and amount.factor in CHINESE and value >= 300_000:
        return Period("YEAR", end=end)
    if currency == "GBP" and 150 <= value <= 1_500 and whole.contract:
        return Period("DAY", end=end)  # British contractors' custom
    return Period(infer_period(value, currency, whole.monthly or by_the_month(whole.country, currency)), end=end)


def _fits(value: float, currency: str, period: str) -> bool:
    return period == "PROJECT" or plausible(value, currency, period) or (period == "YEAR" and value < THOUSAND)


def _is_pay(
    whole: Text, amount: Amount, clause: Clause, period: Period, bounds: tuple[float, float], currency: str, floor: int
) -> bool:
    """Whether the words around *amount*, or its form where there are none, make it pay."""
    low, start, end = whole.low, amount.start, amount.end
    other = other_after(low, amount, end)
    # "Salary: £45,000 bonus, pension" is a list; elsewhere ("earn a £45,000 bonus") the amount is the bonus.
    named = clause.pay > max(start - 25, 0) and not low.endswith((" a ", " an "), clause.begin, start)
    if other and not (named and low.startswith((" bonus", ") bonus"), end)):
        listed = not clause.other and not clause.pay and start < TOP and rough(bounds[1], currency) >= 2 * YEARLY
        if not (listed and BONUS_LISTED.match(low, end)):
            return False
    if (period.end > end and other_after(low, amount, period.end)) or GUESSED.match(low, max(end, period.end)):
        return False
    behind = AFTER_PAY.match(low, max(end, period.end)) is not None
    said = max(clause.pay, 0)
    if clause.other > said and not behind:
        return False
    if clause.field > said and not behind:
        # "Project Manager - £45,000" against "projects of £45,000"
        titled = CEILING.sub("", low[clause.begin : start]).rstrip()[-1:] in _TITLE_ENDS
        if not titled and (not period.stated or MEASURED.search(low, clause.begin, start)):
            return False
    if amount.currency is None:
        return _bare_is_pay(whole, amount, clause, period.stated) and (period.name is not None or clause.pay != 0)
    if clause.pay:
        return True
    if period.stated:
        return (
            behind or len(whole.text) <= SHORT or currency not in HARD or bounds[1] >= LEAST.get(period.name or "", 0)
        )
    if period.name is None:
        return False
    return (
        behind
        or AFTER_HINT.match(low, end) is not None
        or _looks_like_pay(whole, amount, clause, bounds, currency, floor)
    )


def _bare_is_pay(whole: Text, amount: Amount, clause: Clause, stated: bool) -> bool:
    """Whether a figure without a currency is pay: a pay word before it, a period behind it, or nothing else there."""
    text, low, pay = whole.text, whole.low, clause.pay
    counted = amount.is_range or amount.factor is not None
    if whole.country and counted and amount.high >= THOUSAND and len(text.strip()) <= amount.end - amount.start + 2:
        return True
    if pay > 0 and amount.start - pay <= 30 and not re.search(r"[0-9]{3}", low[pay : amount.start]):
        return stated or counted or amount.high >= 10_000 or whole.monthly
    if pay < 0 and counted:
        return True
    if stated and (
        (len(text) <= SHORT and not _WORD.search(text[: amount.start])) or (amount.factor and amount.is_range)
    ):
        return True
    if whole.own == "CNY":
        return amount.factor in ("k", *CHINESE) or "薪" in low[amount.end : amount.end + 4]
    return whole.own in ("JPY", "KRW") and amount.factor in ("万", "만") and pay > 0


def _looks_like_pay(
    whole: Text, amount: Amount, clause: Clause, bounds: tuple[float, float], currency: str, floor: int
) -> bool:
    """Whether an amount that no word explains has the form of pay: a range of a year's size, a figure alone."""
    if clause.other:
        return False
    size, short = rough(bounds[1], currency), len(whole.text) <= SHORT
    if amount.is_range and bounds[1] > 6 * max(bounds[0], 1):
        return False
    if short and size < YEARLY and not clause.role:  # "49 € Ticket" is a price, "49 €" in a field of pay is pay
        if size < MONTHLY_PAY:
            return size >= 5 and not _WORD.search(whole.text)
        return amount.is_range or len(_WORD.findall(whole.text, clause.begin, amount.start)) < 2
    if short:
        return size >= 5
    if amount.is_range:
        return size >= 10_000 or (whole.monthly and size >= MONTHLY_PAY)
    if size < YEARLY and not whole.monthly:
        return False
    before = whole.low[clause.begin : amount.start]
    alone = _ALONE_BEFORE.search(before) is not None and not clause.begin == floor > 0
    if size <= 400_000:  # "Data Analyst £40,000 London"; "London up to £40,000 Hybrid" in the first lines
        if clause.role >= amount.start - 4:
            return True
        if CEILING.search(before) and (alone or clause.role or amount.start < TOP):
            return True
    return alone and (
        _ALONE_AFTER.match(whole.low, amount.end) is not None or (len(whole.text) < 100 and not before.strip())
    )
