"""Postings as they come: items, or mappings with the same names."""

from collections.abc import Mapping
from typing import Any

from crawler.items import Posting

Record = Posting | Mapping[str, Any]  # what is missing counts as unknown


def field_of(posting: Record, name: str) -> Any:
    """The value of *name*, ``None`` where the posting or mapping has none."""
    return posting.get(name) if isinstance(posting, Mapping) else getattr(posting, name, None)


def text_of(posting: Record, name: str) -> str:
    """The value of *name* where it is a text, else an empty one."""
    value = field_of(posting, name)
    return value if isinstance(value, str) else ""
