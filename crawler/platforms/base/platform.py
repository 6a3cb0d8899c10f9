"""The software that serves boards: its addresses, and where to begin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from crawler.platforms.base.ask import JSON_HEADERS, Ask
from crawler.platforms.base.form import Form, has_form
from crawler.platforms.base.page import Page
from crawler.platforms.base.template import filled


class Platform:
    """A software that serves boards of many companies.

    ``addresses`` are patterns for ``host/path?query`` of every address that belongs to a board (page, embed, API), each
    with a group ``key``; without them, a board is a host below those of ``hosts``. ``api_urls``, ``page_urls`` and
    ``board_page`` are addresses with ``{key}`` in them: ``{0}`` and ``{1}`` are the parts of a key with a stroke,
    ``{host}`` is the key where it is a host itself, else the company's host on the platform.
    """

    name: ClassVar[str]
    hosts: ClassVar[Sequence[str]] = ()  # suffixes of hosts that this platform alone serves
    addresses: ClassVar[Sequence[str]] = ()
    markers: ClassVar[Mapping[str, str]] = {}  # what gives a board away in the page of another house: a text, and a pattern with the key
    not_keys: ClassVar[frozenset[str]] = frozenset()  # path segments that stand where a key would
    fold_keys: ClassVar[bool] = True  # keys are case-insensitive
    any_case: ClassVar[bool] = False  # so they are, but stay as the company spells them: other ways to ask may mind it
    api_urls: ClassVar[str | Sequence[str]] = ()  # where to begin, the best way first: asked for as JSON
    page_urls: ClassVar[str | Sequence[str]] = ()  # and after those
    board_page: ClassVar[str] = ""  # the board as a person sees it, where that is not the first of the pages
    forms: ClassVar[Sequence[Form]] = ()
    confirmed: ClassVar[str] = "documentation"  # by what its forms are known best: "recording", "documentation", "one source"

    def __init__(self) -> None:
        below = rf"^(?P<key>[\w-]+)\.(?:{'|'.join(map(re.escape, self.hosts))})(?:/|\?|$)"
        self._addresses = [re.compile(pattern, re.IGNORECASE) for pattern in self.addresses or ((below,) if self.hosts else ())]
        self._markers = [(text, re.compile(pattern)) for text, pattern in self.markers.items()]

    def key_of(self, url: str) -> str | None:
        """The key of the board that *url* belongs to, ``None`` when it belongs to none."""
        try:
            parts = urlsplit(url)
        except ValueError:  # brackets that hold no address
            return None
        address = f"{parts.hostname or ''}{parts.path}" + (f"?{parts.query}" if parts.query else "")
        for pattern in self._addresses:
            if (match := pattern.search(address)) and (key := self.make_key(match)):
                return key
        return None

    def make_key(self, match: re.Match[str]) -> str | None:
        """The key from an address that matched; a platform with several instances adds which."""
        key = unquote(match["key"]).strip()
        if key.lower() in self.not_keys:
            return None
        return key.lower() if self.fold_keys else key

    def keys_in(self, text: str) -> Iterator[str]:
        """The keys of boards that *text*, the page of another house, shows by ``markers``."""
        for sign, pattern in self._markers:
            for key in pattern.findall(text) if sign in text else ():
                yield key.lower() if self.fold_keys else key

    def starts(self, key: str) -> Sequence[Ask]:
        """Where to begin reading board *key*: the best way first, each next one for when that is not there."""
        return [
            *(Ask(self.address(url, key), headers=JSON_HEADERS) for url in several(self.api_urls)),
            *(Ask(self.address(url, key)) for url in several(self.page_urls)),
        ]

    def board_url(self, key: str) -> str:
        """The board as a person sees it."""
        page = self.board_page or next(iter(several(self.page_urls)), None)
        return self.address(page, key) if page else self.starts(key)[0].url

    def address(self, template: str, key: str) -> str:
        """*template* for board *key*."""
        names = {"key": key, "host": key if "." in key or not self.hosts else f"{key}.{self.hosts[0]}", **dict(zip("0123", key.split("/"), strict=False))}
        return filled(template, names.get) or template

    def form_of(self, page: Page) -> Form | None:
        """The form that *page* has, ``None`` when this platform does not serve such pages."""
        return next((form for form in self.forms if has_form(form, page)), None)


def several(urls: str | Sequence[str]) -> Sequence[str]:
    return (urls,) if isinstance(urls, str) else urls
