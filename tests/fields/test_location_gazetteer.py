import subprocess
import sys

import pytest

from crawler.fields.places.cities import CITIES, SHORTHANDS
from crawler.fields.places.gazetteer import DATA, key, names
from crawler.fields.places.regions import REGIONS
from crawler.fields.places.words import AREAS, COUNTRIES, WORDS

LINES = DATA.read_text("utf-8").splitlines()


def test_every_key_of_the_file_is_found_with_all_its_meanings():
    keys = [line.split("\t", 1)[0] for line in LINES[1:]]
    for wanted in (keys[0], keys[-1], *keys[::997]):
        assert len(names(wanted)) == keys.count(wanted)


@pytest.mark.parametrize("wanted", ["", "zzzz", "a", "oldtownia", "\uffff", "\ud800", "x" * 500, LINES[0]])
def test_what_is_not_in_the_file_is_not_found(wanted):
    assert names(wanted) == ()


def test_the_file_is_sorted_by_bytes_names_its_sources_and_has_six_columns():
    keys = [line.split("\t", 1)[0].encode() for line in LINES[1:]]
    assert keys == sorted(keys)
    assert "GeoNames" in LINES[0]
    assert "CC BY 4.0" in LINES[0]
    assert {line.count("\t") for line in LINES[1:]} == {5}


@pytest.mark.parametrize(
    "table",
    [CITIES, REGIONS, AREAS, COUNTRIES, dict.fromkeys(WORDS)],
    ids=["cities", "regions", "areas", "countries", "words"],
)
def test_the_tables_are_keyed_as_names_are_looked_up(table):
    assert [word for word in table if word != key(word)] == []


def test_every_shorthand_is_a_city():
    assert {letters for letters in SHORTHANDS if letters.lower() not in CITIES} == set()


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Zürich", "zurich"), ("Saint-Étienne", "st etienne"), ("Fort Worth", "ft worth"), ("Hồ Chí Minh", "ho chi minh"), ("Göteborg", "goteborg"),
     ("Tromsø", "tromso"), ("Łódź", "lodz"), ("İzmir", "izmir"), ("ガ", "ガ"), ("서울", "서울"), ("Tyne & Wear", "tyne and wear")],
)  # fmt: skip
def test_names_are_folded(name, folded):
    assert key(name) == folded


def test_the_gazetteer_costs_little_to_open():
    code = (
        "import re, html, mmap, unicodedata, dataclasses, time\n"
        "def held(): return int(open('/proc/self/statm').read().split()[1]) * 4 / 1024\n"
        "before, start = held(), time.process_time()\n"
        "from crawler.fields.location import read_location\n"
        "read_location('Denver, CO; Oslo or Remote (EMEA)')\n"
        "print(held() - before, time.process_time() - start)"
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("reads /proc")
    mebibytes, seconds = map(float, subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert mebibytes < 25
    assert seconds < 0.3
