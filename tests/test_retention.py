"""What is kept and what is forgotten; runs that were given up; clocks that are set back; logs."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from conftest import board, job

from crawler.exits import Exit

ACME = "https://boards.greenhouse.io/acme"


def sizes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm")))


def test_days_leave_no_more_than_is_asked_for_and_the_newest_of_everything(crawl):
    keep = ("-s", "KEEP_CHANGES=3", "-s", "KEEP_REJECTED=2", "-s", "KEEP_CLOSED=2")
    size = {}
    for day in range(1, 15):  # each day one posting is closed and one is new
        jobs = [*(job(n, content=f"{n} words of the house. " * 40) for n in range(day, day + 10)), None]
        done = crawl(*keep, boards=[ACME], archive=[board("acme", jobs)], day=day)
        size[day] = sizes(done.folder)
    assert done.code == 0
    assert len(done.postings) == 10 + 1  # a row that cannot be read holds a closing back for a run
    assert sorted(path.name[:8] for path in (done.folder / "changes").iterdir()) == ["20260911", "20260912", "20260913", "20260914"]
    assert len(list((done.folder / "rejected").iterdir())) == 3
    with sqlite3.connect(done.folder / "careers.db") as connection:
        assert connection.execute("select count(*) from postings where status = 'closed'").fetchone()[0] <= 3
        assert connection.execute("select count(distinct run) from changes").fetchone()[0] == 4
    assert size[14] <= size[8] * 1.1


def test_what_a_run_found_that_was_given_up_is_told_by_the_next(crawl):
    first = crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    (lost,) = (first.folder / "changes").iterdir()
    with sqlite3.connect(first.folder / "careers.db") as connection:  # as a kill before publishing would leave it
        connection.execute("update runs set finished_at = null, exit_status = null")
    lost.unlink()
    done = crawl(boards=[ACME, "https://boards.greenhouse.io/other"], archive=[board("acme", [job(1)]), board("other", [])], day=16)
    assert (done.code, done.changes) == (0, [])
    assert lost.read_bytes().count(b'"change":"new"') == 1


@pytest.mark.parametrize(("ahead", "code"), [(timedelta(hours=3), 0), (timedelta(days=30), Exit.REFUSED)])
def test_a_clock_that_was_set_back(crawl, tmp_path, ahead, code):
    page = tmp_path / "board.json"
    page.write_text(board("acme", [job(1)]).body, "utf-8")
    first = crawl("-a", f"url=file://{page}")
    moment = f"{datetime.now(UTC) + ahead:%Y-%m-%dT%H:%M:%SZ}"
    with sqlite3.connect(first.folder / "careers.db") as connection:
        connection.execute("update runs set run = ?, started_at = ?", (moment.replace("-", "").replace(":", ""), moment))
        connection.execute("update postings set first_seen = ?, last_seen = ?", (moment, moment))
    connection.close()
    second = crawl("-a", f"url=file://{page}")
    assert second.code == code, second.err
    assert not code or "clock" in second.err
    assert all(row["first_seen"] <= row["last_seen"] for row in second.postings)


def test_every_run_has_a_log_of_its_own_and_the_last_ones_stay(crawl, tmp_path):
    logs = tmp_path / "logs"
    logs.mkdir()
    for day in range(1, 6):
        (logs / f"2026090{day}T080000Z-7.log").touch()
    done = crawl("-s", f"LOG_FOLDER={logs}", "-s", "KEEP_LOGS=3", "-L", "INFO", boards=[ACME], archive=[board("acme", [job(1)])])
    assert (done.code, done.err) == (0, "")
    names = sorted(path.name for path in logs.iterdir())
    assert names[:2] == ["20260904T080000Z-7.log", "20260905T080000Z-7.log"]
    assert len(names) == 3
    assert "Spider closed" in (logs / names[-1]).read_text("utf-8")


@pytest.mark.parametrize("said", ["KEEP_CHANGES=-1", "KEEP_CLOSED=long"])
def test_a_time_that_is_none_is_refused(crawl, said):
    done = crawl("-s", said, boards=[ACME], archive=[board("acme", [job(1)])])
    assert (done.code, len(done.err.splitlines())) == (Exit.REFUSED, 1)
