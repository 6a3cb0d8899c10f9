"""The browser's only way to the network: a proxy on loopback, one for each page that is drawn.

Whatever a page does (redirects, rebinding names, sockets, workers), its connections are made here: to addresses that
are allowed, and no more bytes than agreed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError

from crawler.failures import NotAskedError, RefusedError

HEAD_MAX: Final = 64 * 1024  # bytes of a request's head
CHUNK: Final = 64 * 1024  # bytes
CONNECTIONS: Final = 64  # open together
CONNECT_SECONDS: Final = 15
ADDRESSES_TRIED: Final = 3
# Of one connection only: a proxy does not hand them on.
HOP: Final = (b"connection:", b"proxy-connection:", b"proxy-authorization:", b"keep-alive:", b"upgrade:", b"te:")


class Gate:
    """A proxy for one page; ``async with`` opens it, and its end cuts every connection.

    *most* bytes come through, then nothing more: ``overrun``. The guard of the run decides: *addresses* gives those of
    a host, or raises, and *permits* says whether a host's port may be connected to.
    """

    def __init__(self, most: int, addresses: Callable[[str], Awaitable[list[str]]], permits: Callable[[str, int], bool]) -> None:
        self.most = most
        self.addresses = addresses
        self.permits = permits
        self.bytes = 0
        self.overrun = False
        self.refused: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=HEAD_MAX)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._server is not None
        self._server.close()
        self._cut()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def _cut(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.overrun or len(self._tasks) >= CONNECTIONS:
            writer.close()
            return
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, EOFError, asyncio.LimitOverrunError, asyncio.CancelledError):
            try:
                await self._connect(reader, writer)
            finally:
                writer.close()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                tunnel, host, port, first = read_head(head)
                up_reader, up_writer = await self._open(host, port)
        except (NotAskedError, ValueError) as error:
            self.refused.append(str(error)[:200])
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        except (OSError, TimeoutError, CannotResolveHostError):
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        try:
            if tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                up_writer.write(first)
            await self._pour_both(reader, writer, up_reader, up_writer)
        finally:
            up_writer.close()

    async def _open(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if not self.permits(host, port):
            raise RefusedError(f"port {port} of {host}")
        addresses = await self.addresses(host)
        for number, address in enumerate(addresses[:ADDRESSES_TRIED], 1):
            try:
                return await asyncio.open_connection(address, port)
            except OSError:
                if number == min(len(addresses), ADDRESSES_TRIED):
                    raise
        raise OSError(f"{host} has no address")

    async def _pour_both(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, up_reader: asyncio.StreamReader, up_writer: asyncio.StreamWriter
    ) -> None:
        up = asyncio.create_task(pour(reader, up_writer))
        try:
            while chunk := await up_reader.read(CHUNK):
                self.bytes += len(chunk)
                if self.bytes > self.most:
                    self.overrun = True
                    self._cut()
                    return
                writer.write(chunk)
                await writer.drain()
        finally:
            up.cancel()
            await asyncio.gather(up, return_exceptions=True)


async def pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    """Hand on what comes from *source* until it ends."""
    while chunk := await source.read(CHUNK):
        sink.write(chunk)
        await sink.drain()


def read_head(head: bytes) -> tuple[bool, str, int, bytes]:
    r"""Whether a proxy request wants a tunnel, its host and port, and the head to send there when it wants none.

    Raises :class:`ValueError` on what is no request to a proxy.

    >>> read_head(b"CONNECT acme.example:443 HTTP/1.1\r\n\r\n")
    (True, 'acme.example', 443, b'')
    >>> read_head(b"GET http://acme.example/a?b HTTP/1.1\r\nHost: acme.example\r\nConnection: keep-alive\r\n\r\n")
    (False, 'acme.example', 80, b'GET /a?b HTTP/1.1\r\nHost: acme.example\r\nConnection: close\r\n\r\n')
    """
    line, *fields = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    method, target, version = line.decode("latin-1").split(" ")
    tunnel = method == "CONNECT"
    parts = urlsplit(f"//{target}" if tunnel else target)
    if not parts.hostname or (not tunnel and parts.scheme != "http"):
        raise ValueError(f"no request to a proxy: {method} {target}"[:200])
    port = parts.port or (443 if tunnel else 80)
    if tunnel:
        return True, parts.hostname, port, b""
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    # One request a connection: the next one may be for another host.
    kept = [field for field in fields if not field.lower().startswith(HOP)]
    return False, parts.hostname, port, b"\r\n".join([f"{method} {path} {version}".encode("latin-1"), *kept, b"Connection: close", b"", b""])
