"""What all bombs together cost a run: ``python tests/bench/attacks.py`` prints its peak memory and its seconds.

A server on this machine sends bombs, bodies without end, pages that are dear to parse and lists without end, each as a board
of its own, beside good boards. Read with the settings as they are, but without a delay between requests; more arguments go
to the crawl (``-s DOWNLOAD_MAXSIZE=…``).
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import brotli  # noqa: E402
from badserver import Hostile, listing, posting, reply  # noqa: E402
from conftest import board, job  # noqa: E402

GIB = 1 << 30
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
GOOD = 20
SECONDS = 300  # then the run is ended


def compressed(stream, last):
    piece = bytes(1 << 20)
    return b"".join([*(stream(piece) for _ in range(GIB // len(piece))), last()])


def endless(start, piece):
    def answer(connection, path):
        connection.sendall(start)
        for _ in range(GIB // len(piece)):
            connection.sendall(piece)

    return answer


def numbered(path):
    number = int(path.rpartition("/")[2]) if path.rpartition("/")[2].isdigit() else 0
    return reply(listing(f"/job/{2 * number + 10}", f"/job/{2 * number + 11}", more=f"/endless/{number + 1}"))


def attacks():
    br, deflate, gz = brotli.Compressor(), zlib.compressobj(9), zlib.compressobj(9, zlib.DEFLATED, 31)
    once = compressed(gz.compress, gz.flush)
    nodes = [{"@type": "JobPosting", "title": f"Cook {n}", "url": f"/job/{n}", "description": "You cook."} for n in range(20_000)]
    laughs = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    return {
        "/brotli": reply(compressed(br.process, br.finish), Content_Encoding="br"),
        "/deflate": reply(compressed(deflate.compress, deflate.flush), Content_Encoding="deflate"),
        "/gzip": reply(once, Content_Encoding="gzip"),
        "/nested": reply(gzip.compress(once), Content_Encoding="gzip, gzip"),
        **{f"/length{n}": endless(HEAD + b"Content-Length: %d\r\n\r\n" % GIB, b"<" * 65536) for n in range(3)},
        **{f"/chunks{n}": endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"<" * 65536 + b"\r\n") for n in range(3)},
        **{f"/close{n}": endless(HEAD + b"\r\n", b"<" * 65536) for n in range(3)},
        "/heads": endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 8000),
        "/interim": endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2000),
        "/nesting": reply(b"<div>" * 300_000 + b"x" + b"</div>" * 300_000),
        "/tags": reply(b"<br>" * 1_500_000),
        "/many-tags": reply(b"<i>x</i>" * 290_000),
        "/attributes": reply(b"<div " + b" ".join(b"a%d=1" % n for n in range(500_000)) + b">"),
        "/attribute": reply(b'<div class="' + b"x" * 6_200_000 + b'">'),
        "/text": reply(b"<h1>Cook</h1><p>" + b"You cook for our guests. " * 248_000),
        "/json-deep": reply(b"[" * 200_000, "application/json"),
        "/json-wide": reply(b"[" + b"{}," * 5_000_000 + b"{}]", "application/json"),
        "/json-long": reply(b'{"jobs": ["' + b"x" * 15_000_000 + b'"]}', "application/json"),
        "/digits": reply(b'{"jobs": [' + b"9" * 1_000_000 + b"]}", "application/json"),
        "/links": reply(listing(*(f"/job/cook-{n}" for n in range(100_000)))),
        "/graph": reply(b'<script type="application/ld+json">%s</script>' % json.dumps({"@context": "https://schema.org", "@graph": nodes}).encode()),
        "/entities": reply(b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">%s]><l>&j;</l>' % laughs, "application/xml"),
        "/endless": reply(listing("/job/1", more="/endless/1")),
    }


def peak_of(pid):
    """The most memory that the process had so far, in KiB; what getrusage tells begins with the memory of its parent."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def read(site, folder, paths):
    """Run the crawl over *paths*: its exit status, what it said, its peak in MiB, its seconds."""
    listed = folder / "boards.txt"
    listed.write_text("".join(f"{site.url}{path}\n" for path in paths))
    command = [sys.executable, "-m", "scrapy", "crawl", "careers", "-a", f"boards={listed}", "-s", f"OUTPUT={folder}/out", "-s", "ALLOW_PRIVATE=127.0.0.1"]
    command += ["-s", "DOWNLOAD_DELAY=0", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=32", "-s", "UNPROVED_MAX_POSTINGS=500", *sys.argv[1:]]
    began, peak = time.monotonic(), 0
    with (folder / "said").open("w+") as said:
        run = subprocess.Popen(command, cwd=ROOT, stderr=said)
        while run.poll() is None:
            peak = max(peak, peak_of(run.pid))
            time.sleep(0.1)
            if time.monotonic() - began > SECONDS:
                run.kill()
        said.seek(0)
        return run.returncode, said.read(), peak / 1024, time.monotonic() - began


def main():
    pages = attacks()
    good = reply(board("acme", [job(n) for n in range(50)]).body.encode(), "application/json")
    with Hostile() as site, tempfile.TemporaryDirectory() as name:
        site.pages |= {**pages, **{f"/good{n}": good for n in range(GOOD)}}
        site.other = lambda path: numbered(path) if path.startswith("/endless/") else reply(posting(f"Cook {path}")) if path.startswith("/job/") else None
        folder = Path(name)
        code, said, peak, seconds = read(site, folder, site.pages)
        lines = [json.loads(line) for line in (folder / "out" / "boards.jsonl").read_text().splitlines()]
    print(said[-2000:], end="")
    bad = [line for line in lines if "/good" not in line["url"]]
    for line in sorted(bad, key=lambda line: line["url"]):
        print(f"{line['url'].rpartition('/')[2]:12} {line['verdict']:14} {line['seconds']:6.1f} s  {(line['why'] or '')[:110]}")
    verdicts = ", ".join(f"{n} {verdict}" for verdict, n in Counter(line["verdict"] for line in bad).most_common())
    whole = sum(line["verdict"] == "complete" for line in lines if line not in bad)
    print(f"{len(pages)} attacks ({verdicts}), {whole} of {GOOD} good boards read")
    print(f"exit status {code}, peak {peak:.0f} MiB, {seconds:.1f} s")


if __name__ == "__main__":
    main()
