"""What records a crawl."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response

from crawler.archive import Archive, Exchange

NOT_KEPT = frozenset({b"transfer-encoding", b"content-length"})  # of the wire, not of the body that is written


class ArchiveMiddleware:
    """Keeps every response, as it came, in the folder ``ARCHIVE``."""

    archive: Archive | None = None

    def __init__(self, crawler: Crawler, folder: Path) -> None:
        self.crawler = crawler
        self.folder = folder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        folder = crawler.settings.get("ARCHIVE")
        if not folder:
            raise NotConfigured
        middleware = cls(crawler, Path(folder))
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    def process_response(self, request: Request, response: Response) -> Response:
        if request.url.startswith("http"):
            moment = datetime.now(UTC).replace(microsecond=0)  # as precise as a record's date
            request.meta["fetched_at"] = moment
            asked = [("Host", urlsplit(request.url).netloc), *pairs(request.headers)]
            self.opened().write(
                Exchange(request.method, request.url, asked, request.body, response.url, response.status, pairs(response.headers), response.body), moment
            )
        return response

    def opened(self) -> Archive:
        if self.archive is None:
            spider: Any = self.crawler.spider
            now = spider.plan.now if getattr(spider, "plan", None) else datetime.now(UTC)
            run = getattr(spider, "run_id", None) or now.strftime("%Y%m%dT%H%M%SZ")
            settings = self.crawler.settings
            self.archive = Archive(self.folder, run, now, settings.getfloat("ARCHIVE_DAYS"), settings.getfloat("ARCHIVE_SIZE"))
        return self.archive

    def spider_closed(self) -> None:
        if self.archive is not None:
            self.archive.close()


def pairs(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() if name.lower() not in NOT_KEPT for value in values]
