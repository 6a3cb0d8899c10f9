"""What a posting that was read is to the one that is stored: new, changed, reopened, or the same."""

from hashlib import blake2b
from typing import Any

import orjson

from crawler.items import Posting
from crawler.normalise import CONTENT
from crawler.store import Known


def role_key(item: Posting) -> str | None:
    """The title and the place as printed, in one spelling; ``None`` without a place: the title alone says too little."""
    if not item.title or not item.location:
        return None
    return blake2b(" ".join(f"{item.title}\n{item.location}".casefold().split()).encode(), digest_size=10).hexdigest()


def change_of(item: Posting, known: Known | None) -> str | None:
    """What *item* is to the store: ``new``, ``changed``, ``reopened``, or ``None``: as it was."""
    if known is None:
        return "new"
    if known.status == "closed":
        return "reopened"
    if known.content_hash != item.content_hash and "no_detail" not in item.flags:
        return "changed"
    return None


def changed_fields(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, str | None]]:
    """Which fields of the content differ, with both values as text (lists as JSON).

    >>> changed_fields({"title": "Cook", "team": None}, {"title": "Chef", "team": None})
    [{'field': 'title', 'old': 'Cook', 'new': 'Chef'}]
    """
    return [{"field": name, "old": plain(old.get(name)), "new": plain(new.get(name))} for name in CONTENT if old.get(name) != new.get(name)]


def plain(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()
