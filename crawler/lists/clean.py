"""What a survey found, as a boards file that ``scrapy crawl careers -a boards=`` reads."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta

from crawler.exporters import guarded
from crawler.survey import Surveyed

GONE = frozenset({"gone", "moved"})
COLUMNS = ("url", "company", "render", "interval", "note")


def clean_list(lines: Sequence[Surveyed], day: datetime) -> tuple[str, int, int]:
    """The CSV text of *lines*; how many boards it lists, and how many it names in comments only.

    A board is written by its address on its platform. What is gone, has moved, or is no careers page becomes a comment, so
    that a person can decide; what only could not be read today stays, with a note.
    """
    boards: list[dict[str, str]] = []
    comments: list[str] = []
    for line in lines:
        if line.state == "same":
            continue
        if line.state in GONE or (line.state == "changed_layout" and line.platform is None):
            comments.append(f"# {line.state}: {named(line)}{f' ({line.why})' if line.why else ''}")
        else:
            boards.append(row_of(line, day))
    used = [name for name in COLUMNS if name in ("url", "company") or any(row[name] for row in boards)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(used)
    writer.writerows([guarded(row[name]) for name in used] for row in boards)
    writer.writerows([comment] for comment in comments)
    return text.getvalue(), len(boards), len(comments)


def named(line: Surveyed) -> str:
    return f"{line.entry.url}{f' of {line.entry.company}' if line.entry.company else ''}"


def row_of(line: Surveyed, day: datetime) -> dict[str, str]:
    entry, note = line.entry, line.entry.note or ""
    if not note and line.found_by == "page":
        note = f"on {entry.url}"
    if not note and line.why and line.state not in ("empty", "unknown"):
        note = line.why if line.state == "found" else f"{line.state} on {day:%Y-%m-%d}: {line.why}"
    return {
        "url": line.board_url,
        "company": entry.company or "",
        "render": "yes" if entry.render else "",
        "interval": hours(entry.interval),
        "note": " ".join(note.split()),
    }


def hours(interval: timedelta | None) -> str:
    """*interval* as boards files write it.

    >>> hours(timedelta(days=7)), hours(timedelta(minutes=90)), hours(None)
    ('7d', '1.5h', '')
    """
    if interval is None:
        return ""
    number = interval / timedelta(hours=1)
    return f"{number / 24:g}d" if number % 24 == 0 else f"{number:g}h"
