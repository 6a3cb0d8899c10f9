"""One response -> what it holds: postings, the rest of the listing, boards. What the spider calls, and tests, and tools."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final, NamedTuple

from scrapy.http import HtmlResponse, JsonResponse, Response, TextResponse, XmlResponse
from w3lib.url import safe_url_string

from crawler.general.jsonld import unread_scripts
from crawler.ids import give_page_ids, short
from crawler.items import Posting
from crawler.loaders import Draft, PostingLoader, Rules, fill
from crawler.memory import row_digest
from crawler.normalise import normalise
from crawler.platforms import GENERAL, PLATFORMS, boards_in, form_for, platform_by_address
from crawler.platforms.base import Ask, BoardRef, Form, Page, Platform, has_form
from crawler.verdicts import Failure
from crawler.xmlfeeds import xml_problem


class Found(NamedTuple):
    """A posting that a response holds, and where the rest of it is (``None``: this is all)."""

    draft: Draft
    detail: Ask | None
    listed: str | None = None  # digest of the row, where there is a detail


class Rejected(NamedTuple):
    """A row that could not be read: set aside with the reason."""

    reason: str
    row: Any
    id: str | None = None  # of the posting, where the row tells it


@dataclass
class Parsed:
    """What one response holds, before normalising."""

    platform: str | None = None
    recognised: bool = False  # as something of a careers site
    found: list[Found] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    posting_asks: list[Ask] = field(default_factory=list)
    next_asks: list[Ask] = field(default_factory=list)
    boards: list[BoardRef] = field(default_factory=list)
    total: int | None = None
    capped: bool = False
    says_empty: bool = False
    broken: Failure | None = None  # the response is not whole, or not to be read: it proves no listing
    unread: Counter[str] = field(default_factory=Counter)  # keys of the rows that no rule asks for


@dataclass
class Reading:
    """The whole understanding of one response; every address is absolute."""

    platform: str | None
    postings: list[Posting]
    posting_urls: list[str]
    next_urls: list[str]
    boards: list[BoardRef]
    rejected: list[Rejected] = field(default_factory=list)
    broken: Failure | None = None  # why the response proves no listing


def read(body: bytes, url: str, content_type: str | None = None, now: datetime | None = None) -> Reading:
    """Understand one response, without a network and without a store.

    *now* (aware; default: this moment) is what relative dates count from. Never raises on any *body*: what cannot
    be read gives an empty reading.

    >>> reading = read(b"<h1>About us</h1>", "https://www.acme.example/about", "text/html")
    >>> reading.platform, reading.postings
    (None, [])
    """
    parsed = parse(response_of(body, url, content_type))
    when = now or datetime.now(UTC)
    return Reading(
        parsed.platform,
        [normalise(found.draft, when) for found in parsed.found],
        [ask.url for ask in parsed.posting_asks],
        list(dict.fromkeys(ask.url for ask in parsed.next_asks)),
        parsed.boards,
        parsed.rejected,
        parsed.broken,
    )


def response_of(body: bytes, url: str, content_type: str | None) -> TextResponse:
    """A Scrapy response of the class that *content_type*, else the body's beginning, asks for."""
    url = url if url.isprintable() else safe_url_string(url)
    kind = (content_type or "").split(";")[0].strip().lower()
    head = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:256].lower()
    cls: type[TextResponse]
    if kind.endswith("json") or head[:1] in (b"{", b"["):
        cls = JsonResponse
    elif "html" in kind or head.startswith((b"<!doctype html", b"<html")):
        cls = HtmlResponse
    elif kind.endswith("xml") or head.startswith(b"<?xml"):
        cls = XmlResponse
    elif kind == "text/plain" or (not kind and b"<" not in head):
        cls = TextResponse
    else:
        cls = HtmlResponse
    return cls(url, body=body, headers={"Content-Type": content_type} if content_type else None)


def parse(response: Response, platform: Platform | None = None, key: str | None = None, ask: Ask | None = None) -> Parsed:
    """What *response* holds, as drafts and asks.

    *platform* and *key* are those of the board that it was fetched for, *ask* is what it answers; where they are not
    given, the address says them, else the content does.
    """
    if platform is None and (match := platform_by_address(response.url)) is not None:
        platform, key = match
    if isinstance(response, TextResponse) and is_mislabelled(response):
        response = response.replace(encoding="utf-8")
    if (broken := xml_problem(response)) is not None and broken.verdict == "refused":
        return Parsed(broken=broken)
    page = Page(response, key, ask)
    form = platform.form_of(page) if platform is not None else None
    if form is None and (known := form_for(page)) is not None:
        platform, form = known
        key = page.key = key or platform.key_of(response.url) or page.parts.netloc
    parsed = parse_form(platform, form, page) if platform is not None and form is not None else Parsed()
    parsed.broken = parsed.broken or broken
    if page.json is None and isinstance(response, TextResponse):
        if form is None:
            parsed = parse_general(page, platform)
            parsed.broken = parsed.broken or broken
        elif len(parsed.found) == 1 and parsed.found[0].detail is None and not parsed.posting_asks:
            complete(parsed.found[0].draft, page)
        own = (platform.name, key) if platform is not None else None
        parsed.boards = [ref for ref in boards_in(page.text) if ref != own]
    return parsed


def is_mislabelled(response: TextResponse) -> bool:
    """Whether *response* is said to be of a charset of wide characters, and is not: read so, it would be noise."""
    return response.encoding.lower().startswith(("utf-16", "utf-32")) and b"\x00" not in response.body[:2000]


def parse_form(platform: Platform, form: Form, page: Page) -> Parsed:
    """What *page* holds by the rules of *form*; a row that cannot be read costs nothing but itself."""
    parsed = Parsed(platform.name, recognised=True)
    try:
        for row in form.rows(page):
            parse_row(parsed, platform, form, page, row)
    except Exception as error:  # nor must a page of such a shape end the run: it proves nothing, and says so
        parsed.broken = unforeseen(page, error)
    nameless = [item.draft for item in parsed.found if item.draft.id is None]
    give_page_ids(nameless, page.url)
    try:
        parsed.posting_asks = list(form.posting_asks(page))
        parsed.next_asks = list(form.next_asks(page))
        parsed.total = form.total(page)
        parsed.capped = form.capped(page)
        parsed.says_empty = form.says_empty(page)
    except Exception as error:
        parsed.broken = unforeseen(page, error)
    return parsed


def parse_row(parsed: Parsed, platform: Platform, form: Form, page: Page, row: Any) -> None:
    """Add what *row* holds to *parsed*."""
    if row is None or (not isinstance(row, dict) and not hasattr(row, "xpath")):
        parsed.rejected.append(Rejected("row is no object", row))
        return
    try:
        if form.skips(row):
            return
        draft, detail = load(platform, form, page, row), form.detail(page, row)
        found = Found(draft, detail, row_digest(row, draft) if detail is not None else None)
    except Exception as error:  # a row of a shape that nobody foresaw must not cost the board
        parsed.rejected.append(Rejected(f"{type(error).__name__}: {error}"[:300], row))
        return
    if isinstance(row, dict) and len(parsed.found) < UNREAD_ROWS:
        parsed.unread.update(row.keys() - asked_keys(form))
    if not found.draft.title:
        parsed.rejected.append(Rejected("row has no title", row, found.draft.id))
    else:
        parsed.found.append(found)


def unforeseen(page: Page, error: Exception) -> Failure:
    return Failure("changed_layout", f"{page.url} has a shape that nobody foresaw: {type(error).__name__}: {error}"[:300])


UNREAD_ROWS = 20  # of a response: what a platform sends is in each of its rows


@cache
def asked_keys(form: Form) -> frozenset[str]:
    """Every key that the rules of *form* name, at any depth."""
    rules = Rules()
    form.load(rules)
    return frozenset(rules.keys)


def load(platform: Platform, form: Form, page: Page, row: Any) -> Draft:
    loader = PostingLoader(row, form.source, page.url)
    form.load(loader)
    draft = loader.load_item()
    draft.platform, draft.board = platform.name, page.key
    draft.id = f"{platform.name}:{page.key}:{short(draft.id)}" if draft.id else None
    return draft


def layers(page: Page) -> Iterator[tuple[Platform, Form, Parsed]]:
    """What the general readers find in *page*, the surest first."""
    for name in GENERAL:
        platform = PLATFORMS[name]
        for form in platform.forms:
            if has_form(form, page):
                yield platform, form, parse_form(platform, form, page)


def parse_general(page: Page, platform: Platform | None) -> Parsed:
    """A company's own page, or a platform's page of a form that we do not know: structured data first, then the page itself."""
    page.key = page.key or page.parts.netloc or None
    best = Parsed()
    rejected: list[Rejected] = []
    for general, _, parsed in layers(page):
        rejected += parsed.rejected
        if not best.found and (parsed.found or not best.recognised):
            parsed.posting_asks, parsed.next_asks = best.posting_asks or parsed.posting_asks, best.next_asks or parsed.next_asks
            best = parsed
            best.platform = platform.name if platform is not None else general.name
        else:
            best.posting_asks = best.posting_asks or parsed.posting_asks
            best.next_asks = best.next_asks or parsed.next_asks
            best.says_empty = best.says_empty or parsed.says_empty
            if len(best.found) == len(parsed.found) == 1:
                best.found = [filled(best.found[0], parsed.found[0].draft, page)]
    if not best.found:  # what one reader could not read is no loss where another found the posting
        best.rejected = rejected
        if "jobposting" in page.text.lower():
            best.rejected += [Rejected("its JSON-LD cannot be read", text[:ROW_MAX]) for text in unread_scripts(page.selector.root)]
    identify(best.found, page)
    return best


def filled(found: Found, other: Draft, page: Page) -> Found:
    """*found* with its gaps filled from *other*; the rest of it is no longer elsewhere when its text is here.

    A text of which *other* has more is a teaser of it, and gives way.
    """
    if is_teaser(found.draft, other, page):
        found.draft.description = found.draft.description_html = None
    draft = fill(found.draft, other)
    return found._replace(draft=draft, detail=found.detail if draft.description is None and draft.description_html is None else None)


ROW_MAX: Final = 20_000  # characters of a script that was set aside
TEASER: Final = 0.6  # of the whole text: what is longer leaves out no more than what two readers judge differently
TEASER_START: Final = 80  # letters by which it is told
SAID_IN_HEAD: Final = "//meta[@name='description' or @property='og:description']/@content"
LETTERS_MAX: Final = 200_000  # characters of a text that are compared
_NO_LETTERS: Final = re.compile(r"<[^<>]{0,2000}>|&#?\w{1,10};|[^\w&<]+|[\W_]")


def is_teaser(draft: Draft, other: Draft, page: Page) -> bool:
    """Whether the text of *draft* is only the beginning of the one of *other*, or what the head of *page* says of it."""
    short, long = (letters(one.description or one.description_html) for one in (draft, other))
    if not 0 < len(short) < TEASER * len(long):
        return False
    return short[:TEASER_START] in long or short in map(letters, page.selector.xpath(SAID_IN_HEAD).getall())


def letters(text: str | None) -> str:
    """*text* without tags, in letters and figures only.

    >>> letters("<p>Sea &amp; Sun, 2 days</p>")
    'seasun2days'
    """
    return _NO_LETTERS.sub("", text[:LETTERS_MAX]).lower() if text else ""


def complete(draft: Draft, page: Page) -> None:
    """Fill the gaps of the one posting of *page* from the general readers."""
    for _, _, parsed in layers(page):
        if len(parsed.found) == 1:
            other = parsed.found[0].draft
            if other.company and other.company.lower() == draft.platform:  # the foot of a page names who made it
                other.company = None
            fill(draft, other)


def identify(found: Iterable[Found], page: Page) -> None:
    """Give postings of general readers their address and an id made of it."""
    drafts = [item.draft for item in found]
    give_page_ids(drafts, page.url)
    for draft in drafts:
        read_from = draft.sources.get("title", "html")
        if draft.url is None:
            draft.url, draft.sources["url"] = page.url, read_from
        draft.sources["id"] = draft.sources.get("url", read_from)
