"""Pay as postings state it, in prose and in fields: amounts, currency, period, basis."""

import re

from crawler.fields.salary_amounts import money_runs
from crawler.fields.salary_fields import from_json, structured_salary
from crawler.fields.salary_offers import mentions_bonus, mentions_equity
from crawler.fields.salary_order import ordered, placed
from crawler.fields.salary_periods import ANNUAL
from crawler.fields.salary_record import Salary
from crawler.fields.salary_text import find

__all__ = ["ANNUAL", "Salary", "mentions_bonus", "mentions_equity", "read_salary", "structured_salary"]

TEXT_MAX = 60_000  # characters; pay further down is not looked for

_MARKS = (
    dict(zip("０１２３４５６７８９", "0123456789", strict=True))
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufffd\t\r", " ")
    | dict.fromkeys("–—‒―−‐‑－ｰ", "-")
    | dict.fromkeys("～〜∼˜", "~")
    | dict.fromkeys("’‘´`ʼ", "'")
    | {"＄": "$", "￥": "¥", "￡": "£", "￦": "₩", "，": ",", "．": ".", "：": ":", "／": "/", "（": "(", "）": ")", "＋": "+", "Ｋ": "K", "ｋ": "k"}
)
_ESCAPE = re.compile(r"\\([-+.|~&*()_#!$>\[\]])")  # of Markdown
# Lines that lost their break: "per hourReferral", "onlyPay: ".
_GLUED = re.compile(
    r"\b(?:per |an? |/|p/)(?:hour|hr|day|d|week|month|year|annum|a)(?=[A-Z])"
    r"|[a-z0-9.!)](?=(?:Salary|SALARY|Pay|PAY|Compensation|Rates?|Wages?|Monthly|Annual|Hourly|Basic|Base|OTE)\b)"
)
_DAMAGED = re.compile(r"[â‚Â\\&]|\*\*")
_DAMAGE = {
    "â‚¬": "  €", "€“": " -", "€”": " -", "€™": "' ", "€¢": "• ", "‚¬": " €", "Â£": " £", "â€“": " - ", "â€”": " - ", "\\u2013": "  -   ", "\\u2014": "  -   ", "&nbsp;": "      ",
    "&ndash;": "   -   ", "&mdash;": "   -   ", "&amp;": "&    ", "&euro;": "     €", "&pound;": "      £", "**": "  ",
}  # fmt: skip


def read_salary(text: str, country: str | None = None) -> list[Salary]:
    text = text[:TEXT_MAX]
    if text.lstrip()[:1] in ("{", "[") and (fields := from_json(text, country)) is not None:
        return fields
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    clean = normalised(text)
    runs = money_runs(clean)
    if not runs:
        return []
    if _GLUED.search(clean):
        text = _GLUED.sub(r"\g<0> ", text)
        clean = normalised(text)
        runs = money_runs(clean)
    found = find(clean, lower(clean), runs, country)
    return ordered([placed(clean, one, text) for one in found], country)


def normalised(text: str) -> str:
    """*text* with one form of each digit, blank, dash and quote, and what wrong decoding does undone; the length stays."""
    if not text.isascii():
        for mark, plain in _MARKS.items():
            if mark in text:
                text = text.replace(mark, plain)
    if _DAMAGED.search(text):
        for damage, repair in _DAMAGE.items():
            text = text.replace(damage, repair)
    return text


def lower(text: str) -> str:
    """*text* in small letters, its length kept (one capital has two small letters: İ)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
