"""robots.txt, Retry-After and the rest of our manners: against a server on this machine, and by clocks of the tests' own."""

import asyncio
from itertools import pairwise

import pytest
from conftest import board, job
from scrapy.exceptions import CannotResolveHostError, DownloadFailedError, DownloadTimeoutError
from scrapy.http import Response
from test_wire import FAST, Site

from crawler.exits import StopError
from crawler.extensions.holds import Holds
from crawler.failures import NotAskedError
from crawler.middlewares.contact import user_agent
from crawler.middlewares.copies import COPY_MAX_AGE, Copies, Copy
from crawler.middlewares.retry import PatientRetryMiddleware
from crawler.middlewares.robots import READ_MAX, copy_of, unreachable
from crawler.verdicts import Failure

TEXT = {"Content-Type": "text/plain"}
OPEN = b"User-agent: *\nDisallow: /admin\n"


@pytest.fixture
def site():
    server = Site()
    server.start()
    server.pages["/jobs"] = (200, {}, board("acme", [job(1), job(2)]).body.encode())
    yield server
    server.stop()


def pages_asked(site):
    return [path for path, _ in site.asked if path != "/robots.txt"]


# robots.txt


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ((503, {}, b"User-agent: *\nAllow: /\n"), "robots"),
        ((500, {}, b""), "robots"),
        ((429, {}, b""), "throttled"),
        ((200, {"Content-Length": "900", "Connection": "close"}, OPEN), "robots"),  # cut
        ((302, {"Location": "/robots.txt"}, b""), "robots"),
    ],
    ids=["503", "500", "429", "cut", "loop"],
)
def test_a_robots_txt_out_of_reach_forbids_everything(crawl, site, answer, verdict):
    site.pages["/robots.txt"] = answer
    done = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (done.code, done.boards[0]["verdict"], pages_asked(site)) == (4, verdict, [])
    assert done.boards[0]["why"].startswith("robots unreachable: ")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_robots_txt_that_is_not_there_forbids_nothing(crawl, site, status):
    site.pages["/robots.txt"] = (status, {}, b"User-agent: *\nDisallow: /\n")
    assert len(crawl("-a", f"url={site.url}/jobs", *FAST).postings) == 2


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /jobs\r\n", "robots"),
        (b"\xef\xbb\xbfUser-agent: *\rDisallow: /jobs\r", "robots"),
        (b"User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /jobs\n", "robots"),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: Careers-Crawler\nAllow: /\n", "complete"),
        (b"User-agent: careers-crawler/0.1\nDisallow: /\n", "complete"),  # a version is no part of a name: nobody is meant
        (b"<html><body>User-agent: * Disallow: /</body></html>", "complete"),
        (b"User-agent: *\nDisallow: /b" + b"\n# more" * 100_000 + b"\nDisallow: /jobs\n", "complete"),  # behind 512 KB
        (b"User-agent: *\nDisallow: /jobs" + b"\n# more" * 100_000, "robots"),
        (b"User-agent: *\nCrawl-delay: 31\n", "robots"),
        (b"User-agent: *\nCrawl-delay: soon\n", "complete"),
        (b"User-agent: *\nCrawl-delay: -4\n", "complete"),
    ],
)
def test_rules_of_every_spelling(crawl, site, text, verdict):
    site.pages["/robots.txt"] = (200, TEXT, text)
    done = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (done.boards[0]["verdict"], len(pages_asked(site))) == (verdict, int(verdict == "complete"))


def test_a_crawl_delay_too_long_says_so(crawl, site):
    site.pages["/robots.txt"] = (200, TEXT, b"User-agent: *\nCrawl-delay: 600\n")
    why = crawl("-a", f"url={site.url}/jobs", *FAST).boards[0]["why"]
    assert "wants 600 seconds between requests (Crawl-delay)" in why


def test_a_crawl_delay_is_kept(crawl, site):
    site.pages["/robots.txt"] = (200, TEXT, b"User-agent: *\nCrawl-delay: 0.5\n")
    site.pages["/more"] = site.pages["/jobs"]
    crawl(*FAST, boards=[f"{site.url}/jobs", f"{site.url}/more"])
    moments = site.moments
    assert len(moments) == 3
    assert min(later - sooner for sooner, later in pairwise(moments)) > 0.25  # of 0.5, less what the machine adds


def test_a_copy_of_today_serves_and_makes_the_question_conditional(crawl, site):
    site.pages["/robots.txt"] = (200, {**TEXT, "ETag": '"r1"'}, OPEN)
    crawl("-a", f"url={site.url}/jobs", *FAST)
    site.pages["/robots.txt"] = (304, {}, b"")
    assert crawl("-a", f"url={site.url}/jobs", *FAST).boards[0]["verdict"] == "unchanged"
    assert site.robots_conditions == [None, '"r1"']
    site.pages["/robots.txt"] = (503, {}, b"")
    assert crawl("-a", f"url={site.url}/jobs", *FAST).boards[0]["verdict"] == "unchanged"


def test_a_copy_that_the_server_calls_fresh_is_not_asked_for(crawl, site):
    site.pages["/robots.txt"] = (200, {**TEXT, "Cache-Control": "max-age=3600"}, b"User-agent: *\nDisallow: /jobs\n")
    crawl("-a", f"url={site.url}/jobs", *FAST)
    again = crawl("-a", f"url={site.url}/jobs", *FAST)
    assert (again.boards[0]["verdict"], [path for path, _ in site.asked]) == ("robots", ["/robots.txt"])


def test_a_replay_asks_no_robots(crawl, site, tmp_path):
    crawl("-a", f"url={site.url}/jobs", "-s", f"ARCHIVE={tmp_path / 'kept'}", *FAST)
    asked = len(site.asked)
    again = crawl("-a", f"url={site.url}/jobs", "-s", f"REPLAY={tmp_path / 'kept'}", "-s", f"OUTPUT={tmp_path / 'again'}")
    assert (again.code, len(site.asked), (tmp_path / "again" / "manners.db").exists()) == (0, asked, False)


@pytest.mark.parametrize(
    ("error", "verdict"),
    [(DownloadTimeoutError("15 s"), "robots"), (DownloadFailedError("lost"), "robots"), (CannotResolveHostError("x"), "unreachable"), (ValueError("?"), "robots")],
)
def test_a_request_for_robots_that_fails(error, verdict):
    failure = unreachable(error, "https://acme.example/robots.txt")
    assert failure.verdict == verdict
    assert failure.why.startswith("robots unreachable: ")


def answer(status, body=b"", **headers):
    return Response("https://acme.example/robots.txt", status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@pytest.mark.parametrize(
    ("response", "before", "expected"),
    [
        (answer(200, b"a", ETag="1"), None, Copy(b"a", 9.0, 9.0, "1")),
        (answer(200, b"a", Cache_Control="max-age=60"), None, Copy(b"a", 9.0, 69.0)),
        (answer(304), Copy(b"b", 1.0, 1.0, "2"), Copy(b"b", 9.0, 9.0, "2")),
        (answer(404, b"Disallow: /", Cache_Control="max-age=60"), None, Copy(b"", 9.0, 9.0)),
        (answer(304), None, "robots"),
        (answer(300), None, "robots"),
        (answer(999), None, "robots"),
        (answer(429), Copy(b"b", 1.0, 1.0), "throttled"),
    ],
)
def test_what_an_answer_makes_of_robots(response, before, expected):
    found = copy_of(response, response.url, before, 9.0)
    assert (found.verdict if isinstance(found, Failure) else found) == expected


def test_no_more_than_half_a_megabyte_is_read():
    assert len(copy_of(answer(200, b"Disallow: /a\n" * 100_000), "", None, 0.0).body) <= READ_MAX


def test_copies_outlive_the_process_and_damage_costs_only_them(tmp_path):
    path = tmp_path / "manners.db"
    copies = Copies(path, 0.0)
    copies.keep("https://acme.example", Copy(b"a", 1.0, 2.0, "e", "m"))
    copies.hold("acme.example", 500.0)
    copies.close()
    again = Copies(path, COPY_MAX_AGE)
    assert (again.robots("https://acme.example"), again.holds()) == (Copy(b"a", 1.0, 2.0, "e", "m"), {})
    again.close()
    path.write_bytes(b"no database" * 1000)
    empty = Copies(path, 0.0)
    assert empty.robots("https://acme.example") is None
    empty.keep("https://acme.example", Copy(b"b", 1.0, 2.0))
    assert empty.robots("https://acme.example") == Copy(b"b", 1.0, 2.0)
    nowhere = Copies(tmp_path / "none" / "manners.db", 0.0)
    nowhere.hold("acme.example", 1.0)
    assert nowhere.holds() == {}


# Retry-After


def test_a_host_is_left_alone_as_long_as_it_asks(crawl, site):
    site.pages["/jobs"] = [(429, {"Retry-After": "1"}, b""), site.pages["/jobs"]]
    site.pages["/more"] = (200, {}, board("beta", [job(3)]).body.encode())
    done = crawl(*FAST, boards=[f"{site.url}/jobs", f"{site.url}/more"])
    assert ({b["verdict"] for b in done.boards}, len(done.postings)) == ({"complete"}, 3)
    refused = next(number for number, (path, _) in enumerate(site.asked) if path == "/jobs")
    assert all(moment - site.moments[refused] >= 0.99 for moment in site.moments[refused + 1 :])


@pytest.mark.parametrize(("status", "after"), [(429, "86400"), (503, "9" * 50), (429, "Tue, 15 Sep 2093 08:00:00 GMT")])
def test_a_host_that_asks_for_more_than_the_patience_is_throttled_also_in_the_next_run(crawl, site, status, after):
    site.pages["/jobs"] = (status, {"Retry-After": after}, b"")
    done = crawl(*FAST, boards=[f"{site.url}/jobs", f"{site.url}/more", f"{site.url}/most"])
    assert [b["verdict"] for b in done.boards] == ["throttled"] * 3
    assert pages_asked(site)[-1] == "/jobs"
    asked = len(site.asked)
    again = crawl("-a", f"url={site.url}/more", *FAST)
    assert (again.code, again.boards[-1]["verdict"], len(site.asked)) == (4, "throttled", asked)
    assert "asked not to be asked before" in {b["board"]: b for b in again.boards}[f"page:{site.url[7:]}/more"]["why"]


@pytest.mark.parametrize("after", ["soon", "-1", "", "1e9999", "Tue, 99 Foo", "\u0661"])
def test_a_garbled_retry_after_is_the_default(crawl, site, after):
    site.pages["/jobs"] = [(503, {"Retry-After": after.encode().decode("latin-1")}, b""), site.pages["/jobs"]]
    assert len(crawl("-a", f"url={site.url}/jobs", *FAST).postings) == 2


def test_a_hold_is_as_long_as_its_longest_wish_and_a_board_has_so_much_patience():
    now = [100.0]
    holds = Holds(600, lambda: now[0])
    assert holds.hold("acme.example", 400, "a")
    assert holds.hold("acme.example", 10, "a")
    assert holds.left("acme.example") == 400
    assert not holds.hold("acme.example", 300, "a")  # 410 of its 600 seconds are spent
    assert holds.hold("acme.example", 300, "b")
    assert (holds.waits("acme.example"), holds.waits("other.example")) == (True, False)
    assert not holds.hold("acme.example", 3600, "c")
    assert (holds.waits("acme.example"), holds.left("acme.example")) == (False, 3600)
    now[0] += 3600
    assert (holds.left("acme.example"), holds.long) == (0, set())


def test_what_is_past_the_queue_waits_or_is_not_asked():
    now, slept = [0.0], []

    async def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    middleware = PatientRetryMiddleware.__new__(PatientRetryMiddleware)
    middleware.holds, middleware.sleep = Holds(600, lambda: now[0]), sleep
    middleware.host_of = lambda request: "acme.example"
    request = type("Asked", (), {"url": "https://acme.example/jobs"})()
    middleware.holds.hold("acme.example", 30)
    asyncio.run(middleware.process_request(request))
    assert slept == [30]
    middleware.holds.hold("acme.example", 900)
    with pytest.raises(NotAskedError, match="asked not to be asked before"):
        asyncio.run(middleware.process_request(request))


# Who we are


@pytest.mark.parametrize("contact", ["a\nX-Evil: 1", "ümlaut@example.com", "x" * 201, "a)(b"])
def test_a_contact_that_no_header_holds_is_refused(contact):
    with pytest.raises(StopError, match="-s CONTACT="):
        user_agent("careers-crawler/0.1", contact)


def test_a_bad_contact_ends_the_run_before_anything_is_fetched(crawl, site):
    done = crawl("-a", f"url={site.url}/jobs", "-s", "CONTACT=ümlaut")
    assert (done.code, site.asked) == (2, [])
    assert done.err.startswith("careers: -s CONTACT='ümlaut'")


def test_what_is_sent_is_the_same_everywhere(crawl, site, monkeypatch):
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    crawl("-a", f"url={site.url}/jobs", *FAST)
    assert set(site.languages) == {"en"}

