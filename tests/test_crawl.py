"""The whole way of a posting: a list of boards in, files out."""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from conftest import ROOT, Recorded, board, job, write_warc
from filelock import FileLock

ACME = "https://boards.greenhouse.io/acme"


def test_every_posting_is_written_with_its_life_and_its_sources(crawl):
    done = crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    assert (done.code, done.err) == (0, "")
    first, second = done.postings
    assert [first["id"], second["id"]] == ["greenhouse:acme:1", "greenhouse:acme:2"]
    assert first["status"] == "open"
    assert first["first_seen"] == first["last_seen"] == "2026-09-15T08:00:00Z"
    assert first["sources"]["title"] == "api"
    assert first["date_posted"] == "2026-08-01T10:00:00-04:00"
    assert [change["change"] for change in done.changes] == ["new", "new"]
    (line,) = done.boards
    assert (line["verdict"], line["advertised"], line["read"], line["new"]) == ("complete", 2, 2, 2)


def test_the_same_replay_twice_gives_the_same_bytes_and_no_change(crawl):
    archive = [board("acme", [job(n) for n in range(30)])]
    first = crawl(boards=[ACME], archive=archive)
    before = (first.folder / "postings.jsonl").read_bytes()
    second = crawl(boards=[ACME], archive=archive)
    assert (second.folder / "postings.jsonl").read_bytes() == before
    assert second.changes == []
    assert [second.boards[0][name] for name in ("verdict", "read", "new", "changed", "closed")] == ["unchanged", 30, 0, 0, 0]


def test_changes_say_which_field_and_both_values(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, title="Chef"), job(2)])], day=16)
    (change,) = done.changes
    assert (change["change"], change["id"]) == ("changed", "greenhouse:acme:1")
    assert {"field": "title", "old": "Cook number 1", "new": "Chef"} in change["changed_fields"]
    assert change["first_seen"] == "2026-09-15T08:00:00Z"
    assert change["changed_at"] == "2026-09-16T08:00:00Z"


def test_what_only_touches_a_posting_changes_nothing(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, updated_at="2026-09-15T10:00:00-04:00")])], day=16)
    assert done.changes == []
    assert done.postings[0]["date_modified"] == "2026-09-15T10:00:00-04:00"


def test_a_proved_listing_closes_what_it_no_longer_holds_and_reopens_it(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    closed = crawl(boards=[ACME], archive=[board("acme", [job(1)])], day=16)
    assert [(c["change"], c["id"], c["closed_at"]) for c in closed.changes] == [("closed", "greenhouse:acme:2", "2026-09-16T08:00:00Z")]
    assert [p["id"] for p in closed.postings] == ["greenhouse:acme:1"]
    again = crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])], day=17)
    assert [(c["change"], c["first_seen"]) for c in again.changes] == [("reopened", "2026-09-15T08:00:00Z")]


@pytest.mark.parametrize(
    ("archive", "verdict"),
    [
        ([board("acme", [job(1)], total=2)], "partial"),
        ([board("acme", [], status=500)], "error"),
        ([board("acme", [], status=403)], "blocked"),
        ([board("acme", [], status=429)], "throttled"),
        ([board("acme", [], status=404)], "gone"),
        ([board("other", [])], "unreachable"),
        ([Recorded(board("acme", []).url, "<h1>Maintenance</h1>", kind="text/html")], "changed_layout"),
    ],
)
def test_a_board_that_was_not_read_whole_closes_nothing(crawl, archive, verdict):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    done = crawl(boards=[ACME], archive=archive, day=16)
    assert done.boards[0]["verdict"] == verdict
    assert done.boards[0]["why"]
    assert len(done.postings) == 2
    assert done.code in (3, 4)
    assert len(done.err.splitlines()) == 1


def test_a_field_that_every_posting_lost_is_a_changed_layout(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(n) for n in range(8)])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(n, location=None) for n in range(6)])], day=16)
    assert (done.boards[0]["verdict"], done.boards[0]["closed"]) == ("changed_layout", 0)
    assert "location" in done.boards[0]["why"]


def test_a_posting_that_comes_back_under_a_new_id_is_the_same_one(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1, title="Cook", requisition_id="R7"), job(2), job(3)])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(9, title="Cook", requisition_id="R7"), job(2), job(3), job(4)])], day=16)
    changes = {c["id"].split(":")[-1]: c for c in done.changes}
    assert {id_: c["change"] for id_, c in changes.items()} == {"1": "closed", "9": "reposted", "4": "new"}
    assert (changes["9"]["of"], changes["9"]["first_seen"]) == ("greenhouse:acme:1", "2026-09-15T08:00:00Z")
    again = crawl(boards=[ACME], archive=[board("acme", [job(9, title="Cook", requisition_id="R7"), job(2), job(3), job(4)])], day=17)
    assert (again.changes, again.postings[0]["repost_of"] or again.postings[-1]["repost_of"]) == ([], "greenhouse:acme:1")


def test_a_posting_that_was_taken_for_another_is_parted_from_it_when_that_one_is_open_again(crawl):
    cook, again = job(1, title="Cook", requisition_id="R7"), job(9, title="Cook", requisition_id="R7", content="Another text.")
    crawl(boards=[ACME], archive=[board("acme", [cook, job(2)])])
    crawl(boards=[ACME], archive=[board("acme", [again, job(2)])], day=16)
    done = crawl(boards=[ACME], archive=[board("acme", [cook, again, job(2)])], day=17)
    assert [(c["id"], c["change"]) for c in done.changes] == [("greenhouse:acme:1", "reopened")]
    found = {p["id"]: (p["repost_of"], p["first_seen"][:10]) for p in done.postings}
    assert found["greenhouse:acme:9"] == (None, "2026-09-16")
    assert found["greenhouse:acme:1"] == (None, "2026-09-15")


def test_an_empty_board_after_a_full_one_needs_a_second_run(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(n) for n in range(9)])])
    once = crawl(boards=[ACME], archive=[board("acme", [])], day=16)
    assert (once.boards[0]["verdict"], len(once.postings)) == ("empty", 9)
    twice = crawl(boards=[ACME], archive=[board("acme", [])], day=17)
    assert (twice.boards[0]["closed"], twice.postings) == (9, [])


def test_a_bad_row_is_set_aside_and_costs_nothing_else(crawl):
    rows = [job(1), None, job(2, title=None), job(3, location="Lyon, France"), "text"]
    done = crawl(boards=[ACME], archive=[board("acme", rows)])
    assert (done.code, done.boards[0]["verdict"]) == (0, "complete")
    assert [p["id"] for p in done.postings] == ["greenhouse:acme:1", "greenhouse:acme:3"]
    assert done.postings[1]["location"] == "Lyon, France"
    assert [r["reason"] for r in done.rows("rejected")] == ["row is no object", "row has no title", "row is no object"]


def test_a_posting_whose_row_became_unreadable_is_not_closed_at_once(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    done = crawl(boards=[ACME], archive=[board("acme", [job(1), job(2, title=None)])], day=16)
    assert len(done.postings) == 2


TEXT = "You cook for two hundred guests a day, plan the menu with the team and buy from farms nearby. " * 3


def test_the_same_content_at_another_address_is_kept_but_left_out(crawl):
    same = {"title": "Cook", "content": TEXT, "requisition_id": "R7", "internal_job_id": 7}
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, **same), job(2, **same)])])
    assert [p["id"] for p in done.postings] == ["greenhouse:acme:1"]
    copy = next(c for c in done.changes if c["id"] == "greenhouse:acme:2")
    assert copy["duplicate_of"] == "greenhouse:acme:1"
    assert copy["duplicate_rule"]


def test_two_openings_with_one_text_are_two_postings(crawl):
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, title="Cook", content=TEXT), job(2, title="Cook", content=TEXT)])])
    assert len(done.postings) == 2


def test_the_same_role_in_two_cities_is_two_postings(crawl):
    twins = [job(1, title="Cook", content=TEXT, requisition_id="R7"), job(2, title="Cook", content=TEXT, requisition_id="R7", location={"name": "Munich, Germany"})]
    assert len(crawl(boards=[ACME], archive=[board("acme", twins)]).postings) == 2


def test_the_company_of_the_list_is_for_boards_that_name_none(crawl, tmp_path):
    listed = tmp_path / "boards.csv"
    listed.write_text(f"url,company\n{ACME},Another Name\n", "utf-8")
    named = crawl("-a", f"boards={listed}", archive=[board("acme", [job(1)])])
    assert (named.postings[0]["company"], named.postings[0]["sources"]["company"]) == ("Acme Kitchens", "api")
    bare = crawl("-a", f"boards={listed}", archive=[board("acme", [job(1, company_name=None)])], day=16)
    assert (bare.postings[0]["company"], bare.postings[0]["sources"]["company"]) == ("Another Name", "board")


def test_feeds_work_as_in_any_scrapy_project(crawl, tmp_path):
    crawl("-o", str(tmp_path / "x.csv"), boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as lines:
        assert [row["title"] for row in csv.DictReader(lines)] == ["Cook number 1", "Cook number 2"]


def test_a_local_file_is_a_board(crawl, tmp_path):
    (tmp_path / "board.json").write_bytes(board("acme", [job(1)]).body.encode())
    done = crawl("-a", f"url=file://{tmp_path / 'board.json'}")
    assert [p["title"] for p in done.postings] == ["Cook number 1"]


def test_an_archive_can_be_replayed(crawl, tmp_path):
    archive = [board("acme", [job(1)]), board("second", [job(2)])]
    done = crawl(boards=[ACME, "https://boards.greenhouse.io/second"], archive=archive)
    assert len(done.postings) == 2


@pytest.fixture
def many(tmp_path):
    """Fifty boards of twenty postings: long enough to be cut off in the middle."""
    keys = [f"acme-{n:02}" for n in range(50)]
    archive = write_warc(tmp_path / "many.warc.gz", [board(key, [job(n, title=f"Cook {key} {n}") for n in range(20)]) for key in keys])
    listed = tmp_path / "many.txt"
    listed.write_text("\n".join(f"https://boards.greenhouse.io/{key}" for key in keys), "utf-8")
    return ["-a", f"boards={listed}", "-s", f"REPLAY={archive}"]


@pytest.mark.parametrize("after", [1, 25])
def test_a_killed_run_is_finished_by_the_next_with_nothing_lost_or_twice(crawl, many, tmp_path, after):
    out = tmp_path / "out"
    process = subprocess.Popen([sys.executable, "-m", "scrapy", "crawl", "careers", "-s", f"OUTPUT={out}", *many], cwd=ROOT, stderr=subprocess.DEVNULL)
    while process.poll() is None and boards_done(out / "careers.db") < after:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    done_before = boards_done(out / "careers.db")
    assert done_before < 50
    done = crawl(*many)
    assert done.code == 0
    assert len({p["id"] for p in done.postings}) == len(done.postings) == 1000
    assert [c["change"] for c in done.changes] == ["new"] * 1000
    assert len(list((out / "changes").iterdir())) == 1
    assert sum(line["new"] for line in done.boards) == 1000


def boards_done(database) -> int:
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return connection.execute("select count(*) from board_runs").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_two_runs_at_once_are_kept_apart(crawl, tmp_path):
    (tmp_path / "out").mkdir()
    with FileLock(tmp_path / "out" / ".lock"):
        second = crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    assert (second.code, len(second.err.splitlines())) == (75, 1)
    assert not (tmp_path / "out" / "postings.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-a", "ulr=https://acme.example"], ["ulr", "url"]),
        (["-a", "url=not an address"], ["not an address"]),
        (["-a", "url=ftp://acme.example/"], ["ftp"]),
        (["-a", "boards=missing.txt"], ["missing.txt"]),
        (["-a", "url=https://acme.example", "-a", "boards=list.txt"], ["together"]),
        (["-a", "url="], ["value"]),
        (["-a", "url=https://acme.example", "-s", "REPLAY=missing.warc.gz"], ["missing.warc.gz", "REPLAY"]),
        (["-a", "url=https://acme.example", "-s", "REPLAY=README.md"], ["README.md", "WARC"]),

        (["-a", "url=https://acme.example", "-s", "STORE=nonsense"], ["nonsense", "STORE"]),
    ],
)
def test_bad_input_is_one_clear_line_and_nothing_is_fetched(crawl, arguments, words):
    done = crawl(*arguments)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1
    assert all(word in done.err for word in words)


def test_a_store_of_a_newer_version_is_left_alone(crawl, tmp_path):
    crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    with sqlite3.connect(tmp_path / "out" / "careers.db") as connection:
        connection.execute("update meta set value = '99' where name = 'version'")
    before = (tmp_path / "out" / "postings.jsonl").read_bytes()
    done = crawl(boards=[ACME], archive=[board("acme", [])], day=16)
    assert done.code == 2
    assert "newer version" in done.err
    assert (tmp_path / "out" / "postings.jsonl").read_bytes() == before


def test_lines_are_strict_json_of_one_shape(crawl):
    done = crawl(boards=[ACME], archive=[board("acme", [job(1), job(2, title="Bad \\ud800 \u2028 title")])])
    lines = (done.folder / "postings.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 2
    assert rows[0].keys() == rows[1].keys()
    assert rows[0]["sources"].keys() == rows[1]["sources"].keys()
