"""Which of several ranges leads, and what each is for.

The rule: base pay (or pay without a basis) before total and on-target pay; then the ranges of the first one's currency
and period, the widest first, for they are one role's by place or level; ties keep the text's order. Different roles keep
the text's order. Where ranges in several currencies name their places, those in the money of the posting's country lead.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crawler.fields.salary_currencies import COUNTRY_CURRENCY
from crawler.fields.salary_record import Salary
from crawler.fields.salary_text import Found
from crawler.fields.salary_words import CUES, LEVEL, ROLE

LABEL_MAX = 60
_EDGES = " \t-*•·:|(),;[]#>~"
_FOR = re.compile(r"\b(?:for|in)\s+((?:the\s+)?[A-Z][^:;|\n]{1,50}?)(?:[- ]based)?(?:\s(?:roles?|hires?|candidates?|employees?|positions?|locations?|residents|only))?\s*[:,]?\s*$")
_BASED = re.compile(r"\b[Ff]or\s+(?:the\s+)?([^:;|\n]{2,50}?)[- ]based\b")
_ONLY = re.compile(r"\(([A-Z][^()\n]{1,40}?) [Oo]nly\)")
_IN = re.compile(r"[^.\n|;]{0,16}?\b(?:in|for)\s(?:the\s)?([A-Z][\w.'’-]*(?:[ ,]{1,2}[A-Z][\w.'’-]*){0,4}|[A-Z]\w+-based \w+)")


class Placed(NamedTuple):
    """A range with what stands around it."""

    salary: Salary
    line: str  # of the text, up to the amount
    role: str | None


def placed(text: str, found: Found, printed: str) -> Placed:
    """What was *found* in *text*, with its label and its words as *printed*."""
    salary, start, end, floor, span = found
    line = text[max(text.rfind("\n", 0, start) + 1, start - 160, floor) : start]
    role: str | None = None
    for named in ROLE.finditer(line):
        role = named[0]
    return Placed(salary._replace(label=_label(text, line, end), text=printed[span[0] : span[1]].strip()), line, role)


def _label(text: str, line: str, end: int) -> str | None:
    for pattern in (_ONLY, _BASED, _FOR):
        found = pattern.search(line)
        if found:
            return _short(found[1])
    head, colon, _ = line.rstrip().rpartition(":")
    head = re.split(r"[.;|!?•]\s|\||\n", head)[-1]
    if colon and _short(head) and "pay" not in CUES.last(head.lower(), 0, len(head.lower())):
        return _short(head)
    found = _IN.match(text, end, min(len(text), end + 90))
    if found:
        return _short(found[1])
    return None


def _short(label: str) -> str | None:
    label = " ".join(label.split()).strip(_EDGES)
    return label if 1 < len(label) <= LABEL_MAX else None


def ordered(found: Sequence[Placed], country: str | None) -> list[Salary]:
    """The ranges of *found*, the leading one first; what is said twice is there once."""
    if not found:
        return []
    ranks = [_rank(one.salary, found) for one in found]
    best = min(ranks)
    leader = found[ranks.index(best)]
    group = [one for one, rank in zip(found, ranks, strict=True) if rank == best and _same_kind(one, leader)]
    own = COUNTRY_CURRENCY.get(country or "")
    if leader.salary.currency != own and leader.salary.label:
        home = [one for one in found if one.salary.currency == own and one.salary.label]
        group = home or group
    if not _roles_differ(group):
        group = sorted(group, key=_width, reverse=True)
    rest = [one for _, one in sorted(zip(ranks, found, strict=True), key=lambda pair: pair[0]) if one not in group]
    return list(dict.fromkeys(one.salary for one in [*group, *rest]))


def _rank(salary: Salary, found: Sequence[Placed]) -> int:
    return 1 if salary.basis in ("ote", "total") and not _roles_differ(found) else 0


def _same_kind(one: Placed, other: Placed) -> bool:
    return (one.salary.currency, one.salary.period) == (other.salary.currency, other.salary.period)


def _width(one: Placed) -> float:
    low, high = one.salary.min, one.salary.max
    return high - low if low is not None and high is not None else 0


def _roles_differ(found: Sequence[Placed]) -> bool:
    """Whether the ranges stand with different roles' names, and not with levels of one."""
    roles = {one.role for one in found if one.role and not LEVEL.search(one.line.rpartition(one.role)[2])}
    return len(roles) > 1
