"""The period that pay is for: read from the words around it, else told by its size where custom leaves one choice."""

import re
from typing import Final

from crawler.fields.pay.currency_names import COUNTRY_CURRENCY, ROUGH_UNITS
from crawler.fields.pay.scan import listed, pattern

# Yearly multiples of a period: full-time hours, working days.
ANNUAL: Final[dict[str, int]] = {"HOUR": 2080, "DAY": 260, "WEEK": 52, "MONTH": 12, "YEAR": 1}

# What stands before a unit: per hour, pro Stunde, al mes, /h.
_PER = "per, p., p, an, a, each, every, pro, je, die, im, par, de l', l', au, por, al, la, all', a la, ao, pr, pr., i, om, za, pe, в, за, на, na, mỗi, một, se, à l', de, al, το, τον, την, ανά, uz, par, par, ik"
# Units behind one of those.
_UNITS = {
    "HOUR": """hour, hours, hr, hrs, h, stunde, std, heure, hora, horas, ora, oră, uur, godzin*, godz, hod, hodin*, óra, órá*, saat*, час, часа, годин*, timme, timma, time, timen, tim, tunti, jam,
        giờ, ώρα, stund*, val, valand*""",
    "DAY": """day, days, d, tag, jour, j, día, dia, giorno, dag, dagen, dzień, dniówk*, den, man day, manday, md, zi, gün, день, смен*, ngày, hari, päivä, ημέρα, mandag, diena, päev""",
    "WEEK": "week, weeks, wk, w, woche, semaine, semana, settimana, tydzień, týden, týždeň, hét, hafta, недел*, тижд*, vecka, veckan, uge, ugen, uke, uka, viikko, tuần, minggu, εβδομάδα",
    "MONTH": """month, months, mon, mo, mth, m, mnth, monat, mois, mes, mês, mese, maand, mnd, mån, månad*, måned*, mdr, miesiąc, mies, mc, m c, měs, měsíc*, mesiac, hó, hónap*, lună, luna, ay, мес*,
        міс*, kk, kuukau*, tháng, bulan, μήνα, mjesec, kuu*, mėn*, mēnes*""",
    "YEAR": """year, years, yr, yrs, y, annum, anum, jahr, an, ans, année, año, ano, anno, jaar, rok, roku, év, yıl, год, рік, år, året, vuosi, năm, tahun, έτος, χρόνο, godinu, aasta*, metus, gad*""",
    "PROJECT": "project, projekt, projet, proyecto, projeto, проект, progetto",
}  # fmt: skip
# Words that say it alone, before the figure or after it.
_ALONE = {
    "HOUR": """hourly, p/h, stündlich, *stundenlohn, *stundensatz, *stundenvergütung, horaire, *uurloon, uurtarief, godzinow*, hodinov*, órabér*, saatlik, почасов*, timlön, timeløn, timelønn, tuntipalkka,
        orari*, *時給*, *时薪*, *時薪*, *每小时*, *每小時*, *시급*, *시간당*""",
    "DAY": """daily, day rate, day rates, md rate, man day rate, manday rate, sazba md, p/d, *tagessatz, täglich, tjm, journalier, diária, diario, dagtarief, dniówka, dziennie, denně, denní, günlük, *日給*, *日薪*, *每天*, *일급*, *일당*""",
    "WEEK": """weekly, p/w, wöchentlich, hebdomadaire, semanal*, settimanal*, tygodniow*, týdně, heti, haftalık, *週給*, *周薪*, *週薪*, *주급*""",
    "MONTH": """monthly, pcm, p/m, monatlich, *monatliche, *monatliches, mtl, monats*, *monatsgehalt, *monatslohn, *monatsbrutto*, mensuel*, mensual*, mensal*, mensil*, maandelijks, maandsalaris, maandloon, miesięczn*, měsíčn*,
        mesačn*, havi, havonta, havibér, lunar, aylık, aylik, ежемесячн*, щомісячн*, månadslön*, månedsløn*, kuukausipalk*, μηνιαί*, hàng tháng, lương tháng, *月給*, *月薪*, *月収*, *月入*, *每月*, *월급*""",
    "YEAR": """yearly, p.a, p.a., p. a, p/a, annum, annual, annually, annualised, annualized, jährlich, *jährliche, *jährliches, jahres*, *jahresgehalt, *jahresbrutto*, annuel*, anual*, annuo, annua, annui, annuale, annuali,
        ral, jaarsalaris, jaarlijks, roczn*, ročně, roční, ročn*, évi, évente, éves, yıllık, årslön*, årsløn*, vuosipalk*, ετήσι*, годов*, hàng năm, lpa, *年収*, *年薪*, *年俸*, *每年*, *年包*, *연봉*""",
    "PROJECT": "fixed price, festpreis",
}  # fmt: skip
# "40 hours per week", "38,5h/Woche", "2 jours / semaine", (m/w/d) are of no pay; nor is "annual bonus".
_SPANS = """h, hour, hours, hr, hrs, std, stunden, wochenstunden, hod, hodin, godz, godzin, heures, horas, ore, uur, uren, timer, timmar, часов, часа, day, days, tage, tagen, jours, días, dias, giorni, dagen, dni, dní,
    дней, дня, week, weeks, wochen, semaines, month, months, monate, monaten, mois, meses, mesi, year, years, yr, yrs, jahre, jahren, ans, años, anos"""
_RHYTHMS = "annual, annualized, annualised, yearly, monthly, weekly, daily, quarterly, hourly, jährliche, jährlicher, monatliche, monatlicher"
_NOT_OF_PAY = """bonus*, leave, holiday*, vacation, performance, review*, target*, incentive*, allowance*, budget*, retreat*, pay review, increase*, raise*, payout*, grant*, refresh*, event*, update*, standup*, meeting*, profit*,
    internet, reimburse*, benefit*, wellness, phone, revenue*, day*, commission*, operations, reporting, reports, basis, team, training, recurring, turnover, gross revenue, sonderzahlung*, prämie*"""
_NOISE = (
    r"\b[mwfdxhi]\s?/\s?[mwfdxhi]\b(?:\s?/\s?[mwfdxhi]\b)?"
    rf"|[0-9]\+?[ -]?{pattern('*' + span for span in listed(_SPANS))}\.?(?: de \w+)?(?:\s?(?:/|\b(?:per|a|pro|je|par|por|a la|alla|in der|na|v|w|each|every|im|of|de)\b)\s?{pattern(listed('week, wk, woche, semaine, semana, settimana, týden, tydzień, tyg, hét, weken, month, monat, mois, mes, year, jahr, an, annum, день, неделю, day, tag'))})?"
    rf"|{pattern(listed(_RHYTHMS))} (?:\w+[- ]){{0,2}}?{pattern(listed(_NOT_OF_PAY))}"
    r"|週[0-9]+時間|1[ヶか]月|[0-9]+時間|[0-9]+ヶ月"
)  # fmt: skip
_KINDS = tuple(_UNITS)
_PREFIX = rf"(?:/\s?|{pattern(listed(_PER))}\s?)"


def _spoken(units: "dict[str, str]", before: str) -> str:
    return "|".join(f"(?P<{before and 'PER_'}{kind}>{pattern(listed(units[kind]))})" for kind in _KINDS)


_WORDS = re.compile(f"(?P<noise>{_NOISE})|{_PREFIX}(?:{_spoken(_UNITS, 'x')})|{_spoken(_ALONE, '')}")
# Right behind a figure a unit may stand with no word before it: "1000pd", "brut an", "8000 月", "/月".
_CJK = {"小时": "HOUR", "小時": "HOUR", "时": "HOUR", "時": "HOUR", "時間": "HOUR", "시간": "HOUR", "天": "DAY", "日": "DAY", "일": "DAY",
        "周": "WEEK", "週": "WEEK", "月": "MONTH", "ヶ月": "MONTH", "개월": "MONTH", "年": "YEAR", "년": "YEAR"}  # fmt: skip
_ATTACHED_CJK = re.compile(
    rf"\s?(?:[/每一(]|per)?\s?({'|'.join(sorted(_CJK, key=len, reverse=True))})(?!末|终|底|[0-9])"
)
_ATTACHED = re.compile(
    r"\s?(?:(?:brutto?|gross|brut|netto?|net)\s)?(?:(?P<HOUR>hrs?\b|h\b|hour\b|ph\b)|(?P<DAY>pd\b|day\b)|(?P<WEEK>pw\b)|(?P<MONTH>pcm\b|pm\b|mtl\b|month\b)|(?P<YEAR>pa\b|(?<=brut )ans?\b|yr\b|annum\b|year\b|ral\b|/a\b))"
)

# Countries where a figure without a period is a month's.
MONTHLY: Final = frozenset(
    [
        "AT",
        "BR",
        "BG",
        "BY",
        "CN",
        "CZ",
        "EE",
        "GE",
        "GR",
        "HK",
        "HR",
        "HU",
        "ID",
        "KZ",
        "LT",
        "LV",
        "MK",
        "MY",
        "NL",
        "PH",
        "PL",
        "RO",
        "RS",
        "RU",
        "SG",
        "SI",
        "SK",
        "TH",
        "TR",
        "TW",
        "UA",
        "UZ",
        "VN",
    ]
)
# The same said by the currency, where the country is not known.
_MONTHLY_CURRENCIES: Final = frozenset(COUNTRY_CURRENCY[c] for c in MONTHLY) - {"EUR", "SGD", "HKD", "USD"}

# Spellings of a period in a field of its own: schema.org's unitText, UN/CEFACT unit codes, ISO 8601 durations.
_FIELD_WORDS: Final = {
    **dict.fromkeys(["hour", "hourly", "hours", "hr", "hrs", "h", "hur", "pt1h", "stunde", "stündlich", "heure", "hora", "uur", "godzina"], "HOUR"),
    **dict.fromkeys(["day", "daily", "days", "d", "p1d", "diem", "tag", "täglich", "jour", "dia", "dag"], "DAY"),
    **dict.fromkeys(["week", "weekly", "weeks", "wk", "w", "wee", "p1w", "woche", "wöchentlich", "semaine", "semana"], "WEEK"),
    **dict.fromkeys(["month", "monthly", "months", "mth", "mon", "mo", "m", "p1m", "monat", "monatlich", "mois", "mensuel", "mes", "mês", "mese", "maand", "mensual", "mensal"], "MONTH"),
    **dict.fromkeys(["year", "yearly", "years", "yr", "y", "annual", "annually", "annum", "ann", "pa", "p1y", "jahr", "jährlich", "an", "annuel", "año", "ano", "anual", "anno", "jaar", "salaried"], "YEAR"),
    **dict.fromkeys(["project", "fixed"], "PROJECT"),
}  # fmt: skip
_OTHER_PERIODS: Final = re.compile(r"\bbi\b|\bbi-?(?:weekly|monthly)|semi|fortnight|quarter|twice|half")
FIELD_MAX = 60  # characters of a field that names a period


def period_of(field: object) -> str | None:
    """Period that a field of a platform or of structured data names, in any spelling; ``None`` for others.

    >>> [period_of(f) for f in ("per-year-salary", "1 YEAR", "HOURLY", "PER_MONTH", "P1W", "biweekly", "NONE", None)]
    ['YEAR', 'YEAR', 'HOUR', 'MONTH', 'WEEK', None, None, None]
    """
    if not isinstance(field, str) or len(field) > FIELD_MAX:
        return None
    spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", field).replace("_", " ").replace("-", " ").lower().replace("p.a.", "pa")
    if _OTHER_PERIODS.search(spelt):
        return None
    for word in re.findall(r"\w+", spelt):
        if word in _FIELD_WORDS:
            return _FIELD_WORDS[word]
    found = period_after(spelt, 0, len(spelt))
    return found[0] if found else None


def period_after(low: str, at: int, end: int) -> tuple[str, int] | None:
    """Period said in lower-case *low* between the figure's end *at* and *end*: (period, where it ends)."""
    found = _ATTACHED.match(low, at, end)
    if found and found.lastgroup:
        return found.lastgroup, found.end()
    if not low.isascii() and (found := _ATTACHED_CJK.match(low, at, end)):
        return _CJK[found[1]], found.end()
    for found in _WORDS.finditer(low, at, end):
        if found.lastgroup != "noise":
            return _kind(found), found.end()
    return None


def period_before(low: str, start: int, at: int) -> tuple[str, int] | None:
    """Last period said in lower-case *low* between *start* and the figure at *at*: (period, where it begins)."""
    last = None
    for found in _WORDS.finditer(low, start, at):
        if found.lastgroup != "noise":
            last = found
    return (_kind(last), last.start()) if last else None


def _kind(found: "re.Match[str]") -> str:
    return (found.lastgroup or "").removeprefix("PER_")


def rough(amount: float, currency: str) -> float:
    """*amount* in very rough US dollars: good for telling periods and placeholders apart, for nothing else."""
    return amount / ROUGH_UNITS.get(currency, 1)


def by_the_month(country: str | None, currency: str) -> bool:
    """Whether custom gives pay by the month there, or in that currency where the country is not known."""
    return country in MONTHLY or currency in _MONTHLY_CURRENCIES


def infer_period(amount: float, currency: str, monthly: bool) -> str | None:
    """Period of *amount* (the larger bound) where nothing says it; *monthly*: custom gives pay by the month.

    In rough dollars: up to 150 an hour's pay (up to 60 where pay is monthly), from 12,000 a year's (20,000 where pay is
    monthly), and between them a month's where pay is monthly or, from 600 on, in neither dollars nor pounds. A figure
    that fits none is left without a period.

    >>> infer_period(95_000, "USD", False), infer_period(18_000, "PLN", True), infer_period(45, "USD", False)
    ('YEAR', 'MONTH', 'HOUR')
    >>> infer_period(500, "GBP", False)
    """
    size = rough(amount, currency)
    if monthly:
        if size < 60:
            return "HOUR" if size >= 2 else None
        return "MONTH" if size < 20_000 else "YEAR"
    if size < 150:
        return "HOUR" if size >= 2 else None
    if size >= 12_000:
        return "YEAR"
    return "MONTH" if size >= 600 and currency not in ("USD", "GBP", "CAD", "AUD", "NZD") else None


_PLAUSIBLE = {
    "HOUR": (2, 2_500),
    "DAY": (15, 12_000),
    "WEEK": (60, 40_000),
    "MONTH": (60, 150_000),
    "YEAR": (2_400, 6_000_000),
}


def plausible(amount: float, currency: str, period: str | None) -> bool:
    """Whether *amount* can be somebody's pay: no price of a lunch, no worth of a company, no placeholder."""
    low, high = _PLAUSIBLE.get(period or "", (2, 6_000_000))
    return low <= rough(amount, currency) <= high
