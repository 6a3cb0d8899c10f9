"""Names of currencies: whose they are, their codes, signs and words. Codes: ISO 4217, countries: ISO 3166-1 alpha-2.

https://www.iso.org/iso-4217-currency-codes.html
"""

from crawler.fields.pay.scan import listed

_EURO = listed(
    "AT, BE, BG, CY, DE, EE, ES, FI, FR, GR, HR, IE, IT, LT, LU, LV, MT, NL, PT, SI, SK, AD, MC, SM, VA, ME, XK"
)

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

DOLLARS = {
    country: COUNTRY_CURRENCY[country]
    for country in listed("US, CA, AU, NZ, SG, HK, TW, MX, CL, CO, AR, UY, JM, TT, NA")
}  # where a bare $ is the country's own money
KRONER = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
RUPEES = {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"}

CODES = frozenset(COUNTRY_CURRENCY.values()) | {"BGN", "HRK"}
# Words or names of other things when they stand before a small number.
DOUBTFUL_CODES = frozenset(("ALL", "AMD", "BAM", "COP", "MAD", "MOP", "PEN", "PHP", "TRY"))
ALIASES = {
    "RMB": "CNY", "CNH": "CNY", "RUR": "RUB", "NTD": "TWD", "NIS": "ILS", "STG": "GBP", "UKP": "GBP", "USDT": "USD",
    "USDC": "USD", "DHS": "AED", "DKR": "DKK", "SKR": "SEK", "NKR": "NOK", "SFR": "CHF", "CDN": "CAD", "EURO": "EUR",
}  # fmt: skip
# Read in small letters, too: none of these is a word.
LOOSE = frozenset(
    listed(
        """
        usd, eur, gbp, inr, pln, chf, aud, cad, sgd, hkd, nzd, jpy, cny, rmb, czk, sek, nok, dkk, huf, krw, twd, ntd, brl,
        mxn, zar, aed, uah, rub, usdt, usdc, thb, idr, myr, php, vnd, ils, nis, sar, qar, egp, ngn, kes, pkr, lkr, byn,
        kzt, bgn, ron
        """
    )
)

SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₫": "VND", "₱": "PHP",
    "฿": "THB", "₦": "NGN", "₸": "KZT", "₡": "CRC", "₾": "GEL", "₵": "GHS", "₲": "PYG", "💲": "$", "$": "$", "¥": "¥", "₨": "Rs",
}  # fmt: skip
DOLLAR_PREFIXES = {
    "US": "USD", "U.S.": "USD", "AU": "AUD", "A": "AUD", "CA": "CAD", "C": "CAD", "CDN": "CAD", "CAN": "CAD", "NZ": "NZD",
    "S": "SGD", "SG": "SGD", "HK": "HKD", "NT": "TWD", "TW": "TWD", "MX": "MXN", "R": "BRL", "BR": "BRL", "AR": "ARS",
    "CL": "CLP", "COL": "COP", "CN": "CNY", "RMB": "CNY", "JP": "JPY", "J": "JMD",
}  # fmt: skip

# Before a number; a value is a code or a shared sign.
WORDS_BEFORE = {
    "rs": "Rs", "inr": "INR", "rm": "MYR", "rp": "IDR", "kr": "kr", "fr": "CHF", "sfr": "CHF", "r": "ZAR",
    "zł": "PLN", "kč": "CZK", "euro": "EUR", "euros": "EUR", "eur": "EUR", "ksh": "KES", "kes": "KES", "dhs": "AED",
    "usd": "USD", "rmb": "CNY", "人民币": "CNY", "港币": "HKD", "港幣": "HKD", "美金": "USD", "美元": "USD", "新台幣": "TWD",
    "台幣": "TWD", "nt": "TWD", "lei": "RON", "ft": "HUF", "tl": "TRY", "s/": "PEN",
}  # fmt: skip
# After a number.
WORDS_AFTER = {
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
