"""The catalogue of public boards: by which names a company is found, and what gets in."""

import csv
import random

import pytest
from conftest import board, job
from hypothesis import given
from hypothesis import strategies as st

from crawler.catalogue import (
    FILE,
    Listed,
    UnknownCompanyError,
    boards_of_companies,
    catalogue,
    folded_name,
    split_names,
)
from crawler.catalogue.build import Seen, build, seen_in
from crawler.platforms import PLATFORMS, platform_for

LINES = [Listed(**row) for row in csv.DictReader(FILE.open(encoding="utf-8", newline=""))]

SAME = [
    ("Acme Robotics, Inc.", "acme robotics"),
    ("ACME ROBOTICS GMBH & CO. KG", "Acme Robotics"),
    ("The Acme Company", "acme"),
    ("Ørneborg A/S", "orneborg"),
    ("Café Łąka", "cafe laka"),
    ("Smith & Daughters", "Smith and Daughters"),
    ("#acme", "Acme"),
    ("Acme-Kites", "acme kites"),
    ("株式会社凧", "凧"),
]
OTHER = [("Acme Kites", "Acme Kettles"), ("Acme", "Acme Plus"), ("Acme+", "Acme"), ("A", "AG")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_name_are_one(one, other):
    assert folded_name(one) == folded_name(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_names_are_two(one, other):
    assert folded_name(one) != folded_name(other)


@given(st.text(max_size=300))
def test_any_text_can_be_asked_for(text):
    folded_name(text)
    for name in split_names(text):
        assert name.strip() == name != ""


NAMES = [
    ("discord,stripe", ["discord", "stripe"]),
    (" Acme, Inc. , stripe ;", ["Acme, Inc.", "stripe"]),
    ("Acme; Inc.", ["Acme", "Inc."]),
    ("Acme, Kites & Co", ["Acme", "Kites & Co"]),
    (" ,;", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_separated_by_commas_or_semicolons(text, names):
    assert split_names(text) == names


def test_companies_are_found_by_name_in_the_order_that_was_asked_for():
    assert [board.url for board in boards_of_companies("STRIPE, Inc., discord")] == [
        PLATFORMS["greenhouse"].board_url("stripe"),
        PLATFORMS["greenhouse"].board_url("discord"),
    ]


def test_every_board_of_a_company_is_taken_and_each_once():
    several = max(catalogue().values(), key=len)
    name = several[0].company
    found = [board.url for board in boards_of_companies(f"{name};{name.upper()}")]
    assert found == [listed.url for listed in several]
    assert len(found) > 1


def test_the_name_of_the_catalogue_is_there_for_boards_that_say_none():
    assert {board.company for board in boards_of_companies("discord")} == {"Discord"}


UNKNOWN = [
    ("Discrod", 'Did you mean "Discord"?'),
    ("hashtagpaid", 'Did you mean "#paid"?'),
    ("Zzyzzyva Qwertzuiop Kites", "Give its careers page with -a url="),
]


@pytest.mark.parametrize(("name", "said"), UNKNOWN)
def test_an_unknown_name_gets_the_nearest_one_or_what_to_do(name, said):
    with pytest.raises(UnknownCompanyError) as caught:
        boards_of_companies(f"discord,{name}")
    assert f'"{name}" is not in the catalogue. {said}' == str(caught.value)


def test_the_file_is_sorted_and_has_each_board_once():
    assert sorted(LINES, key=lambda one: (folded_name(one.company), one)) == LINES
    assert len({(one.platform, one.key) for one in LINES}) == len(LINES) > 1000
    assert all(one.company.strip() == one.company and folded_name(one.company) for one in LINES)


def test_every_key_is_that_of_its_boards_address():
    wrong = []
    for one in random.Random(1).sample(LINES, 500):
        if one.platform not in PLATFORMS or "://" in one.key:
            continue
        match = platform_for(one.url)
        if match is None or (match[0].name, match[1]) != (one.platform, one.key):
            wrong.append((one, match))
    assert wrong == []


# Building it

ADDRESS = [Seen(f"Acme {n}", "greenhouse", f"acme{n}", f"https://boards.greenhouse.io/acme{n}") for n in range(25)]


def built(*rows: Seen) -> list[Listed]:
    return [listed for listed in build([*ADDRESS, *rows])[0] if not listed.key.startswith("acme")]


BUILT = [
    (
        Seen("Kites", "greenhouse", None, "https://job-boards.greenhouse.io/kites/jobs/1"),
        [Listed("Kites", "greenhouse", "kites")],
    ),
    # The tokens of this platform are known to be keys, those of the other are not.
    (Seen("Kites", "greenhouse", "kites", None), [Listed("Kites", "greenhouse", "kites")]),
    (Seen("Kites", "lever", "kites", None), []),
    (
        Seen("Kites", "greenhouse", "kites", "https://www.kites.example/careers"),
        [Listed("Kites", "greenhouse", "kites")],
    ),
    (
        Seen("Kites", "lever", "kites", "https://www.kites.example/careers"),
        [Listed("Kites", "lever", "https://www.kites.example/careers")],
    ),
    (Seen("Kites", "greenhouse", None, "https://jobs.lever.co/kites"), []),
    (Seen("Kites", "greenhouse", None, "https://www.greenhouse.io/"), []),
    (Seen("Kites", "kitehire", "kites", "https://kites.kitehire.example/"), []),
    (Seen("Kites", "schema_org", None, "https://www.kites.example/careers"), []),
    (Seen("Kites", "lever", None, "https://jobs.lever.co/kites-internal"), []),
    (Seen("", "lever", None, "https://jobs.lever.co/kites"), []),
    (Seen("Kites", "lever", None, "kites"), []),
]


@pytest.mark.parametrize(("row", "expected"), BUILT)
def test_only_what_proves_itself_gets_in(row, expected):
    assert built(row) == expected


def test_the_list_may_have_another_name_for_a_platform():
    rows = [
        Seen("Kites", "green", None, "https://boards.greenhouse.io/kites"),
        Seen("Kettles", "green", "kettles", None),
    ]
    assert [listed.platform for listed in built(*rows)] == ["greenhouse", "greenhouse"]


def test_a_board_that_is_seen_twice_keeps_the_name_that_a_person_wrote():
    rows = [Seen(name, "lever", None, "https://jobs.lever.co/kites") for name in ("redkites", "Red Kites", "kites")]
    assert built(*rows) == [Listed("Red Kites", "lever", "kites")]


def test_a_list_is_read_with_tokens_and_addresses_in_any_order(tmp_path):
    path = tmp_path / "seen.csv"
    path.write_text(
        "company,platform,token_or_url,x\n Kites  Careers,Lever,kites https://jobs.lever.co/kites,\nJobs,lever,,\n",
        "utf-8",
    )
    assert list(seen_in(path)) == [
        Seen("Kites", "lever", "kites", "https://jobs.lever.co/kites"),
        Seen("", "lever", None, None),
    ]


# Crawling it


def test_a_crawl_takes_companies_by_name(crawl):
    done = crawl(
        "-a", "companies=Discord, Inc., stripe", archive=[board("discord", [job(1)]), board("stripe", [job(2), job(3)])]
    )
    assert (done.code, done.err) == (0, "")
    assert sorted((line["board"], line["read"]) for line in done.boards) == [
        ("greenhouse:discord", 1),
        ("greenhouse:stripe", 2),
    ]
    assert {posting["company"] for posting in done.postings} == {"Acme Kitchens"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("discrod", '-a companies=: "discrod" is not in the catalogue. Did you mean "Discord"?'),
        ("", "-a companies= needs a value: -a companies=NAME,NAME."),
        (" , ", "names no company"),
    ],
)
def test_a_crawl_says_in_a_line_what_is_wrong_with_a_name(crawl, value, said):
    done = crawl("-a", f"companies={value}")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert said in done.err
