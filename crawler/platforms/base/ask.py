"""What adapters ask for, and the boards that they know of."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson

JSON_HEADERS = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Ask:
    """A request that an adapter wants made; the spider decides whether and when.

    ``json`` is sent as a JSON body and makes the request a POST.
    """

    url: str
    json: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return "GET" if self.json is None else "POST"

    @property
    def body(self) -> bytes:
        return b"" if self.json is None else orjson.dumps(self.json)


class BoardRef(NamedTuple):
    """A board of a known platform: the platform's name and the platform's own key of the board."""

    platform: str
    key: str
