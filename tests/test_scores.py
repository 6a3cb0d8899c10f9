"""The readers on the labelled sets that lie beside the project: no score may fall. Where the sets are absent this is skipped."""

import pytest
import scoring

pytestmark = pytest.mark.skipif(not scoring.present(), reason=scoring.ABSENT)

PAGES = {
    "title": 0.95, "company": 0.97, "locations": 0.92, "remote": 0.9, "employment_type": 0.95, "posted": 0.95, "valid_through": 0.95,
    "salary": 0.93, "description": 0.9, "apply_url": 0.9,  # the labels keep a blank where an address has %20
}  # fmt: skip


def test_pay_is_read_and_nothing_else_is_taken_for_pay():
    score = scoring.pay()
    assert score.whole.value >= 0.98, score.misses
    assert score.false_alarms.right == 0, [miss for miss in score.misses if miss.kind == "spurious"]
    assert min(share.value for share in score.parts.values()) >= 0.97, score.parts


def test_places_are_read():
    score = scoring.places()
    assert min(score.cities.value, score.countries.value, score.workplace.value, score.scope.value) >= 0.98, score.misses


def test_every_date_is_read():
    score = scoring.dates()
    assert score.right.right == score.right.of, score.misses


def test_duplicates_are_found_and_none_is_made():
    score = scoring.duplicates()
    assert score.merged == 0, score.misses
    assert score.recall >= 0.95, score.misses


def test_saved_pages_are_read():
    score = scoring.pages()
    assert {name: f1 for name, floor in PAGES.items() if (f1 := score["fields"][name]["f1"]) < floor} == {}
    assert score["listing"]["urls"]["f1"] >= 0.95


def test_recorded_answers_are_read_whole():
    score = scoring.recorded()
    assert score.right.value >= 0.98, score.wrong
