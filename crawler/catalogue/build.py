"""Make ``boards.csv``, and ``own_domains.csv`` of the platforms, anew. For maintainers: the crawl never runs this.

    python -m crawler.catalogue.build SEEN.csv

*SEEN.csv* has the columns ``company``, ``platform`` and ``token_or_url``: the board's token on the platform, its address,
or both with a space between. ``more.csv`` beside this file has the same columns and is always read too: add by hand there
what no such list has. Only facts that prove themselves get in:

- an address that belongs to a platform gives the key;
- a token alone is a key where the tokens of its platform are known to be keys: they are in the rows that have both;
- an address under a company's own domain stays an address, and the crawl finds out what serves it. What it was seen to be
  goes into ``own_domains.csv`` (:mod:`crawler.platforms.own_domains`), unless two rows do not agree on it;
- rows of platforms without an adapter, and boards for a company's own people, are left out.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from crawler.catalogue import FILE, Listed, folded_name
from crawler.lists.address import AddressError, check_address, folded
from crawler.platforms import GENERAL, PLATFORMS, one_spelling, platform_by_address
from crawler.platforms.own_domains import FILE as OWN_DOMAINS

MORE = FILE.with_name("more.csv")
PROOF = 20  # rows with token and address that must agree before a token alone is believed
AGREE = 0.95  # share of them
INTERNAL = re.compile(r"(?:^|[-_./])internal|internal(?:$|[-_./])", re.IGNORECASE)
# What boards are called before and behind the company's name.
BEFORE = re.compile(
    r"^(?:(?:our\s+)?(?:careers?|jobs)\s*(?:\bat\b|@|[-–|:]\s)|(?:karriere|jobs|stellen)\s+bei\b|karriere\b)\s*(?=\S)",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"(?:\s+[-–|]\s*)?\s+(?:(?:job|career)\s+(?:opportunities|opportunity|openings|board|page|site|portal)"
    r"|careers?|jobs|karriere)\s*$",
    re.IGNORECASE,
)
NO_NAME = frozenset(
    "career careers carreiras carrières carriere emplois empleo job jobs karriere lavoro stellen vacancies vacatures work".split()
)


class Seen(NamedTuple):
    """A row: what was written down of one board."""

    company: str
    called: str  # the platform, by the name that the list has for it
    token: str | None
    url: str | None


class OwnDomain(NamedTuple):
    """A line of ``own_domains.csv``."""

    address: str
    platform: str
    key: str


def seen_in(path: Path) -> Iterator[Seen]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = (row["token_or_url"] or "").split()
            urls = [part for part in parts if part.startswith(("http://", "https://"))]
            tokens = [part for part in parts if part not in urls]
            yield Seen(
                display_name(row["company"]),
                row["platform"].strip().lower(),
                tokens[0] if tokens else None,
                urls[-1] if urls else None,
            )


def display_name(name: str) -> str:
    """*name* without what a board is called before or behind it; empty when it names nobody.

    >>> display_name("Acme &amp; Sons  Careers"), display_name("Jobs @ Acme"), display_name("Our jobs")
    ('Acme & Sons', 'Acme', '')
    """
    name = BEHIND.sub("", BEFORE.sub("", " ".join(unescape(name or "").split())))
    return "" if all(word in NO_NAME or word in ("our", "at") for word in name.casefold().split()) else name


def our_names(rows: list[Seen]) -> dict[str, str]:
    """Our name of each platform that the list names: the one that most of its addresses belong to, or the same word."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.url and (match := platform_by_address(row.url)) is not None:
            votes[row.called][match[0].name] += 1
    names = {called: counted.most_common(1)[0][0] for called, counted in votes.items()}
    return {row.called: row.called for row in rows if row.called in PLATFORMS and row.called not in GENERAL} | names


def key_of_token(platform: str, token: str) -> str | None:
    """The key that *token* would be, when the platform's own address of such a board gives it back."""
    try:
        match = platform_by_address(PLATFORMS[platform].board_url(token))
    except (ValueError, LookupError):  # a token of another shape than the platform's keys
        return None
    return (
        match[1]
        if match is not None and match[0].name == platform and match[1].casefold() == token.casefold()
        else None
    )


def trusted(rows: list[Seen], names: dict[str, str]) -> set[str]:
    """The platforms whose tokens are keys."""
    agree: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if (
            row.token
            and row.url
            and (match := platform_by_address(row.url)) is not None
            and match[0].name == names.get(row.called)
        ):
            agree[match[0].name].append(match[1] == key_of_token(match[0].name, row.token))
    return {name for name, checks in agree.items() if len(checks) >= PROOF and sum(checks) >= AGREE * len(checks)}


def listed_of(row: Seen, platform: str, tokens_are_keys: bool) -> Listed | str:
    """The line of *row* for the catalogue, or why there is none."""
    if not row.company:
        return "no company"
    match = platform_by_address(row.url) if row.url else None
    if match is not None and match[0].name != platform:
        return "an address of another platform"
    key = match[1] if match is not None else None
    if key is None and row.token and tokens_are_keys:
        key = key_of_token(platform, row.token)
    if (
        key is None
        and row.url
        and not any(f".{host}/" in f"{row.url}/".replace("//", "//.") for host in PLATFORMS[platform].hosts)
    ):
        try:
            key = check_address(row.url)
        except AddressError:
            key = None
    if key is None:
        return "no key"
    return "a board of its own people" if INTERNAL.search(key) else Listed(row.company, platform, key)


def build(rows: list[Seen]) -> tuple[list[Listed], Counter[str]]:
    """The lines of the catalogue in their order, each board once, and how many rows were left out for which reason."""
    names, left_out = our_names(rows), Counter[str]()
    tokens = trusted(rows, names)
    boards: dict[tuple[str, str], Listed] = {}
    for row in rows:
        if (platform := names.get(row.called)) is None:
            left_out["no adapter"] += 1
            continue
        listed = listed_of(row, platform, platform in tokens)
        if isinstance(listed, str):
            left_out[listed] += 1
            continue
        board = (platform, folded(listed.key)) if "://" in listed.key else one_spelling(platform, listed.key)
        first = boards.get(board)
        if first is not None:
            left_out["the board again"] += 1
        if first is None or better(listed.company, first.company):
            boards[board] = listed
    return sorted(boards.values(), key=lambda one: (folded_name(one.company), one)), left_out


def own_domains(rows: list[Seen]) -> list[OwnDomain]:
    """The addresses under companies' own domains whose board is known, in their order."""
    names, found = our_names(rows), defaultdict[str, set[tuple[str, str]]](set)
    tokens = trusted(rows, names)
    for row in rows:
        platform = names.get(row.called)
        if platform is None or not row.url or platform_by_address(row.url) is not None:
            continue
        try:
            url = check_address(row.url)
        except AddressError:
            continue
        parts = urlsplit(url)
        address = f"{(parts.hostname or '').lower()}{parts.path.rstrip('/')}"
        key = key_of_token(platform, row.token) if row.token and platform in tokens else None
        found[address].add((platform, key or address))
    return sorted(OwnDomain(f"https://{address}", *boards.pop()) for address, boards in found.items() if len(boards) == 1)


def better(name: str, other: str) -> bool:
    """Whether *name* looks more like a name that a person wrote than *other*, of the same board.

    >>> better("Acme Robotics", "acmerobotics"), better("acme", "Acme"), better("Acme", "acme")
    (True, False, True)
    """
    return (" " in name, name != name.lower()) > (" " in other, other != other.lower())


def write(lines: Iterable[Listed] | Iterable[OwnDomain], fields: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(fields)
        writer.writerows(lines)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    rows = [*seen_in(Path(arguments[0])), *seen_in(MORE)]
    listed, left_out = build(rows)
    write(listed, Listed._fields, FILE)
    own = own_domains(rows)
    write(own, OwnDomain._fields, OWN_DOMAINS)
    companies, platforms = {folded_name(one.company) for one in listed}, {one.platform for one in listed}
    print(f"{len(rows)} rows, {len(listed)} boards of {len(companies)} companies on {len(platforms)} platforms, {len(own)} known under own domains")
    for reason, number in left_out.most_common():
        print(f"  left out, {reason}: {number}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
