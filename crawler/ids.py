"""What a posting is known by: the platform's own id, else the address of its page."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from w3lib.url import canonicalize_url, url_query_cleaner

from crawler.loaders import Draft

TRACKING = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "gh_src", "lever-source", "lever-origin", "ref", "source", "src", "trk")  # fmt: skip
ID_MAX: Final = 200  # characters of a platform's own id
_SESSION: Final = re.compile(
    r";jsessionid=[^/?#;]*"
    r"|(?<=[?&])(?:jsessionid|phpsessid|aspsessionid\w{0,20}|asp\.net_sessionid|session_?id|sess_?id|cfid|cftoken|oscsid|zenid|s?sid(?==[\w-]{16})|s(?==[0-9a-f]{24}))=[^&#]*&?",
    re.IGNORECASE,
)


def short(identity: str) -> str:
    """*identity*, or a digest of one that no platform means.

    >>> short("R-17"), len(short("7" * 5_000_000))
    ('R-17', 32)
    """
    return identity if len(identity) <= ID_MAX else blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest()


def page_ids(drafts: Sequence[Draft], url: str) -> list[str]:
    """An id for each of *drafts*, which have none of their own: of its address, else the page's *url*.

    Those that share an address are told apart by title, then by place.
    """
    addresses = [plain_url(draft.url or url) for draft in drafts]
    for name in ("title", "location"):
        times = Counter(addresses)
        addresses = [
            f"{address}{'&' if '?' in address else '?'}{name}={getattr(draft, name)}" if times[address] > 1 else address
            for draft, address in zip(drafts, addresses, strict=True)
        ]
    return [page_id(address) for address in addresses]


def give_page_ids(drafts: Sequence[Draft], url: str) -> None:
    """Give *drafts* of the page *url* their ids, and those that stand in the page itself the others that they would have had.

    A posting that was alone on its page has another id than one of several: by its aliases it is still known.
    """
    titles = Counter(draft.title for draft in drafts)
    here = plain_url(url)
    for draft, identity in zip(drafts, page_ids(drafts, url), strict=True):
        draft.id = identity
        if draft.url is not None and plain_url(draft.url) != here:
            continue
        joint = "&" if "?" in here else "?"
        titled = f"{here}{joint}title={draft.title}"
        forms = [f"{titled}&location={draft.location}", *((titled, here) if titles[draft.title] == 1 else ())]
        draft.aliases = [alias for alias in map(page_id, forms) if alias != identity]


def page_id(url: str) -> str:
    """The id of a posting that has none of its own: its address without what only tracks.

    >>> page_id("https://acme.example/jobs/1?utm_source=x#top") == page_id("https://acme.example/jobs/1")
    True
    """
    return f"page:{blake2b(plain_url(url).encode(), digest_size=10).hexdigest()}"


def plain_url(url: str) -> str:
    """*url* in one spelling, without what only tracks and without a fragment that is no route.

    >>> plain_url("HTTPS://Acme.example/jobs?b=2&utm_source=x&a=1#top")
    'https://acme.example/jobs?a=1&b=2'
    >>> plain_url("https://acme.example/#/jobs/1")
    'https://acme.example/#/jobs/1'
    """
    url = url if url.isascii() else url.encode("utf-8", "replace").decode()
    route = "#/" in url or "#!" in url
    try:
        return canonicalize_url(url_query_cleaner(without_session(url), TRACKING, remove=True, keep_fragments=route), keep_fragments=route)
    except ValueError:  # a port that is no number
        return url


def without_session(url: str) -> str:
    """*url* without the number of a session, which is another one for every visitor.

    >>> without_session("https://acme.example/jobs;jsessionid=A1?PHPSESSID=77&page=2"), without_session("https://acme.example/?sid=7")
    ('https://acme.example/jobs?page=2', 'https://acme.example/?sid=7')
    """
    if "=" not in url:
        return url
    plain = _SESSION.sub("", url)
    return plain if plain == url else re.sub(r"[?&]+(?=#|$)", "", plain)
