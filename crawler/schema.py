"""A line of output: its plain dict, its bytes, its published JSON Schema, and the check of the one by the other.

``crawler/schema.json`` is written from here and :class:`crawler.items.Posting`: ``python -m crawler.schema``.
Standard: https://json-schema.org/draft/2020-12
"""

import inspect
import re
from dataclasses import fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import jsonschema_rs
import orjson

from crawler.fields.education import LEVELS
from crawler.items import SCHEMA_VERSION, Posting

FILE = Path(__file__).with_name("schema.json")
NAMES = tuple(f.name for f in fields(Posting))
NOT_SOURCED = frozenset(
    {"id", "platform", "board", "date_posted_bound", "salary_annual_min", "salary_annual_max", "sources", "flags", "schema_version"}
    | {"status", "first_seen", "last_seen", "changed_at", "closed_at", "content_hash", "duplicate_of", "duplicate_rule", "repost_of"}
)  # ours, not the page's, or told by the source of the field that it goes with
SOURCED = tuple(name for name in NAMES if name not in NOT_SOURCED)
SOURCES = ("api", "json-ld", "microdata", "rdfa", "html", "text", "board", "copy")  # copy: of the same posting elsewhere
NEVER_NULL = frozenset({"id", "platform", "board", "title"})

PERIODS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
BASES = ("base", "total", "ote")
VALUES = {
    "employment_type": ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"),
    "seniority": ("INTERN", "ENTRY", "MID", "SENIOR", "LEAD", "MANAGER", "DIRECTOR", "EXECUTIVE"),
    "education": LEVELS,
    "workplace": ("remote", "hybrid", "onsite"),
    "salary_period": PERIODS,
    "salary_basis": BASES,
    "date_posted_bound": ("exact", "on_or_before"),
    "status": ("open", "closed"),
}
CURRENCY = r"^[A-Z]{3}$"
ADDRESS = r"^(https?|file)://"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-][0-2][0-9]:[0-5][0-9])?)?$"
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
PATTERNS = {
    "id": r"^[a-z][a-z0-9_]*:.",
    "url": ADDRESS, "company_url": ADDRESS, "apply_url": r"^((https?|file)://|mailto:)",
    "language": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    "salary_currency": CURRENCY,
    "date_posted": DATE, "date_modified": DATE, "valid_through": DATE,
    "first_seen": MOMENT, "last_seen": MOMENT, "changed_at": MOMENT, "closed_at": MOMENT,
    "content_hash": r"^[0-9a-f]{24}$",
    "flags": r"^[a-z][a-z0-9_]*$",
}  # fmt: skip
AMOUNT = {"minimum": 0, "maximum": 1e15}  # a larger one is a mistake, and no longer exact as a float
RANGES = dict.fromkeys(("experience_years_min", "salary_min", "salary_max", "salary_annual_min", "salary_annual_max"), AMOUNT)

LINE_MAX = 1024 * 1024  # bytes
LIFE_ROOM = 2048  # bytes of a line that the store fills: the life of the posting, and what a change says
LINE_BREAKS = tuple(mark.encode() for mark in "\u2028\u2029\u0085")  # by str.splitlines(), not by JSON

_values = attrgetter(*NAMES)


def record(posting: Posting) -> dict[str, Any]:
    """The plain dict of *posting*'s line: all keys in the item's order, ``sources`` with a key for every sourced field.

    Lists are the posting's own, not copies.

    >>> said = record(Posting(id="page:1", title="Cook", sources={"title": "html", "team": "html"}))
    >>> said["title"], said["sources"]["title"], said["sources"]["team"]
    ('Cook', 'html', None)
    """
    said = dict(zip(NAMES, _values(posting), strict=True))
    sources = dict.fromkeys(SOURCED)
    for name, source in posting.sources.items():
        if name in sources and said[name] is not None and said[name] != []:
            sources[name] = source
    said["sources"] = sources
    return said


def validate(record: dict[str, Any]) -> str | None:
    """The first problem of *record* by the published schema, in one line; ``None`` when it has none.

    >>> validate(record(Posting(id="page:1", platform="page", board="acme.example", title="Cook", workplace="office")))
    'workplace: "office" is not one of "remote", "hybrid" or 2 other candidates'
    """
    try:
        _validator().validate(record)
    except jsonschema_rs.ValidationError as error:
        where = ".".join(map(str, error.instance_path)) or "line"
        message = " ".join(error.message.split())
        return f"{where}: {message if len(message) <= 200 else message[:90] + ' ... ' + message[-105:]}"
    except ValueError as error:  # a type that JSON has not: ours to mend, but no reason to lose the board
        return f"line: {error}"
    return None


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(orjson.loads(FILE.read_bytes()))


def line(record: dict[str, Any]) -> bytes:
    r"""*record* as one line of strict JSON in UTF-8, with its line feed, at most :data:`LINE_MAX` bytes.

    What would make it more than one line to some reader (U+2028, U+2029, U+0085) is a space, a lone surrogate is
    U+FFFD. Of a longer record the HTML goes first, then every text is cut to the same length; flag ``cut``.
    Raises TypeError for what is no JSON, which :func:`validate` names.

    >>> line({"title": "Cook\u2028in \ud800 Lisbon", "salary_min": float("nan")})
    b'{"title":"Cook in \xef\xbf\xbd Lisbon","salary_min":null}\n'
    """
    try:
        out = orjson.dumps(record)
    except TypeError:
        record = {name: _mended(value) for name, value in record.items()}
        out = orjson.dumps(record)
    if len(out) >= LINE_MAX - LIFE_ROOM:
        out = _cut(record)
    for mark in LINE_BREAKS:
        if mark[-1] in out and mark in out:  # the first look costs nothing and is the last one for most lines
            out = out.replace(mark, b" ")
    return out + b"\n"


def _mended(value: Any) -> Any:
    """*value* with the halves of surrogate pairs joined, and U+FFFD for those that have no other half."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mended(one) for one in value]
    return {_mended(name): _mended(one) for name, one in value.items()} if isinstance(value, dict) else value


def _cut(record: dict[str, Any]) -> bytes:
    """The JSON of *record* with as much of its texts as a line may have."""
    record = {**record, "description_html": None, "flags": [*(record.get("flags") or []), "cut"]}  # half of a tag is no HTML
    if record.get("sources"):
        record["sources"] = {**record["sources"], "description_html": None}
    most = LINE_MAX
    while len(out := orjson.dumps(record)) >= LINE_MAX - LIFE_ROOM:
        most = most * 3 // 4
        record = {name: _shortened(value, most) if name != "sources" else value for name, value in record.items()}
    return out


def _shortened(value: Any, most: int) -> Any:
    """*value* with no text above *most* characters, and no list above a sixteenth of that."""
    if isinstance(value, str):
        return value[:most]
    if isinstance(value, list):
        return [_shortened(one, most) for one in value[: most // 16 + 1]]
    return {name: _shortened(one, most) for name, one in value.items()} if isinstance(value, dict) else value


# The schema


def nullable(kind: str, **rules: Any) -> dict[str, Any]:
    if "enum" in rules:
        rules["enum"] = [*rules["enum"], None]
    return {"type": [kind, "null"], **rules}


def strict(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has all of *properties* and nothing else, so that it is always the same struct type."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


OBJECTS = {
    "locations": strict({"city": nullable("string"), "region": nullable("string"), "country": nullable("string", pattern="^[A-Z]{2}$")}),
    "attributes": strict({"name": {"type": "string"}, "value": {"type": "string"}}),
    "salaries": strict(
        {
            "min": nullable("number", **AMOUNT), "max": nullable("number", **AMOUNT),
            "currency": nullable("string", pattern=CURRENCY), "period": nullable("string", enum=PERIODS),
            "basis": nullable("string", enum=BASES), "label": nullable("string"), "text": nullable("string"),
        }
    ),
}  # fmt: skip
KINDS = {str: "string", float: "number", bool: "boolean", int: "integer"}


def build() -> dict[str, Any]:
    """The JSON Schema of a line of output, from the types and the comments of :class:`crawler.items.Posting`."""
    hints, comments = get_type_hints(Posting), comments_of(Posting)
    properties = {name: {**property_of(name, hints[name]), **({"description": comments[name]} if name in comments else {})} for name in NAMES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Posting",
        "description": inspect.cleandoc(Posting.__doc__ or "").split("\n\n")[0],
        **strict(properties),
    }


def property_of(name: str, hint: Any) -> dict[str, Any]:
    if name == "schema_version":
        return {"type": "integer", "const": SCHEMA_VERSION}
    if name == "sources":
        return strict({of: nullable("string", enum=SOURCES) for of in SOURCED})
    rules: dict[str, Any] = dict(RANGES.get(name, {}))
    if name in VALUES:
        rules["enum"] = list(VALUES[name])
    if name in PATTERNS:
        rules["pattern"] = PATTERNS[name]
    if getattr(hint, "__origin__", None) is list:
        return {"type": "array", "items": OBJECTS.get(name) or {"type": "string", **rules}}
    kind = KINDS[next(part for part in get_args(hint) or (hint,) if part is not NoneType)]
    return {"type": kind, **({"minLength": 1} if kind == "string" else {}), **rules} if name in NEVER_NULL else nullable(kind, **rules)


def comments_of(cls: type) -> dict[str, str]:
    """The comment behind each field in the source of *cls*."""
    return dict(re.findall(r"^    (\w+): [^#\n]*?  # (.+)$", inspect.getsource(cls), re.MULTILINE))


if __name__ == "__main__":
    FILE.write_bytes(orjson.dumps(build(), option=orjson.OPT_INDENT_2) + b"\n")
