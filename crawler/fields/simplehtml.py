"""HTML as the editors of platforms write it, read without a parser: the common case, twice as fast.

Paragraphs, headings, lists, emphasis and links, well nested, every element closed, entities by their names. What parsers may
read in another way than it stands there is declined: then a parser has to do. Texts repeat what stands between their
words ("</li><li>") again and again, so what such a run of tags means is worked out once and kept.
"""

import re
from functools import lru_cache
from html.entities import html5, name2codepoint
from typing import Final, NamedTuple

from crawler.fields.layout import BREAKS, BULLETS
from crawler.fields.noise import without_noise

DEPTH_MAX: Final = 40  # elements around a text
RUN_MAX: Final = 500  # characters of tags without a word between them

_INLINE: Final = frozenset("strong b em i u s sub sup small span code a".split())
_TIGHT: Final = _INLINE | frozenset("p h1 h2 h3 h4 h5 h6".split())  # they hold no block
_LISTS: Final = frozenset(("ul", "ol"))
_KNOWN: Final = _TIGHT | _LISTS | {"div", "li"}

_RUN: Final = re.compile(r"(<[^<>]*>(?:\s*<[^<>]*>)*)")
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_COMMON: Final = bytes(code for code in range(127) if code >= 32 or code in b"\t\n")
# Controls, surrogates, noncharacters, and line ends of other systems: each parser has its own way with them.
_ODD: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ATTRIBUTES: Final = re.compile(r"""(?:\s+[a-z][a-z0-9_:-]*=(?:"[^"<>]*"|'[^'<>]*'))*\s*""")
_HREF: Final = re.compile(r"""\shref=(?:"([^"]*)"|'([^']*)')""")
_ADDRESS: Final = re.compile(
    r"https?://[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d{1,5})?(?:[/?#][\w./%&=?~+:;,@#!$*()-]*)?|mailto:[\w.+-]+@[\w.-]+",
    re.ASCII,
)
_REFERENCE: Final = re.compile(r"&(#?\w*;?)", re.ASCII)
_NUMBER: Final = re.compile(r"#(?:([0-9]{2,5})|[xX]([0-9a-fA-F]{2,4}));")
_WITHOUT_SEMICOLON: Final = tuple(name for name in html5 if not name.endswith(";"))
_DASHES: Final = frozenset(BULLETS + "–—-")


class Simple(NamedTuple):
    """What simple HTML is: its text in the lines that a browser makes of it, and itself without attributes but ``href``."""

    text: str
    html: str


class _Run(NamedTuple):
    """What a run of tags means."""

    around: tuple[str, ...]  # the elements around what follows it
    between: str  # what stands between the words before it and behind it
    html: str  # the tags, bare


@lru_cache(maxsize=4)  # asked once for the text and once for the HTML
def simple(html: str) -> Simple | None:
    r"""Read *html*; ``None`` for what only a parser can tell, and for a text without a tag of layout.

    >>> simple("<p>Saw &amp; <b class='x'>plane</b></p><ul><li>a</li></ul>")
    Simple(text='Saw & plane\n\n- a', html='<p>Saw &amp; <b>plane</b></p><ul><li>a</li></ul>')
    >>> simple("<p>Sea<p>Land"), simple("<p>a<b>b</p></b>"), simple("a < b")
    (None, None, None)
    """
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    decoded = _decoded(html)
    if decoded is None or _ODD.search(signs := _rare_signs(decoded)):
        return None
    pieces = _RUN.split(decoded)  # words, tags, words, ..., words
    said = "".join(pieces[::2])
    if "<" in said or ">" in said:
        return None
    spread = "\xa0" in signs
    messy = "  " in said or "\n" in said or "\t" in said or any(sign.isspace() for sign in signs if sign != "\xa0")
    around: tuple[str, ...] = ()
    texts: list[str] = []
    tags: list[str] = []
    line, gap, laid_out = "", False, False  # before the next word: line breaks, a blank
    for tags_between, words in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        if (run := _run(around, tags_between)) is None:
            return None
        around, between, bare = run
        tags += (bare, words)
        if between == " ":
            gap = True
        elif between:
            line, laid_out = between, True
        text = words.strip()
        if messy or (spread and "\xa0" in text):
            text = " ".join(text.split())
        if not text:
            gap = gap or bool(words)
            continue
        if around and around[-1] in _LISTS:
            return None
        if line or not texts:
            if text[0] in _DASHES:  # an item without its tag
                return None
            texts += (line, text)
        elif gap or words[0].isspace():
            texts += (" ", text)
        else:
            texts.append(text)
        line, gap = "", words[-1].isspace()
    if around or not laid_out:
        return None
    html = "".join(tags).replace("&", "&amp;").replace("\xa0", "&nbsp;")
    return Simple(without_noise("".join(texts)).strip(), without_noise(html).strip())


def _rare_signs(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _COMMON).decode("utf-8", "surrogatepass")


def _decoded(html: str) -> str | None:
    """*html* with its entities decoded, ``None`` where one is not certain or a bracket."""
    html = html.replace("&nbsp;", "\xa0")
    if html.count("&") != html.count("&amp;"):
        for reference in set(_REFERENCE.findall(html)) - {"amp;"}:
            letter = _letter(reference)
            if letter is None:
                return None
            if letter:
                html = html.replace(f"&{reference}", letter)
    return html.replace("&amp;", "&")


@lru_cache(maxsize=1024)
def _letter(reference: str) -> str | None:
    """What ``&`` and *reference* stand for: a sign, ``""`` for these very letters, ``None`` where parsers may differ."""
    if not reference.endswith(";"):
        return None if reference.startswith(("#", *_WITHOUT_SEMICOLON)) else ""
    if match := _NUMBER.fullmatch(reference):
        code = int(match[1]) if match[1] else int(match[2], 16)
    else:
        code = name2codepoint.get(reference[:-1], 0)
    return chr(code) if (32 <= code < 127 or code >= 160) and chr(code) not in "<>&" else None


@lru_cache(maxsize=4096)
def _run(around: tuple[str, ...], run: str) -> _Run | None:
    """What *run* means inside of the elements *around*; ``None`` where they are not simple."""
    tags = _TAG.findall(run) if len(run) <= RUN_MAX else []
    if len(tags) != run.count("<"):
        return None
    stack = list(around)
    owed, bullet = 0, False  # as in `crawler.fields.layout`
    for closing, tag, attributes in tags:
        if tag == "br":
            if closing or attributes.strip() not in ("", "/") or (stack and stack[-1] in _LISTS):
                return None
            owed += 1
            continue
        if closing:
            if attributes or not stack or stack.pop() != tag:
                return None
        elif not _may_open(tag, stack) or (attributes and not _are_fine(tag, attributes)):
            return None
        else:
            stack.append(tag)
        if tag == "li":
            bullet = not closing
        breaks = BREAKS.get(tag, 0)
        if owed < breaks:
            owed = owed or 1 if any(one in _LISTS for one in stack) else breaks
    depth = sum(one in _LISTS for one in stack)
    between = " " if _TAG.sub("", run) else ""
    if owed:
        between = "\n" * min(owed, 2) + "  " * (depth - bullet) + ("- " if bullet else "")
    return _Run(tuple(stack), between, _TAG.sub(_bare, run))


def _may_open(tag: str, around: list[str]) -> bool:
    if tag not in _KNOWN or len(around) >= DEPTH_MAX or (tag == "li") != bool(around and around[-1] in _LISTS):
        return False
    if tag in _INLINE:
        return tag != "a" or "a" not in around
    return not any(one in _TIGHT for one in around)


def _are_fine(tag: str, attributes: str) -> bool:
    """Whether all *attributes* are written in full, none hides the element, and a link leads to the web."""
    if not _ATTRIBUTES.fullmatch(attributes) or any(word in attributes.lower() for word in ("hidden", "display")):
        return False
    links = _HREF.findall(attributes) if tag == "a" else []
    return len(links) < 2 and all(_ADDRESS.fullmatch(one or other) for one, other in links)


def _bare(tag: re.Match[str]) -> str:
    link = _HREF.search(tag[3]) if tag[2] == "a" else None
    return f'<a href="{link[1] or link[2]}">' if link else f"<{tag[1]}{tag[2]}>"
