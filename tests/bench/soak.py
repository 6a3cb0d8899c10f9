"""Thirty simulated days of one list: what disk and memory do. ``python tests/bench/soak.py [days] [setting=value …]``.

Five boards of 100 postings; each day two of a hundred close, two are new, two change. Slopes are of the last half.
"""

import os
import resource
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from conftest import board, in_a_fork, job, write_warc  # noqa: E402

TEXT = "You cook for two hundred guests a day, plan menu {0} with the team and buy from farms nearby. " * 30


def run(days, settings):
    folder = Path(tempfile.mkdtemp())
    keys = [f"acme-{n}" for n in range(5)]
    (folder / "list.txt").write_text("\n".join(f"https://boards.greenhouse.io/{key}" for key in keys), "utf-8")
    options = [part for setting in settings for part in ("-s", setting)]
    sizes = []
    for day in range(days):
        boards = []
        for key in keys:
            first = day * 2
            jobs = [job(n, title=f"Cook {key} {n}", content=TEXT.format(f"{key} {n}")) for n in range(first, first + 100)]
            for changed in jobs[10:12]:
                changed["title"] += " and baker"
            boards.append(board(key, jobs))
        date = f"2026-{9 + day // 28:02}-{1 + day % 28:02}T08:00:00Z"
        archive = write_warc(folder / "day.warc.gz", boards, date)
        command = ["scrapy", "crawl", "careers", "-a", f"boards={folder / 'list.txt'}", "-s", f"REPLAY={archive}", "-s", f"OUTPUT={folder / 'out'}"]
        code, _, err = in_a_fork([*command, *options], folder)
        assert code == 0, err
        by = dict.fromkeys(("careers.db", "changes", "all"), 0)
        for path in (folder / "out").rglob("*"):
            if path.is_file():
                by["all"] += path.stat().st_size
                by[name] = by.get(name, 0) + path.stat().st_size if (name := path.relative_to(folder / "out").parts[0]) in by else 0
        sizes.append(by["all"])
        print(f"day {day + 1:3} {by['all'] / 1e6:8.2f} MB (careers.db {by['careers.db'] / 1e6:.2f}, changes {by['changes'] / 1e6:.2f})", flush=True)
    half = len(sizes) // 2
    slope = (sizes[-1] - sizes[half]) / (len(sizes) - 1 - half) / sizes[half] * 100
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"disk: {slope:+.2f} % a day over the last {len(sizes) - 1 - half} days; peak memory of any run: {peak:.0f} MiB")


if __name__ == "__main__":
    os.environ.setdefault("TZ", "UTC")
    run(int(sys.argv[1]) if sys.argv[1:] else 30, sys.argv[2:])
