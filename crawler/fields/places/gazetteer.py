"""Names of cities, regions and countries, looked up on disk.

The names are one file beside this module (``gazetteer.tsv``, some 110,000 lines sorted by key), mapped into memory and
found by a sparse index: nothing is parsed before it is asked for, and the system may drop the pages at any time. Data: GeoNames (https://www.geonames.org, CC BY 4.0) and
Unicode CLDR (https://cldr.unicode.org, Unicode-3.0); made by `crawler.fields.places.build_gazetteer`.
"""

import mmap
import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("gazetteer.tsv")
BLOCK = 1024  # bytes between two keys of the index
LONGEST = 60  # characters of the longest key; nothing longer is looked up
CITY, REGION, COUNTRY, LETTERS = "c", "r", "n", "l"


class Name(NamedTuple):
    """One meaning of a name: *kind* c (city), r (region), n (country) or l (a country's ISO letters); *country* ISO 3166-1 alpha-2.

    *code*: the first-level region that a city lies in, that a region is: letters in the US, Canada, Australia and Brazil
    ("CA", "ON", "NSW", "SP"), elsewhere GeoNames' own number; "" if not known.
    *people*: inhabitants in thousands, 0 for a region or country. *name*: the usual English or local spelling.
    """

    kind: str
    country: str
    code: str
    people: int
    name: str


_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ə": "a"}
    | dict.fromkeys("'’‘`´ʻʼʿʾ.\u200b\u200c\u200d\ufeff")
    | dict.fromkeys("-–—‐‑_/,+()[]·･・=＝", " ")
    | {"&": " and "}
)
_SHORT = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}
_SHORTEN = re.compile(r"\b(?:" + "|".join(_SHORT) + r")\b(?=.)")
_VOICED = "\u3099\u309a"  # kana keep their voice marks: か and が are two letters


def key(name: str) -> str:
    """Fold *name* to the form under which it is looked up: small letters, no accents, no punctuation.

    >>> key("São Paulo"), key("St. Louis"), key("Saint-Denis"), key("U.S.A."), key("Łódź")
    ('sao paulo', 'st louis', 'st denis', 'usa', 'lodz')
    """
    name = name.casefold()
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name)
        name = "".join([c for c in parts if not unicodedata.combining(c) or c in _VOICED])
        name = unicodedata.normalize("NFC", name)
    name = " ".join(name.translate(_LETTERS).split())
    return _SHORTEN.sub(lambda m: _SHORT[m[0]], name) if "t" in name else name


@lru_cache(1)
def _file() -> tuple[mmap.mmap, list[bytes], list[int]]:
    """Map the file; the first key and the offset of every block of lines are its index."""
    with DATA.open("rb") as lines:
        data = mmap.mmap(lines.fileno(), 0, access=mmap.ACCESS_READ)
    keys, starts, at = [], [], 0
    while at < len(data):
        keys.append(data[at : data.find(b"\t", at)])
        starts.append(at)
        at = data.find(b"\n", min(at + BLOCK, len(data) - 1)) + 1
    return data, keys, [*starts, len(data), len(data)]


@lru_cache(8192)
def names(folded: str) -> tuple[Name, ...]:
    """All meanings of *folded* (made by `key`), the best known first; empty for what is no name.

    >>> [(n.kind, n.country, n.code) for n in names("georgia")]
    [('n', 'GE', ''), ('r', 'US', 'GA')]
    """
    wanted = folded.encode("utf-8", "replace")
    if not wanted or len(wanted) > 4 * LONGEST:
        return ()
    data, keys, starts = _file()
    block = max(0, bisect_left(keys, wanted) - 1)
    prefix = wanted + b"\t"
    first = max(0, starts[block] - 1)
    at = first + 1 + data[first : starts[block + 2]].find(b"\n" + prefix)
    found = []
    while data[at : at + len(prefix)] == prefix:
        end = data.find(b"\n", at)
        _, kind, country, code, people, name = data[at:end].decode().split("\t")
        found.append(Name(kind, country, code, int(people or 0), name or folded.title()))
        at = end + 1
    return tuple(found)
