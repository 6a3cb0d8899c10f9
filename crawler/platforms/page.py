"""Pages of no known platform, as a person reads them: one posting, postings as sections, a posting as plain text, a listing.

A page that is none of these is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from scrapy.http import HtmlResponse, Response, XmlResponse

from crawler.general.article import html_of
from crawler.general.employer import employer_of
from crawler.general.links import links_of
from crawler.general.listing import is_careers_page, posting_links, to_listing
from crawler.general.notices import says_none
from crawler.general.outline import outline_of
from crawler.general.paging import next_pages
from crawler.general.plain import posting_in_text
from crawler.general.posting import PostingPage, posting_of
from crawler.general.sections import Section, sections_of
from crawler.general.sentences import workplace_in_text
from crawler.general.site import label_of
from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform


@dataclass(slots=True)
class Understood:
    """What a page of HTML is."""

    posting: PostingPage | None = None
    sections: list[Section] = field(default_factory=list)  # postings without addresses of their own
    company: str | None = None  # of the sections
    postings: list[str] = field(default_factory=list)  # addresses
    next: list[str] = field(default_factory=list)
    empty: bool = False


_UNDERSTOOD: WeakKeyDictionary[Response, Understood] = WeakKeyDictionary()


def understood(page: Page) -> Understood | None:
    """What *page* is, looked at once; ``None`` when it is no HTML."""
    response = page.response
    if not isinstance(response, HtmlResponse | XmlResponse) or page.json is not None:
        return None
    if response not in _UNDERSTOOD:
        _UNDERSTOOD[response] = understand(page)
    return _UNDERSTOOD[response]


def understand(page: Page) -> Understood:
    root = page.selector.root
    if root is None or not isinstance(root.tag, str):
        return Understood()
    outline = outline_of(root)
    outline.metas = own_metas(outline.metas, page.url)
    links = links_of(root, outline, page.url)
    listed = posting_links(links, outline, page.url)
    posting = posting_of(root, outline, links, page.url, len(listed))
    if posting is not None:
        return Understood(posting)
    postings = [link.url for link in listed]
    if postings or not is_careers_page(outline, page.url):
        return Understood(postings=postings, next=next_pages(root, links, page.url, page.text) if postings else [])
    if sections := sections_of(outline.blocks):
        body = [block for section in sections for block in section.body]
        return Understood(sections=sections, company=employer_of(outline, page.url, None, body))
    empty = says_none(outline.blocks)
    return Understood(next=[] if empty else to_listing(links, page.url), empty=empty)


def own_metas(metas: dict[str, str], url: str) -> dict[str, str]:
    """The *metas* of a head, without what it says of another page of the site: a head that was copied with its og:url.

    >>> own_metas({"og:url": "https://acme.example/jobs/1", "og:title": "Cook"}, "https://acme.example/jobs/2")
    {'og:url': 'https://acme.example/jobs/1'}
    """
    address = metas.get("og:url")
    if not address or not metas.get("og:title"):
        return metas
    try:
        there, here = urlsplit(address), urlsplit(url)
    except ValueError:
        return metas
    beside = there.hostname == here.hostname and there.path.rpartition("/")[0] == here.path.rpartition("/")[0]
    if not beside or there.path == here.path or not there.path.strip("/"):
        return metas
    return {name: value for name, value in metas.items() if name not in _OF_THE_PAGE}


_OF_THE_PAGE: Final = frozenset(("og:title", "og:description", "twitter:title", "twitter:description"))


class Posting(Form):
    """A page that is about one posting and has no structured data of it, or gaps in it."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[dict[str, Any]]:
        found = understood(page)
        return [row_of(found.posting, page.url)] if found is not None and found.posting is not None else []

    def load(self, loader: PostingLoader) -> None:
        load_facts(loader)
        loader.add_jmes("apply_url", "apply_url")
        loader.add_jmes("company", "company")
        loader.add_jmes("description_html", "description_html")


def row_of(posting: PostingPage, url: str) -> dict[str, Any]:
    return {
        **{kind: values for kind, values in posting.facts.items() if kind != "start"},
        "title": posting.title,
        "company": posting.company,
        "company_key": label_of(url) or None,
        "apply_url": posting.apply_url,
        "description_html": html_of(posting.body),
        "flags": ["closed"] if posting.closed else [],
    }


def load_facts(loader: PostingLoader) -> None:
    loader.add_jmes("title", "title")
    loader.add_jmes("requisition_id", "requisition_id")
    loader.add_jmes("company_key", "company_key")
    loader.add_jmes("department", "department")
    loader.add_jmes("employment_type", "employment_type")
    loader.add_jmes("location", "location")
    loader.add_jmes("workplace", "workplace")
    loader.add_jmes("salary_text", "salary_text")
    loader.add_jmes("salary_text", "salary")
    loader.add_jmes("date_posted", "date_posted")
    loader.add_jmes("valid_through", "valid_through")
    loader.add_jmes("flags", "flags")


class Sections(Form):
    """A page whose sections are postings, which have no addresses of their own."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[dict[str, Any]]:
        found = understood(page)
        return [section_row(section, found.company, page.url) for section in found.sections] if found is not None else []

    def load(self, loader: PostingLoader) -> None:
        load_facts(loader)
        loader.add_jmes("apply_url", "apply_url")
        loader.add_jmes("company", "company")
        loader.add_jmes("description_html", "description_html")


def section_row(section: Section, company: str | None, url: str) -> dict[str, Any]:
    return {
        **{kind: values for kind, values in section.facts.items() if kind not in ("start", "company")},
        "title": section.title,
        "company": section.facts.get("company") or company,
        "company_key": label_of(url) or None,
        "apply_url": section.apply_url,
        "description_html": html_of(section.body),
    }


class Text(Form):
    """A posting as plain text."""

    source = "text"

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def rows(self, page: Page) -> list[dict[str, Any]]:
        if isinstance(page.response, HtmlResponse | XmlResponse) or page.json is not None or not page.text:
            return []
        found = posting_in_text(page.text)
        if found is None:
            return []
        way = workplace_in_text(found.text.split("\n"))
        facts = {"workplace": way} | found.facts if way else found.facts
        return [{**facts, "title": found.title, "company_key": label_of(page.url) or None, "description": found.text}]

    def load(self, loader: PostingLoader) -> None:
        load_facts(loader)
        loader.add_jmes("company", "company")
        loader.add_jmes("description", "description")


class Listing(Form):
    """A page whose links lead to postings or to their list, or that says that there are none."""

    source = "html"

    def reads(self, page: Page) -> bool:
        found = understood(page)
        return found is not None and (bool(found.postings or found.next) or found.empty)

    def load(self, loader: PostingLoader) -> None:
        raise NotImplementedError("a listing of this kind holds no rows")

    def posting_asks(self, page: Page) -> Iterable[Ask]:
        found = understood(page)
        return [Ask(url) for url in found.postings] if found is not None else []

    def next_asks(self, page: Page) -> Iterable[Ask]:
        found = understood(page)
        return [Ask(url) for url in found.next] if found is not None else []

    def says_empty(self, page: Page) -> bool:
        found = understood(page)
        return found is not None and found.empty


class OwnPage(Platform):
    name = "page"
    forms = (Posting(), Sections(), Text(), Listing())
