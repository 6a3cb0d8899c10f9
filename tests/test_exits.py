"""How a run ends: each kind of failure with its status and one line, success in silence. The table is docs/operations.md's."""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest
from conftest import ROOT, board, job
from filelock import FileLock
from scrapy.exceptions import DropItem

from crawler.exits import Exit
from crawler.extensions.ledger import Ledger
from crawler.pipelines.store import StorePipeline
from crawler.pipelines.validate import ValidatePipeline
from crawler.store import Store
from crawler.store import files as store_files

ACME = "https://boards.greenhouse.io/acme"
OTHER = "https://boards.greenhouse.io/other"
TWO = [board("acme", [job(1), job(2)])]


def one_line(done, status, *words):
    assert (done.code, len(done.err.splitlines())) == (status, 1), done.err
    assert all(word in done.err for word in words), done.err


def test_success_is_silent(crawl):
    done = crawl(boards=[ACME], archive=TWO)
    assert (done.code, done.out, done.err) == (Exit.PROVED, "", "")


def test_some_boards_and_no_board(crawl):
    one_line(crawl(boards=[ACME, OTHER], archive=TWO), Exit.UNPROVED, "1 of 2 boards", "boards.jsonl")
    one_line(crawl(boards=[OTHER], archive=TWO, day=16), Exit.UNREAD, "1 of 1 boards")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-s", "OUTPUT=/dev/null/x"], ["/dev/null/x", "-s OUTPUT="]),
        (["-s", "ARCHIVE=/dev/null/x"], ["/dev/null/x", "-s ARCHIVE="]),
        (["-s", "STORE=sqlite:////dev/null/x/careers.db"], ["/dev/null/x", "-s STORE="]),
        (["-s", "STORE=sqlite:////proc/1/careers.db"], ["/proc/1", "-s STORE="]),
    ],
)
def test_what_cannot_be_written_is_found_before_the_first_request(crawl, arguments, words):
    one_line(crawl("-a", "url=https://acme.example", *arguments), Exit.OUTPUT, *words)


def test_a_full_disk_is_found_before_the_first_request(crawl, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(1, OSError(28, "No space left on device"), os.fsync))
    one_line(crawl(boards=[ACME], archive=TWO), Exit.OUTPUT, "No space left on device", "Make room")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_gets_full_leaves_the_files_as_they_were_and_heals(crawl, workers):
    many = [job(n, content=f"{n} " * 400) for n in range(400)]
    before = crawl(boards=[ACME, OTHER], archive=[*TWO, board("other", [])])
    published = (before.folder / "postings.jsonl").read_bytes()
    archive = [*TWO, board("other", many)]
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))  # noqa: E731
    full = crawl("-a", f"workers={workers}", boards=[ACME, OTHER], archive=archive, day=16, before=limit)
    one_line(full, Exit.OUTPUT, "careers.db")
    assert (full.folder / "postings.jsonl").read_bytes() == published
    done = crawl(boards=[ACME, OTHER], archive=archive, day=16)
    assert (done.code, len(done.postings)) == (0, 402)
    assert len({p["id"] for p in done.postings}) == 402


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_error_at_any_call_of_publishing_tears_nothing_and_heals(crawl, monkeypatch, call, number):
    """The first calls are the probe's; each file has two fsyncs and one rename."""
    before = crawl(boards=[ACME], archive=TWO)
    published = (before.folder / "postings.jsonl").read_bytes()
    archive = [board("acme", [job(1), job(2), job(3)])]
    with monkeypatch.context() as broken:
        broken.setattr(store_files.os, call, failing(number, OSError(5, "Input/output error"), getattr(os, call)))
        done = crawl(boards=[ACME], archive=archive, day=16)
    after = (done.folder / "postings.jsonl").read_bytes()
    assert after == published or after.count(b"\n") == 3
    if done.code != Exit.PROVED:  # the run has fewer calls than that
        one_line(done, Exit.OUTPUT, "Input/output error", str(done.folder))
    healed = crawl(boards=[ACME], archive=archive, day=16)
    assert (healed.code, len(healed.postings)) == (0, 3)
    assert [c["change"] for c in healed.changes] == ([] if done.code == Exit.PROVED else ["new"])
    assert not list(healed.folder.glob("**/.*.part"))


def failing(number, error, call):
    """*call*, but the *number*th time it raises *error*."""
    count = 0

    def instead(*args, **kwargs):
        nonlocal count
        count += 1
        if count == number:
            raise error
        return call(*args, **kwargs)

    return instead


def test_a_posting_that_a_pipeline_fails_on_is_counted_and_told(crawl, monkeypatch):
    def process_item(self, item):
        if item.id.endswith(":2"):
            raise RuntimeError("a fault of ours")
        return item

    monkeypatch.setattr(ValidatePipeline, "process_item", process_item)
    done = crawl(boards=[ACME], archive=TWO)
    one_line(done, Exit.LOST, "1 posting", "greenhouse:acme:2", "a fault of ours")
    assert [p["id"] for p in done.postings] == ["greenhouse:acme:1"]
    assert "a fault of ours" in done.rows("rejected")[0]["reason"]


def test_a_posting_that_vanishes_on_its_way_is_noticed(crawl, monkeypatch):
    monkeypatch.setattr(StorePipeline, "process_item", lambda self, item: item)
    done = crawl(boards=[ACME], archive=TWO)
    one_line(done, Exit.LOST, "2 postings", "greenhouse:acme")
    assert done.boards[0]["verdict"] == "partial"


def test_what_a_pipeline_drops_with_a_reason_is_not_lost(crawl, monkeypatch):
    def process_item(self, item):
        if item.id.endswith(":2"):
            raise DropItem("not for us")
        return item

    monkeypatch.setattr(ValidatePipeline, "process_item", process_item)
    assert crawl(boards=[ACME], archive=TWO).code == 0


def test_a_signal_handler_that_fails_is_told(crawl, monkeypatch):
    from_crawler = Ledger.from_crawler.__func__

    def with_a_listener(cls, crawler):
        from scrapy import signals

        crawler.signals.connect(listener, signal=signals.item_scraped)
        return from_crawler(cls, crawler)

    def listener(item):
        raise ValueError("cannot take it")

    monkeypatch.setattr(Ledger, "from_crawler", classmethod(with_a_listener))
    done = crawl(boards=[ACME], archive=TWO)
    one_line(done, Exit.LOST, "listener", "cannot take it")
    assert len(done.postings) == 2


def test_a_feed_that_cannot_be_written_is_told(crawl):
    done = crawl("-o", "/dev/full:csv", boards=[ACME], archive=TWO)
    one_line(done, Exit.OUTPUT, "No space left on device")
    assert len(done.postings) == 2


def test_a_fault_of_ours_in_the_end_of_a_board_is_told(crawl, monkeypatch):
    def fail(*args):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(Store, "finish_board", fail)
    done = crawl(boards=[ACME], archive=TWO)
    one_line(done, Exit.FAILED, "a fault of ours", "greenhouse:acme")


def test_a_second_run_is_gone_before_it_has_loaded_or_asked_for_anything(tmp_path):
    archive = tmp_path / "never.warc.gz"  # the second run does not even look for it
    with FileLock(tmp_path / ".lock"):
        command = [sys.executable, "-X", "importtime", "-m", "scrapy", "crawl", "careers", "-s", f"OUTPUT={tmp_path}", "-s", f"REPLAY={archive}"]
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = [line for line in second.stderr.splitlines() if not line.startswith("import time:")]
    assert (second.returncode, second.stdout, len(said)) == (Exit.LOCKED, "", 1)
    assert "sqlalchemy" not in second.stderr  # nothing that costs time was loaded
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock"]


class Silent(threading.Thread):
    """A server that takes every request for a page and answers none."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.asked = threading.Event()
        self.open = []

    def run(self):
        while True:
            connection, _ = self.socket.accept()
            if b"robots.txt" in connection.recv(4096):
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                connection.close()
            else:
                self.open.append(connection)
                self.asked.set()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_run_that_is_told_to_stop_ends_in_good_order(tmp_path, number, status):
    server = Silent()
    server.start()
    url = f"http://127.0.0.1:{server.socket.getsockname()[1]}/careers"
    command = ["crawl", "careers", "-a", f"url={url}", "-s", f"OUTPUT={tmp_path}", "-s", "STOP_GRACE=0", "-s", "ALLOW_PRIVATE=127.0.0.1"]
    process = subprocess.Popen([sys.executable, "-m", "scrapy", *command], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert server.asked.wait(30)
    process.send_signal(number)
    began = time.monotonic()
    _, err = process.communicate()
    assert time.monotonic() - began < 10
    assert (process.returncode, len(err.splitlines())) == (status, 1)
    assert "stopped after 0 of 1 boards" in err
    assert (tmp_path / "boards.jsonl").read_bytes() == b""  # no verdict: the next run reads it
