"""Places that are one, near, or two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.duplicates.twins import apart, grades, hours, other_city, shifts
from crawler.duplicates.whereabouts import read_places, same_place

PLACES = [
    ("Leeds", "Leeds, UK", "same"),
    ("Leeds, West Yorkshire", "Leeds, England, United Kingdom", "same"),
    ("München", "Munich, Germany", "same"),
    ("NYC", "New York, NY", "same"),
    ("Soho, London", "London, UK", "same"),
    ("Soho, West London", "London, England, UK", "same"),
    ("Central London, London", "The City, Central London", "same"),
    ("Kreuzberg, Berlin", "Berlin, Germany", "same"),
    ("Leeds; York", "York; Leeds", "same"),
    ("Remote", "Remote", "same"),
    ("Germany", "Deutschland", "same"),
    ("Obernirgendwo", "Obernirgendwo", "same"),
    ("Leeds", "United Kingdom", "near"),
    ("Leeds; York", "Leeds", "near"),
    ("Leeds", "Leeds (Remote)", "near"),
    ("Remote - US", "Austin, TX", "near"),
    ("Leeds", "York", "other"),
    ("Leeds, UK", "Leeds, AL, USA", "other"),
    ("Springfield, IL", "Springfield, MA", "other"),
    ("Buffalo, New York", "New York, NY", "other"),
    ("Buffalo, New York", "Albany, New York", "other"),
    ("Bolton, Greater Manchester", "Manchester, Greater Manchester", "other"),
    ("Soho, London", "Hackney, London", "other"),
    ("Obernirgendwo", "Niedernirgendwo", "other"),
    ("Germany", "Austria", "other"),
    ("Remote - US", "Remote - Canada", "other"),
    ("Leeds", None, None),
    ("Multiple Locations", "Leeds", None),
]


@pytest.mark.parametrize(("a", "b", "expected"), PLACES)
def test_how_two_places_go_together(a: str, b: str | None, expected: str | None) -> None:
    first, second = read_places({"location": a}), read_places({"location": b})
    assert same_place(first, second) == same_place(second, first) == expected


def test_the_places_of_the_record_go_before_the_printed_ones() -> None:
    given_places = {"location": "HQ", "locations": [{"city": "Leeds", "region": None, "country": "GB"}]}
    assert same_place(read_places(given_places), read_places({"location": "Leeds, UK"})) == "same"
    assert read_places({"location": None, "locations": [None, {"city": 4}, "x"]}).known is False


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("You work the night shift.", "You work the day shift.", True),
        ("Nachtschicht", "You work the 3rd shift", False),
        ("night shift and day shift", "day shift", False),
        ("6:00 - 14:00", "14:00 to 22:00", True),
        ("from 6am to 2pm", "6 am - 2 pm", False),
        ("pay band 5", "pay band 6", True),
        ("Level II", "Level II and Level III", False),
        ("the night train", "the day train", False),
        ("1.5 - 2.5 years", "3.5 - 4.5 years", False),
    ],
)
def test_texts_that_set_twins_apart(a: str, b: str, expected: bool) -> None:
    assert apart(a, b) is apart(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Your desk is in Hamburg.", "Your desk is in Munich.", True),
        ("Your desk is in New York City.", "Your desk is in Salt Lake City.", True),
        ("Hamburg and Munich", "Munich", False),
        ("Your desk is in Hamburg.", "Your desk is with us.", False),
    ],
)
def test_texts_that_name_two_cities(a: str, b: str, expected: bool) -> None:
    assert other_city(a, b) is other_city(b, a) is expected


@given(st.text(max_size=600))
@settings(max_examples=150, deadline=None)
def test_nothing_raises(text: str) -> None:
    places = read_places({"location": text})
    assert same_place(places, places) in ("same", None)
    assert not apart(text, text)
    assert not other_city(text, text)
    assert shifts(text) is not None
    assert hours(text) is not None
    assert grades(text) is not None
