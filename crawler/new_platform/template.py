"""The files of a new platform: an adapter that works, two saved pages of an invented board, and what is read of them.

They agree with each other from the first moment; what a person has to fill in bears the words :data:`MARK`.
"""

import json
import keyword
import re
from pathlib import Path
from string import Template
from typing import NamedTuple
from urllib.parse import urlsplit

from crawler.lists.address import AddressError, check_address, plain
from crawler.lists.search import SUFFIXES, with_scheme
from crawler.platforms import PLATFORMS, serves

FILES = Path(__file__).with_name("templates")
MARK = "FILL IN"
NO_KEY = frozenset(
    "www api app jobs job careers career apply boards board hire hiring recruiting embed widget en de fr es".split()
)


class TemplateError(ValueError):
    """No platform can be made of that; the message says why, in a line."""


class Board(NamedTuple):
    """The board that a platform's address is an example of: the platform's host, and where the key stands in it."""

    host: str
    key_pattern: str  # as Python source
    url: str  # of a board, with {key} for the key


def class_name(name: str) -> str:
    """*name* as the name of a class.

    >>> class_name("job_score"), class_name("boardly")
    ('JobScore', 'Boardly')
    """
    return "".join(part.capitalize() for part in name.split("_"))


def check_name(name: str) -> str:
    """*name* when a platform can be called so; :class:`TemplateError` says what is wrong with it."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,30}", name) or keyword.iskeyword(name):
        raise TemplateError(f'"{plain(name)}" is no name for a platform: small letters, digits and _, such as boardly')
    if name in PLATFORMS:
        raise TemplateError(f"{name} is there already")
    return name


def board_of(name: str, address: str | None) -> Board:
    """What *address*, of any board of the platform, shows; of an invented one when there is none.

    >>> board_of("boardly", "https://acme.boardly.com/jobs/12")[::2]
    ('boardly.com', 'https://{key}.boardly.com/')
    >>> board_of("boardly", "jobs.boardly.com/careers/acme")[::2]
    ('jobs.boardly.com', 'https://jobs.boardly.com/careers/{key}')
    """
    if address is None:
        host = f"{name.replace('_', '-')}.example"
        return Board(host, rf'r"^(?P<key>[\w-]+)\.{re.escape(host)}(?:/|\?|$)"', f"https://{{key}}.{host}/")
    try:
        url = check_address(with_scheme(address.strip()))
    except AddressError as error:
        raise TemplateError(str(error)) from error
    parts = urlsplit(url)
    site = SUFFIXES(parts.hostname or "")
    if not site.domain or not site.suffix:
        raise TemplateError(f"{plain(address)}: the host of no platform")
    if (known := serves(parts.hostname or "")) is not None:
        raise TemplateError(f"{parts.hostname} is served by {known.name} already")
    host = site.top_domain_under_public_suffix.lower()
    first = site.subdomain.lower().partition(".")[0]
    if first and first not in NO_KEY:
        rest = parts.hostname.removeprefix(f"{first}.") if parts.hostname else host
        return Board(rest, rf'r"^(?P<key>[\w-]+)\.{re.escape(rest)}(?:/|\?|$)"', f"https://{{key}}.{rest}/")
    path = [part for part in parts.path.split("/") if part]
    before = path[: next((at for at, part in enumerate(path) if part.lower() not in NO_KEY), len(path))]
    host = (parts.hostname or host).removeprefix("www.")
    folder = "".join(f"{part}/" for part in before)
    return Board(host, rf'r"^{re.escape(host)}/{re.escape(folder)}(?P<key>[\w-]+)"', f"https://{host}/{folder}{{key}}")


def files_of(name: str, address: str | None, html: bool) -> dict[str, str]:
    """The files of platform *name* by their path in the project; :class:`TemplateError` when it cannot be."""
    check_name(name)
    board = board_of(name, address)
    url = board.url.format(key="acme-bells")
    listing = url if html else f"https://api.{board.host}/v1/acme-bells/openings"
    values = {
        "name": name, "Class": class_name(name), "host": board.host, "host_pattern": re.escape(board.host), "key_pattern": board.key_pattern,
        "board_url": board.url, "posting_url": f"{url.rstrip('/')}/jobs/4101",
    }  # fmt: skip
    kind = "html" if html else "json"
    files = {f"crawler/platforms/{name}.py": filled(FILES / ("html.py.txt" if html else "api.py.txt"), values)}
    for case in ("ordinary", "ugly"):
        folder = f"tests/pages/{name}/{case}"
        files[f"{folder}/page.{kind}"] = filled(FILES / f"{case}.{kind}", values)
        address_of_case = values["posting_url"] if html and case == "ordinary" else listing
        files[f"{folder}/meta.json"] = json.dumps({"url": address_of_case}, indent=1) + "\n"
    return files


def filled(file: Path, values: dict[str, str]) -> str:
    return Template(file.read_text("utf-8")).substitute(values)
