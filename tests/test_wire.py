"""What goes over the wire, against a server on this machine."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import Recorded, board, job

FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=1")


class Site(ThreadingHTTPServer):
    """Answers from ``pages``: path -> (status, headers, body), or a list of such, one a request; the last one stays."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.pages = {}
        self.asked = []
        self.moments = []  # of each request
        self.languages = []
        self.conditions = []
        self.robots_conditions = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def start(self):
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.moments.append(time.monotonic())
        self.server.asked.append((self.path, self.headers.get("User-Agent")))
        self.server.languages.append(self.headers.get("Accept-Language"))
        conditions = self.server.robots_conditions if self.path == "/robots.txt" else self.server.conditions
        conditions.append(self.headers.get("If-None-Match"))
        page = self.server.pages.get(self.path.split("?")[0], (404, {}, b"not here"))
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        status, headers, body = page
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = Site()
    server.start()
    server.pages["/jobs"] = (200, {}, board("acme", [job(1), job(2)]).body.encode())
    yield server
    server.stop()


def test_a_board_is_read_and_its_archive_replays_to_the_same_postings(crawl, site, tmp_path):
    live = crawl("-a", f"url={site.url}/jobs", "-s", f"ARCHIVE={tmp_path / 'kept'}", "-s", "CONTACT=bot@careers.example", *FAST)
    assert (live.code, len(live.postings)) == (0, 2)
    assert {agent for _, agent in site.asked} == {"careers-crawler/0.1 (+bot@careers.example)"}
    written = [{k: v for k, v in p.items() if k not in ("first_seen", "last_seen")} for p in live.postings]
    site.pages.clear()
    again = crawl("-a", f"url={site.url}/jobs", "-s", f"REPLAY={tmp_path / 'kept'}", "-s", f"STORE=sqlite:///{tmp_path / 'second.db'}")
    assert [{k: v for k, v in p.items() if k not in ("first_seen", "last_seen")} for p in again.postings] == written


def test_an_unchanged_board_costs_one_request_and_no_body(crawl, site):
    body = site.pages["/jobs"][2]
    site.pages["/jobs"] = [(200, {"ETag": '"v1"', "Cache-Control": "no-cache"}, body), (304, {"ETag": '"v1"'}, b"")]
    crawl("-a", f"url={site.url}/jobs", *FAST)
    second = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (second.code, second.boards[0]["verdict"], second.boards[0]["requests"], second.boards[0]["bytes"]) == (0, "unchanged", 1, 0)
    assert (len(second.postings), second.changes) == (2, [])
    assert site.conditions == [None, '"v1"']


def test_a_board_with_the_same_bytes_is_unchanged(crawl, site):
    assert crawl("-a", f"url={site.url}/jobs", *FAST).boards[0]["verdict"] == "complete"
    assert crawl("-a", f"url={site.url}/jobs", *FAST).boards[0]["verdict"] == "unchanged"
    site.pages["/jobs"] = (200, {}, board("acme", [job(1)]).body.encode())
    third = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert [change["change"] for change in third.changes] == ["closed"]


def test_robots_are_obeyed_and_reported(crawl, site):
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /jobs\n")
    done = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (done.code, done.boards[0]["verdict"]) == (4, "robots")
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_passing_fault_is_asked_again(crawl, site):
    site.pages["/jobs"] = [(503, {}, b""), site.pages["/jobs"]]
    done = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (done.code, len(done.postings)) == (0, 2)


def test_a_server_that_is_not_there_is_unreachable(crawl, site):
    site.stop()
    done = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (done.code, done.boards[0]["verdict"]) == (4, "unreachable")


def test_a_redirect_to_another_organisation_is_not_believed(crawl, site):
    site.pages["/jobs"] = (302, {"Location": site.url.replace("127.0.0.1", "localhost") + "/other"}, b"")
    site.pages["/other"] = (200, {}, board("acme", [job(1)]).body.encode())
    done = crawl("-a", f"url={site.url}/jobs", *FAST, "-s", "ALLOW_PRIVATE=127.0.0.1,localhost", "-s", "ALLOW_PORTS=1-65535")
    assert (done.code, done.boards[0]["verdict"]) == (4, "moved")


def test_some_boards_unproved_is_an_exit_status_of_its_own(crawl, site):
    done = crawl(*FAST, boards=[f"{site.url}/jobs", f"{site.url}/gone"])
    assert (done.code, {b["verdict"] for b in done.boards}) == (3, {"complete", "gone"})
    assert json.loads((done.folder / "boards.jsonl").read_text().splitlines()[0])["requests"] == 1


PAGE = b"""<html><head><title>Cook - Acme</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Cook", "datePosted": "2026-09-01", "hiringOrganization": {"@type": "Organization", "name": "Acme"}, "description": "You cook for our guests.",
"jobLocation": {"address": {"addressLocality": "Berlin", "addressCountry": "DE"}}}</script></head><body><h1>Cook</h1><p>You cook for our guests.</p></body></html>"""


def test_a_posting_whose_own_page_is_gone_is_closed(crawl, site):
    site.pages["/jobs/1"] = [(200, {"Content-Type": "text/html"}, PAGE), (410, {}, b"")]
    first = crawl("-a", f"url={site.url}/jobs/1", *FAST)
    assert [p["title"] for p in first.postings] == ["Cook"]
    second = crawl("-a", f"url={site.url}/jobs/1", *FAST)
    assert second.boards[0]["verdict"] == "gone"
    assert ([c["change"] for c in second.changes], second.postings) == (["closed"], [])


def test_what_was_read_of_a_posting_outlives_a_failure_of_its_page(crawl, site):
    board_url = "https://jobs.smartrecruiters.com/Acme"
    row = {"id": "1", "name": "Cook", "refNumber": "R1", "releasedDate": "2026-09-01T08:00:00.000Z", "company": {"name": "Acme", "identifier": "Acme"}}
    row |= {"location": {"city": "Berlin", "country": "de"}, "uuid": "u1", "ref": "https://api.smartrecruiters.com/v1/companies/acme/postings/1"}
    listing = {"offset": 0, "limit": 100, "totalFound": 1, "content": [row]}
    detail = row | {"jobAd": {"sections": {"jobDescription": {"title": "Tasks", "text": "<p>You cook for two hundred guests a day.</p>"}}}, "active": True}
    listed = Recorded("https://api.smartrecruiters.com/v1/companies/acme/postings?limit=100&offset=0", json.dumps(listing))
    whole = crawl(boards=[board_url], archive=[listed, Recorded(row["ref"], json.dumps(detail))])
    assert "two hundred guests" in whole.postings[0]["description"]
    half = crawl(boards=[board_url], archive=[listed], day=16)
    assert "two hundred guests" in half.postings[0]["description"]
    assert (half.changes, half.postings[0]["last_seen"]) == ([], "2026-09-16T08:00:00Z")
