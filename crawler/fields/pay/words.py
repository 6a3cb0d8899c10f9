"""Words before an amount that make it pay, or something else.

Lower-case; the notation of `crawler.fields.pay.scan`. The nearest word before an amount decides: "a training budget
of 1000 EUR" against "an annual salary of 60000 EUR".
"""

from crawler.fields.pay.scan import Scanner

# Nouns of pay; the lists go by groups of languages: English, German, northern, Romance, central, Cyrillic, Asian.
PAY_WORDS = """
    salary, salaries, salary range, wage, wages, pay, payrate, compensation, comp, remuneration, remunerated, earnings,
    ote, on target, day rate, day rates, daily rate, hourly rate, hourly rates, pay rate, pay rates, weekly rate,
    monthly rate, contract rate, base rate, bill rate, annual rate, target rate, stipend, base salary, base pay,
    basic salary, basic pay, basic wage, ctc, full time equivalent, pay range, pay scale, pay band, honorarium,
    hiring range, take home, salaried, rate range,
    *gehalt*, *lohn, *lohns*, *löhne*, lohn*, *vergütung*, *entgelt*, *verdienst*, *bezahlung*, *entlohnung*, brutto*,
    *brutto, netto, *honorar*, *stundensatz*, *stundenansatz*, *tagessatz*, gage, *einkommen*, dotiert*, dotierung,
    *jahresziel*, *fixum, *besoldung*, entgeltgruppe,
    salaris*, *salaris, *loon, loon*, bruto, uurtarief, *beloning, dagtarief, *lön, lön*, *lønn, lønn*, *løn, løn*,
    ersättning, vederlag, *palkka*, *palkkio*,
    salaire*, rémunér*, rémunération*, brut, bruts, tjm, fourchette, gratification*, salario*, salarial*, salari,
    salariés, sueldo*, retribu*, nómina, remuneraci*, remuneração, honorários, honorarios, vencimento*, bolsa auxílio,
    bolsa de, salário*, faixa salarial, stipendio, stipendi, ral, compenso, paga, paghiamo, lordi, lordo, retribuzion*,
    salariu*, venit*, remunerați*, remunerare, leafa, sou brut,
    wynagrodz*, stawk*, zarobk*, zarobisz, widełk*, pensj*, płaca, płacy, mzda, mzdu, mzdy, mzdov*, plat, platu,
    platov*, odměn*, odmeň*, odmen*, ohodnoc*, *fizetés*, bér*, *bér, bruttó, nettó, kereset*, *maaş*, ücret*, *ücreti,
    atlyginim*, alga, algu, palk, brutopalk, töötasu, plaća*, plača,
    *зарплат*, вилк*, заработн*, *оклад*, з/п, зп, доход*, ставк*, оплат*, вознагражд*, зарабат*, заробітн*, винагород*,
    заплат*, възнагражд*, μισθ*, αμοιβ*, αποδοχ*, μεικτ*, μικτ*, ακαθάριστ*,
    *薪*, *工资*, *工資*, *待遇*, *报酬*, *報酬*, *月入*, *年包*, *年収*, *月収*, *給与*, *給料*, *時給*, *月給*, *日給*, *年俸*, *賃金*, *基本給*, *급여*,
    *연봉*, *월급*, *시급*, *일급*, *주급*, *임금*, *보수*, *페이*, lương, mức lương, thu nhập, gaji, upah, *เงินเดือน*
"""
# Words of pay only right before the amount: "Basic: 30,000" against "basic computer skills".
NEAR_WORDS = "rate, rates, base, basic, package, income, fte, range, band, scale, grade"
# Verbs of pay: after "refer a friend and" one earns something else.
PAY_VERBS = "paid, paying, pays, earn, earns, earning, verdienst, gagner, ganar, guadagni, zarobisz, verdien, tjäna"
# Amounts of another kind, whatever pay stands further off.
OTHER_WORDS = """
    raise, raised, raises, raising, fund, funds, funded, funding, fundraise, series a, series b, series c, series d,
    series e, series f, seed, pre seed, preseed, venture, invested, investment of, investments of, valuation, valued,
    revenue, revenues, turnover, arr, mrr, acv, gmv, tpv, aum, assets under management, market size, market cap,
    market of, market worth, budget, budgets, bonus, bonuses, sign on, signing, signing on, referral, referrals, refer,
    allowance, allowances, reimburse*, match, matches, matched, matching, donat*, voucher, vouchers, gift, gifts, perk,
    perks, discount*, coverage, deductible*, premium, premiums, contribution, contributions, contribute, contributes,
    contributed, tuition, salary packaging, salary sacrifice, relocation, relocation package,
    relocation support package, relocation assistance package, home office, office setup, wellness, wellbeing,
    well being, gym, fitness, commuting, lunch, lunches, fine of, fined, fines of, penalty, penalties, cost, costs,
    costing, price, prices, priced, saving, savings, save, saved, saves, deals, deal size, deal value, deals of,
    contracts worth, contracts of, contracts valued, worth, transactions of, volume of, processed, processing over,
    quota, quotas, pipeline of, portfolio of, loan, loans, prize, prizes, incentive, incentives, incentive target,
    commission, commissions, variable, variable pay, variable compensation, differential, additional, extra, supplement,
    supplements, overtime, 401, retirement savings, hsa, fsa, health savings, rsu, rsus, share options, fee, fees,
    charge, charges, subscription, subscriptions, membership, memberships, share capital, capital of, capital,
    generated, generating, generates, sales of, household, expenses, expense, deposit, rent, lodging, acquired,
    acquisition, profit, profits, losses, sales target, sales targets, top performers, averages, averaged,
    up to an additional, weighting, retention, clearance, spot award, spot awards, scholarship, scholarships, moving,
    learning and development, life insurance, life cover, cover of, company car, car worth, learning & development,
    training budget, equipment, training and development, paid out, payout, award, awards, grant of, grants of,
    per diem, cost of living, cash back, cashback, debt, net worth, ebitda, in sales, in revenue, spent, spending,
    spend, invests, investing over, funded by, backed by, backing, grants, learning stipend, wellness stipend,
    home office stipend, education stipend, internet stipend, equipment stipend, remote stipend, remote work stipend,
    lifestyle stipend, travel stipend, relocation stipend, phone stipend, professional development stipend,
    development stipend, wellbeing stipend, office stipend, meal stipend, subsidy, subsidies, subsidised, subsidized,
    fertility, childcare, adoption, surrogacy, hra, meal, meals, pension, retirement, housing, accommodation,
    family forming, family planning,
    *budget, *zuschuss*, *zuschüsse, *prämie*, *gutschein*, *umsatz*, bilanzsumme, stammkapital, kosten, *preis,
    rabatt*, *zulage*, *ticket, *sachbezug*, *guthaben, umzug*, weiterbildung*, *bonus, toeslag, *vergoeding,
    reiskosten, omzet, capital social, chiffre d'affaires, prime de, primes, tickets restaurant, ticket restaurant,
    titres restaurant, indemnité*, mutuelle, facturación, cheque*, presupuesto, ingresos de, faturamento, vale refeição,
    vale alimentação, auxílio, ajuda de custo, cartão, fatturato, buoni, buono, welfare, premio, premi, premia, premię,
    premii, dofinansow*, koszt*, wartoś*, zakwaterowan*, dojazd*, obrat, příspěv*, príspev*, náborov*, stravenk*,
    strava, stravu, poukaz*, karta, karty, kartę, скидк*, премии, премия, премию, стоимост*, budżet*, presupuesto*,
    investier*, *预算*, цена, цене, бюджет*, *бонус*, оборот*, выручк*, инвестиц*, компенсац*, *补贴*, *津贴*, *奖金*, *融资*,
    *营收*, *市值*, *手当*, *交通費*, *賞与*, *売上*, *資本金*, *注册资*, *资金*, *补助*, *報銷*, *报销*, *補助*, *保证金*, *押金*, *보너스*, *상여*, *복지*,
    *포인트*, *지원*, *매출*, *투자*, provisionen, prowizj*
"""
# Fields of work as much as kinds of amounts: "Project Manager (£45,000)", "projects of £45,000".
FIELD_WORDS = """
    customer, customers, client, clients, user, users, project, projects, property, properties, apartments, homes,
    industry, economy, market, assets, invest, investing, investment, investments, investor, investors, insurance,
    assurance, education, learning, payments, payment, transactions, transaction, volume, pricing, portfolio, pipeline,
    credit, credits, tax, taxes, travel, processing, contract worth, deal, case, cases, order, orders, ticket, tickets,
    account, accounts, invoice, invoices, purchase, purchases, vendor, vendors, sales, equity, options, shares, stock
"""
# Longer than a word of the lists above, and of no weight.
IDLE_WORDS = """
    benefits package, paid time off, paid holiday, paid holidays, paid leave, paid parental, paid vacation, paid sick,
    paid maternity, paid paternity, paid off, paid volunteer, paid annual, paid days, pay attention, pay gap,
    pay equity, pay transparency, payday, base in, bases, client base, customer base, user base, code base,
    knowledge base, fan base, install base, tax base, data base, workers compensation, equity plus, base of, discounted,
    basic knowledge, basic understanding, basic skills, basic life, basic insurance, rate of, exchange rate,
    growth rate, interest rate, conversion rate, response rate, success rate, click rate, error rate, retention rate,
    bounce rate, fill rate, capital one, per pay period, stock market, private equity, diversity equity, match day,
    rate limit, rate limits, rates of, budgeting, pay slip, pay check, clearance level, commissioning, variable hours,
    costume, extra curricular, high stakes, market leading, market rate, market rates, tax free, award winning,
    multi award winning, signing off, brutto registertonn*
"""
# After a role's name the field it works in is over: "Fund Accountant - £45,000".
ROLE_WORDS = """
    engineer, developer, manager, partner, producer, operator, operative, worker, therapist, tutor, lecturer, surveyor,
    inspector, electrician, plumber, carpenter, welder, controller, auditor, paralegal, solicitor, attorney,
    receptionist, secretary, cashier, barista, waiter, cleaner, instructor, coach, trainer, pharmacist, caregiver,
    carer, midwife, statistician, actuary, underwriter, negotiator, installer, fitter, labourer, laborer, packer,
    physician, designer, analyst, architect, scientist, specialist, executive, exec, consultant, director, lead,
    researcher, recruiter, officer, administrator, assistant, strategist, marketer, writer, technician, nurse, teacher,
    driver, leader, accountant, counsel, editor, coordinator, representative, supervisor, mechanic, chef, advisor,
    adviser, clerk, broker, planner, buyer, tester, agent, associate, apprentice, intern, trainee, programmer,
    entwickler, ingenieur, berater, développeur, ingénieur, consulente, desenvolvedor, desarrollador, programista,
    inżynier, vývojář, разработчик, инженер
"""
CUES = Scanner(
    {
        "pay": PAY_WORDS,
        "verb": PAY_VERBS,
        "near": NEAR_WORDS,
        "other": OTHER_WORDS,
        "field": FIELD_WORDS,
        "idle": IDLE_WORDS,
        "role": ROLE_WORDS,
    }
)
