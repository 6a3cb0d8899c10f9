"""What a full store costs a run: a board of 1,000 postings read, compared and stored beside 100,000 or 1,000,000 others.

    python tests/bench/scale.py [--postings 0 100000 1000000] [--rows 1000] [--store URL] [--keep DIR]

Each size is a store of invented postings: boards of 50, roles and cities as unevenly spread as real ones, and some copies of the board that is
read (a site's, an agency's). Two runs of the command are measured on each, in children: the first reads the board new, in the second a tenth of its
postings are other ones. CPU is user and system time; that of a run over a board of one posting is taken away, and writing ``postings.jsonl``, which
has to write every line, is shown by itself. ``--store`` is a PostgreSQL database that may be emptied (its own CPU is not counted); ``--keep`` keeps the made stores for the next time.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from board import ROOT, row
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

sys.path.insert(0, str(ROOT))

from sqlalchemy import insert

from crawler.duplicates import digest, rank
from crawler.fields.places.gazetteer import CITY, DATA
from crawler.items import Posting
from crawler.normalise import content_hash
from crawler.reader import read
from crawler.schema import line, record
from crawler.store import Store
from crawler.store.rows import insert_missing
from crawler.store.sketches import PLACED, pack, placed_blocks
from crawler.store.store import LIFE
from crawler.store.tables import OF_A_CRAWL, blocks, postings, runs, sketches

API = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true&pay_transparency=true"
BOARD = "https://boards.greenhouse.io/acme"
DAY = datetime.fromisoformat("2026-09-01T08:00:00+00:00")
TEXTS = 20_000
LEVELS = ("", "", "", "Senior ", "Junior ", "Lead ", "Principal ", "Assistant ")
# Runs the command and says on its last line what publishing cost.
CHILD = """
import sys, time, crawler.ending as ending
spent = []
def timed(publish=ending.publish):
    def inner(*args, **kwargs):
        start = time.process_time()
        try:
            return publish(*args, **kwargs)
        finally:
            spent.append(time.process_time() - start)
    return inner
ending.publish = timed()
from scrapy.cmdline import execute
try:
    execute(["scrapy", "crawl", "careers", *sys.argv[1:]])
except SystemExit as end:
    print(sum(spent))
    raise
"""


class Cost(NamedTuple):
    seconds: float  # CPU, but for publishing
    publishing: float
    memory: float  # MiB, at the highest


class World:
    """Words, roles and cities, as uneven as real ones: one role has 1.5 % of the postings, one city 15 %."""

    def __init__(self) -> None:
        dice = random.Random("world")
        syllables = [c + v for c in "bdfgklmnprstvwh" for v in "aeiou"]
        self.words = sorted({"".join(dice.choices(syllables, k=dice.choice((1, 2, 2, 3, 3, 4)))) for _ in range(6000)})
        dice.shuffle(self.words)
        self.word_weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.words))))
        self.roles = [f"{self.words[n]} {self.words[(n * 7 + 13) % 2000]}".title() for n in range(8000 % len(self.words), len(self.words))]
        self.role_weights = list(accumulate((rank + 1) ** -0.8 for rank in range(len(self.roles))))
        self.cities = biggest_cities(500)
        self.city_weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.cities))))
        self.under_all = [self.text(dice, 60) for _ in range(30)]  # what many put under every posting

    def text(self, dice: random.Random, words: int) -> str:
        said = dice.choices(self.words, cum_weights=self.word_weights, k=words)
        return " ".join(word + "." if number % 12 == 11 else word for number, word in enumerate(said)).capitalize()

    def posting(self, dice: random.Random) -> tuple[str, str, str]:
        """A title, a place and a text of some 2,000 letters."""
        title = dice.choice(LEVELS) + dice.choices(self.roles, cum_weights=self.role_weights)[0]
        return title, dice.choices(self.cities, cum_weights=self.city_weights)[0], f"{self.text(dice, 280)} {dice.choice(self.under_all)}"


def biggest_cities(count: int) -> list[str]:
    rows = [line.split("\t") for line in DATA.read_text("utf-8").splitlines()]
    people = {row[5] or row[0].title(): int(row[4]) for row in rows if len(row) > 5 and row[1] == CITY}
    return sorted(people, key=lambda name: (-people[name], name))[:count]


WORLD = World()


def board_of(rows: int, first: int = 0) -> bytes:
    """The answer of the board that is read."""
    jobs = []
    for number in range(first, first + rows):
        title, place, text = WORLD.posting(random.Random(number))
        jobs.append(row(number) | {"title": title, "location": {"name": place}, "content": f"&lt;p&gt;{text}&lt;/p&gt;" + str(row(number)["content"])[:2000].rpartition("&lt;")[0]})
    return json.dumps({"jobs": jobs, "meta": {"total": rows}}).encode()


def made(count: int) -> Iterator[tuple[Posting, bytes]]:
    """Postings that are in the store before, each with the digest of its text."""
    dice = random.Random("scale")
    texts = [WORLD.posting(dice)[2] for _ in range(min(TEXTS, count))]
    known = [digest(text) for text in texts]
    for number in range(count):
        title = dice.choice(LEVELS) + dice.choices(WORLD.roles, cum_weights=WORLD.role_weights)[0]
        place = dice.choices(WORLD.cities, cum_weights=WORLD.city_weights)[0]
        text = dice.randrange(len(texts))
        board = f"house{number // 50}"
        url = f"https://jobs.lever.co/{board}/{number}"
        yield Posting(
            id=f"lever:{board}:{number}", url=url, platform="lever", board=board, company=f"House {number // 50} Ltd", title=title, location=place,
            description=texts[text], date_posted="2026-08-20",
        ), known[text]  # fmt: skip


def copies(body: bytes) -> Iterator[tuple[Posting, bytes]]:
    """Of every fiftieth posting of the board a site's copy and an agency's."""
    for posting in read(body, API, "application/json", DAY).postings[::50]:
        for board, company, extra in (("https://www.adzuna.co.uk/search", posting.company, ""), ("talwerk.example", "Talwerk Recruiting", "Our client is known. ")):
            copy = Posting(**{name: getattr(posting, name) for name in ("title", "location", "locations")})
            copy.id, copy.platform, copy.board, copy.company = f"page:{board}:{posting.id}", "page", board, company
            copy.url, copy.description = f"https://{board.split('/')[2] if '/' in board else board}/{(posting.id or '').rsplit(':', 1)[-1]}000", extra + (posting.description or "")
            yield copy, digest(copy.description)


def fill(store: Store, found: Iterator[tuple[Posting, bytes]], rows: int = 5000) -> None:
    at = DAY.strftime("%Y-%m-%dT%H:%M:%SZ")
    with store.engine.begin() as connection:
        connection.execute(insert(runs).values(run="20260901T080000Z", started_at=at, finished_at=at, exit_status=0, boards="", sample=False))
    batch: list[tuple[Posting, bytes]] = []
    for one in found:
        batch.append(one)
        if len(batch) == rows:
            write(store, batch, at)
            batch = []
    write(store, batch, at)


def write(store: Store, batch: list[tuple[Posting, bytes]], at: str) -> None:
    life, sketched, placed = [], [], []
    for posting, known in batch:
        said = record(posting)
        for name in LIFE:
            del said[name]
        empty = {column.name: None for column in postings.c}
        life.append(empty | {"id": posting.id, "board": f"{posting.platform}:{posting.board}", "status": "open", "content_hash": content_hash(posting), "first_seen": at,
                             "last_seen": at, "seen_run": "20260901T080000Z", "renewals": 0, "record": line(said).rstrip(b"\n")})  # fmt: skip
        found = sorted(placed_blocks(posting, known))
        sketched.append({"id": posting.id, "digest": known, "rank": rank(said | {"first_seen": at}), "blocks": b"".join(pack(PLACED, *one) for one in found)})
        placed += [{"block": block, "place": place, "id": posting.id} for block, place in found]
    with store.engine.begin() as connection:
        for table, lines in ((postings, life), (sketches, sketched), (blocks, sorted(placed, key=lambda line: tuple(line.values())))):
            insert_missing(connection, table, lines)


def crawl(folder: Path, store: str, body: bytes, day: int) -> Cost:
    moment = DAY + timedelta(days=day)
    with (folder / "day.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        head = StatusAndHeaders("200 OK", [("Content-Type", "application/json")], protocol="HTTP/1.1")
        dated = {"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
        writer.write_record(writer.create_warc_record(API, "response", BytesIO(body), warc_headers_dict=dated, http_headers=head))
    settings = {"REPLAY": folder / "day.warc.gz", "OUTPUT": folder / "out", "STORE": store}
    command = [sys.executable, "-c", CHILD, "-a", f"url={BOARD}", *(part for name, value in settings.items() for part in ("-s", f"{name}={value}"))]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command)}")
    publishing = float(said.split()[-1])
    return Cost(usage.ru_utime + usage.ru_stime - publishing, publishing, usage.ru_maxrss / 1024)


def measure(count: int, rows: int, url: str | None, keep: Path | None) -> list[Cost]:
    """What the two runs cost on a store of *count* postings."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        mine, kept = folder / "careers.db", keep / f"{count}.db" if keep else None
        if kept is not None and kept.exists():
            shutil.copy(kept, mine)
        else:
            store = Store(url or f"sqlite:///{mine}")
            with store.engine.begin() as connection:
                for table in OF_A_CRAWL:
                    connection.execute(table.delete())
            fill(store, made(count))
            fill_copies = copies(board_of(rows)) if count else iter(())
            for batch in [list(fill_copies)]:
                write(store, batch, "2026-09-01T08:00:00Z")
            store.close()
            if kept is not None and url is None:
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(mine, kept)
        where = url or f"sqlite:///{mine}"
        return [crawl(folder, where, board_of(rows, first), day) for day, first in ((1, 0), (2, rows // 10))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postings", type=int, nargs="+", default=[0, 100_000, 1_000_000])
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--store")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    start = min(cost.seconds for cost in measure(0, 1, options.store, None))
    print(f"start-up {start:.2f} s\n{'in the store':>14}{'run':>8}{'CPU s':>8}{'x':>6}{'publishing s':>14}{'peak MiB':>10}")
    first: list[float] = []
    for count in options.postings:
        for run, cost in zip(("first", "second"), measure(count, options.rows, options.store, options.keep), strict=True):
            seconds = cost.seconds - start
            first = first if len(first) == 2 else [*first, seconds]
            print(f"{count:14,}{run:>8}{seconds:8.2f}{seconds / first[run == 'second']:6.2f}{cost.publishing:14.2f}{cost.memory:10.0f}", flush=True)


if __name__ == "__main__":
    main()
