"""Locks of a database server, for processes of many machines. Needs crawler/requirements-postgresql.txt."""

import asyncio
from hashlib import blake2b
from typing import Any

import psycopg

FORGOTTEN = 60  # seconds after which the server ends the session of a process that stopped answering, and its locks


class PostgresLocks:
    """Advisory locks of one database session, which end with it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session: psycopg.AsyncConnection[Any] | None = None
        self.turn = asyncio.Lock()  # a connection answers one question at a time
        self.alive: asyncio.Task[None] | None = None

    async def take(self, name: str) -> bool:
        return bool(await self.ask("select pg_try_advisory_lock(%s)", number_of(name)))

    async def give(self, name: str) -> None:
        await self.ask("select pg_advisory_unlock(%s)", number_of(name))

    async def close(self) -> None:
        if self.alive is not None:
            self.alive.cancel()
        if self.session is not None:
            await self.session.close()

    async def ask(self, question: str, *values: int) -> Any:
        async with self.turn:
            try:
                return await self.answer(question, values)
            except psycopg.OperationalError:  # the server went away, and what this session held with it
                self.session = None
                return await self.answer(question, values)

    async def answer(self, question: str, values: tuple[int, ...]) -> Any:
        if self.session is None or self.session.closed:
            self.session = await psycopg.AsyncConnection.connect(
                self.url, autocommit=True, options=f"-c idle_session_timeout={FORGOTTEN}s"
            )
            self.alive = self.alive or asyncio.create_task(self.stay())
        row = await (await self.session.execute(question.encode(), values)).fetchone()
        return row and row[0]

    async def stay(self) -> None:
        """Say now and then that this process is still there."""
        while True:
            await asyncio.sleep(FORGOTTEN / 4)
            await self.ask("select 1")


def number_of(name: str) -> int:
    """The number that stands for *name*: advisory locks have no other names."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def libpq(url: str) -> str:
    """*url* as PostgreSQL's own library reads it.

    >>> libpq("postgresql+psycopg://careers@db/careers")
    'postgresql://careers@db/careers'
    """
    scheme, _, rest = url.partition("://")
    return f"{scheme.partition('+')[0]}://{rest}"
