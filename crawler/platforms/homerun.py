"""Homerun. One Atom feed a company, with the texts; its careers page is put together by script and names no posting."""

from crawler.platforms.base import HtmlForm, Page, Platform, xpath


def path(*names: str) -> str:
    """The way to elements of any namespace: Homerun's own stand among those of Atom."""
    return "/".join(f"*[local-name()='{name}']" for name in names)


class Feed(HtmlForm):
    """``feed.homerun.co/{company}``."""

    source = "api"
    mark = "http://www.w3.org/2005/Atom"
    shows = "/" + path("feed")
    rows_in = "/" + path("feed", "entry")
    fields = [
        xpath("id", path("id") + "/text()"),
        xpath("url", path("link") + "[not(@rel) or @rel='alternate']/@href"),
        xpath("title", path("title") + "/text()"),
        xpath("company", path("author", "name") + "/text()"),
        xpath("department", path("department", "name") + "/text()"),
        xpath("employment_type", path("type", "name") + "/text()"),
        xpath("location", path("location", "name") + "/text()"),
        xpath("workplace", path("location", "name") + "/text()"),
        xpath("workplace", path("type", "name") + "/text()"),
        # The whole description; only where there is none, its beginning.
        xpath("description_html", f"string({path('description')}[string()] | {path('summary')}[not(string(../{path('description')}))])"),
        xpath("date_modified", path("updated") + "/text()"),
    ]

    def reads(self, page: Page) -> bool:
        return self.marked(page) and "homerun.co" in page.url + page.text and bool(page.xpath(self.shows))

    def total(self, page: Page) -> int | None:
        return self.given(page)


class Homerun(Platform):
    name = "homerun"
    hosts = ("homerun.co",)
    addresses = (r"^feed\.homerun\.co/(?P<key>[\w-]+)", r"^(?P<key>[\w-]+)\.homerun\.co(?:/|\?|$)")
    not_keys = frozenset({"www", "app", "api", "feed", "cdn", "static", "assets", "help", "support", "developers", "embed", "widget"})
    forms = (Feed(),)
    page_urls = "https://feed.homerun.co/{key}"
    board_page = "https://{key}.homerun.co/"
