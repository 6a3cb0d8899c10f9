"""Several workers on one PostgreSQL: every board proved once, whatever happens to a worker, and every host asked politely."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import ROOT
from test_postgresql import MUST_RUN, server  # noqa: F401

HOSTS, BOARDS = 20, 300
POSTINGS = 3  # of a board


def needs():
    try:
        import procrastinate  # noqa: F401
    except ImportError:
        if MUST_RUN:
            pytest.fail("procrastinate is not installed")
        pytest.skip("needs crawler/requirements-postgresql.txt")


class Careers(BaseHTTPRequestHandler):
    """Careers pages of many companies; notes how many requests each host answers at once."""

    lock = threading.Lock()
    now, most, asked = Counter(), Counter(), Counter()

    def do_GET(self):
        host = self.connection.getsockname()[0]
        with self.lock:
            self.now[host] += 1
            self.asked[host + self.path] += 1
            self.most[host] = max(self.most[host], self.now[host])
        time.sleep(0.01)
        company = self.path.strip("/")
        postings = [
            {
                "@context": "https://schema.org", "@type": "JobPosting", "title": f"{role} of {company}", "url": f"http://{self.headers['Host']}/{company}#{role}",
                "identifier": f"{company}-{role}", "description": f"<p>The {role.lower()} of {company} works with the others, day by day.</p>", "datePosted": "2026-09-01",
                "hiringOrganization": {"@type": "Organization", "name": company}, "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
            }
            for role in ("Cook", "Waiter", "Baker")
        ]  # fmt: skip
        scripts = "".join(f"<script type='application/ld+json'>{json.dumps(posting)}</script>" for posting in postings)
        body = f"<html><head><title>Jobs at {company}</title>{scripts}</head><body><h1>Open positions</h1></body></html>".encode()
        with self.lock:
            self.now[host] -= 1
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def careers():
    """Twenty hosts of this machine, the same port on each."""
    first = ThreadingHTTPServer(("127.0.0.1", 0), Careers)
    port = first.server_address[1]
    servers = [first, *(ThreadingHTTPServer((f"127.0.0.{n}", port), Careers) for n in range(2, HOSTS + 1))]
    for each in servers:
        threading.Thread(target=each.serve_forever, daemon=True).start()
    yield port
    for each in servers:
        each.shutdown()


@pytest.fixture
def database(server, request):  # noqa: F811
    needs()
    import psycopg

    name = f"fleet{os.getpid()}_{abs(hash(request.node.name))}"
    with psycopg.connect(f"host={server} user=postgres dbname=postgres", autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
    return f"postgresql://postgres@/{name}?host={server}"


def scrapy(*args, **kwargs):
    return subprocess.Popen([sys.executable, "-m", "scrapy", *args], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **kwargs)


def finished(process, seconds=90):
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err


def test_three_workers_prove_every_board_once_though_one_is_killed_and_one_is_stopped(careers, database, tmp_path):
    import psycopg

    listed = tmp_path / "boards.txt"
    listed.write_text("".join(f"http://127.0.0.{number % HOSTS + 1}:{careers}/company{number}\n" for number in range(BOARDS)), "utf-8")
    code, out, err = finished(scrapy("boards", "enqueue", str(listed), "-s", f"STORE={database}", "-s", f"OUTPUT={tmp_path / 'out'}"))
    assert (code, err) == (0, "")
    assert f"{BOARDS} boards wait for workers" in out
    given = ("-s", "QUEUE=1", "-s", "ALLOW_PRIVATE=127.0.0.0/8", "-s", f"STORE={database}", "-s", f"OUTPUT={tmp_path / 'out'}", "-s", "DOWNLOAD_DELAY=0.02", "-s", "QUEUE_STALLED=3")
    workers = [scrapy("crawl", "careers", *given) for _ in range(3)]
    with psycopg.connect(database, autocommit=True) as store:

        def read():
            there = store.execute("select to_regclass('board_runs')").fetchone()[0]
            return store.execute("select count(*) from board_runs").fetchone()[0] if there else 0

        wait_for(lambda: read() > 20)
        workers[0].send_signal(signal.SIGKILL)
        wait_for(lambda: read() > 60)
        workers[1].send_signal(signal.SIGTERM)
        ends = [finished(worker) for worker in workers]
        assert [end[0] for end in ends] == [-signal.SIGKILL, 128 + signal.SIGTERM, 0], ends  # it left boards to the others
        assert all("goes to another one" in line for line in ends[2][2].splitlines()), ends[2][2]
        assert Counter(store.execute("select verdict from board_runs").fetchall()) == {("complete",): BOARDS}
        assert store.execute("select count(*), count(distinct run) from changes").fetchone() == (BOARDS * POSTINGS, 1)
        assert store.execute("select count(*) from runs where finished_at is null").fetchone() == (0,)
    lines = [json.loads(line) for line in (tmp_path / "out" / "postings.jsonl").read_bytes().splitlines()]
    assert len(lines) == len({line["id"] for line in lines}) == BOARDS * POSTINGS
    assert len((tmp_path / "out" / "boards.jsonl").read_bytes().splitlines()) == BOARDS
    assert max(Careers.most.values()) == 1
    assert len(Careers.most) == HOSTS
    again = [path for path, count in Careers.asked.items() if count > 1 and "company" in path]
    assert len(again) < 80  # only what the two that ended early had under way


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


def test_a_worker_without_a_queue_says_so(database, tmp_path):
    code, _, err = finished(scrapy("crawl", "careers", "-s", "QUEUE=1", "-s", f"STORE={database}", "-s", f"OUTPUT={tmp_path}"))
    assert (code, "no run waits for workers" in err) == (0, True)


def test_a_queue_needs_a_shared_store(tmp_path):
    needs()
    code, _, err = finished(scrapy("crawl", "careers", "-s", "QUEUE=1", "-s", f"OUTPUT={tmp_path}"))
    assert (code, "several machines share a PostgreSQL server" in err) == (2, True)
