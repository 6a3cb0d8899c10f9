"""Titles of one role, and of two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.duplicates.titles import read_title, same_role, title_key

ROLES = [
    ("Press Mechanic", "press mechanic", "same"),
    ("Press Mechanic", "Press Mechanics", "same"),
    ("Press Mechanic", "Mechanic, Press", "same"),
    ("Full-Stack Developer", "Fullstack Developer", "same"),
    ("Full‑Stack Developer", "Full Stack Developer", "same"),
    ("PowerBI Developer", "Power BI Developer", "same"),
    ("Sr. Software Eng. II", "Senior Software Engineer 2", "same"),
    ("Support Engineer L3", "Support Engineer Level 3", "same"),
    ("Mechaniker*in (m/w/d)", "Mechaniker", "same"),
    ("Mechaniker/in (w/m/div.)", "Mechaniker", "same"),
    ("Technicien H/F", "Technicien (F/H)", "same"),
    ("Press Mechanic - up to £40k", "Press Mechanic", "same"),
    ("Press Mechanic #10443", "Press Mechanic (Ref: 10443)", "same"),
    ("Press Mechanic - York", "Press Mechanic", "same"),
    ("Press Mechanic | Falz Werk", "Press Mechanic", "same"),
    ("Head of Data & Analytics", "Head of Data and Analytics", "same"),
    ("Press Mechanic - Remote", "Press Mechanic", "near"),
    ("Press Mechanic (Permanent)", "Press Mechanic", "near"),
    ("Database Administration", "Database Administrator", "near"),
    ("Data Modeller", "Data Modeler", "near"),
    ("Analyst $30/hr", "Analyst $70/hr", "near"),
    ("Press Mechanic", "Senior Press Mechanic", None),
    ("Press Mechanic I", "Press Mechanic II", None),
    ("Press Mechanic", "Lead Press Mechanic", None),
    ("Press Mechanic", "Press Mechanic Intern", None),
    ("Press Mechanic", "Press Mechanic - Part Time", None),
    ("Press Mechanic", "Press Mechanic (Contract)", None),
    ("Nurse - Nights", "Nurse - Days", None),
    ("Nurse", "Nurse (Night Shift)", None),
    ("Mechanical Engineer", "Electrical Engineer", None),
    ("Backend Engineer (Python)", "Backend Engineer (Java)", None),
    ("C Developer", "C++ Developer", None),
    ("C# Developer", "F# Developer", None),
    ("Data Engineer", "Software/Data Engineer", None),
    ("Account Executive, Funds", "Account Executive, Banks", None),
    ("Trainer", "Trainee", None),
    ("Adviser - York", "Adviser - Leeds", None),
    ("Clerk #10443", "Clerk #10444", None),
    ("Agent - Bengali", "Agent - Gujarati", None),
    ("(m/w/d)", "Mechaniker (m/w/d)", None),
]


@pytest.mark.parametrize(("a", "b", "expected"), ROLES)
def test_whether_two_titles_name_one_role(a: str, b: str, expected: str | None) -> None:
    known = {"places": {"york", "leeds"}, "employers": (("falz", "werk"), ())}
    assert same_role(a, b, **known) == same_role(b, a, **known) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("a", "b"), [(a, b) for a, b, expected in ROLES if expected == "same" and "Power" not in a])
def test_one_role_has_one_key(a: str, b: str) -> None:
    assert title_key(a, {"york"}, ("falz", "werk")) == title_key(b, {"york"}, ("falz", "werk"))


def test_a_part_of_the_employers_name_is_no_part_of_the_title() -> None:
    assert same_role("Data Analyst", "Analyst", employers=(("falzwerk", "data"),)) is None
    assert title_key("Data Analyst", employer=("falzwerk", "data")) != title_key("Analyst")


@given(st.text(max_size=400), st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_nothing_raises_and_the_order_never_matters(a: str, b: str) -> None:
    assert same_role(a, b) == same_role(b, a)
    assert same_role(a, a) == ("same" if read_title(a).words else None)
    title_key(a)
