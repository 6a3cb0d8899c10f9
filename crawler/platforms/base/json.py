"""Forms whose rows are objects: answers of an API, and the state that scripts of a page hold."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from crawler.loaders import flat, jmes
from crawler.platforms.base.ask import JSON_HEADERS
from crawler.platforms.base.form import Form
from crawler.platforms.base.page import Page
from crawler.platforms.base.values import count_at, dig, first_row


class JsonForm(Form):
    """JSON: a list of postings, or an object that is one. All queries are JMESPath.

    It is the body of the response; with ``state`` the state of a page, such as ``__NEXT_DATA__.props.pageProps``, with
    ``held`` what an attribute or element of a page holds, by a CSS query. A page has the form when its first row has
    ``row_keys`` and texts under ``row_texts``; one without rows when its total is 0, or its address is at ``empty_at``.
    """

    headers: ClassVar[dict[str, str]] = JSON_HEADERS
    state: ClassVar[str] = ""
    held: ClassVar[str] = ""

    body_keys: ClassVar[Sequence[str]] = ()  # of the object around the rows
    row_keys: ClassVar[Sequence[str]] = ()
    row_texts: ClassVar[Sequence[str]] = ()
    rows_in: ClassVar[str] = "@"

    def __init_subclass__(cls) -> None:
        if vars(cls).get("state") or vars(cls).get("held"):
            for name, value in (("source", "html"), ("headers", {})):
                if name not in vars(cls):
                    setattr(cls, name, value)

    def body(self, page: Page) -> Any:
        """The JSON that the form is about."""
        if self.state:
            name, *path = self.state.split(".")
            return dig(page.states.get(name), *path) if name in page.text else None
        if self.held:
            return dig(page.held(self.held), 0) if self.marked(page) else None
        return page.json

    def found(self, page: Page) -> Any:
        """What stands where the postings are: a list, or an object that is one."""
        return jmes(self.rows_in)(self.body(page)) if self.rows_in != "@" else self.body(page)

    def reads(self, page: Page) -> bool:
        if not self.marked(page):
            return False
        body = self.body(page)
        if self.body_keys and not (isinstance(body, dict) and body.keys() >= set(self.body_keys)):
            return False
        if self.says:
            return len(self.said(page)) == len(self.says)
        found = self.found(page)
        if not isinstance(found, list):
            return isinstance(found, dict) and self.tells_rows and self.is_row(found)
        if row := first_row(found):
            return self.is_row(row)
        return found == [] and self.may_be_empty(page) if self.tells_rows else self.rows_in != "@"

    @property
    def tells_rows(self) -> bool:
        """Whether rows of this form are known by what they hold; else any list at ``rows_in`` will do."""
        return bool(self.row_keys or self.row_texts)

    def is_row(self, row: dict[str, Any]) -> bool:
        return all(name in row for name in self.row_keys) and all(isinstance(row.get(name), str) for name in self.row_texts)

    def may_be_empty(self, page: Page) -> bool:
        """Whether *page*, whose list is an empty one, has this form all the same."""
        if self.empty_at:
            return re.search(self.empty_at, page.parts.netloc + page.parts.path) is not None
        return self.advertised(page) == 0

    def rows(self, page: Page) -> Iterable[Any]:
        found = self.found(page) if self.fields else None
        return self.put_beside(page, found if isinstance(found, list) else [found] if isinstance(found, dict) else ())

    def given(self, page: Page) -> int:
        found = self.found(page)
        return len(found) if isinstance(found, list) else 0

    def advertised(self, page: Page) -> int | None:
        return count_at(jmes(self.total_in)(self.body(page))) if self.total_in else None

    def total(self, page: Page) -> int | None:
        return None if self.whole and not isinstance(self.found(page), list) else super().total(page)

    def says_empty(self, page: Page) -> bool:
        if self.empty_at and not self.total_in and not self.whole:
            return bool(self.found(page) == [])
        return super().says_empty(page)

    def all_of(self, page: Page, query: str, row: Any = None) -> list[Any]:
        found = jmes(query)(self.body(page) if row is None else row)
        return [] if found is None else list(flat(found))

    def one_of(self, page: Page, query: str) -> Any:
        return jmes(query)(self.body(page))
