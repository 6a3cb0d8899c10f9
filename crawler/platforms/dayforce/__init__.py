"""Dayforce. A public feed of a board with texts; where it is switched off, the search of the board's page.

A key is ``tenant/board``.
"""

import re
from urllib.parse import urlencode

from crawler.platforms.base import JSON_HEADERS, Ask, Platform
from crawler.platforms.dayforce.feed import Feed
from crawler.platforms.dayforce.search import SITE, Board, Posting, Search, Token

FEED = "https://www.dayforcehcm.com/api/{}/V1/JobFeeds?{}"
DEFAULT = "CANDIDATEPORTAL"
LOCALE = r"(?:[a-z]{2,3}-[a-z]{2,4}/)?"


class Dayforce(Platform):
    name = "dayforce"
    hosts = ("dayforcehcm.com",)
    addresses = (
        rf"^jobs\.dayforcehcm\.com/{LOCALE}(?P<tenant>\w+)/(?P<key>[\w-]+)(?:/|\?|$)",
        r"^\w+\.dayforcehcm\.com/api/(?P<tenant>\w+)/V1/JobFeeds\?(?:.*&)?internalJobBoardCode=(?P<key>[\w-]+)",
        rf"^\w+\.dayforcehcm\.com/CandidatePortal/{LOCALE}(?P<tenant>\w+)/Site/(?P<key>[\w-]+)",
        rf"^\w+\.dayforcehcm\.com/CandidatePortal/{LOCALE}(?P<tenant>\w+)(?P<key>)(?:/|\?|$)",
    )
    confirmed = "recording"
    forms = (Feed(), Search(), Posting(), Board(), Token())

    def make_key(self, match: re.Match[str]) -> str | None:
        tenant, board = match["tenant"].lower(), match["key"] or DEFAULT
        return None if tenant in ("api", "_next") else f"{tenant}/{DEFAULT if board.upper() == DEFAULT else board}"

    def starts(self, key: str) -> list[Ask]:
        tenant, _, board = key.partition("/")
        query = urlencode({"includeActivePostingOnly": "true", "internalJobBoardCode": board, "htmlDescription": "true"})
        return [Ask(FEED.format(tenant, query), headers=JSON_HEADERS), Ask(f"{SITE}/{key}")]

    def board_url(self, key: str) -> str:
        return f"{SITE}/{key}"
