"""Pay that comes as fields: of a platform, of structured data, of a JSON object's text."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.pay.periods import period_of
from crawler.fields.salary import ANNUAL, read_salary, structured_salary

FIELDS = [
    ((65_000, 85_000, "EUR", "YEAR"), (65_000, 85_000, "EUR", "YEAR")),
    (("65000", "85000.00", "eur", "annum"), (65_000, 85_000, "EUR", "YEAR")),
    (("2.800,00", "3.200,00", "€", "PER_MONTH"), (2800, 3200, "EUR", "MONTH")),
    (("95k", "120K", "US$", "per-year-salary"), (95_000, 120_000, "USD", "YEAR")),
    (("60.000", "80.000", "EUR", None), (60_000, 80_000, "EUR", "YEAR")),
    (("32.69", "44.953", "USD", None), (32.69, 44.953, "USD", "HOUR")),
    (("$45,000", "$50,000", None, "yearly"), (45_000, 50_000, "USD", "YEAR")),
    (("40.00", "50.00", "USD", "HOURLY"), (40, 50, "USD", "HOUR")),
    ((120, 80, "USD", "1 HOUR"), (80, 120, "USD", "HOUR")),
    ((0, 85_000, "USD", "1 YEAR"), (None, 85_000, "USD", "YEAR")),
    ((150_000, 0, "RUR", "month"), (150_000, None, "RUB", "MONTH")),
    ((None, 3500.5, "CHF", "P1M"), (None, 3500.5, "CHF", "MONTH")),
    ((300_000, 500_000, "JPY", "MONTH"), (300_000, 500_000, "JPY", "MONTH")),
    ((12_000, 16_000, "PLN", ""), (12_000, 16_000, "PLN", "MONTH")),
    ((1500, 1800, "USD", "biweekly"), (1500, 1800, "USD", None)),
    ((4000, 4000, "EUR", "per project"), (4000, 4000, "EUR", None)),
    ((1_800_000, 2_400_000, "INR", None), (1_800_000, 2_400_000, "INR", "YEAR")),
]  # fmt: skip
NONSENSE = [
    (None, None, "USD", "YEAR"), (0, 0, "USD", "YEAR"), ("", "", "USD", "YEAR"), ("0.0", "0.0", None, None), (0.01, 0.01, "USD", "YEAR"),
    (1, 1_000_000, "USD", "YEAR"), (2e8, 3e8, "USD", "YEAR"), (1e30, 1e31, "USD", "YEAR"), (-5, 50_000, "USD", "YEAR"), ("-5", "9", "USD", "HOUR"),
    (math.nan, 50_000, "USD", "YEAR"), (math.inf, None, "USD", "YEAR"), (True, 50_000, "USD", "YEAR"), (False, True, "USD", "YEAR"),
    (50_000, 60_000, "points", "YEAR"), (50_000, 60_000, None, "YEAR"), ("negotiable", None, "USD", "YEAR"), ([1], {"a": 2}, "USD", "YEAR"),
    (95_000, 120_000, "USD", "HOUR"), (50, 60, "USD", "YEAR"), (10**400, None, "USD", "YEAR"), ("9" * 5000, None, "USD", "YEAR"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), FIELDS)
def test_fields_of_pay_are_read(fields, expected):
    assert structured_salary(*fields)[:4] == expected


@pytest.mark.parametrize("fields", NONSENSE)
def test_nonsense_is_declined(fields):
    assert structured_salary(*fields) is None


def test_the_country_says_whose_dollar_it_is_and_which_money_is_meant():
    assert structured_salary(90_000, 99_000, "$", "YEAR", country="AU").currency == "AUD"
    assert structured_salary(90_000, 99_000, None, "YEAR", country="gb").currency == "GBP"


def test_what_the_platform_says_besides_is_kept():
    found = structured_salary(50_000, 60_000, "EUR", "YEAR", basis="ote", label="Berlin", text="50-60k")
    assert (found.basis, found.label, found.text) == ("ote", "Berlin", "50-60k")
    assert structured_salary(50_000, 60_000, "EUR", "YEAR", basis="Salary").basis is None


PERIODS = [
    ("per-year-salary", "YEAR"), ("per-hour-wage", "HOUR"), ("1 YEAR", "YEAR"), ("HOURLY", "HOUR"), ("annum", "YEAR"), ("per hour", "HOUR"),
    ("PER_MONTH", "MONTH"), ("perWeek", "WEEK"), ("Annual", "YEAR"), ("p.a.", "YEAR"), ("MON", "MONTH"), ("ANN", "YEAR"), ("HUR", "HOUR"),
    ("P1Y", "YEAR"), ("PT1H", "HOUR"), ("daily", "DAY"), ("pro Monat", "MONTH"), ("mensuel", "MONTH"), ("per år", "YEAR"), ("ANNUAL_SALARY", "YEAR"),
    ("PT", None), ("NONE", None), ("", None), (None, None), (3, None), ("bi-weekly", None), ("semi-monthly", None), ("QUARTER", None), ("x" * 999, None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "expected"), PERIODS)
def test_a_period_is_read_in_any_spelling(field, expected):
    assert period_of(field) == expected


JSON = [
    ('{"salary": {"min": 65000, "max": 85000, "currency": "EUR", "interval": "year"}}', "DE", (65_000, 85_000, "EUR", "YEAR", None)),
    ('{"salary_min": 80000, "salary_max": 120000}', "US", (80_000, 120_000, "USD", "YEAR", None)),
    ('{"salaryRange": {"min": 55, "max": 70, "currency": "USD", "interval": "per-hour-wage"}}', None, (55, 70, "USD", "HOUR", None)),
    ('{"baseSalary": {"currency": "EUR", "value": {"value": 3500, "unitText": "MONTH"}}}', "DE", (3500, 3500, "EUR", "MONTH", None)),
    ('{"baseSalary": {"@type": "MonetaryAmount", "currency": "USD", "value": 75000}}', "US", (75_000, 75_000, "USD", "YEAR", None)),
    ('{"currency": "CHF", "value": {"minValue": "90000", "maxValue": "110000", "unitText": "YEAR"}}', "CH", (90_000, 110_000, "CHF", "YEAR", None)),
    ('{"name": "Annual Base Salary", "value": {"unit": "USD", "min_value": "95000.0", "max_value": "110000.0"}}', "US", (95_000, 110_000, "USD", "YEAR", "base")),
    ('{"name": "OTE", "value": {"unit": "GBP", "min_value": "95000.0", "max_value": "110000.0"}}', "GB", (95_000, 110_000, "GBP", "YEAR", "ote")),
    ('{"name": "Hourly Rate", "value": {"unit": "USD", "min_value": "22.0", "max_value": "28.5"}}', "US", (22, 28.5, "USD", "HOUR", None)),
    ('{"from": 15000, "to": 22000, "currency": "PLN", "type": "b2b"}', "PL", (15_000, 22_000, "PLN", "MONTH", None)),
    ('{"salary": {"from": 100000, "to": null, "currency": "RUR"}}', "RU", (100_000, None, "RUB", "MONTH", None)),
    ('{"salary_range": "$120K - $150K"}', "US", (120_000, 150_000, "USD", "YEAR", None)),
    ('[{"compensationType": "EquityCashValue", "minValue": 1000, "maxValue": 9000, "currencyCode": "USD"},'
     ' {"compensationType": "Salary", "minValue": 91000, "maxValue": 99000, "currencyCode": "USD", "interval": "1 YEAR"}]', "US", (91_000, 99_000, "USD", "YEAR", None)),
    ('{"compensation": {"salary": {"min": 0, "max": 0, "currency": "USD"}}}', "US", None),
    ('{"name": "Bonus", "value": {"unit": "USD", "min_value": "5000.0", "max_value": "10000.0"}}', "US", None),
    ('{"name": "Referral Award", "value": "2500"}', "US", None),
    ('{"name": "Headcount", "value": {"min_value": "2", "max_value": "5"}}', "US", None),
    ('{"minValue": 1, "maxValue": 1000000, "currency": "USD"}', "US", None),
    ('{"salary": null, "currency": "EUR"}', "DE", None),
    ("[]", "US", None),
    ('{"salary": ', "US", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "expected"), JSON)
def test_the_text_of_a_json_object_is_read(text, country, expected):
    assert next((s[:5] for s in read_salary(text, country)), None) == expected


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.lists(st.integers(), max_size=2)
)


@settings(max_examples=150, deadline=None)
@given(VALUES, VALUES, VALUES, VALUES, st.sampled_from([None, "US", "JP", "zz"]))
def test_any_fields_are_read_or_declined(minimum, maximum, currency, period, country):
    found = structured_salary(minimum, maximum, currency, period, country=country)
    if found is not None:
        assert found.min is None or found.max is None or 1 < found.min <= found.max
        assert len(found.currency) == 3
        assert found.period in {None, *ANNUAL}
