"""What an adapter is made of: pages in, answers out. Nothing here sends anything.

A :class:`Platform` knows its addresses and where to begin. A :class:`Form` is one shape of response that the
platform serves (its API's list, a detail, its HTML board) and says what such a response holds. An adapter is one
file with one platform and its forms, and holds only what is true of that platform.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any, ClassVar, NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

import orjson
from parsel import Selector, SelectorList
from scrapy.http import Response, TextResponse

from crawler.fields.lenientjson import LENIENT
from crawler.loaders import PostingLoader

JSON_HEADERS = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Ask:
    """A request that an adapter wants made; the spider decides whether and when.

    ``json`` is sent as a JSON body and makes the request a POST.
    """

    url: str
    json: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return "GET" if self.json is None else "POST"

    @property
    def body(self) -> bytes:
        return b"" if self.json is None else orjson.dumps(self.json)


class BoardRef(NamedTuple):
    """A board of a known platform: the platform's name and the platform's own key of the board."""

    platform: str
    key: str


@dataclass
class Page:
    """One response as adapters see it: decoded once, asked by CSS, XPath or as JSON."""

    response: Response
    key: str | None = None  # of the board it belongs to, where that is known
    ask: Ask | None = None  # what it answers, where that is known
    _held: dict[str, list[Any]] = field(default_factory=dict, repr=False)

    @property
    def url(self) -> str:
        return str(self.response.url)

    @cached_property
    def parts(self) -> SplitResult:
        return urlsplit(self.url)

    @cached_property
    def query(self) -> dict[str, str]:
        """The parameters of the address; of one that stands there twice, the last."""
        return dict(parse_qsl(self.parts.query, keep_blank_values=True))

    @cached_property
    def text(self) -> str:
        return self.response.text if isinstance(self.response, TextResponse) else ""

    @cached_property
    def json(self) -> Any:
        """The body as JSON; ``None`` when it is none."""
        if self.response.body.lstrip()[:1] not in (b"{", b"["):
            return None
        return parse_json(self.response.body)

    @cached_property
    def selector(self) -> Selector:
        """The body as HTML or XML; an empty document when it is neither."""
        if not isinstance(self.response, TextResponse) or self.json is not None:
            return Selector(text="")
        found = self.response.selector  # of JSON that is no object or list, it has no elements
        return found if found.type in ("html", "xml") else Selector(text="")

    def css(self, query: str) -> SelectorList[Selector]:
        return self.selector.css(query)

    def xpath(self, query: str) -> SelectorList[Selector]:
        return self.selector.xpath(query)

    def get(self, *path: str | int) -> Any:
        """The value at *path* in the JSON body, ``None`` where the way ends."""
        return dig(self.json, *path)

    def join(self, url: str) -> str:
        return urljoin(self.url, url)

    @property
    def origin(self) -> str:
        return f"{self.parts.scheme}://{self.parts.netloc}"

    @cached_property
    def states(self) -> dict[str, Any]:
        """JSON that scripts of the page hold, by the name that it is assigned to.

        ``window.__appData = {...}`` is ``states["__appData"]``; ``<script type="application/json" id="x">`` is
        ``states["x"]``. What cannot be decoded is left out.
        """
        return dict(script_states(self.selector))

    def held(self, query: str) -> list[Any]:
        """JSON that attributes of the page hold, by a CSS *query* for them; what cannot be decoded is left out."""
        if query not in self._held:
            found = (parse_json(text.encode("utf-8", "replace")) for text in self.css(query).getall())
            self._held[query] = [value for value in found if value is not None]
        return self._held[query]

    @cached_property
    def flight(self) -> str:
        """The state that a Next.js page streams to its components, put together from its scripts; empty when it has none.

        JSON stands in it between text that is none: find a key, then :func:`json_at`.
        """
        if "__next_f" not in self.text:
            return ""
        code = "\n".join(self.xpath("//script[contains(text(), '__next_f.push')]/text()").getall())
        pieces = (json_at(code, match.end()) for match in PUSHED.finditer(code))
        return "".join(piece for piece in pieces if isinstance(piece, str))


ASSIGNED = re.compile(r"(?:^|[\s;{(,])(?:var\s+|let\s+|const\s+)?(?:window|self|globalThis)?\.?([\w$.]{1,80}?)\s{0,20}=\s{0,20}(?=[\[{])")


PUSHED = re.compile(r"self\.__next_f\.push\(\[\s*1\s*,\s*(?=\")")


def script_states(selector: Selector) -> Iterator[tuple[str, Any]]:
    for script in selector.xpath("//script[not(@src)]"):
        code = script.root.text
        if not code:
            continue
        kind = script.root.get("type") or ""
        if "json" in kind:
            if "ld+json" not in kind and (value := parse_json(code.strip().encode("utf-8", "replace"))) is not None:
                yield script.root.get("id") or "json", value
            continue
        for match in ASSIGNED.finditer(code):
            value = json_at(code, match.end())
            if value is not None:
                yield match[1].rsplit(".", 1)[-1], value


def parse_json(body: bytes) -> Any:
    """*body* as JSON, ``None`` where it is none.

    >>> parse_json(b'{"a": [1]}')
    {'a': [1]}
    >>> parse_json(b"<html>")
    """
    try:
        return orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        pass
    try:  # NaN, raw control characters and bytes of other charsets: seen on real boards, refused by orjson
        return LENIENT.decode(body.decode("utf-8", "replace").lstrip("\ufeff").strip())
    except (ValueError, RecursionError):
        return None


def json_at(code: str, start: int) -> Any:
    """The JSON value that begins at *start* of a script, ``None`` where there is none."""
    try:
        return LENIENT.raw_decode(code, start)[0]
    except (ValueError, RecursionError):
        return None


def dig(value: Any, *path: str | int) -> Any:
    """Follow *path* through dicts and lists; ``None`` where it ends.

    >>> dig({"a": [{"b": 1}]}, "a", 0, "b")
    1
    >>> dig({"a": None}, "a", 0, "b")
    """
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def listed(value: Any, *path: str | int) -> list[Any]:
    """The list at *path*; an empty one where there is none.

    >>> listed({"a": {"b": [1]}}, "a", "b"), listed({"a": 1}, "a"), listed(None)
    ([1], [], [])
    """
    found = dig(value, *path)
    return found if isinstance(found, list) else []


def first_row(value: Any, *path: str | int) -> dict[str, Any]:
    """The first object of the list at *path*, by which a form is told; an empty one where there is none.

    >>> first_row({"a": [None, {"b": 1}]}, "a"), first_row({"a": []}, "a"), first_row([{"b": 2}])
    ({'b': 1}, {}, {'b': 2})
    """
    return next((row for row in listed(value, *path) if isinstance(row, dict)), {})


def count_at(value: Any, *path: str | int) -> int | None:
    """The whole number at *path*, written as a number or as text; ``None`` where there is none.

    >>> count_at({"a": 12}, "a"), count_at({"a": "12"}, "a"), count_at({"a": True}, "a"), count_at({"a": -1}, "a"), count_at("x")
    (12, 12, None, None, None)
    """
    found = dig(value, *path)
    if isinstance(found, str) and found.isascii() and found.strip().isdigit() and len(found) < 10:
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


PAGES_MAX = 20_000  # of one listing; a total that asks for more is none


def further(total: Any, size: Any) -> range:
    """Where the further pages of a listing begin, by its *total* and the *size* of a page; nowhere when one of them is none.

    >>> list(further(45, 20)), list(further(None, 20)), list(further(45, 0)), list(further(10**20, 20))
    ([20, 40], [], [], [])
    """
    if not isinstance(total, int) or not isinstance(size, int) or size <= 0 or total > size * PAGES_MAX:
        return range(0)
    return range(size, total, size)


def find_key(value: Any, key: str, depth: int = 12) -> Any:
    """The first value under *key* anywhere in nested JSON, breadth first; ``None`` when it is nowhere.

    >>> find_key({"routes": [{"data": {"jobs": 3}}]}, "jobs")
    3
    """
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(depth):
        for node in level:
            if isinstance(node, dict) and key in node:
                return node[key]
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, dict | list)
        ]
    return None


def beside(rows: Iterable[Any], **values: Any) -> list[Any]:
    """*rows* with *values* added to each, for what a page says once and means of every posting; what is no object stays as it is.

    >>> beside([{"title": "Cook"}, None], company="Acme")
    [{'title': 'Cook', 'company': 'Acme'}, None]
    """
    return [{**row, **values} if isinstance(row, dict) else row for row in rows]


def headed(title: Any, html: Any) -> str:
    """*html* under the heading *title*, as pages print a part of a posting; empty when there is no such part.

    >>> headed("Dos & don'ts", "<p>Cook.</p>"), headed(None, "<p>Cook.</p>"), headed("Profile", None)
    ("<h3>Dos &amp; don'ts</h3><p>Cook.</p>", '<p>Cook.</p>', '')
    """
    if not isinstance(html, str) or not html.strip():
        return ""
    return f"<h3>{escape(title, quote=False)}</h3>{html}" if isinstance(title, str) and title.strip() else html


class Form:
    """One shape of response. Every answer has a default that means "none"."""

    source: ClassVar[str] = "api"

    def reads(self, page: Page) -> bool:
        """Whether *page* has this shape, judged by its content and not by its address."""
        return False

    def rows(self, page: Page) -> Iterable[Any]:
        """The postings that *page* holds: JSON objects or selectors, one each, as ``load`` wants them."""
        return ()

    def load(self, loader: PostingLoader) -> None:
        """Say which fragment of a row is which field."""
        raise NotImplementedError

    def detail(self, page: Page, row: Any) -> Ask | None:
        """Where the rest of the posting of *row* is, when the row does not hold all of it."""
        return None

    def posting_asks(self, page: Page) -> Iterable[Ask]:
        """The postings that *page* links to, where it holds no rows of its own."""
        return ()

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The other pages of the listing that *page* belongs to, as far as it names them."""
        return ()

    def total(self, page: Page) -> int | None:
        """How many postings the board says it has, ``None`` when it does not say."""
        return None

    def says_empty(self, page: Page) -> bool:
        """Whether *page* says in so many words that the board has no posting; a total of 0 says so, too."""
        return self.total(page) == 0

    def capped(self, page: Page) -> bool:
        """Whether the platform itself cuts the listing off, so that the total cannot be believed."""
        return False

    def skips(self, row: Any) -> bool:
        """Whether *row* is no posting for the public (unlisted, internal): left out without a word."""
        return False


def public(form: Form, page: Page) -> int:
    """How many rows *page* has, for a platform that gives all of them at once: those that are nobody's business do not count."""
    return sum(not isinstance(row, dict) or not form.skips(row) for row in form.rows(page))


def has_form(form: Form, page: Page) -> bool:
    """Whether *page* has *form*; one of a shape that nobody foresaw has not."""
    try:
        return form.reads(page)
    except Exception:
        return False


class Platform:
    """A software that serves boards of many companies.

    ``addresses`` are patterns for ``host/path?query`` of every address that belongs to a board (page, embed, API),
    each with a group ``key``. ``markers`` are strings that give the platform away in a page of a custom domain.
    """

    name: ClassVar[str]
    hosts: ClassVar[Sequence[str]] = ()  # suffixes of hosts that this platform alone serves
    addresses: ClassVar[Sequence[str]] = ()
    not_keys: ClassVar[frozenset[str]] = frozenset()  # path segments that stand where a key would
    fold_keys: ClassVar[bool] = True  # keys are case-insensitive
    forms: ClassVar[Sequence[Form]] = ()
    confirmed: ClassVar[str] = "documentation"  # by what its forms are known best: "recording", "documentation", "one source"

    def __init__(self) -> None:
        self._addresses = [re.compile(pattern, re.IGNORECASE) for pattern in self.addresses]

    def key_of(self, url: str) -> str | None:
        """The key of the board that *url* belongs to, ``None`` when it belongs to none."""
        parts = urlsplit(url)
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

    def starts(self, key: str) -> Sequence[Ask]:
        """Where to begin reading board *key*: the best way first, each next one for when that is not there."""
        raise NotImplementedError

    def board_url(self, key: str) -> str:
        """The board as a person sees it."""
        return self.starts(key)[0].url

    def form_of(self, page: Page) -> Form | None:
        """The form that *page* has, ``None`` when this platform does not serve such pages."""
        return next((form for form in self.forms if has_form(form, page)), None)
