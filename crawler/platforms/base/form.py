"""What the two kinds of forms have in common: answers made of class attributes, each of which a platform may give by code instead."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from crawler.loaders import PostingLoader
from crawler.platforms.base.ask import JSON_HEADERS, Ask
from crawler.platforms.base.page import Page
from crawler.platforms.base.paging import Offsets
from crawler.platforms.base.rules import Rule
from crawler.platforms.base.template import RAW, filled, of_page
from crawler.platforms.base.values import beside


class Form:
    """One shape of response. Every answer has a default, which what is not given makes "none".

    Queries are JMESPath in a :class:`JsonForm`, CSS or XPath in an :class:`HtmlForm`. A template is an address with names
    in braces: what :func:`~crawler.platforms.base.template.of_page` knows, what ``says`` found, a value of the row.
    """

    source: ClassVar[str] = "api"
    headers: ClassVar[dict[str, str]] = {}  # that further pages are asked for with
    fields: ClassVar[Sequence[Rule]] = ()  # a rule a line, in the order of crawler/items.py, the best first

    # Which pages are of this form, by their content.
    mark: ClassVar[str | Sequence[str]] = ()  # texts that all of them hold: a cheap look, before anything is parsed
    says: ClassVar[Mapping[str, str | re.Pattern[str]]] = {}  # what they say for ``next_url``: a query, or a pattern of the text
    empty_at: ClassVar[str] = ""  # pattern of host and path: where nothing else tells whose an empty list is

    rows_in: ClassVar[str] = ""  # query: where the postings are
    beside: ClassVar[Mapping[str, str | Callable[[Page], Any]]] = {}  # what is said once and means each: into the rows by name
    hidden: ClassVar[Mapping[str, Any]] = {}  # values of a row by its keys, one of which says that it is not for the public

    total_in: ClassVar[str] = ""  # query: how many postings there are
    total_has_hidden: ClassVar[bool] = False  # the platform counts those that it hides, too
    whole: ClassVar[bool] = False  # all postings are given at once: they are counted

    next_in: ClassVar[str] = ""  # query: addresses of further pages
    next_url: ClassVar[str] = ""  # template: what such a page leads to
    paging: ClassVar[Offsets | None] = None  # further pages, by the total

    detail_in: ClassVar[str] = ""  # query in a row: the page of the posting
    detail_url: ClassVar[str] = ""  # template: the rest of the posting, in the API
    detail_unless: ClassVar[str] = ""  # key of a row that needs no more

    def reads(self, page: Page) -> bool:
        """Whether *page* has this shape, judged by its content and not by its address."""
        return False

    def rows(self, page: Page) -> Iterable[Any]:
        """The postings that *page* holds: JSON objects or selectors, one each, as ``load`` wants them."""
        return ()

    def load(self, loader: PostingLoader) -> None:
        """Say which fragment of a row is which field."""
        for rule in self.fields:
            rule(loader)

    def detail(self, page: Page, row: Any) -> Ask | None:
        """Where the rest of the posting of *row* is, when the row does not hold all of it."""
        if self.detail_unless and row.get(self.detail_unless):
            return None
        if self.detail_in:
            link = next(iter(self.all_of(page, self.detail_in, row)), None)
            return Ask(page.join(link)) if link and isinstance(link, str) else None
        return self.ask_for(page, self.detail_url, row) if self.detail_url else None

    def posting_asks(self, page: Page) -> Iterable[Ask]:
        """The postings that *page* links to, where it holds no rows of its own."""
        return ()

    def next_asks(self, page: Page) -> Iterable[Ask]:
        """The other pages of the listing that *page* belongs to, as far as it names them."""
        if self.next_in:
            links = [link for link in self.all_of(page, self.next_in) if link and isinstance(link, str)]
            return [Ask(page.join(link), headers=self.headers) for link in dict.fromkeys(links)]
        if self.next_url:
            ask = self.ask_for(page, self.next_url)
            return [ask] if ask is not None else []
        return list(self.paging.asks(self, page)) if self.paging is not None else ()

    def total(self, page: Page) -> int | None:
        """How many postings the board says it has, ``None`` when it does not say."""
        if self.whole:
            return public(self, page)
        total = self.advertised(page)
        if total is None or not self.total_has_hidden:
            return total
        return max(total - sum(isinstance(row, dict) and self.skips(row) for row in self.rows(page)), 0)

    def says_empty(self, page: Page) -> bool:
        """Whether *page* says in so many words that the board has no posting; a total of 0 says so, too."""
        return self.total(page) == 0

    def capped(self, page: Page) -> bool:
        """Whether the platform itself cuts the listing off, so that the total cannot be believed."""
        return False

    def skips(self, row: Any) -> bool:
        """Whether *row* is no posting for the public (unlisted, internal): left out without a word."""
        for name, said in self.hidden.items():
            value = row.get(name)
            if value is said or (isinstance(said, str) and value == said):
                return True
        return False

    # What the answers are made of.

    def all_of(self, page: Page, query: str, row: Any = None) -> list[Any]:
        """All that *query* finds in *row*, without one in *page*."""
        raise NotImplementedError

    def given(self, page: Page) -> int:
        """How many rows *page* has, those that are hidden among them."""
        return len(list(self.rows(page)))

    def advertised(self, page: Page) -> int | None:
        """The total as the platform counts it."""
        return None

    def marked(self, page: Page) -> bool:
        return all(mark in page.text for mark in ((self.mark,) if isinstance(self.mark, str) else self.mark))

    def said(self, page: Page) -> dict[str, Any]:
        """What *page* says for ``next_url``; what it does not say is left out."""
        found = {}
        for name, query in self.says.items():
            if isinstance(query, re.Pattern):
                match = query.search(page.text)
                value: Any = match and match[match.lastindex or 0]
            else:
                value = next(iter(self.all_of(page, query)), None)
            if value:
                found[name] = value
        return found

    def put_beside(self, page: Page, rows: Iterable[Any]) -> Iterable[Any]:
        if not self.beside:
            return rows
        values = {name: query(page) if callable(query) else self.one_of(page, query) for name, query in self.beside.items()}
        return beside(rows, **values)

    def one_of(self, page: Page, query: str) -> Any:
        return next(iter(self.all_of(page, query)), None)

    def ask_for(self, page: Page, template: str, row: Any = None, **values: Any) -> Ask | None:
        """What *template* asks the API for, with *values*; ``None`` where a name in it is nothing."""
        said = values or (self.said(page) if row is None else {})

        def find(name: str) -> Any:
            if name in said:
                return said[name]
            if row is not None and (found := next(iter(self.all_of(page, name, row)), None)) is not None:
                return found
            return of_page(page, name)

        url = filled(template, find, RAW)
        return Ask(page.join(url), headers=JSON_HEADERS) if url else None


def public(form: Form, page: Page) -> int:
    """How many rows *page* has, for a platform that gives all of them at once: those that are nobody's business do not count."""
    return sum(not isinstance(row, dict) or not form.skips(row) for row in form.rows(page))


def has_form(form: Form, page: Page) -> bool:
    """Whether *page* has *form*; one of a shape that nobody foresaw has not."""
    try:
        return form.reads(page)
    except Exception:
        return False
