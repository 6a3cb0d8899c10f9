"""Amounts of money in a text, two of them joined where they are the ends of a range. What they are for is told elsewhere."""

import re
from itertools import islice, zip_longest
from typing import NamedTuple

from crawler.fields.pay.currencies import currency_after, currency_before, has_han
from crawler.fields.pay.currency_names import DOUBTFUL_CODES, SIGNS
from crawler.fields.pay.joins import BETWEEN, JOIN, JOIN_AND
from crawler.fields.pay.numbers import CHINESE, INDIAN, RUN, THOUSAND, Number, factor_after, numbers
from crawler.fields.pay.scan import listed, pattern
from crawler.fields.pay.words import PAY_WORDS

GAP_MAX = 40  # characters between the ends of a range
RUNS_MAX = 1000  # numbers of a text that are looked at
AMOUNTS_MAX = 50  # numbers of a text that are weighed: a pay table with all its levels has fewer

# Cheap looks at a number without a sign: a period behind it, a word of pay before it; a year is neither.
_PER = re.compile(r"\s?(?:/|per|p\.?\s?a\b|an? |pro |par |al )")
_YEAR = re.compile(r"(?:19|20)(?!00)[0-9]{2}")
PAY_NEAR = re.compile(pattern(listed(PAY_WORDS)))


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


_USDT = re.compile(r"\s?/?[uU](?![A-Za-z])")
_PER_CJK = re.compile(r"\s?/\s?[月年天日时時](?=\s?[A-Za-z$€¥])")  # 4000+/月 USD


_MYRIADS = ("万", "萬", "만", "w")
_PHONE = re.compile(r"-[0-9]{3,}")
_PHONE_BEFORE = re.compile(r"[0-9]-\Z")


def money_runs(text: str) -> list[tuple[int, int]]:
    """Where *text* has numbers that may be money, and the numbers close to those; most texts have none, and that is cheap."""
    spans = [run.span() for run in islice(RUN.finditer(text), RUNS_MAX)]
    kept: list[tuple[int, int]] = []
    reach = -1
    for index, (start, end) in enumerate(spans):
        if _may_be_money(text, start, end):
            first = index
            while (
                first
                and spans[first - 1][0] > reach - 1
                and spans[first][0] - spans[first - 1][1] <= GAP_MAX
                and first > index - 2
            ):
                first -= 1
            last = kept[-1][0] if kept else -1
            kept += [span for span in spans[first : index + 1] if span[0] > last]
            reach = end
        elif 0 <= start - reach <= GAP_MAX and kept and kept[-1][1] == reach:
            kept.append((start, end))
        if len(kept) > AMOUNTS_MAX:
            break
    return kept


def _may_be_money(text: str, start: int, end: int) -> bool:
    if not SIGNS.keys().isdisjoint(text[max(0, start - 3) : start]) or not SIGNS.keys().isdisjoint(text[end : end + 4]):
        return True
    if currency_before(text, start) or currency_after(text, end):
        return True
    after = text[end : end + 12].lower()
    if factor_after(after, 0) or after.startswith(("u", "/u", "+", "薪", "/月", "/時", "/时", "/天")):
        return True
    if end - start < 4 or _YEAR.fullmatch(text, start, end):
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
    han = has_han(text)
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
    left, right, lefter = text[start - 1 : start] or " ", text[end : end + 1], text[max(0, start - 2) : start - 1]
    if (right == ":" and text[end + 1 : end + 2].isdigit()) or (left == ":" and lefter.isdigit()):
        return None  # a clock
    before = currency_before(text, start, floor)
    if (before is None and left.isascii() and (left.isalpha() or left in "_#@")) or (left in ".," and lefter.isdigit()):
        return None  # a name (B2B, Web3), a number of a document, the tail of a broken number
    factor = factor_after(low, end)
    after_factor = factor[2] if factor else end
    if (factor and factor[0] == "k" and value in (401, 403)) or low.startswith("(k)", end):
        return None  # 401(k): a US pension plan
    plus = after_factor + (text[after_factor : after_factor + 1] == "+")
    after = currency_after(text, plus)
    if after is None and han and (per := _PER_CJK.match(text, plus)):
        after = currency_after(text, per.end())
    if after is None and han and (tether := _USDT.match(text, plus)):
        after = ("USD", tether.end())
    currency, finish, begin = None, after_factor, start
    if after:
        currency, finish = after
    if before:
        begin = before[1]
        # A code says more than a sign, and the nearer of two codes is the one that is meant.
        if currency is None or len(currency) != 3 or before[0] == currency:
            currency = before[0] if len(before[0]) == 3 or currency is None else currency
    name = factor[0] if factor else None
    if (name == "l" and currency != "INR" and currency != "Rs") or (name == "w" and not han):
        name, factor, finish = None, None, finish if currency else end
    if name in INDIAN and currency in (None, "Rs"):
        currency = "INR"
    elif name in CHINESE and currency is None and han:
        currency = None
    scaled = value * factor[1] if factor else value
    if (currency in DOUBTFUL_CODES and scaled < THOUSAND) or (
        currency == "ZAR" and scaled < THOUSAND and text[begin] == "R"
    ):
        currency, begin = None, start
        if left.isascii() and left.isalpha():
            return None
    if currency == "GBP" and scaled < THOUSAND and low.startswith("pound", end + (right == " ")):
        currency, finish = None, after_factor  # of weight
    percent = right == "%" or low.startswith(" %", end) or low.startswith((" percent", " per cent"), end)
    return Figure(begin, finish, value, scaled, name, currency, percent, plus > after_factor and finish > plus)


def _joined(low: str, first: Figure, second: Figure) -> Amount | None:
    if second.start - first.end > GAP_MAX or second.start < first.end:
        return None
    gap = low[first.end : second.start].rstrip()
    if gap.startswith("+"):
        gap = gap[1:]
    if gap[:1].isascii() and gap[:1].isalpha():
        return None  # a postcode: 3AL
    if not JOIN.fullmatch(gap):
        slash = (
            gap.strip() == "/" and first.currency is None and second.currency and first.written * 4 >= second.written
        )  # 12000/12000 €
        if not slash and not (JOIN_AND.fullmatch(gap) and BETWEEN.search(low, max(0, first.start - 60), first.start)):
            return None
    if (
        first.percent
        or second.percent
        or _PHONE.match(low, second.end)
        or _PHONE_BEFORE.search(low, max(0, first.start - 4), first.start)
    ):
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
