"""What a location text is read to."""

from typing import NamedTuple


class Place(NamedTuple):
    """*city* as written, *region* as written or the letters of a US, Canadian, Australian or Brazilian state, *country* ISO 3166-1 alpha-2."""

    city: str | None = None
    region: str | None = None
    country: str | None = None


class Location(NamedTuple):
    """*workplace*: remote (offered at all), hybrid, onsite or ``None``; *remote_scope*: "US", "US-MD", "EMEA", ..."""

    places: list[Place]
    workplace: str | None
    remote_scope: list[str]
