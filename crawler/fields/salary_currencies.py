"""Currencies as postings write them: signs, codes and words, made sure of by the country.

Codes are ISO 4217 (https://www.iso.org/iso-4217-currency-codes.html). A sign that several countries share (``$``, ``¥``,
``kr``) stays a sign here, until `resolve` is told the country.
"""

import re

_EURO = ["AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK", "AD", "MC", "SM", "VA", "ME", "XK"]

# Where a country's pay is paid. Bulgaria has the euro since 2026.
COUNTRY_CURRENCY: dict[str, str] = dict.fromkeys(_EURO, "EUR") | {
    "US": "USD", "PR": "USD", "EC": "USD", "SV": "USD", "PA": "USD", "GB": "GBP", "UK": "GBP", "GG": "GBP", "JE": "GBP",
    "IM": "GBP", "CH": "CHF", "LI": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "PL": "PLN", "CZ": "CZK",
    "HU": "HUF", "RO": "RON", "RS": "RSD", "AL": "ALL", "MK": "MKD", "BA": "BAM", "MD": "MDL", "UA": "UAH",
    "BY": "BYN", "RU": "RUB", "TR": "TRY", "GE": "GEL", "AM": "AMD", "AZ": "AZN", "KZ": "KZT", "UZ": "UZS", "KG": "KGS",
    "IL": "ILS", "AE": "AED", "SA": "SAR", "QA": "QAR", "KW": "KWD", "BH": "BHD", "OM": "OMR", "JO": "JOD", "LB": "LBP",
    "EG": "EGP", "MA": "MAD", "TN": "TND", "DZ": "DZD", "NG": "NGN", "GH": "GHS", "KE": "KES", "UG": "UGX", "TZ": "TZS",
    "RW": "RWF", "ET": "ETB", "ZA": "ZAR", "NA": "NAD", "BW": "BWP", "ZM": "ZMW", "MU": "MUR", "CN": "CNY", "HK": "HKD",
    "MO": "MOP", "TW": "TWD", "JP": "JPY", "KR": "KRW", "SG": "SGD", "MY": "MYR", "TH": "THB", "ID": "IDR", "PH": "PHP",
    "VN": "VND", "KH": "KHR", "IN": "INR", "PK": "PKR", "BD": "BDT", "LK": "LKR", "NP": "NPR", "AU": "AUD", "NZ": "NZD",
    "CA": "CAD", "MX": "MXN", "BR": "BRL", "AR": "ARS", "CL": "CLP", "CO": "COP", "PE": "PEN", "UY": "UYU",
    "PY": "PYG", "BO": "BOB", "CR": "CRC", "GT": "GTQ", "DO": "DOP", "JM": "JMD", "TT": "TTD",
}  # fmt: skip

# Units to one US dollar, by order of magnitude: to tell an hour's pay from a month's, never to convert money.
ROUGH_UNITS: dict[str, float] = {
    "AED": 3.7, "ARS": 1000, "BDT": 110, "BRL": 5, "BYN": 3, "CHF": 1, "CLP": 900, "CNY": 5, "COP": 4000, "CRC": 500,
    "CZK": 22, "DKK": 7, "DOP": 60, "EGP": 45, "GEL": 2.7, "HKD": 8, "HUF": 350, "IDR": 15000, "ILS": 3.6, "INR": 30,
    "ISK": 135, "JPY": 100, "KES": 130, "KRW": 1000, "KWD": 0.3, "KZT": 480, "LKR": 300, "MAD": 10, "MXN": 18,
    "MYR": 4.5, "NGN": 1500, "NOK": 10, "NPR": 130, "PEN": 3.7, "PHP": 50, "PKR": 280, "PLN": 4, "QAR": 3.7, "RON": 4.5,
    "RSD": 105, "RUB": 80, "SAR": 3.7, "SEK": 10, "THB": 33, "TRY": 35, "TWD": 25, "TZS": 2500, "UAH": 40, "UGX": 3700,
    "UYU": 40, "UZS": 12000, "VND": 25000, "ZAR": 16, "GTQ": 7.7, "JMD": 155, "MUR": 45, "GHS": 12, "RWF": 1300,
    "KHR": 4000, "ALL": 90, "MKD": 57, "MDL": 18, "AMD": 390, "PYG": 7500, "BOB": 7, "MOP": 8, "TTD": 6.8, "AZN": 1.7,
}  # fmt: skip

_DOLLARS = {
    c: COUNTRY_CURRENCY[c] for c in ["US", "CA", "AU", "NZ", "SG", "HK", "TW", "MX", "CL", "CO", "AR", "UY", "JM", "TT", "NA"]
}  # where a bare $ is the country's own money
_KRONER = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
_RUPEES = {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"}

CODES = frozenset(COUNTRY_CURRENCY.values()) | {"BGN", "HRK"}
# Words or names of other things when they stand before a small number.
DOUBTFUL_CODES = frozenset(["ALL", "AMD", "BAM", "COP", "MAD", "MOP", "PEN", "PHP", "TRY"])
_ALIASES = {
    "RMB": "CNY", "CNH": "CNY", "RUR": "RUB", "NTD": "TWD", "NIS": "ILS", "STG": "GBP", "UKP": "GBP", "USDT": "USD",
    "USDC": "USD", "DHS": "AED", "DKR": "DKK", "SKR": "SEK", "NKR": "NOK", "SFR": "CHF", "CDN": "CAD", "EURO": "EUR",
}  # fmt: skip
# Read in small letters, too: none of these is a word.
_LOOSE = frozenset(
    ["usd", "eur", "gbp", "inr", "pln", "chf", "aud", "cad", "sgd", "hkd", "nzd", "jpy", "cny", "rmb", "czk", "sek", "nok", "dkk", "huf", "krw", "twd", "ntd", "brl", "mxn", "zar", "aed", "uah", "rub", "usdt", "usdc", "thb", "idr", "myr", "php", "vnd", "ils", "nis", "sar", "qar", "egp", "ngn", "kes", "pkr", "lkr", "byn", "kzt", "bgn", "ron"]
)

_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "₱": "PHP",
    "฿": "THB", "₦": "NGN", "₸": "KZT", "₡": "CRC", "₾": "GEL", "₵": "GHS", "₲": "PYG", "💲": "$", "$": "$", "¥": "¥", "₨": "Rs",
}  # fmt: skip
_DOLLAR_PREFIXES = {
    "US": "USD", "U.S.": "USD", "AU": "AUD", "A": "AUD", "CA": "CAD", "C": "CAD", "CDN": "CAD", "CAN": "CAD", "NZ": "NZD",
    "S": "SGD", "SG": "SGD", "HK": "HKD", "NT": "TWD", "TW": "TWD", "MX": "MXN", "R": "BRL", "BR": "BRL", "AR": "ARS",
    "CL": "CLP", "COL": "COP", "CN": "CNY", "RMB": "CNY", "JP": "JPY", "J": "JMD",
}  # fmt: skip

# Before a number; a value is a code or a shared sign.
_WORDS_BEFORE = {
    "rs": "Rs", "inr": "INR", "re": "Rs", "rm": "MYR", "rp": "IDR", "kr": "kr", "fr": "CHF", "sfr": "CHF", "r": "ZAR",
    "zł": "PLN", "kč": "CZK", "euro": "EUR", "euros": "EUR", "eur": "EUR", "ksh": "KES", "kes": "KES", "dhs": "AED",
    "usd": "USD", "rmb": "CNY", "人民币": "CNY", "港币": "HKD", "港幣": "HKD", "美金": "USD", "美元": "USD", "新台幣": "TWD",
    "台幣": "TWD", "nt": "TWD", "lei": "RON", "ft": "HUF", "tl": "TRY", "s/": "PEN",
}  # fmt: skip
# After a number.
_WORDS_AFTER = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "evro": "EUR", "евро": "EUR", "ευρώ": "EUR", "euró": "EUR",
    "dollars": "$", "dollar": "$", "долларов": "USD", "美元": "USD", "美金": "USD", "刀": "USD", "ドル": "USD",
    "달러": "USD", "pounds": "GBP", "pound": "GBP", "quid": "GBP", "英镑": "GBP", "円": "JPY", "yen": "JPY",
    "日元": "JPY", "元": "元", "圆": "元", "块": "元", "人民币": "CNY", "人民幣": "CNY", "rmb": "CNY", "yuan": "CNY", "港币": "HKD",
    "港幣": "HKD", "港元": "HKD", "新币": "SGD", "新幣": "SGD", "新台幣": "TWD", "台幣": "TWD", "台币": "TWD", "원": "KRW", "won": "KRW",
    "rs": "Rs", "rupees": "Rs", "rupee": "Rs", "inr": "INR", "руб": "RUB", "рублей": "RUB",
    "рубля": "RUB", "рубль": "RUB", "р": "RUB", "грн": "UAH", "гривень": "UAH", "тенге": "KZT", "тг": "KZT",
    "byn": "BYN", "zł": "PLN", "zl": "PLN", "zlotych": "PLN", "złotych": "PLN", "zloty": "PLN", "złote": "PLN", "kč": "CZK",
    "kc": "CZK", "korun": "CZK", "ft": "HUF", "forint": "HUF", "huf": "HUF", "lei": "RON", "leu": "RON", "ron": "RON",
    "лв": "BGN", "лева": "BGN", "tl": "TRY", "lira": "TRY", "kr": "kr", ":-": "kr", "kronor": "SEK", "kroner": "kr",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "francs": "CHF", "franken": "CHF", "fr": "CHF", "chf": "CHF",
    "đồng": "VND", "vnđ": "VND", "vnd": "VND", "đ": "VND", "บาท": "THB", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
    "reais": "BRL", "rand": "ZAR", "pesos": "pesos", "soles": "PEN", "dirhams": "AED", "shekels": "ILS",
}  # fmt: skip

SIGNS = frozenset(_SIGNS)
_CJK_AFTER = frozenset(word for word in _WORDS_AFTER if word[0] >= "\u3000")
_LAND = re.compile(r"(?<![A-Za-z])(?:[A-Z]{1,3}|U\.S\.)\Z")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]+|S/)\Z")
WORD_AFTER = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]+|[\u4e00-\u9fff]+|[^\W\d_]+|:-")
_NEAR = 9  # characters that a currency may take up with its blanks
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0430-\u044f]{3}")
_TRADITIONAL = re.compile("[資萬應遠區給與時際領]")  # Taiwan or Hong Kong: which money is not said


def code_of(word: str) -> str | None:
    """ISO 4217 code that *word* spells, capitals or, where that is no word of a language, small letters.

    >>> code_of("EUR"), code_of("rmb"), code_of("ALL"), code_of("all")
    ('EUR', 'CNY', 'ALL', None)
    """
    upper = word.upper()
    if word != upper and word.lower() not in _LOOSE and upper not in ("EURO", "RUPEES"):
        return None
    code = _ALIASES.get(upper, upper)
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
    name = _WORDS_BEFORE.get(word.lower())
    if name and (name != "ZAR" or word == "R") and (start == 0 or not text[start - 1].isalnum()):
        return name, start
    if name is None and word[-1] > "\u3000":  # 薪水港币 8000
        name = next((_WORDS_BEFORE[word[-n:]] for n in (3, 2) if word[-n:] in _WORDS_BEFORE), None)
        return (name, end - 2) if name else None
    code = code_of(word) if len(word) in (3, 4) else None
    return (code, start) if code else None


def _sign_before(text: str, floor: int, at: int) -> tuple[str, int]:
    sign = _SIGNS[text[at]]
    found = _LAND.search(text, floor, at - (text[at - 1 : at] == " "))
    if found:
        land = found[0]
        code = (_DOLLAR_PREFIXES.get(land) if sign in ("$", "¥") else None) or code_of(land)
        if code:
            return code, found.start()
    return sign, at


def currency_after(text: str, at: int) -> tuple[str, int] | None:
    """Currency that begins where the number ends at *at*: (code or shared sign, where it ends)."""
    at += text[at : at + 1] == " "
    sign = text[at : at + 1]
    if sign in SIGNS:
        return None if text[at + 1 : at + 2].isdigit() else (_SIGNS[sign], at + 1)  # else the sign of the next number
    found = WORD_AFTER.match(text, at)
    if not found:
        return None
    word = found[0]
    name = _WORDS_AFTER.get(word.lower())
    if name:
        return name, found.end()
    if word.isascii():
        code = code_of(word) if len(word) in (3, 4) else None
        return (code, found.end() + text.startswith("$", found.end())) if code else None
    for length in (4, 3, 2, 1):  # 元起, 원이상
        if word[:length] in _CJK_AFTER:
            return _WORDS_AFTER[word[:length]], at + length
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
            return _DOLLARS.get(land, "USD")
        case "Rs":
            return _RUPEES.get(land, "INR")
        case "kr":
            return _KRONER.get(land) or _krone_of(text)
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
    """Currency of pay that is written without one: the country's, else the one of the text's script.

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
