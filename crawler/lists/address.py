"""Addresses as people write them into lists: which are good, what is wrong with the others, which two are one."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

SCHEMES = ("http", "https", "file")
LIST_SUFFIXES = (".txt", ".csv", ".yaml", ".yml")
LONGEST = 4096  # characters; servers refuse such addresses anyway
SHOWN = 100  # characters of an address in a message
TRACKING = re.compile(r"(?:utm_\w+|gclid|fbclid|gh_src|lever-(?:source|origin)(?:\[\])?|ref|source|src|trk)")
LOOKS_LIKE_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")


class AddressError(ValueError):
    """No address that can be read; the message says why and what to write, in one line."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one of *choices* that *word* may have been meant to be, for "did you mean"; ``None`` when none is near.

    >>> nearest("Compny", ["url", "company"])
    'company'
    >>> nearest("salary", ["url", "company"])
    """
    by_lower = {choice.lower(): choice for choice in choices}
    found = get_close_matches(word.strip().lower()[:200], by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def plain(text: str) -> str:
    r"""*text* as it can stand in a one-line message.

    >>> print(plain("a\nb"))
    a\nb
    """
    text = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def shown(text: str) -> str:
    """*text* in quotes as it can stand in a one-line message."""
    return f'"{plain(text)}"'


def check_address(text: str) -> str:
    """*text* without the space around it, when it is an address that can be read.

    That is an http or https address with a host, or the file:// address of a file that is there and can be read.
    Raises :class:`AddressError`.

    >>> check_address(" https://acme.example/careers ")
    'https://acme.example/careers'
    >>> check_address("acme.example/careers")
    Traceback (most recent call last):
    crawler.lists.address.AddressError: "acme.example/careers" is no full address: write https://acme.example/careers
    """
    url = text.strip()
    if not url:
        raise AddressError("the address is empty: write one such as https://acme.example/careers")
    if len(url) > LONGEST:
        raise AddressError(f"{shown(url)} has {len(url)} characters: an address has at most {LONGEST}")
    if "://" not in url:
        raise AddressError(without_scheme(url))
    for char in url:
        if char.isspace() or not char.isprintable() or char in '<>"{}\\':
            raise AddressError(f"{shown(url)} has {'a space' if char.isspace() else shown(char)} in it: write {quote(char)} for it, or take it out")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError(f"{shown(url)} is no address ({error}): write one such as https://acme.example/careers") from error
    if parts.scheme not in SCHEMES:
        near = nearest(parts.scheme, SCHEMES)
        raise AddressError(f"{shown(url)}: {parts.scheme or 'this'}: is not read. " + (f"Did you mean {near}://?" if near else "Only http, https and file are"))
    if parts.scheme == "file":
        return check_file(url, parts.netloc, parts.path)
    if not host or not host.strip("."):
        raise AddressError(f"{shown(url)} names no host: write one such as https://acme.example/careers")
    if parts.username is not None or parts.password is not None:
        raise AddressError("an address with a user name in it would be printed with every posting: take out what stands before the @")
    return url


def without_scheme(url: str) -> str:
    """What is wrong with *url*, which has no ``://``."""
    path = Path(url)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if is_file and path.suffix.lower() in LIST_SUFFIXES:
        return f"{shown(url)} is a file: read the list with -a boards={plain(url)}"
    if is_file:
        return f"{shown(url)} is a file: write {path.resolve().as_uri()} to read a saved page"
    if (slashes := re.match(r"(https?|file):?[/\\]+(?=[^/\\])", url, re.IGNORECASE)) or (slashes := re.match(r"(https?):", url, re.IGNORECASE)):
        return f"{shown(url)} is no full address: write {slashes[1].lower()}://{'/' if slashes[1].lower() == 'file' else ''}{plain(url[slashes.end() :])}"
    if scheme := re.match(r"([a-z][a-z0-9+.-]*):(?!\d)", url, re.IGNORECASE):
        return f"{shown(url)}: {scheme[1].lower()}: is not read. Only http, https and file are"
    if LOOKS_LIKE_HOST.fullmatch(url.lstrip("/")):
        return f"{shown(url)} is no full address: write https://{plain(url.lstrip('/'))}"
    return f"{shown(url)} is no address: write one such as https://acme.example/careers"


def check_file(url: str, host: str, path: str) -> str:
    """*url*, when it is the full address of a file that can be read."""
    if host not in ("", "localhost"):
        meant = Path(unquote(host + path)).resolve()
        raise AddressError(f"{shown(url)} is no full path: write " + (meant.as_uri() if meant.is_file() else "file:///, then the path from the root on"))
    file = Path(unquote(path))
    if file.is_dir():
        raise AddressError(f"{shown(url)} is a folder: name a file in it")
    if not file.is_file():
        raise AddressError(f"{shown(url)}: there is no such file: check the path")
    if not os.access(file, os.R_OK):
        raise AddressError(f"{shown(url)} cannot be read: give yourself the right to (chmod u+r)")
    return url


def folded(url: str) -> str:
    """What is equal for two spellings of one address.

    They may differ in http or https, the case of the host, the default port, trailing slashes, the order of
    parameters, parameters that only track, and the place on the page.

    >>> folded("HTTP://Acme.example:80/Jobs/?utm_source=x&b=1&a=2#top") == folded("https://acme.example/Jobs?a=2&b=1")
    True
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    with suppress(UnicodeError):
        host = host.encode("idna").decode()
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    asked = sorted((name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(name.lower()))
    place = parts.fragment if parts.fragment.startswith(("/", "!")) else ""  # sites of one page tell their views apart by it
    return f"{host}{port}{unquote(parts.path).rstrip('/')}?{urlencode(asked)}#{place}"
