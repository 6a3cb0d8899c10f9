"""Names to addresses, looked up once for the check and for the connection."""

import asyncio
import socket
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from ipaddress import ip_address
from typing import Final, NamedTuple

from scrapy.exceptions import CannotResolveHostError

from crawler.failures import NotAskedError, RefusedError
from crawler.guard.networks import Networks
from crawler.verdicts import Failure

KEPT_SECONDS: Final = 600  # a run may last for days, and hosts move
FAILED_SECONDS: Final = 60
AT_ONCE: Final = 64  # threads: a dead name server holds each for half a minute
UNKNOWN: Final = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))


class Answer(NamedTuple):
    """What is known of a host until *end*: its addresses, or what asking for it raises."""

    end: float  # by the monotonic clock
    addresses: list[str]
    error: Exception | None = None


class Lookup:
    """Looks hosts up by the system's own resolver, and lets out only addresses that *networks* permit.

    *seconds* is how long one look-up may take, *size* how many answers are kept.
    """

    def __init__(self, networks: Networks, seconds: float, size: int = 10_000) -> None:
        self.networks = networks
        self.seconds, self.size = seconds, size
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._under_way: dict[str, asyncio.Task[Answer]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def addresses(self, host: str) -> list[str]:
        """The addresses of *host*, at least one and each permitted.

        Raises :class:`RefusedError` when one is not, :class:`NotAskedError` when there is no such host, and Scrapy's
        :class:`CannotResolveHostError`, after which it may be asked again, when nobody could tell.
        """
        answer = self._answers.get(host)
        if answer is None or answer.end <= time.monotonic():
            task = self._under_way.get(host)
            if task is None:
                task = self._under_way[host] = asyncio.ensure_future(self._ask(host))
                task.add_done_callback(lambda _: self._under_way.pop(host, None))
            answer = await asyncio.shield(task)
        if answer.error is not None:
            raise answer.error.with_traceback(None)
        return answer.addresses

    async def _ask(self, host: str) -> Answer:
        try:
            found = [str(ip_address(host))]
        except ValueError:
            try:
                async with asyncio.timeout(self.seconds):
                    found = await self._system(host)
            except TimeoutError:
                return Answer(0, [], CannotResolveHostError(f"nobody said in {self.seconds:g} seconds where {host} is"))
            except (OSError, UnicodeError) as error:
                if not isinstance(error, socket.gaierror) or error.errno in UNKNOWN:
                    return self._keep(host, FAILED_SECONDS, [], NotAskedError(Failure("unreachable", f"the host {host} is not known")))
                return Answer(0, [], CannotResolveHostError(f"{host}: {error.strerror}"))
        refusal = self.networks.refusal(host, found)
        if refusal is not None:
            return self._keep(host, FAILED_SECONDS, [], RefusedError(refusal))
        return self._keep(host, KEPT_SECONDS, found)

    def _keep(self, host: str, seconds: float, addresses: list[str], error: Exception | None = None) -> Answer:
        answer = self._answers[host] = Answer(time.monotonic() + seconds, addresses, error)
        self._answers.move_to_end(host)
        if len(self._answers) > self.size:
            self._answers.popitem(last=False)
        return answer

    async def _system(self, host: str) -> list[str]:
        """What the system answers. The thread is nobody's to wait for: it cannot be stopped, and must not hold up the end of a run."""
        await self._room.acquire()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[list[str]] = loop.create_future()

        def tell(found: list[str], error: Exception | None) -> None:
            self._room.release()
            if done.done():
                return
            if error is None:
                done.set_result(found)
            else:
                done.set_exception(error)

        def ask() -> None:
            found: list[str] = []
            failed: Exception | None = None
            try:
                entries = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
                found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
            except (OSError, UnicodeError) as error:
                failed = error
            with suppress(RuntimeError):  # the run has ended meanwhile
                loop.call_soon_threadsafe(tell, found, failed)

        threading.Thread(target=ask, name="look-up", daemon=True).start()
        return await done
