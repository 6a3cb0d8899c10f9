"""Equity and bonuses that a text offers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.salary import mentions_bonus, mentions_equity

EQUITY = [
    ("$120k-$150k + equity", True),
    ("The range is $120,000 to $150,000 + equity + benefits. It reflects base pay only, and does not include equity, or benefits.", True),
    ("Competitive salary and meaningful equity in the company", True),
    ("Stock options for everybody", True),
    ("EMI share options", True),
    ("RSUs vest over four years", True),
    ("65-95k€ + VSOP", True),
    ("15k-25k, 期权", True),
    ("10k-20k + token incentives", True),
    ("£80k + up to 0.5% equity", True),
    ("Base salary, bonus and equity are part of the package. " * 5, True),
    ("The pay shown is base salary only and does not include equity, or benefits.", False),
    ("Salary excludes bonus and equity.", False),
    ("We care for diversity, equity and inclusion.", False),
    ("Diversity, Equity & Inclusion is in all we do. " * 6, False),
    ("A fund in private equity", False),
    ("Equity research analyst in our equity derivatives desk", False),
    ("Pay equity matters to us", False),
    ("Build authentication with JSON web tokens", False),
    ("Health equity for all", False),
    ("", False),
]  # fmt: skip
BONUS = [
    ("£40k + bonus", True),
    ("£25,000 basic, £40,000 OTE", True),
    ("Uncapped commission", True),
    ("HK$30,000 (includes high commission)", True),
    ("10% variable pay", True),
    ("Profit sharing plan", True),
    ("Annual performance bonus of up to 20%", True),
    ("Fixgehalt 50.000 € plus Bonus", True),
    ("Fixe 40 K€ + rémunération variable", True),
    ("月給25万円、賞与年2回", True),
    ("оклад 100 000 рублей + премии", True),
    ("base + variable", True),
    ("On-target earnings of $200,000", True),
    ("$5,000 sign-on bonus", False),
    ("Signing bonus and relocation", False),
    ("A referral bonus of $2,000", False),
    ("Holiday bonus and 13th month", False),
    ("Knowledge of Rust is a bonus", False),
    ("Bonus points if you know Go", False),
    ("Experience with Kafka would be a big bonus", False),
    ("File with the Equal Employment Opportunity Commission", False),
    ("The European Commission funds us", False),
    ("We take no commission", False),
    ("Commissioning engineer", False),
    ("The figures do not include bonus or benefits.", False),
    ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EQUITY)
def test_equity_is_an_offer_or_not(text, expected):
    assert mentions_equity(text) is expected


@pytest.mark.parametrize(("text", "expected"), BONUS)
def test_a_bonus_is_an_offer_or_not(text, expected):
    assert mentions_bonus(text) is expected


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    assert mentions_equity(text) in (True, False)
    assert mentions_bonus(text) in (True, False)
