"""A tree of HTML laid out as the lines that a browser makes of it."""

import re
from typing import Final

from lxml import etree

MANY_TAGS: Final = 250  # with fewer, no tree is too deep for a parser

_PARAGRAPHS: Final = "p h1 h2 h3 h4 h5 h6 ul ol menu dir dl blockquote pre table hr figure"
_BLOCKS: Final = (
    "div li tr dt dd section article main header footer aside nav form fieldset legend address caption center details "
    "summary figcaption hgroup search"
)
_INVISIBLE: Final = (
    "head script style template noscript select option optgroup datalist textarea button input iframe object embed svg "
    "math audio video canvas map rp progress meter dialog"
)
_INLINE: Final = (
    "a abbr acronym b bdi bdo big br cite code col colgroup del dfn em font i img ins kbd label link mark meta q s samp "
    "small span strike strong sub sup time title tt u var wbr html body tbody thead tfoot o:p"
)
# How a browser lays an element out: line breaks owed before and after it.
BREAKS: Final = {**dict.fromkeys(_PARAGRAPHS.split(), 2), **dict.fromkeys(_BLOCKS.split(), 1)}
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_CELLS: Final = frozenset(("td", "th"))
UNSEEN: Final = frozenset(_INVISIBLE.split())
KNOWN: Final = frozenset((*BREAKS, *_CELLS, *UNSEEN, *_INLINE.split()))
_LAYOUT: Final = frozenset((*BREAKS, "br"))
_SPECIAL: Final = frozenset((*_LISTS, *_CELLS, *UNSEEN, "br", "li", "pre"))

# Each character is looked at once, also in a text of nothing but "<p": names are told apart by look-up.
TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,11})(?=[\s/>])([^<>]*)>")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARSER: Final = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
SURROGATE: Final = re.compile("[\ud800-\udfff]")
BULLETS: Final = "•‣▪●◦∙·○■□➢►▶✓✔✅・⁃◾◆❖"


def laid_out(html: str, bullets: bool = True) -> str:
    r"""Return the text of *html* in the lines that a browser makes of it, ``""`` if it shows none.

    A bullet is written as ``- ``, two spaces deeper per list around it, unless *bullets* is false.

    >>> laid_out("<h2>Sea</h2><ul><li>a<ul><li>b</ul></ul>")
    'Sea\n\n- a\n  - b'
    """
    for sign, stand_in in (("\x00", ""), ("\u2028", "<br>"), ("\u2029", "<br>"), ("\x85", "<br>")):
        if sign in html:
            html = html.replace(sign, stand_in)
    root = parsed(html)
    if root is None:  # too deep: of no use to a text are the tags that only nest
        html = TAG.sub(lambda tag: tag[0] if tag[2].lower() in UNSEEN else "\n", html)
        root = parsed(html)
    if not isinstance(root, etree._Element):
        return ""
    return "".join(_pieces(root, html, bullets))


def _pieces(root: "etree._Element", html: str, bullets: bool) -> list[str]:
    out: list[str] = []
    owed = depth = 0  # line breaks before the next word; lists around it
    gap = bullet = cell = False  # before the next word: a space; a bullet; a tab
    verbatim = 0 if has_tag(html, _LAYOUT) else 1  # inside so many elements line breaks are as written
    may_hide = "hidden" in html or "isplay" in html
    breaks_of, special = BREAKS.get, _SPECIAL
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in special:
                if tag in UNSEEN:
                    walk.skip_subtree()
                    continue
                if tag == "li":
                    bullet = bullets
                elif tag in _LISTS:
                    depth += 1
                elif tag == "br":
                    owed += 1
                elif tag == "pre":
                    verbatim += 1
                else:
                    cell = True
            if may_hide and _is_hidden(element):
                walk.skip_subtree()
                continue
            text = element.text
        else:
            if tag in special:
                if tag == "li":
                    bullet = False
                elif tag in _LISTS:
                    depth -= 1
                elif tag == "pre":
                    verbatim -= 1
            text = element.tail
        breaks = breaks_of(tag)
        if breaks and owed < breaks:
            owed = breaks if not depth else owed or 1
        if not text:
            continue
        broken = 0
        for line in text.split("\n") if verbatim else (text,):
            owed += broken
            broken = 1
            words = line.split()
            if not words:
                gap = True
                continue
            if owed or bullet or not out:
                if owed and out:
                    out.append("\n" if owed == 1 else "\n\n")
                if bullets:
                    if words[0][0] in BULLETS or words[0] in ("–", "—", "-"):
                        bullet = True
                        words[0] = words[0].lstrip(BULLETS + "–—-")
                        if not words[0] and len(words) == 1:
                            owed = 0
                            continue
                    if bullet:
                        out.append("  " * (depth - 1) + "- ")
                    elif depth:
                        out.append("  " * depth)
            elif cell:
                out.append("\t")
            elif gap or line[0].isspace():
                out.append(" ")
            out.append(" ".join(words).lstrip())
            owed, bullet, cell, gap = 0, False, False, line[-1].isspace()
    return out


def _is_hidden(element: "etree._Element") -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def parsed(html: str) -> "etree._Element | bool | None":
    """Return the tree of *html*, ``False`` if it holds nothing, ``None`` if it is too deep to be read whole."""
    try:
        root = etree.fromstring(encoded(html), _PARSER)
    except etree.LxmlError:
        return False
    if root is None:
        return False
    if html.count("<") > MANY_TAGS and any(e.level_name == "FATAL" for e in _PARSER.error_log):
        return None
    return root


def encoded(text: str) -> bytes:
    """Return *text* as UTF-8; a lone surrogate, which has no encoding, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text).encode()


def has_tag(text: str, names: frozenset[str] = KNOWN) -> bool:
    """Say whether *text* holds a tag of one of these *names* (all of HTML's, if none are given)."""
    return "<" in text and any(match[2].lower() in names for match in TAG.finditer(text))
