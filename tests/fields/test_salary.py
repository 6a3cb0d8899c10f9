"""Pay in whole texts: what leads, what it is read from, what is kept open, what it costs."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.salary import ANNUAL, Salary, read_salary

DESCRIPTION = """Senior Data Engineer

About Harrow & Pike
Founded in 2011, we move 40 million parcels a year for 3,000 merchants. Last spring we raised $85M in Series C funding,
led by two funds that manage over $9 billion, at a valuation of $600M.

What you will do
- Own pipelines that process $2.5B in annual payments; cut costs by $100,000 a year.
- Work with 12 engineers in 3 time zones; 5+ years of SQL; 24/7 on call every 6 weeks.

What we offer
- Up to $5,000 sign-on bonus and a referral bonus of $2,000
- 401(k) with a match up to $8,000 per year, life insurance of $100,000, $75/month phone stipend
- A learning budget of $1,500 a year and up to $10,000 in tuition reimbursement
{pay}
Call 555-010-4477 or write to us, reference 120000-A. Equal opportunity under 41 CFR 60-1.4.
"""
PAY = [
    ("The base salary range is $142,000 to $171,000 + equity.", (142_000, 171_000, "USD", "YEAR", "base")),
    ("Pay: $41.50 - $52.00 per hour, plus overtime", (41.5, 52, "USD", "HOUR", None)),
    ("Salary: up to €70.000", (None, 70_000, "EUR", "YEAR", None)),
    ("Compensation\n$150,000 - $180,000", (150_000, 180_000, "USD", "YEAR", None)),
    ("On-target earnings of £95,000 (base £60,000)", (60_000, 60_000, "GBP", "YEAR", "base")),
]  # fmt: skip


def first(text, country=None):
    return next((s[:5] for s in read_salary(text, country)), None)


def every(text, country=None):
    return [(s.min, s.max, s.currency, s.period, s.label) for s in read_salary(text, country)]


@pytest.mark.parametrize(("pay", "expected"), PAY)
def test_pay_is_found_in_a_description_among_other_amounts(pay, expected):
    assert first(DESCRIPTION.format(pay=pay)) == expected


def test_a_description_without_pay_states_none():
    assert read_salary(DESCRIPTION.format(pay="Competitive salary, depending on experience."), "US") == []


LEADING = [
    (
        "the widest of a role's ranges by place",
        "For Omaha-based roles: the base salary range is $90,000 - $100,000.\nFor Reno-based roles: the base salary range is $95,000 - $120,000.",
        [(95_000, 120_000, "USD", "YEAR", "Reno"), (90_000, 100_000, "USD", "YEAR", "Omaha")],
    ),
    (
        "the first of two as wide",
        "Pay range:\nTechnician/Level I: $50,000 - $60,000/per year\nTechnician/Level II: $60,000 - $70,000/per year",
        [(50_000, 60_000, "USD", "YEAR", "Technician/Level I"), (60_000, 70_000, "USD", "YEAR", "Technician/Level II")],
    ),
    (
        "the first of several roles",
        "- Backend Engineer ($120k-$130k)\n- Product Designer ($90k-$140k)",
        [(120_000, 130_000, "USD", "YEAR", "Backend Engineer"), (90_000, 140_000, "USD", "YEAR", "Product Designer")],
    ),
    (
        "the first of two kinds of contract",
        "15 000-17 000 PLN brutto (UoP)\n18 000-24 000 PLN netto (B2B)",
        [(15_000, 17_000, "PLN", "MONTH", None), (18_000, 24_000, "PLN", "MONTH", None)],
    ),
    (
        "base pay before on-target earnings",
        "OTE $180,000 - $240,000, base salary $120,000 - $130,000",
        [(120_000, 130_000, "USD", "YEAR", None), (180_000, 240_000, "USD", "YEAR", None)],
    ),
    (
        "the first of one pay in two periods",
        "We pay €4,000 per month (€48,000 per year)",
        [(4000, 4000, "EUR", "MONTH", None), (48_000, 48_000, "EUR", "YEAR", None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LEADING], ids=[case[0] for case in LEADING])
def test_the_leading_range_is(text, expected):
    assert every(text) == expected


def test_the_range_in_the_postings_own_money_leads_where_places_are_named():
    text = "Boston: $100,000 - $140,000 USD\nToronto: $95,000 - $120,000 CAD"
    assert [s.currency for s in read_salary(text, "CA")] == ["CAD", "USD"]
    assert [s.currency for s in read_salary(text, "US")] == ["USD", "CAD"]


def test_what_is_said_twice_is_there_once_with_all_that_is_said():
    found = read_salary("Analyst, £40,000 - £50,000\n\nWhat we offer\nBase salary of £40,000 - £50,000 gross", "GB")
    assert [(s.min, s.max, s.basis, s.gross) for s in found] == [(40_000, 50_000, "base", True)]


SPANS = [
    ("Join us! Salary: £40,000 – £50,000 per annum, hybrid", "£40,000 – £50,000 per annum"),
    ("You earn from $18.50 an hour.", "from $18.50 an hour"),
    ("Offen: ab 3.200 € brutto im Monat", "ab 3.200 € brutto im Monat"),
    ("Pay $90k+ and stock", "$90k+"),
    ("Salary \\$80,000 \\- \\$95,000", "$80,000 - $95,000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_the_words_that_pay_was_read_from_are_kept(text, expected):
    assert read_salary(text)[0].text == expected


DAMAGED = [
    ("â‚¬40,000 â€“ â‚¬50,000 per annum", (40_000, 50_000, "EUR", "YEAR", None)),
    ("‚¬41,000 - ‚¬52,000 per annum", (41_000, 52_000, "EUR", "YEAR", None)),
    ("Â£30,000 &ndash; Â£35,000", (30_000, 35_000, "GBP", "YEAR", None)),
    ("Salary:&nbsp;$70,000 \\u2013 $80,000", (70_000, 80_000, "USD", "YEAR", None)),
    ("**Salary:** $70,000 \\- $80,000", (70_000, 80_000, "USD", "YEAR", None)),
    ("onlyPay range: $18 - $22 per hourReferral program", (18, 22, "USD", "HOUR", None)),
    ("45\u202f000\u00a0€ \u200d–\u200d 55\u2009000\u00a0€ brut annuel", (45_000, 55_000, "EUR", "YEAR", None)),
    ("月給２５０，０００円～３００，０００円", (250_000, 300_000, "JPY", "MONTH", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAMAGED)
def test_damaged_text_is_mended(text, expected):
    assert first(text) == expected


DOLLARS = [
    ("US", "USD"),
    (None, "USD"),
    ("CA", "CAD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("SG", "SGD"),
    ("HK", "HKD"),
    ("MX", "MXN"),
    ("DE", "USD"),
    ("ca", "CAD"),
]


@pytest.mark.parametrize(("country", "currency"), DOLLARS)
def test_the_country_says_whose_dollar_it_is(country, currency):
    assert read_salary("Salary: $90,000 - $110,000 per year", country)[0].currency == currency


def test_a_code_or_a_letter_at_the_sign_says_more_than_the_country():
    assert read_salary("$90,000 - $110,000 per year (CAD)", "US")[0].currency == "CAD"
    assert read_salary("A$90k - A$110k", "US")[0].currency == "AUD"


def test_a_sign_of_several_countries_is_declined_where_nothing_tells_which():
    assert read_salary("40 000 kr") == []
    assert read_salary("Salary ¥400,000") == []


YEARLY = [
    (Salary(20, 25, "USD", "HOUR"), (41_600, 52_000)),
    (Salary(400, 400, "GBP", "DAY"), (104_000, 104_000)),
    (Salary(1000, None, "USD", "WEEK"), (52_000, None)),
    (Salary(3000, 4000, "EUR", "MONTH"), (36_000, 48_000)),
    (Salary(3000, 4000, "EUR", "MONTH", payments=14), (42_000, 56_000)),
    (Salary(None, 70_000, "EUR", "YEAR", payments=14), (None, 70_000)),
    (Salary(5000, 5000, "USD", None), (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("salary", "expected"), YEARLY)
def test_annual_figures_follow_the_table(salary, expected):
    assert (salary.annual_min, salary.annual_max) == expected


def test_a_year_is_one_year():
    assert ANNUAL == {"HOUR": 2080, "DAY": 260, "WEEK": 52, "MONTH": 12, "YEAR": 1}


PAYMENTS = [
    ("15-25K·14薪", "CN", 14),
    ("3.200 € brutto pro Monat (14x)", "AT", 14),
    ("Monatlich 3.200 € brutto, 13 Gehälter", "CH", 13),
    ("1.900 € brutos al mes en 14 pagas", "ES", 14),
    ("1.500 € netti al mese per 13 mensilità", "IT", 13),
    ("€ 3.200 brutto pro Monat", "AT", None),
    ("30.000 € brutos anuales en 14 pagas", "ES", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "expected"), PAYMENTS)
def test_months_paid_a_year_are_noted_only_where_the_text_says_so(text, country, expected):
    assert read_salary(text, country)[0].payments == expected


TAXED = [
    ("3.000 € brutto im Monat", True),
    ("12 000 zł netto + VAT", False),
    ("$4,000 net per month", False),
    ("$4,000 per month", None),
]


@pytest.mark.parametrize(("text", "expected"), TAXED)
def test_gross_and_net_are_noted(text, expected):
    assert read_salary(text)[0].gross is expected


def test_a_job_boards_guess_is_not_the_employers_word():
    assert read_salary("Leeds\n£41,236\nper year - estimated\n?", "GB") == []


HOSTILE = {
    "digits": "1" * 1_000_000,
    "grouped digits": "1,000 " * 170_000,
    "ranges": "$1,000 - $2,000 " * 62_500,
    "pay words": "salary 5000 - 6000 " * 53_000,
    "signs": "$" * 1_000_000,
    "years": "2024 " * 200_000,
    "codes": "USD " * 250_000 + "1",
    "dashes": "-" * 999_990 + "5 $",
    "brackets": "[" * 1_000_000,
    "json": '{"a":' * 200_000,
    "dotted I": "İ" * 500_000 + "$5k",
    "blanks": " " * 1_000_000 + "$5k",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_megabyte_costs_milliseconds(name):
    text = HOSTILE[name]
    read_salary(text[:2000], "US")
    spent = []
    for _ in range(3):
        start = time.process_time()
        read_salary(text, "US")
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05  # 5 ms and less on a quiet machine


WORDS = st.sampled_from(
    "salary $ € £ ¥ 円 万 k K 50 60,000 1.5 120'000 - – to bis per hour /h p.a. month EUR USD kr lakh LPA 薪 월급 base OTE bonus ( ) % + up from ~ \n | {".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)),
    st.sampled_from([None, "US", "CN", "DE", "xx", ""]),
)
def test_any_text_is_read_or_declined(text, country):
    for salary in read_salary(text, country):
        assert salary.min is not None or salary.max is not None
        assert salary.min is None or salary.max is None or 0 < salary.min <= salary.max
        assert len(salary.currency) == 3
        assert salary.period in {None, *ANNUAL}
        assert salary.basis in {None, "base", "total", "ote"}
