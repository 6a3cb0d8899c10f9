"""Taleo, two products of one name: Business Edition and Enterprise.

Keys: ``<instance>/<ORG>/<career site>`` (``phe01/ACME/1``), and ``<tenant>/<section>`` (``acme/ex``).
"""

import re
from urllib.parse import parse_qs

from crawler.platforms.base import Ask, Platform
from crawler.platforms.taleo.business import Business
from crawler.platforms.taleo.enterprise import SECTION, Enterprise, Posting, Section

LIST = "https://{}.tbe.taleo.net/{}/ats/careers/v2/searchResults?org={}&cws={}"
SEARCH = "https://{}.taleo.net/careersection/{}/jobsearch.ftl?lang=en"


class Taleo(Platform):
    name = "taleo"
    hosts = ("taleo.net",)
    addresses = (
        r"^\w+\.tbe\.taleo\.net/(?P<key>[a-z]{3}\d{2})/ats/careers/\S+\?(?P<query>.+)",
        r"^(?P<key>[\w-]+)\.taleo\.net(?P<path>/careersection/[\w-]+/)",
    )
    confirmed = "recording"
    forms = (Business(), Enterprise(), Posting(), Section())

    def make_key(self, match: re.Match[str]) -> str | None:
        said = match.groupdict()
        if "path" in said:
            found = SECTION.search(said["path"])
            return f"{said['key'].lower()}/{found[1]}" if found else None
        query = parse_qs(said["query"])
        org, cws = query.get("org"), query.get("cws")
        return f"{said['key'].lower()}/{org[0].upper()}/{cws[0]}" if org and cws else None

    def starts(self, key: str) -> list[Ask]:
        host, org, *cws = key.split("/")
        return [Ask(LIST.format(host[:3], host, org, cws[0]) if cws else SEARCH.format(host, org))]
