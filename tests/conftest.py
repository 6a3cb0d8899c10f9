"""What several tests need: boards of invented companies, archives of them, and the command itself."""

import io
import json
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from scrapy.cmdline import execute
from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ROOT = Path(__file__).parents[1]
DAY = "2026-09-{:02}T08:00:00Z"
API = "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true&pay_transparency=true"


@dataclass
class Recorded:
    """A response to put into an archive."""

    url: str
    body: str | bytes
    status: int = 200
    kind: str = "application/json"
    method: str = "GET"
    asked: bytes = b""
    location: str | None = None  # where it leads to


@dataclass
class Outcome:
    """What a run of the command left."""

    code: int
    out: str
    err: str
    folder: Path
    files: dict[str, list[dict]] = field(default_factory=dict)

    def rows(self, name: str) -> list[dict]:
        """The lines of a file, the newest one of a folder."""
        path = self.folder / name
        if path.is_dir():
            path = max(path.glob("*.jsonl"))
        return [json.loads(line) for line in path.read_bytes().splitlines()]

    @property
    def postings(self) -> list[dict]:
        return self.rows("postings.jsonl")

    @property
    def boards(self) -> list[dict]:
        return self.rows("boards.jsonl")

    @property
    def changes(self) -> list[dict]:
        return self.rows("changes")


def write_warc(path: Path, responses: Iterable[Recorded], date: str = DAY.format(15)) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for r in responses:
            body = r.body.encode() if isinstance(r.body, str) else r.body
            dated = {"WARC-Date": date}
            answer = StatusAndHeaders(f"{r.status} OK", [("Content-Type", r.kind), *([("Location", r.location)] if r.location else [])], protocol="HTTP/1.1")
            response = writer.create_warc_record(r.url, "response", io.BytesIO(body), warc_headers_dict=dated, http_headers=answer)
            ask = StatusAndHeaders(f"{r.method} / HTTP/1.1", [("Host", "x")], is_http_request=True)
            request = writer.create_warc_record(r.url, "request", io.BytesIO(r.asked), warc_headers_dict=dated, http_headers=ask)
            writer.write_request_response_pair(request, response)
    return path


def job(number: int, **changed) -> dict:
    """A row of a Greenhouse board."""
    return {
        "absolute_url": f"https://acme.example/jobs/{number}",
        "internal_job_id": number,
        "location": {"name": "Berlin, Germany"},
        "id": number,
        "updated_at": "2026-09-01T10:00:00-04:00",
        "requisition_id": f"R{number}",
        "title": f"Cook number {number}",
        "company_name": "Acme Kitchens",
        "first_published": "2026-08-01T10:00:00-04:00",
        "content": f"&lt;p&gt;Dish number {number} of our menu is yours, from the market to the plate.&lt;/p&gt;",
    } | changed


def board(key: str, jobs: list, total: int | None = None, **kwargs) -> Recorded:
    """The answer of the Greenhouse board *key*; its postings are at addresses of its own."""
    jobs = [row | {"absolute_url": row["absolute_url"].replace("//acme.", f"//{key}.")} if isinstance(row, dict) and "absolute_url" in row else row for row in jobs]
    body = {"jobs": jobs, "meta": {"total": len(jobs) if total is None else total}}
    return Recorded(API.format(key), json.dumps(body), **kwargs)


@pytest.fixture
def crawl(tmp_path):
    """Run ``scrapy crawl careers`` in the project, its output in a folder of the test."""

    def run(*args: str, boards: Iterable[str] = (), archive: Iterable[Recorded] | None = None, day: int = 15, before=None) -> Outcome:
        # The servers of tests are on this machine, where no board is: it has to be let in.
        command = ["scrapy", "crawl", "careers", "-s", f"OUTPUT={tmp_path / 'out'}", "-s", "ALLOW_PRIVATE=127.0.0.1", *args]
        if boards:
            listed = tmp_path / "list.txt"
            listed.write_text("\n".join(boards), "utf-8")
            command += ["-a", f"boards={listed}"]
        if archive is not None:
            command += ["-s", f"REPLAY={write_warc(tmp_path / f'day{day}.warc.gz', archive, DAY.format(day))}"]
        code, out, err = in_a_fork(command, tmp_path, before=before)
        return Outcome(code, out, err, tmp_path / "out")

    return run


@cache
def warm() -> None:
    """Load in this process what every run loads, so that its forks find it there."""
    import crawler.commands.crawl
    import crawler.middlewares.replay
    import crawler.running  # noqa: F401
    from crawler.reader import read
    from crawler.spiders.careers import same_site

    settings = get_project_settings()
    for kind in ("EXTENSIONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "ITEM_PIPELINES"):
        for path in settings.get_component_priority_dict_with_base(kind):
            load_object(path)
    for one in (board("warm", [job(1)]), Recorded("https://acme.example/jobs", "<h1>Open positions</h1><a href='/jobs/cook'>Cook</a>", kind="text/html")):
        read(one.body.encode(), one.url, one.kind)
    same_site("https://acme.example", "https://other.example")


def in_a_fork(command: list[str], folder: Path, seconds: float = 60, before=None) -> tuple[int, str, str]:
    """Run a ``scrapy`` command in a child of this process: what it prints, without the second that the imports cost."""
    child = begin_in_a_fork(command, folder, seconds, before)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, (folder / "stdout").read_text("utf-8"), (folder / "stderr").read_text("utf-8")


def begin_in_a_fork(command: list[str], folder: Path, seconds: float = 60, before=None) -> int:
    """Begin a ``scrapy`` command in a child of this process, which calls *before* first; its process id."""
    warm()
    out, err = folder / "stdout", folder / "stderr"
    child = os.fork()
    if child == 0:
        code = 70
        try:
            signal.alarm(int(seconds))
            os.chdir(ROOT)
            for name, stream in ((out, 1), (err, 2)):
                os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), stream)
            sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
            sys.argv = command
            logging.getLogger().handlers.clear()
            if before is not None:
                before()
            try:
                execute(command)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            except BaseException:
                traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return child
