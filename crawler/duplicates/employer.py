"""Who the employer is: display name, domain and board key as one company, whatever the platform."""

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from crawler.duplicates.names import (
    AGENCIES,
    AGENCY_WORDS,
    AGGREGATORS,
    CLIENT,
    CLIENT_WORDS,
    COMMON,
    LEGAL,
    LEGAL_PHRASES,
    NO_NAME,
    SMALL,
)
from crawler.duplicates.record import Record, field_of, text_of

LONGEST = 200  # characters of a name or key that are read
_CALL = re.compile(r"^(?:get|try|join|the|hire|use|go)(?=\w{4})")  # before a name in a domain or key: "getacme.example"


class Employer(NamedTuple):
    """*key*: the name folded to letters; *names*: every such form that stands for the company (name, domain, board).

    *initials* of a name of several words; *words*: the name's words, folded, without legal forms. *shown*: the name as it is
    printed. *agency*: works for others.
    """

    key: str | None
    names: frozenset[str]
    initials: str
    words: tuple[str, ...]
    shown: str | None
    agency: bool


def fold(text: str) -> str:
    """Small letters without accents.

    >>> fold("Crédit Zürich")
    'credit zurich'
    """
    if text.isascii():
        return text.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a company's name, folded, without its legal form, place of registration or a leading "The".

    >>> name_words("The Acme Widgets Co., Ltd."), name_words("Müller & Söhne GmbH & Co. KG"), name_words("Acme S.p.A.")
    (('acme', 'widgets'), ('muller', 'sohne'), ('acme',))
    """
    folded = fold(name[:LONGEST])
    for legal in LEGAL_PHRASES:
        folded = folded.replace(legal, " ")
    folded = re.sub(r"\b(?:\w\.)+\w\b\.?|['’`]", lambda m: m[0].replace(".", "").strip("'’`"), folded)
    words = [w for w in re.findall(r"[^\W_]+", folded) if w not in ("and", "und", "et", "y")]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    kept = [w for place, w in enumerate(words) if not place or w not in LEGAL]
    return tuple(kept)


def read_employer(posting: Record) -> Employer:
    """The employer of *posting*, from its company, company_url and board; what is missing is left out. Never raises."""
    return employer(text_of(posting, "company")[:LONGEST], domain_label(text_of(posting, "company_url")), board_label(posting))


@lru_cache(maxsize=1024)
def employer(company: str, domain: str | None, board: str | None) -> Employer:
    """The employer that a display name, a domain's and a board's label speak of: the same for every posting of a board."""
    shown = company.strip(" .,|-") or None
    words = name_words(shown) if shown else ()
    joined = "".join(words)
    names = {joined} if joined else set()
    initials = "".join(w[0] for w in words if w not in SMALL) if len(words) > 1 else ""
    for label in (domain, board):
        names.update((label, _CALL.sub("", label)) if label else ())
    agency = False
    if shown:
        folded = fold(shown)
        agency = any(word in folded for word in AGENCY_WORDS) or bool(
            words and (words[0] in AGENCIES or "".join(words[:2]) in AGENCIES)
        )
    return Employer(
        joined or domain or board, frozenset(n for n in names if len(n) > 1), initials, words, shown, agency
    )


def company_key(posting: Record) -> str | None:
    """One folded key per company, the same on every platform: the display name, else the domain, else the board's key.

    ``None`` when the posting names no company at all. Two keys that differ may still be one company under two names:
    :func:`relation` knows more.

    >>> company_key({"company": "Acme Widgets, Inc."}), company_key({"company_url": "https://www.acmewidgets.example.com"})
    ('acmewidgets', 'example')
    >>> company_key({"platform": "lever", "board": "acmewidgets"}), company_key({"board": "linkedin.com"})
    ('acmewidgets', None)
    """
    return read_employer(posting).key


@lru_cache(maxsize=4096)
def domain_label(url: str) -> str | None:
    """The registered name in *url* without its suffix, ``None`` for none or for a site of many employers.

    >>> domain_label("https://careers.acme.co.uk/jobs"), domain_label("https://uk.linkedin.com/company/acme")
    ('acme', None)
    """
    if not url or len(url) > 2000:
        return None
    label = _registered(url)
    return (
        squeeze(label)
        if label not in AGGREGATORS and label not in NO_NAME and not label.replace(".", "").isdigit()
        else None
    )


@lru_cache(maxsize=4096)
def _registered(url: str) -> str:
    """The label that was registered: "acme" of "https://jobs.acme.co.uk/"."""
    try:
        found: str = _suffixes()(url).domain.lower()
    except ValueError:
        return ""
    return found


@lru_cache(maxsize=1)
def _suffixes() -> Any:
    import tldextract  # Scrapy's own dependency; the list in the package, never fetched

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def host_of(url: str) -> str:
    """The host of *url* without "www.", empty where there is none."""
    try:
        return (urlsplit(url[:2000]).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def on_aggregator(posting: Record) -> bool:
    """Whether *posting* was read on a site that lists postings of many employers, by its address or its board.

    >>> on_aggregator({"url": "https://uk.indeed.com/viewjob?jk=1"}), on_aggregator({"board": "LinkedIn"})
    (True, True)
    >>> on_aggregator({"platform": "greenhouse", "board": "indeed", "url": "https://boards.greenhouse.io/indeed/jobs/1"})
    False
    """
    board = text_of(posting, "board")[:LONGEST].casefold()
    own_key = field_of(posting, "platform") and "." not in board
    return any(
        _registered(host) in AGGREGATORS
        for host in (host_of(text_of(posting, "url")), "" if own_key else board)
        if host
    )


def own_board(posting: Record) -> bool:
    """Whether *posting* was read on a board of its company's own: one on a platform, or a site that is called like the company.

    >>> own_board({"platform": "lever", "board": "acme"}), own_board({"company": "Acme", "url": "https://jobs.acme.co.uk/1"})
    (True, True)
    >>> own_board({"company": "Acme", "platform": "page", "url": "https://townjobs.example/acme/1"})
    False
    """
    if on_aggregator(posting):
        return False
    if text_of(posting, "platform") not in ("", "page", "schema_org"):
        return True
    key, label = company_key(posting), squeeze(_registered(text_of(posting, "url")[:2000]))
    return bool(key and label and len(label) > 2 and (key.startswith(label) or label.startswith(key)))


def board_label(posting: Record) -> str | None:
    """The company in the board's key, squeezed; ``None`` where the key names a site of many employers or nobody."""
    key = text_of(posting, "board")[:LONGEST]
    return _of_key(key) if key and field_of(posting, "platform") else None  # without a platform it is the name of a site


@lru_cache(maxsize=1024)
def _of_key(key: str) -> str | None:
    if re.search(r"\.[a-z]{2,}(?:$|[/:])", key, re.IGNORECASE):
        return domain_label(key)
    first = next((part for part in re.split(r"[/:|@]", fold(key)) if part and part not in NO_NAME), "")
    first = re.sub(r"\.wd\d+$|^(?:[a-z]{0,3}careers?|jobs?|apply)[-_.](?=\w{2})", "", first)
    first = re.sub(r"(?:[-_ ](?:careers?|jobs?|inc|llc|ltd|gmbh|\d{1,3}))+$|(?<=\w{3})(?:careers?|jobs)$", "", first)
    return None if first in NO_NAME or first.isdigit() else squeeze(first)


def squeeze(text: str) -> str | None:
    return "".join(re.findall(r"[^\W_]+", fold(text))) or None


def relation(a: Employer, b: Employer) -> str | None:
    """How two employers go together: ``same``, ``related`` (one name within the other, brands of a house), ``other``.

    ``None`` when one of them is not named, or only by a key or domain that says nothing to the other.

    >>> hays, tech, bank = (read_employer({"company": n}) for n in ("Hayward Recruiting Ltd", "Hayward Technology", "City Bank"))
    >>> relation(hays, tech), relation(hays, bank)
    ('related', 'other')
    """
    if a.key is None or b.key is None:
        return None
    if a.key == b.key or a.names & b.names:
        return "same"
    short, long = sorted((a.words, b.words), key=lambda words: (len(words), words))
    if short and long:
        shared = 0
        while shared < len(short) and short[shared] == long[shared]:
            shared += 1
        if any(word not in COMMON and len(word) > 1 for word in short[:shared]):
            return "related"
    if (
        (short and len(short[0]) >= 5 and short[0] not in COMMON and len(short) == 1 and short[0] in long)
        or a.initials in b.names
        or b.initials in a.names
    ):
        return "related"  # "The Walt Acme Company" and "Acme"; "Bureau of Acme Research" and "BAR"
    first, second = sorted((a.key, b.key), key=lambda key: (len(key), key))
    if len(first) >= 5 and first not in COMMON and second.startswith(first):
        return "related"
    return "other" if a.words and b.words else None


def speaks_of(text: str, employer: Employer) -> bool:
    """Whether *text* names *employer*, written as a name (capital letters count, so that "sage" is not Sage)."""
    if not employer.shown:
        return False
    name = re.split(r"\s[|–—-]\s|[(,]", employer.shown)[0].strip(" .")
    words = name.split()
    while len(words) > 1 and (fold(words[-1]).strip(".") in LEGAL or fold(words[-1]) in ("group", "uk", "plc")):
        words.pop()
    while len(words) > 1 and fold(words[0]) == "the":
        words.pop(0)
    name = " ".join(words)
    if len(name) < 3 or fold(name) in COMMON:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[:20_000]) is not None


def speaks_of_client(text: str) -> bool:
    """Whether *text* is written by somebody who recruits for another ("our client")."""
    said = text[:20_000]
    folded = said.casefold()
    return any(word in folded for word in CLIENT_WORDS) and CLIENT.search(said) is not None
