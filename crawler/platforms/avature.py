"""Avature. Portals that every company dresses as it likes: what holds is the links to postings, the legend of the list and the labelled fields.

A board is a portal of a company: ``acme/careers``, with its language where the address has it. Every page names its portal in its head.
"""

import re
from collections.abc import Iterable

from parsel import Selector

from crawler.fields.location import read_location
from crawler.fields.text import html_to_text
from crawler.general.labels import label_kind
from crawler.loaders import PostingLoader, texts
from crawler.platforms.base import Ask, HtmlForm, Page, Platform, css, headed, xpath

LOCALE = "(?:[a-z]{2}_[a-z]{2}/)?"
KIND = "(?:Job|Folder|Pipeline|Project)"
NUMBER = re.compile(rf"/{KIND}Detail(?:/[^?#]*?/(\d+)|/?\?(?:[^#]*&)?(?:job|folder|pipeline|project)Id=(\d+))", re.IGNORECASE)
COUNT = re.compile(r"(\d[\d.,\s]*)(\+?)[^\d+]*$")  # the last number of a legend, with a plus when there are more
LINKS = "a[href*='JobDetail'], a[href*='FolderDetail'], a[href*='PipelineDetail'], a[href*='ProjectDetail']"
BOX = "(ancestor::article | ancestor::li | ancestor::tr | ancestor::div[contains(@class, 'job-item')])[last()]"
FIELD = "article__content__view__field"
FACTS = frozenset({"location", "department", "employment_type", "requisition_id", "workplace", "date_posted", "valid_through", "salary_text"})
LONG = 150  # characters; the value of a label that is longer is a part of the text


def kind_of(page: Page) -> str:
    """Which page of a portal *page* is, in small letters; empty when it is none."""
    return page.css('meta[name="avature.portal.page"]::attr(content)').get("").lower() if "avature.portal.page" in page.text else ""


def number_of(url: str) -> str | None:
    return next((number for match in NUMBER.findall(url) for number in match if number), None)


class Listing(HtmlForm):
    """``/careers/SearchJobs``; the feed beside it ends after twenty."""

    detail_in = "@href"
    fields = [
        xpath("id", "@href", re=NUMBER),
        xpath("url", "@href"),
        xpath("title", "normalize-space()"),
    ]

    def reads(self, page: Page) -> bool:
        return kind_of(page).startswith("searchjobs") and (bool(self.rows(page)) or self.total(page) == 0)

    def rows(self, page: Page) -> list[Selector]:
        """The link of every posting that is its title: buttons lead to the same number."""
        found: dict[str, Selector] = {}
        for link in page.css(LINKS):
            if (number := number_of(link.attrib["href"])) and link.xpath("normalize-space()").get() and "button" not in link.attrib.get("class", ""):
                found.setdefault(number, link)
        return list(found.values())

    def advertised(self, page: Page) -> int | None:
        legend = page.css(".pagination__legend, .list-controls__text__legend")
        said = [match for text in texts([*legend.xpath("@aria-label").getall(), *legend.xpath("string()").getall()]) if (match := COUNT.search(text[:100]))]
        return int(re.sub(r"\D", "", said[0][1])) if said and not said[0][2] else None

    def next_asks(self, page: Page) -> Iterable[Ask]:
        return [Ask(page.join(link)) for link in page.css("a.paginationNextLink::attr(href), .paginationNextLink a::attr(href)").getall()[:1]]

    def load(self, loader: PostingLoader) -> None:
        super().load(loader)
        box = loader.row.xpath(BOX)
        if len({number_of(href) for href in box.css(LINKS).xpath("@href").getall()} - {None}) != 1:
            return  # it is around other postings, too
        loader.add_value("location", box.xpath(".//*[contains(@class, 'location')][not(*)]/text()").getall())
        for text in texts(box.xpath(".//*[contains(@class, 'subtitle')]/span[not(contains(@class, 'location'))]/text()").getall()):
            label, _, value = text.partition(" ")
            kind = label_kind(label) if value else None
            if kind in ("requisition_id", "date_posted"):
                loader.add_value(kind, value.strip(" .#"))
            elif kind is None and read_location(text).places:
                loader.add_value("location", text.rstrip("."))


class Posting(HtmlForm):
    """``/careers/JobDetail/{title}/{number}``. Departments are called areas of many kinds: "Career Area", "Function/Business Area"."""

    shows = f".{FIELD}"
    fields = [css("company", 'meta[property="og:site_name"]::attr(content)')]

    def marked(self, page: Page) -> bool:
        return kind_of(page).endswith("detail")

    def load(self, loader: PostingLoader) -> None:
        super().load(loader)
        url = loader.row.css('link[rel="canonical"]::attr(href)').get() or loader.base_url
        title = title_of(loader.row, url)
        loader.add_value("id", number_of(url) or number_of(loader.base_url))
        loader.add_value("url", url)
        loader.add_value("title", title)
        for part in loader.row.css(".article--details"):
            heading = part.css(".article__header__text__title").xpath("normalize-space()").get()
            for field in part.css(f".{FIELD}"):
                label, value = field.css(f".{FIELD}__label").xpath("normalize-space()").get(""), field.css(f".{FIELD}__value").get("")
                text, kind = html_to_text(value) or "", label_kind(label.rstrip(" #:")) or ("department" if label.lower().endswith("area") else "")
                if kind in FACTS and len(text) < LONG:
                    loader.add_value(kind, text)
                elif (not label or len(text) >= LONG) and text != title:
                    loader.add_value("description_html", headed(label or heading, value))
                    heading = None


def title_of(page: Selector, url: str) -> str | None:
    """What the page shows that its address has, too: every company shows its titles elsewhere."""
    shown = texts(page.xpath(f"//meta[@property='og:title']/@content | //h1//text() | //h2//text() | //*[contains(@class, '{FIELD}__value')]/text()").getall())
    spelt, *letters = (re.sub(r"[\W_]+", "", text[:300]).lower() for text in (url, *shown))
    return next((text for text, bare in zip(shown, letters, strict=True) if len(bare) > 2 and bare in spelt), shown[0] if shown else None)


class Portal(HtmlForm):
    """Any other page of a portal: its shortest link to the list leads there, longer ones look for something."""

    def reads(self, page: Page) -> bool:
        return not re.match("$|searchjobs|.*detail$", kind_of(page)) and bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        return [Ask(page.join(link)) for link in sorted(page.css("a[href*='/SearchJobs']::attr(href)").getall(), key=len)[:1]]


class Avature(Platform):
    name = "avature"
    hosts = ("avature.net",)
    addresses = (
        rf"^(?P<tenant>[\w-]+)\.avature\.net/(?P<key>{LOCALE}[\w-]+)/(?:SearchJobs|{KIND}Detail)",
        rf"^(?P<tenant>[\w-]+)\.avature\.net/(?P<key>{LOCALE}[\w-]*(?:career|job|karriere|marketplace|carri|vacanc|empl[eo])[\w-]*)(?:[/?]|$)",
        r"^(?P<tenant>[\w-]+)\.avature\.net/?(?P<key>)(?:\?|$)",
    )
    fold_keys = False
    confirmed = "recording"
    forms = (Listing(), Posting(), Portal())

    def make_key(self, match: re.Match[str]) -> str | None:
        tenant = match["tenant"].lower()
        return None if tenant == "www" else f"{tenant}/{match['key'] or 'careers'}"  # so are portals called of which nothing is said

    def starts(self, key: str) -> list[Ask]:
        tenant, _, portal = key.partition("/")
        paths = (f"{portal}/SearchJobs", "") if portal == "careers" else (f"{portal}/SearchJobs",)  # home leads to the portal, however that is called
        return [Ask(f"https://{tenant}.avature.net/{path}") for path in paths]
