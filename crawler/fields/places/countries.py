"""A country's name to its code."""

from functools import lru_cache

from crawler.fields.places import gazetteer
from crawler.fields.places.gazetteer import COUNTRY, LETTERS, key
from crawler.fields.places.words import COUNTRIES


@lru_cache(1024)
def country_code(name: object) -> str | None:
    """Read a country's name, in any of some forty languages, or its ISO 3166 letters; ``None`` for what is none.

    >>> country_code("Deutschland"), country_code("USA"), country_code("gb"), country_code("Atlantis")
    ('DE', 'US', 'GB', None)
    """
    if not isinstance(name, str) or len(name) > 80:
        return None
    folded = key(name)
    if folded in COUNTRIES:
        return COUNTRIES[folded]
    kinds = (COUNTRY, LETTERS) if len(folded) < 4 else (COUNTRY,)
    return next((n.country for n in gazetteer.names(folded) if n.kind in kinds), None)
