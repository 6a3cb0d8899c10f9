"""One response as adapters see it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from parsel import Selector, SelectorList
from scrapy.http import Response, TextResponse

from crawler.loaders import jmes
from crawler.platforms.base.ask import Ask
from crawler.platforms.base.values import dig, json_at, parse_json


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

    def find(self, path: str) -> Any:
        """What JMESPath *path* finds in the JSON body."""
        return jmes(path)(self.json)

    def join(self, url: str) -> str:
        return urljoin(self.url, url)

    @property
    def origin(self) -> str:
        return f"{self.parts.scheme}://{self.parts.netloc}"

    @property
    def base(self) -> str:
        """The address without its query."""
        return self.url.partition("?")[0]

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
