"""``postings.jsonl`` as a table: the same columns of the same types on a day without a posting as on one with thousands.

JSON has no type for a column of nulls, so each library would guess anew every day. The types are those of the
published schema. Days (``date_posted``, ...) are dates as the page prints them, without the time of day; moments
(``first_seen``, ...) are times in UTC. The libraries are imported where they are used: a crawl needs none of them.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from crawler.schema import FILE

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]
    import polars

Rules = dict[str, Any]  # of one value, as the JSON Schema has them

DAYS = ("date_posted", "date_modified", "valid_through")
MOMENTS = ("first_seen", "last_seen", "changed_at", "closed_at")
TEXT: Rules = {"type": "string"}
CHANGED_FIELDS: Rules = {"type": "array", "items": {"type": "object", "properties": {"field": TEXT, "old": TEXT, "new": TEXT}}}


@cache
def columns(changes: bool = False) -> dict[str, Rules]:
    """Every column in its order; *changes*: of the files in ``changes/``, which say what happened to the posting, too."""
    postings: dict[str, Rules] = orjson.loads(FILE.read_bytes())["properties"]
    return {"change": TEXT, "of": TEXT, **postings, "changed_fields": CHANGED_FIELDS} if changes else postings


def kind_of(rules: Rules) -> str:
    """The type of a value, ``null`` or not."""
    kind = rules["type"]
    return kind if isinstance(kind, str) else str(kind[0])


def read_pandas(path: Path | str, changes: bool = False) -> "pandas.DataFrame":
    """The lines of *path* as a pandas DataFrame; lists and objects are Python's own.

    Text is ``string``, numbers ``float64``, truth ``boolean``, days ``datetime64[us]``, moments ``datetime64[us, UTC]``.
    """
    import pandas as pd

    said: dict[str, list[Any]] = {name: [] for name in columns(changes)}
    with open(path, "rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            for name, values in said.items():
                values.append(row.get(name))
    frame = {}
    for name, rules in columns(changes).items():
        dtype = {"string": "string", "number": "float64", "boolean": "boolean", "integer": "int64"}.get(kind_of(rules), "object")
        if name in DAYS:
            days = pd.Series([value and value[:10] for value in said[name]], dtype="object")
            frame[name] = pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
        elif name in MOMENTS:
            moments = pd.Series(said[name], dtype="object")
            frame[name] = pd.to_datetime(moments, format="ISO8601", errors="coerce", utc=True).astype("datetime64[us, UTC]")
        else:
            frame[name] = pd.Series(said[name], dtype=dtype)
        said[name].clear()
    return pd.DataFrame(frame)


def read_polars(path: Path | str, changes: bool = False) -> "polars.DataFrame":
    """The lines of *path* as a Polars DataFrame, with lists and structs; days are ``Date``, moments ``Datetime`` in UTC."""
    import polars as pl

    def dtype(rules: Rules) -> Any:
        kind = kind_of(rules)
        if kind == "array":
            return pl.List(dtype(rules["items"]))
        if kind == "object":
            return pl.Struct({name: dtype(inner) for name, inner in rules["properties"].items()})
        return {"string": pl.String, "number": pl.Float64, "boolean": pl.Boolean, "integer": pl.Int64}[kind]

    lines = pl.scan_ndjson(path, schema={name: dtype(rules) for name, rules in columns(changes).items()})
    return lines.with_columns(
        pl.col(DAYS).str.head(10).str.to_date("%Y-%m-%d", strict=False),
        pl.col(MOMENTS).str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", strict=False).dt.replace_time_zone("UTC"),
    ).collect()


def duckdb_columns(changes: bool = False) -> str:
    """What DuckDB's ``read_json`` takes as ``columns``, in SQL.

    ``select title from read_json('postings.jsonl', format = 'newline_delimited', columns = <this>)``

    >>> duckdb_columns()[:40]
    "{'id': 'VARCHAR', 'url': 'VARCHAR', 'app"
    """

    def sql_type(rules: Rules) -> str:
        kind = kind_of(rules)
        if kind == "array":
            return f"{sql_type(rules['items'])}[]"
        if kind == "object":
            return "STRUCT(" + ", ".join(f'"{name}" {sql_type(inner)}' for name, inner in rules["properties"].items()) + ")"
        return {"string": "VARCHAR", "number": "DOUBLE", "boolean": "BOOLEAN", "integer": "BIGINT"}[kind]

    types = {name: sql_type(rules) for name, rules in columns(changes).items()}
    types |= dict.fromkeys(DAYS, "DATE") | dict.fromkeys(MOMENTS, "TIMESTAMPTZ")
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in types.items()) + "}"
