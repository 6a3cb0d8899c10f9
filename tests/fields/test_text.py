"""HTML and platform text to clean text."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.fields.text import (
    HTML_MAX,
    LINE_MAX,
    clean,
    html_to_text,
    is_escaped_html,
    looks_like_html,
    sanitise,
    unescape_once,
)

TEXTS = [
    ("<p>We mend <b>boat</b>s.</p><p>And rafts.</p>", "We mend boats.\n\nAnd rafts."),
    ("<h2>Tasks</h2><ul><li>Saw</li><li>Plane</li></ul><p>Bye", "Tasks\n\n- Saw\n- Plane\n\nBye"),
    ("<ul><li><p>Saw</p></li><li><p>Plane</p><p>slowly</p></li></ul>", "- Saw\n- Plane\n  slowly"),
    ("<ul><li>Saw<ul><li>oak</li></ul></li><li>Plane</li></ul>", "- Saw\n  - oak\n- Plane"),
    ("<li>Saw</li><li>Plane</li>", "- Saw\n- Plane"),
    ("<ol><li>Call<li>Visit</ol>", "- Call\n- Visit"),
    ("<p>•</p><p>Saw</p>", "- Saw"),
    ("<li>• Saw</li><li>·Plane</li>", "- Saw\n- Plane"),
    ("• Saw<br>– Plane<br>—", "- Saw\n- Plane"),
    ("<div>Sea</div><div><br></div><div>Land</div>", "Sea\n\nLand"),
    ("<div>Sea</div><div>Land</div>", "Sea\nLand"),
    ("<div>Sea<br></div><div>Land</div>", "Sea\nLand"),
    ("Sea<br>Land<br/><br/><br>Sky", "Sea\nLand\n\nSky"),
    ("<table><tr><th>Pay</th><td>30 an hour</td></tr><tr><td>Hours<td>40</table>", "Pay\t30 an hour\nHours\t40"),
    ("<pre>Sea\n  Land\n\nSky</pre>", "Sea\nLand\n\nSky"),
    ("<p>Sea\n and   land</p>", "Sea and land"),
    ("<b>Sea</b>\n<i>Land</i> and sky\n\n• Saw", "Sea\nLand and sky\n\n- Saw"),
    ("Sea\r\nLand\n\n\n\nSky", "Sea\nLand\n\nSky"),
    ("R&amp;D &ndash; C &lt; D&nbsp;&nbsp;E", "R&D – C < D E"),
    ("&lt;p&gt;Sea &amp;amp; land&lt;/p&gt;", "Sea & land"),
    ("&amp;lt;p&amp;gt;Sea&amp;lt;/p&amp;gt;", "Sea"),
    ("<p>&lt;p&gt;Sea&lt;/p&gt;</p>", "Sea"),
    ("<p>Knows the &lt;video&gt; tag", "Knows the <video> tag"),
    ("Knows the &lt;video&gt; tag", "Knows the <video> tag"),
    (
        "<style>p{}</style><p>Sea</p><script>x('<p>no</p>')</script><template>no</template><noscript>no</noscript>",
        "Sea",
    ),
    (
        "<p>Sea</p><form><label>Name</label><select><option>no</select><textarea>no</textarea><button>no</button></form>",
        "Sea\n\nName",
    ),
    (
        "<p hidden>no</p><div style='display: none'>no<p>no</p></div><ul style='display:none'><li>no</ul><p>Sea</p>",
        "Sea",
    ),
    ("<p>Sea<!-- no --> and <![CDATA[no]]>land", "Sea and land"),
    ("Sea\u200b\ufeff \u202eLand\x07\x00", "Sea Land"),
    ("<p>Sea&#x200b;&#x202e; Land&#7;", "Sea Land"),
    ("<p>Sea\u2028Land</p>\x85Sky", "Sea\nLand\n\nSky"),
    ("<p>Co\xadop", "Coop"),
    ("می\u200cروم 👩\u200d💻", "می\u200cروم 👩\u200d💻"),
    ("<p>\ud83d sea", "\ufffd sea"),
    ("&#xd800; sea", "\ufffd sea"),
    ("", None),
    ("<p>&nbsp;</p>", None),
    ("<script>x</script>", None),
    ("\u200b\n \t", None),
]


@pytest.mark.parametrize(("html", "expected"), TEXTS)
def test_text_is_what_a_person_reads(html, expected):
    assert html_to_text(html) == expected


LINES = [
    ("  Boat \n builder\t", "Boat builder"),
    ("Boat\xa0builder\u200b", "Boat builder"),
    ("R&amp;D &#8211; <b>Boats</b>", "R&D – Boats"),
    ("R&amp;amp;D", "R&D"),
    ("&lt;b&gt;Boats&lt;/b&gt;", "Boats"),
    ("Builder <EMEA>, R&D, C < D", "Builder <EMEA>, R&D, C < D"),
    ("https://boats.example/?a=1&para=2&copy=3", "https://boats.example/?a=1&para=2&copy=3"),
    ("<script>x()</script>Builder", "Builder"),
    ("<ul><li>Kiel</li><li>Graz</li></ul>", "Kiel Graz"),
    ("\u202eBuilder\x1b[31m", "Builder"),
    ("a\ud800b", "a\ufffdb"),
    ("<br>", None),
    (" \xa0 ", None),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_clean_text_is_one_line_without_markup(text, expected):
    assert clean(text) == expected


SANE = [
    ('<p class="x" onclick="y()">Sea</p><script>z()</script>', "<p>Sea</p>"),
    (
        '<a href="https://boats.example/a?b=1&amp;c=2" target="_blank">x</a>',
        '<a href="https://boats.example/a?b=1&amp;c=2">x</a>',
    ),
    ('<a href="mailto:crew@boats.example">x</a>', '<a href="mailto:crew@boats.example">x</a>'),
    ('<a href="javascript:z()">x</a><a href=" JaVa\tscript:z()">y</a>', "<a>x</a><a>y</a>"),
    ('<img src="x" onerror="z()">Sea<svg><style>z</style></svg><iframe src="//x"></iframe>', "Sea"),
    ("<font color=red>Sea</font><textarea>no</textarea><button>no</button>", "Sea"),
    ("&lt;p&gt;Sea&lt;script&gt;z&lt;/script&gt;", "<p>Sea</p>"),
    ("<p>R & D &amp; C</p>", "<p>R &amp; D &amp; C</p>"),
    ("<p>Sea\u202e\x07\u200b</p>", "<p>Sea</p>"),
    ("<p>\udc00 sea</p>", "<p>\ufffd sea</p>"),
    ("<p> <br></p>", None),
    ("<p>&nbsp;</p>", None),
    ("", None),
]


@pytest.mark.parametrize(("html", "expected"), SANE)
def test_sanitised_html_keeps_structure_only(html, expected):
    assert sanitise(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "<p>a &amp; b</p>"),
        ("&amp;lt;", "&lt;"),
        ("&amp;eacute; &eacute; &quot;&#39;&#x27;", "&eacute; é \"''"),
        ("AT&T &copy 2026 ?a=1&lt=2", "AT&T &copy 2026 ?a=1&lt=2"),
        ("&nosuchthing; &#99999999;", "&nosuchthing; &#99999999;"),
        ("plain", "plain"),
    ],
)
def test_one_layer_of_entities_is_taken_off(text, expected):
    assert unescape_once(text) == expected


@pytest.mark.parametrize(
    ("text", "html", "escaped"),
    [
        ("<p>a", True, False),
        ("a<br/>b", True, False),
        ('<DIV CLASS="x">', True, False),
        ("<!-- x -->", True, False),
        ("C < D > E <EMEA> <3 years", False, False),
        ("&lt;p&gt;a&lt;/p&gt;", False, True),
        ("&lt;ul class=&quot;x&quot;&gt;", False, True),
        ("a&lt;br&gt;b", False, True),
        ("knows the &lt;video&gt; tag", False, False),
        ("<p>the &lt;/p&gt; tag</p>", True, False),
    ],
)
def test_html_is_told_from_text(text, html, escaped):
    assert (looks_like_html(text), is_escaped_html(text)) == (html, escaped)


def test_deep_nesting_loses_no_text():
    deep = "<div>" * 3000 + "Sea" + "</div>" * 3000 + "<script>no</script><p>Land</p>"
    assert html_to_text(deep).split() == ["Sea", "Land"]
    assert sanitise(deep) is None


HOSTILE = {
    "deep": "<div>" * 300_000,
    "open": "<p" * 500_000,
    "less": "<" * 1_000_000,
    "ampersands": "&" * 1_000_000,
    "entities": "&lt;p" * 200_000,
    "lists": "<ul><li>" * 100_000,
    "breaks": "<br>" * 200_000,
    "attributes": "<p " + "a=1 " * 200_000 + ">x",
    "surrogates": "\ud800" * 1_000_000,
    "joiners": "\u200d" * 1_000_000,
    "bullets": "• " * 500_000,
    "newlines": "\n " * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_milliseconds(name):
    for read in (html_to_text, sanitise, clean):
        start = time.process_time()
        read(HOSTILE[name])
        # 50 ms per 100 KB of what is read, doubled for a busy machine.
        assert time.process_time() - start < (0.4 if read is not clean else 0.04)


def test_text_beyond_the_cap_is_not_read():
    assert html_to_text("<p>" + "a" * HTML_MAX + "b") == "a" * (HTML_MAX - 3)
    assert clean("a" * LINE_MAX + "b") == "a" * LINE_MAX


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<li>",
        "<br>",
        "<pre>",
        "<td>",
        "<ul>",
        "</ul>",
        "&lt;p&gt;",
        "&amp;",
        "<b a=1",
        "&#0;",
        "\x00",
        "\u2028",
        "<script>",
        "•",
        "\n",
        " ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(MARKUP, st.text(alphabet=st.characters(), max_size=8)), max_size=30).map("".join))
def test_any_text_gives_clean_text(text):
    for read in (html_to_text, clean, sanitise):
        found = read(text)
        assert found is None or (found == found.strip() and found)
        for sign in found or "":
            assert sign in "\n\t\u200c\u200d" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
    assert "\n" not in (clean(text) or "")
    assert "<script" not in (sanitise(text) or "")
    looks_like_html(text)
    unescape_once(text)
