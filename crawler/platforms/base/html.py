"""Forms whose rows are elements of a page, or of XML."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from parsel import Selector, SelectorList

from crawler.platforms.base.form import Form
from crawler.platforms.base.page import Page
from crawler.platforms.base.values import count_at

AXIS = "(?:ancestor|descendant)(?:-or-self)?|(?:following|preceding)(?:-sibling)?|self|child|parent|attribute"
XPATH = re.compile(rf"\(*(?:\.?/|\.\.|@|(?:{AXIS})::|[a-z][a-z-]*\()")


class HtmlForm(Form):
    """A page: a list of elements that are postings, or with no ``rows_in`` one posting as a whole.

    All queries are CSS, or XPath when they begin as only that does: with ``/``, ``./``, ``@``, an axis or a function. A
    page has the form when it has all elements of ``shows`` and, where there is a ``rows_in``, rows or the words that
    there are none.
    """

    source: ClassVar[str] = "html"
    shows: ClassVar[str | Sequence[str]] = ()  # queries
    empty_in: ClassVar[str] = ""  # query: what says that there is no posting
    total_re: ClassVar[str] = r"^\s*(\d[\d,.]*)\s*$"  # of the text at ``total_in``

    def reads(self, page: Page) -> bool:
        if not self.marked(page) or not all(self.select(page, query) for query in ((self.shows,) if isinstance(self.shows, str) else self.shows)):
            return False
        if self.says and len(self.said(page)) < len(self.says):
            return False
        return not self.rows_in or bool(self.rows(page)) or self.says_empty(page)

    def rows(self, page: Page) -> Iterable[Any]:
        return self.select(page, self.rows_in) if self.rows_in else [page.selector] if self.fields else ()

    def advertised(self, page: Page) -> int | None:
        said = self.select(page, self.total_in).re_first(self.total_re) if self.total_in else None
        return count_at(re.sub(r"\D", "", said)) if said else None

    def total(self, page: Page) -> int | None:
        return super().total(page) or (None if self.whole else self.advertised(page))

    def says_empty(self, page: Page) -> bool:
        if self.empty_in:
            return not list(self.rows(page)) and bool(self.select(page, self.empty_in))
        return super().says_empty(page)

    def select(self, page: Page | Selector, query: str) -> SelectorList[Selector]:
        return page.xpath(query) if XPATH.match(query) else page.css(query)

    def all_of(self, page: Page, query: str, row: Any = None) -> list[Any]:
        return self.select(page if row is None else row, query).getall()
