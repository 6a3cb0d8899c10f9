"""What may be closed when a board has been read. Each rule has its figure in docs/life.md."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from crawler.drift import halved, proved_runs
from crawler.extensions.ledger import BoardRun
from crawler.store import BoardResult, Known
from crawler.verdicts import PROVED, UNREAD, Failure, shrank

FULL = 3  # a board with more open postings than this does not become empty on one run's word
SILENT_RUNS, SILENT_DAYS = 10, timedelta(days=30)  # after which a board is said to be silent; 29 % come back even then
WAITS = "nothing is closed until a second run says so"


class Judged(NamedTuple):
    """The verdict in the light of what was known, the ids to close, and whether others wait for a second run."""

    verdict: Failure
    close: list[str]
    held: bool = False

    @property
    def proved(self) -> bool:
        return self.verdict.verdict in PROVED and not self.held


def judge(run: BoardRun, verdict: Failure, known: Mapping[str, Known], past: Sequence[BoardResult], lost: Sequence[str], now: datetime) -> Judged:
    """What the reading of a board means for its open postings.

    *known* is every posting that the store has of it, *past* its earlier runs that were proved or held, newest first,
    *lost* the fields that the whole board lost.
    """
    still = [id_ for id_, posting in known.items() if posting.status == "open"]
    gone = [id_ for id_ in still if id_ in run.gone]  # the posting's own page says so
    missing = [id_ for id_ in still if id_ not in run.ids and id_ not in run.unread and id_ not in run.gone]
    yesterday = (now - timedelta(days=1)).date().isoformat()  # it is still yesterday somewhere
    over = [id_ for id_ in missing if (until := known[id_].valid_through) is not None and until < yesterday]  # by its own word
    if verdict.verdict in ("complete", "empty"):
        if lost:
            layout = Failure("changed_layout", f"no posting has {' or '.join(lost)} any more; nearly all had in the last run")
            return Judged(layout, gone + over)
        if why := doubt(run, verdict, len(still), len(missing), len(gone), past):
            return second_look(run, verdict, why, gone + missing, over, known, past)
        return Judged(verdict, gone + missing)
    if many_gone(len(still), len(gone)):
        return second_look(run, verdict, f"{len(gone)} of {len(still)} postings' own pages are gone at once: {WAITS}", gone, over, known, past)
    return Judged(verdict, gone + over)


def doubt(run: BoardRun, verdict: Failure, before: int, missing: int, gone: int, past: Sequence[BoardResult]) -> str | None:
    """Why the listing of a board of *before* postings is not believed on its first word."""
    away = missing + gone
    if verdict.verdict == "empty" and before > FULL:
        return f"empty, but {before} postings were open: {WAITS}"
    if missing and run.rejected:
        return f"{missing} of {before} postings are missing, but {len(run.rejected)} rows could not be read: {WAITS}"
    if many_gone(before, gone):
        return f"{gone} of {before} postings' own pages are gone at once: {WAITS}"
    if verdict.verdict == "empty" or run.account.advertised is not None:
        return None
    if shrank(before, before - away):
        return f"{away} of {before} postings are gone and no total proves it: {WAITS}"
    history = proved_runs(past)
    if away and history and halved(history, len(run.ids)) and (past[0].held or not halved(history, past[0].read)):
        return f"{len(run.ids)} postings, less than half of what the board usually has, and no total proves it: {WAITS}"
    return None


def many_gone(before: int, gone: int) -> bool:
    """Whether so many postings' own pages are gone that the site may be out of order rather than the jobs filled."""
    return shrank(before, before - gone)


def second_look(
    run: BoardRun, verdict: Failure, why: str, away: Sequence[str], over: Sequence[str], known: Mapping[str, Known], past: Sequence[BoardResult]
) -> Judged:
    """Close what was away the last time, too, and was held then; hold the rest."""
    last = past[0] if past else None
    seen_twice = [id_ for id_ in away if last is not None and last.held and known[id_].seen_run < last.run]
    if len(seen_twice) == len(away):
        return Judged(Failure(verdict.verdict, "") if verdict.verdict in PROVED else verdict, seen_twice + [id_ for id_ in over if id_ not in seen_twice])
    proved = verdict.verdict == "empty" or run.account.advertised is not None or verdict.verdict not in PROVED
    held = Failure(verdict.verdict if proved else "partial", why)
    return Judged(held, list(dict.fromkeys([*seen_twice, *over])), held=True)


def silence(verdict: Failure, since: str | None, runs: int, still: int, now: datetime) -> Failure:
    """*verdict*, and how long the board has been silent when that is long: proved last at *since*, *runs* runs ago."""
    if verdict.verdict not in UNREAD or since is None or (runs < SILENT_RUNS and now - datetime.fromisoformat(since) < SILENT_DAYS):
        return verdict
    postings = f"; what became of {still} open posting{'' if still == 1 else 's'} is not known" if still else ""
    return Failure(verdict.verdict, f"{verdict.why}; silent since {since[:10]} ({runs} runs){postings}")
