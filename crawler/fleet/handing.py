"""Runs that many machines share: begun by ``scrapy boards enqueue``, read by workers, ended by the last of them.

Needs crawler/requirements-postgresql.txt.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import psycopg
from filelock import FileLock
from scrapy.settings import BaseSettings

from crawler.boards import BoardEntry
from crawler.ending import Ended, Part, end_run
from crawler.exits import Exit, StopError
from crawler.extensions.ledger import board_id
from crawler.fleet.queue import TRIES, app_of, enqueue, given_up, left
from crawler.fleet.sessions import libpq, number_of
from crawler.locks import output_folder
from crawler.plan import Plan, PlanError, check_numbers, check_writable, hooked, plan_of, store_of
from crawler.spiders.careers import ref_of
from crawler.store import BoardResult, Run, Store, stamp

LOOK_AGAIN = 10  # seconds between two looks for a run that begins


def hand_out(settings: BaseSettings, arguments: dict[str, Any]) -> str:
    """Begin a run of the list that *arguments* name and hand its boards to the workers; says what was done.

    A list whose run is still under way gets no second one: what is missing of it is added. Raises :class:`PlanError`.
    """
    shared_store(settings)
    plan = plan_of(settings, arguments)
    if plan.recording is not None:
        raise PlanError("-s REPLAY=: an archive is read by one machine, with scrapy crawl careers")
    store = Store(plan.store_url)
    run = store.queue_run(plan.now, plan.digest)
    done = store.finished_boards(run.id) if run.resumed else set()
    boards = [entry for entry in plan.boards if board_id(*ref_of(entry.url)) not in done]
    store.close()
    number = asyncio.run(enqueue(libpq(plan.store_url), run.id, boards))
    if run.resumed:
        return f"run {run.id} of this list is still under way: {number:,} of its {len(plan.boards):,} boards were added to the queue"
    return f"run {run.id}: {number:,} boards wait for workers (scrapy crawl careers -s QUEUE=1 -s STORE=…)"


def plan_of_queue(settings: BaseSettings, arguments: dict[str, Any]) -> Plan:
    """The plan of a worker: the oldest run that is not at its end.

    Raises :class:`PlanError`, and :class:`StopError` where there is no such run (``QUEUE=wait`` waits for one).
    """
    if arguments:
        raise PlanError(f"-a {next(iter(arguments))}=: with QUEUE the boards come from the queue. Put a list there with scrapy boards enqueue FILE")
    url, output = shared_store(settings), output_folder(settings)
    check_numbers(settings)
    check_writable(output)
    store, _ = store_of(url, output)
    run = store.waiting_run()
    while run is None and str(settings["QUEUE"]).lower() == "wait":
        time.sleep(LOOK_AGAIN)
        run = store.waiting_run()
    store.close()
    if run is None:
        raise StopError("no run waits for workers: begin one with scrapy boards enqueue FILE -s STORE=…", Exit.PROVED)
    return hooked(Plan([], f"the queue of run {run.id}", run.started_at, output, url, part_of=run, queue=True), settings)


def shared_store(settings: BaseSettings) -> str:
    url = str(settings.get("STORE") or "")
    if not url.startswith("postgres"):
        raise PlanError(f"-s STORE={url}: several machines share a PostgreSQL server: -s STORE=postgresql://user@host/database")
    return url


def end_together(plan: Plan, part: Part) -> Ended | None:
    """End the run of *plan* when no board of it is left, as one of its workers does, whichever comes first."""
    run = plan.part_of
    assert run is not None
    with alone(plan.store_url, f"{run.id} end"):
        store = Store(plan.store_url)
        try:
            if not store.is_open(run.id) or asyncio.run(boards_left(plan.store_url, run.id)):
                store.new_keys(part.sent_keys)
                return None
            tell_given_up(store, run, asyncio.run(boards_given_up(plan.store_url, run.id)))
            with FileLock(plan.output / ".lock"):
                return end_run(store, run, plan, [Part(sent_keys=part.sent_keys)])
        finally:
            store.close()


@contextmanager
def alone(url: str, name: str) -> Iterator[None]:
    """Hold the lock *name* of the server; waits for whoever has it."""
    with psycopg.connect(libpq(url), autocommit=True) as session:
        session.execute("select pg_advisory_lock(%s)", (number_of(name),))
        yield


async def boards_left(url: str, run: str) -> int:
    app = app_of(libpq(url))
    async with app.open_async():
        now = await left(app, run)
    return now["todo"] + now["doing"]


async def boards_given_up(url: str, run: str) -> list[BoardEntry]:
    app = app_of(libpq(url))
    async with app.open_async():
        return await given_up(app, run)


def tell_given_up(store: Store, run: Run, boards: Sequence[BoardEntry]) -> None:
    """A verdict for *boards* that no worker came to the end of."""
    at, done = stamp(datetime.now(UTC)), store.finished_boards(run.id)
    for entry in boards:
        ref = ref_of(entry.url)
        if board_id(*ref) not in done:
            why = f"no worker came to its end in {TRIES} tries"
            store.finish_board(run.id, BoardResult(board_id(*ref), entry.url, ref.platform, entry.company, "error", why, finished_at=at), [], [], at)
