"""Words that name a period of pay, and such as only seem to. Lower-case; the notation of `crawler.fields.pay.scan`."""

# What stands before a unit: per hour, pro Stunde, al mes, /h.
PER = """
    per, pre, p., p, an, a, each, every, pro, je, die, im, par, de l', l', au, por, al, la, all', a la, ao, pr, pr., i, om,
    za, pe, в, за, на, na, mỗi, một, se, à l', de, al, το, τον, την, ανά, uz, par, par, ik
"""
# Units behind one of those.
UNITS = {
    "HOUR": """
        hour, hours, hr, hrs, h, stunde, std, heure, hora, horas, ora, oră, uur, godzin*, godz, hod, hodin*, óra,
        órá*, saat*, час, часа, годин*, timme, timma, time, timen, tim, tunti, jam, giờ, ώρα, stund*, val, valand*
    """,
    "DAY": """
        day, days, d, tag, jour, j, día, dia, giorno, dag, dagen, dzień, dniówk*, den, man day, manday, md, zi, gün,
        день, смен*, ngày, hari, päivä, ημέρα, mandag, diena, päev
    """,
    "WEEK": """
        week, weeks, wk, w, woche, semaine, semana, settimana, tydzień, týden, týždeň, hét, hafta, недел*, тижд*,
        vecka, veckan, uge, ugen, uke, uka, viikko, tuần, minggu, εβδομάδα
    """,
    "MONTH": """
        month, months, mon, mo, mth, m, mnth, monat, mois, mes, mês, mese, maand, mnd, mån, månad*, måned*, mdr,
        miesiąc, mies, mc, m c, měs, měsíc*, mesiac, hó, hónap*, lună, luna, ay, мес*, міс*, kk, kuukau*, tháng,
        bulan, μήνα, mjesec, kuu*, mėn*, mēnes*
    """,
    "YEAR": """
        year, years, yr, yrs, y, annum, anum, jahr, an, ans, année, año, ano, anno, jaar, rok, roku, év, yıl, год,
        рік, år, året, vuosi, năm, tahun, έτος, χρόνο, godinu, aasta*, metus, gad*
    """,
    "PROJECT": "project, projekt, projet, proyecto, projeto, проект, progetto",
}  # fmt: skip
# Words that say it alone, before the figure or after it.
ALONE = {
    "HOUR": """
        hourly, p/h, stündlich, *stundenlohn, *stundensatz, *stundenansatz, *stundenvergütung, horaire, *uurloon, uurtarief,
        godzinow*, hodinov*, órabér*, saatlik, почасов*, timlön, timeløn, timelønn, tuntipalkka, orari*, *時給*, *时薪*,
        *時薪*, *每小时*, *每小時*, *시급*, *시간당*
    """,
    "DAY": """
        daily, day rate, day rates, md rate, man day rate, manday rate, sazba md, p/d, *tagessatz, täglich, tjm,
        journalier, diária, diario, dagtarief, dniówka, dziennie, denně, denní, günlük, *日給*, *日薪*, *每天*, *일급*, *일당*
    """,
    "WEEK": """
        weekly, p/w, wöchentlich, hebdomadaire, semanal*, settimanal*, tygodniow*, týdně, heti, haftalık, *週給*, *周薪*,
        *週薪*, *주급*
    """,
    "MONTH": """
        monthly, pcm, p/m, monatlich, *monatliche, *monatliches, mtl, monats*, *monatsgehalt, *monatslohn,
        *monatsbrutto*, mensuel*, mensual*, mensal*, mensil*, maandelijks, maandsalaris, maandloon, miesięczn*,
        měsíčn*, mesačn*, havi, havonta, havibér, lunar, aylık, aylik, ежемесячн*, щомісячн*, månadslön*, månedsløn*,
        kuukausipalk*, μηνιαί*, hàng tháng, lương tháng, *月給*, *月薪*, *月収*, *月入*, *每月*, *월급*
    """,
    "YEAR": """
        yearly, p.a, p.a., p. a, p/a, annum, annual, annually, annualised, annualized, jährlich, *jährliche,
        *jährliches, jahres*, *jahresgehalt, *jahresbrutto*, annuel*, anual*, annuo, annua, annui, annuale, annuali,
        ral, jaarsalaris, jaarlijks, roczn*, ročně, roční, ročn*, évi, évente, éves, yıllık, årslön*, årsløn*,
        vuosipalk*, ετήσι*, годов*, hàng năm, lpa, *年収*, *年薪*, *年俸*, *每年*, *年包*, *연봉*
    """,
    "PROJECT": "fixed price, festpreis",
}  # fmt: skip
# Right behind a figure a unit may stand with no word before it: 8000/月.
CJK_UNITS = {
    "小时": "HOUR", "小時": "HOUR", "时": "HOUR", "時": "HOUR", "時間": "HOUR", "시간": "HOUR", "天": "DAY", "日": "DAY", "일": "DAY",
    "周": "WEEK", "週": "WEEK", "月": "MONTH", "ヶ月": "MONTH", "개월": "MONTH", "年": "YEAR", "년": "YEAR",
}  # fmt: skip
# Of working time, not of pay: "40 hours per week", "38,5h/Woche", "2 jours / semaine".
SPANS = """
    h, hour, hours, hr, hrs, std, stunden, wochenstunden, hod, hodin, godz, godzin, heures, horas, ore, uur, uren,
    timer, timmar, часов, часа, day, days, tage, tagen, jours, días, dias, giorni, dagen, dni, dní, дней, дня, week,
    weeks, wochen, semaines, month, months, monate, monaten, mois, meses, mesi, year, years, yr, yrs, jahre, jahren,
    ans, años, anos
"""
SPANS_OF = """
    week, wk, woche, semaine, semana, settimana, týden, tydzień, tyg, hét, weken, month, monat, mois, mes, year, jahr,
    an, annum, день, неделю, day, tag
"""
# Nor is "annual bonus", "monthly allowance".
RHYTHMS = """
    annual, annualized, annualised, yearly, monthly, weekly, daily, quarterly, hourly, jährliche, jährlicher,
    monatliche, monatlicher
"""
NOT_OF_PAY = """
    bonus*, leave, holiday*, vacation, performance, review*, target*, incentive*, allowance*, budget*, retreat*,
    pay review, increase*, raise*, payout*, grant*, refresh*, event*, update*, standup*, meeting*, profit*, internet,
    reimburse*, benefit*, wellness, phone, revenue*, day*, commission*, operations, reporting, reports, basis, team,
    training, recurring, turnover, gross revenue, sonderzahlung*, prämie*
"""
# Spellings of a period in a field of its own: schema.org's unitText, UN/CEFACT unit codes, ISO 8601 durations.
FIELD_WORDS = {
    "HOUR": "hour, hourly, hours, hr, hrs, h, hur, pt1h, stunde, stündlich, heure, hora, uur, godzina",
    "DAY": "day, daily, days, d, p1d, diem, tag, täglich, jour, dia, dag",
    "WEEK": "week, weekly, weeks, wk, w, wee, p1w, woche, wöchentlich, semaine, semana",
    "MONTH": "month, monthly, months, mth, mon, mo, m, p1m, monat, monatlich, mois, mensuel, mes, mês, mese, maand, mensual, mensal",
    "YEAR": """
        year, yearly, years, yr, y, annual, annually, annum, ann, pa, p1y, jahr, jährlich, an, annuel, año, ano, anual, anno,
        jaar, salaried
    """,
    "PROJECT": "project, fixed",
}  # fmt: skip
