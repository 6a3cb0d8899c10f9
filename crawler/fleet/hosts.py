"""How many requests a host gets at once, whichever process makes them.

A host has as many lanes as its manners allow requests at once. A lane is a lock that the operating system or the
database server lets go of when its process dies: a killed worker keeps no host to itself.
"""

import asyncio
import fcntl
import os
import random
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

PAUSE = 0.05  # seconds between two looks at lanes that other processes hold


class Locks(Protocol):
    """Locks that all processes share, by name; one process never asks for a name that it holds."""

    async def take(self, name: str) -> bool:
        """Take the lock *name*; whether it was free."""

    async def give(self, name: str) -> None:
        """Let go of the lock *name*."""

    async def close(self) -> None:
        """Let go of all that this process holds."""


class FileLocks:
    """For processes of one machine: ``flock`` on files of a folder, a name of our own making each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    async def take(self, name: str) -> bool:
        handle = os.open(
            self.folder / blake2b(name.encode(), digest_size=8).hexdigest(),
            os.O_CREAT | os.O_RDWR | os.O_CLOEXEC,
            0o644,
        )
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self.held[name] = handle
        return True

    async def give(self, name: str) -> None:
        os.close(self.held.pop(name))

    async def close(self) -> None:
        for name in list(self.held):
            await self.give(name)


class Hosts:
    """Hands out the lanes of hosts."""

    def __init__(self, locks: Locks) -> None:
        self.locks = locks
        self.mine: set[str] = set()  # lanes that this process holds or is asking for
        self.gates: dict[str, asyncio.Semaphore] = {}

    async def take(self, host: str, lanes: int) -> str:
        """Wait for one of the *lanes* of *host*; returns its name."""
        gate = self.gates.setdefault(host, asyncio.Semaphore(lanes))
        await gate.acquire()
        try:
            while True:
                for lane in (f"{host} {number}" for number in range(lanes)):
                    if lane in self.mine:
                        continue
                    self.mine.add(lane)
                    try:
                        taken = await self.locks.take(lane)
                    except BaseException:
                        self.mine.discard(lane)
                        raise
                    if taken:
                        return lane
                    self.mine.discard(lane)
                await asyncio.sleep(PAUSE * random.uniform(0.5, 1.5))
        except BaseException:
            gate.release()
            raise

    async def give(self, host: str, lane: str) -> None:
        """Let another request, of whatever process, have *lane* of *host*."""
        try:
            await self.locks.give(lane)
        finally:
            self.mine.discard(lane)
            self.gates[host].release()
