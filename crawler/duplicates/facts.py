"""What is compared of a posting, read once."""

import re

from w3lib.url import canonicalize_url, url_query_cleaner

from crawler.duplicates.employer import LONGEST, host_of, on_aggregator, own_board, read_employer
from crawler.duplicates.likeness import Text
from crawler.duplicates.record import Record, field_of, text_of
from crawler.duplicates.whereabouts import read_places

TRACKING = (
    "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "gh_src", "lever-source", "lever-origin", "ref", "source", "src", "trk",
)  # fmt: skip
KINDS = frozenset({"FULLTIME", "PARTTIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PERDIEM"})


class Facts:
    """What is compared of a posting, read once: for postings that meet many others, see :func:`match`. Never raises."""

    __slots__ = (
        "_text", "board", "closed", "copied", "description", "employer", "id", "kind", "opened", "own", "pay", "places", "requisition",
        "team", "title", "urls",
    )  # fmt: skip

    def __init__(self, posting: Record) -> None:
        self.id = text_of(posting, "id")
        self.board = board_of(posting)
        self.copied = on_aggregator(posting)
        self.own = own_board(posting)
        self.title = text_of(posting, "title")
        self.employer = read_employer(posting)
        self.places = read_places(posting)
        self.description = text_of(posting, "description")
        self.requisition = requisition_of(posting)
        self.urls = url_keys(posting)
        self.kind = kinds_of(posting)
        self.pay = pay_of(posting)
        self.team = tuple(text_of(posting, name)[:LONGEST].strip().casefold() for name in ("department", "team"))
        self.opened = min(
            filter(None, (text_of(posting, name)[:10] for name in ("date_posted", "first_seen"))), default=""
        )
        self.closed = text_of(posting, "closed_at")[:10]
        self._text: Text | None = None

    @property
    def text(self) -> Text:
        if self._text is None:
            self._text = Text(self.description)
        return self._text


def board_of(posting: Record) -> str:
    """Where the posting was read: platform and board, else the host of its address."""
    platform, board = (text_of(posting, name)[:LONGEST] for name in ("platform", "board"))
    return f"{platform}:{board}".strip(":").casefold() if board else host_of(text_of(posting, "url"))


def requisition_of(posting: Record) -> str:
    """The employer's own number; empty for words that stand where one should ("See Opening ID")."""
    number = text_of(posting, "requisition_id")[:LONGEST].strip().casefold()
    return number if any(c.isdigit() for c in number) else ""


def kinds_of(posting: Record) -> frozenset[str]:
    """The types of employment in letters alone; words that no record knows are left out."""
    value = field_of(posting, "employment_type")
    given = value if isinstance(value, list) else [value]
    return frozenset(re.sub(r"[^A-Z]", "", kind[:LONGEST].upper()) for kind in given if isinstance(kind, str)) & KINDS


def pay_of(posting: Record) -> tuple[str, str, float, float] | None:
    """Currency, period, least and most of the stated pay; ``None`` where one of them is missing."""
    currency, period = text_of(posting, "salary_currency"), text_of(posting, "salary_period")
    ends = [
        value
        for name in ("salary_min", "salary_max")
        if isinstance(value := field_of(posting, name), int | float) and value > 0
    ]
    return (currency, period, min(ends), max(ends)) if currency and ends else None


def pay_differs(a: tuple[str, str, float, float] | None, b: tuple[str, str, float, float] | None) -> bool:
    """Whether two stated pays of one currency and period lie apart, by more than a rounding.

    >>> pay_differs(("GBP", "YEAR", 70_000, 75_000), ("GBP", "YEAR", 60_000, 66_500))
    True
    """
    return a is not None and b is not None and a[:2] == b[:2] and (1.03 * a[3] < b[2] or 1.03 * b[3] < a[2])


def url_keys(posting: Record) -> frozenset[str]:
    """The posting's addresses in one spelling, without what only tracks; one without a number or path leads to no posting."""
    found = []
    for name in ("url", "apply_url"):
        url = text_of(posting, name)
        if (
            re.match(r"https?://[^/?#]+[/?#]+[^/?#\s]", url, re.IGNORECASE)
            and len(url) < 2000
            and (name == "url" or re.search(r"\d{4}", url))
        ):
            try:
                plain = canonicalize_url(
                    url_query_cleaner(url, TRACKING, remove=True, keep_fragments=True),
                    keep_fragments="#/" in url or "#!" in url,
                )
            except ValueError:
                continue
            found.append(re.sub(r"^https?://(?:www\.)?", "", plain).rstrip("/"))
    return frozenset(found)
