"""What may be closed, and when: each rule of crawler.closing as a row, then what a lost field and a wave leave."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from conftest import board, job

from crawler.closing import judge, silence
from crawler.drift import drift_of, lost_fields
from crawler.extensions.ledger import BoardRun
from crawler.store import BoardResult, Known
from crawler.verdicts import Account, Failure

ACME = "https://boards.greenhouse.io/acme"
NOW = datetime(2026, 9, 20, 8, tzinfo=UTC)
COMPLETE, EMPTY, PARTIAL, BLOCKED = Failure("complete", ""), Failure("empty", ""), Failure("partial", "page 2 failed"), Failure("blocked", "403")


def known(number: int, seen_run: str = "r1", **changed) -> dict[str, Known]:
    said = {"content_hash": "h", "status": "open", "first_seen": "2026-09-01T08:00:00Z", "last_seen": "2026-09-19T08:00:00Z", "renewals": 0}
    return {f"p{n}": Known(**dict.fromkeys(Known._fields))._replace(**said, seen_run=seen_run, **changed) for n in range(number)}


def reading(listed: int, total: bool = False, gone: int = 0, rejected: int = 0) -> BoardRun:
    """A board that lists the first *listed* postings; of the last *gone* their own pages say that they are over."""
    run = BoardRun("page:acme.example", "page", "acme.example", "https://acme.example", account=Account(advertised=listed if total else None))
    run.ids = {f"p{n}" for n in range(listed)}
    run.gone = {f"p{n}" for n in range(listed, listed + gone)}
    run.rejected = [{}] * rejected
    return run


def before(read: int, verdict: str = "complete", held: bool = False, run: str = "r1") -> BoardResult:
    return BoardResult("page:acme.example", "", "page", None, verdict, None, held, read=read, run=run)


@pytest.mark.parametrize(
    ("was", "run", "verdict", "past", "ends", "closed", "held"),
    [
        # A proved listing closes what it no longer holds.
        (10, reading(9), COMPLETE, [before(10)], "complete", 1, False),
        (3, reading(0), EMPTY, [before(3)], "empty", 3, False),
        # What was not read whole closes nothing, but what says so by itself.
        (10, reading(2), PARTIAL, [before(10)], "partial", 0, False),
        (10, reading(0), BLOCKED, [before(10)], "blocked", 0, False),
        (10, reading(5, gone=1), PARTIAL, [before(10)], "partial", 1, False),
        # A drop is believed with a total that agrees, and held without one.
        (40, reading(8, total=True), COMPLETE, [before(40)], "complete", 32, False),
        (40, reading(20), COMPLETE, [before(40)], "partial", 0, True),
        (40, reading(21), COMPLETE, [before(40)], "complete", 19, False),
        (100, reading(70), COMPLETE, [before(100)], "partial", 0, True),
        (7, reading(2), COMPLETE, [before(7)], "complete", 5, False),
        # A board that became empty is not believed on its first word, whatever it says.
        (4, reading(0, total=True), EMPTY, [before(4)], "empty", 0, True),
        # Rows that could not be read may be the ones that are missing.
        (10, reading(9, total=True, rejected=1), COMPLETE, [before(10)], "complete", 0, True),
        # Slowly to less than half of what the board usually has.
        (11, reading(9), COMPLETE, [before(11), *[before(20)] * 6], "partial", 0, True),
        (11, reading(9, total=True), COMPLETE, [before(11), *[before(20)] * 6], "complete", 2, False),
        (9, reading(8), COMPLETE, [before(9), *[before(20)] * 6], "complete", 1, False),
        # Half of the postings' own pages gone at once is the site, not the jobs.
        (10, reading(4, gone=6), COMPLETE, [before(10)], "partial", 0, True),
        (10, reading(4, gone=6), PARTIAL, [before(10)], "partial", 0, True),
        (10, reading(6, gone=4), COMPLETE, [before(10)], "complete", 4, False),
    ],
)
def test_a_reading_closes_what_it_proves(was, run, verdict, past, ends, closed, held):
    judged = judge(run, verdict, known(was), past, [], NOW)
    assert (judged.verdict.verdict, len(judged.close), judged.held) == (ends, closed, held)
    assert bool(judged.verdict.why) == (held or verdict.why != "")


@pytest.mark.parametrize(("verdict", "run"), [(EMPTY, reading(0)), (COMPLETE, reading(10)), (COMPLETE, reading(25, total=True, rejected=1)), (COMPLETE, reading(10, gone=25))])
def test_what_was_away_and_held_is_closed_when_a_second_run_says_the_same(verdict, run):
    away = known(40)
    twice = judge(run, verdict, away, [before(10, "partial", held=True, run="r2"), before(40)], [], NOW)
    assert (twice.verdict, twice.held, len(twice.close)) == (verdict, False, 40 - len(run.ids))
    back = {id_: posting._replace(seen_run="r2") if id_ == "p39" else posting for id_, posting in away.items()}
    once_more = judge(run, verdict, back, [before(10, "partial", held=True, run="r2"), before(40)], [], NOW)
    assert (once_more.held, "p39" in once_more.close) == (True, False)


@pytest.mark.parametrize(("until", "closed"), [("2026-09-18", 5), ("2026-09-19", 0), ("2026-09-21", 0), (None, 0)])
def test_a_posting_that_is_not_seen_is_over_when_its_own_last_day_is_past(until, closed):
    postings = known(9, valid_through=until)
    assert len(judge(reading(4), BLOCKED, postings, [before(9)], [], NOW).close) == closed
    assert judge(reading(9), COMPLETE, postings, [before(9)], [], NOW).close == []


def test_a_lost_field_closes_nothing():
    judged = judge(reading(5), COMPLETE, known(9), [before(9)], ["location"], NOW)
    assert (judged.verdict.verdict, judged.close) == ("changed_layout", [])


@pytest.mark.parametrize(("since", "runs", "words"), [("2026-09-18T08:00:00Z", 2, None), ("2026-08-20T08:00:00Z", 3, "silent since 2026-08-20"), ("2026-09-10T08:00:00Z", 10, "10 runs"), (None, 99, None)])
def test_a_board_that_is_long_silent_is_called_so(since, runs, words):
    why = silence(BLOCKED, since, runs, 7, NOW).why
    assert (words in why and "7 open postings" in why) if words else why == "403"


def test_drift_is_told_against_the_runs_of_the_board_itself():
    full = {"title": 20, "salary_min": 16, "team": 2, "location": 20}
    history = [BoardResult("", "", "", None, "complete", None, read=20, filled=full) for _ in range(7)]
    assert drift_of(history, full, 20) == []
    fell = drift_of(history, {"title": 8, "salary_min": 0, "team": 0, "location": 8}, 8)
    assert fell == [{"field": "postings", "before": 20.0, "now": 8.0}, {"field": "salary_min", "before": 0.8, "now": 0.0}]
    assert drift_of(history, {"title": 4}, None) == []  # too few to tell
    held = [BoardResult("", "", "", None, "partial", None, True, read=20, filled=full)]
    assert (drift_of(held, {"title": 20}, 20), lost_fields(held, Counter(title=20))) == ([], [])


def jobs(number: int, **changed) -> list[dict]:
    return [job(n, **changed) for n in range(number)]


def test_what_a_whole_board_lost_keeps_its_old_values_until_it_is_sure(crawl):
    crawl(boards=[ACME], archive=[board("acme", jobs(9))])
    bare = [job(n, location=None, **({"title": "Chef"} if n == 3 else {})) for n in range(8)]
    for day in (16, 17):
        done = crawl(boards=[ACME], archive=[board("acme", bare)], day=day)
        assert [done.boards[0][name] for name in ("verdict", "closed", "drift")] == ["changed_layout", 0, [{"field": "location", "before": 1.0, "now": 0.0}, {"field": "locations", "before": 1.0, "now": 0.0}]]
        assert {(p["location"], p["sources"]["location"], "kept_location" in p["flags"]) for p in done.postings if p["id"][-1] != "8"} == {("Berlin, Germany", "api", True)}
        assert [[entry["field"] for entry in c["changed_fields"]] for c in done.changes] == ([["title"]] if day == 16 else [])
    sure = crawl(boards=[ACME], archive=[board("acme", bare)], day=18)
    assert [sure.boards[0][name] for name in ("verdict", "closed")] == ["complete", 1]
    assert {p["location"] for p in sure.postings} == {None}
    assert sure.boards[0]["waves"] == [{"kind": "field", "field": name, "postings": 8} for name in ("location", "locations")]


def test_a_field_wave_is_one_event_and_no_change_of_the_jobs(crawl):
    crawl(boards=[ACME], archive=[board("acme", jobs(10))])
    renamed = [job(n, company_name="Acme Group", **({"title": "Chef"} if n == 3 else {})) for n in range(10)]
    done = crawl(boards=[ACME], archive=[board("acme", renamed)], day=16)
    assert done.boards[0]["waves"] == [{"kind": "field", "field": "company", "postings": 10}]
    assert Counter((c["wave"], c["changed_at"]) for c in done.changes) == {(True, None): 9, (False, "2026-09-16T08:00:00Z"): 1}


def test_a_repost_wave_is_one_event(crawl):
    old = [job(n, title=f"Cook {n}", requisition_id=None) for n in range(10)]
    new = [job(n + 100, title=f"Cook {n}", requisition_id=None) for n in range(9)] + [job(200)]
    crawl(boards=[ACME], archive=[board("acme", old)])
    done = crawl(boards=[ACME], archive=[board("acme", new)], day=16)
    assert done.boards[0]["waves"] == [{"kind": "repost", "field": None, "postings": 9}]
    assert Counter((c["change"], c["wave"]) for c in done.changes) == {("closed", True): 9, ("closed", False): 1, ("reposted", True): 9, ("new", False): 1}
