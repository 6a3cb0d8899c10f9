"""Several processes that read one list: the same output as one, and no host asked more than by one."""

import json
import os
import signal
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import board, job

KEYS = ["acme", "bolt", "crane", "dune", "ember"]


def a_day():
    return [board(key, [job(number, title=f"{key.title()} cook {number}", company_name=key.title()) for number in range(3)]) for key in KEYS]


def listed():
    return [f"https://boards.greenhouse.io/{key}" for key in KEYS]


def published(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.jsonl")}


def test_the_files_are_those_of_one_process(crawl, tmp_path):
    together = crawl("-a", "workers=2", boards=listed(), archive=a_day())
    assert (together.code, together.err) == (0, "")
    assert len(together.postings) == 15
    mine = published(together.folder)
    together.folder.rename(tmp_path / "together")
    alone = crawl(boards=listed(), archive=a_day())
    assert alone.code == 0
    assert published(alone.folder) == mine
    assert not list((tmp_path / "together").glob(".hosts"))


def test_a_board_that_fails_in_one_process_is_told_by_the_run(crawl):
    run = crawl("-a", "workers=3", boards=listed(), archive=a_day()[1:])
    assert run.code == 3
    assert "1 of 5 boards are not proved" in run.err
    assert len(run.postings) == 12


@pytest.mark.parametrize("said", ["0", "two", "-1", "1.5", "1000"])
def test_workers_has_to_be_a_number_of_processes(crawl, said):
    run = crawl("-a", f"workers={said}", boards=listed(), archive=a_day())
    assert run.code == 2
    assert f"-a workers={said}: has to be a number from 1 to 64" in run.err


class Careers(BaseHTTPRequestHandler):
    """Own pages of many companies on one host; counts how many are asked for at once."""

    lock = threading.Lock()
    now = most = asked = 0

    def do_GET(self):
        kind = type(self)
        with kind.lock:
            kind.now += 1
            kind.asked += 1
            kind.most = max(kind.most, kind.now)
        time.sleep(0.02)
        posting = {
            "@context": "https://schema.org",
            "@type": "JobPosting",
            "title": f"Cook of {self.path}",
            "description": f"<p>You cook what {self.path} serves, day by day.</p>",
            "datePosted": "2026-09-01",
            "hiringOrganization": {"@type": "Organization", "name": f"Acme {self.path.strip('/')}"},
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
        }
        body = f"<html><head><title>Careers</title><script type='application/ld+json'>{json.dumps(posting)}</script></head><body><h1>Cook</h1></body></html>".encode()
        with kind.lock:
            kind.now -= 1
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def test_processes_meet_over_a_host_that_pages_of_several_lead_to(tmp_path):
    """The lanes themselves, from two processes: never both at once."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Careers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    children = []
    for _ in range(2):
        if (pid := os.fork()) == 0:
            ask_through_a_lane(server.server_address[1], tmp_path)
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0, 0]
    server.shutdown()
    assert (Careers.asked, Careers.most) == (16, 1)


def ask_through_a_lane(port, folder):
    import asyncio
    import urllib.request

    from crawler.fleet.hosts import FileLocks, Hosts

    async def ask(hosts):
        lane = await hosts.take("acme.example", 1)
        await asyncio.to_thread(urllib.request.urlopen, urllib.request.Request(f"http://127.0.0.1:{port}/{os.getpid()}"))
        await hosts.give("acme.example", lane)

    async def all_of_them():
        hosts = Hosts(FileLocks(folder / "hosts"))
        await asyncio.gather(*(ask(hosts) for _ in range(8)))

    signal.alarm(20)
    code = 1
    try:
        asyncio.run(all_of_them())
        code = 0
    finally:
        os._exit(code)


def test_a_killed_child_leaves_its_part_to_the_next_run_and_a_failed_one_fails_the_run():
    from crawler.ending import Part
    from crawler.fleet.workers import read_in_parts

    def read(plan):
        if plan == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return None if plan == "failed" else Part(sent_keys={"greenhouse": {plan}})

    assert read_in_parts(["one", "killed", "failed", "two"], read) == [
        Part(sent_keys={"greenhouse": {"one"}}),
        Part(cut_off=True),
        Part(cut_off=True, failed=1),
        Part(sent_keys={"greenhouse": {"two"}}),
    ]
