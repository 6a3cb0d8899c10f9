"""What a person sees on a terminal, and what cron does not."""

import os
import pty
import sys

from conftest import ROOT, board, job, write_warc

ACME = "https://boards.greenhouse.io/acme"


def on_a_terminal(command: list[str]) -> str:
    pid, screen = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execv(command[0], command)
    seen = b""
    while True:
        try:
            piece = os.read(screen, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    return seen.decode()


def test_a_person_sees_the_progress_and_the_closing_table(tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", [board("acme", [job(n) for n in range(300)])])
    seen = on_a_terminal(
        [sys.executable, "-m", "scrapy", "crawl", "careers", "-a", f"url={ACME}", "-s", f"REPLAY={archive}", "-s", f"OUTPUT={tmp_path / 'out'}"]
    )
    assert "Reading 1 board" in seen
    assert "of 1 boards" in seen
    assert "complete" in seen
    assert "postings.jsonl" in seen
    assert "Traceback" not in seen


def test_cron_hears_nothing_when_all_went_well(crawl):
    done = crawl(boards=[ACME], archive=[board("acme", [job(1)])])
    assert (done.code, done.out, done.err) == (0, "", "")


def test_the_sample_says_which_list_it_is_and_what_to_do_next(crawl):
    done = crawl()
    assert "bundled sample" in done.out
    assert "boards.txt" in done.out
