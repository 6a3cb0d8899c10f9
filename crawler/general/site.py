"""Whose an address is: the domain that somebody registered, and the label by which it names the house."""

from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import tldextract

# The bundled list of suffixes, the private ones too: acme.github.io is acme's. No network, no cache on disk.
_HOSTS: Final = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """The registered domain that *host* belongs to, else the host itself.

    >>> site_of("jobs.acme.co.uk"), site_of("acme.github.io"), site_of("localhost")
    ('acme.co.uk', 'acme.github.io', 'localhost')
    """
    return _HOSTS(host).top_domain_under_public_suffix or ".".join(host.split(".")[-2:])


@lru_cache(maxsize=4096)
def label_of(url: str) -> str:
    """The label by which an address names the house that it belongs to, without its public suffix.

    >>> label_of("https://careers.acme.co.uk/jobs/1"), label_of("https://acme.github.io/jobs"), label_of("file:///x.txt")
    ('acme', 'acme', '')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    if "." not in host or host.replace(".", "").isdigit():
        return ""
    found = _HOSTS(host)
    return found.domain if found.suffix else host.split(".")[-2]
