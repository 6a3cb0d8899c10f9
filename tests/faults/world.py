"""A list of boards on two days, a crawl of the second that is to be disturbed, and what has to be true of what it leaves."""

import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from conftest import begin_in_a_fork, board, in_a_fork, job, write_warc  # noqa: E402

BOARDS, POSTINGS = 12, 15
FILES = ("postings.jsonl", "boards.jsonl")
TEXT = "You cook for two hundred guests a day at {0}, plan the menu with the team and buy from farms nearby. " * 8


class World:
    """The first day read in good order, once; each trial begins from a copy of it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="faults"))
        keys = [f"acme-{n:02}" for n in range(BOARDS)]
        (self.folder / "list.txt").write_text("\n".join(f"https://boards.greenhouse.io/{key}" for key in keys), "utf-8")
        for day in (15, 16):
            boards = []
            for key in keys:
                first = (day - 15) * 2  # two of each board close, two are new, one changes
                jobs = [job(n, title=f"Cook {key} {n}", content=TEXT.format(f"{key} {n}")) for n in range(first, first + POSTINGS)]
                if day == 16:
                    jobs[0]["title"] += " and baker"
                boards.append(board(key, jobs))
            write_warc(self.folder / f"day{day}.warc.gz", boards, f"2026-09-{day}T08:00:00Z")
        self.first, self.wanted = self.folder / "first", self.folder / "wanted"
        assert in_a_fork(self.command(15, self.first), self.folder)[0] == 0
        shutil.copytree(self.first, self.wanted)
        assert in_a_fork(self.command(16, self.wanted), self.folder)[0] == 0
        self.before, self.after = ({name: (where / name).read_bytes() for name in FILES} for where in (self.first, self.wanted))

    def command(self, day: int, out: Path) -> list[str]:
        return [
            "scrapy", "crawl", "careers", "-a", f"boards={self.folder / 'list.txt'}", "-s", f"REPLAY={self.folder / f'day{day}.warc.gz'}", "-s", f"OUTPUT={out}",
        ]  # fmt: skip

    def trial(self) -> Path:
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.first, out)
        return out

    def begin(self, out: Path, before=None) -> int:
        return begin_in_a_fork(self.command(16, out), self.folder, before=before)

    def look(self, out: Path, said: str) -> None:
        """Whatever happened: published files are whole, and of the day before or of this one as far as it came."""
        for name in (*FILES, *(str(path.relative_to(out)) for path in (out / "changes").glob("[!.]*.jsonl"))):
            body = (out / name).read_bytes()
            assert not body or body.endswith(b"\n"), f"{said}: {name} is torn"
            rows = [json.loads(line) for line in body.splitlines()]
            ids = Counter(row.get("id") or row["board"] for row in rows)
            assert max(ids.values(), default=1) == 1, f"{said}: {name} has {ids.most_common(1)} twice"
            if name in self.before and body != self.before[name]:
                assert len(rows) >= len(self.before[name].splitlines()), f"{said}: {name} lost lines"

    def heal(self, out: Path, said: str) -> None:
        """One clean run, and everything is as if nothing had happened; one more, and it finds nothing."""
        code, _, err = in_a_fork(self.command(16, out), self.folder)
        assert (code, err) == (0, ""), f"{said}: the clean run ended with {code}: {err}"
        self.look(out, said)
        assert (out / "postings.jsonl").read_bytes() == self.after["postings.jsonl"], f"{said}: postings are lost or other ones"
        found = Counter()
        for path in (out / "changes").glob("*.jsonl"):
            found.update((row["change"], row["id"]) for row in map(json.loads, path.read_bytes().splitlines()))
        wanted = Counter()
        for path in (self.wanted / "changes").glob("*.jsonl"):
            wanted.update((row["change"], row["id"]) for row in map(json.loads, path.read_bytes().splitlines()))
        assert found == wanted, f"{said}: changes are {found - wanted} too many, {wanted - found} too few"

    def close(self) -> None:
        shutil.rmtree(self.folder)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def seeded(arguments: list[str]) -> random.Random:
    return random.Random(int(arguments[0]) if arguments else 1)
