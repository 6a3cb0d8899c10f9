"""When two postings are one, and by which rule.

The same opening: one employer (or an agency that recruits for it), one role and level, one place. A board, a date, an edit, a cut or
another writing of company and place make no difference; another city, level, shift or team does. Rules: ``docs/duplicates.md``.
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from w3lib.url import canonicalize_url, url_query_cleaner

from crawler.employer import (
    company_key,
    field_of,
    host_of,
    names_other,
    on_aggregator,
    read_employer,
    relation,
    speaks_of_client,
    text_of,
)
from crawler.items import Posting
from crawler.likeness import Likeness, Text, digest, letters, likeness, may_be_alike, similarity
from crawler.places import place_key, read_places, same_place
from crawler.titles import read_title, same_role, title_key
from crawler.twins import other_city, other_shift

__all__ = [
    "Facts", "Match", "blocks", "company_key", "compare", "content_key", "digest", "leader", "match", "may_be_alike", "similarity",
]  # fmt: skip

Record = Posting | Mapping[str, Any]

# Least shares of the shorter text that must stand in the longer one. Measured: docs/duplicates.md
SAME_EMPLOYER = 0.58
OTHER_EMPLOYER = 0.58  # an agency puts its own boilerplate around the employer's words
DIRECT_EMPLOYERS = 0.9  # two employers that both speak for themselves
PLACE_UNKNOWN = 0.8
OTHER_PAY = 0.8
OWN_BOARD = 0.8  # an employer with two postings of one title in one place has two openings more often than one twice
DOUBTFUL = 0.9  # title or place only nearly the same
UNTITLED = 0.95
CORE = 0.5  # least share of what is left without boilerplate
SHORT = 150  # letters, about 25 words: shorter texts must be the same


TRACKING = (
    "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "gh_src", "lever-source", "lever-origin", "ref", "source", "src", "trk",
)  # fmt: skip


class Match(NamedTuple):
    """Two postings are one by *rule* (a code of ``docs/duplicates.md``); *score* 0 to 1: the share of the shorter text in the longer."""

    rule: str
    score: float


class Facts:
    """What is compared of a posting, read once: for postings that meet many others, see :func:`match`. Never raises."""

    __slots__ = ("_text", "board", "closed", "copied", "description", "employer", "id", "kind", "opened", "pay", "places", "requisition", "team", "title", "urls")

    def __init__(self, posting: Record) -> None:
        self.id = text_of(posting, "id")
        self.board = board_of(posting)
        self.copied = on_aggregator(posting)
        self.title = text_of(posting, "title")
        self.employer = read_employer(posting)
        self.places = read_places(posting)
        self.description = text_of(posting, "description")
        self.requisition = requisition_of(posting)
        self.urls = url_keys(posting)
        self.kind = kinds_of(posting)
        self.pay = pay_of(posting)
        self.team = tuple(text_of(posting, name).strip().casefold() for name in ("department", "team"))
        self.opened = min(filter(None, (text_of(posting, name)[:10] for name in ("date_posted", "first_seen"))), default="")
        self.closed = text_of(posting, "closed_at")[:10]
        self._text: Text | None = None

    @property
    def text(self) -> Text:
        if self._text is None:
            self._text = Text(self.description)
        return self._text


def compare(a: Record, b: Record) -> Match | None:
    """Whether *a* and *b* are one posting: the rule that says so and a score, ``None`` when nothing proves it.

    Takes :class:`Posting` items or mappings with the record's names; what is missing counts as unknown. The order does not
    matter. Never raises. Rules: ``docs/duplicates.md``.

    >>> text = "You keep the presses of our bindery running, find faults early and train two apprentices. " * 3
    >>> post = {"title": "Press Mechanic", "company": "Falzwerk GmbH", "location": "Kassel, Germany", "description": text}
    >>> compare(post, {**post, "company": "Falzwerk", "location": "Kassel"})
    Match(rule='same_content', score=1.0)
    >>> compare(post, {**post, "location": "Fulda, Germany"})
    """
    return match(Facts(a), Facts(b))


def match(a: Facts, b: Facts) -> Match | None:
    """:func:`compare` for facts that were read before: one posting against all the candidates of its blocks."""
    if a.id and a.id == b.id and (":" in a.id or a.board == b.board or not (a.board and b.board)):
        return Match("same_id", 1.0)
    role = same_role(a.title, b.title, a.places.words | b.places.words, frozenset(a.employer.words + b.employer.words)) if a.title and b.title else "unknown"
    where = same_place(a.places, b.places)
    if role is None or where == "other":
        return None
    house = relation(a.employer, b.employer)
    other_board = bool(a.board and b.board and a.board != b.board)
    if other_opening(a, b, house):
        return None
    found = likeness(a.text, b.text)
    if (by_name := same_by_name(a, b, role, where, house, found)) is not None:
        return by_name
    if not found.letters or (where == "near" and not other_board) or (role == "near" and not other_board and not a.copied):
        return None  # one board keeps its titles and its cities apart on purpose
    need = threshold(a, b, role, where, house, found)
    if need is None or found.whole < need or found.core < min(need, CORE):
        return None
    return Match(rule_of(house, found), round(found.whole, 3))


def other_opening(a: Facts, b: Facts, house: str | None) -> bool:
    """Whether the employer itself keeps the two apart: by its numbers, by team or by hours within one board."""
    if a.requisition and b.requisition and a.requisition != b.requisition and house == "same" and shape(a.requisition) == shape(b.requisition):
        follows = any(one.closed and two.opened and one.closed <= two.opened for one, two in ((a, b), (b, a)))
        return not follows  # posted again under a new number once the old one was closed
    if not a.board or a.board != b.board:
        return False
    return any(x and y and x != y for x, y in zip(a.team, b.team, strict=True)) or bool(a.kind and b.kind and a.kind.isdisjoint(b.kind))


def shape(requisition: str) -> str:
    """What sort of number it is: two of one sort are two openings, others may be two systems' numbers of one.

    >>> shape("r-00123"), shape("2024/17b")
    ('a-9', '9/9a')
    """
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", requisition))


def same_by_name(a: Facts, b: Facts, role: str, where: str | None, house: str | None, found: Likeness) -> Match | None:
    """One address or one number of the employer's, where the texts do not say otherwise."""
    share = found.whole if found.letters else 1.0
    if share < 0.3:
        return None
    if a.urls & b.urls:
        return Match("same_url", round(share, 3))
    if a.requisition and a.requisition == b.requisition and house in ("same", "related") and role == "same" and where in ("same", None):
        return Match("same_requisition", round(share, 3))
    return None


def threshold(a: Facts, b: Facts, role: str, where: str | None, house: str | None, found: Likeness) -> float | None:
    """The least share of text that proves a pair, ``None`` where no share does."""
    if found.whole < SAME_EMPLOYER or other_shift(a.description, b.description):
        return None
    if where != "same" and other_city(a.description, b.description):
        return None
    need = SAME_EMPLOYER if house in ("same", "related") else PLACE_UNKNOWN if house is None else other_employers(a, b, where)
    if need is None or (role == "unknown" and (house == "other" or found.jaccard < PLACE_UNKNOWN)):
        return None
    if role == "unknown":
        need = max(need, UNTITLED)
    if role == "near" or where == "near":
        need = max(need, DOUBTFUL)
    if where is None:
        need = max(need, PLACE_UNKNOWN)
    if a.board and a.board == b.board and not a.copied:
        need = max(need, OWN_BOARD)
    if pay_differs(a.pay, b.pay):
        need = max(need, OTHER_PAY)
    if found.letters < SHORT:
        need = max(need, UNTITLED)
    return need


def other_employers(a: Facts, b: Facts, where: str | None) -> float | None:
    """The least share for two names that do not go together: an agency's or a parent's copy, or a chain's template."""
    if where != "same":
        return None
    if names_other(a.description, b.employer) or names_other(b.description, a.employer):
        return SAME_EMPLOYER
    agents = [side.employer.agency or speaks_of_client(side.description) for side in (a, b)]
    if all(agents):
        return DIRECT_EMPLOYERS
    if not any(agents) and names_other(a.description, a.employer) and names_other(b.description, b.employer):
        return None  # each speaks of itself: two houses with one template
    return OTHER_EMPLOYER


def rule_of(house: str | None, found: Likeness) -> str:
    if house == "other":
        return "agency_copy"
    if found.jaccard == 1:
        return "same_content"
    return "cut_text" if found.whole >= DOUBTFUL and found.jaccard < 0.6 else "near_text"


def content_key(posting: Record) -> str | None:
    """Equal for postings of one company with the same content at another address; ``None`` where company, title or text is missing.

    24 hexadecimal digits of :func:`company_key`, the words of the title, the places and the letters of the text. City, level and
    shift twins differ in one of them. What only :func:`compare` sees (numbers of two openings, teams) is not in it.
    """
    company, words, text = company_key(posting), read_title(text_of(posting, "title")).words, letters(text_of(posting, "description"))
    if not (company and words and text):
        return None
    said = "\0".join((company, " ".join(sorted(words)), place_key(read_places(posting)), text))
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def blocks(posting: Record) -> list[str]:
    """The keys under which candidates for *posting* are looked for, sorted: two postings that share none are not compared.

    ``e|employer|title`` for every form of the employer's name, ``p|city|title`` for every city (an agency's copy bears another
    name), ``u|address``, ``r|employer|number``. Titles are reduced to the role, so a block holds one role of one house or one city.
    """
    employer, places, title = read_employer(posting), read_places(posting), text_of(posting, "title")
    labels = {*employer.names, *(word for word in employer.words[:1])}
    found = {f"u|{url}" for url in url_keys(posting)}
    if number := requisition_of(posting):
        found.update(f"r|{label}|{number}" for label in labels)
    if title and (role := title_key(title, places.words | frozenset(employer.words))):
        found.update(f"e|{label}|{role}" for label in labels)
        found.update(f"p|{city}|{role}" for city in sorted(places.cities | places.around)[:8])
    return sorted(found)


def leader(a: Record, b: Record) -> Record:
    """Which of two that are one leads: the employer's own board before an agency or a site of many employers, then the older.

    Then the longer text, then the smaller id, so that the order never matters.
    """
    return min((a, b), key=_rank)


def _rank(posting: Record) -> tuple[int, str, int, str, str]:
    employer = read_employer(posting)
    agent = employer.agency or speaks_of_client(text_of(posting, "description"))
    dates = [text_of(posting, name)[:10] for name in ("date_posted", "first_seen")]
    return (
        2 if on_aggregator(posting) else 1 if agent else 0, min(filter(None, dates), default="~"),
        -len(text_of(posting, "description")), text_of(posting, "id"), text_of(posting, "url"),
    )  # fmt: skip


def board_of(posting: Record) -> str:
    """Where the posting was read: platform and board, else the host of its address."""
    platform, board = text_of(posting, "platform"), text_of(posting, "board")
    return f"{platform}:{board}".strip(":").casefold() if board else host_of(text_of(posting, "url"))


def requisition_of(posting: Record) -> str:
    """The employer's own number; empty for words that stand where one should ("See Opening ID")."""
    number = text_of(posting, "requisition_id").strip().casefold()
    return number if any(c.isdigit() for c in number) else ""


def kinds_of(posting: Record) -> frozenset[str]:
    value = field_of(posting, "employment_type")
    return frozenset(re.sub(r"[^A-Z]", "", kind.upper()) for kind in (value if isinstance(value, list) else [value]) if isinstance(kind, str))


def pay_of(posting: Record) -> tuple[str, str, float, float] | None:
    """Currency, period, least and most of the stated pay; ``None`` where one of them is missing."""
    currency, period = text_of(posting, "salary_currency"), text_of(posting, "salary_period")
    ends = [value for name in ("salary_min", "salary_max") if isinstance(value := field_of(posting, name), int | float) and value > 0]
    return (currency, period, min(ends), max(ends)) if currency and ends else None


def pay_differs(a: tuple[str, str, float, float] | None, b: tuple[str, str, float, float] | None) -> bool:
    """Whether two stated pays of one currency and period lie apart, by more than a rounding.

    >>> pay_differs(("GBP", "YEAR", 70_000, 75_000), ("GBP", "YEAR", 60_000, 66_500))
    True
    """
    return a is not None and b is not None and a[:2] == b[:2] and (1.03 * a[3] < b[2] or 1.03 * b[3] < a[2])


def url_keys(posting: Record) -> frozenset[str]:
    """The posting's addresses in one spelling, without what only tracks; one without a number or path leads to no posting."""
    found = []
    for name in ("url", "apply_url"):
        url = text_of(posting, name)
        if re.match(r"https?://[^/?#]+/?[^\s]", url, re.IGNORECASE) and len(url) < 2000 and (name == "url" or re.search(r"\d{4}", url)):
            try:
                plain = canonicalize_url(url_query_cleaner(url, TRACKING, remove=True, keep_fragments=True), keep_fragments="#/" in url or "#!" in url)
            except ValueError:
                continue
            found.append(re.sub(r"^https?://(?:www\.)?", "", plain).rstrip("/"))
    return frozenset(found)
