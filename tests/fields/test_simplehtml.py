"""Simple HTML is read as a parser and the sanitiser read it, or not at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields import text as general
from crawler.fields.layout import encoded, laid_out
from crawler.fields.noise import without_noise
from crawler.fields.simplehtml import Simple, simple

READ = [
    ("<p>Sea</p>", "Sea", "<p>Sea</p>"),
    ("<p>Sea</p>\n<p>Land</p>", "Sea\n\nLand", "<p>Sea</p>\n<p>Land</p>"),
    ("Sea<br/>Land", "Sea\nLand", "Sea<br>Land"),
    ("<div>Sea</div><div>Land</div>", "Sea\nLand", "<div>Sea</div><div>Land</div>"),
    ("<h3>Boats</h3><ul><li>Saw</li><li>Oar<ul><li>Row</li></ul></li></ul>", "Boats\n\n- Saw\n- Oar\n  - Row", None),
    ("<ul>\n<li><p>Saw</p><p>Oar</p></li>\n</ul>", "- Saw\n  Oar", None),
    ("<p>Saw<b> and </b>plane</p>", "Saw and plane", None),
    ("<p>Saw</p><p>&nbsp;</p><p>Plane</p>", "Saw\n\nPlane", None),
    ("<p>We&rsquo;re R&amp;D &#8211; 5&nbsp;boats</p>", "We’re R&D – 5 boats", "<p>We’re R&amp;D – 5&nbsp;boats</p>"),
    ("<p>R&D</p>", "R&D", "<p>R&amp;D</p>"),
    ('<p class="x" style="margin: 0">Sea</p>', "Sea", "<p>Sea</p>"),
    ('<p><a href="https://sea.example/a?b=1&amp;c=2" target="_blank">Sea</a></p>', "Sea", '<p><a href="https://sea.example/a?b=1&amp;c=2">Sea</a></p>'),
    ("<p>Sea\u200b\r\nand   land</p>", "Sea and land", "<p>Sea\nand   land</p>"),
]  # fmt: skip
DECLINED = [
    "", "Sea", "Sea & land", "<b>Sea</b>", "<p>Sea<p>Land", "<p>Sea", "Sea</p>", "<p><b>Sea</p></b>", "<p><ul><li>Sea</li></ul></p>", "<ul>Sea</ul>",
    "<li>Sea</li>", "<table><tr><td>Sea</td></tr></table>", "<P>Sea</P>", "<p hidden>Sea</p>", '<p style="display: none">Sea</p>', "<p>a < b</p>",
    "<p>a > b</p>", "<p>&lt;b&gt;</p>", "<p>&copy 5</p>", "<p>&nosuchthing;</p>", "<p>&#146;</p>", "<p>Sea<!-- x --></p>", "<p>- Sea</p>", "<p>• Sea</p>",
    '<p><a href="javascript:x()">Sea</a></p>', '<p><a href="/sea">Sea</a></p>', "<p>Sea\x00</p>", "<p>Sea\u2028</p>", "<p/>Sea", "<p>Sea</p >", "<p id=x>Sea</p>",
    "<p><a href='https://sea.example'><a href='https://sea.example'>Sea</a></a></p>", "<b><p>Sea</p></b>",
]  # fmt: skip


@pytest.mark.parametrize(("html", "text", "sane"), READ)
def test_simple_html_is_read(html, text, sane):
    assert simple(html) == Simple(text, sane or html)


@pytest.mark.parametrize("html", DECLINED)
def test_what_only_a_parser_can_tell_is_declined(html):
    assert simple(html) is None


WORDS = st.sampled_from(
    ["Sea", " land ", "R&D", "&amp;", "&nbsp;", "\xa0", "&rsquo;", "&lt;", "&copy 5", "–", "•", "-", "\n", "  ", "\t", "\r\n", "\u200b", "\u3000", "é", "5 > 4", '"', "&quot;", "<br>", "<br />"]
)
ATTRIBUTES = st.sampled_from(
    ["", "", "", ' class="x"', " style='margin: 0'", ' href="https://sea.example/?a=1&amp;b=2"', ' href="//sea.example"', ' style="display:none"', " hidden", ' title="a > b"']
)


def element(tags, inner):
    tag = st.sampled_from(tags)
    return st.builds(lambda name, attributes, parts: f"<{name}{attributes}>{''.join(parts)}</{name}>", tag, ATTRIBUTES, st.lists(inner, max_size=4))


INLINE = st.recursive(WORDS, lambda inner: element(["b", "strong", "em", "span", "a", "code"], inner), max_leaves=5)
BLOCKS = st.recursive(
    st.one_of(element(["p", "h3"], INLINE), INLINE),
    lambda inner: st.one_of(element(["div"], inner), element(["ul", "ol"], element(["li"], inner)), element(["p", "ul", "b", "td"], inner)),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(BLOCKS, max_size=5).map("".join))
def test_what_is_read_is_what_the_parser_and_the_sanitiser_make_of_it(html):
    read = simple(html)
    if read is not None:
        assert read.text == without_noise(laid_out(html)).strip()
        sane = general._SANITISER.clean(encoded(general._BARE_AMPERSAND.sub("&amp;", html)).decode())
        assert read.html == without_noise(sane).strip()


@pytest.mark.parametrize("html", ["<p>" * 100_000, "<" * 400_000, "<p>a</p>" * 50_000, "&" * 400_000, "<b>" * 40 + "</b>" * 40, "<p> " * 100_000, "&#39;" * 80_000])
def test_hostile_html_takes_no_time(html):
    start = time.process_time()
    simple(html)
    assert time.process_time() - start < 0.3
