"""CPU per posting of one large Greenhouse board: the whole crawl beside a bare Scrapy spider.

    python tests/bench/board.py [--rows 2000] [--runs 5]

Each run is a child process that reads the board from a server on this machine; CPU is user and system time of the
child. The same with one row is subtracted: what is left is the cost of the postings. The two take turns; the figures
are medians, the ratio is that of the medians.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = ["we", "you", "our", "team", "the", "a", "of", "and", "to", "in", "for", "with", "on", "build", "own", "design", "ship", "review", "support", "customers", "product", "data", "platform", "service", "quality", "experience", "engineering", "growth", "roadmap", "partners", "learning", "delivery", "market", "kitchen", "logistics", "hardware", "safety", "reliable", "scalable", "careful"]
PLACES = ("Berlin, Germany", "San Francisco, CA", "London, United Kingdom", "Remote - US", "Paris, France", "New York, NY; Chicago, IL", "Toronto, Canada")


def row(number: int) -> dict[str, object]:
    """A posting of some five kilobytes, every fifth with pay in its text."""
    dice = random.Random(number)

    def sentence() -> str:
        return " ".join(dice.choices(WORDS, k=14)).capitalize() + "."

    def bullets() -> str:
        return "<ul>" + "".join(f"<li>{sentence()}</li>" for _ in range(8)) + "</ul>"

    pay = f"<p>The base salary range is ${dice.randrange(90, 150)},000 - ${dice.randrange(150, 250)},000 per year.</p>" if number % 5 == 0 else ""
    html = (
        "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>" for _ in range(3))
        + f"<h3>What you will do</h3>{bullets()}<h3>What we look for</h3><ul><li>{dice.randrange(1, 9)}+ years of experience</li></ul>{bullets()}<h3>Benefits</h3>{bullets()}{pay}"
    )
    return {
        "absolute_url": f"https://acme.example/jobs/{number}", "internal_job_id": number, "location": {"name": dice.choice(PLACES)}, "metadata": None,
        "id": number, "updated_at": "2026-09-01T10:00:00-04:00", "requisition_id": f"R{number}", "title": f"Engineer {number}", "company_name": "Acme",
        "first_published": "2026-08-01T10:00:00-04:00", "language": "en", "content": escape(html), "departments": [{"id": 1, "name": "Engineering"}], "offices": [],
    }  # fmt: skip


class Board(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        rows = int(self.path.rsplit("/", 1)[-1]) if self.path.startswith("/board/") else None
        body = BODIES.get(rows, b"")
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


BODIES: dict[int | None, bytes] = {}


def commands(url: str, folder: Path) -> dict[str, list[str]]:
    scrapy = [sys.executable, "-m", "scrapy"]
    return {
        "ours": [*scrapy, "crawl", "careers", "-a", f"url={url}", "-s", f"OUTPUT={folder}", "-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE=127.0.0.1"],
        "bare": [*scrapy, "runspider", str(ROOT / "tests/bench/bare_spider.py"), "-a", f"start_urls={url}", "-O", str(folder / "bare.jsonl"), "-L", "WARNING"],
    }


def cpu(command: list[str], cwd: Path) -> tuple[float, float]:
    """CPU seconds and peak memory (MiB) of *command*."""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    for rows in (1, options.rows):
        BODIES[rows] = json.dumps({"jobs": [row(n) for n in range(rows)], "meta": {"total": rows}}).encode()
    server = HTTPServer(("127.0.0.1", 0), Board)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    spent: dict[tuple[str, int], list[float]] = {}
    memory: dict[str, float] = {}
    for _ in range(options.runs):
        for rows in BODIES:
            with tempfile.TemporaryDirectory() as folder:
                for name, command in commands(f"http://127.0.0.1:{server.server_address[1]}/board/{rows}", Path(folder)).items():
                    seconds, peak = cpu(command, ROOT if name == "ours" else Path(folder))
                    spent.setdefault((name, rows), []).append(seconds)
                    memory[name] = max(memory.get(name, 0), peak)
    each = {}
    for name in ("bare", "ours"):
        start, whole = statistics.median(spent[name, 1]), statistics.median(spent[name, options.rows])
        each[name] = (whole - start) / (options.rows - 1) * 1e6
        print(f"{name:6}{each[name]:8.0f} us CPU a posting, {start:5.2f} s CPU to start, {memory[name]:5.0f} MiB at most")
    print(f"ratio {each['ours'] / each['bare']:.2f}")


if __name__ == "__main__":
    main()
