"""A server that does what no server should: it writes the bytes that a test gives it, as they are."""

import contextlib
import socket
import threading
from collections.abc import Callable

Answer = bytes | Callable[[socket.socket, str], None]


class Hostile:
    """Answers by path: bytes, or a function that gets the connection and the path. ``/robots.txt`` is not there.

    ``asked`` has the paths of all requests, ``heads`` their heads.
    """

    def __init__(self, host: str = "127.0.0.1", **pages: Answer) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.pages: dict[str, Answer] = dict(pages)
        self.other: Callable[[str], bytes | None] = lambda path: None  # what the pages lack
        self.asked: list[str] = []
        self.heads: list[bytes] = []
        self.listening = socket.create_server((host, 0), family=family, backlog=200)
        self.port = self.listening.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        threading.Thread(target=self._run, daemon=True).start()

    def __enter__(self) -> "Hostile":
        return self

    def __exit__(self, *_: object) -> None:
        self.listening.close()

    def _run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head:
                if not (more := connection.recv(65536)):
                    return
                head += more
            path = head.split(b" ", 2)[1].decode("latin-1")
            self.asked.append(path)
            self.heads.append(head)
            answer = self.pages.get(path.partition("?")[0]) or self.other(path)
            if callable(answer):
                answer(connection, path)
            else:
                connection.sendall(answer or reply(b"not here", status=404))

    @property
    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


def reply(body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> bytes:
    """A whole answer, after which the connection ends; a header's ``_`` is a hyphen, and empty it is left out."""
    fields = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status} OK", *(f"{name}: {value}" for name, value in fields.items() if value)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: int = 302) -> bytes:
    return reply(b"", status=status, Location=to)


def posting(title: str = "Line Cook") -> bytes:
    data = f'{{"@context": "https://schema.org", "@type": "JobPosting", "title": "{title}", "datePosted": "2026-09-01", "description": "You cook for our guests."}}'
    return f'<html><head><title>{title}</title><script type="application/ld+json">{data}</script></head><body><h1>{title}</h1></body></html>'.encode()


def listing(*links: str, more: str = "", title: str = "Open positions") -> bytes:
    """A page that lists the postings at *links*, with a link to *more* of them."""
    items = "".join(f'<li><a href="{link}">Cook at {link.rsplit("/", 1)[-1]}</a></li>' for link in links)
    following = f'<a rel="next" href="{more}">Next page</a>' if more else ""
    return f"<html><body><h1>{title}</h1><ul>{items}</ul>{following}</body></html>".encode()
