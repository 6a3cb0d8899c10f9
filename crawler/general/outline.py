"""A page as a person reads it from top to bottom: lines, and what each of them is. One walk, each element once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from crawler.general.marks import PARTS, ROLES, fact_of, part_of

BLOCKS_MAX: Final = 20_000  # lines of a page
TEXT_MAX: Final = 1_500_000  # characters of a page
LINE_MAX: Final = 20_000  # characters of one line

PROSE_MIN: Final = 300  # characters of a part that may be text
PROSE_LINKS: Final = 0.2  # share of them that are links

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BOLD: Final = 7  # the level of a line that is bold as a whole
LINES: Final = frozenset(
    ["p", "div", "li", "ul", "ol", "menu", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "section", "article", "main", "header", "footer", "nav", "aside", "form", "fieldset", "legend", "blockquote", "pre", "figure", "figcaption", "address", "details", "summary", "center", "hr", "br", "body", "button", "select", "option", "textarea", "dialog", "hgroup"]
)
UNSEEN: Final = frozenset("script style noscript template svg math head title iframe object audio video canvas datalist input".split())
STRONG: Final = frozenset(("b", "strong"))
ENTRIES: Final = frozenset(("text", "email", "tel", "file", "password", "search", "url"))

# "Full\\-time": what was Markdown, printed as it is.
MARKDOWN_ESCAPE: Final = re.compile(r"\\(?=[-.+*_#!$&~()\[\]>|`])(?<![\w:\\]\\\\)")


@dataclass(slots=True)
class Block:
    """One line of a page."""

    text: str
    tag: str  # of the element that it is a line of
    level: int  # 1 to 6: a heading; BOLD: bold as a whole; 0: neither
    parent: etree._Element  # that element
    parts: tuple[int, ...]  # the marked parts of the page around it, by number, outermost first
    links: int = 0  # how many of its characters are links
    hrefs: list[str] = field(default_factory=list)
    pieces: tuple[str, ...] = ()  # the texts of its inline elements
    lead: str = ""  # what is bold at its beginning
    continued: bool = False  # it goes on with the line before it, after a <br>
    hint: str | None = None  # what its class or icon says that it is
    part: str | None = None  # nav, footer, form, ... : no text of the page's own


@dataclass(slots=True)
class Part:
    """An element that is marked as a certain part of a page."""

    kind: str
    sure: bool  # by its tag or role, not only by a word in its class
    element: etree._Element
    chars: int = 0
    links: int = 0  # how many of them are links
    entries: int = 0  # fields to be filled in
    titled: bool = False  # whether a first heading lies in it


@dataclass(slots=True)
class Outline:
    title: str  # the <title>
    metas: dict[str, str]
    blocks: list[Block]
    marked: dict[etree._Element, str]  # elements that are a certain part of the page


def outline_of(root: etree._Element) -> Outline:
    """The lines of the page under *root* in their order, with what is marked as navigation, footer, form, ... marked."""
    title, metas = head_of(root)
    walker = _Walker()
    walker.walk(root)
    blocks, parts = walker.blocks, walker.parts
    total = sum(len(block.text) for block in blocks) or 1
    for block in blocks:
        for number in block.parts:
            parts[number].chars += len(block.text)
            parts[number].links += block.links
            parts[number].titled |= block.level == 1
    # A part that holds most of the page is not what its class says, and a form around it all is a frame.
    void = {number for number, part in enumerate(parts) if is_void(part, part.chars / total)}
    for block in blocks:
        block.part = next((parts[number].kind for number in block.parts if number not in void), None)
    marked = {part.element: part.kind for number, part in enumerate(parts) if number not in void}
    return Outline(title, metas, blocks, marked)


def is_void(part: Part, share: float) -> bool:
    """Whether an element with this *share* of the page's text is not the part that it is marked as."""
    if part.kind in ("nav", "footer") and part.sure:
        return False
    if part.kind == "entry" and not part.entries:
        return True
    if part.kind == "nav" and part.chars > PROSE_MIN and part.links < PROSE_LINKS * part.chars:
        return True  # tabs and menus that open: what they hold is the text
    if part.titled and not part.sure and part.kind in ("aside", "related", "share", "newsletter", "comments", "button"):
        return True
    return share > (0.8 if part.kind in ("cookie", "comments") else 0.6 if part.sure else 0.5)


def head_of(root: etree._Element) -> tuple[str, dict[str, str]]:
    title = next((" ".join("".join(node.itertext()).split()) for node in root.iter("title") if node.getparent() is not None), "")
    metas: dict[str, str] = {}
    for node in root.iter("meta"):
        name, content = node.get("property") or node.get("name") or node.get("itemprop"), node.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), " ".join(content[:LINE_MAX].split()))
    return title[:1000], metas


class _Walker:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[Part] = []
        self.inside: list[tuple[etree._Element, int]] = []  # marked elements around, and their numbers
        self.pieces: list[str] = []
        self.links = self.chars = self.bold = 0
        self.hrefs: list[str] = []
        self.lead = ""
        self.hint: str | None = None
        self.continued = False
        self.total = 0

    def walk(self, root: etree._Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        around: list[etree._Element] = [root]  # elements that make lines
        link = strong = 0
        adjacent = False  # no text since the last inline element ended
        for event, element in events:
            tag = element.tag
            if event == "start":
                if not isinstance(tag, str) or tag in UNSEEN or element.get("hidden") is not None:
                    if tag == "input":
                        self.count_entry(element)
                    elif tag == "svg" or tag == "i":
                        self.look_at(element)
                    events.skip_subtree()
                    continue
                if tag in LINES:
                    if tag == "br":
                        if around[-1].tag in HEADINGS:  # a heading is one line, however it is broken
                            self.pieces.append(" ")
                            continue
                        self.flush(around[-1])
                        self.continued = True
                        continue
                    self.flush(around[-1])
                    around.append(element)
                elif adjacent and self.pieces:
                    self.pieces.append(" ")
                if tag == "a":
                    link += 1
                    if href := element.get("href"):
                        self.hrefs.append(href)
                elif tag in STRONG:
                    strong += 1
                elif tag == "img":
                    self.look_at(element)
                self.enter(element, tag)
                text = element.text
                adjacent = False
            else:
                if not isinstance(tag, str):
                    text = element.tail
                else:
                    if tag == "a":
                        link -= 1
                    elif tag in STRONG:
                        strong -= 1
                    if tag in LINES and tag != "br":
                        self.flush(element)
                        if len(around) > 1:
                            around.pop()
                        self.continued = False
                        self.hint = None
                    if self.inside and self.inside[-1][0] is element:
                        self.inside.pop()
                    adjacent = tag not in LINES
                    text = element.tail
            if text:
                bare = text.strip()
                if bare:
                    adjacent = False
                    size = len(bare)
                    self.chars += size
                    if link:
                        self.links += size
                    if strong or (tag in STRONG and event == "start"):
                        self.bold += size
                        if self.chars == self.bold:
                            self.lead = f"{self.lead} {bare}".strip()
                    self.pieces.append(text)
                elif self.pieces:
                    self.pieces.append(" ")
                    adjacent = False
            if len(self.blocks) >= BLOCKS_MAX or self.total > TEXT_MAX:
                return
        self.flush(around[-1])

    def enter(self, element: etree._Element, tag: str) -> None:
        kind = PARTS.get(tag)
        sure = kind is not None
        if tag == "form":
            kind, sure = "entry", True
        names = element.get("class")
        if (role := element.get("role")) and role in ROLES:
            kind, sure = ROLES[role], role != "tablist"
        if names is not None or element.get("id"):
            both = f"{names or ''} {element.get('id') or ''}"
            if kind is None and tag not in ("body", "html", "main", "article", "a", "span", "h1", "h2"):
                kind = part_of(both)
            if (fact := fact_of(both)) is not None and tag not in ("body", "html", "main", "section", "article", "form"):
                self.hint = fact
        if kind is not None:
            self.inside.append((element, len(self.parts)))
            self.parts.append(Part(kind, sure, element))

    def look_at(self, icon: etree._Element) -> None:
        """Take the hint of an icon that stands before a value."""
        if not self.pieces or not "".join(self.pieces).strip():
            said = f"{icon.get('class') or ''} {icon.get('alt') or ''} {icon.get('aria-label') or ''} {icon.get('data-icon') or ''}"
            if len(said) < 200 and (fact := fact_of(said)) is not None:
                self.hint = fact

    def count_entry(self, element: etree._Element) -> None:
        if (element.get("type") or "text").lower() in ENTRIES:
            for _, number in self.inside:
                self.parts[number].entries += 1

    def flush(self, parent: etree._Element) -> None:
        if not self.pieces:
            return
        text = " ".join("".join(self.pieces).split())[:LINE_MAX]
        if text and "\\" in text:
            text = MARKDOWN_ESCAPE.sub("", text)
        if text:
            level = HEADINGS.get(parent.tag, 0)
            if not level and self.bold >= 0.98 * self.chars and len(text) < 120:
                level = BOLD
            if not level:
                up = parent.getparent()
                level = HEADINGS.get(up.tag, 0) if up is not None and isinstance(up.tag, str) else 0
            pieces = tuple(p for piece in self.pieces if (p := " ".join(piece.split()))) if len(self.pieces) > 1 and len(text) < 300 else ()
            numbers = tuple(number for _, number in self.inside)
            self.blocks.append(
                Block(text, str(parent.tag), level, parent, numbers, self.links, self.hrefs, pieces, self.lead, self.continued, self.hint)
            )
            self.total += len(text)
            self.hint = None
            self.continued = False
        self.pieces, self.hrefs, self.lead = [], [], ""
        self.links = self.chars = self.bold = 0


def visible(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if block.part is None]
