"""The download handler for http and https behind the guard: Scrapy's own, with the limits that it lacks."""

import time
from typing import Any, Final

from OpenSSL import SSL
from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError, ResponseDataLossError, StopDownload
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure as TwistedFailure
from twisted.web._newclient import HEADER, STATUS
from twisted.web.client import ResponseFailed

from crawler.failures import RefusedError
from crawler.guard.certificates import Certificates
from crawler.guard.resolver import lookup_of_reactor
from crawler.guard.whole import is_whole

HEAD_MAX: Final = 256 * 1024  # bytes of all heads of one answer: of the interim ones, too
QUICK: Final = 5  # seconds of an answer that cost a board nothing of its patience


class GuardedHandler(HTTP11DownloadHandler):
    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory
        self._contextFactory = self.certificates = Certificates(self._contextFactory, crawler)  # type: ignore[assignment]
        self.most_together = crawler.settings.getint("DOWNLOADS_MAXSIZE")
        self.under_way: dict[Request, int] = {}  # bytes of bodies
        crawler.signals.connect(self.bytes_received, signal=signals.bytes_received)

    async def download_request(self, request: Request) -> Response:
        began = time.monotonic()
        self.under_way[request] = 0
        run = request.cb_kwargs.get("run")
        try:
            if "proxy" not in request.meta:
                # The connection takes its addresses from the same answer; here a refusal still has its reason.
                await lookup_of_reactor().addresses(urlparse_cached(request).hostname or "")
            response = await super().download_request(request)
        except DownloadFailedError as error:
            raise reason_of(error) or error from error
        except DownloadCancelledError as error:  # Scrapy's words for it are in its log only
            raise RefusedError("it is larger than DOWNLOAD_MAXSIZE, or PLATFORM_MAXSIZE at a known platform's host") from error
        except StopDownload as error:
            raise DownloadFailedError(f"the answers under way are larger than {self.most_together} bytes together (DOWNLOADS_MAXSIZE)") from error
        finally:
            del self.under_way[request]
            if run is not None:
                run.slow += max(0.0, time.monotonic() - began - QUICK)
        if run is not None and request.url.startswith("https") and (host := urlparse_cached(request).hostname) in self.certificates.hosts:
            run.account.unchecked = host
        if "partial" in response.flags and not is_whole(response):
            raise ResponseDataLossError(f"{request.url} ended without a word that it was whole")
        return response

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Stop a body that takes more than its share of what all may have together."""
        if request not in self.under_way:
            return
        self.under_way[request] += len(data)
        taken = self.under_way[request]
        if taken * len(self.under_way) > self.most_together and sum(self.under_way.values()) > self.most_together:
            raise StopDownload(fail=True)


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Gives up on an answer that has no end of heads."""

    head = 0

    def request(self, request: Any) -> Any:
        self.head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self.head += len(data)
            if self.head > HEAD_MAX:
                self._giveUp(TwistedFailure(RefusedError(f"its head has more than {HEAD_MAX} bytes")))
                return
        super().dataReceived(data)


class BoundedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> BoundedProtocol:  # noqa: N802 - Twisted's name
        return BoundedProtocol(self._quiescentCallback)


def reason_of(error: DownloadFailedError) -> RefusedError | None:
    """What of our own, or of its certificate, is behind *error*; ``None`` when it is the network's."""
    cause = error.__cause__
    for reason in cause.reasons if isinstance(cause, ResponseFailed) else []:
        value = reason.value
        if isinstance(value, RefusedError):
            return value
        if isinstance(value, SSL.Error) and "certificate" in str(value):
            return RefusedError("its certificate has expired, or nobody who is trusted signed it")
        if type(value).__name__ in ("VerificationError", "CertificateError"):
            return RefusedError("its certificate is of another name")
    return None
