"""What a board lost against its own history: fields that fewer of its postings have, and postings.

A posting that was only seen in a listing, its own page not read, says nothing of fields: shares are of those that
were read whole, whose number is that of the titles.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from crawler.store import BoardResult
from crawler.verdicts import PROVED

RUNS = 7  # proved runs that are a board's history
POINTS = 0.3  # of a share: from here on a field fell
MANY = 5  # postings read whole, from which a share is no chance
SIZE = 8  # postings, from which half of them is no chance
# Without any of them a reader is broken, or the site is another one ...
ESSENTIAL = ("url", "location", "description", "date_posted", "company", "department", "employment_type", "workplace", "salary_min")
# ... of the others an employer may stop to speak.
WATCHED = ("title", *ESSENTIAL, "apply_url", "requisition_id", "team", "locations", "valid_through", "requirements")


def proved_runs(past: Sequence[BoardResult]) -> list[BoardResult]:
    """The newest of *past* (newest first) that are a history: proved, and nothing held."""
    return [result for result in past if result.verdict in PROVED and not result.held][:RUNS]


def drift_of(past: Sequence[BoardResult], filled: Mapping[str, int], read: int | None) -> list[dict[str, Any]]:
    """What fell: ``{field, before, now}``, both shares of the postings (0 to 1), before as the median of the runs of *past*.

    Of the field ``postings`` they are numbers of postings; *read* is the one of now, ``None`` where the listing is not
    proved.

    >>> last = BoardResult("", "", "", None, "complete", None, read=9, filled={"title": 9, "salary_min": 8, "team": 5})
    >>> drift_of([last], {"title": 10, "salary_min": 5, "team": 4}, 10)
    [{'field': 'salary_min', 'before': 0.89, 'now': 0.5}]
    """
    history = proved_runs(past)
    found: list[dict[str, Any]] = []
    if read is not None and history and halved(history, read):
        found.append({"field": "postings", "before": float(usual(history)), "now": float(read)})
    shares = [result for result in history if whole(result.filled, result.read) >= MANY]
    if not shares or (now := whole(filled, 0)) < MANY:
        return found
    for name in WATCHED:
        before = median(result.filled.get(name, 0) / whole(result.filled, result.read) for result in shares)
        share = filled.get(name, 0) / now
        if before - share >= POINTS:
            found.append({"field": name, "before": round(before, 2), "now": round(share, 2)})
    return found


def lost_fields(past: Sequence[BoardResult], filled: Counter[str]) -> list[str]:
    """The essential fields that nearly every posting of the last proved run had and none of those read now has.

    >>> last = BoardResult("", "", "", None, "complete", None, read=9, filled={"location": 9, "company": 3})
    >>> lost_fields([last], Counter(title=9))
    ['location']
    """
    last = next(iter(proved_runs(past)), None)
    if last is None or whole(last.filled, last.read) < MANY or filled["title"] < MANY:
        return []
    return [name for name in ESSENTIAL if last.filled.get(name, 0) >= 0.8 * whole(last.filled, last.read) and not filled[name]]


def halved(history: Sequence[BoardResult], read: int) -> bool:
    """Whether a board of *read* postings has less than half of what it usually has.

    >>> usually = [BoardResult("", "", "", None, "complete", None, read=n) for n in (20, 22, 9)]
    >>> halved(usually, 9), halved(usually, 10)
    (True, False)
    """
    return usual(history) >= SIZE and read < usual(history) / 2


def usual(history: Sequence[BoardResult]) -> float:
    return median(result.read for result in history)


def whole(filled: Mapping[str, int], read: int) -> int:
    """How many postings were read whole."""
    return filled.get("title", read)
