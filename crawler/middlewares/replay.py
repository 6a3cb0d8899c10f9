"""What stands in for the network in a replay, and what records it in a crawl."""

import io
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, NotConfigured
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.store import stamp

logger = logging.getLogger(__name__)
NOT_KEPT = frozenset({b"transfer-encoding", b"content-length"})  # of the wire, not of the body that is written


class ReplayHandler(BaseDownloadHandler):
    """Answers http and https from the recording of the run's plan; what it lacks fails as a network would."""

    async def download_request(self, request: Request) -> Response:
        recording = self.crawler.spider.plan.recording  # type: ignore[union-attr]
        answer = recording.find(request.method, request.url, request.body)
        if answer is None:
            raise DownloadFailedError(f"{request.method} {request.url} is not in the archive")
        headers = Headers(answer.headers)
        request.meta["fetched_at"] = answer.fetched_at
        cls = responsetypes.from_args(headers=headers, url=request.url, body=answer.body)
        return cls(request.url, status=answer.status, headers=headers, body=answer.body, protocol="HTTP/1.1")


class ArchiveMiddleware:
    """Keeps every response, as it came, in ``ARCHIVE/<time>.warc.gz``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stream: IO[bytes] | None = None
        self.writer: WARCWriter | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        folder = crawler.settings.get("ARCHIVE")
        if not folder:
            raise NotConfigured
        middleware = cls(Path(folder))
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    def process_response(self, request: Request, response: Response) -> Response:
        if request.url.startswith("http"):
            self.write(request, response, datetime.now(UTC))
        return response

    def write(self, request: Request, response: Response, moment: datetime) -> None:
        if self.writer is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.stream = (self.folder / f"{moment:%Y%m%dT%H%M%S%f}Z.warc.gz").open("xb")
            self.writer = WARCWriter(self.stream, gzip=True)
        url, date = urlsplit(request.url), stamp(moment)
        asked = [("Host", url.netloc), *pairs(request.headers)]
        line = f"{request.method} {url.path or '/'}{'?' + url.query if url.query else ''} HTTP/1.1"
        answered = [*pairs(response.headers), ("Content-Length", str(len(response.body)))]
        record = self.writer.create_warc_record(
            response.url, "response", payload=io.BytesIO(response.body), warc_headers_dict={"WARC-Date": date},
            http_headers=StatusAndHeaders(f"{response.status} OK", answered, protocol="HTTP/1.1"),
        )  # fmt: skip
        question = self.writer.create_warc_record(
            request.url, "request", payload=io.BytesIO(request.body), warc_headers_dict={"WARC-Date": date},
            http_headers=StatusAndHeaders(line, asked, is_http_request=True),
        )  # fmt: skip
        self.writer.write_request_response_pair(question, record)

    def spider_closed(self) -> None:
        if self.stream is not None:
            self.stream.close()


def pairs(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() if name.lower() not in NOT_KEPT for value in values]
