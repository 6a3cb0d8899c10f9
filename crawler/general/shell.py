"""Whether a page is an empty shell: its content is drawn by script, and what came is the frame for it."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from crawler.general.outline import HEADINGS, UNSEEN

TEXT_MAX: Final = 200  # characters of a page that still is a shell: a title bar, "Loading ..."
HELD_MAX: Final = 60  # characters in a mount point that still is empty
LINKS_MAX: Final = 3
BYTES_MAX: Final = 3_000_000  # of a page that can be one: scripts in it have their size
ELEMENTS_MAX: Final = 1_000
LOOKED_INTO: Final = 5  # elements of a kind

SEEN: Final = etree.XPath(f"descendant::text()[not({' or '.join(f'ancestor::{tag}' for tag in sorted(UNSEEN))})]")

# Where frameworks hang in what they draw: React, Vue, Next, Nuxt, Gatsby, Ember, SvelteKit; <app-root> and the like.
MOUNT: Final = re.compile(r"(?:^|[-_])(?:root|app|mount|spa|next|nuxt|gatsby|ember|svelte|react|vue|angular|application)(?:[-_]|$)", re.IGNORECASE)
MOUNTED: Final = frozenset(("div", "main", "section", "article"))
# What asks whether a person is there is no shell to be drawn.
CHALLENGES: Final = ("cf-chl", "cf_chl", "challenge-platform", "px-captcha", "_incapsula_", "captcha-delivery", "awswaf", "ddos-guard", "sucuri_cloudproxy")


def is_shell(root: etree._Element | None, html: str) -> bool:
    """Whether the page under *root*, whose source is *html*, waits for scripts to draw it.

    Conservative: it has scripts, hardly any text and hardly a link, and an empty place that a framework draws into
    or the word that it needs JavaScript. A page that asks whether a person is there is none.

    >>> from lxml import etree
    >>> shell = '<body><div id="root"></div><script src="/main.js"></script></body>'
    >>> is_shell(etree.HTML(shell), shell)
    True
    >>> page = '<body><div id="root"><h1>Our vacancies</h1></div><script src="/main.js"></script></body>'
    >>> is_shell(etree.HTML(page), page)
    False
    """
    if root is None or not isinstance(root.tag, str) or len(html) > BYTES_MAX:
        return False
    nodes = [node for node in islice(root.iter(), ELEMENTS_MAX + 1) if isinstance(node.tag, str)]
    scripts = any(node.tag == "script" and "json" not in (node.get("type") or "") for node in nodes)
    links = sum(node.tag == "a" and bool(node.get("href")) for node in nodes)
    if len(nodes) > ELEMENTS_MAX or not scripts or links > LINKS_MAX or length(root) > TEXT_MAX:
        return False
    source = html.lower()
    if any(word in source for word in CHALLENGES):
        return False
    asking = islice((node for node in nodes if node.tag == "noscript"), LOOKED_INTO)
    return any("javascript" in "".join(node.itertext()).lower() for node in asking) or any(is_empty(node) for node in islice(filter(is_mount, nodes), LOOKED_INTO))


def is_mount(node: etree._Element) -> bool:
    """Whether a framework may draw into *node*, by its name or its id."""
    return bool("-" in node.tag or (node.tag in MOUNTED and MOUNT.search(node.get("id") or "")))


def is_empty(node: etree._Element) -> bool:
    """Whether *node* holds no more than a word of waiting."""
    return length(node) <= HELD_MAX and not any(inner.tag in HEADINGS for inner in node.iter())


def length(element: etree._Element) -> int:
    """How many characters a person sees in *element*."""
    return sum(len(text.strip()) for text in SEEN(element))
