"""What a failed request says of its board."""

import orjson
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure as TwistedFailure

from crawler.verdicts import Failure

BY_STATUS = {401: "blocked", 403: "blocked", 404: "gone", 406: "blocked", 407: "blocked", 410: "gone", 429: "throttled", 451: "blocked"}


class NotAskedError(IgnoreRequest):
    """A request that our manners forbid, with the verdict on its board."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.why)
        self.failure = failure


class RefusedError(NotAskedError):
    """What our own guard refuses, with the reason: an address that is not to be connected to, an answer past a limit."""

    def __init__(self, why: str) -> None:
        super().__init__(Failure("refused", why))


def request_of(failure: TwistedFailure) -> Request:
    """The request that failed: Scrapy hangs it on what Twisted gives."""
    return failure.request  # type: ignore[attr-defined, no-any-return]


def failure_of(failure: TwistedFailure) -> Failure:
    """The verdict that *failure* speaks for, and its words in a line."""
    return failure_of_error(failure.value, request_of(failure).url)


def failure_of_error(error: BaseException | None, url: str) -> Failure:
    """The verdict that *error*, in which a request for *url* ended, speaks for."""
    if isinstance(error, RefusedError):
        return Failure("refused", f"{url}: {error}"[:300])
    if isinstance(error, NotAskedError):
        return error.failure
    if isinstance(error, HttpError):
        status = error.response.status
        verdict = "gone" if status == 403 and says_closed(error.response.body) else BY_STATUS.get(status, "error")
        if status == 503 and error.response.headers.get("Retry-After"):
            verdict = "throttled"
        if 300 <= status < 400:
            verdict = "moved"
        return Failure(verdict, f"{url} answered {status}")
    if isinstance(error, IgnoreRequest):
        robots = "robots" in str(error).lower()
        return Failure("robots" if robots else "error", f"{url} is forbidden by robots.txt" if robots else f"{url}: {error}"[:300])
    if isinstance(error, DownloadTimeoutError | TimeoutError):
        return Failure("timed_out", f"{url} did not answer in time")
    if isinstance(error, CannotResolveHostError):
        return Failure("unreachable", f"the host of {url} is not known")
    if isinstance(error, DownloadConnectionRefusedError | DownloadFailedError | ConnectionError):
        return Failure("unreachable", f"{url} could not be fetched: {error}"[:300])
    if isinstance(error, DownloadCancelledError):
        return Failure("refused", f"{url} was cut off: {error}"[:300])
    return Failure("error", f"{url}: {type(error).__name__}: {error}"[:300])


def says_closed(body: bytes) -> bool:
    """Whether a 403 is Workday's way to say that the posting is closed: its JSON then bears the code S22.

    >>> says_closed(b'{"errorCode": "S22", "message": "..."}'), says_closed(b"<h1>Access denied</h1>")
    (True, False)
    """
    if not body.startswith(b"{"):
        return False
    try:
        return bool(orjson.loads(body).get("errorCode") == "S22")
    except orjson.JSONDecodeError:
        return False
