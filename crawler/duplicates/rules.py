"""The rules: what proves that two postings are one, and what forbids it."""

import re
from typing import NamedTuple

from crawler.duplicates.employer import relation, speaks_of, speaks_of_client
from crawler.duplicates.facts import Facts, pay_differs
from crawler.duplicates.likeness import Likeness, likeness
from crawler.duplicates.record import Record
from crawler.duplicates.titles import same_role
from crawler.duplicates.twins import apart, other_city
from crawler.duplicates.whereabouts import same_place

# Least shares of the shorter text that must stand in the longer one. Measured: docs/duplicates.md
SAME_EMPLOYER = 0.58
OTHER_EMPLOYER = 0.58  # an agency puts its own boilerplate around the employer's words
TWO_AGENCIES = 0.95
EMPLOYER_UNKNOWN = 0.85
PLACE_UNKNOWN = 0.85
UNTITLED = 0.9
OTHER_PAY = 0.9
OWN_BOARD = 0.88  # an employer with two postings of one title in one place has two openings more often than one twice
DOUBTFUL = 0.95  # title or place only nearly the same
CORE = 0.58  # of what is left without boilerplate
SHORT, SHORT_TEXT = 150, 0.97  # letters, about 25 words, that two postings may share by chance
FEW_WORDS = 60  # letters that prove nothing as a part of a longer text
OTHER_TEXT = 0.3  # below, an address or number that two share is not their own
CUT = 0.6  # runs in both of the runs in either: below, one text is a part of the other


class Match(NamedTuple):
    """Two postings are one by *rule*, a code of ``docs/duplicates.md``; *score* from 0 to 1: the share of the shorter text in the longer."""

    rule: str
    score: float


class Relation(NamedTuple):
    """How two postings go together: *role* ``same``, ``near``, ``unknown``; *place* ``same``, ``near``, ``None`` (unknown); *house*
    ``same``, ``related``, ``other``, ``None`` (unknown).
    """  # noqa: D205  one sentence

    role: str
    place: str | None
    house: str | None


def compare(a: Record, b: Record) -> Match | None:
    """Whether *a* and *b* are one posting: the rule that says so and a score, ``None`` when nothing proves it.

    Takes :class:`Posting` items or mappings with the record's names; what is missing counts as unknown. The order does not
    matter. Never raises. Rules: ``docs/duplicates.md``.

    >>> compare({"id": "lever:acme:1"}, {"id": "lever:acme:1"}), compare({"title": "Nurse"}, {"title": "Nurse"})
    (Match(rule='same_id', score=1.0), None)
    """
    return match(Facts(a), Facts(b))


def match(a: Facts, b: Facts) -> Match | None:
    """:func:`compare` for facts that were read before: one posting against all the candidates of its blocks."""
    if a.id and a.id == b.id and (":" in a.id or a.board == b.board or not (a.board and b.board)):
        return Match("same_id", 1.0)
    how = relate(a, b)
    if how is None or other_opening(a, b, how):
        return None
    found = likeness(a.text, b.text)
    by_name = same_by_name(a, b, how, found)
    if by_name or not found.letters:
        return by_name
    need = least_share(a, b, how, found)
    if need is None or found.whole < need or found.core < min(need, CORE):
        return None
    return Match(rule_of(how, found), round(found.whole, 3))


def relate(a: Facts, b: Facts) -> Relation | None:
    """How title, place and employer of two postings go together; ``None`` for two roles or two places."""
    role: str | None = "unknown"
    if a.title and b.title:
        role = same_role(a.title, b.title, a.places.words | b.places.words, (a.employer.words, b.employer.words))
    place = same_place(a.places, b.places)
    return None if role is None or place == "other" else Relation(role, place, relation(a.employer, b.employer))


def other_opening(a: Facts, b: Facts, how: Relation) -> bool:
    """Whether the employer itself keeps the two apart: by its numbers, and within one board by team or type of employment."""
    numbers = a.requisition, b.requisition
    if how.house == "same" and all(numbers) and numbers[0] != numbers[1] and shape(numbers[0]) == shape(numbers[1]):
        follows = any(one.closed and two.opened and one.closed <= two.opened for one, two in ((a, b), (b, a)))
        return not follows  # posted again under a new number once the old one was closed
    if not a.board or a.board != b.board:
        return False
    if any(x and y and x != y for x, y in zip(a.team, b.team, strict=True)):
        return True
    return bool(a.kind and b.kind and a.kind.isdisjoint(b.kind)) and not a.copied


def shape(requisition: str) -> str:
    """What sort of number it is: two of one sort are two openings, others may be two systems' numbers of one.

    >>> shape("r-00123"), shape("2024/17b")
    ('a-9', '9/9a')
    """
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", requisition))


def same_by_name(a: Facts, b: Facts, how: Relation, found: Likeness) -> Match | None:
    """One address or one number of the employer's, where the texts do not say otherwise."""
    share = found.whole if found.letters else 1.0
    if share < OTHER_TEXT:
        return None
    if a.urls & b.urls:
        return Match("same_url", round(share, 3))
    if a.requisition and a.requisition == b.requisition and how.house in ("same", "related"):
        # Some employers post one number in every city.
        return (
            Match("same_requisition", round(share, 3)) if how.role == "same" and how.place in ("same", None) else None
        )
    return None


def least_share(a: Facts, b: Facts, how: Relation, found: Likeness) -> float | None:
    """The least share of text that proves a pair, ``None`` where no share does."""
    same_board = bool(a.board) and a.board == b.board
    other_board = bool(a.board and b.board) and not same_board
    if found.whole < min(SAME_EMPLOYER, OTHER_EMPLOYER) or (found.letters < FEW_WORDS and found.jaccard < 1):
        return None
    if not other_board and (how.place == "near" or (how.role == "near" and not a.copied)):
        return None  # one board keeps its cities and its titles apart on purpose
    if how.role == "unknown" and (how.house == "other" or found.jaccard < CUT):
        return None
    if apart(a.description, b.description):
        return None
    if not (a.places.cities and b.places.cities) and other_city(a.description, b.description):
        return None
    needs = [by_employer(a, b, how)]
    needs += [UNTITLED] if how.role == "unknown" else []
    needs += [DOUBTFUL] if "near" in (how.role, how.place) else []
    needs += [PLACE_UNKNOWN] if how.place is None else []
    needs += [OWN_BOARD] if same_board and not a.copied else []
    needs += [OTHER_PAY] if pay_differs(a.pay, b.pay) else []
    needs += [None if how.house == "other" else SHORT_TEXT] if found.letters < SHORT else []
    return None if None in needs else max(need for need in needs if need is not None)


def by_employer(a: Facts, b: Facts, how: Relation) -> float | None:
    """The least share for what the two employers are to each other; ``None`` for two houses."""
    if how.house in ("same", "related"):
        return SAME_EMPLOYER
    if how.house is None:
        return EMPLOYER_UNKNOWN
    if how.place != "same":
        return None
    if speaks_of(a.description, b.employer) or speaks_of(b.description, a.employer):
        return SAME_EMPLOYER  # an agency names its client, a brand its parent
    agents = [side.employer.agency or speaks_of_client(side.description) for side in (a, b)]
    if all(agents):
        return TWO_AGENCIES
    if a.own and b.own and not any(agents):
        return None  # each on a board of its own, and neither names the other: houses of one chain
    if not any(agents) and speaks_of(a.description, a.employer) and speaks_of(b.description, b.employer):
        return None  # each speaks of itself: two houses with one template
    return OTHER_EMPLOYER


def rule_of(how: Relation, found: Likeness) -> str:
    if how.house == "other":
        return "agency_copy"
    if found.jaccard == 1:
        return "same_content"
    return "cut_text" if found.whole >= DOUBTFUL and found.jaccard < CUT else "near_text"
