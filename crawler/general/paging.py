"""The page of a listing after this one, in whatever form a site says it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from lxml import etree

from crawler.general.links import Link, absolute, base_of
from crawler.general.site import site_of
from crawler.general.words import NEXT, NEXT_WORDS

ELEMENTS_MAX: Final = 60  # elements with an address in their data that are looked at
SCRIPTS_MAX: Final = 400_000  # characters of scripts that are looked at
LABEL_MAX: Final = 80  # characters
NEXT_MAX: Final = 45  # characters of what says "next" and no more

# Parameters whose name is one of these words, or holds one of the long ones: "e-page-3f", "tx_jobs[currentPage]", "job_page".
PAGES: Final = frozenset("page p pg paged pagenumber page_number pagenum start offset from seite pagina sida strona stranka skip pageno pageindex currentpage startrow".split())
_PAGE_WORDS: Final = frozenset("page paged pg pagenumber pagenum pageno pageindex currentpage offset seite pagina página sida strona stranka strana side sivu paging".split())
_WORD: Final = re.compile(r"[A-Z]?[a-zá]+|[A-Z]+")
_PAGE_PATH: Final = re.compile(r"/(?:page|seite|pagina|página|p|strona|stranka|strana|sida|side|sivu|oldal|sayfa)[/=_-]?(\d{1,4})(?=/|$|\.)", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"\d{1,6}")
_LAST_NUMBER: Final = re.compile(r"[-_/,;.]?(?:page|p)?[-_=]?\d{1,5}(?=/?$|\.\w{2,5}$)", re.IGNORECASE)
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PAGE_LABEL: Final = re.compile(r"(?:page|seite|página|pagina|pàgina|strona|stron[eęy]|stránk\w+|strán\w+|strana|side|sida|sivu|oldal|sayfa|ページ|页|頁|페이지)\D{0,4}(\d{1,4})\W*$", re.IGNORECASE)
_CURRENT: Final = frozenset(("current", "active", "selected"))
_PAGE_ALONE: Final = re.compile(r"^[^\W\d]{0,15}\s?(\d{1,3})$")
_IN_DATA: Final = re.compile(r'"next(?:_?[pP]age)?(?:_?(?:[uU]rl|URL|[lL]ink|[hH]ref|[uU]ri))?"\s*:\s*(?:\{\s*"(?:href|url)"\s*:\s*)?"((?:[^"\\\s]|\\[/u]){1,600})"')
_MORE: Final = re.compile(r"(?:load|show|view|see)[-_ ]?more|more[-_ ]?(?:jobs|results|posts)|infinite|next|pagination", re.IGNORECASE)
_SAYS_NEXT: Final = ("data-next-url", "data-next-page-url", "data-next-page", "data-next-href", "data-next", "data-next-link", "data-load-more-url", "data-infinite-next")
_HOLDS_ADDRESS: Final = ("hx-get", "data-url", "data-href", "data-ajax-url", "data-endpoint", "formaction")
_WITH_ADDRESS: Final = etree.XPath("//*[" + " or ".join(f"@{name}" for name in (*_SAYS_NEXT, *_HOLDS_ADDRESS)) + "]")
_APPS: Final = etree.XPath("//*[starts-with(@data-page, '{')]/@data-page")


def next_pages(root: etree._Element, links: Sequence[Link], url: str, source: str | None = None) -> list[str]:
    """The page of the listing at *url* after this one: by its relation, a word for it, the number that follows, or the page's data.

    *source* is the page as it came, where it is at hand: it tells soonest what the page has not.
    [] where nothing says it. An address counts only where it is this one with another number of a page.
    """
    base, here = base_of(root, url), urlsplit(url)
    found = related(root, base, here) or following(links, here) or named(links, here) or numbered(links, here)
    if found is None and (source is None or any(name in source for name in (*_SAYS_NEXT, *_HOLDS_ADDRESS))):
        found = in_attributes(root, base, here)
    if found is None and (source is None or "next" in source):
        found = in_data(root, base, here)
    return [found] if found else []


def related(root: etree._Element, base: str, here: SplitResult) -> str | None:
    for node in root.iter("link", "a"):
        if "next" in (node.get("rel") or "").lower().split() and (address := absolute(base, node.get("href"))):
            parts = urlsplit(address)
            if same_site(parts, here) and address.rstrip("/") != here.geturl().rstrip("/"):
                return address
    return None


def following(links: Sequence[Link], here: SplitResult) -> str | None:
    """Where the address says which page this is, and it is not the first: the link to the one after it.

    A page may mark another as the one that is shown (a list that grew since); by the address none is left out.
    """
    number = page_number(here)
    if number < 2:
        return None
    return next((link.url for link in links if number_of(link) == number + 1 and page_number(link.parts) == number + 1 and pages_on(link.parts, here)), None)


def named(links: Sequence[Link], here: SplitResult) -> str | None:
    """The link that says "next" in its text, its label or its class."""
    for link in links:
        element = link.element
        label = element.get("aria-label") or element.get("title") or ""
        said = any(text and len(text) <= NEXT_MAX and NEXT.match(text) for text in (link.text, label))
        if said and (pages_on(link.parts, here) or steps_on(link.parts, here)):
            return link.url
        if not said and not link.text.strip("»›→>⟩❯ ").isalpha() and not NEXT_WORDS.isdisjoint(words_of(element)) and pages_on(link.parts, here):
            return link.url
    return None


def words_of(element: etree._Element) -> frozenset[str]:
    """The words of the classes of a link and of what holds it alone."""
    parent = element.getparent()
    alone = element.getprevious() is None and element.getnext() is None  # len(parent) counts its children, for each of them
    around = parent.get("class") if parent is not None and alone else None
    return class_words(f"{element.get('class') or ''} {around or ''}")


@lru_cache(maxsize=2048)
def class_words(names: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s_-]+", names[:200].lower()))


def numbered(links: Sequence[Link], here: SplitResult) -> str | None:
    """The link with the number that follows the one of this page."""
    pages: dict[int, Link] = {}
    for link in links:
        if (number := number_of(link)) is not None and same_site(link.parts, here) and path_of(link.parts) == path_of(here):
            pages.setdefault(number, link)
    if not pages:
        return None
    after = (current_of(pages.values()) or page_number(here)) + 1
    found = pages.get(after)
    return found.url if found is not None and found.parts.geturl() != here.geturl() else None


def number_of(link: Link) -> int | None:
    """The number of a page that a link names: "3", or "Go to page 3" for those who listen."""
    if link.text.isdecimal() and len(link.text) < 4:
        return int(link.text)
    if not any(char.isdecimal() for char in link.text[-6:]):
        return None
    return int(match[1]) if len(link.text) < LABEL_MAX and (match := _PAGE_LABEL.search(link.text)) else None


def current_of(links: Iterable[Link]) -> int | None:
    """The number that is marked as the page that is shown, beside the *links* to the others."""
    for link in islice(links, 1):
        for up in islice(link.element.iterancestors(), 3):
            for node in islice(up.iter(), ELEMENTS_MAX):
                marked = isinstance(node.tag, str) and (
                    node.get("aria-current") in ("page", "true") or not _CURRENT.isdisjoint(class_words(node.get("class") or ""))
                )
                if marked and (match := _PAGE_ALONE.search(" ".join("".join(node.itertext()).split())[:LABEL_MAX])):
                    return int(match[1])
    return None


def in_attributes(root: etree._Element, base: str, here: SplitResult) -> str | None:
    """What a button to load more, or what watches for the end of the list, asks for."""
    for element in islice(_WITH_ADDRESS(root), ELEMENTS_MAX):
        for name in (*_SAYS_NEXT, *_HOLDS_ADDRESS):
            value = element.get(name)
            if not value or value.isdecimal() or (address := absolute(base, value)) is None:
                continue
            parts = urlsplit(address)
            if name in _HOLDS_ADDRESS:
                text = " ".join("".join(element.itertext()).split())[:LABEL_MAX]
                if not (NEXT.match(text) and text) and not _MORE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
                    continue
            if pages_on(parts, here):
                return address
    return None


def in_data(root: etree._Element, base: str, here: SplitResult) -> str | None:
    """The next page that the state of the page names, as servers that count pages write it."""
    left = SCRIPTS_MAX
    for text in texts(root):
        if left <= 0:
            return None
        text = text[:left]
        left -= len(text)
        if '"next' not in text:
            continue
        for match in islice(_IN_DATA.finditer(text), 10):
            address = absolute(base, match[1].replace("\\/", "/").replace("\\u0026", "&"))
            if address is not None and pages_on(urlsplit(address), here):
                return address
    return None


def texts(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        if script.text:
            yield script.text
    yield from _APPS(root)


def same_site(parts: SplitResult, here: SplitResult) -> bool:
    return site_of(parts.hostname or "") == site_of(here.hostname or "")


def path_of(parts: SplitResult) -> str:
    """The path without the number of a page."""
    return bare_path(parts.path)


@lru_cache(maxsize=4096)
def bare_path(path: str) -> str:
    return _PAGE_PATH.sub("", _INDEX.sub("/", unquote(path))).rstrip("/")


def pages_on(parts: SplitResult, here: SplitResult) -> bool:
    """Whether *parts* is *here* with a higher number of a page."""
    return same_site(parts, here) and path_of(parts) == path_of(here) and page_number(parts) > page_number(here)


def steps_on(parts: SplitResult, here: SplitResult) -> bool:
    """Whether *parts* is *here* with one number more, or one that is higher, wherever it stands; for links that say "next"."""
    if not same_site(parts, here):
        return False
    there, now = (f"{_INDEX.sub('/', part.path)}?{part.query}" for part in (parts, here))
    if _NUMBERS.sub("#", there) == _NUMBERS.sub("#", now):
        pairs = [(int(a), int(b)) for a, b in zip(_NUMBERS.findall(there), _NUMBERS.findall(now), strict=True) if a != b]
        return len(pairs) == 1 and pairs[0][0] > pairs[0][1]
    bare = _LAST_NUMBER.sub("", parts.path).rstrip("/")
    return bare != parts.path.rstrip("/") and bare == re.sub(r"\.\w{2,5}$", "", _INDEX.sub("/", here.path)).rstrip("/") + re.sub(r"^.*?(\.\w{2,5})?/?$", r"\1", here.path)


def is_page_name(name: str) -> bool:
    """Whether a parameter of this *name* counts pages.

    >>> is_page_name("tx_jobs[currentPage]"), is_page_name("e-page-3f"), is_page_name("pageant"), is_page_name("landingPage")
    (True, True, False, False)
    """
    low = name.lower()
    if low in PAGES:
        return True
    words = [word.lower() for word in _WORD.findall(name)]
    return not _PAGE_WORDS.isdisjoint(words) and not {"landing", "per", "size", "home"} & set(words)


def page_number(parts: SplitResult) -> int:
    """The number of the page of a listing that an address names, 1 when it names none.

    >>> page_number(urlsplit("https://a.example/jobs/page/3/")), page_number(urlsplit("https://a.example/jobs?page=2"))
    (3, 2)
    """
    if match := _PAGE_PATH.search(parts.path):
        return int(match[1])
    for name, value in parse_qsl(parts.query) if parts.query else ():
        if value.isdecimal() and len(value) < 7 and is_page_name(name):
            return int(value)
    return 1


def is_paged(parts: SplitResult) -> bool:
    """Whether an address is another page of a listing, and no posting."""
    if _PAGE_PATH.search(parts.path):
        return True
    query = parse_qsl(parts.query) if parts.query else []
    return bool(query) and len(query) <= 6 and is_page_name(query[-1][0]) and query[-1][1].isdecimal() and not is_id(query)


def is_id(query: Sequence[tuple[str, str]]) -> bool:
    """``?p=1234`` is a posting of a blog, ``?p=2`` a page."""
    return len(query) == 1 and query[0][0].lower() == "p" and len(query[0][1]) > 2
