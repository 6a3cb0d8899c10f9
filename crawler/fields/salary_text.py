"""Decides which amounts of a text are pay, and what for: from the words of the clause that an amount stands in."""

import re
from typing import NamedTuple

from crawler.fields.salary_amounts import Amount, amounts
from crawler.fields.salary_currencies import currency_of_place, has_han, resolve
from crawler.fields.salary_numbers import CHINESE, LARGE, THOUSAND
from crawler.fields.salary_periods import (
    MONTHLY,
    by_the_month,
    infer_period,
    period_after,
    period_before,
    plausible,
    rough,
)
from crawler.fields.salary_record import Salary
from crawler.fields.salary_words import (
    ADDED,
    AFTER_HINT,
    AFTER_OTHER,
    AFTER_PAY,
    AFTER_PERK,
    BASIS,
    CEILING,
    CEILING_AFTER,
    CUES,
    FLOOR,
    FLOOR_AFTER,
    FLOOR_NOUN,
    MEASURED,
    OVERPAY,
)

BEFORE = 140  # characters before an amount that may say what it is
AFTER = 60
HEADING = 80  # the longest line that is a heading
SHORT = 60  # a text that holds hardly more than its amount is a field of pay
PERIOD_AFTER = 40
TOP = 200  # characters at the beginning, where title, place and pay stand
LISTED = 15_000  # from here on a range is no car allowance; what is named behind it comes on top
WEIGHED_MAX = 40  # amounts of a text that may be pay

_BREAKS = ("\n", "|", ";", "。", "；", "•", "·", ". ", "! ", "? ")
_CODE_NEAR = re.compile(r"[^0-9\n]{0,24}?\b(USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN)\b")
_PAYMENTS = re.compile(r"(?:[*x×]\s?(1[2-8])(?:\.\d)?\s?(?:薪|个?月|ヶ月|mal\b|x\b|gehälter|monats|payments|salar|payments|mensual|pagas|mensil)|\b(1[2-8])\s?(?:x\b|薪|monatsgehälter|gehälter|monthly (?:salaries|payments)|salaries|mensualités|mensilità|mensilidades|pagas|maanden|payments))")
_NET = re.compile(r"\b(?:netto|net\b|net\)|líquido|neto|na rękę|чистыми|на руки|čistého|手取|税后|稅後|\+ ?vat|b2b)")
_GROSS = re.compile(r"\b(?:brutto\w*|gross|brut|bruto|bruttó|lordi|lorda|ral|before tax|до вычета|税前)\b|brutto")
_ISOLATED_BEFORE = re.compile(r"(?:^|[|\n(•·:>]|\s[-–])[^\w$€£]*(?:(?:up to|from|to|circa|c|ca|ab|od|bis|until)\.?\s|~)?\s*$")
_ISOLATED_AFTER = re.compile(r"\s*(?:$|[|\n)!;<]|-\s|\+[\s,.]|\+$|,\s|base\b|ote\b|doe\b|usd\b|plus\b|and (?:equity|bonus|benefits|up))")


_FULL_TIME = re.compile(r"\bfull[- ]?time\b")
_CONTRACT = re.compile(r"\bcontract(?:or)?\b|\bir35\b|\bumbrella\b|\b(?:day|daily|hourly) rate|\bfreelance")


class Place(NamedTuple):
    """What is known of the text as a whole."""

    text: str
    low: str
    country: str | None
    monthly: bool  # custom gives pay by the month
    own: str | None  # currency of figures without one


class Found(NamedTuple):
    """Pay at text[start:end]; *begin* is where the clause about it may begin."""

    salary: Salary
    start: int
    end: int
    begin: int
    span: tuple[int, int]  # of the words that the pay was read from


def find(text: str, low: str, runs: list[tuple[int, int]], country: str | None) -> list[Found]:
    """Pay in *text* (normalised; *low* in small letters, of the same length) in its order."""
    chinese = has_han(text)
    monthly = country in MONTHLY if country else chinese
    place = Place(text, low, country, monthly, currency_of_place(country, text))
    found = []
    weighed = floor = 0
    for amount in amounts(text, low, runs):
        if amount.currency is None and not _may_lack_currency(place, amount):
            continue
        weighed += 1
        if weighed > WEIGHED_MAX:
            break
        other = _other_after(low, amount, amount.end)
        salary = _weigh(place, amount, floor, bool(other))
        if salary:
            pay, span = salary
            found.append(Found(pay, amount.start, amount.end, floor, span))
            floor = max(amount.end, span[1])
        elif other:
            floor = other.end()
    return found


def _may_lack_currency(place: Place, amount: Amount) -> bool:
    if place.own is None or amount.factor in LARGE:
        return False
    if amount.factor or amount.high >= THOUSAND:
        return True
    # 月薪 15-30: thousands left out; 時給 950
    return not place.low.isascii() and amount.high >= 10 and "薪" in place.low[max(0, amount.start - 12) : amount.end + 8]


def _other_after(low: str, amount: Amount, at: int) -> "re.Match[str] | None":
    """The word right behind an amount that makes it something else than pay: a bonus, a budget, revenue."""
    end = min(len(low), at + AFTER)
    found = AFTER_OTHER.match(low, at, end)
    if not found and not (amount.is_range and amount.low >= LISTED):
        found = AFTER_PERK.match(low, at, end)
    return found


class Clause(NamedTuple):
    """What the words of an amount's clause say: offsets are where the last word of the kind ends, 0 for none."""

    begin: int
    finish: int
    pay: int  # offset in the text; -1: in the heading above
    other: int
    field: int
    role: int


def _clause(low: str, amount: Amount, floor: int) -> Clause:
    begin = max(_clause_start(low, amount.start), floor)
    finish = _clause_end(low, amount.end)
    cues = CUES.last(low, begin, amount.start)
    pay, role = cues.get("pay", 0), cues.get("role", 0)
    other = cues.get("other", 0)
    if not other:
        pay = max(pay, cues.get("verb", 0))
    field = cues.get("field", 0)
    if other and ADDED.search(low, begin, amount.start):
        other = 0
    if role > other:
        other = 0
    if role > field:
        field = 0
    if not pay and not other and _heading(low, begin):
        pay = -1
    return Clause(begin, finish, pay, other, field, role)


def _weigh(place: Place, amount: Amount, floor: int, other: bool) -> tuple[Salary, tuple[int, int]] | None:
    low = place.low
    begin, finish, pay, no_pay, field, _ = clause = _clause(low, amount, floor)
    currency = _currency(place, amount)
    if currency is None or (amount.factor in LARGE and rough(1, currency) > 0.15):
        return None
    scale = THOUSAND if amount.currency is None and currency == "CNY" and amount.is_range and not amount.factor and amount.high < THOUSAND else 1
    low_end, high_end = amount.low * scale, amount.high * scale
    period, stated, period_end = _period(place, amount, high_end, currency, clause)
    if not stated and _full_time_thousands(place, amount, currency):
        low_end, high_end, period = low_end * THOUSAND, high_end * THOUSAND, "YEAR"
    if period == "YEAR" and stated and pay and high_end < THOUSAND and not amount.factor and rough(high_end, currency) >= 10:
        low_end, high_end = low_end * THOUSAND, high_end * THOUSAND
    if period == "PROJECT":
        period = None
    if period == "" or not plausible(high_end, currency, period) or (amount.is_range and high_end > 20 * low_end > 0):
        return None
    if period_end > amount.end and _other_after(low, amount, period_end):
        return None
    # "Salary: £45,000 bonus, pension" lists; elsewhere the amount is the bonus.
    if other and not (pay > amount.start - 25 and low.startswith((" bonus", ") bonus"), amount.end)):
        return None
    behind = AFTER_PAY.match(low, max(amount.end, period_end))
    if no_pay > max(pay, 0) and not behind:
        return None
    titled = low[begin : amount.start].rstrip()[-1:] in ("", "(", ")", ":", "-", ",", "[", "~", ">")
    if field > max(pay, 0) and not behind and not titled and (not stated or MEASURED.search(low, begin, amount.start)):
        return None
    if amount.currency is None:
        if not _bare_is_pay(place, amount, clause, stated):
            return None
    elif not (pay or stated or behind or AFTER_HINT.match(low, amount.end) or _looks_like_pay(place, amount, high_end, low_end, currency, clause)):
        return None
    if period is None and not pay and not stated:
        return None
    open_low, open_high = (False, False) if amount.is_range else _open_ends(low, amount, begin)
    after = low[amount.end : min(finish, amount.end + PERIOD_AFTER)]
    around = low[max(begin, amount.start - 30) : amount.start] + " " + after
    payments = _PAYMENTS.search(low[max(0, amount.start - 40) : amount.end + 60]) if period == "MONTH" else None
    span = _span(low, amount, open_low or open_high, period_end, begin)
    salary = Salary(
        min=None if open_high or low_end == 0 else low_end,
        max=None if open_low else high_end,
        currency=currency,
        period=period,
        basis=_basis(low, amount, begin, finish),
        payments=float(payments[1] or payments[2]) if payments else None,
        gross=False if _NET.search(around) else True if _GROSS.search(around) else None,
    )
    return salary, span


def _clause_start(low: str, at: int) -> int:
    start = max(0, at - BEFORE)
    best = start
    for mark in _BREAKS:
        found = low.rfind(mark, start, at)
        if found >= 0:
            best = max(best, found + len(mark))
    return best


def _clause_end(low: str, at: int) -> int:
    end = min(len(low), at + AFTER)
    for mark in _BREAKS:
        found = low.find(mark, at, end)
        if found >= 0:
            end = found
    return end


def _heading(low: str, begin: int) -> bool:
    """Whether the line before the one that begins at *begin* is a short one about pay."""
    block = low[max(0, begin - HEADING * 2) : begin].rstrip(" \n:*-#•")
    line = block.rpartition("\n")[2]
    if not line or len(line) > HEADING:
        return False
    cues = CUES.last(line, 0, len(line))
    return cues.get("pay", 0) > cues.get("other", 0)


def _currency(place: Place, amount: Amount) -> str | None:
    if amount.currency is None:
        return place.own
    if amount.currency == "$":
        near = _CODE_NEAR.match(place.text, amount.end)
        if near:
            return near[1]
        before = re.search(r"\b(USD|CAD|AUD|NZD|SGD|HKD)\b[^0-9\n]{0,14}$", place.text[max(0, amount.start - 20) : amount.start])
        if before:
            return before[1]
    return resolve(amount.currency, place.country, place.text)


def _full_time_thousands(place: Place, amount: Amount, currency: str) -> bool:
    """Whether a three-digit range of a full-time posting leaves its thousands out: $120 - $150."""
    if amount.factor or not amount.is_range or not (30 <= amount.low <= amount.high < THOUSAND and amount.high >= 100):
        return False
    hard = currency in ("USD", "GBP", "EUR", "CAD", "AUD", "CHF")
    return hard and bool(_FULL_TIME.search(place.low)) and not _CONTRACT.search(place.low)


def _period(place: Place, amount: Amount, value: float, currency: str, clause: Clause) -> tuple[str | None, bool, int]:
    """(period, whether the text says it, where the words for it end if they stand behind the amount)."""
    low, begin, finish, pay = place.low, clause.begin, clause.finish, clause.pay
    if amount.factor == "lpa":
        return "YEAR", True, amount.end
    after = period_after(low, amount.end, min(finish, amount.end + PERIOD_AFTER))
    if after and _fits(value, currency, after[0]):
        return after[0], True, after[1]
    if after and after[1] <= amount.end + 12:
        return "", True, after[1]
    within = period_after(low, amount.start, amount.end) if amount.is_range else None
    if within and _fits(value, currency, within[0]):
        return within[0], True, amount.end
    before = period_before(low, max(begin, amount.start - 70), amount.start)
    if before and _fits(value, currency, before[0]):
        return before[0], True, amount.end
    if before and before[1] >= amount.start - 16 and "rate" in low[before[1] : amount.start]:
        return "", True, amount.end
    line = low[max(0, begin - HEADING) : begin].rstrip().rpartition("\n")[2]
    heading = period_before(line, 0, len(line)) if pay < 0 else None
    if heading and _fits(value, currency, heading[0]):
        return heading[0], True, amount.end
    monthly = place.monthly or by_the_month(place.country, currency)
    if currency == "CNY" and amount.factor in CHINESE and value >= 300_000:
        return "YEAR", False, amount.end
    if currency == "GBP" and 150 <= value <= 1_500 and _CONTRACT.search(low):
        return "DAY", False, amount.end  # British contractors' custom
    return infer_period(value, currency, monthly), False, amount.end


def _fits(value: float, currency: str, period: str) -> bool:
    return period == "PROJECT" or plausible(value, currency, period) or (period == "YEAR" and value < THOUSAND)


def _bare_is_pay(place: Place, amount: Amount, clause: Clause, stated: bool) -> bool:
    """Whether a figure without a currency is pay: a pay word close before it, a period behind it, or nothing else there."""
    text = place.text
    alone = len(text.strip()) <= amount.end - amount.start + 2
    if alone and place.country and amount.high >= THOUSAND and (amount.is_range or amount.factor):
        return True
    pay = clause.pay
    if pay > 0 and amount.start - pay <= 30 and not re.search(r"[0-9]{3}", place.low[pay : amount.start]):
        return stated or amount.is_range or amount.factor is not None or amount.high >= 10_000 or place.monthly
    if pay < 0 and (amount.is_range or amount.factor):
        return True
    if stated and (len(text) <= SHORT or (amount.factor and amount.is_range)):
        return True
    if place.own == "CNY" and not text.isascii() and (amount.factor in ("k", "w", "万") or "薪" in place.low[amount.end : amount.end + 4]):
        return True
    if place.country == "CN" and amount.factor in ("k", "w"):
        return True
    return place.own in ("JPY", "KRW") and amount.factor in ("万", "만") and pay > 0


def _looks_like_pay(place: Place, amount: Amount, high: float, low_end: float, currency: str, clause: Clause) -> bool:
    """Whether an amount that no word explains is pay by its form: a range of a year's size, or a figure that stands alone."""
    if clause.other:
        return False
    size = rough(high, currency)
    short = len(place.text) <= SHORT
    if amount.is_range:
        return (short or size >= 10_000 or (place.monthly and size >= 60)) and high <= 6 * max(low_end, 1)
    if short and size >= 5:
        return not re.search(r"[^\W\d_]{4,} [^\W\d_]{4,} [^\W\d_]{4,}", place.text) or size >= 15_000
    if size < 15_000 and not place.monthly:
        return False
    before = place.low[clause.begin : amount.start]
    alone = _ISOLATED_BEFORE.search(before)
    if size <= 400_000 and (clause.role >= amount.start - 4 or (CEILING.search(before) and (alone or clause.role or amount.start < TOP))):
        return True  # "Data Analyst £40,000 London"; "London up to £40,000 Hybrid" in the first lines
    return bool(alone and (_ISOLATED_AFTER.match(place.low, amount.end) or (len(place.text) < 100 and not before.strip())))


def _open_ends(low: str, amount: Amount, begin: int) -> tuple[bool, bool]:
    before = low[max(0, amount.start - 40) : amount.start]
    if amount.plus or FLOOR.search(before) or FLOOR_AFTER.match(low, amount.end):
        return True, False
    if CEILING.search(before) or CEILING_AFTER.match(low, amount.end):
        return False, True
    noun = FLOOR_NOUN.search(low, begin, amount.start)
    return bool(noun or OVERPAY.search(low, amount.end, min(len(low), amount.end + 250))), False


def _basis(low: str, amount: Amount, begin: int, finish: int) -> str | None:
    for found in BASIS.finditer(low, amount.end, min(finish, amount.end + 48)):
        behind = low[found.end() : found.end() + 14]
        if not re.match(r"(?: of|:| is)?\s?[$€£a-z]{0,3}\s?[0-9]", behind):
            return found.lastgroup
        break
    last = None
    earlier = None
    for found in BASIS.finditer(low, max(begin, amount.start - 110), amount.start):
        earlier, last = (last or earlier), found
    if last is None:
        block = low[max(0, begin - HEADING) : begin].rstrip(" \n:*")
        line = block.rpartition("\n")[2]
        for found in BASIS.finditer(line):
            last = found
    if last and last.lastgroup == "total" and earlier and earlier.lastgroup == "ote":
        return "ote"
    return last.lastgroup if last else None


def _span(low: str, amount: Amount, open_end: bool, period_end: int, begin: int) -> tuple[int, int]:
    start, end = amount.start, max(amount.end, period_end if period_end - amount.end <= 25 else 0)
    if open_end:
        for words in (FLOOR, CEILING):
            found = words.search(low, max(begin, amount.start - 40), amount.start)
            if found:
                start = found.start()
        found = FLOOR_AFTER.match(low, amount.end)
        if found:
            end = max(end, found.end())
    return start, end
