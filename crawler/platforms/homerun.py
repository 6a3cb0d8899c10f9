"""Homerun. One Atom feed a company, with the texts; its careers page is put together by script and names no posting."""

from typing import Any

from parsel import Selector

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform

FEED = "https://feed.homerun.co/{}"


def path(*names: str) -> str:
    """The way to elements of any namespace: Homerun's own stand among those of Atom."""
    return "/".join(f"*[local-name()='{name}']" for name in names)


class Feed(Form):
    """``feed.homerun.co/{company}``."""

    def reads(self, page: Page) -> bool:
        return "http://www.w3.org/2005/Atom" in page.text and "homerun.co" in page.url + page.text and bool(page.xpath("/" + path("feed")))

    def rows(self, page: Page) -> list[Selector]:
        return list(page.xpath("/" + path("feed", "entry")))

    def total(self, page: Page) -> int | None:
        return len(self.rows(page))

    def load(self, loader: PostingLoader) -> None:
        loader.add_xpath("id", path("id") + "/text()")
        loader.add_xpath("url", path("link") + "[not(@rel) or @rel='alternate']/@href")
        loader.add_xpath("title", path("title") + "/text()")
        loader.add_xpath("company", path("author", "name") + "/text()")
        loader.add_xpath("department", path("department", "name") + "/text()")
        loader.add_xpath("employment_type", path("type", "name") + "/text()")
        loader.add_xpath("location", path("location", "name") + "/text()")
        for where in ("location", "type"):
            loader.add_xpath("workplace", path(where, "name") + "/text()")
        loader.add_value("description_html", self.text(loader.row))
        loader.add_xpath("date_modified", path("updated") + "/text()")

    def text(self, row: Selector) -> Any:
        """The whole description; only where there is none, its beginning."""
        return row.xpath(f"string({path('description')})").get() or row.xpath(f"string({path('summary')})").get()


class Homerun(Platform):
    name = "homerun"
    hosts = ("homerun.co",)
    addresses = (r"^feed\.homerun\.co/(?P<key>[\w-]+)", r"^(?P<key>[\w-]+)\.homerun\.co(?:/|\?|$)")
    not_keys = frozenset({"www", "app", "api", "feed", "cdn", "static", "assets", "help", "support", "developers", "embed", "widget"})
    confirmed = "documentation"
    forms = (Feed(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(FEED.format(key))]

    def board_url(self, key: str) -> str:
        return f"https://{key}.homerun.co/"
