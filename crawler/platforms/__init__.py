"""Every platform that we know, and which of them an address belongs to."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

from crawler.platforms import own_domains
from crawler.platforms.base import BoardRef, Form, Page, Platform


def _load() -> dict[str, Platform]:
    """One instance of every :class:`Platform` in this package, by name: a new file is a new platform."""
    found: dict[str, Platform] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        if module.name == "base":
            continue
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Platform) and value is not Platform and value.__module__.endswith(module.name):
                found[value.name] = value()
    return found


PLATFORMS = _load()
GENERAL = ("schema_org", "page")  # read pages of every house, the surer one first; they serve no boards of their own
MARKED = [platform for platform in PLATFORMS.values() if platform.markers]
_BY_HOST = {host: platform for platform in PLATFORMS.values() for host in platform.hosts}
_HOST = re.compile(r"//([A-Za-z0-9][\w.-]{2,200})")
_REST = re.compile(r"(?::\d+)?(?:[/?#][^\s\"'<>\\)\]}]{0,500})?")


@lru_cache(maxsize=4096)
def platform_for(url: str) -> tuple[Platform, str] | None:
    """The platform that serves *url* and its key of the board; ``None`` for a company's own address of which nothing is known.

    Takes any address of a board: its page, one of its postings, an embed, the API. Under a company's own domain it
    knows the forms that only one platform has, and the boards that were seen (:mod:`crawler.platforms.own_domains`);
    companies move, so that a crawl believes only :func:`platform_by_address`, and the page.

    >>> platform, key = platform_for("https://boards.greenhouse.io/embed/job_board?for=acme")
    >>> platform.name, key
    ('greenhouse', 'acme')
    >>> platform_for("https://www.acme.example/careers")
    """
    if (found := platform_by_address(url)) is not None:
        return found
    try:
        known = own_domains.seen_at(url) or own_domains.of_form(url)
    except ValueError:
        return None
    return (PLATFORMS[known[0]], known[1]) if known is not None and known[0] in PLATFORMS else None


@lru_cache(maxsize=4096)
def platform_by_address(url: str) -> tuple[Platform, str] | None:
    """The platform whose host *url* is on and its key of the board; ``None`` for every address under a company's own domain."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    platform = serves(host)
    key = platform.key_of(url) if platform is not None else None
    return (platform, key) if platform is not None and key else None


def one_spelling(platform: str, key: str) -> tuple[str, str]:
    """What is equal for two spellings of one board, its platform's name and its *key*.

    >>> one_spelling("ashby", "Acme") == one_spelling("ashby", "acme"), one_spelling("lever", "Acme") == one_spelling("lever", "acme")
    (True, False)
    """
    known = PLATFORMS.get(platform)
    return platform, key.casefold() if known is not None and known.any_case else key


@lru_cache(maxsize=16_384)
def serves(host: str) -> Platform | None:
    """The platform that serves *host*: the one whose host it is, or ends with."""
    host = host.lower()
    while host:
        if (platform := _BY_HOST.get(host)) is not None:
            return platform
        host = host.partition(".")[2]
    return None


def boards_in(html: str) -> Iterator[BoardRef]:
    """The boards of known platforms whose addresses stand in a page, in links, frames, scripts or state; each once."""
    seen: set[BoardRef] = set()
    text = html.replace("\\/", "/").replace("\\u002F", "/").replace("\\u0026", "&")
    for match in _HOST.finditer(text):
        host = match[1].rstrip(".")
        if serves(host) is None:
            continue
        rest = _REST.match(text, match.start(1) + len(host))
        found = platform_by_address(unescape(f"https://{host}{rest[0] if rest else ''}"))
        if found and (ref := BoardRef(found[0].name, found[1])) not in seen:
            seen.add(ref)
            yield ref
    for platform in MARKED:
        for key in platform.keys_in(text):
            if (ref := BoardRef(platform.name, key)) not in seen:
                seen.add(ref)
                yield ref


def form_for(page: Page) -> tuple[Platform, Form] | None:
    """The platform whose form *page* has, by its content alone: for saved files and custom domains."""
    for platform in PLATFORMS.values():
        if platform.name not in GENERAL and (form := platform.form_of(page)) is not None:
            return platform, form
    return None
