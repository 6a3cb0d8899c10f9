"""``-a since=`` and ``-a stale=``: less is read, and nothing wrong is said of the rest."""

import json

import pytest
from conftest import Recorded, board, job
from test_unchanged import JSON, read  # noqa: F401
from test_wire import site  # noqa: F401

ACME, SECOND = "https://boards.greenhouse.io/acme", "https://boards.greenhouse.io/second"
OLD, NEW = {"first_published": "2026-08-01T10:00:00-04:00"}, {"first_published": "2026-09-14T10:00:00-04:00"}


def ids(done):
    return [p["id"].rsplit(":", 1)[-1] for p in done.postings]


@pytest.mark.parametrize("since", ["2026-09-10", "7d", "1w", "2026-09-14"])
def test_what_was_posted_before_is_left_out(crawl, since):
    done = crawl("-a", f"since={since}", boards=[ACME], archive=[board("acme", [job(1, **OLD), job(2, **NEW), job(3, first_published=None)])])
    assert (done.code, ids(done)) == (0, ["2", "3"])  # of the third it is not known
    assert (done.boards[0]["verdict"], done.boards[0]["read"], done.boards[0]["written"]) == ("complete", 3, 2)


def test_what_the_store_has_lives_on_and_is_closed_when_it_is_gone(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1, **OLD), job(2, **OLD)])])
    done = crawl("-a", "since=7d", boards=[ACME], archive=[board("acme", [job(1, title="Chef", **OLD), job(3, **OLD), job(4, **NEW)])], day=16)
    assert {c["id"][-1]: c["change"] for c in done.changes} == {"1": "changed", "2": "closed", "4": "new"}


def test_what_was_left_out_comes_with_the_next_run_that_wants_it(crawl):
    answer = board("acme", [job(1, **OLD), job(2, **NEW)])
    assert ids(crawl("-a", "since=7d", boards=[ACME], archive=[answer])) == ["2"]
    assert ids(crawl(boards=[ACME], archive=[answer], day=16)) == ["1", "2"]


def offers(*rows):
    """A BambooHR list and the pages of its postings, which alone bear a date: ``(number, date)``."""
    listed = [{"id": str(n), "jobOpeningName": f"Cook {n}", "location": {"city": "Berlin"}} for n, _ in rows]
    pages = {f"/careers/{n}/detail": {"result": {"jobOpening": {"jobOpeningName": f"Cook {n}", "description": "<p>You cook.</p>", "datePosted": date}}} for n, date in rows}
    pages["/careers/list"] = {"meta": {"totalCount": len(listed)}, "result": listed}
    return pages


def test_a_date_that_only_the_own_page_has_counts_too(crawl):
    archive = [Recorded(f"https://acme.bamboohr.com{path}", json.dumps(said)) for path, said in offers((1, "2026-08-01"), (2, "2026-09-14")).items()]
    assert ids(crawl("-a", "since=7d", boards=["https://acme.bamboohr.com/careers"], archive=archive)) == ["2"]


def test_a_board_that_was_proved_within_the_time_is_not_read(crawl):
    both = [board("acme", [job(1)]), board("second", [job(2, title="Baker")])]
    crawl(boards=[ACME, SECOND], archive=[both[0], board("second", [], status=503)])
    done = crawl("-a", "stale=7d", boards=[ACME, SECOND], archive=[board("acme", []), both[1]], day=16)
    assert (done.code, ids(done)) == (0, ["1", "2"])  # the first is as it was, the second was never proved
    assert {row["board"]: row["verdict"] for row in done.boards} == {"greenhouse:acme": "complete", "greenhouse:second": "complete"}
    later = crawl("-a", "stale=7d", boards=[ACME, SECOND], archive=[board("acme", [job(3)]), both[1]], day=22)
    assert sorted(ids(later)) == ["2", "3"]


def test_a_failure_since_does_not_make_a_proved_board_stale(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    crawl(boards=[ACME], archive=[board("acme", [], status=503)], day=16)
    done = crawl("-a", "stale=3d", boards=[ACME], archive=[board("acme", [])], day=17)
    assert ids(done) == ["1"]
    assert len(list((done.folder / "changes").iterdir())) == 3


@pytest.mark.parametrize("argument", ["since=yesterday", "since=2026-13-01", "since=0d", "stale=week", "stale=2026-09-01", "stale=-1d", "stale="])
def test_a_time_that_is_none_is_refused_with_the_remedy(crawl, argument):
    done = crawl("-a", argument, boards=[ACME], archive=[board("acme", [job(1)])])
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert argument in done.err
    assert "7d" in done.err


@pytest.mark.parametrize("setting", ["ARCHIVE_DAYS=-1", "ARCHIVE_DAYS=month", "ARCHIVE_SIZE=20GB", "REREAD=nan"])
def test_a_setting_of_time_or_size_that_is_none_is_refused(crawl, setting):
    done = crawl("-s", setting, boards=[ACME], archive=[board("acme", [job(1)])])
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert setting in done.err


def test_older_postings_are_not_asked_for_again(read, site):  # noqa: F811
    site.pages |= {path: (200, JSON, json.dumps(said).encode()) for path, said in offers((1, "2026-08-01")).items()}
    read("/careers/list", settings=["-s", "REREAD=0.000001"])
    _, asked = read("/careers/list", settings=["-a", "since=2020-01-01"])
    assert asked == ["/careers/1/detail", "/careers/list"]  # its row bears no date: it may be new
