"""The download handler for http and https: the guarded one, and the browser for pages that are to be drawn."""

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.guard.handler import GuardedHandler
from crawler.render.renderer import Renderer


class RenderingHandler(GuardedHandler):
    """Rendered pages wait in the same queue as all others: one at a time for a host, with its delay."""

    async def download_request(self, request: Request) -> Response:
        page = request.meta.get("draw")
        # A page that leads elsewhere by script is a redirect: there the plain page comes first again.
        if not isinstance(page, HtmlResponse) or page.url != request.url:
            return await super().download_request(request)
        renderer = self._crawler.get_extension(Renderer)
        assert renderer is not None
        return await renderer.draw(request, page)
