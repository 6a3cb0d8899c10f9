"""TalentClue. A widget's list of offers, by the number that it has of the company; texts on the offers' own pages, in the company's language."""

import base64
import json
import re
from collections.abc import Iterable
from typing import Any

from crawler.fields.text import html_to_text
from crawler.loaders import PostingLoader
from crawler.platforms.base import JSON_HEADERS, Ask, Form, Page, Platform, first_row, headed

API = "https://api.talentclue.com/jswidget-ajax/jswidget/jobs/{}"
ALL = {"op": 1, "position": [], "cdef": False, "subs": "1", "lang": "es", "industry": [], "department": [], "contract": False, "provinces": [], "includeOnlyClosedJobs": False, "showArchivedJobs": False}  # fmt: skip
NODE = r"/node/(\d+)"


class Api(Form):
    """``/jswidget-ajax/jswidget/jobs/{company}``: an object of offers by their numbers."""

    def reads(self, page: Page) -> bool:
        row = first_row(self.rows(page))
        # Without an offer nothing but the address tells whose object it is, or whose empty list.
        return ("work_modality" in row and "url" in row) or (page.get("jobs") in ({}, []) and page.parts.path.startswith("/jswidget-ajax/"))

    def rows(self, page: Page) -> list[Any]:
        offers = page.get("jobs")
        return [{**row, "number": number} if isinstance(row, dict) else row for number, row in offers.items()] if isinstance(offers, dict) else []

    def total(self, page: Page) -> int | None:
        return len(self.rows(page))

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(row["url"]) if str(row.get("url")).startswith("http") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "number")
        loader.add_jmes("url", "url")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "[contract_label, shift_label]")
        loader.add_jmes("language", "language")
        loader.add_jmes("location", "join(', ', [city, province_label, country_label][?@])")
        loader.add_jmes("locations", "{city: city, region: province_label, country: country_label}")
        loader.add_jmes("workplace", "work_modality")
        loader.add_jmes("date_posted", "post_date", day_first)
        loader.add_jmes("date_posted", "post_date_timestamp")


def day_first(text: str) -> str | None:
    """The day that *text* puts before its month.

    >>> day_first("05/04/2026"), day_first("April")
    ('2026-04-05', None)
    """
    match = re.fullmatch(r"\s*(\d\d)/(\d\d)/(\d{4})\s*", text)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else None


class Offer(Form):
    """``{company}.talentclue.com/{language}/node/{number}/{channel}``: facts under icons, the same in every language."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "job-summary__list" in page.text and bool(page.css("body.job-page h1.job-page__header-title"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [page.selector]

    def load(self, loader: PostingLoader) -> None:
        loader.add_css("id", 'link[rel="canonical"]::attr(href), meta[property="og:url"]::attr(content)', re=NODE)
        loader.add_css("url", 'meta[property="og:url"]::attr(content), link[rel="canonical"]::attr(href)')
        loader.add_css("apply_url", 'a[href*="/node/add/cv/job/"]::attr(href)')
        loader.add_css("title", "h1.job-page__header-title")
        loader.add_css("company", ".job-description .intro .job-description__title")
        loader.add_css("language", "html::attr(lang)")
        facts = loader.row.xpath("(//*[contains(@class, 'job-summary__list')])[1]//*[contains(@class, 'job-summary__text')]")
        for fact in facts:
            icon = fact.xpath("preceding-sibling::*//img/@src").get() or ""
            label, value = fact.xpath("normalize-space(strong)").get() or "", fact.xpath("text()").getall()
            for name, field in FIELDS.items():
                if name in icon and (field != "salary_text" or label.startswith("Sal")):
                    loader.add_value(field, value)
        for part in loader.row.css(".job-description .description-block"):
            title = part.css(".job-description__title").xpath("normalize-space()").get()
            text = part.css(".job-description__content").get("")
            loader.add_value("description_html", headed(title, text) if html_to_text(text) else None)


# The pay has the icon of the discipline, which has none of its own.
FIELDS = {"ic-location": "location", "ic-contrato": "employment_type", "ic-jornada": "employment_type", "ic-disciplina": "salary_text", "ic-hand-shake": "workplace"}


class Widget(Form):
    """A company's own page that has the offers put into it by a script."""

    source = "html"

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
