"""A country's name to its code."""

from functools import lru_cache

from crawler.fields.places import gazetteer
from crawler.fields.places.gazetteer import COUNTRY, LETTERS, key
from crawler.fields.places.words import COUNTRIES

LONGEST = 80  # characters of a country's name


def country_code(name: object) -> str | None:
    """Read a country's name, in any of some forty languages, or its ISO 3166 letters; ``None`` for what is none.

    >>> country_code("Deutschland"), country_code("USA"), country_code("gb"), country_code("Atlantis")
    ('DE', 'US', 'GB', None)
    """
    return _code(key(name)) if isinstance(name, str) and len(name) <= LONGEST else None


@lru_cache(1024)
def _code(folded: str) -> str | None:
    if folded in COUNTRIES:
        return COUNTRIES[folded]
    kinds = (COUNTRY, LETTERS) if len(folded) < 4 else (COUNTRY,)
    return next((n.country for n in gazetteer.names(folded) if n.kind in kinds), None)
