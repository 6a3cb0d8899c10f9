"""Addresses in what people write: found in any text, brought into one spelling, told apart from those that are no board."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import tldextract

from crawler.lists.address import LONGEST, AddressError, check_address
from crawler.platforms import platform_by_address

CELL = 20_000  # characters of a text that are looked at
SUFFIXES = tldextract.TLDExtract(
    suffix_list_urls=(), cache_dir=None
)  # the list that the library ships: nothing is fetched

# With a scheme, also a mistyped one: http:/acme.example, https//acme.example.
WRITTEN = re.compile(r"\b(?:https?:?/{1,4}|https?:(?=[\w-]+\.))(?=[^\s/])[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
NEXT = re.compile(
    r"(?<=[\w/])[,;]+(?=(?:https?:/|www\.))|(?<=[^/=?&:])(?=https?://)", re.IGNORECASE
)  # a further address begins
BARE = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?::\d{2,5})?"
    r"(?:/[^\s\"'<>\\^`{|}]*|(?![\w@.-]))",
    re.IGNORECASE,
)
ENDS = ".,;:!?'*_~>»”’"
TRACKING = re.compile(
    r"utm_\w+|[gm]clid|fbclid|msclkid|dclid|igshid|mc_[ce]id|_hs\w+|hsa_\w+|_ga|gh_src|lever-(?:source|origin)(?:\[\])?|trk",
    re.IGNORECASE,
)

# Addresses that carry another one: the host and path, the parameter it stands in.
WRAPPERS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/url$"), ("q", "url")),
    (re.compile(r"(?:l|lm|www)\.(?:facebook|instagram)\.com/(?:l|flx/warn)\.?\w*/?$"), ("u",)),
    (re.compile(r"(?:www\.)?linkedin\.com/(?:safety/go|redir/redirect)/?$"), ("url",)),
    (re.compile(r"[\w-]+\.safelinks\.protection\.outlook\.com/?$"), ("url",)),
    (re.compile(r"(?:www\.)?youtube\.com/redirect$"), ("q",)),
)
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}\w*/(?=https?:/)", re.IGNORECASE)

# Sites of many companies, by the name they registered or the whole of it: what they have of one is no board.
MANY = frozenset(
    """
    facebook instagram twitter youtube tiktok pinterest reddit whatsapp github gitlab crunchbase pitchbook wikipedia wikidata
    glassdoor kununu comparably teamblind linkedin indeed xing ziprecruiter stepstone google bing
    x.com t.co t.me fb.com fb.me wa.me goo.gl bit.ly lnkd.in youtu.be medium.com substack.com levels.fyi angel.co wellfound.com builtin.com
    threads.net threads.com discord.gg apple.com linktr.ee tinyurl.com calendly.com
    """.split()
)
# Where such a site has openings of its own.
THEIR_OWN = re.compile(
    r"(?:careers?|jobs|about|lifeat\w*|work)\."
    r"|[^/]+/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:about/)?(?:careers?|jobs)(?:/|$)",
    re.IGNORECASE,
)
FILES = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|ico|css|js|pdf|docx?|xlsx?|pptx?|zip|mp4|woff2?)$", re.IGNORECASE)
CAREERS_HOST = re.compile(
    r"^(?:[\w-]*(?:career|job|karriere|stelle|recruit|talent|hiring|vacan|emploi|empleo|carri|lavor|werken)[\w-]*"
    r"|work|join|apply|team)\.",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """An address in a text: how it is written there, where that begins, and the address in one spelling."""

    written: str
    begin: int
    url: str


def addresses_in(text: str) -> Iterator[Address]:
    """The addresses in *text*, in their order, each unwrapped and without what only tracks; nothing that is none.

    >>> [found.url for found in addresses_in("Acme (see https://www.acme.example/jobs?utm_source=x#top), www.kites.com/work;")]
    ['https://www.acme.example/jobs', 'https://www.kites.com/work']
    >>> [found.url for found in addresses_in("cook@acme.com, Node.js, e.g. 3.5 and 12.10.2026")]
    []
    """
    text = text[:CELL]
    if "." not in text and "://" not in text:
        return
    taken: list[tuple[int, int]] = []
    found: list[Address] = []
    for match in WRITTEN.finditer(text):
        taken.append(match.span())
        begin = match.start()
        for part in NEXT.split(match[0]):
            at = text.find(part, begin)
            begin = at + len(part)
            found += as_address(part, at)
    alone = all(BARE.fullmatch(part) for part in re.split(r"[\s,;|]+", text.strip(" \t\n,;|")))
    for match in BARE.finditer(text):
        if not any(begin <= match.start() < end for begin, end in taken) and is_address(match[0], alone):
            found += as_address(match[0], match.start())
    yield from sorted(found, key=lambda address: address.begin)


def as_address(written: str, begin: int) -> list[Address]:
    """The one address that *written* is, none when it cannot be read."""
    url = closed(written)
    try:
        return [Address(url, begin, tidy(with_scheme(url)))]
    except (AddressError, ValueError):
        return []


def closed(written: str) -> str:
    """*written* without the signs behind it that belong to the sentence.

    >>> closed("acme.example/jobs)."), closed("acme.example/a_(b)")
    ('acme.example/jobs', 'acme.example/a_(b)')
    """
    while written:
        last = written[-1]
        if (
            last in ENDS
            or (last == ")" and written.count(")") > written.count("("))
            or (last == "]" and written.count("]") > written.count("["))
        ):
            written = written[:-1]
        else:
            break
    return written


def with_scheme(url: str) -> str:
    """*url* with the scheme that it lacks or that is mistyped; https where none is said."""
    scheme = re.match(r"(https?):?/{1,4}|(https?):(?=[\w-]+\.)", url, re.IGNORECASE)
    return f"{(scheme[1] or scheme[2]).lower()}://{url[scheme.end() :]}" if scheme else f"https://{url}"


def is_address(text: str, alone: bool) -> bool:
    """Whether *text*, which has no scheme, is meant as an address: a host that can be, and it has a path, a www or stands *alone*.

    >>> is_address("www.acme.com", False), is_address("acme.com", True), is_address("Co.KG", False), is_address("Node.js", True)
    (True, True, False, False)
    """
    host = SUFFIXES(text.partition("/")[0].partition(":")[0])
    return bool(host.suffix and host.domain) and (alone or "/" in text or host.subdomain.lower() == "www")


def tidy(url: str) -> str:
    """*url* in one spelling: unwrapped, its host in small letters, without what only tracks and without a place on the page.

    Raises :class:`AddressError` or ValueError for what is no address.

    >>> tidy("HTTPS://Acme.example/Jobs?b=1&utm_campaign=x&gh_src=2#top")
    'https://acme.example/Jobs?b=1'
    >>> tidy("https://www.google.com/url?sa=D&q=https://acme.example/%23/jobs")
    'https://acme.example/#/jobs'
    """
    url = unwrapped(url)
    parts = urlsplit(url)
    query = parts.query
    if any(TRACKING.fullmatch(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [
            (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not TRACKING.fullmatch(name)
        ]
        query = urlencode(kept, quote_via=quote, safe="/:,@")
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    return check_address(urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, query, fragment)))


def unwrapped(url: str) -> str:
    """The address that *url* carries to: behind a search engine's, a mail filter's or the web archive's; else *url*."""
    for _ in range(3):
        inner = carried(url)
        if inner is None:
            break
        url = inner
    return url


def carried(url: str) -> str | None:
    if archived := ARCHIVED.match(url):
        return with_scheme(url[archived.end() :])
    parts = urlsplit(url[:LONGEST])
    place = f"{(parts.hostname or '').lower()}{parts.path}"
    for pattern, names in WRAPPERS:
        if pattern.match(place):
            query = parse_qs(parts.query)
            return next(
                (unquote(query[name][0]) for name in names if query.get(name, [""])[0].lower().startswith("http")), None
            )
    return None


def no_board(url: str) -> str | None:
    """Why *url* cannot be a company's board, by the address alone; ``None`` when it can.

    >>> no_board("https://www.linkedin.com/company/acme"), no_board("https://acme.example/logo.png")
    ('a page on a site of many companies', 'a file')
    >>> no_board("https://www.acme.example/jobs")
    """
    if platform_by_address(url) is not None:
        return None
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if FILES.search(parts.path):
        return "a file"
    site = SUFFIXES(host)
    many = site.suffix != "jobs" and (site.domain in MANY or site.top_domain_under_public_suffix in MANY)
    if many and (site.domain == "linkedin" or not THEIR_OWN.match(f"{host}{parts.path}")):
        return "a page on a site of many companies"
    return None


def is_home(url: str) -> bool:
    """Whether *url* is a company's front page and not its careers page, as far as the address says.

    >>> is_home("https://www.acme.example/"), is_home("https://careers.acme.example"), is_home("https://acme.example/jobs")
    (True, False, False)
    """
    parts = urlsplit(url)
    front = re.fullmatch(
        r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home)(?:\.\w{2,5})?/?)?", parts.path, re.IGNORECASE
    )
    return (
        front is not None
        and not parts.query
        and not parts.fragment
        and not CAREERS_HOST.match(f"{parts.hostname or ''}.")
        and platform_by_address(url) is None
    )
