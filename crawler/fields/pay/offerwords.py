"""Words that offer equity or a bonus, and what makes them mean something else.

Lower-case; the notation of `crawler.fields.pay.scan`.
"""

from crawler.fields.pay.scan import listed

EQUITY = listed("""
    equity, stock option, stock options, share option, share options, option scheme, option plan, options scheme,
    employee options, emi options, emi scheme, rsu, rsus, restricted stock, stock grant, stock grants, stock award,
    stock awards, stock package, stock units, company stock, company shares, shares in the company, phantom shares,
    phantom stock, esop, vsop, vsops, sars, stock based compensation, stock compensation, token incentive,
    token incentives, token grant, token grants, token package, token allocation, token options, tokens,
    ownership stake, bspce, actions gratuites, virtuelle anteile, *unternehmensanteile, mitarbeiterbeteiligung,
    aandelenopties, opciones sobre acciones, acciones de la empresa, opções de ações, piano di stock, akcje,
    aktieoptioner, warrants, *期权*, *股权*, *股票激励*, *ストックオプション*, *스톡옵션*, *스톡 옵션*, опцион*
""")
# What makes the word "equity" another one, before it or behind it.
OTHER_BEFORE = """
    private, public, growth, pay, health, racial, social, brand, gender, home, employment, internal, educational,
    education, diversity, inclusion, justice, belonging, fairness, global, listed, dei, de&i, long/short, customer,
    digital, vaccine, equality, environmental, climate, hedge
"""
OTHER_AFTER = """
    diversity, inclusion, inclusive, research, capital, trading, trader*, market*, derivative*, investment*, investor*,
    invested, fund, funds, funding, firm, firms, lens, minded, partner*, product*, crowdfunding, financing, release,
    backed, index, sales, desk, accessibility, access, equality, belonging, in health, in education, in access,
    in hiring, act, for all, analyst*, portfolio, strateg*, raise
"""
BONUS = listed("""
    bonus, bonuses, commission, commissions, variable pay, variable compensation, variable component, variable salary,
    profit share, profit sharing, profit related pay, profitshare, ote, on target earnings, on target income,
    on target compensation, on track earnings, base + variable, base plus variable, incentive pay,
    incentive compensation, incentive plan, incentive scheme, incentive program, incentive programme, incentive bonus,
    sales incentive*, performance incentive*, cash incentive*, annual incentive*, short term incentive*,
    performance related pay, performance pay, including variable, variable incentive*, commision, commisions, *bonus,
    bonuszahlung*, *erfolgsprämie*, *leistungsprämie*, *prämie, prämien, gewinnbeteiligung, provisionen,
    variabler vergütung, variable vergütung, variabler anteil, *bonusregelung, winstdeling, prestatiebonus,
    prime annuelle, primes, prime sur objectifs, rémunération variable, part variable, variable sur objectifs,
    intéressement, participation aux bénéfices, bono, bonos, bonificación, comisiones, retribución variable, bônus,
    comissão, comissões, plr, participação nos lucros, premio di risultato, provvigioni, premi di produzione, premia,
    premii, prowizja, prowizje, bonusy, bonusový, prémium, jutalék, премия, премии, премий, премиальн*, *бонус*,
    комиссион*, bonusprogram, bonusordning, tulospalkkio*, bonukset, *奖金*, *獎金*, *提成*, *绩效*, *分红*, *賞与*, *ボーナス*,
    *インセンティブ*, *상여*, *성과급*, *인센티브*, thưởng
""")
# A bonus for coming, for a friend, at Christmas; knowledge that "is a bonus".
BONUS_FOR = """
    sign, sign on, signing, signing on, joining, welcome, start, starting, starter, referral, referal, refer a friend,
    recommendation, holiday, christmas, retirement, relocation, recruit, is, be, are, as, consider, considered,
    definite, big, huge, massive, added, distinct, real, nice, major, strong, empfehlungs, antritts, weihnachts, amazon,
    casino, bookmaker
"""
# Commissions that nobody earns.
COMMISSION_OF = """
    european, exchange, opportunity, trade, federal, utilities, service, services, public, gaming, gambling, charity,
    quality, states, securities, planning, independent, eu, british high, without, no, zero, pay, paying, charge,
    fair work, civil, lottery, rights
"""
