"""What holds a board in one answer: the two feeds of a careers site, the XML of an older portal.

Known from public readers of them, not from a recording.
"""

import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector

from crawler.fields.dates import read_date
from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page
from crawler.platforms.successfactors.sites import BARE, NUMBER

GOOGLE = {
    "employer": "company", "job_function": "department", "job_type": "employment_type",
    "location": "location", "expiration_date": "valid_through",
}  # fmt: skip
TOKEN = re.compile(r"\[\[([\w-]+)\]\]")  # where the value of a field is to stand in a portal's text
FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}$")


class Feed(Form):
    """``/sitemal.xml`` (so it is spelt) and ``/googlefeed.xml``: all in one, without the day of posting."""

    def reads(self, page: Page) -> bool:
        return "base.google.com/ns/1.0" in page.text[:1000] and bool(page.xpath("/rss/channel/item/link[contains(., '/job/')]"))

    def rows(self, page: Page) -> Iterable[Any]:
        return page.xpath("/rss/channel/item")

    def detail(self, page: Page, row: Selector) -> Ask | None:
        url = row.xpath("link[not(../description[normalize-space()])]/text()").get()
        return Ask(page.join(url)) if url else None

    def load(self, loader: PostingLoader) -> None:
        google = {name: loader.row.xpath(f"normalize-space(*[local-name() = '{name}'])").get("") for name in GOOGLE}
        loader.add_xpath("id", "link/text()", re=NUMBER)
        loader.add_xpath("url", "link/text()", re=BARE)
        loader.add_value("title", loader.row.xpath("normalize-space(title)").get("").removesuffix(f" ({google['location']})"))
        for theirs, ours in GOOGLE.items():
            loader.add_value(ours, google[theirs])
        loader.add_xpath("description_html", "description/text()")
        loader.add_xpath("date_posted", "pubDate/text()")


class Portal(Form):
    """``/career?company={company}&career_ns=job_listing_summary&resultType=XML``; the fields are the company's own."""

    def reads(self, page: Page) -> bool:
        return "<Job-Listing" in page.text[:1000] and bool(page.xpath("/Job-Listing"))

    def rows(self, page: Page) -> Iterable[Any]:
        jobs = page.xpath("/Job-Listing/Job")
        dates = [match for date in jobs.xpath("Posted-Date/text()").getall() if (match := FIGURES.match(date.strip()))]
        # A list writes all its dates in one way: one figure over 12 tells which.
        day_first = next((int(match[1]) > 12 for match in dates if int(match[1]) > 12 or int(match[2]) > 12), None)
        host, company = page.parts.netloc, page.query.get("company", "")
        for job in jobs:
            said = {part.xpath("name()").get(): part.xpath("normalize-space(value | self::*[not(*)])").get() for part in job.xpath("*")}
            number = said.get("ReqId")
            yield {
                **{label(part): part.xpath("normalize-space(value)").get() for part in job.xpath("*[label]")}, "number": number,
                "url": f"https://{host}/sfcareer/jobreqcareer?jobId={number}&company={company}" if company else None,
                "title": said.get("JobTitle"), "place": said.get("Location"), "department": said.get("Department") or said.get("Division"),
                "posted": read_date(said.get("Posted-Date"), day_first),
                "text": filled(job.xpath("string(Job-Description)").get(""), said),
            }  # fmt: skip

    def says_empty(self, page: Page) -> bool:
        return not page.xpath("/Job-Listing/Job")

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "number")
        loader.add_jmes("url", "url")
        loader.add_jmes("requisition_id", "number")
        loader.add_jmes("title", "title")
        loader.add_jmes("department", 'department || "job function" || "function"')
        loader.add_jmes("employment_type", '"employment type" || "job type" || "contract type"')
        loader.add_jmes("location", 'place || "location" || "job location" || "work location" || "posting location"')
        loader.add_jmes("locations", '{city: "city", region: "state" || "state/province", country: "country" || "country/region"}')
        loader.add_jmes("description_html", "text")
        loader.add_jmes("date_posted", "posted")


def filled(text: str, fields: dict[str | None, str | None]) -> str:
    """*text* with the values of *fields* where it names them, as ``[[filter1]]``.

    >>> filled("<p>[[City]], [[Tower]]</p>", {"City": "Bonn"})
    '<p>Bonn, </p>'
    """
    return TOKEN.sub(lambda match: fields.get(match[1]) or "", text)


def label(part: Selector) -> str:
    return part.xpath("normalize-space(label)").get("").rstrip(":").lower()
