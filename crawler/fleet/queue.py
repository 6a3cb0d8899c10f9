"""Boards handed out by PostgreSQL, through Procrastinate. Needs crawler/requirements-postgresql.txt.

A run has a queue of its own, named like it; a job is a board. A worker that dies leaves its jobs to the others.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any, TypedDict

from procrastinate import App, BaseRetryStrategy, PsycopgConnector, RetryDecision
from procrastinate.jobs import Job, Status

from crawler.boards import BoardEntry
from crawler.fleet.sessions import PostgresLocks

logger = logging.getLogger(__name__)
TASK = "read_board"
TRIES = 5  # of one board, by workers that died or were stopped over it
BATCH = 1000  # jobs a statement
SCHEMA = "select to_regclass('procrastinate_jobs') is not null as there"


class UnreadError(Exception):
    """The worker is stopping: the board is for another one."""


class Again(BaseRetryStrategy):  # type: ignore[misc]  # an extra, of which mypy sees nothing
    """Another worker may take it at once, a few times."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        return RetryDecision(retry_at=datetime.now(UTC)) if job.attempts < TRIES else None


class Left(TypedDict):
    """How many boards of a run wait, are under way, and were given up."""

    todo: int
    doing: int
    failed: int


def app_of(url: str) -> App:
    return App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=4))


async def enqueue(url: str, run: str, boards: Iterable[BoardEntry]) -> int:
    """Hand out *boards* to the workers of *run*; returns how many were not handed out before."""
    app = app_of(url)
    async with app.open_async():
        if not (await app.connector.execute_query_one_async(SCHEMA))["there"]:
            await app.schema_manager.apply_schema_async()
        had = {job.queueing_lock for job in await app.job_manager.list_jobs_async(queue=run)}
        jobs = [job for entry in boards if (job := job_of(run, entry)).queueing_lock not in had]
        jobs.sort(key=lambda job: str(job.queueing_lock))  # by a hash: neighbours of a list are often on one host
        for start in range(0, len(jobs), BATCH):
            await app.job_manager.batch_defer_jobs_async(jobs[start : start + BATCH])
    return len(jobs)


def job_of(run: str, entry: BoardEntry) -> Job:
    name = blake2b(entry.url.encode("utf-8", "replace"), digest_size=12).hexdigest()
    said = asdict(entry) | {"interval": entry.interval and entry.interval.total_seconds()}
    return Job(queue=run, lock=None, queueing_lock=f"{run} {name}", task_name=TASK, task_kwargs={"entry": said})


def entry_of(said: dict[str, Any]) -> BoardEntry:
    interval = said.get("interval")
    return BoardEntry(**{**said, "interval": None if interval is None else timedelta(seconds=interval)})


async def given_up(app: App, run: str) -> list[BoardEntry]:
    """The boards that too many workers died over."""
    jobs: Iterable[Any] = await app.job_manager.list_jobs_async(queue=run, status="failed")
    return [entry_of(job.task_kwargs["entry"]) for job in jobs]


async def left(app: App, run: str) -> Left:
    rows = list(await app.job_manager.list_queues_async(queue=run))
    return (
        {"todo": rows[0]["todo"], "doing": rows[0]["doing"], "failed": rows[0]["failed"]}
        if rows
        else {"todo": 0, "doing": 0, "failed": 0}
    )


class BoardQueue:
    """What one worker takes from the queue of *run*: at most *at_once* boards under way, until none is left.

    *stalled* (seconds): how long a worker may be silent before its boards go to others.
    """

    def __init__(self, url: str, run: str, at_once: int, stalled: float) -> None:
        self.run, self.at_once, self.stalled = run, at_once, stalled
        self.app = app_of(url)
        self.locks = PostgresLocks(url)
        self.ready: asyncio.Queue[BoardEntry | None] = asyncio.Queue()
        self.under_way: dict[str, asyncio.Future[None]] = {}
        self.tasks: list[asyncio.Task[None]] = []
        self.app.task(name=TASK, retry=Again())(self.read)

    async def read(self, entry: dict[str, Any]) -> None:
        """One job: from the moment the board is handed to the spider until :meth:`done` or :meth:`stop`."""
        board = entry_of(entry)
        self.under_way[board.url] = future = asyncio.get_running_loop().create_future()
        self.ready.put_nowait(board)
        try:
            await future
        finally:
            del self.under_way[board.url]

    def done(self, url: str) -> None:
        """The board of *url* has its verdict, in the store."""
        future = self.under_way.get(url)
        if future is not None and not future.done():
            future.set_result(None)

    async def boards(self) -> AsyncIterator[BoardEntry]:
        """The boards that this worker gets, until no board of the run waits or is under way anywhere."""
        await self.app.open_async()
        worker = self.app.run_worker_async(
            queues=[self.run], concurrency=self.at_once, install_signal_handlers=False, delete_jobs="successful", fetch_job_polling_interval=1.0,
            update_heartbeat_interval=self.stalled / 3, stalled_worker_timeout=self.stalled, shutdown_graceful_timeout=5.0,
        )  # fmt: skip
        self.tasks = [asyncio.create_task(worker), asyncio.create_task(self.watch())]
        while (entry := await self.ready.get()) is not None:
            yield entry
        await self.stop()

    async def watch(self) -> None:
        """Until the run has no board left; one worker at a time gives the boards of silent ones to the others."""
        first = False
        try:
            while (now := await left(self.app, self.run))["todo"] or now["doing"]:
                first = first or await self.locks.take(f"{self.run} stalled")
                if first:
                    await self.take_up()
                await asyncio.sleep(min(1.0, self.stalled / 3))
        finally:
            self.ready.put_nowait(None)

    async def take_up(self) -> None:
        """Boards of workers that stopped answering go to others."""
        manager = self.app.job_manager
        for job in await manager.get_stalled_jobs(queue=self.run, seconds_since_heartbeat=self.stalled):
            entry: Any = job.task_kwargs["entry"]
            logger.warning("A worker stopped answering over %s: it goes to another one", entry["url"])
            if job.attempts < TRIES:
                await manager.retry_job(job)
            else:
                await manager.finish_job_by_id_async(job.id or 0, Status.FAILED, delete_job=False)

    async def stop(self) -> None:
        """Give back what is under way, and leave."""
        for future in self.under_way.values():
            if not future.done():
                future.set_exception(UnreadError())
        tasks, self.tasks = self.tasks, []
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        for failed in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(failed, Exception):
                logger.error("The queue failed: %s", failed)
        if tasks:
            await self.app.close_async()
            await self.locks.close()
