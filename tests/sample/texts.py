"""From the tables to the text of a posting: its own sentences, and pieces that its kind of work and its company share."""

from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import yaml

HERE = Path(__file__).parent
Row = dict[str, Any]  # a company or a posting, as its table has it


@cache
def table(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


@dataclass
class Place:
    city: str
    region: str
    code: str
    country: str
    alpha2: str

    @property
    def printed(self) -> str:
        """As companies there print it: with the state in North America, with the country elsewhere."""
        return f"{self.city}, {self.code}" if self.alpha2 in ("US", "CA") else f"{self.city}, {self.country}"


@dataclass
class Text:
    """What a posting says, in the order in which it says it."""

    about: str
    role: str
    duties: list[str]
    asks: list[str]
    offer: list[str]
    pay: str | None
    closing: str
    heads: tuple[str, str, str]  # over duties, asks, offer


def digest(*seed: str) -> int:
    return int.from_bytes(blake2b("\n".join(seed).encode(), digest_size=8).digest(), "big")


def number(*seed: str, digits: int) -> int:
    """A number of so many digits, the same for the same seed."""
    return 10 ** (digits - 1) + digest(*seed) % (9 * 10 ** (digits - 1))


def uuid(*seed: str) -> str:
    return str(uuid5(NAMESPACE_URL, "\n".join(seed)))


def pick(pool: list[str], count: int, seed: str) -> list[str]:
    """So many of *pool*, in its order; which ones depends on *seed*."""
    taken = sorted(pool, key=lambda piece: digest(seed, piece))[:count]
    return [piece for piece in pool if piece in taken]


def language(company: Row, posting: Row) -> str:
    return str(posting.get("lang", company["lang"]))


def text_of(company: Row, posting: Row) -> Text:
    lang, title = language(company, posting), posting["title"]
    seed = f"{company['company']}/{title}"
    return Text(
        about=" ".join(company["about"][lang]),
        role=posting["role"],
        duties=posting["duties"],
        asks=posting["asks"] + pick(table("pieces.yaml")[lang][posting["family"]], 2, seed),
        offer=pick(company["offer"][lang], 3, seed),
        pay=posting.get("pay_text"),
        closing=company["closing"][lang],
        heads=tuple(company["headings"][lang]),
    )


def places(posting: Row) -> list[Place]:
    names = posting.get("places") or [name for name in [posting.get("place")] if name] + posting.get("other_places", [])
    return [Place(*table("places.yaml")[name]) for name in names]


SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "ç": "c", "ã": "a"}


def slug(text: str) -> str:
    plain = text.lower()
    for letter, written in SPELLED.items():
        plain = plain.replace(letter, written)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())


# HTML


def p(*lines: str | None) -> str:
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def ul(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item, quote=False)}</li>" for item in items) + "</ul>"


def section(head: str, items: list[str], tag: str = "h3") -> str:
    """A list under its heading; with ``strong`` the heading is a paragraph that only looks like one."""
    title = f"<{tag}>{escape(head, quote=False)}</{tag}>"
    return (f"<p>{title}</p>" if tag == "strong" else title) + ul(items)


def body(text: Text, tag: str = "h3") -> str:
    """The whole text as one piece of HTML."""
    parts = zip(text.heads, (text.duties, text.asks, text.offer), strict=True)
    return p(text.about, text.role) + "".join(section(head, items, tag) for head, items in parts) + p(text.pay, text.closing)
