"""The clause that an amount stands in, and what its words say of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawler.fields.pay.amounts import Amount
from crawler.fields.pay.phrases import (
    ADDED,
    AFTER_OTHER,
    AFTER_PERK,
    BASIS,
    BASIS_BEGINS,
    CEILING,
    CEILING_AFTER,
    FLOOR,
    FLOOR_AFTER,
    FLOOR_NOUN,
    OVERPAY,
)
from crawler.fields.pay.words import CUES

BEFORE = 140  # characters before an amount that may say what it is
AFTER = 60
NEAR = 20
BASIS_BEFORE, BASIS_AFTER = 110, 48
HEADING = 80  # the longest line that is a heading
LISTED = 15_000  # from here on a range is no car allowance: a perk named behind it comes on top

_TILDE = ("JPY", "CNY", "KRW", "元", None)
_BREAKS = ("\n", "|", ";", "。", "；", "•", "·", ". ", "! ", "? ")
_OF_NEXT = re.compile(
    r"(?: (?:salary|pay|hourly|range|rate)){0,3}(?: of|:| is| between)?\s?(?:[$€£¥₹]|[a-z]{3})?\s?[0-9]"
)
_TIMES = (
    r"薪|个?月|ヶ月|mal|x|gehälter|monats\w*|payments|salar\w*|mensual\w*|pagas|mensil\w*"
    r"|monthly salaries|monthly payments|maanden"
)
_PAYMENTS = re.compile(
    rf"[*x×]\s?(1[2-8])(?:\.[0-9])?\s?(?:{_TIMES})(?![a-z])|(?<![0-9])(1[2-8])\s?(?:{_TIMES})(?![a-z])"
)
_NET = re.compile(
    r"\b(?:netto|net|neto|nettó|líquidos?|na rękę|чистыми|на руки|čistého)\b|手取|税后|稅後|\+ ?vat\b|\bb2b\b"
)
_GROSS = re.compile(r"\b(?:gross|brut|bruto|brutos|bruts|bruttó|lordi|lorda|ral|before tax|до вычета)\b|brutto|税前")
_NET_STEMS = ("net", "líquid", "rękę", "чист", "руки", "čist", "手取", "税后", "稅後", "vat", "b2b")
_GROSS_STEMS = ("gross", "brut", "lord", "ral", "tax", "вычета", "税前")


class Clause(NamedTuple):
    """Offsets in the text: where the clause begins and ends, where its last word of a kind before the amount ends.

    0 stands for no such word; *pay* is -1 where not the clause but the heading above it speaks of pay.
    """

    begin: int
    finish: int
    pay: int
    other: int  # an amount of another kind: a bonus, a budget, revenue
    field: int  # a field of work as much as a kind of amount: customers, projects, insurance
    role: int  # the name of an occupation


def clause_of(low: str, amount: Amount, floor: int) -> Clause:
    """The clause of *amount* in lower-case *low*; nothing before *floor* belongs to it."""
    begin = max(_begin(low, amount.start), floor)
    cues = CUES.last(low, begin, amount.start)
    pay, role, other, field = (cues.get(kind, 0) for kind in ("pay", "role", "other", "field"))
    if not other:
        pay = max(pay, cues.get("verb", 0))
    if "near" in cues and cues["near"] >= amount.start - NEAR:
        pay = max(pay, cues["near"])
    if other and (role > other or ADDED.search(low, begin, amount.start)):
        other = 0
    if role > field:
        field = 0
    if not pay and not other:
        line = line_before(low, begin)
        above = CUES.last(line, 0, len(line))
        pay = -1 if max(above.get("pay", 0), above.get("near", 0)) > above.get("other", 0) else 0
    return Clause(begin, _finish(low, amount.end), pay, other, field, role)


def _begin(low: str, at: int) -> int:
    start = max(0, at - BEFORE)
    ends = [found + len(mark) for mark in _BREAKS if (found := low.rfind(mark, start, at)) >= 0]
    return max(ends, default=start)


def _finish(low: str, at: int) -> int:
    end = min(len(low), at + AFTER)
    for mark in _BREAKS:
        found = low.find(mark, at, end)
        end = found if found >= 0 else end
    return end


def line_before(low: str, begin: int) -> str:
    """The line above the one that begins at *begin*, if it is short enough for a heading."""
    line = low[max(0, begin - 2 * HEADING) : begin].rstrip(" \n:*-#•").rpartition("\n")[2]
    return line if len(line) <= HEADING else ""


def other_after(low: str, amount: Amount, at: int) -> "re.Match[str] | None":
    """The word behind *amount*, from *at* on, that makes it something else than pay: a bonus, a budget, revenue."""
    end = min(len(low), at + AFTER)
    found = AFTER_OTHER.match(low, at, end)
    if not found and not (amount.is_range and amount.low >= LISTED):
        found = AFTER_PERK.match(low, at, end)
    return found


def open_end(low: str, amount: Amount, begin: int, floor: int) -> str | None:
    """``floor`` or ``ceiling`` for a single figure that is no more than one end of a range."""
    if amount.is_range:
        return None
    start = max(0, amount.start - 40)
    if amount.plus or FLOOR.search(low, start, amount.start) or FLOOR_AFTER.match(low, amount.end):
        return "floor"
    tilde = low[amount.start - 1 : amount.start] == "~" and amount.currency in _TILDE  # elsewhere it is "about"
    if tilde or CEILING.search(low, start, amount.start) or CEILING_AFTER.match(low, amount.end):
        return "ceiling"
    begin = min(begin, max(low.rfind("\n", 0, amount.start) + 1, amount.start - HEADING, floor))
    named = FLOOR_NOUN.search(low, begin, amount.start) or OVERPAY.search(
        low, amount.end, min(len(low), amount.end + 250)
    )
    return "floor" if named else None


def basis_of(low: str, amount: Amount, clause: Clause) -> str | None:
    """``base``, ``total``, ``ote``: the word behind the amount, unless the next one's, else the last before it."""
    found = next(_bases(low, amount.end, min(clause.finish, amount.end + BASIS_AFTER)), None)
    if found and not _OF_NEXT.match(low, found.end()):
        close = found.start() <= amount.end + 10 and found[0].startswith("base")  # £40,000 base + commission
        return "base" if close else found.lastgroup
    kinds = [found.lastgroup for found in _bases(low, max(clause.begin, amount.start - BASIS_BEFORE), amount.start)]
    if not kinds:
        line = line_before(low, clause.begin)
        kinds = [found.lastgroup for found in _bases(line, 0, len(line))]
    if kinds[-1:] == ["total"] and "ote" in kinds:  # on-target earnings (base + variable)
        return "ote"
    return kinds[-1] if kinds else None


def _bases(low: str, at: int, end: int) -> Iterator[re.Match[str]]:
    while begins := BASIS_BEGINS.search(low, at, end):
        if found := BASIS.match(low, begins.start(), end):
            yield found
        at = found.end() if found else begins.start() + 1


def payments_of(low: str, amount: Amount) -> float | None:
    """Months' pay a year that stand near a monthly amount: 14x, *16薪, 13 Monatsgehälter."""
    found = _PAYMENTS.search(low, max(0, amount.start - 40), min(len(low), amount.end + 60))
    return float(found[1] or found[2]) if found else None


def gross_of(low: str, amount: Amount, clause: Clause) -> bool | None:
    """Whether the clause calls the amount gross (True) or net, of tax or of VAT (False)."""
    start, end = max(clause.begin, amount.start - 30), min(clause.finish, amount.end + 40)
    words = low[start:end]
    if any(stem in words for stem in _NET_STEMS) and _NET.search(low, start, end):
        return False
    return True if any(stem in words for stem in _GROSS_STEMS) and _GROSS.search(low, start, end) else None


def span_of(low: str, amount: Amount, open_side: str | None, period_end: int, begin: int) -> tuple[int, int]:
    """Where the words stand that the pay is read from: the figures, what opens an end, the period right behind."""
    start, end = amount.start, max(amount.end, period_end if period_end - amount.end <= 25 else 0)
    if open_side:
        words = (FLOOR if open_side == "floor" else CEILING).search(low, max(begin, amount.start - 40), amount.start)
        start = words.start() if words else start
        behind = FLOOR_AFTER.match(low, amount.end)
        end = max(end, behind.end() if behind else 0)
    return start, end
