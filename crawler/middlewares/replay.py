"""What stands in for the network in a replay."""

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import DownloadFailedError
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes


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
