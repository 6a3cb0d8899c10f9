"""Public boards that were seen, by the name of their company: what ``-a companies=discord,stripe`` reads.

``boards.csv`` holds facts only: a company, the platform that serves its board, the platform's key of it. Companies
move; ``scrapy boards`` says where a board stands today. :mod:`crawler.catalogue.build` makes the file.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from crawler.boards import BoardEntry
from crawler.duplicates.employer import name_words
from crawler.lists.address import nearest, shown
from crawler.platforms import PLATFORMS

FILE = Path(__file__).with_name("boards.csv")
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "&": " and "}
)


class Listed(NamedTuple):
    """A line of the catalogue. *key* is the platform's key of the board, or the address of one under a company's own domain."""

    company: str
    platform: str
    key: str

    @property
    def url(self) -> str:
        return self.key if "://" in self.key else PLATFORMS[self.platform].board_url(self.key)


class UnknownCompanyError(ValueError):
    """Names that the catalogue does not have; the message says each and what may have been meant, in a line."""


def folded_name(name: str) -> str:
    """What is equal for two spellings of a company's name: letters and digits, without case, accents and legal form.

    >>> folded_name("Müller & Söhne GmbH") == folded_name("muller sohne"), folded_name("#Acme, Inc.")
    (True, 'acme')
    """
    plain = re.sub(r"\+(?!\w)", " plus", name.casefold()).translate(LETTERS)
    plain = re.sub(r"\b([a-z])/([a-z])\b", r"\1\2", plain)  # A/S, S/A
    words = "".join(name_words(plain))
    return words or "".join(c for c in unicodedata.normalize("NFKC", plain) if c.isalnum())


@lru_cache(maxsize=1)
def catalogue() -> dict[str, list[Listed]]:
    """The lines of the catalogue by :func:`folded_name`; those of platforms that are not there are left out."""
    found: dict[str, list[Listed]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            listed = Listed(row["company"], row["platform"], row["key"])
            if listed.platform in PLATFORMS:
                found[folded_name(listed.company)].append(listed)
    return dict(found)


def split_names(text: str) -> list[str]:
    """The names in a list that is separated by commas or semicolons; a legal form behind a comma stays with its name.

    >>> split_names("Discord, Acme, Inc.; stripe,")
    ['Discord', 'Acme, Inc.', 'stripe']
    """
    names: list[str] = []
    for mark, part in re.findall(r"(^|[,;])([^,;]*)", text):
        part = part.strip()
        if not part:
            continue
        if mark == "," and names and not name_words(f"x {part}")[1:]:
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def boards_of_companies(text: str) -> list[BoardEntry]:
    """Every board of the companies that *text* names, in its order; :class:`UnknownCompanyError` when one is not there.

    What a board says of its company goes before the catalogue's name, which is for where it says none.
    """
    known = catalogue()
    boards: dict[str, BoardEntry] = {}
    unknown: list[str] = []
    for name in split_names(text):
        listed = known.get(folded_name(name))
        if listed is None:
            unknown.append(name)
        for one in listed or ():
            boards.setdefault(one.url, BoardEntry(one.url, one.company, source="-a companies="))
    if unknown:
        raise UnknownCompanyError("; ".join(said_of(name, known.values()) for name in unknown))
    return list(boards.values())


def said_of(name: str, known: Iterable[list[Listed]]) -> str:
    """What is said of *name*, which the catalogue does not have: the nearest name there, or what to do instead."""
    names = {listed.company: listed for group in known for listed in group}
    by_key = {listed.key.casefold(): company for company, listed in names.items()}
    near = by_key.get(name.strip().casefold()) or nearest(name, names)
    return f"{shown(name)} is not in the catalogue. " + (
        f"Did you mean {shown(near)}?" if near else "Give its careers page with -a url="
    )
