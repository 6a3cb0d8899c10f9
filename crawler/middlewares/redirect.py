"""Redirects, by Location and by meta refresh: what of a request goes along, and where none is followed."""

from typing import Any, Final

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import BaseRedirectMiddleware, MetaRefreshMiddleware, RedirectMiddleware
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.failures import NotAskedError, RefusedError
from crawler.guard.ports import DEFAULT_PORTS
from crawler.verdicts import Failure

# Of a request to one origin that another origin gets, too. The rest may be a key, a cookie or what a host said of its own pages.
CROSS: Final = frozenset({b"accept", b"accept-language", b"accept-encoding", b"user-agent", b"content-type"})
BECOMES_GET: Final = frozenset({301, 302, 303})


class OriginRedirectMiddleware(BaseRedirectMiddleware):
    """The part that both kinds of redirect share."""

    def _build_redirect_request(self, source_request: Request, response: Response, *, url: str, **kwargs: Any) -> Request:
        try:
            redirected = super()._build_redirect_request(source_request, response, url=url, **kwargs)
            elsewhere = origin_of(redirected) != origin_of(source_request)
        except ValueError as error:
            raise no_address(response, url) from error
        if urlparse_cached(redirected).scheme not in DEFAULT_PORTS:
            raise RefusedError(f"it redirects to {url[:100]}")
        if elsewhere:
            for name in [name for name in redirected.headers if name.lower() not in CROSS]:
                del redirected.headers[name]
        return redirected

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        if request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            raise NotAskedError(Failure("error", f"{request.meta['redirect_urls'][0]} redirects more than {self.max_redirect_times} times"))
        return super()._redirect(redirected, request, reason)


class GuardedRedirectMiddleware(OriginRedirectMiddleware, RedirectMiddleware):
    """Follows Location, but never makes another question of one: a POST that is answered with 301 to 303 ends there."""

    def process_response(self, request: Request, response: Response, spider: object = None) -> Request | Response:
        if request.method not in ("GET", "HEAD") and response.status in BECOMES_GET:
            return response
        try:
            return super().process_response(request, response)
        except ValueError as error:
            raise no_address(response, (response.headers.get("Location") or b"").decode("latin-1")) from error


class GuardedMetaRefreshMiddleware(OriginRedirectMiddleware, MetaRefreshMiddleware):
    """Follows a meta refresh."""


def no_address(response: Response, url: str) -> NotAskedError:
    return NotAskedError(Failure("error", f"{response.url} redirects to {url[:100]!r}, which is no address"))


def origin_of(request: Request) -> tuple[str, str | None, int | None]:
    parts = urlparse_cached(request)
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS.get(parts.scheme)
