"""What an answer of a harmless size may cost when it is parsed, told from its bytes in one pass."""

import re
from contextlib import suppress
from typing import Final

from scrapy.http import HtmlResponse, JsonResponse, Response

SMALL: Final = 24 * 1024  # bytes: the worst that fits in costs a fifth of a second
TAGS_MAX: Final = 600_000  # each costs up to 150 bytes; a sitemap may have 50,000 addresses
VALUES_MAX: Final = 3_000_000  # of a JSON text; each costs up to 80 bytes
ATTRIBUTES_MAX: Final = 2_000  # of one element: libxml2 takes the square of their number
HTML_MAXSIZE: Final = 6 * 1024 * 1024  # bytes: a page of text takes twenty times its size; the largest saved ones have 1.3 MB
LARGE: Final = 2 * 1024 * 1024  # bytes of an answer that counts

# All of a page, as HTML's tokenizer cuts it up; it stops at a tag with too many attributes. Nothing is read twice.
_ATTRIBUTE: Final = rb"""[\s/]*+(?:=?+[^\s>/=]++|=)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_PAGE: Final = re.compile(
    rb"(?:[^<]++|<(?![a-zA-Z!])"
    rb"|<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+)|<!"
    rb"|<(?:script|style)(?=[\s/>])[^>]*+(?:[^<]++|<(?!/(?:script|style)))*+"
    rb"|<[a-zA-Z][^\s>/]*+(?:" + _ATTRIBUTE + rb"){0,%d}+[\s/]*+(?:>|\Z))*+" % ATTRIBUTES_MAX,
    re.IGNORECASE,
)


def too_dear(response: Response) -> str | None:
    """Why *response* is not to be parsed, ``None`` when it may be.

    >>> too_dear(HtmlResponse("https://acme.example", body=b"<p>" * 700_000))
    'it has 700000 tags, more than 600000'
    """
    body, size = response.body, len(response.body)
    if size < SMALL:
        return None
    if isinstance(response, JsonResponse) or body[:64].lstrip()[:1] in (b"{", b"["):
        values = body.count(b",") + body.count(b"{") + body.count(b"[") if size > 2 * VALUES_MAX else 0
        return f"it has {values} JSON values, more than {VALUES_MAX}" if values > VALUES_MAX else None
    if (tags := body.count(b"<")) > TAGS_MAX:
        return f"it has {tags} tags, more than {TAGS_MAX}"
    if not isinstance(response, HtmlResponse):
        return None
    if size > HTML_MAXSIZE:
        return f"it has {size} bytes, more than the {HTML_MAXSIZE} of an HTML page"
    whole = _PAGE.match(body)
    if whole is None or whole.end() < size:
        return f"one of its elements has more than {ATTRIBUTES_MAX} attributes"
    return None


def forget_tree(response: Response) -> None:
    """Let go of what *response* keeps beside its body: it lives on until the last posting of its page has been handed on."""
    with suppress(AttributeError):  # of a response that is no text
        response._cached_selector = response._cached_ubody = None  # type: ignore[attr-defined]
