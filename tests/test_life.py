"""What a run must not get wrong about postings that it knows: found by looking for ways to break it."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT, Recorded, board, job
from test_crawl import boards_done

ACME = "https://boards.greenhouse.io/acme"
NEW_ADDRESS = "https://job-boards.greenhouse.io/acme"


def page(url: str, *postings: tuple[str, str], words: str = "") -> Recorded:
    """An own page with structured data: ``(title, address)`` a posting."""
    data = [
        {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "url": address, "datePosted": "2026-09-01",
         "hiringOrganization": {"name": "Acme"}, "description": f"You are our {title} and do what a {title} does."}
        for title, address in postings
    ]  # fmt: skip
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return Recorded(url, f"<html><head><title>Acme careers</title>{scripts}</head><body>{words}</body></html>", kind="text/html")


def ids(done) -> list[str]:
    return [p["id"].rsplit(":", 1)[-1] for p in done.postings]


def test_a_posting_that_two_boards_list_is_not_closed_by_one_of_them(crawl):
    one, two = "https://acme.example/careers", "https://acme.example/engineering"
    x, y, z = ("Cook", "https://acme.example/j/x"), ("Baker", "https://acme.example/j/y"), ("Smith", "https://acme.example/j/z")
    crawl(boards=[one, two], archive=[page(one, x, y), page(two, x, z)])
    for day in (16, 17):
        done = crawl(boards=[one, two], archive=[page(one, x, y), page(two, z)], day=day)
        assert {p["title"] for p in done.postings} == {"Cook", "Baker", "Smith"}


def test_the_memory_of_an_address_is_not_believed_after_another_one_read_the_board(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    crawl(boards=[NEW_ADDRESS], archive=[board("acme", [job(1), job(3)])], day=16)
    assert ids(crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])], day=17)) == ["1", "2"]


INLINE = "https://acme.example/careers"


def inline(*titles: str) -> Recorded:
    """An own page that holds its postings itself: none has an address of its own."""
    return page(INLINE, *((title, None) for title in titles))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((["Cook"], ["Cook", "Baker"], ["Cook", "Baker"]), [{"Baker": "new"}, {}]),
        ((["Cook"], ["Baker", "Cook"], ["Baker"]), [{"Baker": "new"}, {"Cook": "closed"}]),
        ((["Cook", "Baker"], ["Baker"], ["Baker", "Smith"]), [{"Cook": "closed"}, {"Smith": "new"}]),
        ((["Cook"], ["Baker", "Smith"]), [{"Baker": "new", "Cook": "closed", "Smith": "new"}]),
        ((["Cook"], ["Cook", "Cook"]), [{}]),
    ],
)
def test_a_posting_of_a_page_stays_the_same_when_others_come_and_go(crawl, days, told):
    runs = [crawl("-a", f"url={INLINE}", archive=[inline(*titles)], day=day) for day, titles in enumerate(days, 15)]
    files = sorted((runs[-1].folder / "changes").iterdir())[1:]
    assert [{row["title"]: row["change"] for row in map(json.loads, file.read_text().splitlines())} for file in files] == told


def test_an_archive_older_than_the_store_is_refused(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])], day=16)
    done = crawl(boards=[ACME], archive=[board("acme", [job(1)])], day=15)
    assert (done.code, len(done.err.splitlines()), len(done.postings)) == (2, 1, 2)


def test_a_row_that_is_listed_but_cannot_be_read_is_never_closed(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    for day in (16, 17, 18):
        done = crawl(boards=[ACME], archive=[board("acme", [job(1), job(2, title=None)])], day=day)
        assert ids(done) == ["1", "2"]


def test_what_one_held_run_missed_does_not_let_the_next_close_the_rest(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(n) for n in range(1, 10)])])
    held = crawl(boards=[ACME], archive=[board("acme", [job(n) for n in range(1, 8)] + [None])], day=16)
    assert len(held.postings) == 9
    empty = crawl(boards=[ACME], archive=[board("acme", [])], day=17)
    assert ids(empty) == [str(n) for n in range(1, 8)]
    assert crawl(boards=[ACME], archive=[board("acme", [])], day=18).postings == []


def test_a_lost_field_is_noticed_after_a_failed_run_too(crawl):
    crawl(boards=[ACME], archive=[board("acme", [job(n) for n in range(8)])])
    crawl(boards=[ACME], archive=[board("acme", [], status=500)], day=16)
    done = crawl(boards=[ACME], archive=[board("acme", [job(n, location=None) for n in range(6)])], day=17)
    assert (done.boards[0]["verdict"], done.boards[0]["closed"]) == ("changed_layout", 0)


def test_a_posting_that_says_that_it_is_closed_stays_closed(crawl):
    url = "https://acme.example/jobs/cook"
    crawl("-a", f"url={url}", archive=[page(url, ("Cook", url), words="<h1>Cook</h1><p>Apply today.</p>")])
    closing = "<h1>Cook</h1><p>This position is no longer accepting applications.</p>"
    said = [crawl("-a", f"url={url}", archive=[page(url, ("Cook", url), words=f"{closing}<p>{day}</p>")], day=day) for day in (16, 17, 18)]
    assert said[-1].postings == []
    kept = sorted((said[0].folder / "changes").iterdir())
    assert [[json.loads(line)["change"] for line in file.read_text().splitlines()] for file in kept] == [["new"], ["closed"], [], []]


def test_a_link_that_is_no_address_costs_nothing_else(crawl):
    url = "https://acme.example/careers"
    listed = "".join(f'<li><a href="/jobs/{n}-cook">Cook {n}</a></li>' for n in range(1, 4))
    bad = '<li><a href="https://acme.example:99999/jobs/9-cook">Cook 9</a></li>'
    archive = [Recorded(url, f"<html><body><h1>Open positions</h1><ul>{listed}{bad}</ul></body></html>", kind="text/html")]
    archive += [page(f"https://acme.example/jobs/{n}-cook", (f"Cook {n}", f"https://acme.example/jobs/{n}-cook")) for n in range(1, 4)]
    done = crawl("-a", f"url={url}", archive=archive)
    assert (len(done.postings), done.err.count("Traceback")) == (3, 0)


def test_an_answer_in_the_form_of_another_platform_hangs_nothing(crawl):
    row = {"id": "u1", "text": "Cook", "hostedUrl": "https://jobs.lever.co/acme/u1", "categories": {"location": "Berlin"}}
    answer = Recorded(board("acme", []).url, json.dumps([row]))
    done = crawl("-s", "BOARDS_AT_ONCE=1", boards=[ACME, "https://boards.greenhouse.io/second"], archive=[answer, board("second", [job(1)])])
    assert "Traceback" not in done.err
    assert {b["board"] for b in done.boards} == {"greenhouse:acme", "greenhouse:second"}


def test_a_run_that_is_stopped_says_so_and_is_finished_by_the_next(crawl, tmp_path):
    keys = [f"acme-{n:02}" for n in range(40)]
    archive = [board(key, [job(n, title=f"Cook {key} {n}") for n in range(20)]) for key in keys]
    boards = [f"https://boards.greenhouse.io/{key}" for key in keys]
    crawl(boards=boards, archive=archive)  # writes the archive and the list
    out = tmp_path / "second"
    command = [sys.executable, "-m", "scrapy", "crawl", "careers", "-a", f"boards={tmp_path / 'list.txt'}"]
    command += ["-s", f"REPLAY={tmp_path / 'day15.warc.gz'}", "-s", f"OUTPUT={out}", "-s", "BOARDS_AT_ONCE=1", "-s", "DOWNLOAD_DELAY=0"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and boards_done(out / "careers.db") < 2:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGTERM)
    err = process.communicate(timeout=30)[1]
    if process.returncode == 0:
        pytest.skip("the run was through before the signal came")
    assert process.returncode == 143
    assert "goes on from there" in err
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert len((out / "postings.jsonl").read_text().splitlines()) == 800


def test_the_sample_is_forgotten_when_the_users_own_boards_come(crawl):
    assert len(crawl().postings) > 50
    done = crawl(boards=[ACME], archive=[board("acme", [job(1)])], day=16)
    assert (ids(done), len(done.boards)) == (["1"], 1)


def test_a_page_that_became_a_boards_own_has_one_line(crawl):
    url = "https://jobs.acme.example/list"
    crawl("-a", f"url={url}", archive=[Recorded(url, "", status=403)])
    done = crawl("-a", f"url={url}", archive=[Recorded(url, board("x", [job(1)]).body)], day=16)
    assert [b["verdict"] for b in done.boards] == ["complete"]


def test_a_feed_holds_the_postings_of_an_unchanged_board_too(crawl, tmp_path):
    for _ in range(2):
        crawl("-O", str(tmp_path / "today.csv"), boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    assert len((tmp_path / "today.csv").read_text().splitlines()) == 3


@pytest.mark.parametrize(("setting", "code"), [("BOARDS_AT_ONCE=0", 2), ("BOARD_MAX_REQUESTS=x", 2), ("ARCHIVE=/dev/null/x", 74)])
def test_a_setting_that_cannot_be_is_refused(crawl, setting, code):
    done = crawl("-s", setting, boards=[ACME])
    assert (done.code, len(done.err.splitlines())) == (code, 1)
    assert setting.split("=")[0] in done.err


def test_a_board_is_not_read_again_before_its_interval_has_passed(crawl, tmp_path):
    listed = tmp_path / "boards.csv"
    listed.write_text(f"url,interval\n{ACME},2d\n", "utf-8")
    for day, jobs, written in ((15, [1], ["1"]), (16, [1, 2], ["1"]), (17, [1, 2, 3], ["1", "2", "3"])):
        done = crawl("-a", f"boards={listed}", archive=[board("acme", [job(n) for n in jobs])], day=day)
        assert (done.code, ids(done)) == (0, written)


def test_other_commands_of_scrapy_still_work(tmp_path):
    (tmp_path / "page.html").write_text("<h1>Hello</h1>")
    fetched = subprocess.run(
        [sys.executable, "-m", "scrapy", "fetch", f"file://{tmp_path / 'page.html'}"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert "<h1>Hello</h1>" in fetched.stdout
    unknown = subprocess.run([sys.executable, "-m", "scrapy", "crawl", "nosuch"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (unknown.returncode, len(unknown.stderr.splitlines())) == (2, 1)


def test_many_openings_of_one_text_are_compared_in_reasonable_time(crawl):
    same = {"title": "Cook", "content": "You cook for two hundred guests a day and plan the menu with the team. " * 4}
    began = time.process_time()
    done = crawl(boards=[ACME], archive=[board("acme", [job(n, **same) for n in range(600)])])
    assert len(done.postings) == 600
    assert time.process_time() - began < 20
