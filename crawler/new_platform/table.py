"""The platforms and what is read of each, as the code says it: the table in ``docs/platforms.md``."""

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from crawler.new_platform.check import cases_of
from crawler.new_platform.saved_pages import NOW, case
from crawler.normalise import normalise
from crawler.platforms import GENERAL, PLATFORMS
from crawler.platforms.base import Platform
from crawler.reader import parse, response_of

SOURCES = {"api": "API", "html": "page", "json-ld": "JSON-LD", "microdata": "microdata", "rdfa": "RDFa", "text": "text"}
HOSTS = 3  # of a platform in the table
HEAD = """# Platforms

Made from the code by `scrapy platform --docs`; a test says when it is out of date.

*read from*: the forms that its adapter knows, in the order in which they are tried. *texts*: whether a list has
them, or each posting is asked for.
*further pages*: whether the listing is followed. *total*: whether the board says how many postings it has, or gives all of
them at once, which is what proves a listing. *pay*: whether the platform has fields for it, as its saved pages show; pay in
the text is read everywhere.
*known by*: real recorded responses, the vendor's documentation, or one source that uses it.

"""


class Line(NamedTuple):
    """A platform in the table."""

    title: str
    name: str
    hosts: str
    forms: str
    texts: str
    pages: str
    total: str
    pay: str
    known_by: str


# How a form answers: by methods of its own, or by attributes.
ANSWERS = {"next_asks": (("next_asks",), ("next_in", "next_url", "paging")), "total": (("total", "advertised"), ("total_in", "whole"))}


def has(platform: Platform, answer: str) -> bool:
    """Whether a form of *platform* answers *answer* otherwise than with "none"."""
    methods, attributes = ANSWERS[answer]
    return any(
        any(not getattr(type(form), name).__module__.startswith("crawler.platforms.base.") for name in methods)
        or any(getattr(form, name) for name in attributes)
        for form in platform.forms
    )


def title_of(platform: Platform) -> str:
    """How people write the platform: the first words of its adapter's docstring, else its name."""
    said = inspect.getdoc(sys.modules[type(platform).__module__]) or ""
    first = re.match(r"[^.,:(\n]{1,60}?(?=[.,:]\s|\.$|\n| \()", said)
    return first[0] if first else platform.name


class Shown(NamedTuple):
    """What the saved pages of a platform show."""

    pay: bool  # a field says it, and not only the text
    texts: bool  # a listing holds them


def shown_by(pages: Path) -> Shown:
    pay = texts = False
    for folder in cases_of(pages):
        body, url, kind, ask = case(folder)
        parsed = parse(response_of(body, url, kind), ask=ask)
        if parsed.total is not None or len(parsed.found) > 1:
            texts = texts or any(found.draft.description or found.draft.description_html for found in parsed.found)
        for found in parsed.found:
            pay = pay or normalise(found.draft, NOW).sources.get("salaries", "text") != "text"
    return Shown(pay, texts)


def lines(root: Path) -> Iterator[Line]:
    """The platforms, by their titles; *root* is the project's folder, with the saved pages."""
    for platform in sorted(PLATFORMS.values(), key=lambda one: title_of(one).casefold()):
        if platform.name in GENERAL:
            continue
        shown = shown_by(root / "tests" / "pages" / platform.name)
        more = len(platform.hosts) - HOSTS
        yield Line(
            title_of(platform),
            platform.name,
            ", ".join(platform.hosts[:HOSTS]) + (f" and {more} more" if more > 0 else "") or "own domains only",
            ", ".join(dict.fromkeys(SOURCES[form.source] for form in platform.forms)),
            "in the list" if shown.texts else "one by one",
            "yes" if has(platform, "next_asks") else "",
            "yes" if has(platform, "total") else "",
            "yes" if shown.pay else "",
            platform.confirmed,
        )


def document(rows: Sequence[Line]) -> str:
    """The text of ``docs/platforms.md``."""
    table = "| platform | name in ids | hosts | read from | texts | further pages | total | pay | known by |\n"
    table += "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    table += "".join("| " + " | ".join((row.title, f"`{row.name}`", *row[2:])) + " |\n" for row in rows)
    return f"{HEAD}{len(rows)} platforms; pages of no platform are read by `schema_org` (structured data) and `page` (what a person sees).\n\n{table}"
