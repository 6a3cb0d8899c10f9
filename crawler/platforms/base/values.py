"""Values in nested JSON, and rows: found, counted, put together. Nothing here raises on any value."""

from collections.abc import Iterable
from html import escape
from typing import Any

import orjson

from crawler.fields.lenientjson import LENIENT


def parse_json(body: bytes) -> Any:
    """*body* as JSON, ``None`` where it is none.

    >>> parse_json(b'{"a": [1]}')
    {'a': [1]}
    >>> parse_json(b"<html>")
    """
    try:
        return orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        pass
    try:  # NaN, raw control characters and bytes of other charsets: seen on real boards, refused by orjson
        return LENIENT.decode(body.decode("utf-8", "replace").lstrip("\ufeff").strip())
    except (ValueError, RecursionError):
        return None


def json_at(code: str, start: int) -> Any:
    """The JSON value that begins at *start* of a script, ``None`` where there is none."""
    try:
        return LENIENT.raw_decode(code, start)[0]
    except (ValueError, RecursionError):
        return None


def dig(value: Any, *path: str | int) -> Any:
    """Follow *path* through dicts and lists; ``None`` where it ends.

    >>> dig({"a": [{"b": 1}]}, "a", 0, "b")
    1
    >>> dig({"a": None}, "a", 0, "b")
    """
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def listed(value: Any, *path: str | int) -> list[Any]:
    """The list at *path*; an empty one where there is none.

    >>> listed({"a": {"b": [1]}}, "a", "b"), listed({"a": 1}, "a"), listed(None)
    ([1], [], [])
    """
    found = dig(value, *path)
    return found if isinstance(found, list) else []


def first_row(value: Any, *path: str | int) -> dict[str, Any]:
    """The first object of the list at *path*, by which a form is told; an empty one where there is none.

    >>> first_row({"a": [None, {"b": 1}]}, "a"), first_row({"a": []}, "a"), first_row([{"b": 2}])
    ({'b': 1}, {}, {'b': 2})
    """
    return next((row for row in listed(value, *path) if isinstance(row, dict)), {})


def count_at(value: Any, *path: str | int) -> int | None:
    """The whole number at *path*, written as a number or as text; ``None`` where there is none.

    >>> count_at({"a": 12}, "a"), count_at({"a": "12"}, "a"), count_at({"a": True}, "a"), count_at({"a": -1}, "a"), count_at("x")
    (12, 12, None, None, None)
    """
    found = dig(value, *path)
    if isinstance(found, str) and found.isascii() and found.strip().isdigit() and len(found) < 10:
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def find_key(value: Any, key: str, depth: int = 12) -> Any:
    """The first value under *key* anywhere in nested JSON, breadth first; ``None`` when it is nowhere.

    >>> find_key({"routes": [{"data": {"jobs": 3}}]}, "jobs")
    3
    """
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(depth):
        for node in level:
            if isinstance(node, dict) and key in node:
                return node[key]
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, dict | list)
        ]
    return None


def beside(rows: Iterable[Any], **values: Any) -> list[Any]:
    """*rows* with *values* added to each, for what a page says once and means of every posting; what is no object stays as it is.

    >>> beside([{"title": "Cook"}, None], company="Acme")
    [{'title': 'Cook', 'company': 'Acme'}, None]
    """
    return [{**row, **values} if isinstance(row, dict) else row for row in rows]


def headed(title: Any, html: Any) -> str:
    """*html* under the heading *title*, as pages print a part of a posting; empty when there is no such part.

    >>> headed("Dos & don'ts", "<p>Cook.</p>"), headed(None, "<p>Cook.</p>"), headed("Profile", None)
    ("<h3>Dos &amp; don'ts</h3><p>Cook.</p>", '<p>Cook.</p>', '')
    """
    if not isinstance(html, str) or not html.strip():
        return ""
    return f"<h3>{escape(title, quote=False)}</h3>{html}" if isinstance(title, str) and title.strip() else html
