"""SAP SuccessFactors. Careers sites (RMK, once Jobs2Web) under the company's own domain, and the older career portals.

A site's key is its host. A portal's key is ``<company>@<host>``, as the host serves many; the company's case counts.
A portal that does not give its list as XML wants a session, which nobody here opens.
"""

import re

from crawler.platforms.base import Ask, Platform
from crawler.platforms.successfactors.feeds import Feed, Portal
from crawler.platforms.successfactors.search import Json
from crawler.platforms.successfactors.sites import SEARCH, Listing, Posting, Site

XML = "https://{}/career?company={}&career_ns=job_listing_summary&resultType=XML"
HOST = r"(?P<host>(?:career|performancemanager)\w*\.(?:successfactors\.(?:com|eu)|sapsf\.(?:com|eu|cn)))"


class SuccessFactors(Platform):
    name = "successfactors"
    hosts = ("successfactors.com", "successfactors.eu", "sapsf.com", "sapsf.eu", "sapsf.cn", "jobs2web.com", "jobs.hr.cloud.sap")
    addresses = (
        rf"^{HOST}/[^?]*\?(?:.*&)?company=(?P<key>[\w-]+)",
        r"^(?P<key>[\w-]+\.(?:jobs2web\.(?:com|sapsf\.cn)|jobs\.hr\.cloud\.sap))(?:/|\?|$)",
    )
    not_keys = frozenset({"www.jobs2web.com"})
    fold_keys = False
    confirmed = "recording"
    forms = (Listing(), Posting(), Json(), Feed(), Portal(), Site())

    def make_key(self, match: re.Match[str]) -> str | None:
        key = super().make_key(match)
        host = match.groupdict().get("host")
        return key and (f"{key}@{host.lower()}" if host else key.lower())

    def starts(self, key: str) -> list[Ask]:
        company, _, host = key.rpartition("@")
        return [Ask(XML.format(host, company))] if company else [Ask(f"https://{host}{path}") for path in (SEARCH, "/sitemal.xml")]

    def board_url(self, key: str) -> str:
        company, _, host = key.rpartition("@")
        return f"https://{host}/career?company={company}" if company else f"https://{host}/search/"
