"""Numbers as postings write amounts: grouped, with a decimal point or comma, in thousands, lakh, 万."""

import re
from typing import NamedTuple

from crawler.fields.pay.scan import listed

THOUSAND = 1e3

_THOUSANDS = """
    k, к, тыс, тысяч, тис, т.р, т. р, tys, tis, tsd, tausend, thousand, mila, mille, t, mil, mii, ezer, bin, ribu, rb, 千, 천,
    tūkst
"""
_ASIAN_MILLIONS = "jt, juta, triệu, tr, 百万"
_MILLIONS = "m, mm, mn, mio, mln, million, millions, millionen, milion, млн"
_BILLIONS = "b, bn, billion, mrd, milliard, tn, trillion"
INDIAN = frozenset(listed("lakh, lakhs, lac, lacs, lpa, cr, crore, crores"))  # rupees, whatever else is said
ROUBLES = frozenset(("т.р", "т. р"))  # thousands of roubles
CHINESE = frozenset(listed("w, 万, 萬"))
LARGE = frozenset(listed(f"{_MILLIONS}, {_BILLIONS}"))  # of a company's size, not of pay in dollars
_FACTORS: dict[str, float] = {
    **dict.fromkeys(listed(_THOUSANDS), 1e3),
    **dict.fromkeys(listed("w, 万, 萬, 만"), 1e4),
    **dict.fromkeys(listed("lakh, lakhs, lac, lacs, lpa, l"), 1e5),
    **dict.fromkeys(listed(f"{_MILLIONS}, {_ASIAN_MILLIONS}"), 1e6),
    **dict.fromkeys(listed("cr, crore, crores"), 1e7),
    **dict.fromkeys(listed("億, 亿, 억"), 1e8),
    **dict.fromkeys(listed(_BILLIONS), 1e9),
}

_WORD = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+|[\u4e00-\u9fff\uac00-\ud7a3]|т\. ?р|[^\W\d_]+")
# Currencies that are glued to a multiplier: 30kEUR, 10KU.
_GLUED = frozenset(listed("eur, usd, gbp, chf, pln, sek, nok, dkk, czk, cad, aud, sgd, inr, rmb, u, e"))
# Every word of ASCII that `factor_after` takes for a multiplier.
FACTOR_WORDS = frozenset(word for word in (*_FACTORS, *(head + tail for head in "kt" for tail in _GLUED)) if word.isascii())

# A run of digits with what may stand between them.
RUN = re.compile(r"[0-9](?:[0-9]|[.,' ](?=[0-9])|, (?=[0-9]00(?![0-9])))*")
DIGITS_MAX = 24  # characters of a number
_MARK = re.compile("([.,' ])")


class Number(NamedTuple):
    """A number in a text, from *start* to *end*."""

    start: int
    end: int
    value: float


def parse_number(text: str) -> float | None:
    """Value of a written number; ``None`` for what is none (a version, a date, a slip of the key).

    A point or comma before exactly three digits groups them, before one or two it is decimal. Groups of two are Indian.

    >>> [parse_number(n) for n in ("1,250.50", "1.250,5", "12,00,000", "60.000", "6.5", "1'200'000", "1.5000", "1.2.3")]
    [1250.5, 1250.5, 1200000.0, 60000.0, 6.5, 1200000.0, None, None]
    """
    text = text.replace(", ", ",")
    if len(text) > DIGITS_MAX:
        return None
    if text.isdecimal():
        return float(text)
    parts = _MARK.split(text)
    digits, marks = parts[::2], parts[1::2]
    if not marks:
        return float(text)
    last = digits[-1]
    decimal = marks[-1] in ".," and len(last) in (1, 2) and marks[-1] not in marks[:-1]
    if decimal:
        digits, marks = digits[:-1], marks[:-1]
    elif len(marks) == 1 and digits[0] == "0" and marks[0] in ".,":
        return float(f"0.{last}")
    if marks and not _grouped(digits, marks):
        return None
    whole = "".join(digits)
    return float(f"{whole}.{last}" if decimal else whole)


def _grouped(digits: list[str], marks: list[str]) -> bool:
    if len(set(marks)) > 1 or not 1 <= len(digits[0]) <= 3 or digits[0] == "0":
        return False
    if all(len(group) == 3 for group in digits[1:]):
        return True
    return marks[0] == "," and len(digits[-1]) == 3 and len(digits[0]) <= 2 and all(len(g) == 2 for g in digits[1:-1])


def numbers(run: str, at: int) -> list[Number]:
    """The numbers in a `RUN` that begins at *at*: blanks group three digits, else they part numbers.

    >>> [n.value for n in numbers("30 000 40 000 2", 0)]
    [30000.0, 40000.0, 2.0]
    """
    if " " not in run:
        value = parse_number(run)
        return [Number(at, at + len(run), value)] if value is not None else []
    found: list[tuple[int, str]] = []
    for piece in re.finditer(r"[^ ]+(?:(?<=,) [^ ]+)?", run):
        word = piece[0]
        if found and found[-1][0] + len(found[-1][1]) == piece.start() - 1:
            start, before = found[-1]
            if re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})*", before) and re.fullmatch(r"[0-9]{3}(?:[.,][0-9]{1,2})?", word):
                found[-1] = (start, f"{before} {word}")
                continue
        found.append((piece.start(), word))
    values = ((start, word, parse_number(word)) for start, word in found)
    return [Number(at + start, at + start + len(word), value) for start, word, value in values if value is not None]


def factor_after(low: str, at: int) -> tuple[str, float, int] | None:
    """Multiplier in lower-case *low* that follows the number ending at *at*: (its name, its value, where it ends)."""
    at += low[at : at + 1] == " "
    found = _WORD.match(low, at)
    if not found:
        return None
    name, end = found[0], found.end()
    if low.startswith("百万", at):
        name, end = "百万", at + 2
    elif name not in _FACTORS:
        if name[0] not in "kt" or name[1:] not in _GLUED:
            return None
        name, end = name[0], at + 1
    if name == "t" and not low.startswith(("€", " €", "eur"), end):
        return None
    if name.isascii() and low[end : end + 1].isdigit():  # m2
        return None
    return name, _FACTORS[name], end + low.startswith(".", end)
