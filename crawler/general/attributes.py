"""Microdata and RDFa out of a page's attributes, in the same dicts as JSON-LD.

Microdata: https://html.spec.whatwg.org/multipage/microdata.html · RDFa: https://www.w3.org/TR/rdfa-lite/
"""

from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from crawler.general.jsonld import POSTINGS_MAX, local

TEXT_MAX: Final = 4_000  # characters of a value that is a line
HTML_MAX: Final = 400_000  # characters of a value that is kept as HTML
NESTED_MAX: Final = 6  # values inside each other's elements: more is a broken page, and would cost the square of it
ELEMENTS_MAX: Final = 100_000  # of one item

LONG: Final = frozenset(
    ["description", "responsibilities", "qualifications", "skills", "experienceRequirements", "educationRequirements", "jobBenefits", "benefits", "incentives", "incentiveCompensation", "disambiguatingDescription"]
)
# A link's text is the value of these, its address the value of all others.
WORDS: Final = LONG | frozenset(
    ["title", "name", "employmentType", "hiringOrganization", "jobLocation", "industry", "occupationalCategory", "identifier", "baseSalary", "addressLocality", "addressRegion", "addressCountry", "streetAddress", "workHours", "datePosted", "validThrough", "value", "currency"]
)
ADDRESS: Final = {"a": "href", "link": "href", "area": "href", "img": "src", "iframe": "src", "embed": "src", "object": "data"}


@dataclass(frozen=True, slots=True)
class Syntax:
    """Which attributes a syntax uses; RDFa's ``rel`` hands its name down to the next item inside."""

    kind: str
    name: str
    relation: str | None = None


MICRODATA: Final = Syntax("itemtype", "itemprop")
RDFA: Final = Syntax("typeof", "property", "rel")


def postings_in_attributes(root: etree._Element, syntax: Syntax) -> list[dict[str, Any]]:
    """Every JobPosting that elements under *root* are marked up as, in schema.org's terms.

    >>> html = '<p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title">Cook</b></p>'
    >>> postings_in_attributes(etree.HTML(html), MICRODATA)
    [{'@type': 'JobPosting', 'title': 'Cook'}]
    """
    found: list[dict[str, Any]] = []
    inside: set[etree._Element] = set()
    for element in root.xpath(f"//*[contains(@{syntax.kind}, 'osting')]"):
        if "jobposting" not in (kind.lower() for kind in types(element, syntax)) or element in inside:
            continue
        item = read_item(element, syntax, inside)
        if len(item) > 1:
            found.append(item)
        if len(found) == POSTINGS_MAX:
            break
    return found


def types(element: etree._Element, syntax: Syntax) -> list[str]:
    return [local(kind) for kind in (element.get(syntax.kind) or "").split()]


def read_item(element: etree._Element, syntax: Syntax, inside: set[etree._Element]) -> dict[str, Any]:
    """The item that *element* is; the elements of further postings in it go to *inside*.

    Every element is seen once: the walk goes down with the item that an element belongs to.
    """
    top: dict[str, Any] = {"@type": "JobPosting"}
    stack: list[tuple[etree._Element, dict[str, Any], str | None, int]] = [
        (child, top, None, 0) for child in reversed(element) if isinstance(child.tag, str)
    ]
    left = ELEMENTS_MAX
    while stack and left:
        left -= 1
        node, item, relation, depth = stack.pop()
        names = [local(name) for name in (node.get(syntax.name) or "").split()]
        if syntax.relation and (node.get(syntax.kind) is None) and not names and (rel := node.get(syntax.relation)):
            relation = next((local(name) for name in rel.split() if ":" in name or name[0].islower()), relation)
            if node.get("href") or node.get("resource"):
                names, relation = [relation] if relation else [], None
        if node.get(syntax.kind) is not None or (syntax is MICRODATA and node.get("itemscope") is not None):
            kinds = types(node, syntax)
            names = names or ([relation] if relation else [])
            if "jobposting" in (kind.lower() for kind in kinds):
                inside.add(node)
                if not names:
                    continue
            inner: dict[str, Any] = {"@type": kinds[0]} if kinds else {}
            if (content := node.get("content")) is not None:
                inner["name"] = content
            for name in names:
                add(item, name, inner)
            item, relation = inner if names else item, None
            if names and not len(node) and (words := line_of(node)):
                inner.setdefault("name", words)
        elif names and depth < NESTED_MAX:
            depth += 1
            for name in names:
                if (value := value_of(node, name)) is not None:
                    add(item, name, value)
        stack.extend((child, item, relation, depth) for child in reversed(node) if isinstance(child.tag, str))
    return top


def add(item: dict[str, Any], name: str, value: Any) -> None:
    """Add *value* under *name*; several are a list."""
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]


def value_of(node: etree._Element, name: str) -> str | None:
    """The value that *node* gives to property *name*: what is written for machines, else its address, else its text."""
    if (content := node.get("content")) is not None:
        return str(content)
    if node.tag == "time" or node.get("datetime"):
        return str(node.get("datetime") or "") or line_of(node)
    if node.tag == "data" and node.get("value"):
        return str(node.get("value"))
    if name in LONG and len(node):
        return html_of(node)
    if (attribute := ADDRESS.get(str(node.tag))) and name not in WORDS and node.get(attribute):
        return str(node.get(attribute))
    return line_of(node)


def line_of(node: etree._Element) -> str | None:
    """The text of *node* as one line."""
    parts, size = [], 0
    for part in node.itertext():
        parts.append(part)
        size += len(part)
        if size > TEXT_MAX or len(parts) > TEXT_MAX:
            break
    return " ".join("".join(parts).split()) or None


def html_of(node: etree._Element) -> str | None:
    """What is inside *node*, as HTML."""
    html: str = etree.tostring(node, encoding="unicode", method="html", with_tail=False)[:HTML_MAX]
    return html[html.find(">") + 1 :].removesuffix(f"</{node.tag}>").strip() or None
