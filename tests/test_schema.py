"""The published schema, and the lines that it describes."""

import copy
import json
import math
from decimal import Decimal
from typing import Any, get_type_hints

import jsonschema
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.items import Posting
from crawler.schema import (
    FILE,
    LIFE_ROOM,
    LINE_MAX,
    NAMES,
    NOT_SOURCED,
    SOURCED,
    SOURCES,
    build,
    line,
    record,
    validate,
)
from crawler.store.store import LIFE

FULL = Posting(
    id="greenhouse:quillmarsh:4001", url="https://boards.greenhouse.io/quillmarsh/jobs/4001", platform="greenhouse", board="quillmarsh",
    company="Quillmarsh", title="Lathe Operator", employment_type=["FULL_TIME"], seniority="MID", language="en", location="Bristol; Remote",
    locations=[{"city": "Bristol", "region": None, "country": "GB"}], workplace="hybrid", remote_scope=["GB"],
    salary_min=30000.0, salary_currency="GBP", salary_period="YEAR", salaries=[
        {"min": 30000.0, "max": None, "currency": "GBP", "period": "YEAR", "basis": "base", "label": None, "text": "from £30,000"}],
    description="Turn parts.", date_posted="2026-09-01", date_posted_bound="exact", date_modified="2026-09-02T10:00:00+01:00",
    content_hash="00ff" * 6, sources={"title": "api", "description": "html", "salaries": "text", "team": "api", "id": "api"}, flags=["odd"],
)  # fmt: skip

BAD = [
    ("id", None), ("id", "no platform"), ("title", ""), ("title", None), ("title", 7), ("url", "javascript:alert(1)"), ("url", "/jobs/1"),
    ("apply_url", "tel:1"), ("employment_type", "FULL_TIME"), ("employment_type", ["Full-time"]), ("employment_type", None),
    ("seniority", "senior"), ("experience_years_min", -1), ("experience_years_min", "3"), ("language", "English"),
    ("locations", [{"city": "Bristol"}]), ("locations", [{"city": "Bristol", "region": None, "country": "UK "}]), ("locations", ["Bristol"]),
    ("workplace", "office"), ("salary_min", "30000"), ("salary_min", math.nan), ("salary_max", math.inf), ("salary_max", 10**400),
    ("salary_min", True), ("salary_currency", "£"), ("salary_period", "YEARLY"), ("salary_basis", "net"), ("equity", "yes"),
    ("date_posted", "01.09.2026"), ("date_posted", "2026-09-01\n"), ("date_posted", "2026-09-01 10:00"), ("date_posted", "2026-13-01"),
    ("first_seen", "2026-09-01"), ("status", "gone"), ("content_hash", "xyz"), ("flags", ["Two words"]), ("flags", None),
    ("sources", {}), ("schema_version", 0), ("schema_version", None), ("unheard_of", None),
]  # fmt: skip


def test_the_committed_schema_is_the_generated_one():
    assert orjson.loads(FILE.read_bytes()) == build(), "write it anew: python -m crawler.schema"


def test_the_schema_is_a_valid_2020_12_schema():
    jsonschema.Draft202012Validator.check_schema(build())


def test_every_field_of_the_item_is_a_required_property_in_the_same_order():
    schema = build()
    assert list(schema["properties"]) == schema["required"] == list(get_type_hints(Posting))


def test_what_the_item_says_of_a_field_is_its_description():
    assert build()["properties"]["salary_currency"]["description"] == "ISO 4217"


def test_the_values_that_the_item_names_are_those_of_the_schema():
    for name, rules in build()["properties"].items():
        values = [value for value in (rules.get("enum") or rules.get("items", {}).get("enum") or []) if value]
        assert all(value in rules["description"] for value in values), name


def test_sourced_fields_are_those_that_a_loader_can_read_from_a_page():
    from crawler import loaders

    loaded = set(loaders.NAMES) - loaders.NO_SOURCE
    assert set(SOURCED) <= loaded
    assert loaded - set(SOURCED) == {"id", "date_posted_bound", "salary_annual_min", "salary_annual_max"} | set(LIFE)


def test_not_sourced_names_fields_that_are_there():
    assert set(NAMES) >= NOT_SOURCED


def test_the_item_names_every_source():
    assert set(SOURCES) - {"copy"} == {word for word in SOURCES if word in build()["properties"]["sources"]["description"]}


def test_a_record_has_every_key_in_the_items_order():
    assert list(record(Posting())) == list(NAMES)


def test_sources_have_a_key_for_every_sourced_field_and_null_where_the_field_is_null():
    sources = record(FULL)["sources"]
    assert list(sources) == list(SOURCED)
    assert {name: source for name, source in sources.items() if source} == {"title": "api", "description": "html", "salaries": "text"}


def test_a_full_and_a_scant_posting_are_valid():
    assert validate(record(FULL)) is None
    assert validate(record(Posting(id="page:1", platform="page", board="acme.example", title="Cook"))) is None


@pytest.mark.parametrize(("name", "value"), BAD, ids=lambda value: repr(value)[:40])
def test_a_bad_value_is_named_in_one_line(name: str, value: Any):
    bad = {**record(FULL), name: value}
    problem = validate(bad)
    assert problem is not None
    assert problem.startswith(name if name in NAMES else "line: ")
    assert problem.isprintable()
    assert len(problem) < 300


# NaN and infinity are no JSON, and the reference takes a line feed for the end: Python's "$".
@pytest.mark.parametrize(("name", "value"), [row for row in BAD if not isinstance(row[1], float) and not str(row[1]).endswith("\n")])
def test_the_reference_validator_agrees(name: str, value: Any):
    assert not jsonschema.Draft202012Validator(build()).is_valid({**record(FULL), name: value})


def test_a_missing_key_is_named():
    bad = record(FULL)
    del bad["team"]
    assert validate(bad) == 'line: "team" is a required property'


def test_a_value_that_json_does_not_have_is_a_problem_and_no_crash():
    assert validate({**record(FULL), "title": object()}) == "line: Unsupported type: 'object'"


def test_a_long_bad_value_makes_no_long_message():
    assert len(validate({**record(FULL), "salary_period": "YEAR" * 100_000}) or "") < 300


def test_a_line_reads_back_as_the_record():
    assert json.loads(line(record(FULL))) == record(FULL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zürich — £30k", "Zürich — £30k"),
        ("one\u2028two\u2029three\u0085four", "one two three four"),
        ("half \ud83d", "half \ufffd"),
        ("\ud83d\ude00 joined", "\U0001f600 joined"),
        ("Å х … à é è", "Å х … à é è"),
        ("tab\tnew\nline \x00\x1c\x0b\x0c", "tab\tnew\nline \x00\x1c\x0b\x0c"),
    ],
)
def test_text_stays_as_it_is_but_for_what_breaks_a_line(text: str, expected: str):
    written = line({**record(FULL), "title": text, "flags": [text]})
    assert json.loads(written)["title"] == expected
    assert json.loads(written)["flags"] == [expected]
    assert len(written.decode("utf-8").splitlines()) == 1


def test_not_a_number_is_null():
    assert json.loads(line({"salary_min": math.nan, "salary_max": -math.inf})) == {"salary_min": None, "salary_max": None}


def test_a_type_that_json_does_not_have_raises():
    with pytest.raises(TypeError):
        line({"salary_min": Decimal(1)})


@pytest.mark.parametrize("fill", ["text ", "ü", "\U0001f600", "\x00", "\u2028word"])
def test_a_long_record_is_cut_to_a_line_of_one_mebibyte(fill: str):
    html = {**record(FULL), "description": fill * 400_000, "description_html": f"<p>{fill * 400_000}</p>"}
    html["sources"] = {**html["sources"], "description_html": "api"}
    before = copy.deepcopy(html)
    written = line(html)
    said = json.loads(written)
    assert LINE_MAX // 3 < len(written) <= LINE_MAX - LIFE_ROOM
    assert said["description"].startswith(fill.replace("\u2028", " ") * 100)
    assert said["description_html"] is None
    assert said["sources"]["description_html"] is None
    assert said["flags"] == ["odd", "cut"]
    assert validate(said) is None
    assert html == before


def test_what_is_long_in_other_fields_is_cut_too():
    places = [{"city": "x" * 50, "region": None, "country": "GB"}] * 100_000
    written = line({**record(FULL), "title": "t" * 3_000_000, "locations": places, "salary_text": "s" * 3_000_000})
    assert len(written) <= LINE_MAX - LIFE_ROOM
    assert json.loads(written)["locations"][0]["city"]


def test_a_record_that_just_fits_is_not_cut():
    bare = len(line({**record(FULL), "description": ""}))
    fits = {**record(FULL), "description": "x" * (LINE_MAX - LIFE_ROOM - bare)}
    assert json.loads(line(fits))["flags"] == ["odd"]
    assert json.loads(line({**fits, "title": f"{FULL.title}s"}))["flags"] == ["odd", "cut"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec=None)), st.floats(), st.lists(st.text(alphabet=st.characters(codec=None))))
def test_any_text_and_any_number_make_one_strict_line(text: str, number: float, texts: list[str]):
    written = line({"title": text, "salary_min": number, "flags": texts})
    assert written.endswith(b"\n")
    assert written.count(b"\n") == 1
    assert len(written.decode("utf-8").splitlines()) == 1
    json.loads(written, parse_constant=pytest.fail)
