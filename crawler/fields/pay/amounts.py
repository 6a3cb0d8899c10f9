"""Amounts of money in a text, two of them joined where they are the ends of a range."""

import re
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from crawler.fields.folding import signs_of
from crawler.fields.pay.currencies import NAMES_AFTER, NAMES_BEFORE, currency_after, currency_before, has_han
from crawler.fields.pay.currency_names import DOUBTFUL_CODES, SIGNS
from crawler.fields.pay.joins import BETWEEN, JOIN, JOIN_AND
from crawler.fields.pay.numbers import FACTOR_WORDS, INDIAN, ROUBLES, RUN, THOUSAND, Number, factor_after, numbers
from crawler.fields.pay.scan import listed, pattern
from crawler.fields.pay.words import PAY_WORDS

GAP_MAX = 40  # characters between the ends of a range
RUNS_MAX = 600  # numbers of a text that are looked at; the most that was seen is 256
AMOUNTS_MAX = 50  # numbers of a text that are weighed: a pay table with all its levels has fewer

# Cheap looks at a number without a sign: a period behind it, a word of pay before it; a year is neither.
_PER = re.compile(r"\s?(?:/|per|p\.?\s?a\b|an? |pro |par |al )")
_YEAR = re.compile(r"(?:19|20)(?!00)[0-9]{2}")
PAY_NEAR = re.compile(pattern(listed(PAY_WORDS)))
# Most numbers are none of money: what stands behind them says so, and what stands before.
_DIGITS = bytes(48 if 48 <= code < 58 else 32 for code in range(256))
_BEHIND = re.compile(r" ([A-Za-z][a-z]*)(?![^\W_])|[.,;)!?\n]|\Z")
_SIGN = re.compile(f"[{''.join(SIGNS)}]")
_MONEY_BEHIND = NAMES_AFTER | FACTOR_WORDS
_NOT_PLAIN = (".", ":", "/", ";", "*", "\\")  # of a currency's name, of an entity, of Markdown
_BEFORE = 10  # characters before a number that are looked at


class Figure(NamedTuple):
    """A number, its multiplier and what currency is written at it; *start* to *end* takes all of that in."""

    start: int
    end: int
    written: float  # without the multiplier
    value: float
    factor: str | None
    currency: str | None  # ISO 4217, or a sign that several countries share
    percent: bool
    plus: bool  # 50k+


class Amount(NamedTuple):
    """One figure, or two as the ends of a range (*low* <= *high*), in text[start:end]."""

    start: int
    end: int
    low: float
    high: float
    is_range: bool
    currency: str | None
    factor: str | None
    written: float  # the larger end as written
    plus: bool  # a plus before the currency: 3000+ USD


_USDT = re.compile(r"\s?/?[uU](?![A-Za-z])")  # the dollar of Chinese boards
_PER_CJK = re.compile(r"\s?/\s?[月年天日时時](?=\s?[A-Za-z$€¥])")  # 4000+/月 USD
_IBERIAN = re.compile(r"salari|salári|\bpor\b|\bmes\b|\bmês\b|\bhasta\b|\baté\b|\bde\b")  # mil is a thousand there
_MYRIADS = ("万", "萬", "만", "w")
_PHONE = re.compile(r"-[0-9]{3,}")
_PHONE_BEFORE = re.compile(r"[0-9]-\Z")


def money_runs(text: str) -> list[tuple[int, int]]:
    """Where *text* has numbers that may be money, and the numbers close to those; none is found out cheaply."""
    spans = list(islice(_runs(text), RUNS_MAX))
    kept: list[tuple[int, int]] = []
    reach = -1
    signed = "$" in text or not SIGNS.keys().isdisjoint(set(signs_of(text)))
    for index, (start, end) in enumerate(spans):
        if _may_be_money(text, start, end, signed):
            # The lower end of a range has no sign of its own; two numbers back: 40-60*16薪.
            first = index
            while first > max(0, index - 2) and spans[first][0] - spans[first - 1][1] <= GAP_MAX:
                first -= 1
            last = kept[-1][0] if kept else -1
            kept += [span for span in spans[first:index] if span[0] > last]
            kept.append((start, end))
            reach = end
        elif kept and kept[-1][1] == reach and start - reach <= GAP_MAX:
            kept.append((start, end))
        if len(kept) > AMOUNTS_MAX:
            break
    return kept


def only_plain_numbers(text: str) -> bool:
    """Whether no number of *text*, which has no sign of a currency, can be money: a cheap look before any other."""
    return all(_is_short(text, start, end) and _is_plain(text, start, end) for start, end in islice(_runs(text), RUNS_MAX))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of *text* stand: digits are looked up in bytes, which is ten times faster than a pattern."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)
    at = digits.find(b"0")
    while at >= 0:
        run = RUN.match(text, at)
        assert run is not None
        yield run.span()
        at = digits.find(b"0", run.end())


def _is_short(text: str, start: int, end: int) -> bool:
    return end - start < 4 or _YEAR.fullmatch(text, start, end) is not None


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether what stands right before a number and right behind it is ordinary English: "in 12 countries", "(3 boats)"."""
    after = _BEHIND.match(text, end)
    if after is None or (after[1] or "").lower() in _MONEY_BEHIND:
        return False
    before = text[max(0, start - _BEFORE) : start]
    if not before.isascii():
        return False
    before = before.rstrip(" ")
    if not before[-1:].isalpha():
        return not before.endswith(_NOT_PLAIN)
    word = before.rpartition(" ")[2]
    return word.isalpha() and word.islower() and word not in NAMES_BEFORE


def _may_be_money(text: str, start: int, end: int, signed: bool) -> bool:
    if signed and _SIGN.search(text, max(0, start - 3), end + 4):
        return True
    short = _is_short(text, start, end)
    if short and _is_plain(text, start, end):
        return False
    if currency_before(text, start) or currency_after(text, end):
        return True
    after = text[end : end + 12].lower()
    if factor_after(after, 0) or after.startswith(("u", "/u", "+", "薪", "/月", "/時", "/时", "/天")):
        return True
    if short:
        return not text.isascii() and any(word in text[max(0, start - 10) : start] for word in ("薪", "給", "급"))
    return bool(_PER.match(after) or PAY_NEAR.search(text[max(0, start - 40) : start].lower()))


def amounts(text: str, low: str, runs: list[tuple[int, int]]) -> list[Amount]:
    """The amounts at *runs* of *text* (*low*: the same in small letters), two joined where they are a range."""
    figures = _figures(text, low, runs)
    found: list[Amount] = []
    skip = False
    for first, second in zip_longest(figures, figures[1:]):
        if skip:
            skip = False
        elif second and (joined := _joined(low, first, second)):
            found.append(joined)
            skip = True
        elif not first.percent:
            found.append(_single(first))
    return found


def _single(figure: Figure) -> Amount:
    start, end, written, value, factor, currency, _, plus = figure
    return Amount(start, end, value, value, False, currency, factor, written, plus)


def _figures(text: str, low: str, runs: list[tuple[int, int]]) -> list[Figure]:
    han = has_han(signs_of(text))
    found: list[Figure] = []
    floor = 0
    for start, end in runs:
        for number in numbers(text[start:end], start):
            figure = _figure(text, low, number, floor, han)
            if figure is None:
                continue
            floor = figure.end
            if found and _compound(text, found[-1], figure):  # 25万5,000円
                last = found.pop()
                value = last.value + figure.value
                figure = figure._replace(
                    start=last.start, value=value, written=value, currency=figure.currency or last.currency
                )
            found.append(figure)
    return found


def _compound(text: str, last: Figure, figure: Figure) -> bool:
    return (
        last.factor in ("万", "萬", "만", "億", "억")
        and last.currency is None
        and figure.value < 10_000
        and 0 <= figure.start - last.end <= 1
        and not text[last.end : figure.start].strip()
    )


def _figure(text: str, low: str, number: Number, floor: int, han: bool) -> Figure | None:
    start, end, value = number
    left, right = text[start - 1 : start] or " ", text[end : end + 1]
    before = currency_before(text, start, floor)
    if _is_name(text, start, end, left) or (before is None and left.isascii() and (left.isalpha() or left in "_#@")):
        return None
    factor = factor_after(low, end)
    if (factor and factor[0] == "k" and value in (401, 403)) or low.startswith("(k)", end):
        return None  # 401(k): a US pension plan
    name, times, close = factor or (None, 1.0, end)
    plus = close + (text[close : close + 1] == "+")
    after = _currency_behind(text, plus, han)
    currency = _nearer(before, after)
    begin, finish = before[1] if before else start, after[1] if after else close
    if (name == "l" and currency not in ("INR", "Rs")) or (name == "w" and not han):  # lakh; 万 in Latin letters
        name, times, finish = None, 1.0, finish if after else end
    elif name == "mil" and currency in ("$", "USD", "GBP", "CAD", "AUD") and not _IBERIAN.search(low):
        name, times = "m", 1e6
    if name in INDIAN and currency in (None, "Rs"):
        currency = "INR"
    elif name in ROUBLES and currency is None:
        currency = "RUB"
    scaled = value * times
    if scaled < THOUSAND and _is_doubtful(currency, text[begin], low[end : end + 6]):
        currency, begin, finish = None, start, close
        if left.isascii() and left.isalpha():
            return None
    percent = right == "%" or low.startswith((" %", " percent", " per cent"), end)
    return Figure(begin, finish, value, scaled, name, currency, percent, plus > close and finish > plus)


def _is_name(text: str, start: int, end: int, left: str) -> bool:
    """Whether the number is part of a clock's time or of a number that is broken (a version, a slip of the key)."""
    lefter = text[max(0, start - 2) : start - 1]
    clock = (text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit()) or (left == ":" and lefter.isdigit())
    return clock or (left in ".," and lefter.isdigit())


def _currency_behind(text: str, at: int, han: bool) -> tuple[str, int] | None:
    after = currency_after(text, at)
    if after is None and han:
        if per := _PER_CJK.match(text, at):
            after = currency_after(text, per.end())
        elif tether := _USDT.match(text, at):
            after = ("USD", tether.end())
    return after


def _nearer(before: tuple[str, int] | None, after: tuple[str, int] | None) -> str | None:
    """The currency that is meant: a code says more than a sign, of two codes the one behind."""
    if before and (after is None or (len(after[0]) != 3 and len(before[0]) == 3)):
        return before[0]
    return after[0] if after else None


def _is_doubtful(currency: str | None, sign: str, behind: str) -> bool:
    """Whether the name of *currency* is something else before or behind a small number: PHP 8, R 4.2, 50 pounds."""
    return (
        currency in DOUBTFUL_CODES or (currency == "ZAR" and sign == "R") or (currency == "GBP" and "pound" in behind)
    )


def _joined(low: str, first: Figure, second: Figure) -> Amount | None:
    if second.start - first.end > GAP_MAX or second.start < first.end:
        return None
    if not _connected(low, first, second) or first.percent or second.percent:
        return None
    if _PHONE.match(low, second.end) or _PHONE_BEFORE.search(low, max(0, first.start - 4), first.start):
        return None
    one, other = first.currency, second.currency
    if one and other and one != other and len(one) == 3 and len(other) == 3:
        return None
    a, b, factor = _same_scale(first, second)
    if b * 15 < a or (other is None and second.factor is None and b > a * 30):
        return None  # "$500 - 2 weeks"; but "$1 - $500K" is one placeholder
    currency = other if other and len(other) == 3 else one if one and len(one) == 3 else other or one
    written = max(first.written, second.written)
    return Amount(first.start, second.end, min(a, b), max(a, b), True, currency, factor, written, second.plus)


def _connected(low: str, first: Figure, second: Figure) -> bool:
    gap = low[first.end : second.start].rstrip().removeprefix("+")
    if gap[:1].isascii() and gap[:1].isalpha():
        return False  # a postcode: 3AL
    if JOIN.fullmatch(gap):
        return True
    if gap.strip() == "/":  # 12000/12000 €
        return first.currency is None and second.currency is not None and first.written * 4 >= second.written
    return bool(JOIN_AND.fullmatch(gap) and BETWEEN.search(low, max(0, first.start - 60), first.start))


def _same_scale(first: Figure, second: Figure) -> tuple[float, float, str | None]:
    """Both values, with the thousands put back that one of them leaves out: $140-$270K, 80k - 120, £40-65,000."""
    a, b = first.value, second.value
    if first.factor is None and second.factor and first.written < THOUSAND * (10 if second.factor in _MYRIADS else 1):
        a = first.written * (second.value / second.written if second.written else 1)
    elif second.factor is None and first.factor and second.written < THOUSAND and second.written >= first.written:
        b = second.written * (first.value / first.written if first.written else 1)
    elif not first.factor and not second.factor and 10 <= a < THOUSAND <= b and b / 10 <= a * THOUSAND <= b:
        a *= THOUSAND
    return a, b, second.factor or first.factor
