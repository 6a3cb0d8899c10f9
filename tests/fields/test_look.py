"""What one look at a text tells all readers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.fields.folding import fold, lower
from crawler.fields.look import WORDS, Look, look

ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aeinorst ßİΣéÄø’–\u0301\n")), max_size=60)


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Five years at sea", "years", [(5, "years")]),
        ("YEARS", "years", [(0, "years")]),
        ("leap-years, (years)", "years", [(5, "years"), (13, "years")]),
        ("5years", "years", [(1, "years")]),
        ("yearsome", "years", []),
        ("Straße: 3 Jahre", "years", [(10, "jahre")]),
        ("Stock-Options für alle", "equity", [(0, "stock options")]),
        ("Anwesenheitsbonus", "bonus", [(12, "*bonus")]),
        ("A prémium", "bonus", [(2, "prémium")]),
        ("Rémunération variable", "bonus", [(0, "rémunération variable")]),
        ("part\u2011time", "employment", [(0, "part time*")]),
        ("no boat, no sea", "employment", []),
    ],
)
def test_words_are_found_where_they_stand(text, kind, places):
    assert [*look(text).places(kind)] == places


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_of_a_kind_is_found_between_other_words(kind):
    for word in WORDS[kind]:
        if fold(word).isascii():
            bare = word.strip("*")
            assert 4 in [start for start, _ in look(f"Sea {bare.upper()} sea").places(kind)], word


def test_words_of_other_scripts_are_told_apart_from_those_that_are_not_there():
    assert look("Оклад и БОНУС").spelt(("бонус", "премии", "奖金")) == ["бонус"]
    assert look("Boats – 5 €").spelt(("бонус", "奖金")) == []


def test_places_in_the_folded_text_follow_its_longer_letters():
    seen = look("Groß und groß, 3 Jahre")
    assert seen.places("years") == [(17, "jahre")]
    assert seen.folded_places("years") == [(19, "jahre")]
    assert seen.folded[19:24] == "jahre"


@given(ANY)
def test_any_text_is_folded_and_lowered_as_by_the_functions(text):
    seen = Look(text)
    assert seen.folded == fold(text)
    assert seen.low == lower(text)
    assert len(seen.low) == len(text)
    assert seen.signs == {sign for sign in text if not sign.isascii()}
    assert seen.foreign == sum(not sign.isascii() for sign in seen.folded) or any(len(fold(sign)) != 1 for sign in text)


@pytest.mark.parametrize("text", ["an " * 350_000, "stock options " * 70_000, "\U0001f680é" * 500_000, "ß" * 1_000_000])
def test_hostile_text_is_looked_at_in_no_time(text):
    start = time.process_time()
    Look(text[:60_000])
    assert time.process_time() - start < 0.1
