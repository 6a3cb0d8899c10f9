"""Several processes that read one list: on one machine (``-a workers=N``), or on many with a queue in PostgreSQL."""

from importlib import import_module
from typing import Any

from crawler.exits import Exit, StopError


def handing() -> Any:
    """The module of runs that many machines share; its libraries are an extra, and :class:`StopError` says so."""
    try:
        return import_module("crawler.fleet.handing")
    except ImportError as error:
        raise StopError(f"{error.name} is not installed: pip install -r crawler/requirements-postgresql.txt", Exit.REFUSED) from error
