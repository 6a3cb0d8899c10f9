"""What a posting that was read is to the one that is stored: new, changed, reopened, or the same."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, Final

import orjson

from crawler.items import Posting
from crawler.lists.address import folded
from crawler.normalise import CONTENT
from crawler.store import Known
from crawler.store.renewals import EVERGREEN_RENEWALS

WAVE_SHARE, WAVE_SIZE = 0.5, 8  # one field on this share of a board of so many postings is one event
EVERGREEN_DAYS = 365  # 7 % of postings live past 180 days
REDATED_DAYS = 2  # a date that moves by less follows the time zone

# What a page counts or reckons anew each day; a figure of it is no word of the posting.
_UNIT: Final = (
    "minutes?|hours?|days?|weeks?|months?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|heures?|jours?|semaines?|mois|horas?|d[ií]as?|dias?|semanas?"
    "|mes(?:es)?|m[eê]s(?:es)?|ore|ora|giorn[io]|settiman[ae]|mes[ei]|uur|uren|dag(?:en)?|weken|week|maand(?:en)?"
)
_COUNTED: Final = (
    "views?|applicants?|applications?|clicks?|visits?|people (?:have )?(?:applied|viewed|clicked)|aufrufe?|bewerbungen|bewerber|vues?|candidatures?|candidats?"
    "|visitas?|candidatos?|inscritos?|visualiza(?:tions?|ções|zioni)|candidat[ie]|candidature|weergaven|sollicitanten|sollicitaties"
)
_NOISE: Final = re.compile(
    rf"\d[\d.,]*\+?\s*(?:{_UNIT})\s+(?:ago|fa|geleden|atrás)\b|\b(?:vor|il y a|hace|há)\s+\d+\+?\s*(?:{_UNIT})\b|\d+\s*(?:分|時間|日|週間|か月)前"
    rf"|\d[\d.,]*\+?\s*(?:{_COUNTED})\b|\b(?:{_COUNTED})\s*:\s*\d[\d.,]*|(?:閲覧数|応募者数)\s*[:：]?\s*\d[\d,]*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_COUNTER_NAME: Final = re.compile(rf"(?:{_COUNTED}|閲覧数|応募者数)", re.IGNORECASE)

# What goes with a field that a whole board lost.
TOGETHER: Final = {
    "location": ("location", "locations", "remote_scope"),
    "salary_min": ("salary_min", "salary_max", "salary_currency", "salary_period", "salary_basis", "salary_annual_min", "salary_annual_max", "salary_text", "salaries"),
    "description": ("description", "description_html", "responsibilities", "requirements", "benefits", "language"),
    "date_posted": ("date_posted", "date_posted_bound"),
}  # fmt: skip


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


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any], days: int = 0) -> list[dict[str, str | None]]:
    r"""Which fields of the content differ, with both values as text (lists as JSON); *days* lie between the two readings.

    What only counts on, stands in another order or is spaced otherwise does not differ.

    >>> changed_fields({"title": "Cook", "team": None}, {"title": "Chef", "team": None})
    [{'field': 'title', 'old': 'Cook', 'new': 'Chef'}]
    >>> changed_fields({"description": "Cook for us.\n\n9 views"}, {"description": "Cook  for us.\n\n1,234 views"})
    []
    """
    return [
        {"field": name, "old": plain(old.get(name)), "new": plain(new.get(name))}
        for name in CONTENT
        if old.get(name) != new.get(name) and said(name, old.get(name)) != said(name, new.get(name)) and not (name == "valid_through" and rolls(old, new, days))
    ]


def said(name: str, value: Any) -> Any:
    """*value* of the field *name* without noise, for comparing."""
    if isinstance(value, str):
        return " ".join(_ADDRESS.sub(lambda found: folded_address(found[0]), _NOISE.sub("#", value)).split())
    if name == "attributes" and isinstance(value, list):
        value = [{**one, "value": said("value", one.get("value"))} for one in value if not _COUNTER_NAME.fullmatch(str(one.get("name")))]
    return sorted(orjson.dumps(one) for one in value) if isinstance(value, list) else value


def folded_address(url: str) -> str:
    try:
        return folded(url)
    except ValueError:
        return url


def rolls(old: Mapping[str, Any], new: Mapping[str, Any], days: int) -> bool:
    """Whether the date until which a posting holds only moved on with the calendar."""
    moved = days_between(old.get("valid_through"), new.get("valid_through"))
    return moved is not None and days > 0 and abs(moved - days) <= 1


def plain(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()


def kept(old: Mapping[str, Any], new: Mapping[str, Any], lost: Collection[str]) -> dict[str, Any]:
    """The record *new* with what its whole board *lost* as it was in *old*, and a flag ``kept_<field>`` for each.

    >>> record = kept({"location": "Berlin", "sources": {}}, {"location": None, "sources": {}, "flags": []}, ["location"])
    >>> record["location"], record["flags"]
    ('Berlin', ['kept_location'])
    """
    names = {name for field in lost for name in TOGETHER.get(field, (field,))}
    if "description" in lost:
        names |= {name for name, source in old["sources"].items() if source == "text"}
    back = {name: old[name] for name in sorted(names) if new.get(name) in (None, []) and old.get(name) not in (None, [])}
    sources = {name: old["sources"][name] for name in back if name in old["sources"]}
    flags = [f"kept_{name}" for name in lost if name in back]
    return {**new, **back, "sources": {**new["sources"], **sources}, "flags": [*new["flags"], *flags]}


def content_hash_of(record: Mapping[str, Any]) -> str:
    """:func:`crawler.normalise.content_hash` of a stored record."""
    return blake2b(orjson.dumps([record[name] for name in CONTENT]), digest_size=12).hexdigest()


def waves_of(moved: Mapping[str, Sequence[str]], compared: int) -> tuple[list[dict[str, Any]], list[str]]:
    """The field waves of a board of *compared* known postings, and the postings that only went with them.

    *moved*: of every changed posting the fields that changed. Its employer, or its platform, did that to the board as a
    whole: one event, no change of the jobs.

    >>> waves_of({str(n): ["company"] for n in range(8)} | {"8": ["company", "title"]}, 12)
    ([{'kind': 'field', 'field': 'company', 'postings': 9}], ['0', '1', '2', '3', '4', '5', '6', '7'])
    """
    if compared < WAVE_SIZE:
        return [], []
    counts = Counter(name for names in moved.values() for name in names)
    waves = {name: count for name, count in sorted(counts.items()) if count >= WAVE_SHARE * compared}
    found = [{"kind": "field", "field": name, "postings": count} for name, count in waves.items()]
    return found, [id_ for id_, names in moved.items() if all(name in waves for name in names)]


def redated(known: Known, posted: str | None, today: str) -> bool:
    """Whether a posting was dated anew: its date moved on, and not with the calendar as a reckoned one does."""
    moved = days_between(known.posted, posted)
    if moved is None or moved < REDATED_DAYS:
        return False
    passed = days_between(known.last_seen, today)
    return passed is None or abs(moved - passed) > 1


def is_evergreen(renewals: int, first_seen: str, posted: str | None, today: str) -> bool:
    """Whether a posting is put up again and again, or has been open for so long that it stands for no single vacancy."""
    since = min(first_seen[:10], posted or first_seen[:10])
    return renewals >= EVERGREEN_RENEWALS or (days_between(since, today) or 0) >= EVERGREEN_DAYS


def days_between(one: str | None, other: str | None) -> int | None:
    """The days from one ISO 8601 date or moment to another; ``None`` where there is not both."""
    if not one or not other:
        return None
    return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days
