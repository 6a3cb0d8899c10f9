"""Words around an amount that make it pay, or something else.

Lower-case; the notation of `crawler.fields.salary_scan`. The nearest word before an amount decides: "a training budget
of 1000 EUR" against "an annual salary of 60000 EUR".
"""

import re

from crawler.fields.salary_scan import Scanner, listed, pattern

PAY_WORDS = """
    salary, salaries, salary range, wage, wages, pay, payrate, compensation, comp, remuneration, remunerated,
    earnings, ote, on target, day rate, day rates, daily rate, hourly rate, hourly rates, pay rate, pay rates, weekly rate, monthly rate, contract rate,
    base rate, bill rate, annual rate, target rate, stipend, base salary, base pay, basic salary, basic pay, basic wage, ctc, full time equivalent, pay range, pay scale,
    pay band, honorarium, hiring range, take home, salaried, rate range,
    *gehalt*, *lohn, *lohns*, *löhne*, lohn*, *vergütung*, *entgelt*, *verdienst*, *bezahlung*, *entlohnung*, brutto*, *brutto, netto, *honorar*, *stundensatz*,
    *tagessatz*, gage, *einkommen*, dotiert*, dotierung, *jahresziel*, *fixum, *besoldung*, entgeltgruppe,
    salaris*, *salaris, *loon, loon*, bruto, uurtarief, *beloning, dagtarief, *lön, lön*, *lønn, lønn*, *løn, løn*, ersättning, vederlag, *palkka*, *palkkio*,
    salaire*, rémunér*, rémunération*, brut, bruts, tjm, fourchette, gratification*, salario*, salarial*, salari, salariés, sueldo*, retribu*, nómina,
    remuneraci*, remuneração, honorários, honorarios, vencimento*, bolsa auxílio, bolsa de, salário*, faixa salarial, stipendio, stipendi, ral, compenso, paga,
    paghiamo, lordi, lordo, retribuzion*, salariu*, venit*, remunerați*, remunerare, leafa, sou brut,
    wynagrodz*, stawk*, zarobk*, zarobisz, widełk*, pensj*, płaca, płacy, mzda, mzdu, mzdy, mzdov*, plat, platu, platov*, odměn*, odmeň*, odmen*, ohodnoc*,
    *fizetés*, bér*, *bér, bruttó, nettó, kereset*, *maaş*, ücret*, *ücreti, atlyginim*, alga, algu, palk, brutopalk, töötasu, plaća*, plača,
    *зарплат*, вилк*, заработн*, *оклад*, з/п, зп, доход*, ставк*, оплат*, вознагражд*, зарабат*, заробітн*, винагород*, заплат*, възнагражд*, μισθ*, αμοιβ*, αποδοχ*,
    μεικτ*, μικτ*, ακαθάριστ*,
    *薪*, *工资*, *工資*, *待遇*, *报酬*, *報酬*, *月入*, *年包*, *年収*, *月収*, *給与*, *給料*, *時給*, *月給*, *日給*, *年俸*, *賃金*, *基本給*, *급여*, *연봉*, *월급*, *시급*, *일급*, *주급*,
    *임금*, *보수*, *페이*, lương, mức lương, thu nhập, gaji, upah, *เงินเดือน*
"""
# Words of pay only right before the amount: "Basic: 30,000" against "basic computer skills".
NEAR_WORDS = "rate, rates, base, basic, package, income, fte, range, band, scale, grade"
# Verbs of pay: after "refer a friend and" one earns something else.
PAY_VERBS = "paid, paying, pays, earn, earns, earning, verdienst, gagner, ganar, guadagni, zarobisz, verdien, tjäna"
# Amounts of another kind, whatever pay stands further off.
OTHER_WORDS = """
    raise, raised, raises, raising, fund, funds, funded, funding, fundraise, series a, series b, series c, series d, series e, series f, seed, pre seed, preseed,
    venture, invested, investment of, investments of, valuation, valued, revenue, revenues, turnover, arr, mrr, acv, gmv, tpv, aum, assets under management,
    market size, market cap, market of, market worth, budget, budgets, bonus, bonuses, sign on, signing, signing on, referral, referrals, refer, allowance,
    allowances, reimburse*, match, matches, matched, matching, donat*, voucher, vouchers, gift, gifts, perk, perks, discount*, coverage, deductible*,
    premium, premiums, contribution, contributions, contribute, contributes, contributed, tuition, salary packaging, salary sacrifice, relocation, relocation package, relocation support package, relocation assistance package, home office, office setup, wellness, wellbeing, well being, gym, fitness, commuting, lunch, lunches,
    fine of, fined, fines of, penalty, penalties, cost, costs, costing, price, prices, priced, saving, savings, save, saved, saves, deals, deal size, deal value,
    deals of, contracts worth, contracts of, contracts valued, worth, transactions of, volume of, processed, processing over, quota, quotas, pipeline of, portfolio of,
    loan, loans, prize, prizes, incentive, incentives, incentive target, commission, commissions, variable, variable pay, variable compensation, differential,
    additional, extra, supplement, supplements, overtime, 401, retirement savings, hsa, fsa, health savings, rsu, rsus, share options,
    fee, fees, charge, charges, subscription, subscriptions, membership, memberships, share capital, capital of, capital, generated, generating, generates,
    sales of, household, expenses, expense, deposit, rent, lodging, acquired, acquisition, profit, profits, losses, sales target, sales targets, top performers, averages,
    averaged, up to an additional, weighting, retention, clearance, spot award, spot awards, scholarship, scholarships, moving, learning and development, life insurance, life cover, cover of, company car, car worth,
    learning & development, training budget, equipment, training and development, paid out, payout, award, awards, grant of, grants of, per diem, cost of living,
    cash back, cashback, debt, net worth, ebitda, in sales, in revenue, spent, spending, spend, invests, investing over, funded by, backed by, backing, grants,
    learning stipend, wellness stipend, home office stipend, education stipend, internet stipend, equipment stipend, remote stipend, remote work stipend, lifestyle stipend, travel stipend,
    relocation stipend, phone stipend, professional development stipend, development stipend, wellbeing stipend, office stipend, meal stipend, subsidy, subsidies, subsidised, subsidized,
    fertility, childcare, adoption, surrogacy, hra, meal, meals, pension, retirement, housing, accommodation, family forming, family planning,
    *budget, *zuschuss*, *zuschüsse, *prämie*, *gutschein*, *umsatz*, bilanzsumme, stammkapital, kosten, *preis, rabatt*, *zulage*, *ticket, *sachbezug*, *guthaben, umzug*,
    weiterbildung*, *bonus, toeslag, *vergoeding, reiskosten, omzet, capital social, chiffre d'affaires, prime de, primes, tickets restaurant, ticket restaurant, titres restaurant,
    indemnité*, mutuelle, facturación, cheque*, presupuesto, ingresos de, faturamento, vale refeição, vale alimentação, auxílio, ajuda de custo, cartão, fatturato, buoni,
    buono, welfare, premio, premi, premia, premię, premii, dofinansow*, koszt*, wartoś*, zakwaterowan*, dojazd*, obrat, příspěv*, príspev*, náborov*, stravenk*, strava, stravu, poukaz*, karta, karty, kartę, скидк*, премии, премия,
    премию, стоимост*, цена, цене, бюджет*, *бонус*, оборот*, выручк*, инвестиц*, компенсац*, *补贴*, *津贴*, *奖金*, *融资*, *营收*, *市值*, *手当*, *交通費*, *賞与*, *売上*, *資本金*, *注册资*, *资金*, *补助*, *報銷*, *报销*, *補助*, *保证金*, *押金*, *보너스*, *상여*, *복지*, *포인트*, *지원*, *매출*, *투자*,
    provisionen, prowizj*
"""
# Fields of work as much as kinds of amounts: "Project Manager (£45,000)", "projects of £45,000".
FIELD_WORDS = """
    customer, customers, client, clients, user, users, project, projects, property, properties, apartments, homes, industry, economy, market, assets, invest,
    investing, investment, investments, investor, investors, insurance, assurance, education, learning, payments, payment, transactions, transaction, volume, pricing,
    portfolio, pipeline, credit, credits, tax, taxes, travel, processing, contract worth, deal,
    case, cases, order, orders, ticket, tickets, account, accounts, vendor, vendors, sales, equity, options,
    shares, stock
"""
# Longer than a word of the lists above, and of no weight.
IDLE_WORDS = """
    benefits package, paid time off, paid holiday, paid holidays, paid leave, paid parental, paid vacation, paid sick, paid maternity, paid paternity, paid off, paid volunteer, paid annual,
    paid days, pay attention, pay gap, pay equity, pay transparency, payday, base in, bases, client base, customer base, user base, code base, knowledge base, fan base,
    install base, tax base, data base, workers compensation, equity plus, base of, discounted, basic knowledge, basic understanding, basic skills, basic life, basic insurance, rate of,
    exchange rate, growth rate, interest rate, conversion rate, response rate, success rate, click rate, error rate, retention rate, bounce rate, fill rate, capital one,
    per pay period, stock market, private equity, diversity equity, match day, rate limit, rate limits, rates of, budgeting, pay slip, pay check, clearance level, commissioning,
    variable hours, costume, extra curricular, high stakes, market leading, market rate, market rates, tax free, award winning, multi award winning, signing off, brutto registertonn*
"""
# After a role's name the field it works in is over: "Fund Accountant - £45,000".
ROLE_WORDS = """
    engineer, developer, manager, partner, producer, operator, operative, worker, therapist, tutor, lecturer, surveyor, inspector, electrician, plumber, carpenter, welder, controller, auditor, paralegal,
    solicitor, attorney, receptionist, secretary, cashier, barista, waiter, cleaner, instructor, coach, trainer, pharmacist, caregiver, carer, midwife, statistician, actuary, underwriter, negotiator,
    installer, fitter, labourer, laborer, packer, physician, designer, analyst, architect, scientist, specialist, executive, exec, consultant, director, lead, researcher, recruiter, officer, administrator,
    assistant, strategist, marketer, writer, technician, nurse, teacher, driver, leader, accountant, counsel, editor, coordinator, representative, supervisor, mechanic, chef, advisor,
    adviser, clerk, broker, planner, buyer, tester, agent, associate, apprentice, intern, trainee, programmer, entwickler, ingenieur, berater, développeur, ingénieur, consulente,
    desenvolvedor, desarrollador, programista, inżynier, vývojář, разработчик, инженер
"""
CUES = Scanner({"pay": PAY_WORDS, "verb": PAY_VERBS, "near": NEAR_WORDS, "other": OTHER_WORDS, "field": FIELD_WORDS, "idle": IDLE_WORDS, "role": ROLE_WORDS})

# "base + bonus: $120k": what stands behind a plus is named, not priced.
ADDED = re.compile(
    r"(?:\+|&|\b(?:and|plus|including|incl?|inkl|und|et|y|e)\b\.?)\s(?:[\w-]+\s){0,2}(?:bonus\w*|commissions?|variable|equity|benefits|stock|shares?|options?|rsus?)\W*$"
)
# The last word before an amount that belongs to what the amount measures.
MEASURED = re.compile(r"\b(?:of|worth|spend(?:ing|s)?|sav(?:e|es|ing)|costs?|with|by|in|over|valued at)\s(?:approximately |about |around |over |up to |more than )?$")

# Behind an amount, within two words that are no "plus": $5,000 sign-on bonus, $250,000 equity grant, £1,000 per referral.
_OTHER_AFTER = """
    bonus, bonuses, sign on, signing, signing bonus, referral, referrals, voucher, vouchers, allowance, allowances, budget, budgets, stipend, stipends, toward, towards, discount, arr, mrr,
    acv, aum, raised, raise, funding, funded, fund, funds, series a, series b, series c, series d, series e, seed, pre seed, round, valuation, revenue, revenues, turnover, donation, donations,
    gift, gifts, coverage, reimbursement, credit, credits, grant, grants, weighting, differential, deductible, match, prize, fee, fees, deal, deals, sales, project, projects, properties, homes,
    apartments, assets, accounts, portfolio, acquisition, investment, investments, loan, loans, spend, savings, saved, commission per, off, payout, retention, relocation,
     de prime, toeslag, financing, private equity, supplement, premium, extra, in sales, in revenue, in funding, in assets, in payments, in volume, in total, contribution, contributions,
    tuition, million, billion, trillion, bn, mio, mrd, award, awards, in cash, downtime, of funding, of coverage, of revenue, cap, value, worth of, 401, limit, per referral, per successful*, per hire*, per new hire*, per candidate,
    per sale, per closed, per completed, per listing, in additional, additional, extra per, gmv, tpv, in donations, flex, in annual, in lifetime, in new, in savings, to spend, equity grant, equity grants, equity package, equity value, in equity, in stock,
    stock grant, stock grants, rsus, rsu, to use toward*, to use for, cost of living, of life cover, life cover, dofinansow*
"""
# The same, but in a list of what comes with a range they only follow it: "£55,000 - £70,000 Life Insurance, Pension".
_PERKS_AFTER = """
    life insurance, life assurance, insurance, fertility, hormonal, training, learning, childcare, hardware, laptop, equipment, home office, car, travel, clothing, wellness, wellbeing, education,
    phone, meal, meals, lunch, food, lifestyle, book, development, gym, commuter, internet
"""
_STOP = "plus|and|with|or|per|base|basic|salary|ote|pa|p|a|an|to|from|as|is|for|und|et|depending|dependent|doe|based|in|at|on|year|month|hour|day|week|yr|hr|annually|brutto|gross"
_GAP = rf"[ )*-]*(?:(?<=[ )*-])(?!(?:{_STOP})\b)[^\W\d_][\w'-]*[ -]){{0,2}}?(?<=[ )*-])"
_COMPOUND_AFTER = r"[^\W\d_]*(?:bonus|prämie|zuschuss|gutschein|sachbezug|guthaben|zulage)\b"  # Antrittsbonus
_CJK_AFTER = r"[^\s,，。；;、+加外及]{0,8}?(?:补贴|津贴|补助|奖金|报销|補助|手当|獎金|지원|포인트)"
AFTER_OTHER = re.compile(f"{_GAP}(?:{pattern(listed(_OTHER_AFTER))}|{_COMPOUND_AFTER})|{_CJK_AFTER}")
AFTER_PERK = re.compile(_GAP + pattern(listed(_PERKS_AFTER)))
# Behind an amount, a word that settles that it is pay; and words that go with pay.
AFTER_PAY = re.compile(r"[ ,(|-]{0,3}(?:\+ ?|plus )?(?:base|basic|(?:starting |annual )?(?:salary|base)|ote|brutto|gross|bruto|brut|total comp|salario|doe|equity|super|package)\b")
AFTER_HINT = re.compile(r"[ ,(|-]{0,3}(?:\+ ?|plus )?(?:benefits|bonus|depending on|dependent on|dependant on|commensurate|basierend|je nach|selon|según|negotiable|inside ir35|outside ir35|umbrella|neg\b)")

BASIS = re.compile(
    r"(?P<ote>\bote\b|\bon[- ]target[- ](?:earnings?|income|comp\w*|cash|salary)|\bon[- ]track earnings|zielgehalt|zieleinkommen)"
    r"|(?P<total>\btotal (?:annual |cash |target |direct )*(?:comp\b|compensation|remuneration|package|earnings|cash)|\btc\b|\bctc\b|\bcost to company|(?<!benefits )(?<!benefit )(?<!relocation )\bpackage\b(?! (?:includes?|may|is|also|consists))"
    r"|\bincl(?:\.|udes|uding|usive of)? (?:high |of |the )?(?:variable|commissions?|bonus|superannuation|super\b)|\bbase(?: salary| pay)? ?(?:\+|and|plus|&) ?(?:variable|commissions?|bonus)|年包|总包|總包)"
    r"|(?P<base>(?<!client )(?<!customer )(?<!user )(?<!code )(?<!knowledge )\bbase\b(?! (?:in|of)\b)|\bbasic\b(?! (?:knowledge|understanding|skills))|\bfixed\b(?![- ]?(?:term|price|period|contract|hours|shift|duration))|grundgehalt|grundlohn|fixgehalt|\bfixum"
    r"|basisgehalt|salaire (?:de base|fixe)|\bfixe\b|salario base|\bsueldo base|\bfijo\b|\bfisso\b|basissalaris|podstaw|základní mzd|grundlön|grundløn|grunnlønn|оклад|底薪|基本|기본급)"
)  # fmt: skip

_FLOOR = """
    from, start, starts, starting, start at, starts at, starting at, starting from, starts from, start from, starting pay, starting salary, starting wage, starting rate, start around, starts around,
    starting around, starting with, above, over, more than, at least, min, minimum, minimum of, min of, upwards of, upward of, exceeding, no less than, not less than,
    ab, über, mindestens, mind, minimal, à partir de, à partir d', a partir de, dès, au moins, desde, mínimo, mínimo de, a partire da, da, almeno, vanaf, minimaal, minst, från, fra, od, powyżej, pow,
    de la, peste, от, від, свыше, над, từ, mulai, mulai dari, dari, από, nejméně, alespoň, minimálně, minimálne, najmenej, legalább, *不低于, *至少, *起薪, *最低, *最低時給, *最低月給, minim, alates, nuo
"""
_CEILING = """
    up to, upto, max, maximum, maximal, maximum of, bis, bis zu, jusqu'à, hasta, até, fino a, tot, do, до, upp till, op til, opp til, maks, below, under, range to, ranges to, as high as, of up, salary to, salaries to, paying to, package to, rate to, pay to,
    až, až do, maximálně, maximálne, maximaal, máximo, máximo de, massimo, lên đến, lên tới, tới, đến, hingga, sampai, până la, *最高, *最大, *不超过, *可达, kuni, iki, rising to
"""
_FILLER = r"(?:[ :.]*(?:of|de|von|approx|around|about|ca|circa|brutto|gross|an?|[$€£])\b)?[\s:.(*]*$"
FLOOR = re.compile(pattern(listed(_FLOOR)) + _FILLER)
CEILING = re.compile("(?:" + pattern(listed(_CEILING)) + r"|~|[(|]\s?to\b)" + _FILLER)
FLOOR_NOUN = re.compile(r"mindest\w*(?:gehalt|lohn|entgelt|brutto)|mindestens|\bminimum (?:salary|wage|pay|gross)|\bstarting (?:salary|pay|wage|rate|at)|einstiegsgehalt")
FLOOR_AFTER = re.compile(
    r"(?:\+{1,2}(?![0-9a-z(])(?!\s?(?:equity|bonus|benefits|commission|super\b|stock|car\b|options|perks|tips|vsop|esop|rsu|token))|\s?(?:\(\+\+?\s?\)|以上|起|~(?!\s?[0-9$€£¥])|から|より|이상|부터"
    r"|and (?:up|above)|up(?=\s?(?:[.,;|)]|$))|or more|upwards|plus\b(?=\s?(?:[.,;|)]|$))|alkaen|-tól|-től|en (?:hoger|meer)|et plus|y más|e oltre|oraz więcej|a více))"
)
CEILING_AFTER = re.compile(r"\s?(?:以下|以内|まで|이하|까지|max\b|maximum|or less)")
OVERPAY = re.compile(r"überzahlung|überbezahlung|überzahl")  # Austria's law asks for the lowest pay

LEVEL = re.compile(r"\b(?:level|tier|zone|grade|step|band|geo|junior|mid|senior|pleno|júnior|sênior|entry|intern|l[1-9]|p[1-9]|ic[1-9]|cost of labor|location)\b", re.I)
_ROLES = (
    "Engineer Developer Manager Designer Analyst Architect Scientist Specialist Executive Exec Consultant Director Lead Researcher Recruiter Officer Administrator Assistant Strategist Owner Marketer "
    "Writer Technician Dev Eng Ops Nurse Teacher Driver Communicator Leader Accountant Counsel Editor Associate Coordinator Representative Supervisor Mechanic Chef Cook Advisor Adviser"
)
ROLE = re.compile(rf"(?:[A-Z][\w/+.#&-]*\s+){{0,4}}(?:{'|'.join(_ROLES.split())})s?\b|工程师|架构师|开发|运营|设计|产品经理|专家|总监|测试|CTO|CEO")
