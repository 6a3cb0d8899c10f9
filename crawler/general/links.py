"""The links of a page with what a person sees of each: its text, the card around it, the part of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from crawler.general.outline import UNSEEN, Outline

LINKS_MAX: Final = 5_000  # of a page
DEPTH: Final = 7  # elements around a link that can be its card
TEXT_MAX: Final = 300  # characters
CARD_LINES: Final = 12
CARD_NODES: Final = 120  # elements of a card that are looked at: links in links in links are no cards
PIECES: Final = 2000  # elements of a link
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class Link:
    url: str  # absolute, without a fragment that is no route
    parts: SplitResult
    text: str
    element: etree._Element
    part: str | None  # nav, footer, ... of the page
    card: etree._Element | None = None  # the largest element around it that leads nowhere else
    place: tuple[str, ...] = ()  # tags and classes of the elements around it: links of one list share them
    lines: list[str] = field(default_factory=list)  # of the card, read when asked for
    headed: bool = False  # it is, or its card holds, a heading


def base_of(root: etree._Element, url: str) -> str:
    """The address that relative links of a page count from: its <base>, else its own."""
    base = next((node.get("href") for node in root.iter("base") if node.get("href")), None)
    try:
        return urljoin(url, base.strip()) if base else url
    except ValueError:
        return url


def links_of(root: etree._Element, outline: Outline, url: str) -> list[Link]:
    """The links of the page at *url* that lead to a page of the web, in their order."""
    base = base_of(root, url)
    found: list[Link] = []
    around: dict[etree._Element, str | None] = {}  # the one address that an element's links lead to, None for several
    part_of: dict[etree._Element, str | None] = {}
    ways: list[list[etree._Element]] = []
    for element in root.iter("a", "area"):
        address = absolute(base, element.get("href"))
        if address is None:
            continue
        link = Link(address, urlsplit(address), text_of(element), element, part_around(element, outline, part_of))
        found.append(link)
        way = list(islice(element.iterancestors(), DEPTH))
        ways.append(way)
        for up in way:
            if around.setdefault(up, address) != address:
                around[up] = None
        link.place = tuple(f"{up.tag}.{(up.get('class') or '')[:40]}" for up in way[:3])
        if len(found) >= LINKS_MAX:
            break
    for link, way in zip(found, ways, strict=True):
        link.card = link.element
        for up in way:
            if around[up] is None or up.tag == "body":
                break
            link.card = up
    return found


def absolute(base: str, href: str | None) -> str | None:
    """*href* as an absolute address of a page, ``None`` for everything else.

    >>> absolute("https://acme.example/jobs/", "7#apply"), absolute("https://acme.example/", "mailto:a@acme.example")
    ('https://acme.example/jobs/7', None)
    """
    if not href or len(href) > 2000 or (href.lstrip()[:1] == "#" and not href.lstrip().startswith(("#/", "#!"))):
        return None
    href = href.strip()
    try:
        if href.startswith(("https://", "http://")):
            full = href
        elif href.startswith("/") and href[1:2] != "/" and "/." not in href:
            full = origin_of(base) + href  # most links of most pages; what urljoin would say, sooner
        else:
            full = urljoin(base, href)
        parts = urlsplit(full)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "file") or (not parts.netloc and parts.scheme != "file"):
        return None
    return full if parts.fragment.startswith(("/", "!")) else full.partition("#")[0]


@lru_cache(maxsize=64)
def origin_of(base: str) -> str:
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}"


def part_around(element: etree._Element, outline: Outline, known: dict[etree._Element, str | None]) -> str | None:
    """The part of the page that *element* lies in; answers for the elements on the way up are kept in *known*."""
    way = []
    found: str | None = None
    for up in (element, *element.iterancestors()):
        if up in known:
            found = known[up]
            break
        way.append(up)
        if up in outline.marked:
            found = outline.marked[up]
            break
    for up in way:
        known[up] = found
    return found


def text_of(element: etree._Element) -> str:
    """What a link says: its text, else its label, its title, or what its picture is said to show."""
    text = " ".join(" ".join(pieces(element)).split())[:TEXT_MAX]
    if text:
        return text
    said = element.get("aria-label") or element.get("title") or next((img.get("alt") for img in element.iter("img") if img.get("alt")), None)
    return " ".join((said or "").split())[:TEXT_MAX]


def pieces(element: etree._Element) -> Iterator[str]:
    """The texts inside *element*, as far as a person sees them."""
    size = 0
    for node in islice(element.iter(), PIECES):
        if isinstance(node.tag, str) and node.tag not in UNSEEN and node.text:
            yield node.text
            size += len(node.text)
        if node is not element and node.tail:
            yield node.tail
            size += len(node.tail)
        if size > 4 * TEXT_MAX:
            return


def read_card(link: Link) -> list[str]:
    """The first lines of a link's card, headings first."""
    if link.lines or link.card is None:
        return link.lines
    headings, others = [], []
    for node in islice(link.card.iter(), CARD_NODES):
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            continue
        if node.tag in _HEADINGS:
            if text := " ".join("".join(pieces(node)).split())[:TEXT_MAX]:
                headings.append(text)
        elif node.text and (text := " ".join(node.text.split())[:TEXT_MAX]):
            others.append(text)
        if len(others) + len(headings) >= CARD_LINES:
            break
    link.headed = bool(headings) or any(up.tag in _HEADINGS for up in list(link.element.iterancestors())[:3])
    link.lines = [*headings, *others]
    return link.lines
