"""Rules: which fragment of a row is which field. Each is made once, when its adapter is loaded, and asks the loader."""

from collections.abc import Callable, Sequence
from typing import Any

from itemloaders.processors import MapCompose

from crawler.loaders import NAMES, PostingLoader
from crawler.loaders import jmes as compiled
from crawler.platforms.base.values import headed

Rule = Callable[[PostingLoader], object]


def jmes(name: str, path: str, *processors: Callable[[str], Any], re: Any = None) -> Rule:
    """Field *name* is what JMESPath *path* finds in a row; *processors* and *re* see one text at a time."""
    known(name)
    find = compiled(path)
    return lambda loader: loader.add_found(name, path, find, processors, re)


def css(name: str, query: str, *processors: Callable[[str], Any], re: Any = None) -> Rule:
    """Field *name* is what CSS *query* finds in a row."""
    known(name)
    each = one_by_one(processors)
    return lambda loader: loader.add_css(name, query, *each, re=re)


def xpath(name: str, query: str, *processors: Callable[[str], Any], re: Any = None) -> Rule:
    """Field *name* is what XPath *query* finds in a row."""
    known(name)
    each = one_by_one(processors)
    return lambda loader: loader.add_xpath(name, query, *each, re=re)


def address(name: str, *processors: Callable[[str], Any], re: Any = None) -> Rule:
    """Field *name* stands in the address of the page itself."""
    known(name)
    each = one_by_one(processors)
    return lambda loader: loader.add_value(name, loader.base_url, *each, re=re)


def constant(name: str, value: Any) -> Rule:
    """Field *name* is *value* in every posting."""
    known(name)
    return lambda loader: loader.add_value(name, value)


def made(name: str, make: Callable[[Any], Any]) -> Rule:
    """Field *name* is what *make* makes of a row: for what no path can say. It meets rows of every shape."""
    known(name)
    return lambda loader: loader.add_value(name, make(loader.row))


def section(path: str, title: str | None = None, named: str | None = None) -> Rule:
    """The text at *path*, as a part of the description under the heading at *named*, else under *title*."""
    find = compiled(path)
    name = compiled(named) if named else lambda row: None
    said = f"{path} under {named}" if named else path
    return lambda loader: loader.add_found("description_html", said, lambda row: headed(name(row) or title, find(row)) or None)


def parts(each: str, title: str, body: str) -> Rule:
    """The parts of a description, all in XPath: *each* of them, and in it its *title* and its *body*, headed by that."""

    def load(loader: PostingLoader) -> None:
        for part in loader.row.xpath(each):
            loader.add_value("description_html", headed(part.xpath(f"normalize-space({title})").get(), "".join(part.xpath(body).getall())))

    return load


def objects(name: str, each: str, /, **paths: str) -> Rule:
    """Field *name* is an object for each element at XPath *each*, of what XPath *paths* find in it."""
    known(name)

    def load(loader: PostingLoader) -> None:
        loader.add_value(name, [{key: part.xpath(path).get() for key, path in paths.items()} for part in loader.row.xpath(each)])

    return load


def one_by_one(processors: Sequence[Callable[[str], Any]]) -> tuple[MapCompose, ...]:
    return (MapCompose(*processors),) if processors else ()


def known(name: str) -> None:
    if name not in NAMES:
        raise ValueError(f"{name} is no field of a posting: crawler/items.py has them")
