"""Pay as postings state it, in prose and in fields: amounts, currency, period, basis.

`read_salary` reads text, `structured_salary` what platforms and JSON-LD give as fields; both give `Salary`. The rules and
what they score are in docs/salary.md.
"""

import re
from collections.abc import Set

from crawler.fields.folding import lower
from crawler.fields.look import TEXT_MAX, look
from crawler.fields.pay.amounts import money_runs, only_plain_numbers
from crawler.fields.pay.currency_names import SIGNS
from crawler.fields.pay.fields import from_json, structured_salary
from crawler.fields.pay.offers import mentions_bonus, mentions_equity
from crawler.fields.pay.order import ordered, placed
from crawler.fields.pay.periods import ANNUAL
from crawler.fields.pay.record import Salary
from crawler.fields.pay.text import find

__all__ = ["ANNUAL", "Salary", "mentions_bonus", "mentions_equity", "read_salary", "structured_salary"]

GLUE_NEAR = 50  # characters around a number where a lost line break matters

_MARKS = (
    dict(zip("０１２３４５６７８９", "0123456789", strict=True))
    | dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u200c\u200d\u2060\ufeff\u3000\ufffd\t\r",
        " ",
    )
    | dict.fromkeys("–—‒―−‐‑－ｰ", "-")
    | dict.fromkeys("～〜∼˜", "~")
    | dict.fromkeys("’‘´`ʼ", "'")
    | {
        "＄": "$",
        "￥": "¥",
        "￡": "£",
        "￦": "₩",
        "，": ",",
        "．": ".",
        "：": ":",
        "／": "/",
        "（": "(",
        "）": ")",
        "＋": "+",
        "Ｋ": "K",
        "ｋ": "k",
    }
)
_MONEY = SIGNS.keys() | {mark for mark, plain in _MARKS.items() if plain in SIGNS or plain.isdigit()}
_ASCII_MARKS = tuple(mark for mark in _MARKS if mark.isascii())
_ESCAPE = re.compile(r"\\([-+.|~&*()_#!$>\[\]])")  # of Markdown
# Lines that lost their break: "per hourReferral", "onlyPay: ".
_GLUED = re.compile(
    r"\b(?:per |an? |/|p/)(?:hour|hr|day|d|week|month|year|annum|a)(?=[A-Z])"
    r"|[a-z0-9.!)](?=(?:Salary|SALARY|Pay|PAY|Compensation|Rates?|Wages?|Monthly|Annual|Hourly|Basic|Base|OTE)\b)"
)
_CAMEL = re.compile(r"[a-z0-9.!)][A-Z]")
_PLUS_BEFORE_UNIT = re.compile(r"(?<=\d)\+( ?)(lpa|lakhs?|lacs?|crores?|cr|k)\b", re.IGNORECASE)  # "2+ LPA": at least two
_DAMAGE = {
    "â‚¬": "  €", "‚¬": " €", "Â£": " £", "â€“": " - ", "â€”": " - ", "€“": " -", "€”": " -", "€™": "' ", "€¢": "• ",
    "\\u2013": "  -   ", "\\u2014": "  -   ", "&nbsp;": "      ", "&ndash;": "   -   ", "&mdash;": "   -   ", "&amp;": "&    ",
    "&euro;": "     €", "&pound;": "      £", "**": "  ",
}  # fmt: skip
# By their first sign, behind which the rest is looked up fast.
_DAMAGED = {
    first: re.compile(re.escape(first) + f"(?:{'|'.join(re.escape(damage[1:]) for damage in _DAMAGE if damage[0] == first)})")
    for first in dict.fromkeys(damage[0] for damage in _DAMAGE)
}


def read_salary(text: str, country: str | None = None) -> list[Salary]:
    """Read every figure and range of pay that *text* states, the leading one first (rule: `crawler.fields.pay.order`).

    *text* is a field ("€65k - €80k"), a whole description, or the text of a JSON object; *country* (ISO 3166-1 alpha-2)
    is where the posting is: it tells whose dollar a ``$`` is, and the custom where no period is said. Amounts are as
    stated, an open end is ``None``; ``[]`` when no pay is stated. Funding, bonuses, budgets and the like are no pay.
    Never raises, never converts.

    >>> read_salary("€65,000 - €80,000 per year")[0][:4]
    (65000.0, 80000.0, 'EUR', 'YEAR')
    >>> read_salary("from $45 an hour", "CA")[0][:4]
    (45.0, None, 'CAD', 'HOUR')
    >>> read_salary("Competitive salary. We raised $40M last year.")
    []
    """
    text = text[:TEXT_MAX]
    country = country.upper() if country else None
    if text.lstrip()[:1] in ("{", "[") and (fields := from_json(text, country, read_salary)) is not None:
        return fields
    signs = look(text).signs
    if "$" not in text and _MONEY.isdisjoint(signs) and only_plain_numbers(text):
        return []
    clean = normalised(text, signs)
    runs = money_runs(clean)
    if not runs:
        return []
    mended = _mended(text, clean, runs)
    if mended != text:
        text, clean = mended, normalised(mended, signs)
        runs = money_runs(clean)
    found = find(clean, lower(clean), runs, country)
    return ordered(placed(clean, text, found), country)


def _mended(text: str, clean: str, runs: list[tuple[int, int]]) -> str:
    """*text* without Markdown's escapes, and with the line breaks back that were lost near a number."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    near = [clean[max(0, start - GLUE_NEAR) : end + GLUE_NEAR] for start, end in runs]
    if any(_CAMEL.search(one) and _GLUED.search(one) for one in near):
        text = _GLUED.sub(r"\g<0>\n", text)
    return text


def normalised(text: str, signs: Set[str]) -> str:
    """*text*, whose *signs* beyond ASCII are these, with one form of each digit, blank, dash and quote; its length stays.

    Wrong decoding is undone, too.
    """
    for first, damaged in _DAMAGED.items():
        if first in (text if first.isascii() else signs) and damaged.search(text):
            for damage, repair in _DAMAGE.items():
                text = text.replace(damage, repair)
            break
    if "+" in text:
        text = _PLUS_BEFORE_UNIT.sub(r"\1\2+", text)
    if not text.isascii():
        for mark in _MARKS.keys() & {*signs, *_ASCII_MARKS}:
            text = text.replace(mark, _MARKS[mark])
    return text
