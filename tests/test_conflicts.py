"""Fields against text: flagged where both are sure."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.conflicts import date_conflict, employment_type_conflict, pay_conflict, workplace_conflict
from crawler.fields.salary import Salary
from crawler.items import Posting
from crawler.loaders import Draft
from crawler.normalise import normalise

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
EUR = [Salary(50_000, 60_000, "EUR", "YEAR")]
PAY = [
    (EUR, "Salary: 75,000 - 90,000 EUR a year", "DE", True),
    (EUR, "Salary: $50,000 - $60,000 a year", "DE", True),
    (EUR, "Salary: £50,000 - £60,000 a year", "DE", True),
    ([Salary(70_000, 80_000, "GBP", "YEAR")], "Rate: £650 - £700 per day", "GB", True),
    ([Salary(99, 99, "GBP", "DAY")], "Salary: £70,000 per annum", "GB", True),
    (EUR, "Salary: 55,000 - 75,000 EUR a year", "DE", False),
    (EUR, "Gehalt: 4.500 € im Monat", "DE", False),
    (EUR, "We pay 28 € per hour.", "DE", False),
    (EUR, "Salary from 45,000 EUR", "DE", False),
    (EUR, "In Oslo: 600 000 - 700 000 NOK. In Berlin: 52,000 - 58,000 EUR a year.", "DE", False),
    (EUR, "OTE 90,000 - 110,000 EUR", "DE", False),
    (EUR, "Salary: 75,000 - 90,000 EUR a year pro rata", "DE", False),
    (EUR, "A budget of 5,000 EUR for your boat", "DE", False),
    (EUR, "Competitive salary", "DE", False),
    ([Salary(60_000, 80_000, "CAD", "YEAR")], "Salary: $60,000 - $80,000", "US", False),
    ([Salary(60_000, 80_000, "CAD", "YEAR")], "Salary: US$60,000 - US$80,000", "CA", True),
    ([Salary(5_000, 6_000, "EUR", None)], "Salary: 65,000 EUR a year", "DE", False),
    ([], "Salary: 75,000 - 90,000 EUR a year", "DE", False),
]
WORK = [
    ("remote", "This role is fully on-site.", True),
    ("remote", "This is an in-person role.", True),
    ("remote", "Remote work is not available.", True),
    ("remote", "This is not a remote position.", True),
    ("onsite", "This position is 100% remote.", True),
    ("onsite", "This is a fully remote role.", True),
    ("remote", "This is a fully remote role.", False),
    ("remote", "You sometimes work on-site with our clients.", False),
    ("remote", "This role is on-site or remote.", False),
    ("remote", "This is a fully remote role. Our other role: this role is on-site.", False),
    ("onsite", "We are a fully remote company with one yard.", False),
    ("onsite", "No remote experience is needed.", False),
    ("hybrid", "This role is fully on-site.", False),
    (None, "This role is fully on-site.", False),
]
HOURS = [
    (["FULL_TIME"], "Cook\nThis is a part-time position.", True),
    (["FULL_TIME"], "Cook, part-time\nYou cook.", True),
    (["PART_TIME"], "Cook\nEmployment type: Full-time", True),
    (["FULL_TIME"], "Cook\nEmployment type: Full-time or part-time", False),
    (["FULL_TIME", "PART_TIME"], "Cook\nThis is a part-time position.", False),
    (["FULL_TIME"], "Cook\nPart-time studies are welcome.", False),
    (["INTERN"], "Cook\nThis is a part-time position.", False),
    ([], "Cook\nThis is a part-time position.", False),
]
DATES = [
    (None, "2026-06-12", "Closing date: 18 June 2026", True),
    (None, "2026-06-12", "Bewerbungsfrist: 30.06.2026", True),
    (None, "2026-06-12T23:00:00+00:00", "Closing date: Friday 12 June 2026", False),
    (None, "2026-06-13", "Apply by 12 June 2026", False),
    (None, "2026-06-12", "Closing date: 18 June", False),
    (None, "2026-06-12", "Closing date: as soon as the boat is full", False),
    (None, "2026-06-12", "The deadline for the boat race is 18 June 2026", False),
    (None, None, "Closing date: 18 June 2026", False),
    ("2026-07-01", "2026-06-12", "", True),
    ("2026-06-12", "2026-06-12", "", False),
]


@pytest.mark.parametrize(("stated", "text", "country", "expected"), PAY)
def test_pay(stated, text, country, expected):
    assert pay_conflict(stated, text, country) is expected


@pytest.mark.parametrize(("workplace", "text", "expected"), WORK)
def test_workplace(workplace, text, expected):
    assert workplace_conflict(workplace, text) is expected


@pytest.mark.parametrize(("stated", "text", "expected"), HOURS)
def test_employment_type(stated, text, expected):
    assert employment_type_conflict(stated, text) is expected


@pytest.mark.parametrize(("posted", "closes", "text", "expected"), DATES)
def test_dates(posted, closes, text, expected):
    posting = Posting(date_posted=posted, date_posted_bound="exact" if posted else None, valid_through=closes)
    assert date_conflict(posting, text) is expected


def test_a_finished_posting_keeps_the_fields_and_says_what_contradicts_them():
    draft = Draft(
        id="page:1", title="Rigger, part-time", platform="page", board="acme.example", employment_type=["FULL_TIME"], location="Hull, UK",
        workplace="remote", salary_min=50_000, salary_max=60_000, salary_currency="GBP", salary_period="YEAR", valid_through="2026-10-12",
        description="This role is fully on-site.\n\nSalary: £75,000 - £90,000 per annum\n\nClosing date: 18 October 2026\n\nWe cannot sponsor visas.",
        sources=dict.fromkeys(("title", "employment_type", "location", "workplace", "salary_min", "valid_through", "description"), "api"),
    )  # fmt: skip
    posting = normalise(draft, NOW)
    assert posting.flags == ["pay_conflict", "workplace_conflict", "employment_type_conflict", "date_conflict", "no_visa_sponsorship"]
    assert (posting.salary_min, posting.workplace, posting.employment_type, posting.valid_through) == (50_000, "remote", ["FULL_TIME"], "2026-10-12")


def test_a_posting_that_agrees_with_itself_has_no_flag():
    draft = Draft(
        id="page:1", title="Rigger", platform="page", board="acme.example", employment_type=["FULL_TIME"], workplace="onsite", salary_min=25, salary_max=30,
        salary_currency="GBP", salary_period="HOUR", description="Full-time, on-site.\n\nSalary: £52,000 - £60,000 per annum",
        sources=dict.fromkeys(("title", "employment_type", "workplace", "salary_min", "description"), "api"),
    )  # fmt: skip
    assert normalise(draft, NOW).flags == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["closing date: ", "12 June 2026", "this role is ", "remote", "on-site", "€50,000", "part-time", "\n", "9" * 12]) | st.text()))
def test_any_text_is_judged(parts):
    text = "".join(parts)
    assert pay_conflict(EUR, text, None) in (True, False)
    assert workplace_conflict("remote", text) in (True, False)
    assert employment_type_conflict(["FULL_TIME"], text) in (True, False)
    assert date_conflict(Posting(valid_through="2026-06-12"), text) in (True, False)


@pytest.mark.parametrize("unit", ["this role is ", "no remote ", "closing date: 1 ", "€5 ", "part-time ", "remote work ", "apply by ", "deadline for applications "])
def test_a_hostile_megabyte_takes_no_time(unit):
    text = unit * (1_000_000 // len(unit))
    assert min(_spent(text) for _ in range(3)) < 0.04  # seconds, for all four; 20 ms on an idle machine


def _spent(text: str) -> float:
    start = time.process_time()
    pay_conflict(EUR, text, None)
    workplace_conflict("remote", text)
    employment_type_conflict(["FULL_TIME"], text)
    date_conflict(Posting(valid_through="2026-06-12"), text)
    return time.process_time() - start
