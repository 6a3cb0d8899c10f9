"""What is forgotten at the end of a run, so that a disk does not fill over the years: ``KEEP_…`` in the settings."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from scrapy.settings import BaseSettings
from sqlalchemy import delete, func, select

from crawler.exits import Exit
from crawler.plan import PlanError
from crawler.store import Store, stamp
from crawler.store.tables import board_runs, changes, postings, rejected, runs
from crawler.verdicts import PROVED

NAMES = ("KEEP_CHANGES", "KEEP_REJECTED", "KEEP_CLOSED")
RUN = re.compile(r"\d{8}T\d{6}Z(?:_\d+)?\.jsonl")
NEWEST = 10  # results of a board that stay, however old: what its next one is judged by


def keep(settings: BaseSettings) -> dict[str, timedelta | None]:
    """How long things are kept, by the name of the setting; ``None``: for ever. Raises :class:`PlanError`."""
    found: dict[str, timedelta | None] = {}
    for name in NAMES:
        try:
            days = settings.getfloat(name)
            found[name] = timedelta(days=days) if days else None
        except (TypeError, ValueError, OverflowError):
            days = -1
        if days < 0:
            raise PlanError(f"-s {name}={settings.get(name)}: has to be a number of days, 0 for ever.", Exit.REFUSED)
    return found


def forget(store: Store, output: Path, now: datetime, kept: dict[str, timedelta | None]) -> None:
    """Delete what is older than *kept* says, in *store* and under *output*; the newest of everything stays."""
    for name, folder in (("KEEP_CHANGES", "changes"), ("KEEP_REJECTED", "rejected")):
        if (since := since_of(now, kept[name])) is not None:
            for path in (output / folder).glob("*.jsonl"):
                if RUN.fullmatch(path.name) and path.name < since:
                    path.unlink(missing_ok=True)
    with store.engine.begin() as connection:
        if (since := since_of(now, kept["KEEP_REJECTED"])) is not None:
            connection.execute(delete(rejected).where(rejected.c.run < since))
        if (since := since_of(now, kept["KEEP_CHANGES"])) is not None:
            connection.execute(delete(changes).where(changes.c.run < since))
            place = func.row_number().over(partition_by=(board_runs.c.board, board_runs.c.verdict.in_(PROVED)), order_by=board_runs.c.run.desc())
            ranked = select(board_runs.c.run, board_runs.c.board, place.label("place")).subquery()
            old = select(ranked.c.run, ranked.c.board).where(ranked.c.place > NEWEST, ranked.c.run < since)
            for row in connection.execute(old).all():
                connection.execute(delete(board_runs).where(board_runs.c.run == row.run, board_runs.c.board == row.board))
            used = select(board_runs.c.run)
            connection.execute(delete(runs).where(runs.c.run < since, runs.c.finished_at.is_not(None), runs.c.run.not_in(used)))
        if kept["KEEP_CLOSED"] is not None:
            connection.execute(delete(postings).where(postings.c.status == "closed", postings.c.closed_at < stamp(now - kept["KEEP_CLOSED"])))


def since_of(now: datetime, kept: timedelta | None) -> str | None:
    """The id of a run of the moment up to which all is forgotten."""
    return None if kept is None else f"{now - kept:%Y%m%dT%H%M%SZ}"
