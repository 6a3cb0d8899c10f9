"""Pay as postings state it, in prose and in fields: amounts, currency, period, basis.

`read_salary` reads text, `structured_salary` what platforms and JSON-LD give as fields; both give `Salary`. The rules and
what they score are in docs/salary.md.
"""

import re

from crawler.fields.pay.amounts import money_runs
from crawler.fields.pay.fields import from_json, structured_salary
from crawler.fields.pay.offers import mentions_bonus, mentions_equity
from crawler.fields.pay.order import ordered, placed
from crawler.fields.pay.periods import ANNUAL
from crawler.fields.pay.record import Salary
from crawler.fields.pay.text import find

__all__ = ["ANNUAL", "Salary", "mentions_bonus", "mentions_equity", "read_salary", "structured_salary"]

TEXT_MAX = 60_000  # characters; pay further down is not looked for
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
_ESCAPE = re.compile(r"\\([-+.|~&*()_#!$>\[\]])")  # of Markdown
# Lines that lost their break: "per hourReferral", "onlyPay: ".
_GLUED = re.compile(
    r"\b(?:per |an? |/|p/)(?:hour|hr|day|d|week|month|year|annum|a)(?=[A-Z])"
    r"|[a-z0-9.!)](?=(?:Salary|SALARY|Pay|PAY|Compensation|Rates?|Wages?|Monthly|Annual|Hourly|Basic|Base|OTE)\b)"
)
_DAMAGE = {
    "â‚¬": "  €", "‚¬": " €", "Â£": " £", "â€“": " - ", "â€”": " - ", "€“": " -", "€”": " -", "€™": "' ", "€¢": "• ",
    "\\u2013": "  -   ", "\\u2014": "  -   ", "&nbsp;": "      ", "&ndash;": "   -   ", "&mdash;": "   -   ", "&amp;": "&    ",
    "&euro;": "     €", "&pound;": "      £", "**": "  ",
}  # fmt: skip


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
    clean = normalised(text)
    runs = money_runs(clean)
    if not runs:
        return []
    mended = _mended(text, clean, runs)
    if mended != text:
        text, clean = mended, normalised(mended)
        runs = money_runs(clean)
    found = find(clean, lower(clean), runs, country)
    return ordered(placed(clean, text, found), country)


def _mended(text: str, clean: str, runs: list[tuple[int, int]]) -> str:
    """*text* without Markdown's escapes, and with the line breaks back that were lost near a number."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if any(_GLUED.search(clean, max(0, start - GLUE_NEAR), end + GLUE_NEAR) for start, end in runs):
        text = _GLUED.sub(r"\g<0>\n", text)
    return text


def normalised(text: str) -> str:
    """*text* with one form of each digit, blank, dash and quote, wrong decoding undone; its length stays."""
    for damage, repair in _DAMAGE.items():
        if damage[0] in text and damage in text:
            text = text.replace(damage, repair)
    if not text.isascii():
        for mark, plain in _MARKS.items():
            if mark in text:
                text = text.replace(mark, plain)
    return text


def lower(text: str) -> str:
    """*text* in small letters, its length kept (one capital has two small letters: İ)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
