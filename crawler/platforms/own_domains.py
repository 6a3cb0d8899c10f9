"""Boards under companies' own domains: which platform serves them, by facts that were seen and by forms that only one platform has.

``own_domains.csv`` holds the facts: an address, the platform, the platform's key of the board. :mod:`crawler.catalogue.build`
makes it. A key that is itself an address without its scheme means that the platform serves the company's domain.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

FILE: Final = Path(__file__).with_name("own_domains.csv")
_HOST: Final = r"^(?P<key>[\w.-]+"
_LOCALE: Final = r"[a-z]{2}(?:[-_][a-z]{2,4})?"
# Forms of addresses that no other software has; the key is the part that all addresses of the board share.
_FORMS: Final = {
    "avature": rf"{_HOST}/(?:{_LOCALE}/)?[\w-]+)/(?-i:SearchJobs|JobDetail|FolderDetail|PipelineDetail)(?:[/?]|$)",
    "eightfold": rf"{_HOST})/(?:careers(?:/search|/job/\d+|/job)?/?|api/(?:apply/v2|pcsx)/[\w/]+)\?(?:[^#]*&)?domain=[\w-]+\.[\w.-]+",
    "oracle": rf"{_HOST}/(?:hcmUI/CandidateExperience/{_LOCALE}/sites/[\w-]+|{_LOCALE}/sites/[\w-]+(?=/(?:jobs?|requisitions)(?:[/?]|$))))",
    "pageup": rf"{_HOST})/(?:\d+/)?cw/{_LOCALE}/(?:listing|filter|job|search)(?:[/?]|$)",
    "successfactors": rf"{_HOST})/(?:go/[^/?]+/\d{{5,10}}(?:[/?]|$)|search/?\?(?:[^#]*&)?(?:createNewAlert|startrow)=)",
    "talentbrew": rf"{_HOST})/(?:{_LOCALE}/)?search-jobs/results\?(?:[^#]*&)?ActiveFacetID=",
    "taleo": rf"{_HOST})/careersection/[\w.-]+/(?:jobsearch|moresearch|joblist|jobdetail)\.ftl",
    "umantis": rf"{_HOST})/(?-i:Jobs/All|Vacancies/\d+/Description/\d+)(?:[/?]|$)",
}
FORMS: Final = {platform: re.compile(pattern, re.IGNORECASE) for platform, pattern in _FORMS.items()}


class Known(NamedTuple):
    """A board that was seen at ``path`` of a host."""

    path: str  # without the slash at its end
    platform: str
    key: str
    below: bool  # the platform serves the domain: what is below the path is its, too


def bare_host(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


@cache
def facts() -> dict[str, list[Known]]:
    """What was seen, by :func:`bare_host`, the longest path first; read when first asked for (some 200 lines, 1 ms)."""
    found: dict[str, list[Known]] = {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = urlsplit(row["address"])
            known = Known(parts.path.rstrip("/"), row["platform"], row["key"], is_own(row["key"], row["address"]))
            found.setdefault(bare_host(parts.hostname or ""), []).append(known)
    for boards in found.values():
        boards.sort(key=lambda one: -len(one.path))
    return found


def seen_at(url: str) -> tuple[str, str] | None:
    """The name of the platform whose board was seen at *url*, and its key; ``None`` when none was.

    Under a domain that the platform serves, every address below the board's is its; a page of the company's site that
    shows a board is that page alone.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    for known in facts().get(bare_host(parts.hostname or ""), ()):
        if path == known.path or (known.below and path.startswith(f"{known.path}/")):
            return known.platform, known.key
    return None


def is_own(key: str, url: str) -> bool:
    """Whether *key* says that the platform serves the domain of *url*.

    >>> is_own("careers.acme.example/jobs", "https://careers.acme.example/jobs"), is_own("acme", "https://acme.example/jobs")
    (True, False)
    """
    return bare_host(key.partition("/")[0]) == bare_host(urlsplit(url).hostname or "")


def of_form(url: str) -> tuple[str, str] | None:
    """The name of the platform whose form of address *url* has under a company's domain, and the board's key.

    >>> of_form("https://careers.acme.example/en_GB/careers/SearchJobs/?jobOffset=10")
    ('avature', 'careers.acme.example/en_GB/careers')
    >>> of_form("https://www.acme.example/jobs/search")
    """
    parts = urlsplit(url)
    address = f"{(parts.hostname or '').lower()}{parts.path}" + (f"?{parts.query}" if parts.query else "")
    for platform, pattern in FORMS.items():
        if match := pattern.match(address):
            return platform, match["key"]
    return None
