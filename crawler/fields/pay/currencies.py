"""Currencies at an amount: which is written there, and which one a sign that several countries share is.

A shared sign (``$``, ``¥``, ``kr``) stays a sign until `resolve` is told the country.
"""

import re

from crawler.fields.pay.currency_names import (
    ALIASES,
    CODES,
    COUNTRY_CURRENCY,
    DOLLAR_PREFIXES,
    DOLLARS,
    KRONER,
    LOOSE,
    RUPEES,
    SIGNS,
    WORDS_AFTER,
    WORDS_BEFORE,
)

_CJK_AFTER = frozenset(word for word in WORDS_AFTER if word[0] >= "\u3000")
_LAND = re.compile(r"(?<![A-Za-z])(?:[A-Z]{1,3}|U\.S\.)\Z")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]+|S/)\Z")
WORD_AFTER = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]+|[\u4e00-\u9fff]+|[^\W\d_]+|:-")
_NEAR = 9  # characters that a currency may take up with its blanks
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u04ff]{2}")
_TRADITIONAL = re.compile("[資萬應遠區給與時際領]")  # Taiwan or Hong Kong: which money is not said
# Every word of ASCII in small letters that is a currency before a number, and behind one.
_SMALL_CODES = LOOSE | {"euro", "rupees"}
NAMES_BEFORE = frozenset(word for word in WORDS_BEFORE if word.isascii()) | _SMALL_CODES
NAMES_AFTER = frozenset(word for word in WORDS_AFTER if word.isascii()) | _SMALL_CODES


def code_of(word: str) -> str | None:
    """ISO 4217 code that *word* spells, capitals or, where that is no word of a language, small letters.

    >>> code_of("EUR"), code_of("rmb"), code_of("ALL"), code_of("all")
    ('EUR', 'CNY', 'ALL', None)
    """
    upper = word.upper()
    if word != upper and word.lower() not in LOOSE and upper not in ("EURO", "RUPEES"):
        return None
    code = ALIASES.get(upper, upper)
    return code if code in CODES else None


def currency_before(text: str, at: int, floor: int = 0) -> tuple[str, int] | None:
    """Currency that ends where the number at *at* begins: (code or shared sign, where it begins)."""
    floor = max(floor, at - _NEAR)
    end = at
    while end > floor and text[end - 1] == " ":
        end -= 1
    if end == floor or at - end > 2:
        return None
    last = text[end - 1]
    if last in SIGNS:
        return _sign_before(text, floor, end - 1)
    if last in ".:":
        end -= 1
    elif not (last.isalpha() or last == "/"):
        return None
    found = _WORD_BEFORE.search(text, floor, end)
    if not found:
        return None
    word, start = found[0], found.start()
    name = WORDS_BEFORE.get(word.lower())
    if name and (name != "ZAR" or word == "R") and (start == 0 or not text[start - 1].isalnum()):
        return name, start
    if name is None and word[-1] > "\u3000":  # 薪水港币 8000
        name = next((WORDS_BEFORE[word[-n:]] for n in (3, 2) if word[-n:] in WORDS_BEFORE), None)
        return (name, end - 2) if name else None
    code = code_of(word) if len(word) in (3, 4) else None
    return (code, start) if code else None


def _sign_before(text: str, floor: int, at: int) -> tuple[str, int]:
    sign = SIGNS[text[at]]
    found = _LAND.search(text, floor, at - (text[at - 1 : at] == " "))
    if found:
        land = found[0]
        code = (DOLLAR_PREFIXES.get(land) if sign in ("$", "¥") else None) or code_of(land)
        if code:
            return code, found.start()
    return sign, at


def currency_after(text: str, at: int) -> tuple[str, int] | None:
    """Currency that begins where the number ends at *at*: (code or shared sign, where it ends)."""
    at += text[at : at + 1] == " "
    sign = text[at : at + 1]
    if sign in SIGNS:
        return None if text[at + 1 : at + 2].isdigit() else (SIGNS[sign], at + 1)  # else the sign of the next number
    found = WORD_AFTER.match(text, at)
    if not found:
        return None
    word = found[0]
    name = WORDS_AFTER.get(word.lower())
    if name:
        return name, found.end()
    if word.isascii():
        code = code_of(word) if len(word) in (3, 4) else None
        return (code, found.end() + text.startswith("$", found.end())) if code else None
    for length in (4, 3, 2, 1):  # 元起, 원이상
        if word[:length] in _CJK_AFTER:
            return WORDS_AFTER[word[:length]], at + length
    return None


def resolve(currency: str | None, country: str | None, text: str) -> str | None:
    """ISO 4217 code of a code or shared sign in *country* (ISO 3166-1 alpha-2); *text*'s script helps where that is unknown.

    A bare ``$`` outside the dollar countries is the US one. ``None`` if a sign may be two currencies.

    >>> resolve("$", "CA", ""), resolve("$", None, ""), resolve("kr", None, "kr i timen"), resolve("¥", None, "月给")
    ('CAD', 'USD', None, 'CNY')
    """
    if currency is None or (len(currency) == 3 and currency.isupper()):
        return currency
    land = country or ""
    match currency:
        case "$":
            return DOLLARS.get(land, "USD")
        case "Rs":
            return RUPEES.get(land, "INR")
        case "kr":
            return KRONER.get(land) or _krone_of(text)
        case "pesos":
            own = COUNTRY_CURRENCY.get(land)
            return own if own in ("MXN", "COP", "CLP", "ARS", "PHP", "UYU", "DOP") else None
        case "元":
            return {"TW": "TWD", "HK": "HKD", "MO": "MOP"}.get(land, "CNY")
        case "¥":
            own = {"CN": "CNY", "JP": "JPY"}.get(land)
            return own or ("JPY" if _KANA.search(text) else "CNY" if _HAN.search(text) else None)
    return None


def _krone_of(text: str) -> str | None:
    low = text.lower()
    if "lön" in low or "månad" in low or " och " in low:
        return "SEK"
    if "lønn" in low:
        return "NOK"
    return "DKK" if re.search(r"\bløn\b|timeløn|månedsløn|om måneden|\bpr\. ", low) else None


def currency_of_place(country: str | None, text: str) -> str | None:
    """Currency of pay that is written without one: the country's, else the one of the script of *text* (or of its signs).

    >>> currency_of_place("GB", ""), currency_of_place(None, "薪资 50K"), currency_of_place(None, "50K")
    ('GBP', 'CNY', None)
    """
    if country:
        return COUNTRY_CURRENCY.get(country.upper())
    if text.isascii():
        return None
    if _KANA.search(text):
        return "JPY"
    if _HANGUL.search(text):
        return "KRW"
    return "CNY" if _HAN.search(text) and not _TRADITIONAL.search(text) else None


def has_cyrillic(text: str) -> bool:
    """Whether *text* holds Cyrillic words."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def has_han(text: str) -> bool:
    """Whether *text* holds Chinese characters (Japanese ones included)."""
    return not text.isascii() and _HAN.search(text) is not None
