"""The further pages of a listing, where its first page says how many postings there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from crawler.platforms.base.ask import Ask
from crawler.platforms.base.page import Page
from crawler.platforms.base.values import count_at, dig

if TYPE_CHECKING:
    from crawler.platforms.base.form import Form

PAGES_MAX = 20_000  # of one listing; a total that asks for more is none


def further(total: Any, size: Any) -> range:
    """Where the further pages of a listing begin, by its *total* and the *size* of a page; nowhere when one of them is none.

    >>> list(further(45, 20)), list(further(None, 20)), list(further(45, 0)), list(further(10**20, 20))
    ([20, 40], [], [], [])
    """
    if not isinstance(total, int) or not isinstance(size, int) or size <= 0 or total > size * PAGES_MAX:
        return range(0)
    return range(size, total, size)


@dataclass(frozen=True)
class Offsets:
    """Pages told apart by the number of their first posting.

    *name* is the parameter: of the address, else with ``body`` of the JSON that is sent, in objects as ``search.from``.
    How many postings a page has is counted on the first page, unless a parameter or value of the answer says it: *size*
    is the name of one, or the number. Where the answer says how many *pages* there are, that is the path to it.
    *limit* is the parameter by which further pages ask for as many as the first one has; *also* goes with the further pages only.
    """

    name: str
    body: bool = False
    first: int = 0
    size: str | int | None = None
    pages: str = ""
    limit: str = ""
    also: Mapping[str, Any] = field(default_factory=dict)
    by_page: ClassVar[bool] = False

    def asks(self, form: "Form", page: Page) -> Iterator[Ask]:
        """What to ask for after *page*, all of it at once; nothing when *page* is not the first."""
        if not self.is_first(page):
            return
        for number, start in enumerate(self.starts(form, page), 1):
            at = self.first + (number if self.by_page else start)
            if self.body and page.ask is not None:
                yield Ask(page.ask.url, json={**put(page.ask.json, self.name.split("."), at), **self.also}, headers=page.ask.headers)
            else:
                query = urlencode({**page.query, self.name: at, **self.limited(form, page), **self.also}, safe="$,")
                yield Ask(f"{page.base}?{query}", headers=page.ask.headers if page.ask is not None else form.headers)

    def starts(self, form: "Form", page: Page) -> range:
        """Where the further pages begin."""
        if self.pages:
            return further(count_at(form.one_of(page, self.pages)), 1)
        return further(form.advertised(page), self.size_of(form, page))

    def limited(self, form: "Form", page: Page) -> dict[str, Any]:
        return {self.limit: self.size_of(form, page)} if self.limit else {}

    def is_first(self, page: Page) -> bool:
        if self.body:
            return page.ask is not None and bool(dig(page.ask.json, *self.name.split(".")) == self.first)
        return page.query.get(self.name, str(self.first)) == str(self.first)

    def size_of(self, form: "Form", page: Page) -> int | None:
        if isinstance(self.size, int):
            return self.size
        said = count_at(page.query, self.size) or count_at(form.one_of(page, self.size)) if self.size else None
        return said or form.given(page)


@dataclass(frozen=True)
class Numbers(Offsets):
    """Pages told apart by their own number, which begins with *first*."""

    first: int = 1
    by_page: ClassVar[bool] = True


def put(body: Any, path: Sequence[str], value: Any) -> dict[str, Any]:
    """*body* with *value* at *path*; *body* itself stays as it is.

    >>> put({"a": {"b": 0, "c": 1}}, ["a", "b"], 20)
    {'a': {'b': 20, 'c': 1}}
    """
    inner = put(dig(body, path[0]), path[1:], value) if path[1:] else value
    return {**(body if isinstance(body, dict) else {}), path[0]: inner}
