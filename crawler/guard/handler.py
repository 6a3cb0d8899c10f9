"""The download handler for http and https behind the guard: Scrapy's own."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.guard.resolver import lookup_of_reactor


class GuardedHandler(HTTP11DownloadHandler):
    async def download_request(self, request: Request) -> Response:
        if "proxy" not in request.meta:
            # The connection takes its addresses from the same answer; here a refusal still has its reason.
            await lookup_of_reactor().addresses(urlparse_cached(request).hostname or "")
        return await super().download_request(request)
