"""Company names, domains and board keys as one company."""

import doctest
import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.duplicates.employer import (
    company_key,
    domain_label,
    name_words,
    on_aggregator,
    own_board,
    read_employer,
    relation,
    speaks_of,
    speaks_of_client,
)

KEYS = [
    ({"company": "Falzwerk GmbH & Co. KG"}, "falzwerk"),
    ({"company": "FALZWERK"}, "falzwerk"),
    ({"company": ". Falzwerk Limited"}, "falzwerk"),
    ({"company": "Falz Werk, Inc."}, "falzwerk"),
    ({"company": "The Falzwerk Company"}, "falzwerk"),
    ({"company": "Falzwerk S.A.R.L."}, "falzwerk"),
    ({"company": "Crédit Béton S.A."}, "creditbeton"),
    ({"company": "Müller's Mühle e.V."}, "mullersmuhle"),
    ({"company": "株式会社フォルツ"}, "フォルツ"),
    ({"company": "SE"}, "se"),
    ({"company": "4711"}, "4711"),
    ({"company_url": "https://careers.falzwerk.co.uk/en"}, "falzwerk"),
    ({"company_url": "https://www.linkedin.com/company/falzwerk"}, None),
    ({"company_url": "https://203.0.113.9/"}, None),
    ({"platform": "greenhouse", "board": "falzwerk"}, "falzwerk"),
    ({"platform": "lever", "board": "falz-werk-2"}, "falzwerk"),
    ({"platform": "workday", "board": "falzwerk/wd5/External"}, "falzwerk"),
    ({"platform": "workday", "board": "falzwerk.wd5/External"}, "falzwerk"),
    ({"platform": "icims", "board": "uscareers-falzwerk"}, "falzwerk"),
    ({"platform": "greenhouse", "board": "falzwerkcareers"}, "falzwerk"),
    ({"platform": "greenhouse", "board": "jobs"}, None),
    ({"platform": "page", "board": "https://jobs.falzwerk.de/list"}, "falzwerk"),
    ({"board": "adzuna.co.uk"}, None),
    ({"company": " - "}, None),
    ({}, None),
]
RELATIONS = [
    ("Falzwerk GmbH", "falzwerk", "same"),
    ("Falz-Werk", "Falzwerk AG", "same"),
    ("Falzwerk", "Falzwerk Group", "related"),
    ("Falzwerk", "Falzwerk in the UK & Ireland", "related"),
    ("Falzwerk | A great place to be", "Falzwerk Technology Limited", "related"),
    ("Falzwerk Recruiting", "Falzwerk Technology", "related"),
    ("Falzwerk2Go", "Falzwerk", "related"),
    ("The Otto Falzwerk Company", "Falzwerk", "related"),
    ("Bureau of Regional Kilns", "BRK", "related"),
    ("National Falzwerk", "National Tuchhaus", "other"),
    ("Falzwerk", "Tuchhaus", "other"),
    ("Data Falzwerk", "Data Tuchhaus", "other"),
    ("Alpha Beta", "Acme Bank", "other"),
    ("Falzwerk", None, None),
]


ONE_HOUSE = [
    ({"company": "Falzwerk Ltd"}, {"platform": "lever", "board": "getfalzwerk"}),
    ({"company": "Falzwerk"}, {"company_url": "https://tryfalzwerk.com/"}),
    ({"company": "Getaway"}, {"platform": "lever", "board": "getaway"}),
    ({"platform": "workday", "board": "mmt.wd1/ext"}, {"platform": "greenhouse", "board": "mmt"}),
]


@pytest.mark.parametrize(("a", "b"), ONE_HOUSE)
def test_name_domain_and_key_are_one_house_on_every_platform(a: dict[str, str], b: dict[str, str]) -> None:
    assert relation(read_employer(a), read_employer(b)) == "same"


@pytest.mark.parametrize(("posting", "key"), KEYS)
def test_the_key_of_a_company(posting: dict[str, str], key: str | None) -> None:
    assert company_key(posting) == key


@pytest.mark.parametrize(("a", "b", "expected"), RELATIONS)
def test_how_two_names_go_together(a: str, b: str | None, expected: str | None) -> None:
    first, second = read_employer({"company": a}), read_employer({"company": b})
    assert relation(first, second) == relation(second, first) == expected


def test_name_domain_and_board_stand_for_one_company() -> None:
    name = read_employer({"company": "Falz Werk Ltd"})
    assert relation(name, read_employer({"company_url": "https://falzwerk.com"})) == "same"
    assert relation(name, read_employer({"platform": "lever", "board": "falzwerk"})) == "same"
    assert relation(name, read_employer({"platform": "lever", "board": "tuchhaus"})) is None
    assert relation(name, read_employer({"company": "Tuchhaus", "company_url": "https://falzwerk.com"})) == "same"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Sage", "You season with sage and thyme.", False),
        ("Sage", "Join Sage today.", True),
        ("Falzwerk Group plc", "At Falzwerk we fold.", True),
        ("The Falzwerk Company", "At Falzwerk we fold.", True),
        ("Data", "Data is all.", False),
        (None, "At Falzwerk we fold.", False),
        ("Falz (Werk", "At Falz we fold.", True),
    ],
)
def test_a_text_that_names_a_company(name: str | None, text: str, expected: bool) -> None:
    assert speaks_of(text, read_employer({"company": name})) is expected


@pytest.mark.parametrize("name", ["Tuchhaus Recruitment", "Talent Tuchhaus", "Tuchhaus Staffing Ltd", "Hays Technology", "Tuchhaus Zeitarbeit GmbH"])
def test_an_agency_is_told_by_its_name(name: str) -> None:
    assert read_employer({"company": name}).agency
    assert not read_employer({"company": "Tuchhaus"}).agency


def test_an_agency_is_told_by_its_text() -> None:
    assert speaks_of_client("Our client, a mill, looks for a miller.")
    assert speaks_of_client("Für unseren Mandanten suchen wir. Unser Kunde mahlt.")
    assert not speaks_of_client("You advise clients of the mill.")


def test_a_site_of_many_employers_is_told_by_its_address() -> None:
    assert on_aggregator({"url": "https://uk.indeed.com/viewjob?jk=12"})
    assert on_aggregator({"board": "adzuna.co.uk"})
    assert not on_aggregator({"url": "https://jobs.falzwerk.de/1"})
    assert not on_aggregator({"platform": "lever", "board": "monster", "url": "https://jobs.lever.co/monster/1"})
    assert own_board({"platform": "lever", "board": "monster", "company": "Monster"})
    assert not own_board({"platform": "page", "board": "https://towns.example/jobs", "company": "Falzwerk", "url": "https://towns.example/1"})


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_nothing_raises(text: str) -> None:
    assert all(word == word.casefold() for word in name_words(text))
    domain_label(text)
    employer = read_employer({"company": text, "company_url": text, "board": text, "platform": "page"})
    assert relation(employer, employer) in ("same", None)
    speaks_of(text, employer)


@pytest.mark.parametrize("name", ["employer", "facts", "keys", "likeness", "rules", "titles", "twins", "whereabouts", "__init__"])
def test_the_examples_run(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"crawler.duplicates.{name}"))
    assert found.attempted > 0
    assert found.failed == 0
