"""TalentClue. A widget's list of offers, by the number that it has of the company; texts on the offers' own pages, in the company's language."""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

from parsel import Selector

from crawler.fields.text import html_to_text
from crawler.platforms.base import (
    JSON_HEADERS,
    Ask,
    HtmlForm,
    JsonForm,
    Page,
    Platform,
    css,
    first_row,
    headed,
    jmes,
    made,
)

API = "https://api.talentclue.com/jswidget-ajax/jswidget/jobs/{}"
ALL = {"op": 1, "position": [], "cdef": False, "subs": "1", "lang": "es", "industry": [], "department": [], "contract": False, "provinces": [], "includeOnlyClosedJobs": False, "showArchivedJobs": False}  # fmt: skip
NODE = r"/node/(\d+)"


def day_first(text: str) -> str | None:
    """The day that *text* puts before its month.

    >>> day_first("05/04/2026"), day_first("April")
    ('2026-04-05', None)
    """
    match = re.fullmatch(r"\s*(\d\d)/(\d\d)/(\d{4})\s*", text)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else None


class Api(JsonForm):
    """``/jswidget-ajax/jswidget/jobs/{company}``: an object of offers by their numbers."""

    detail_in = "starts_with(url, 'http') && url"
    fields = [
        jmes("id", "number"),
        jmes("url", "url"),
        jmes("title", "title"),
        jmes("department", "department"),
        jmes("employment_type", "[contract_label, shift_label]"),
        jmes("language", "language"),
        jmes("location", "join(', ', [city, province_label, country_label][?@])"),
        jmes("locations", "{city: city, region: province_label, country: country_label}"),
        jmes("workplace", "work_modality"),
        jmes("date_posted", "post_date", day_first),
        jmes("date_posted", "post_date_timestamp"),
    ]

    def reads(self, page: Page) -> bool:
        row = first_row(self.rows(page))
        # Without an offer nothing but the address tells whose object it is, or whose empty list.
        return ("work_modality" in row and "url" in row) or (page.get("jobs") in ({}, []) and page.parts.path.startswith("/jswidget-ajax/"))

    def rows(self, page: Page) -> list[Any]:
        offers = page.get("jobs")
        return [{**row, "number": number} if isinstance(row, dict) else row for number, row in offers.items()] if isinstance(offers, dict) else []

    def total(self, page: Page) -> int | None:
        return len(self.rows(page))


def facts(page: Selector, *icons: str, label: str = "") -> list[str]:
    """What stands beside *icons*, where its label begins with *label*."""
    found = []
    for fact in page.xpath("(//*[contains(@class, 'job-summary__list')])[1]//*[contains(@class, 'job-summary__text')]"):
        icon = fact.xpath("preceding-sibling::*//img/@src").get() or ""
        if any(name in icon for name in icons) and (fact.xpath("normalize-space(strong)").get() or "").startswith(label):
            found += fact.xpath("text()").getall()
    return found


def texts(page: Selector) -> Iterator[str]:
    for part in page.css(".job-description .description-block"):
        text = part.css(".job-description__content").get("")
        if html_to_text(text):
            yield headed(part.css(".job-description__title").xpath("normalize-space()").get(), text)


class Offer(HtmlForm):
    """``{company}.talentclue.com/{language}/node/{number}/{channel}``: facts under icons, the same in every language."""

    mark = "job-summary__list"
    shows = "body.job-page h1.job-page__header-title"
    fields = [
        css("id", 'link[rel="canonical"]::attr(href), meta[property="og:url"]::attr(content)', re=NODE),
        css("url", 'meta[property="og:url"]::attr(content), link[rel="canonical"]::attr(href)'),
        css("apply_url", 'a[href*="/node/add/cv/job/"]::attr(href)'),
        css("title", "h1.job-page__header-title"),
        css("company", ".job-description .intro .job-description__title"),
        css("language", "html::attr(lang)"),
        made("employment_type", lambda page: facts(page, "ic-contrato", "ic-jornada")),
        made("location", lambda page: facts(page, "ic-location")),
        made("workplace", lambda page: facts(page, "ic-hand-shake")),
        made("salary_text", lambda page: facts(page, "ic-disciplina", label="Sal")),  # it has the icon of the discipline, which has none of its own
        made("description_html", lambda page: list(texts(page))),
    ]


class Widget(HtmlForm):
    """A company's own page that has the offers put into it by a script."""

    def reads(self, page: Page) -> bool:
        return "tc-jswidget" in page.text and bool(self.next_asks(page))

    def next_asks(self, page: Page) -> list[Ask]:
        number = page.css("#tc-jswidget::attr(data-client-id)").re_first(r"^[0-9a-fA-F]{32}$")
        return starts_of(number.lower())[:1] if number else []


def starts_of(number: str) -> list[Ask]:
    every = base64.b64encode(json.dumps(ALL, separators=(",", ":")).encode()).decode()
    return [Ask(f"{API.format(number)}{part}", json={}, headers=JSON_HEADERS) for part in (f"/{every}", "")]


class TalentClue(Platform):
    name = "talentclue"
    hosts = ("talentclue.com",)
    addresses = (
        r"^api\.talentclue\.com/jswidget-ajax/jswidget/jobs/(?P<key>[0-9a-f]{32})",
        r"^[\w-]+\.talentclue\.com/[a-z]{2}/company/(?P<key>[0-9a-f]{32})",
    )
    confirmed = "recording"
    forms = (Api(), Offer(), Widget())

    def starts(self, key: str) -> list[Ask]:
        return starts_of(key)

    def board_url(self, key: str) -> str:
        return f"https://careers.talentclue.com/es/company/{key}/jsoffers"
