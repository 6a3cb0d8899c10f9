"""How the store writes moments, and how many values it asks for at once."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

T = TypeVar("T")
CHUNK = 400  # values in one IN (...): SQLite's oldest builds take 999


def stamp(moment: datetime) -> str:
    """*moment* as the store and the files write it: UTC, whole seconds.

    >>> stamp(datetime(2026, 9, 15, 8, 0, tzinfo=UTC))
    '2026-09-15T08:00:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def shown_url(url: str) -> str:
    """The address of a store as it may stand in a log: without its password.

    >>> shown_url("postgresql://user:secret@host/jobs")
    'postgresql://user:***@host/jobs'
    """
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
