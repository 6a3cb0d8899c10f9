"""What the readers find in the texts of whole corpora, held against the columns that the corpora's boards give.

Nobody labelled these: a column may be wrong, a board's guess, or say something else than the text. Agreement is a sign that
both are right; a disagreement is looked at, and explained in docs/accuracy.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scoring import NOW, boards, emscad, table

from crawler.conflicts import pay_conflict
from crawler.fields.education import education_of_text, read_education
from crawler.fields.location import read_location
from crawler.fields.salary import Salary, read_salary, structured_salary
from crawler.loaders import Draft
from crawler.normalise import normalise
from crawler.schema import record, validate

NEAR = 0.01  # of a figure: rounding
HEAD = 600  # characters in which a board prints what it gives itself
KINDS = ("same", "one end", "overlap", "apart")
WHERE = {"adzuna.co.uk": "GB", "linkedin.com": "GB", "lever.co": "US", "greenhouse.io": "US"}


class Agreement(NamedTuple):
    both: Counter[str]  # KINDS
    only_column: int
    only_text: int
    apart: list[tuple[str, str]]  # what the column says, what the text does


def near(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= NEAR * max(one, other)


def kind_of(low: float | None, high: float | None, read: Iterable[Salary]) -> str:
    """How the figures of a column fit the best of the ranges that were read, as stated or as a year's pay."""
    return KINDS[min((_fit(low, high, a, b) for pay in read for a, b in ((pay.min, pay.max), (pay.annual_min, pay.annual_max))), default=3)]


def _fit(low: float | None, high: float | None, a: float | None, b: float | None) -> int:
    if a is None and b is None:
        return 3
    if near(a, low) and near(b, high):
        return 0
    if near(a, low) or near(b, high):
        return 1
    infinite = float("inf")
    return 2 if (a or 0) <= (infinite if high is None else high) and (infinite if b is None else b) >= (low or 0) else 3


def _words(read: list[Salary]) -> str:
    return "; ".join(pay.text or "" for pay in read[:3])


def board_pay() -> dict[str, Agreement]:
    """The boards' pay columns against the texts: what employers said, and the board's own guesses apart."""
    found: dict[str, list[tuple[float | None, float | None, list[Salary]]]] = {"stated": [], "guessed": []}
    for row in boards():
        low, high = row["salary_min"] or None, row["salary_max"]
        if low is None and high is None:
            continue
        guessed = low == high and "estimated" in (row["description"] or "")[:HEAD]
        found["guessed" if guessed else "stated"].append((low, high, read_salary(row["description"] or "", WHERE.get(row["board"]))))
    return {name: _agreement(rows) for name, rows in found.items()}


def emscad_pay() -> Agreement:
    """EMSCAD's ``salary_range`` against the texts, each different posting once; ranges of nought are none."""
    rows, text_only, seen = [], 0, set()
    for row in emscad():
        if (row["text"], row["salary_range"]) in seen:
            continue
        seen.add((row["text"], row["salary_range"]))
        read = read_salary(row["text"], (row["location"] or "").split(",")[0].strip() or None)
        ends = re.fullmatch(r"(\d+)-(\d+)", row["salary_range"] or "")
        if ends and float(ends[2]):
            rows.append((float(ends[1]) or None, float(ends[2]), read))
        else:
            text_only += bool(read)
    return _agreement(rows)._replace(only_text=text_only)


def _agreement(rows: list[tuple[float | None, float | None, list[Salary]]]) -> Agreement:
    both: Counter[str] = Counter()
    apart = []
    for low, high, read in rows:
        if read:
            kind = kind_of(low, high, read)
            both[kind] += 1
            if kind == "apart":
                apart.append((f"{low:g} to {high:g}" if low and high else f"{low or high:g}", _words(read)))
    return Agreement(both, sum(not read for _, _, read in rows), 0, list(dict.fromkeys(apart)))


class Levels(NamedTuple):
    both: Counter[tuple[str, str]]  # column, text
    only_column: int
    only_text: int


def emscad_education() -> Levels:
    """EMSCAD's ``required_education`` against what the texts ask for, each different text once."""
    both: Counter[tuple[str, str]] = Counter()
    only_column = only_text = 0
    for text, column in {row["text"]: row["required_education"] for row in emscad()}.items():
        said, read = read_education(column or ""), education_of_text(text)
        both[said or "", read or ""] += bool(said and read)
        only_column += bool(said and not read)
        only_text += bool(read and not said)
    return Levels(+both, only_column, only_text)


class Whole(NamedTuple):
    postings: int
    raised: list[str]
    invalid: list[str]
    fields: Counter[str]  # postings with a value that was read from the text
    flags: Counter[str]
    conflicts: int  # columns that the text contradicts


def whole() -> Whole:
    """Every posting of every corpus through the whole of :func:`crawler.normalise.normalise`; nothing may raise."""
    raised, invalid, conflicts, count = [], [], 0, 0
    fields: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    for name, draft, stated in drafts():
        count += 1
        try:
            posting = normalise(draft, NOW)
        except Exception as error:
            raised.append(f"{name}: {error!r}")
            continue
        if problem := validate(record(posting)):
            invalid.append(f"{name}: {problem}")
        fields.update(field for field, source in posting.sources.items() if source == "text")
        flags.update(posting.flags)
        conflicts += stated is not None and pay_conflict([stated], posting.description or "", "GB")
    return Whole(count, raised, invalid, fields, flags, conflicts)


def drafts() -> Iterator[tuple[str, Draft, Salary | None]]:
    """Each posting without its pay columns, and these."""
    for row in boards():
        pay = structured_salary(row["salary_min"], row["salary_max"], row["salary_currency"], row["salary_period"], country=WHERE.get(row["board"]))
        yield row["id"], _draft(row["id"], row["title"], row["company"], row["location"], row["description"]), pay
    for at, row in enumerate(emscad()):
        yield f"emscad {at}", _draft(str(at), row["title"] or "untitled", None, row["location"], row["text"]), None
    for at, row in enumerate(table("emscad-balanced-cleantext")):
        yield f"cleaned {at}", _draft(str(at), "untitled", None, None, row["text"]), None


def _draft(key: str, title: str, company: str | None, location: str | None, description: str | None) -> Draft:
    values: dict[str, Any] = {"title": title, "company": company or None, "location": location or None, "description": description or None}
    sources = {name: "api" for name, value in values.items() if value}
    return Draft(id=f"page:{key}", platform="page", board="corpus", sources=sources, **values)


def places_of_emscad() -> tuple[int, int]:
    """How many of EMSCAD's different locations begin with the country that is read from them, and how many there are."""
    texts: set[str] = {row["location"] for row in emscad() if re.match(r"[A-Z]{2}, ", row["location"] or "")}
    good = sum(any(place.country == text[:2] for place in read_location(text).places) for text in texts)
    return good, len(texts)


