"""Inputs that nobody means well with, and what must be true of whatever is read from them.

``FUZZ=100000`` in the environment makes so many inputs in all (``.ci/run`` does); without it there are some thousands. The same
seeds give the same inputs.
"""

import json
import os
import random
import re
from pathlib import Path

from hypothesis import HealthCheck, settings

from crawler.items import Posting
from crawler.new_platform.saved_pages import Case, case
from crawler.platforms import PLATFORMS
from crawler.schema import LINE_MAX, line, record, validate

FUZZ = int(os.environ.get("FUZZ", "0"))
CASES = sorted(path.parent for path in (Path(__file__).parent / "pages").glob("*/*/expected.json"))
NAMES = sorted({folder.parent.name for folder in CASES} & PLATFORMS.keys())
# Controls but line feed and tab, bidi and zero width, lone surrogates: none of them may come out.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
MARKUP = re.compile(r"<\s*/?\s*(?:script|iframe|style|img|svg|object)\b[^<>]{0,200}>", re.IGNORECASE)
WORDS = frozenset(("description", "responsibilities", "requirements", "benefits", "attributes"))  # they may speak of a <script>

ODD = (
    None, True, False, 0, -1, 2.5, 10**20, -(10**400), float("nan"), float("inf"), 1e308, "", " ", "text", "0", "-5", "9" * 400, "1e999",
    "<b>", "<p>a</p>", "<script>alert(1)</script>", "<p style='display:none'>x</p>", "javascript:alert(1)", "file:///etc/passwd", "//", "http://[", "http://[::1",
    "https://acme.example/" + "a" * 3000, "https://a\u0301\ud800.example/\x00", "../../etc/passwd", "=1+1", "\x00", "\x1b[31mred\x1b[0m", "\u202etxt.exe", "a\u200bb\u2028c\x85d", "\ud800", "\ufffd" * 9,
    "2026-13-45", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+25:00", "٢٠٢٦-٠١-٠١", "$1-$99999999999999", "€" * 50, "(" * 200, "a" * 5000, "München; " * 300,
    [], {}, [None], ["text"], [1], [[]], [{}], [[[[[]]]]], {"x": 1}, {"": None}, {"name": {"name": []}}, [{"@type": "JobPosting"}], {"value": {"value": {}}},
)  # fmt: skip
PIECES = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"\"", b"'", b"&", b"&#0;", b"&#x110000;", b"&#xD800;", b"<!--", b"]]>", b"<![CDATA[", b"</script>", b"<script>", b"<p hidden>", b"<div>" * 300,
    b"{", b"}", b"[", b"]", b",", b"\\u0000", b"\\ud800", b"1e999", b"-", b"null", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml version='1.0' encoding='utf-7'?>", "\u202e\u200b\u2028".encode(), b"a" * 3000,
)  # fmt: skip


def profile(share: float, small: int, tests: int = 1) -> settings:
    """The settings of a test that makes *share* of all inputs, spread over *tests* parametrized ones; *small* each without ``FUZZ``."""
    return settings(
        deadline=None, derandomize=True, database=None, max_examples=max(small, round(FUZZ * share / tests)),
        suppress_health_check=list(HealthCheck), print_blob=True,
    )  # fmt: skip


def cases_of(name: str) -> list[Case]:
    return [case(folder) for folder in CASES if folder.parent.name == name]


def mangled(one: Case, chance: random.Random) -> bytes:
    """The body of *one* with a few values, or a few bytes, other than they were."""
    body = one.body
    if "json" in one.kind and chance.random() < 0.8:
        page = json.loads(body)
        for _ in range(chance.randint(1, 4)):
            page = changed(page, chance)
        body = json.dumps(page, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        if chance.random() < 0.7:
            return body
    for _ in range(chance.randint(1, 4)):
        body = torn(body, chance)
    return body


def changed(value, chance: random.Random):
    """Nested JSON with one thing changed somewhere: a value, a key gone, a row twice, a text cut or repeated."""
    if isinstance(value, dict) and value and chance.random() < 0.93:
        key = chance.choice(list(value))
        what = chance.random()
        if what < 0.06:
            return {name: child for name, child in value.items() if name != key}
        if what < 0.09:
            return {**value, chance.choice(list(value)): value[key]}
        return {**value, key: changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.93:
        at = chance.randrange(len(value))
        if chance.random() < 0.08:
            return value[:at] + [value[at]] * chance.randint(0, 3) + value[at:]
        return [*value[:at], changed(value[at], chance), *value[at + 1 :]]
    if isinstance(value, str) and value and chance.random() < 0.4:
        at = chance.randrange(len(value))
        odd = chance.choice([one for one in ODD if isinstance(one, str)])
        return chance.choice((value[:at], value * 3, value[:at] + odd + value[at:], value[::-1], value.upper()))
    return chance.choice(ODD)


def torn(body: bytes, chance: random.Random) -> bytes:
    """*body* with a byte, a stretch or its end other than it was."""
    start, end = sorted((chance.randrange(len(body) + 1), chance.randrange(len(body) + 1)))
    near = min(end, start + 200)
    what = chance.randrange(7)
    if what == 0:
        return body[:start]
    if what == 1:
        return body[:start] + body[near:]
    if what == 2:
        return body[:near] + body[start:near] * chance.randint(1, 3) + body[near:]
    if what == 3:
        return body[:start] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))) + body[near:]
    if what == 4:
        words = sorted(set(re.findall(rb"[\w-]{3,20}", body[start : start + 2000])))
        return body.replace(chance.choice(words), chance.choice((b"", b"x", chance.choice(words)))) if words else body
    odd = chance.choice(ODD)
    piece = chance.choice(PIECES) if what == 5 or not isinstance(odd, str) else odd.encode("utf-8", "surrogatepass")
    return body[:start] + piece + body[start:]


def problems(posting: Posting) -> list[str]:
    """What is wrong with *posting* as a line of output; nothing may ever be."""
    said = record(posting)
    found = [problem] if (problem := validate(said)) else []
    out = line(said)
    if len(out) > LINE_MAX or len(out.decode("utf-8").splitlines()) != 1:
        found.append(f"line of {len(out)} bytes")
    json.loads(out, parse_constant=found.append)  # NaN and Infinity are no JSON
    for name, text in texts(json.loads(out)):
        if sign := FORBIDDEN.search(text):
            found.append(f"{name} holds {sign[0]!r}")
        if name not in WORDS and (tag := MARKUP.search(text)):
            found.append(f"{name} holds {tag[0]!r}")
        if name in ("url", "company_url") and not text.startswith(("http://", "https://")):
            found.append(f"{name} is {text[:80]!r}")
    return found


def texts(value, name=""):
    """Every text in nested JSON, with the key that it stands under."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield name, key
            yield from texts(child, name or key)
    elif isinstance(value, list):
        for child in value:
            yield from texts(child, name)
