"""What a second run over unchanged boards costs beside the first: requests and CPU.

    python tests/bench/second_run.py [--boards 100] [--rows 100] [--pages 0] [--profile FILE]

Boards of one response each from a server on this machine (``--pages``: so many of them have the texts of their postings on pages of their own,
which costs the first run a request a posting). CPU is user and system time of the child that runs the command; "without start-up" has that of a
run over one board of one posting taken away.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from board import ROOT, row


class Boards(BaseHTTPRequestHandler):
    """``/board/<rows>/<n>``: a Greenhouse board; ``/list/<rows>/<n>``: a BambooHR list, ``/careers/<id>/detail`` its postings."""

    asked: ClassVar[Counter[str]] = Counter()
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, *rest = self.path.strip("/").split("/")
        self.asked["robots" if kind == "robots.txt" else "boards" if kind in ("board", "list") else "postings"] += 1
        body = self.body(kind, rest)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def body(self, kind: str, rest: list[str]) -> bytes:
        if kind == "careers":
            posting = row(int(rest[0]))
            return json.dumps({"result": {"jobOpening": {"jobOpeningName": posting["title"], "description": posting["content"]}}}).encode()
        if kind not in ("board", "list"):
            return b""
        rows, number = map(int, rest)
        numbers = range(number * rows, number * rows + rows)
        if kind == "board":
            return json.dumps({"jobs": [row(n) for n in numbers], "meta": {"total": rows}}).encode()
        return json.dumps({"meta": {"totalCount": rows}, "result": [{"id": str(n), "jobOpeningName": f"Engineer {n}", "location": {"city": "Berlin"}} for n in numbers]}).encode()

    def log_message(self, *args: object) -> None:
        pass


def run(folder: Path, urls: list[str], profile: str | None = None) -> tuple[float, Counter[str]]:
    """CPU seconds of a crawl of *urls*, and what it asked for."""
    (folder / "list.txt").write_text("\n".join(urls))
    scrapy = [sys.executable, *(["-m", "cProfile", "-o", profile] if profile else []), "-m", "scrapy", "crawl", "careers", "-s", "ALLOW_PRIVATE=127.0.0.1"]
    settings = {"OUTPUT": folder / "out", "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    command = [*scrapy, "-a", f"boards={folder / 'list.txt'}", *(part for name, value in settings.items() for part in ("-s", f"{name}={value}"))]
    Boards.asked.clear()
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, Boards.asked.copy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", type=int, default=100)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--pages", type=int, default=0, help="boards whose postings have pages of their own")
    parser.add_argument("--profile", help="where cProfile's figures of the second run go")
    options = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Boards)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}"
    urls = [f"{site}/{'list' if n < options.pages else 'board'}/{options.rows}/{n}" for n in range(options.boards)]
    with tempfile.TemporaryDirectory() as folder:
        start, _ = run(Path(folder), [f"{site}/board/1/0"])
    with tempfile.TemporaryDirectory() as folder:
        runs = [run(Path(folder), urls), run(Path(folder), urls, options.profile)]
    print(f"{options.boards} boards of {options.rows} postings, {options.pages} of them with pages of their own; start-up {start:.2f} s")
    for name, (seconds, asked) in zip(("first", "second"), runs, strict=True):
        print(f"{name:7} {asked['boards']:5} of boards {asked['postings']:6} of postings {asked['robots']:3} robots   {seconds:6.2f} s CPU, {seconds - start:6.2f} s without start-up")
    (first, _), (second, _) = runs
    print(f"second / first: {second / first:.1%}, without start-up {(second - start) / (first - start):.1%}")


if __name__ == "__main__":
    main()
