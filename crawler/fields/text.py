"""HTML and platform text to clean text: what every other reader and every field of the record is given."""

import html as entities
import re
from typing import Final

import nh3

from crawler.fields.layout import BULLETS, KNOWN, MANY_TAGS, TAG, UNSEEN, encoded, has_tag, laid_out, parsed
from crawler.fields.noise import without_noise
from crawler.fields.simplehtml import simple

HTML_MAX: Final = 400_000  # characters of HTML that are read; the longest real description seen had 60,000
LINE_MAX: Final = 20_000  # characters of a text of one line
_LAYERS: Final = 3  # markup in entities in entities: more was never seen

_ESCAPED_TAG: Final = re.compile(r"&lt;(/?)([A-Za-z][A-Za-z0-9:]{0,11})(\s+[\w:-]+\s*=|(?=\s{0,3}/?&gt;))")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BARE_AMPERSAND: Final = re.compile(r"&(?![#A-Za-z])")
_WORD_IN_HTML: Final = re.compile(r"(?:^|>)(?:\s|&nbsp;)*[^<>\s&]|&(?!nbsp;)")

_BULLET: Final = re.compile(rf"^[ \t]*(?:- )?(?:[{BULLETS}]+|[–—](?= ))\s*", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_MANY_ENTITIES: Final = 20_000  # from here on the sanitiser's time grows faster than the text

_STRUCTURE: Final = (
    "p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd div span b strong i em u s sub sup small blockquote pre code a table "
    "thead tbody tfoot tr td th caption"
)
_SANITISER: Final = nh3.Cleaner(
    tags=set(_STRUCTURE.split()),
    clean_content_tags=set(UNSEEN - {"head", "input", "embed", "dialog", "map", "rp"} | {"title"}),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def html_to_text(html: str) -> str | None:
    r"""Return the text that a person reads in a fragment or page of HTML, ``None`` if there is none.

    Paragraphs are parted by a blank line, bullets begin with ``- `` (two spaces deeper per level), ``<br>`` ends a
    line, cells of a table row are parted by a tab. Scripts, styles, form controls and what is marked as hidden are
    left out. A text without any tag of layout keeps its own line breaks; HTML that arrives escaped once or twice is
    unescaped. Reads the first ``HTML_MAX`` characters. Never raises.

    Layout: https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute, but for lists.

    >>> html_to_text("<p>We build <b>rafts</b>.</p><ul><li>Saw &amp; plane<li>Caulk</ul>Apply<br>now")
    'We build rafts.\n\n- Saw & plane\n- Caulk\n\nApply\nnow'
    >>> html_to_text("&lt;p&gt;Sea&lt;/p&gt;")
    'Sea'
    """
    text: str | None = html[:HTML_MAX]
    for _ in range(_LAYERS):
        if not text:
            return None
        if is_escaped_html(text):
            text = unescape_once(text)
        text = _shown(text) if "<" in text else _tidied(unescape_once(text))
        if not text or not (_has_certain_tag(text) or is_escaped_html(text)):
            return text
    return _tidied(TAG.sub(" ", text or ""))


def sanitise(html: str) -> str | None:
    """Return *html* reduced to tags of structure and links (http, https, mailto), ``None`` if no text is left.

    No attribute but ``href`` survives. HTML that is escaped as a whole is unescaped first. Reads the first
    ``HTML_MAX`` characters; what is nested deeper than a parser goes is declined.

    >>> sanitise('<p style="x" onclick="y()">Sea<script>z()</script> <a href="javascript:z()">a</a></p>')
    '<p>Sea <a>a</a></p>'
    """
    html = html[:HTML_MAX]
    if is_escaped_html(html):
        html = unescape_once(html)
    if (plain := simple(html)) is not None:
        return plain.html if _WORD_IN_HTML.search(plain.html) else None
    # The sanitiser's time grows with the square of the depth (6 s for 60,000 nested divs), and it is slow at bare "&".
    if (html.count("<") > MANY_TAGS and parsed(html) is None) or html.count("&") > _MANY_ENTITIES:
        return None
    if html.count("\xa0") > _MANY_ENTITIES:  # each becomes one
        html = html.replace("\xa0", " ")
    if "&" in html:
        html = _BARE_AMPERSAND.sub("&amp;", html)
    sane = without_noise(_SANITISER.clean(encoded(html).decode())).strip()
    return sane if _WORD_IN_HTML.search(sane) else None


def clean(text: str) -> str | None:
    """Return *text* as one line of plain text: no tags, no entities, whitespace squeezed; ``None`` if empty.

    Only tags of HTML go: "Engineer <EMEA>" and "C < D" stay. Entities need their semicolon, so that the
    query of a URL is left alone. Reads the first ``LINE_MAX`` characters.

    >>> clean("  Senior&nbsp;Engineer <b>R&amp;amp;D</b> ")
    'Senior Engineer R&D'
    >>> clean("Engineer <EMEA>, R&D")
    'Engineer <EMEA>, R&D'
    """
    text = text[:LINE_MAX]
    if "<" not in text and "&" not in text and text.isprintable():
        return " ".join(text.split()) or None
    for _ in range(_LAYERS):
        before = text
        if "&" in text:
            text = unescape_once(text)
        if looks_like_html(text):
            text = laid_out(text, bullets=False)
        if text == before:
            break
    return " ".join(without_noise(text).split()) or None


def unescape_once(text: str) -> str:
    """Return *text* with one layer of entities taken off.

    Greenhouse escapes a whole description; a text of the basic entities is done without the general, three
    times slower way. An entity without its semicolon is text.

    >>> unescape_once("&lt;p&gt;Saw &amp;amp; plane&lt;/p&gt;")
    '<p>Saw &amp; plane</p>'
    """
    if "&" not in text:
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'")
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    return _ENTITY.sub(lambda match: entities.unescape(match[0]), text)


def looks_like_html(text: str) -> bool:
    """Say whether *text* holds a tag of HTML in its first ``HTML_MAX`` characters.

    >>> looks_like_html("Sea<br>Land"), looks_like_html("Engineer <EMEA>, C < D")
    (True, False)
    """
    return "<" in text and ("<!--" in text or has_tag(text[:HTML_MAX]))


def is_escaped_html(text: str) -> bool:
    """Say whether *text* is HTML whose tags are all written as entities.

    A closing tag, a tag with attributes, a line break or a tag at the very start says so, the mere name of a tag
    in a posting for web developers does not.

    >>> is_escaped_html("&lt;p&gt;Sea&lt;/p&gt;"), is_escaped_html("<p>a &lt;/b&gt;</p>"), is_escaped_html("a &lt; b")
    (True, False, False)
    """
    if "&lt;" not in text:
        return False
    for match in _ESCAPED_TAG.finditer(text, 0, HTML_MAX):
        closing, name, attribute = match.groups()
        name = name.lower()
        if name in KNOWN and (closing or attribute or name == "br" or not match.start()):
            return not looks_like_html(text)
    return False


def _has_certain_tag(text: str) -> bool:
    """Say whether *text* holds markup for certain: not the name of a tag in a posting for web developers."""
    if "<" not in text:
        return False
    for closing, name, rest in TAG.findall(text):
        if name.lower() in KNOWN and (closing or "=" in rest or name.lower() in ("br", "script", "style", "iframe")):
            return True
    return False


def _shown(html: str) -> str | None:
    if (plain := simple(html)) is not None:
        return plain.text or None
    return without_noise(laid_out(html)).strip() or None


def _tidied(text: str) -> str | None:
    """Return plain *text* with single spaces, bullets as ``- ``, at most one blank line in a row, and no noise."""
    text = "\n".join([" ".join(line.split()) for line in without_noise(text).split("\n")])
    if not text.isascii():
        text = _BULLET.sub("- ", text)
    return _BLANK_LINES.sub("\n\n", text).strip() or None
