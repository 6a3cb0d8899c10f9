"""Whether a body that ended with its connection is whole, told from what it ends with."""

import re
from typing import Final

from scrapy.http import Response

from crawler.platforms.base import parse_json

TAIL: Final = 16 * 1024  # bytes: pages have comments behind their end
_ROOT: Final = re.compile(rb"<([a-zA-Z][\w:.-]{0,100})")


def is_whole(response: Response) -> bool:
    """Whether *response*, whose length nobody said, has its own end.

    JSON closes what it opens, HTML and XML close their first element, other text ends with a line. What is compressed
    tells when it is decompressed; an answer that is no success is believed as it is.

    >>> is_whole(Response("https://acme.example", body=b"<html><p>Cook</html>")), is_whole(Response("https://acme.example", body=b"<html><p>Co"))
    (True, False)
    >>> is_whole(Response("https://acme.example", body=b'{"jobs": []}')), is_whole(Response("https://acme.example", body=b'{"jobs": []'))
    (True, False)
    """
    if not 200 <= response.status < 300 or response.headers.get("Content-Encoding"):
        return True
    body = response.body
    start = body[:TAIL].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        return body.rstrip()[-1:] in (b"}", b"]") and parse_json(body) is not None
    if (root := _ROOT.search(start)) is not None:
        return b"</%s" % root[1].lower() in body[-TAIL:].lower() or b"</html" in body[-TAIL:].lower()
    return body.endswith(b"\n")
