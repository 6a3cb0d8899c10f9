"""What an answer and a board may cost, and what is not whole: against a server on this machine that keeps to nothing."""

import gzip
import json
import time
import zlib

import brotli
import pytest
from badserver import Hostile, listing, posting, reply
from conftest import board, job
from scrapy.http import HtmlResponse, Response

from crawler.guard.decoding import BrokenError, TooLargeError, decode
from crawler.guard.markup import too_dear
from crawler.guard.whole import is_whole
from crawler.limits import trap_in

FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0")
SMALL = ("-s", "DOWNLOAD_MAXSIZE=200000", "-s", "DOWNLOAD_TIMEOUT=2")
GOOD = board("acme", [job(1), job(2)]).body.encode()
MANY = board("acme", [job(number) for number in range(60)]).body.encode()


def squeezed(size):
    """Brotli of *size* zeros."""
    stream = brotli.Compressor()
    pieces = [stream.process(bytes(1 << 20)) for _ in range(size >> 20)]
    return b"".join([*pieces, stream.finish()])


def zipped(body, encoding):
    return {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding](body)


def endless(start, piece):
    """Send *start*, then *piece* until nobody listens, or for a few seconds."""

    def answer(connection, path):
        connection.sendall(start)
        end = time.monotonic() + 8
        while time.monotonic() < end:
            connection.sendall(piece)

    return answer


def slow(start, piece=b""):
    """Send *start*, then *piece* again and again, slowly."""

    def answer(connection, path):
        connection.sendall(start)
        end = time.monotonic() + 8
        while time.monotonic() < end:
            time.sleep(0.2)
            connection.sendall(piece)

    return answer


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
WIRE = {
    # 18: bombs
    "gzip bomb": (reply(gzip.compress(bytes(64 << 20)), Content_Encoding="gzip"), "refused", "decompressed"),
    "nested gzip bomb": (reply(gzip.compress(gzip.compress(bytes(64 << 20))), Content_Encoding="gzip, gzip"), "refused", "decompressed"),
    "deflate bomb": (reply(zlib.compress(bytes(64 << 20)), Content_Encoding="deflate"), "refused", "decompressed"),
    "brotli bomb": (reply(squeezed(64 << 20), Content_Encoding="br"), "refused", "decompressed"),
    "sitemap bomb": (reply(gzip.compress(b"<?xml version='1.0'?><urlset>" + b" " * (64 << 20)), "application/xml", Content_Encoding="gzip"), "refused", "decompressed"),
    # 19: bodies without end
    "a GiB by length": (endless(HEAD + b"Content-Length: 1073741824\r\n\r\n", b" " * 65536), "refused", "larger"),
    "endless chunks": (endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"8000\r\n" + b" " * 0x8000 + b"\r\n"), "refused", "larger"),
    "until close": (endless(HEAD + b"\r\n", b" " * 65536), "refused", "larger"),
    # 21: slowness
    "slow body": (slow(HEAD + b"Content-Length: 100000\r\n\r\n", b" "), "timed_out", "in time"),
    "slow head": (slow(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"), "timed_out", "in time"),
    "no answer": (slow(b""), "timed_out", "in time"),
    "interim answers": (slow(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"), "timed_out", "in time"),
    "a flood of interim answers": (endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 500), "refused", "head"),
    # 23: cut
    "length too large": (reply(GOOD, "application/json", Content_Length=str(len(GOOD) + 9)), "error", "DataLoss"),
    "chunked, cut": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(GOOD) + GOOD + b"\r\n", "error", "DataLoss"),
    # 24: no HTTP
    "length negative": (reply(GOOD, Content_Length="-1"), "unreachable", ""),
    "length text": (reply(GOOD, Content_Length="many"), "unreachable", ""),
    "two lengths": (reply(GOOD, Content_Length="7\r\nContent-Length: 8"), "unreachable", ""),
    "bad chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + GOOD, "error", ""),
    "no status line": (GOOD, "unreachable", ""),
    "random bytes": (bytes(range(256)) * 20 + b"\r\n\r\n", "unreachable", ""),
    "8 MB of one header": (b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 8_000_000 + b"\r\n\r\n", "unreachable", ""),
    "200,000 headers": (b"HTTP/1.1 200 OK\r\n" + b"X-A: a\r\n" * 200_000 + b"\r\n", "refused", "head"),
    # 25: until close
    "until close, cut": (HEAD + b"\r\n" + GOOD[: len(GOOD) // 2], "error", "whole"),
    # 26: statuses
    "status 999": (reply(GOOD, "application/json", 999), "error", "999"),
    "status 206": (reply(GOOD, "application/json", 206), "error", "206"),
    # 27: encodings
    "gzip, cut": (reply(gzip.compress(MANY)[:-9], "application/json", Content_Encoding="gzip"), "error", "gzip is cut off"),
    "gzip, broken": (reply(gzip.compress(MANY)[:200] + b"\x00" * 400, "application/json", Content_Encoding="gzip"), "error", "gzip is broken"),
    "gzip that is none": (reply(GOOD, "application/json", Content_Encoding="gzip"), "error", "gzip is broken"),
    "50 encodings": (reply(GOOD, "application/json", Content_Encoding=", ".join(["gzip"] * 50)), "refused", "compressed more than 2 times"),
    "an unknown encoding": (reply(GOOD, "application/json", Content_Encoding="rot13"), "error", "rot13"),
}  # fmt: skip


def test_what_is_no_whole_answer_costs_its_own_board_and_no_other(crawl):
    with Hostile() as site:
        site.pages |= {f"/{number}": answer for number, (answer, _, _) in enumerate(WIRE.values())}
        # Ways of a whole answer that say no length.
        site.pages |= {"/good": reply(GOOD, "application/json"), "/close": HEAD + b"\r\n" + GOOD, "/zip": reply(gzip.compress(GOOD), "application/json", Content_Length="", Content_Encoding="gzip")}
        done = crawl(*FAST, *SMALL, "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=8", boards=[site.url + path for path in site.pages])
    lines = {line["url"].rpartition("/")[2]: line for line in done.boards}
    found = {name: (lines[str(number)]["verdict"], word if word in (lines[str(number)]["why"] or "") else lines[str(number)]["why"]) for number, (name, (_, _, word)) in enumerate(WIRE.items())}
    assert found == {name: (verdict, word) for name, (_, verdict, word) in WIRE.items()}
    assert {lines[name]["verdict"] for name in ("good", "close", "zip")} == {"complete"}
    assert (done.code, "Traceback" in done.err, len(done.postings)) == (3, False, 2)  # one board, three times


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_compressed_comes_out_whole_or_not_at_all(encoding):
    body = zipped(GOOD, encoding)
    assert decode(body, encoding, len(GOOD)) == GOOD
    with pytest.raises(TooLargeError):
        decode(body, encoding, len(GOOD) - 1)
    for end in range(1, len(body) - 8, 7):
        with pytest.raises(BrokenError):
            decode(body[:end], encoding, 0)


def test_several_members_and_filling_are_gzip_too():
    assert decode(gzip.compress(b"a") + gzip.compress(b"b") + bytes(20), "gzip", 0) == b"ab"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (b"<!DOCTYPE html><html><p>a</p></HTML>\n<!-- cached -->", True),
        (b"<div><p>a</p></div>", True),
        (b"<!DOCTYPE html><html><p>a</p>", False),
        (b"<?xml version='1.0'?><jobs><job/></jobs>", True),
        (b"<?xml version='1.0'?><jobs><job/>", False),
        (b'[{"a": 1}, {"b": 2}]', True),
        (b'{"jobs": [{"a": 1}', False),
        (b"User-agent: *\nDisallow:\n", True),
        (b"User-agent: *\nDisal", False),
        (b"", False),
    ],
)
def test_a_body_that_ended_with_its_connection_has_its_own_end(body, whole):
    assert is_whole(Response("https://acme.example", body=body)) is whole


ATTRIBUTES = b" ".join(b"a%d" % number for number in range(9000))


@pytest.mark.parametrize(
    "body",
    [
        b"<div %s>" % ATTRIBUTES,
        b"<div %s>" % ATTRIBUTES.replace(b" ", b'=">" '),
        b"<!--><div %s> -->" % ATTRIBUTES,
        b"<script-x><div %s></script-x>" % ATTRIBUTES,
        b'<a x=b="><div %s>">' % ATTRIBUTES,
        b'<a ="><div %s>">' % ATTRIBUTES,
        b"<script></script><div/%s>" % ATTRIBUTES.replace(b" ", b"/"),
        b"<br>" * 700_000,
        b"<p>" + b"x" * 9_000_000,
        b"[" + b"{}," * 2_000_000,
    ],
    ids=range(10),
)
def test_what_would_cost_too_much_to_parse_is_told_from_its_bytes(body):
    assert too_dear(HtmlResponse("https://acme.example", body=body)) is not None


@pytest.mark.parametrize(
    "body",
    [
        b"<p>" * 20_000 + b"x",
        b"<script>if (a<b) { %s }</script>" % ATTRIBUTES,
        b"<style>a<b %s </style>" % ATTRIBUTES,
        b"<!-- <div %s> -->" % ATTRIBUTES,
        b'<div data-state="%s">' % ATTRIBUTES,
        b"<p>1 < 2 %s" % ATTRIBUTES,
        json.dumps({"jobs": [job(number) for number in range(2000)]}).encode(),
    ],
    ids=range(7),
)
def test_large_pages_are_parsed(body):
    assert too_dear(HtmlResponse("https://acme.example", body=body + b" " * 30_000)) is None


@pytest.mark.parametrize(
    ("url", "trap"),
    [
        ("https://acme.example/jobs/a/jobs/b/jobs/c", True),
        ("https://acme.example/" + "/".join(map(str, range(30))), True),
        ("https://acme.example/jobs/2026/10/10/10/cook", False),
        ("https://acme.example/en/careers/en/cook", False),
        ("https://acme.example", False),
    ],
)
def test_paths_that_grow_are_traps(url, trap):
    assert (trap_in(url) is not None) is trap


# Traps: a site whose pages have no end.


def number_of(path):
    return int("".join(c for c in path.rpartition("/")[2] if c.isdigit()) or 0)


def same_postings(path):
    return listing("/job/1", "/job/2", more=f"/jobs/page/{number_of(path) + 1}")


def new_postings(path):
    n = number_of(path)
    return listing(f"/job/{2 * n + 10}", f"/job/{2 * n + 11}", more=f"/jobs/page/{n + 1}")


def sessions(path):
    n = number_of(path)
    return listing(f"/job/1?PHPSESSID={n}", f"/job/2;jsessionid={n}", more=f"/jobs?PHPSESSID=a{n + 1}")


def growing(path):
    return listing("/job/1", "/job/2", f"{path}/jobs/more" if path.startswith("/jobs") else "/job/3", more=f"{path.rstrip('/')}/jobs")


def calendar(path):
    return listing(more=f"/jobs/page/{number_of(path) + 1}", title="Careers calendar")


@pytest.mark.parametrize(
    ("pages", "most", "verdicts"),
    [
        (same_postings, 5, {"complete"}),
        (new_postings, 100, {"partial"}),
        (sessions, 6, {"complete"}),
        (growing, 20, {"partial", "complete"}),
        (calendar, 10, {"partial", "changed_layout"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_listing_without_end_is_left(crawl, pages, most, verdicts):
    with Hostile() as site:
        site.other = lambda path: None if path == "/robots.txt" else reply(posting(f"Cook {path}")) if path.startswith("/job/") else reply(pages(path))
        done = crawl("-a", f"url={site.url}/jobs", *FAST, "-s", "UNPROVED_MAX_PAGES=30")
    assert len(site.pages_asked) <= most
    assert done.boards[0]["verdict"] in verdicts
    assert done.boards[0]["verdict"] == "complete" or done.boards[0]["why"]


def test_more_links_than_are_read_of_a_page_are_told(crawl):
    with Hostile() as site:
        site.other = lambda path: reply(posting(f"Cook {path}")) if path.startswith("/job/") else None
        site.pages["/jobs"] = reply(listing(*(f"/job/cook-{number}" for number in range(100_000))))
        done = crawl("-a", f"url={site.url}/jobs", *FAST, "-s", "UNPROVED_MAX_POSTINGS=20")
    assert (done.boards[0]["verdict"], len(done.postings)) == ("partial", 20)
    assert len(site.pages_asked) == 21


def test_20000_postings_in_one_graph_are_cut(crawl):
    nodes = [{"@type": "JobPosting", "title": f"Cook {n}", "url": f"/job/{n}", "description": "You cook.", "datePosted": "2026-09-01"} for n in range(20_000)]
    with Hostile() as site:
        site.pages["/jobs"] = reply(b'<html><script type="application/ld+json">%s</script></html>' % json.dumps({"@context": "https://schema.org", "@graph": nodes}).encode())
        done = crawl("-a", f"url={site.url}/jobs", *FAST, "-s", "UNPROVED_MAX_POSTINGS=50")
    assert (done.boards[0]["verdict"], len(done.postings), done.boards[0]["closed"]) == ("partial", 50, 0)


def test_a_slow_board_ends_and_the_others_do_not_wait(crawl):
    with Hostile() as site:
        site.pages |= {f"/slow{number}": slow(b"") for number in range(6)} | {"/good": reply(GOOD, "application/json")}
        settings = ("-s", "BOARDS_AT_ONCE=2", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=9", "-s", "DOWNLOAD_TIMEOUT=2")
        done = crawl(*FAST, *settings, boards=[f"{site.url}/slow{number}" for number in range(6)] + [f"{site.url}/good"])
    verdicts = {line["url"].rpartition("/")[2]: line["verdict"] for line in done.boards}
    assert verdicts == {f"slow{number}": "timed_out" for number in range(6)} | {"good": "complete"}


def test_a_board_whose_answers_are_slow_has_its_time(crawl, monkeypatch):
    monkeypatch.setattr("crawler.guard.handler.QUICK", -10)  # as if each answer took ten seconds more
    with Hostile() as site:
        site.other = lambda path: reply(posting(f"Cook {path}")) if path.startswith("/job/") else None
        site.pages |= {"/jobs": reply(listing(*(f"/job/{number}" for number in range(50)))), "/good": reply(GOOD, "application/json")}
        done = crawl(*FAST, "-s", "BOARD_MAX_SLOW=60", boards=[f"{site.url}/jobs", f"{site.url}/good"])
    lines = {line["url"].rpartition("/")[2]: line for line in done.boards}
    assert (lines["jobs"]["verdict"], lines["good"]["verdict"]) == ("partial", "complete")
    assert "BOARD_MAX_SLOW" in lines["jobs"]["why"]
    assert len(site.pages_asked) <= 10


def test_a_total_that_grows_is_left():
    from crawler.limits import grows

    totals = [20 + 700 * number for number in range(20)]
    assert next(total for total in totals if grows(totals[0], total)) <= 1420
    assert not any(grows(20_000, total) for total in (0, 19_000, 20_000, 21_000, 40_000))
