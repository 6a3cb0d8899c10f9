"""What an adapter is made of: pages in, answers out. Nothing here sends anything.

A :class:`Platform` knows its addresses and where to begin. A :class:`Form` is one shape of response that the
platform serves (its API's list, a detail, its HTML board) and says what such a response holds. An adapter is one
file with one platform and its forms, and holds only what is true of that platform. Most of it is class attributes;
where a platform needs code, it overrides the method that the attribute is for.
"""

from crawler.platforms.base.ask import JSON_HEADERS, Ask, BoardRef
from crawler.platforms.base.form import Form, has_form, public
from crawler.platforms.base.html import HtmlForm
from crawler.platforms.base.json import JsonForm
from crawler.platforms.base.page import Page
from crawler.platforms.base.paging import PAGES_MAX, Numbers, Offsets, further
from crawler.platforms.base.platform import Platform
from crawler.platforms.base.rules import address, constant, css, jmes, made, objects, parts, section, xpath
from crawler.platforms.base.template import here
from crawler.platforms.base.values import (
    beside,
    count_at,
    dig,
    find_key,
    first_row,
    headed,
    json_at,
    listed,
    parse_json,
)

__all__ = [
    "JSON_HEADERS",
    "PAGES_MAX",
    "Ask",
    "BoardRef",
    "Form",
    "HtmlForm",
    "JsonForm",
    "Numbers",
    "Offsets",
    "Page",
    "Platform",
    "address",
    "beside",
    "constant",
    "count_at",
    "css",
    "dig",
    "find_key",
    "first_row",
    "further",
    "has_form",
    "headed",
    "here",
    "jmes",
    "json_at",
    "listed",
    "made",
    "objects",
    "parse_json",
    "parts",
    "public",
    "section",
    "xpath",
]
