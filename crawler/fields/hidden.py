"""Text that no reader of a page sees, put there for machines: not shown, off the screen, in the colour of its ground."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from crawler.fields.layout import UNSEEN, parsed

_ATTRIBUTE: Final = re.compile(r"""<[^<>]*[\s"']hidden(?=[\s=>/])""", re.IGNORECASE)
_STYLES: Final = re.compile(r"""style\s*=\s*("[^"]{0,2000}|'[^']{0,2000}|[^\s"'>]{1,200})""")
_COLOURED: Final = re.compile(r"""<[^<>]*\s(?:bg)?color\s*=\s*["']?\s*(?:#f|white)""", re.IGNORECASE)
# What a style says of which something may be hidden; most say nothing of the kind.
_SUSPECT: Final = re.compile(
    r"display\s*:\s*none|visibility|opacity\s*:\s*\.?0|font(?:-size)?\s*:\s*\.?0|:\s*-\d{2}|clip|height\s*:\s*0|width\s*:\s*0|scale"
    r"|color\s*:\s*(?:#f|white|rgb|snow|ivory|ghost|floral|mint|azure)|(?<!-)color\s*:.{1,400}background|background.{1,400}(?<!-)color\s*:",
    re.DOTALL,
)
FAR: Final = 900  # pixels: what is pushed so far is not on the screen
THEME: Final = 0.5  # of a text: when more than this is pale, it is the page's way

_DECLARATION: Final = re.compile(r"([a-z-]{2,40})\s*:\s*([^;]{1,300})")
_LENGTH: Final = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)\s*(px|em|rem|ex|ch|pt|vw|vh|%)?")
_PIXELS: Final = {"em": 16, "rem": 16, "ex": 8, "ch": 8, "pt": 1.3, "vw": 12, "vh": 8, "%": 10}
_NOTHING: Final = re.compile(r"[+-]?(?:0{1,9}(?:\.0{0,9})?|\.0{1,9})(?:[a-z]{1,4}|%)?(?:\s*!important)?")
_RECT: Final = re.compile(r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\(\s*(?:50|100)%.{0,40}\)")
_HEX: Final = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_NAMES: Final = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250), "azure": (240, 255, 255), "whitesmoke": (245, 245, 245),
    "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
}  # fmt: skip
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # a parser hands it out and does not take it back
_WORD: Final = re.compile(r"\w")
Colour = tuple[int, int, int]


class _Look(NamedTuple):
    """How the text of an element is drawn; ``None``: as the page around it does."""

    colour: Colour | None = None
    ground: Colour | None = None
    pictured: bool = False  # a picture or a gradient lies behind it
    tiny: bool = False
    veiled: bool = False  # visibility
    faded: bool = False  # opacity

    @property
    def unseen(self) -> bool:
        return self.tiny or self.veiled or (self.colour is not None and not self.pictured and self.ground is not None and near(self.colour, self.ground))

    @property
    def pale(self) -> bool:
        """White, and nothing is said of what is behind it; or not there yet."""
        return self.faded or (self.colour is not None and self.ground is None and not self.pictured and min(self.colour) > 240)


def without_hidden(html: str) -> tuple[str, bool]:
    """*html* without the text that nobody sees, and whether there was any.

    Hidden are the attribute ``hidden``, ``display: none``, ``visibility: hidden``, no opacity, no size, a place off the screen, and a colour
    like its ground. White text without a ground may stand on a dark page, and text without opacity may be faded in: they are hidden as long
    as most of the text is not. ``aria-hidden`` hides nothing. What only a stylesheet hides is not seen here. Never raises.

    >>> without_hidden("<p>Sea</p><p style='left:-9999px'>SEO</p>"), without_hidden("<p aria-hidden='true'>Sea</p>")
    (('<p>Sea</p>', True), ("<p aria-hidden='true'>Sea</p>", False))
    """
    if not may_hide(html):
        return html, False
    root = parsed(html)
    if not isinstance(root, etree._Element):
        return html, False
    removed = _removed(root)
    if not removed:
        return html, False
    body = root.find("body") if root.tag == "html" else root
    if body is None:
        return "", True
    return "".join([escaped(body.text), *(etree.tostring(child, encoding="unicode", method="html") for child in body)]), True


def may_hide(html: str) -> bool:
    """A fast look, which sees too much: whether anything in *html* could hide something."""
    if "hidden" in html and _ATTRIBUTE.search(html):
        return True
    if "tyle" in html and any(_is_suspect(style) for style in set(_STYLES.findall(html))):
        return True
    if "STYLE" in html or "Style" in html or "HIDDEN" in html:
        return True
    return "color" in html and _COLOURED.search(html) is not None


@lru_cache(maxsize=4096)
def _is_suspect(style: str) -> bool:
    return _SUSPECT.search(style.lower()) is not None


def _removed(root: etree._Element) -> bool:
    """Take what is hidden out of *root*; whether it had words."""
    subtrees: list[etree._Element] = []
    unseen: list[tuple[etree._Element, str]] = []  # and which of its texts
    pale: list[tuple[etree._Element, str]] = []
    seen_chars = pale_chars = 0
    looks: list[_Look] = [_Look()]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in UNSEEN:
                walk.skip_subtree()
                looks.append(looks[-1])
                continue
            style = style_of(element)
            if hides(element, style):
                subtrees.append(element)
                walk.skip_subtree()
                looks.append(looks[-1])
                continue
            looks.append(_look(element, style, looks[-1]))
            text, part = element.text, "text"
        else:
            looks.pop()
            text, part = element.tail, "tail"
        if not text or text.isspace():
            continue
        now = looks[-1]
        if now.unseen:
            unseen.append((element, part))
        elif now.pale:
            pale.append((element, part))
            pale_chars += len(text)
        seen_chars += len(text)
    if pale_chars <= THEME * seen_chars:
        unseen += pale
    found = False
    for element, part in unseen:
        found = found or bool(_WORD.search(getattr(element, part)))
        setattr(element, part, " ")
    for element in subtrees:
        found = found or any(_WORD.search(text) for text in element.itertext())
        drop(element)
    return found


def hides(element: etree._Element, style: dict[str, str] | None = None) -> bool:
    """Whether *element* and all in it is not shown, by its own attributes."""
    if element.get("hidden") is not None:
        return True
    said = style_of(element) if style is None else style
    if not said:
        return False
    if said.get("display", "").startswith("none"):
        return True
    if any(far(said[name]) for name in ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top") if name in said):
        return True
    if _RECT.search(said.get("clip", "") + said.get("clip-path", "")) or "scale(0" in said.get("transform", "").replace(" ", ""):
        return True
    flat = any(_NOTHING.fullmatch(said.get(name, "1")) for name in ("height", "max-height", "width", "max-width"))
    return flat and "hidden" in said.get("overflow", "") + said.get("overflow-y", "") + said.get("overflow-x", "")


def style_of(element: etree._Element) -> dict[str, str]:
    style = element.get("style")
    return _declared(style[:2000]) if style else {}


@lru_cache(maxsize=1024)
def _declared(style: str) -> dict[str, str]:
    return {name: value.strip() for name, value in _DECLARATION.findall(style.lower())}


def _look(element: etree._Element, style: dict[str, str], around: _Look) -> _Look:
    if not style and not element.get("bgcolor") and not element.get("color"):
        return around
    ground_said = style.get("background-color") or style.get("background") or element.get("bgcolor") or ""
    colour = colour_of(style.get("color") or element.get("color") or "") or around.colour
    ground, pictured = around.ground, around.pictured
    if ground_said:
        own = colour_of(ground_said)
        pictured = "url(" in ground_said or "gradient" in ground_said or (own is None and pictured)
        ground = own or ground
    if "background-image" in style:
        pictured = True
    size = style.get("font-size") or (style.get("font", "").split() or [""])[0]
    tiny = _NOTHING.fullmatch(size) is not None if "font-size" in style else around.tiny
    veiled = style["visibility"].startswith(("hidden", "collapse")) if "visibility" in style else around.veiled
    faded = around.faded or _NOTHING.fullmatch(style.get("opacity", "1")) is not None
    return _Look(colour, ground, pictured, tiny, veiled, faded)


def colour_of(said: str) -> Colour | None:
    """The colour that *said* names, red, green and blue to 255; ``None`` for none, a transparent one, or one of another notation.

    >>> colour_of("#FFF"), colour_of("rgb(1, 2, 3)"), colour_of("white !important"), colour_of("var(--x)")
    ((255, 255, 255), (1, 2, 3), (255, 255, 255), None)
    """
    said = said.lower()
    if match := _HEX.search(said):
        digits = match[1]
        if len(digits) in (3, 4):
            digits = "".join(digit * 2 for digit in digits[:3])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)) if len(digits) >= 6 else None
    if match := _RGB.search(said):
        return (int(match[1]), int(match[2]), int(match[3]))
    return next((_NAMES[word] for word in re.split(r"[\s!;]+", said[:100]) if word in _NAMES), None)


def near(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 8


def far(length: str) -> bool:
    """Whether *length* pushes something off the screen.

    >>> far("-9999px"), far("-100em"), far("-20px"), far("100%")
    (True, True, False, False)
    """
    match = _LENGTH.match(length)
    return match is not None and float(match[1]) * _PIXELS.get(match[2] or "px", 1) <= -FAR


def drop(element: etree._Element) -> None:
    """Take *element* out of its tree, and leave what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        element.clear()
        return
    tail = element.tail or ""
    parent.remove(element)
    if before is not None:
        before.tail = _NO_XML.sub("", (before.tail or "") + tail)
    else:
        parent.text = _NO_XML.sub("", (parent.text or "") + tail)


def escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
