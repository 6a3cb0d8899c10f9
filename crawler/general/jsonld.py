"""JSON-LD out of a page's scripts, however it is broken: what a person meant, or nothing."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

import orjson
from lxml import etree

from crawler.fields.lenientjson import LENIENT

SCRIPT_MAX: Final = 4_000_000  # characters of one script; the largest real one seen had 400,000
NODES_MAX: Final = 200_000  # JSON values looked at per page
POSTINGS_MAX: Final = 5_000  # per page
DEPTH_MAX: Final = 16  # of one posting
WRAPPINGS: Final = 20  # marks around a script
VALUES_MAX: Final = 500  # of one property

_WRAPPING: Final = re.compile(r"\A(?:\s|<!--|//\s*<!\[CDATA\[|/\*[^*]{0,200}\*/|<!\[CDATA\[|\ufeff)++")
_WRAPPED: Final = ("-->", "]]>", "//", "/*", "*/", ";")
# A string, or what JSON does not know: a comment, a comma before a closing bracket, commas in a row. What is never closed
# goes on to the end, so that no part of a text is looked at twice.
_REPAIRED: Final = re.compile(
    r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|//[^\n]*+|,(?:\s*+,)*+(?=\s*+[}\]])|(?P<row>,(?:\s*+,)++)', re.DOTALL
)
_BAD_ESCAPE: Final = re.compile(r'\\(?:u(?![0-9a-fA-F]{4})|[^"\\/bfnrtu])', re.DOTALL)


def postings_in_scripts(root: etree._Element) -> list[dict[str, Any]]:
    """Every JobPosting that the JSON-LD scripts under *root* hold, in schema.org's terms, each once.

    Prefixes of names and types are gone, references by ``@id`` within the page are resolved. A script that cannot
    be read costs nothing but itself.

    Syntax: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents

    >>> page = etree.HTML('<script type="application/ld+json">[{"@type": "schema:JobPosting", "title": "Cook",}]</script>')
    >>> postings_in_scripts(page)
    [{'@type': 'JobPosting', 'title': 'Cook'}]
    """
    values = [value for script in root.iter("script") if is_json_ld(script) for value in read_json(script.text or "")]
    found: list[dict[str, Any]] = []
    named: dict[str, dict[str, Any]] = {}
    for node in nodes(values):
        if isinstance(identity := node.get("@id"), str) and len(node) > len(named.get(identity, ())):
            named[identity] = node
        if is_posting(node):
            found.append(node)
    unique: list[dict[str, Any]] = []
    plain = Plain(named)
    for node in found[:POSTINGS_MAX]:
        posting = plain(node)
        if posting not in unique[-50:]:
            unique.append(posting)
    return unique


def unread_scripts(root: etree._Element) -> Iterator[str]:
    """The texts of JSON-LD scripts that speak of a JobPosting and cannot be read, however they are repaired."""
    for script in root.iter("script"):
        text = script.text or ""
        if is_json_ld(script) and "jobposting" in text[:SCRIPT_MAX].lower() and not read_json(text):
            yield text


def is_json_ld(script: etree._Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def read_json(text: str) -> list[Any]:
    r"""The JSON values in the text of a script; broken ones are repaired where it is plain what was meant.

    Comments, CDATA marks and HTML comments around it, a byte order mark, trailing commas, raw line breaks in strings,
    escapes that JSON does not know, entities for quotes, several values one after the other.

    >>> read_json('<!-- //<![CDATA[\n{"a": "b\nc",}\n//]]> -->')
    [{'a': 'b\nc'}]
    >>> read_json("{broken"), read_json("")
    ([], [])
    """
    text = text[:SCRIPT_MAX].strip()
    try:
        return [orjson.loads(text)]
    except ValueError:
        pass
    text = _WRAPPING.sub("", text)
    text = text[: end_of(text)]
    if text[:1] in ("{", "[") and "&quot;" in text and '"' not in text:
        text = unescape(text)
    return values_of(text) or values_of(repaired(text))


def end_of(text: str) -> int:
    """Where what is wrapped around a script begins at its end.

    >>> end_of("{} // ]]> ;"), end_of("{}")
    (2, 2)
    """
    end = len(text.rstrip())
    for _ in range(WRAPPINGS):
        if not text.endswith(_WRAPPED, 0, end):
            break
        end -= max(len(mark) for mark in _WRAPPED if text.endswith(mark, 0, end))
        while end and text[end - 1].isspace():
            end -= 1
    return end


def values_of(text: str) -> list[Any]:
    """The JSON values that *text* is made of, one after the other; none if any is broken."""
    text = text.strip()
    found, at = [], 0
    try:
        while at < len(text):
            value, at = LENIENT.raw_decode(text, at)
            found.append(value)
            while at < len(text) and text[at] in " \t\r\n,;":
                at += 1
    except (ValueError, RecursionError):
        return []
    return found


def repaired(text: str) -> str:
    """*text* without comments and superfluous commas, and with its escapes as JSON has them."""

    def fix(match: re.Match[str]) -> str:
        if not match[0].startswith('"'):
            return "," if match["row"] else ""
        return _BAD_ESCAPE.sub(lambda bad: bad[0][1:], match[0]) if "\\" in match[0] else match[0]

    return _REPAIRED.sub(fix, text)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in nested JSON, in their order; those inside a JobPosting are part of it."""
    stack, looked = [value], 0
    while stack and looked < NODES_MAX:
        looked += 1
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            if not is_posting(value):
                stack.extend(reversed([v for v in value.values() if isinstance(v, dict | list)]))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def is_posting(node: dict[str, Any]) -> bool:
    kinds = node.get("@type", node.get("type"))
    return any(isinstance(kind, str) and local(kind).lower() == "jobposting" for kind in (kinds if isinstance(kinds, list) else [kinds]))


def local(name: str) -> str:
    """A name without its vocabulary.

    >>> local("http://schema.org/JobPosting"), local("schema:title"), local("@type")
    ('JobPosting', 'title', '@type')
    """
    return name.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]


class Plain:
    """Makes nodes plain: short names, plain values for value objects, references replaced by what they refer to.

    *named* holds the nodes that can be referred to by ``@id``. ``NODES_MAX`` values are made, references that refer
    to each other do not multiply.
    """

    def __init__(self, named: dict[str, dict[str, Any]] | None = None) -> None:
        self.named = named or {}
        self.left = NODES_MAX

    def __call__(self, value: Any, depth: int = 0) -> Any:
        self.left -= 1
        if not isinstance(value, dict | list):
            return value
        if depth > DEPTH_MAX or self.left < 0:
            return None
        if isinstance(value, list):
            return [self(item, depth + 1) for item in value[:VALUES_MAX]]
        for wrapper in ("@value", "@list", "@set"):
            if wrapper in value:
                return self(value[wrapper], depth + 1)
        if value.keys() == {"@id"} and isinstance(identity := value["@id"], str):
            target = self.named.get(identity)
            return self(target, depth + 1) if target is not None and len(target) > 1 else value
        found: dict[str, Any] = {}
        for name, inner in value.items():
            name = local(name)
            if name in ("@type", "type"):
                found["@type"] = "JobPosting" if is_posting(value) else inner
            elif name != "@context":
                found[name] = self(inner, depth + 1)
        return found
