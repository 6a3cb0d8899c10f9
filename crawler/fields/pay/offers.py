"""Whether a text offers equity, or a bonus, on top of pay. Amounts of either are never taken for pay."""

import re
from itertools import islice

from crawler.fields.pay.scan import listed, pattern

TEXT_MAX = 60_000  # characters; offers further down are not looked for
MENTIONS_MAX = 60  # words that are looked at; a text that offers none by then does not
AROUND = 70  # characters on either side that say how a word is meant

_EQUITY = """
    equity, stock option, stock options, share option, share options, option scheme, option plan, options scheme,
    employee options, emi options, emi scheme, rsu, rsus, restricted stock, stock grant, stock grants, stock award,
    stock awards, stock package, stock units, company stock, company shares, shares in the company, phantom shares,
    phantom stock, esop, vsop, vsops, sars, stock based compensation, stock compensation, token incentive,
    token incentives, token grant, token grants, token package, token allocation, token options, tokens,
    ownership stake, bspce, actions gratuites, virtuelle anteile, *unternehmensanteile, mitarbeiterbeteiligung,
    aandelenopties, opciones sobre acciones, acciones de la empresa, opções de ações, piano di stock, akcje,
    aktieoptioner, warrants, *期权*, *股权*, *股票激励*, *ストックオプション*, *스톡옵션*, *스톡 옵션*, опцион*
"""
# What makes the word "equity" another one, before it or behind it.
_OTHER_BEFORE = """
    private, public, growth, pay, health, racial, social, brand, gender, home, employment, internal, educational,
    education, diversity, inclusion, justice, belonging, fairness, global, listed, dei, de&i, long/short, customer,
    digital, vaccine, equality, environmental, climate, hedge
"""
_OTHER_AFTER = """
    diversity, inclusion, inclusive, research, capital, trading, trader*, market*, derivative*, investment*, investor*,
    invested, fund, funds, funding, firm, firms, lens, minded, partner*, product*, crowdfunding, financing, release,
    backed, index, sales, desk, accessibility, access, equality, belonging, in health, in education, in access,
    in hiring, act, for all, analyst*, portfolio, strateg*, raise
"""
_AND = r"(?:,? (?:and|&|or) |, ?| ?/ ?|[ -])"
_OTHER_EQUITY = re.compile(rf"{pattern(listed(_OTHER_BEFORE))}{_AND}equity|equity{_AND}{pattern(listed(_OTHER_AFTER))}")
_COMPANY = re.compile(
    r"""
    salar | compensation | comp\b | package | bonus | benefit | option | grant | \bbase\b | stock | offer | stake | [0-9]\s?%
    | competitive | meaningful | generous | significant | ownership | early | founding | vest | \+\ ?equity | negotiable
    | eligible | reward | [$€£][0-9] | [0-9]k\b | startup | share\ in | plus\ equity | emi\b | cash""",
    re.X,
)
_TOKENS = re.compile(r"incentive|package|grant|allocation|salar|compensation|bonus|\+ ?tokens|equity")

_BONUS = """
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
"""
# A bonus for coming, for a friend, at Christmas; knowledge that "is a bonus".
_BONUS_FOR = """
    sign, sign on, signing, signing on, joining, welcome, start, starting, starter, referral, referal, refer a friend,
    recommendation, holiday, christmas, retirement, relocation, recruit, is, be, are, as, consider, considered,
    definite, big, huge, massive, added, distinct, real, nice, major, strong, empfehlungs, antritts, weihnachts, amazon,
    casino, bookmaker
"""
# Commissions that nobody earns.
_COMMISSION_OF = """
    european, exchange, opportunity, trade, federal, utilities, service, services, public, gaming, gambling, charity,
    quality, states, securities, planning, independent, eu, british high, without, no, zero, pay, paying, charge,
    fair work, civil, lottery, rights
"""
_NO_BONUS_BEFORE = re.compile(
    rf"(?:{pattern(listed(_BONUS_FOR))}[ -](?:a |an |und )?|(?:{pattern(listed(_COMMISSION_OF))}|\b0%) ?)$"
)
_NO_BONUS_AFTER = re.compile(
    r"""
    bonus(?:es)?[ -](?:points?|if|qualifications?|skills?|experience|features?|content|track|codes?|round|when|to\ have
      |for\ (?:candidates|having|knowledge|experience|any|prior|fluency))
    | bonus:\ (?:experience|knowledge|familiar|you)
    | commission(?:er|ing|ed)""",
    re.X,
)
_NEGATED = re.compile(
    r"""
    (?:\bnot\ (?:\w+\ )?(?:include|reflect|account|offer|cover|represent|apply|eligible) | \bexclud\w+ | \bexclusive\ of
      | \bwithout\b | \bno\b | \bnor\b | \bnot\b)[^.!?\n]{0,60}$""",
    re.X,
)

_FIND_EQUITY = re.compile(pattern(listed(_EQUITY))).finditer
_FIND_BONUS = re.compile(pattern(listed(_BONUS))).finditer


def mentions_equity(text: str) -> bool:
    """Whether *text* offers equity, options, shares or tokens; that pay "does not include equity" is no offer.

    >>> mentions_equity("$90k-120k + equity"), mentions_equity("diversity, equity and inclusion; private equity")
    (True, False)
    >>> mentions_equity("The figures reflect base pay only and do not include equity, or benefits.")
    False
    """
    low = text[:TEXT_MAX].lower()
    for found in islice(_FIND_EQUITY(low), MENTIONS_MAX):
        start, end = found.span()
        before, around = low[max(0, start - AROUND) : start], low[max(0, start - AROUND) : end + AROUND]
        if _NEGATED.search(before):
            continue
        if found[0] == "equity" and (
            _OTHER_EQUITY.search(low, max(0, start - 20), end + 20) or (len(low) > 200 and not _COMPANY.search(around))
        ):
            continue
        if found[0] == "tokens" and not _TOKENS.search(around):
            continue
        return True
    return False


def mentions_bonus(text: str) -> bool:
    """Whether *text* offers a bonus, commission, variable pay or a share of profits; sign-on and referral bonuses are none.

    >>> mentions_bonus("£40k + bonus"), mentions_bonus("$5,000 sign-on bonus"), mentions_bonus("Docker is a bonus")
    (True, False, False)
    """
    low = text[:TEXT_MAX].lower()
    for found in islice(_FIND_BONUS(low), MENTIONS_MAX):
        start = found.start()
        before = low[max(0, start - AROUND) : start]
        named = found[0].startswith(("bonus", "commission"))
        if (named and _NO_BONUS_BEFORE.search(before)) or _NO_BONUS_AFTER.match(low, start) or _NEGATED.search(before):
            continue
        return True
    return False
