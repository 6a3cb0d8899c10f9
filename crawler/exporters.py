"""Feeds that other programs open."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from scrapy.exporters import CsvItemExporter

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: Any) -> Any:
    """*value* as it may stand in a cell: a text that a spreadsheet would take for a formula has an apostrophe before it.

    >>> guarded("=HYPERLINK(1)"), guarded("Cook"), guarded(-5)
    ("'=HYPERLINK(1)", 'Cook', -5)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class SafeCsvItemExporter(CsvItemExporter):
    """Scrapy's CSV, in which no text of a stranger is a formula."""

    def _build_row(self, values: Iterable[Any]) -> Iterator[Any]:
        yield from map(guarded, super()._build_row(values))
