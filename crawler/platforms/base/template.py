"""Addresses with names in braces, ``https://api.boardly.example/{key}/jobs/{id}``."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from crawler.platforms.base.page import Page

NAME = re.compile(r"\{([\w.$]+)\}")


def filled(template: str, find: Callable[[str], Any], raw: frozenset[str] = frozenset()) -> str | None:
    """*template* with what *find* says of each name, quoted unless the name is in *raw*; ``None`` when one of them is nothing.

    >>> filled("https://acme.example/{id}/{ref.no}", {"id": 7, "ref.no": "a b"}.get), filled("/{id}", {}.get)
    ('https://acme.example/7/a%20b', None)
    """
    values = {name: find(name) for name in NAME.findall(template)}
    if any(isinstance(value, bool) or not isinstance(value, str | int) or value in ("", 0) for value in values.values()):
        return None
    return NAME.sub(lambda match: str(values[match[1]]) if match[1] in raw else quote(str(values[match[1]])), template)


def here(template: str) -> Callable[[Page], str | None]:
    """An address made of what its page says, for :attr:`Form.beside`."""
    return lambda page: filled(template, lambda name: of_page(page, name), RAW)


RAW = frozenset({"origin", "base"})


def of_page(page: Page, name: str) -> Any:
    """What a template may say of *page*.

    ``key`` of its board and ``board``, the same unless it is a host, its ``origin``, ``base``, which is its address
    without a query, and ``query.x``, a parameter of it.
    """
    if name.startswith("query."):
        return page.query.get(name.removeprefix("query."))
    if name == "board":
        return page.key if page.key and "." not in page.key else None
    return getattr(page, name) if name in ("key", "origin", "base") else None
