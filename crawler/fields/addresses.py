"""Addresses out of pages: absolute, of the web, and without what only deceives the eye."""

import re
from urllib.parse import urljoin, urlsplit

PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?:/[\w./%&=?~+-]*)?", re.ASCII).fullmatch
WEB = ("http", "https")
APPLY_SCHEMES = (*WEB, "mailto")
URL_MAX = 4000  # characters; no server takes a longer one
_NO_URL = re.compile(r"[<>\"\x00-\x20\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def absolute(base: str, url: str, schemes: tuple[str, ...] = WEB) -> str | None:
    r"""*url* made absolute; ``None`` for what is no address of one of *schemes*. A file's own addresses are files.

    >>> absolute("https://acme.example/jobs/", "1?a=b"), absolute("https://acme.example/", "/a b\u202e")
    ('https://acme.example/jobs/1?a=b', 'https://acme.example/a%20b')
    >>> absolute("https://acme.example/", "javascript:void(0)"), absolute("https://acme.example/", "file:///etc/passwd")
    (None, None)
    """
    if PLAIN_ADDRESS(url) and len(url) <= URL_MAX:
        return url
    url = url[: 2 * URL_MAX].strip()
    if not url.strip("/ ") and url != "/":
        return None
    try:
        full = urljoin(base, url)
        if _NO_URL.search(full):
            full = _NO_URL.sub(lambda sign: f"%{ord(sign[0]):02X}" if sign[0] in ' <>"' else "", full)
        parts = urlsplit(full)
    except ValueError:
        return None
    if len(full) > URL_MAX or parts.scheme not in (*schemes, *(("file",) if base.startswith("file:") else ())):
        return None
    return full if parts.netloc or parts.scheme in ("mailto", "file") else None
