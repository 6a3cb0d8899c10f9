"""What stands right before and right behind an amount: open ends, the basis, what comes on top. Lower-case."""

import re

from crawler.fields.pay.scan import listed, pattern

# "base + bonus: $120k": what stands behind a plus is named, not priced.
ADDED = re.compile(
    r"""
    (?:\+|&|\b(?:and|plus|including|incl?|inkl|und|et|y|e)\b\.?)\s(?:[\w-]+\s){0,2}
    (?:bonus\w*|commissions?|variable|equity|benefits|stock|shares?|options?|rsus?)\W*$""",
    re.X,
)
# The last word before an amount that belongs to what the amount measures.
MEASURED = re.compile(
    r"""
    \b(?:of|worth|spend(?:ing|s)?|sav(?:e|es|ing)|costs?|with|by|in|over|valued\ at)\s
    (?:(?:approximately|about|around|over|up\ to|more\ than)\ )?$""",
    re.X,
)

# Behind an amount, within two words that are no "plus": $5,000 sign-on bonus, $250,000 equity grant, £1,000 per referral.
_OTHER_AFTER = """
    bonus, bonuses, sign on, signing, signing bonus, referral, referrals, voucher, vouchers, allowance, allowances,
    budget, budgets, stipend, stipends, toward, towards, discount, arr, mrr, acv, aum, raised, raise, funding, funded,
    fund, funds, series a, series b, series c, series d, series e, seed, pre seed, round, valuation, revenue, revenues,
    turnover, donation, donations, gift, gifts, coverage, reimbursement, credit, credits, grant, grants, weighting,
    differential, deductible, match, prize, fee, fees, deal, deals, sales, project, projects, properties, homes,
    apartments, assets, accounts, portfolio, acquisition, investment, investments, loan, loans, spend, savings, saved,
    commission per, off, payout, retention, relocation, de prime, toeslag, financing, private equity, supplement,
    premium, extra, in sales, in revenue, in funding, in assets, in payments, in volume, in total, contribution,
    contributions, tuition, million, billion, trillion, bn, mio, mrd, award, awards, in cash, downtime, of funding,
    of coverage, of revenue, cap, value, worth of, 401, limit, per referral, per successful*, per hire*, per new hire*,
    per candidate, per sale, per closed, per head, per person, per employee, per capita, pro kopf, per customer,
    per completed, per listing, in additional, additional, extra per, gmv, tpv, in donations, flex, in annual,
    in lifetime, in new, in savings, to spend, equity grant, equity grants, equity package, equity value, in equity,
    in stock, stock grant, stock grants, rsus, rsu, to use toward*, to use for, cost of living, of life cover,
    life cover, dofinansow*
"""
# The same, but in a list of what comes with a range they only follow it: "£55,000 - £70,000 Life Insurance, Pension".
_PERKS_AFTER = """
    life insurance, life assurance, insurance, fertility, hormonal, training, learning, childcare, hardware, laptop,
    equipment, home office, car, travel, clothing, wellness, wellbeing, education, phone, meal, meals, lunch, food,
    lifestyle, book, development, gym, commuter, internet
"""
_STOP = """
    plus, and, with, or, per, base, basic, salary, ote, pa, p, a, an, to, from, as, is, for, und, et, depending, dependent,
    doe, based, in, at, on, year, month, hour, day, week, yr, hr, annually, brutto, gross
"""
_GAP = rf"[ )*-]*(?:(?<=[ )*-])(?!{pattern(listed(_STOP))})[^\W\d_][\w'-]*[ -]){{0,2}}?(?<=[ )*-])"
_COMPOUND_AFTER = r"[^\W\d_]*(?:bonus|prämie|zuschuss|gutschein|sachbezug|guthaben|zulage)\b"  # Antrittsbonus
# "(夜勤手当含む)": with the allowance, it is pay all the same.
_CJK_AFTER = r"(?!\s?\([^()\n]{0,20}(?:含む|含み|込み|込)\s?\))[^\s,，。；;、+加外及]{0,8}?(?:补贴|津贴|补助|奖金|报销|補助|手当|獎金|지원|포인트)"
AFTER_OTHER = re.compile(f"{_GAP}(?:{pattern(listed(_OTHER_AFTER))}|{_COMPOUND_AFTER})|{_CJK_AFTER}")
AFTER_PERK = re.compile(_GAP + pattern(listed(_PERKS_AFTER)))
# Behind a year's pay in a headline whose plus signs were lost: "Up to £85K Bonus, Remote", "£70,000 15% Bonus Pension".
BONUS_LISTED = re.compile(
    r"""
    (?:\s(?:usd|gbp|eur))?[\s)]*(?:[0-9]{1,2}\s?%\s)?(?:(?:competitive|annual|discretionary|performance|travel|car)\s)?
    (?:bonus|allowance)\b(?!\s?(?:of|for|if|when|after|upon|on|per|paid|payable|to|is|are|will|may|up|in|at|each|every|over
      |within|pool|potential|opportunity|available|program\w*|scheme|and\ more|!))""",
    re.X,
)
# Behind an amount, a word that settles that it is pay; and words that go with pay.
_PLUS = r"[ ,(|-]{0,3}(?:\+ ?|plus )?"
AFTER_PAY = re.compile(
    _PLUS + r"(?:base|basic|(?:starting |annual )?(?:salary|base)|ote|brutto|gross|bruto|brut|total comp|salario|doe"
    r"|equity|super|package)\b"
)
AFTER_HINT = re.compile(
    _PLUS + r"(?:benefits|bonus|depending on|dependent on|dependant on|commensurate|basierend|je nach|selon|según"
    r"|negotiable|inside ir35|outside ir35|umbrella|neg\b)"
)

# Behind an amount and its period: a job board's guess, not the employer's word.
GUESSED = re.compile(r"\s*(?:per year|a year|/ ?year)?\s?(?:- ?estimated\b|\(glassdoor est)")

BASIS = re.compile(
    r"""
    (?P<ote> \bote\b | \bon[ -](?:target|track)[ -](?:earnings?|income|comp\w*|cash|salary) | zielgehalt | zieleinkommen)
    |
    (?P<total>
        \btotal\ (?:(?:annual|cash|target|direct)\ )*(?:comp\b|compensation|remuneration|package|earnings|cash)
      | \btc\b | \bctc\b | \bcost\ to\ company
      | (?<!benefits\ )(?<!benefit\ )(?<!relocation\ )\b(?:package|pkg)\b(?!\ (?:includes?|may|is|also|consists))
      | \binc(?:l|\.|l\.|ludes|luding|lusive\ of)?\ (?:high\ |of\ |the\ )?(?:variable|commissions?|bonus|superannuation|super\b)
      | \bbase(?:\ salary|\ pay)?\ ?(?:\+|and|plus|&)\ ?(?:variable|commissions?|bonus)
      | 年包 | 总包 | 總包
    )
    |
    (?P<base>
        (?<!client\ )(?<!customer\ )(?<!user\ )(?<!code\ )(?<!knowledge\ )(?<!in\ )\bbase\b(?!\ (?:in|of)\b)
      | \bbasic\b(?!\ (?:knowledge|understanding|skills|computer))
      | \bfixed\b(?![ -]?(?:term|price|period|contract|hours|shift|duration))
      | grundgehalt | grundlohn | fixgehalt | \bfixum | basisgehalt | basissalaris | grundlön | grundløn | grunnlønn
      | salaire\ (?:de\ base|fixe) | \bfixe\b | salario\ base | \bsueldo\ base | \bfijo\b | \bfisso\b
      | podstaw | základní\ mzd | оклад | 底薪 | 基本 | 기본급
    )""",
    re.X,
)

# How all that BASIS finds begins: a pattern of bare letters is looked up ten times faster.
BASIS_BEGINS = re.compile(
    "ote|on|ziel|total|btc|ctc|cost|package|pkg|inc|base|basi|fix|grund|grunn|salair|salario|sueldo|fijo|fisso|podstaw|základní"
    "|оклад|年包|总包|總包|底薪|基本|기본급"
)

_FLOOR = """
    from, start, starts, starting, start at, starts at, starting at, starting from, starts from, start from,
    starting pay, starting salary, starting wage, starting rate, start around, starts around, starting around,
    starting with, above, over, more than, at least, min, minimum, minimum of, min of, upwards of, upward of, exceeding,
    no less than, not less than, ab, über, mindestens, mind, minimal, à partir de, à partir d', a partir de, dès,
    au moins, desde, mínimo, mínimo de, a partire da, da, almeno, vanaf, minimaal, minst, från, fra, od, powyżej, pow,
    de la, peste, от, від, свыше, над, từ, mulai, mulai dari, dari, από, nejméně, alespoň, minimálně, minimálne,
    najmenej, legalább, *不低于, *至少, *起薪, *最低, *最低時給, *最低月給, minim, alates, nuo
"""
_CEILING = """
    up to, upto, max, maximum, maximal, maximum of, maximum salary, maximum pay, max salary, bis, bis zu, jusqu'à,
    hasta, até, fino a, tot, do, до, upp till, op til, opp til, maks, below, under, range to, ranges to, as high as,
    of up, salary to, salaries to, base to, basic to, ote to, paying to, package to, rate to, pay to, až, až do,
    maximálně, maximálne, maximaal, máximo, máximo de, massimo, lên đến, lên tới, tới, đến, hingga, sampai, până la,
    *最高, *最大, *不超过, *可达, kuni, iki, rising to
"""
_FILLER = r"(?:[ :.]*(?:of|de|von|approx|around|about|ca|circa|brutto|gross|an?|[$€£])\b)?[\s:.(*]*$"
FLOOR = re.compile(pattern(listed(_FLOOR)) + _FILLER)
CEILING = re.compile("(?:" + pattern(listed(_CEILING)) + r"|[(|-]\s?to\b)" + _FILLER)
FLOOR_NOUN = re.compile(
    r"mindest\w*(?:gehalt|lohn|entgelt|brutto)|mindestens|einstiegsgehalt"
    r"|\bminimum (?:salary|wage|pay|gross)|\bstarting (?:salary|pay|wage|rate|at)"
)
_COMES_WITH = "equity|bonus|benefits|commission|super|stock|car|options|perks|tips|vsop|esop|rsus?|tokens?"
FLOOR_AFTER = re.compile(
    rf"""
    \+{{1,2}}(?![0-9a-z(])(?!\s?(?:{_COMES_WITH})\b)   # 90k+, but not 90k+ equity
    | \s?(?:
        \(\+\+?\s?\) | 或?以上 | 起 | ~(?!\s?[0-9$€£¥]) | から | より | 이상 | 부터 | and\ (?:up|above) | or\ more | upwards
      | (?:up|plus)\b(?=\s?(?:[.,;|)]|$)) | alkaen | -tól | -től | en\ (?:hoger|meer) | et\ plus | y\ más | e\ oltre
      | oraz\ więcej | a\ více
    )""",
    re.X,
)
CEILING_AFTER = re.compile(r"\s?(?:以下|以内|まで|이하|까지|max\b|maximum|or less)")
OVERPAY = re.compile(r"überzahlung|überbezahlung|überzahl")  # Austria's law asks for the lowest pay

LEVEL = re.compile(
    r"\b(?:level|tier|zone|grade|step|band|geo|junior|mid|senior|pleno|júnior|sênior|entry|intern|location|cost of labor"
    r"|l[1-9]|p[1-9]|ic[1-9])\b",
    re.I,
)
_ROLES = """
    Engineer Developer Manager Designer Analyst Architect Scientist Specialist Executive Exec Consultant Director Lead
    Researcher Recruiter Officer Administrator Assistant Strategist Owner Marketer Writer Technician Dev Eng Ops Nurse
    Teacher Driver Communicator Leader Accountant Counsel Editor Associate Coordinator Representative Supervisor Mechanic
    Chef Cook Advisor Adviser
"""
_ROLES_OF_SIGNS = "工程师|架构师|开发|运营|设计|产品经理|专家|总监|测试|CTO|CEO"
ROLE = re.compile(rf"(?:[A-Z][\w/+.#&-]*\s+){{0,4}}(?:{'|'.join(_ROLES.split())})s?\b|{_ROLES_OF_SIGNS}")
ROLE_WORD = re.compile(f"{'|'.join(_ROLES.split())}|{_ROLES_OF_SIGNS}")  # in all that ROLE finds, and looked up faster
