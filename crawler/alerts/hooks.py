"""Where news go: a command of the user's, which gets them on its standard input, or a webhook, to which they are posted."""

import shlex
import socket
import ssl
import subprocess
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

from crawler.guard.networks import Networks

COMMAND_TIMEOUT = 600  # seconds
WEBHOOK_TIMEOUT = 30  # seconds for each step of a connection
SAID_MAX = 200  # characters of what a hook that failed says


class HookError(Exception):
    """A hook could not be set up, or did not take what it was given; the message is one line that names it and the remedy."""


class Hooks(NamedTuple):
    """What the settings ``<name>_COMMAND`` and ``<name>_WEBHOOK`` name; both may be unset."""

    name: str  # ALERT or NOTIFY
    command: list[str]
    webhook: str
    networks: Networks

    @classmethod
    def of(cls, settings: BaseSettings, name: str) -> "Hooks":
        """The hooks of *settings*; :class:`HookError` for what cannot be one."""
        said, url = str(settings.get(f"{name}_COMMAND") or ""), str(settings.get(f"{name}_WEBHOOK") or "")
        try:
            command = shlex.split(said)
        except ValueError as error:
            raise HookError(f"{name}_COMMAND: {error}: {said!r}. Write it as in a shell, its quotation marks in pairs") from error
        try:
            parts = urlsplit(url)
            good = not url or (parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0)
        except ValueError:
            good = False
        if not good:
            raise HookError(f"{name}_WEBHOOK={url}: is no address. Write one such as https://hooks.acme.example/jobs")
        try:
            networks = Networks(settings.getlist("HOOK_ALLOW_PRIVATE"))
        except ValueError as error:
            raise HookError(f"HOOK_ALLOW_PRIVATE: {error}. Write it as 10.0.0.0/8,hooks.intern.example") from error
        return cls(name, command, url, networks)

    def __bool__(self) -> bool:
        return bool(self.command or self.webhook)

    def run_command(self, said: bytes, environment: Mapping[str, str]) -> None:
        """Give *said* to the command and wait for it. Raises :class:`HookError`."""
        name = f"{self.name}_COMMAND"
        try:
            done = subprocess.run(self.command, input=said, capture_output=True, timeout=COMMAND_TIMEOUT, check=False, env=dict(environment))
        except OSError as error:
            raise HookError(f"{name}: {self.command[0]}: {error.strerror}. Check its path and its rights") from error
        except subprocess.TimeoutExpired:
            raise HookError(f"{name}: {self.command[0]} was not through after {COMMAND_TIMEOUT} seconds") from None
        if done.returncode:
            last = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()[-1:]
            raise HookError(f"{name}: {self.command[0]} ended with {done.returncode}{': ' + printable(last[0]) if last else ''}")

    def post(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Post *body*, JSON, to the webhook; only an answer of 2xx takes it. Raises :class:`HookError`."""
        parts, name = urlsplit(self.webhook), f"{self.name}_WEBHOOK"
        where = f"{parts.scheme}://{parts.hostname}"  # the rest of the address may be a secret
        assert parts.hostname is not None
        connection = _connection(parts.scheme, parts.hostname, parts.port, self.networks)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", path, body, {"Content-Type": "application/json", "User-Agent": "careers-crawler", **headers})
            status = connection.getresponse().status
        except (OSError, HTTPException, ValueError) as error:  # no answer, none that is HTTP, an address with a space in it
            raise HookError(f"{name}: {where}: {printable(str(error)) or type(error).__name__}") from error
        finally:
            connection.close()
        if not 200 <= status < 300:
            raise HookError(f"{name}: {where} answered {status}{', a redirect: name the address that it leads to' if 300 <= status < 400 else ''}")


def printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text[:SAID_MAX])


def _connection(scheme: str, host: str, port: int | None, networks: Networks) -> HTTPConnection:
    """A connection that goes to addresses which *networks* permit, checked where it is made."""

    def connect(address: tuple[str, int], timeout: Any = None, *_: Any, **__: Any) -> socket.socket:
        found = [str(info[4][0]) for info in socket.getaddrinfo(*address, type=socket.SOCK_STREAM)]
        if (refusal := networks.refusal(address[0], found)) is not None:
            raise OSError(refusal.replace("ALLOW_PRIVATE", "HOOK_ALLOW_PRIVATE"))
        return socket.create_connection((found[0], address[1]), timeout)

    made = HTTPSConnection(host, port, timeout=WEBHOOK_TIMEOUT, context=ssl.create_default_context()) if scheme == "https" else HTTPConnection(host, port, timeout=WEBHOOK_TIMEOUT)
    made._create_connection = connect  # type: ignore[attr-defined]
    return made
