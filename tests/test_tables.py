"""The same columns of the same types, whatever the day has brought."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import orjson
import polars as pl
import pytest

from crawler.items import Posting
from crawler.schema import NAMES, line, record
from crawler.tables import DAYS, MOMENTS, columns, duckdb_columns, read_pandas, read_polars

SCANT = Posting(id="page:1", platform="page", board="acme.example", title="Cook")
FULL = Posting(
    id="lever:acme:2", url="https://jobs.lever.co/acme/2", platform="lever", board="acme", company="Acme", title="Köchin 🍲",
    employment_type=["FULL_TIME", "TEMPORARY"], experience_years_min=2.0, locations=[{"city": "Köln", "region": None, "country": "DE"}],
    workplace="onsite", remote_scope=["DE"], salary_min=3000.0, salary_max=3500.5, salary_currency="EUR", salary_period="MONTH",
    salaries=[{"min": 3000.0, "max": 3500.5, "currency": "EUR", "period": "MONTH", "basis": None, "label": "Köln", "text": "3.000 bis 3.500,50"}],
    equity=True, bonus=False, description="Kochen.\n\n- Suppe\n- Salat", date_posted="2026-09-01T23:30:00-05:00", date_posted_bound="exact",
    date_modified="2026-09-02T10:00:00", valid_through="2026-12-31", status="open", first_seen="2026-09-15T08:00:00Z",
    last_seen="2026-09-16T08:00:00Z", content_hash="00ff" * 6, sources={"title": "api", "salaries": "text"}, flags=["odd"],
)  # fmt: skip
MANY = 3000


def many() -> list[Posting]:
    """Full at the end only: a library that looks at the beginning would guess the types of nulls."""
    return [Posting(id=f"page:{number}", platform="page", board="acme.example", title="Cook") for number in range(MANY - 1)] + [FULL]


DAYS_OF_RUNS: dict[str, list[Posting]] = {"none": [], "one": [FULL], "one scant": [SCANT], "many": many()}


@pytest.fixture(scope="module", params=DAYS_OF_RUNS)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("day") / "postings.jsonl"
    path.write_bytes(b"".join(line(record(posting)) for posting in DAYS_OF_RUNS[request.param]))
    return path


@pytest.fixture
def full(tmp_path: Path) -> Path:
    path = tmp_path / "postings.jsonl"
    path.write_bytes(line(record(SCANT)) + line(record(FULL)))
    return path


def duck(path: Path, changes: bool = False) -> duckdb.DuckDBPyRelation:
    return duckdb.sql(f"select * from read_json('{path}', format = 'newline_delimited', columns = {duckdb_columns(changes)})")


def types_in_pandas(path: Path) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in read_pandas(path).dtypes.items()}


def types_in_polars(path: Path) -> dict[str, str]:
    return {name: str(dtype) for name, dtype in read_polars(path).schema.items()}


def types_in_duckdb(path: Path) -> dict[str, str]:
    found = duck(path)
    return dict(zip(found.columns, map(str, found.types), strict=True))


TYPES: list[tuple[Callable[[Path], dict[str, str]], dict[str, str]]] = [
    (types_in_pandas, {
        "title": "string", "salary_min": "float64", "equity": "boolean", "schema_version": "int64", "date_posted": "datetime64[us]",
        "first_seen": "datetime64[us, UTC]", "salaries": "object", "employment_type": "object", "sources": "object", "closed_at": "datetime64[us, UTC]",
    }),
    (types_in_polars, {
        "title": "String", "salary_min": "Float64", "equity": "Boolean", "schema_version": "Int64", "date_posted": "Date", "employment_type": "List(String)",
        "locations": "List(Struct({'city': String, 'region': String, 'country': String}))", "first_seen": "Datetime(time_unit='us', time_zone='UTC')",
    }),
    (types_in_duckdb, {
        "title": "VARCHAR", "salary_min": "DOUBLE", "equity": "BOOLEAN", "schema_version": "BIGINT", "date_posted": "DATE", "employment_type": "VARCHAR[]",
        "locations": "STRUCT(city VARCHAR, region VARCHAR, country VARCHAR)[]", "first_seen": "TIMESTAMP WITH TIME ZONE",
    }),
]  # fmt: skip


@pytest.mark.parametrize(("types", "expected"), TYPES, ids=["pandas", "polars", "duckdb"])
def test_columns_and_types_are_the_same_every_day(day: Path, types: Callable[[Path], dict[str, str]], expected: dict[str, str], tmp_path: Path):
    reference = tmp_path / "one.jsonl"
    reference.write_bytes(line(record(FULL)))
    found = types(day)
    assert found == types(reference)
    assert list(found) == list(NAMES)
    assert expected.items() <= found.items()


def test_every_row_is_read(day: Path):
    rows = day.read_bytes().count(b"\n")
    assert len(read_pandas(day)) == read_polars(day).height == duck(day).count("*").fetchall()[0][0] == rows


def test_pandas_has_the_values_of_the_lines(full: Path):
    frame = read_pandas(full)
    scant, row = frame.iloc[0], frame.iloc[1]
    assert row["title"] == "Köchin 🍲"
    assert row["salaries"] == FULL.salaries
    assert row["sources"]["salaries"] == "text"
    assert row["date_posted"].isoformat() == "2026-09-01T00:00:00"
    assert row["first_seen"].isoformat() == "2026-09-15T08:00:00+00:00"
    assert frame["equity"].tolist()[1] is True
    assert all(scant[[name for name in NAMES if name not in ("id", "title", "platform", "board", "schema_version", *LISTS)]].isna())
    assert scant["salaries"] == []


def test_polars_has_the_values_of_the_lines(full: Path):
    scant, row = read_polars(full).rows(named=True)
    said = record(FULL)
    assert {name: row[name] for name in NAMES if name not in DAYS + MOMENTS} == {name: said[name] for name in NAMES if name not in DAYS + MOMENTS}
    assert [row[name] for name in DAYS] == [dt.date(2026, 9, 1), dt.date(2026, 9, 2), dt.date(2026, 12, 31)]
    assert row["first_seen"] == dt.datetime(2026, 9, 15, 8, tzinfo=dt.UTC)
    assert scant["salary_min"] is scant["date_posted"] is scant["closed_at"] is None
    assert scant["locations"] == []


def test_duckdb_has_the_values_of_the_lines(full: Path):
    found = duck(full)
    scant, row = (dict(zip(found.columns, values, strict=True)) for values in found.fetchall())
    said = record(FULL)
    assert {name: row[name] for name in NAMES if name not in DAYS + MOMENTS} == {name: said[name] for name in NAMES if name not in DAYS + MOMENTS}
    assert [row[name] for name in DAYS] == [dt.date(2026, 9, 1), dt.date(2026, 9, 2), dt.date(2026, 12, 31)]
    assert row["first_seen"] == dt.datetime(2026, 9, 15, 8, tzinfo=dt.UTC)
    assert scant["salary_min"] is scant["date_posted"] is scant["closed_at"] is None


LISTS = ("attributes", "employment_type", "locations", "remote_scope", "salaries", "flags", "sources")


def read_all(path: Path, changes: bool = False) -> list[list[dict[str, Any]]]:
    found = duck(path, changes)
    return [
        read_pandas(path, changes).to_dict("records"),
        read_polars(path, changes).rows(named=True),
        [dict(zip(found.columns, values, strict=True)) for values in found.fetchall()],
    ]


def test_a_file_of_changes_says_what_changed(tmp_path: Path):
    path = tmp_path / "20260915T080000Z.jsonl"
    fields = [{"field": "title", "old": "Cook", "new": None}]
    path.write_bytes(orjson.dumps({"change": "changed", **record(FULL), "changed_fields": fields}) + b"\n")
    for rows in read_all(path, changes=True):
        assert [(row["change"], row["title"], row["changed_fields"]) for row in rows] == [("changed", FULL.title, fields)]


def test_a_line_of_another_version_fits_the_columns(tmp_path: Path):
    path = tmp_path / "postings.jsonl"
    said = {**record(FULL), "added_later": {"x": [1]}}
    del said["team"]
    path.write_bytes(orjson.dumps(said) + b"\n")
    for rows in read_all(path):
        assert list(rows[0]) == list(NAMES)
        assert rows[0]["title"] == FULL.title


def test_a_day_that_the_calendar_does_not_have_is_null(tmp_path: Path):
    path = tmp_path / "postings.jsonl"
    path.write_bytes(orjson.dumps({**record(FULL), "date_posted": "2026-02-30"}) + b"\n")
    assert read_polars(path)["date_posted"].to_list() == [None]
    assert read_pandas(path)["date_posted"].isna().all()


def test_days_and_moments_are_all_the_dates_of_the_schema():
    dated = [name for name, rules in columns().items() if rules.get("pattern", "").startswith("^[0-9]{4}-")]
    assert set(dated) == set(DAYS + MOMENTS)


def test_no_library_of_tables_is_needed_for_a_crawl():
    code = "import sys, crawler.tables; crawler.tables.duckdb_columns(); sys.exit(any(name in sys.modules for name in ('pandas', 'polars', 'duckdb', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_polars_types_are_those_that_polars_would_read_back(full: Path, tmp_path: Path):
    frame = read_polars(full)
    frame.write_parquet(tmp_path / "postings.parquet")
    assert pl.read_parquet(tmp_path / "postings.parquet").equals(frame)
