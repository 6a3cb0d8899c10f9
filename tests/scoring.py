"""Runs the readers over the labelled sets that lie beside the project, and counts with the sets' own scorers.

The sets are other people's texts and no part of the project: a folder with ``gold/``, ``corpus/``, ``pages/``, ``recorded/`` and
the scorers in ``score/``. Where it is absent there is nothing to count, and who asks is told so (:data:`ABSENT`).
"""

import csv
import importlib.util
import io
import json
import lzma
import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from crawler.duplicates import compare
from crawler.fields.dates import Posted, read_posted
from crawler.fields.location import read_location
from crawler.fields.salary import mentions_bonus, mentions_equity, read_salary
from crawler.reader import Reading, read

ROOT = Path(__file__).resolve().parents[1]
SETS = Path(os.environ.get("ACCURACY_SETS") or ROOT.parent / "shared")
ABSENT = "the labelled sets are not here (../shared, or the folder that ACCURACY_SETS names)"
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)  # the day that the sets' relative dates count from
TYPES = {".json": "application/json", ".xml": "application/xml", ".html": "text/html; charset=utf-8"}

Row = dict[str, Any]


def present() -> bool:
    return (SETS / "score").is_dir() and (SETS / "gold").is_dir()


def scorer(name: str) -> ModuleType:
    """The set's own scorer, ``score/score_<name>.py``."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", SETS / "score" / f"score_{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gold(name: str) -> list[Row]:
    return lines(min((SETS / "gold").glob(f"{name}*.jsonl")))


class Share(NamedTuple):
    right: int
    of: int

    def __str__(self) -> str:
        return "-" if not self.of else f"{100 * self.right / self.of:.1f} %"

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 1.0


class Miss(NamedTuple):
    kind: str
    text: str
    wanted: str
    got: str


class Pay(NamedTuple):
    whole: Share  # minimum, maximum, currency and period all right, of the texts with pay
    false_alarms: Share  # of the texts without
    parts: dict[str, Share]  # basis, equity, bonus: of those with pay that was found
    by: dict[str, dict[str, Share]]  # currency, period, kind -> value -> whole
    misses: list[Miss]


def pay() -> Pay:
    """``read_salary`` and the two offers, on the labelled snippets."""
    judge, rows = scorer("salary"), gold("salary")
    found = {}
    for row in rows:
        if ranges := read_salary(row["text"], row.get("country")):
            first = ranges[0]
            found[row["id"]] = {
                "min": first.min, "max": first.max, "currency": first.currency, "period": (first.period or "").lower() or None,
                "basis": first.basis or "unknown", "equity": mentions_equity(row["text"]), "bonus": mentions_bonus(row["text"]),
            }  # fmt: skip
    _, errors = judge.score(rows, found)
    judged = {row["id"]: judge.fields(found[row["id"]], row["expected"]) for row in rows if row["expected"] and row["id"] in found}

    def whole(some: list[Row]) -> Share:
        paid = [row for row in some if row["expected"]]
        return Share(sum(judged[row["id"]]["all4"] for row in paid if row["id"] in judged), len(paid))

    by: dict[str, dict[str, Share]] = {}
    for key in ("currency", "period", "kind"):
        groups: dict[str, list[Row]] = {}
        for row in rows:
            if row["expected"]:
                groups.setdefault(str(row["kind"] if key == "kind" else row["expected"][key]), []).append(row)
        by[key] = {name: whole(some) for name, some in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))}
    none = [row for row in rows if not row["expected"]]
    return Pay(
        whole(rows),
        Share(sum(row["id"] in found for row in none), len(none)),
        {part: Share(sum(bool(one.get(part)) for one in judged.values()), len(judged)) for part in ("basis", "equity", "bonus")},
        by,
        [Miss(kind.lower(), row["text"], _pay_words(row["expected"]), _pay_words(got)) for kind, row, got in errors],
    )


def _pay_words(pay: Row | None) -> str:
    return "-" if not pay else f"{pay['min']} to {pay['max']} {pay['currency']} per {pay['period']}"


class Places(NamedTuple):
    cities: Share
    countries: Share
    workplace: Share  # "on site" and "nothing said" taken as one, as the scorer's last line does
    scope: Share
    everything: Share
    misses: list[Miss]


def places() -> Places:
    """``read_location`` on the labelled location texts."""
    judge, rows = scorer("location"), gold("location")
    words = {"onsite": "none", "hybrid": "hybrid", "remote": "remote", None: "unknown"}
    right: Counter[str] = Counter()
    misses = []
    for row in rows:
        got = read_location(row["text"])
        said = {"places": [place._asdict() for place in got.places], "remote": words[got.workplace], "remote_scope": got.remote_scope}
        wanted = row["expected"]
        fits = {
            "cities": judge.cities(said) == judge.cities(wanted),
            "countries": judge.countries(said) == judge.countries(wanted),
            "workplace": _folded(said["remote"]) == _folded(wanted["remote"]),
            "scope": judge.scope(said) == judge.scope(wanted),
        }
        right.update(name for name, fit in fits.items() if fit)
        right["everything"] += all(fits.values())
        if not all(fits.values()):
            wrong = ", ".join(name for name, fit in fits.items() if not fit)
            misses.append(Miss(wrong, row["text"], _place_words(wanted), _place_words(said)))
    return Places(*(Share(right[name], len(rows)) for name in ("cities", "countries", "workplace", "scope", "everything")), misses)


def _folded(workplace: str) -> str:
    return "none" if workplace == "unknown" else workplace


def _place_words(said: Row) -> str:
    names = "; ".join(", ".join(part for part in (place["city"], place["country"]) if part) for place in said["places"])
    return f"{names or '-'} ({said['remote']}{' in ' + ', '.join(said['remote_scope']) if said['remote_scope'] else ''})"


class Dates(NamedTuple):
    right: Share
    misses: list[Miss]


def dates() -> Dates:
    """``read_posted`` on the labelled texts; an offset is judged by the day that it leads to."""
    judge, rows, misses = scorer("posted"), gold("posted"), []
    for row in rows:
        got, wanted = read_posted(row["text"], NOW), row["expected"]
        if not judge.right(_date_said(got, wanted or {}), wanted):
            misses.append(Miss("date", row["text"], str(wanted), str(got and got.date)))
    return Dates(Share(len(rows) - len(misses), len(rows)), misses)


def _date_said(got: Posted | None, wanted: Row) -> Row | None:
    if got is None:
        return None
    day = got.date.date() if isinstance(got.date, datetime) else got.date
    hours = wanted.get("offset_hours")
    if hours is None:
        return {"date": day.isoformat()}
    meant = datetime.fromtimestamp(NOW.timestamp() - hours * 3600, UTC).date()
    slack = max(1, (0.25 if wanted.get("bound") == "about" else 0.02) * hours / 24)
    return {"offset_hours": hours if abs((day - meant).days) <= slack else -1}


class Pairs(NamedTuple):
    found: int  # pairs that are one and were called one
    merged: int  # that are two and were called one
    missed: int
    apart: int
    by: dict[str, tuple[int, int, int, int]]  # stratum -> the same
    misses: list[Miss]

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.merged)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def duplicates() -> Pairs:
    """``compare`` on the labelled pairs."""
    tallies: dict[str, list[int]] = {}
    misses = []
    for row in gold("duplicates"):
        match, same = compare(row["a"], row["b"]), row["same_job"]
        tally = tallies.setdefault(str(row.get("stratum")), [0, 0, 0, 0])
        tally[(0 if same else 1) if match else (2 if same else 3)] += 1
        if bool(match) != same:
            titles = [f"{row[side]['title']} ({row[side].get('location')})" for side in "ab"]
            misses.append(Miss("missed" if same else "merged", titles[0], titles[1], match.rule if match else "-"))
    total = [sum(tally[at] for tally in tallies.values()) for at in range(4)]
    return Pairs(*total, {name: (t[0], t[1], t[2], t[3]) for name, t in sorted(tallies.items(), key=lambda one: -sum(one[1]))}, misses)


def readings(folder: Path, rows: list[Row]) -> Iterator[tuple[Row, Reading]]:
    for row in rows:
        path = folder / row["file"]
        yield row, read(path.read_bytes(), row["url"], TYPES.get(path.suffix), NOW)


def pages() -> Row:
    """``read`` on the saved pages: the scorer's own result, by field and for listings."""
    folder, found = SETS / "pages", {}
    labels = lines(folder / "labels.jsonl")
    for row, reading in readings(folder, labels):
        if row["type"] == "listing":
            urls = [*reading.posting_urls, *(posting.url for posting in reading.postings if posting.url)]
            found[row["file"]] = {"posting_urls": urls, "next_page": next(iter(reading.next_urls), None)}
        elif reading.postings:
            found[row["file"]] = _as_labelled(reading.postings[0])
    result: Row = scorer("pages").score(found, labels)
    return result


def _as_labelled(posting: Any) -> Row:
    paid = posting.salary_min is not None or posting.salary_max is not None
    return {
        "title": posting.title, "company": posting.company, "remote": posting.workplace, "employment_type": posting.employment_type,
        "locations": [place.strip() for place in (posting.location or "").replace("|", ";").split(";") if place.strip()],
        "posted": posting.date_posted, "valid_through": posting.valid_through, "description": posting.description,
        "salary": {name: getattr(posting, f"salary_{name}") for name in ("min", "max", "currency", "period")} if paid else None,
        "requisition_id": posting.requisition_id, "apply_url": posting.apply_url,
    }  # fmt: skip


class Answers(NamedTuple):
    right: Share  # files from which as many postings come as are in them
    by: dict[str, tuple[Share, int]]  # platform -> files, postings
    wrong: list[str]


def recorded() -> Answers:
    """``read`` on recorded answers of real services."""
    by: dict[str, list[int]] = {}
    wrong = []
    for row, reading in readings(SETS / "recorded", lines(SETS / "recorded" / "INDEX.jsonl")):
        count, wanted = len(reading.postings) or len(reading.posting_urls), row.get("expected_count")
        good = wanted is None or count == wanted
        if row["platform"].endswith("-embed") and row.get("page_label") == "career_page":
            good = good and row["platform"].removesuffix("-embed") in {board.platform for board in reading.boards}
        if row.get("page_category") in ("unrelated", "culture_about") and reading.postings:
            good = False
        tally = by.setdefault(row["platform"], [0, 0, 0])
        for at, value in enumerate((good, 1, len(reading.postings))):
            tally[at] += value
        if not good:
            wrong.append(f"{row['file']}: {count} instead of {wanted}")
    total = Share(sum(tally[0] for tally in by.values()), sum(tally[1] for tally in by.values()))
    return Answers(total, {name: (Share(tally[0], tally[1]), tally[2]) for name, tally in sorted(by.items())}, wrong)


def boards() -> list[Row]:
    """The corpus of boards' postings."""
    with lzma.open(SETS / "corpus" / "boards-dev.jsonl.xz", "rt", encoding="utf-8") as text:
        return [json.loads(line) for line in text]


def emscad() -> list[Row]:
    """The rows of EMSCAD that are here; ``text`` is all of their text."""
    rows = table("emscad-partial")
    for row in rows:
        row["text"] = "\n".join(row[name] for name in ("title", "description", "requirements", "benefits"))
    return rows


def table(name: str) -> list[Row]:
    with lzma.open(SETS / "corpus" / f"{name}.csv.xz") as packed:
        return list(csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8")))


def today() -> date:
    return datetime.now(UTC).date()
