"""Which of several ranges leads, and what each is for.

The rule: base pay, and pay without a basis, before total and on-target pay; then the ranges of the first one's currency
and period, the widest first, for they are one role's by place or level; ties keep the text's order. Ranges of different
roles, or kinds of contract, keep the text's order. Where labelled ranges in several currencies are given, those in the
money of the posting's country lead.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crawler.fields.pay.currency_names import COUNTRY_CURRENCY
from crawler.fields.pay.phrases import LEVEL, ROLE, ROLE_WORD
from crawler.fields.pay.record import Salary
from crawler.fields.pay.text import Found
from crawler.fields.pay.words import CUES

LABEL_MAX = 60  # characters
LINE_MAX = 160

_EDGES = " \t-*•·:|(,;[#>~&"
_FOR = re.compile(
    r"\b(?:[Ff]or|[Ii]n)\s+((?:the\s+)?[A-Z][^:;|\n]{1,50}?)(?:[- ]based)?"
    r"(?:\s(?:roles?|hires?|candidates?|employees?|positions?|locations?|residents|only))*\s*[:,]?\s*$"
)
_BASED = re.compile(r"\b[Ff]or\s+(?:the\s+)?([^:;|\n]{2,50}?)[- ]based\b")
_ONLY = re.compile(r"\(([A-Z][^()\n]{1,40}?) [Oo]nly\)")
_PLACE_AFTER = re.compile(
    r"[^.\n|;0-9]{0,16}?\b(?:in|for)\s(?:the\s)?([A-Z][\w'-]*(?:(?:, | )[A-Z][\w'-]*){0,4})(?:-based)?"
)
_CONTRACT = re.compile(r"[^\n0-9]{0,24}?\b(B2B|UoP|umowa|PJ|CLT|permanent|contract|freelance|employment)\b", re.I)
_HEAD = re.compile(r"[.;!?•]\s|\||\n")


class Placed(NamedTuple):
    """A labelled range with the line that leads to it and the role's name in that."""

    salary: Salary
    line: str
    role: str | None
    contract: str | None  # the kind of contract named behind it


def placed(text: str, printed: str, found: Iterable[Found]) -> list[Placed]:
    """The ranges *found* in *text*, each with its label and its words as *printed*."""
    result = []
    floor = 0
    for one in found:
        line = text[max(text.rfind("\n", 0, one.start) + 1, one.start - LINE_MAX, floor) : one.start]
        role = None
        for named in ROLE.finditer(line) if ROLE_WORD.search(line) else ():
            role = named[0]
        label, floor = _label(text, line, one.span[1])
        words = printed[slice(*one.span)].strip()
        contract = _CONTRACT.match(text, one.span[1])
        result.append(
            Placed(one.salary._replace(label=label, text=words), line, role, contract[1].lower() if contract else None)
        )
    if _roles_differ(result):
        result = [one._replace(salary=one.salary._replace(label=one.salary.label or one.role)) for one in result]
    return result


def _label(text: str, line: str, end: int) -> tuple[str | None, int]:
    """(what the range is for, where the words for it end)."""
    for pattern in (_ONLY, _BASED, _FOR):
        if found := pattern.search(line):
            return _short(found[1]), end
    head, colon, _ = line.rstrip().rpartition(":")
    head = _HEAD.split(head)[-1]
    if colon and (label := _short(head)) and "pay" not in CUES.last(head.lower(), 0, len(head.lower())):
        return label, end
    if found := _PLACE_AFTER.match(text, end, min(len(text), end + 90)):
        return _short(found[1]), found.end()
    return None, end


def _short(label: str) -> str | None:
    label = " ".join(label.split()).strip(_EDGES)
    label += ")" * (label.count("(") - label.count(")"))
    return label if 1 < len(label) <= LABEL_MAX and "//" not in label and "(http" not in label else None


def ordered(found: Sequence[Placed], country: str | None) -> list[Salary]:
    """The ranges of *found*, the leading one first; what is said twice is there once."""
    if not found:
        return []
    several = _roles_differ(found)
    ranks = [int(one.salary.basis in ("ote", "total") and not several) for one in found]
    leader = found[ranks.index(min(ranks))]
    group = [one for one, rank in zip(found, ranks, strict=True) if rank == min(ranks) and _same_kind(one, leader)]
    own = COUNTRY_CURRENCY.get(country or "")
    if leader.salary.currency != own and leader.salary.label:
        group = [one for one in found if one.salary.currency == own and one.salary.label] or group
    if not _roles_differ(group):
        group.sort(key=_width, reverse=True)
    rest = [one for _, one in sorted(zip(ranks, found, strict=True), key=lambda pair: pair[0]) if one not in group]
    return _distinct(one.salary for one in [*group, *rest])


def _same_kind(one: Placed, other: Placed) -> bool:
    return (one.salary.currency, one.salary.period) == (other.salary.currency, other.salary.period)


def _width(one: Placed) -> float:
    low, high = one.salary.min, one.salary.max
    return high - low if low is not None and high is not None else 0


def _roles_differ(found: Sequence[Placed]) -> bool:
    """Whether the ranges stand with different roles' names, and not with levels of one."""
    if len({one.contract for one in found if one.contract}) > 1:
        return True
    roles = {one.role for one in found if one.role and not LEVEL.search(one.line.rpartition(one.role)[2])}
    return len(roles) > 1


def _distinct(salaries: Iterable[Salary]) -> list[Salary]:
    """*salaries* without those that say the same again; what only a repetition says is filled in."""
    result: list[Salary] = []
    for salary in salaries:
        for index, known in enumerate(result):
            if known[:4] == salary[:4] and _agree(known.basis, salary.basis) and _agree(known.label, salary.label):
                result[index] = known._replace(
                    basis=known.basis or salary.basis,
                    label=known.label or salary.label,
                    payments=known.payments or salary.payments,
                    gross=salary.gross if known.gross is None else known.gross,
                )
                break
        else:
            result.append(salary)
    return result


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
