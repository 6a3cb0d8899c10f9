"""Work at a Startup, the board of Y Combinator's companies. Pages with their state in them; dates and pay in figures only as JSON-LD."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, beside, dig, listed

SITE = "https://www.ycombinator.com"
YEARS = r"^\s*(\d{1,2})\+?\s*years?"


class Board(Form):
    """``www.ycombinator.com/companies/{company}/jobs``: all of the company's postings."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return isinstance(dig(props(page), "jobPostings"), list) and isinstance(dig(props(page), "company"), dict)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(props(page), "jobPostings"), company=dig(props(page), "company"))

    def total(self, page: Page) -> int | None:
        return len(listed(props(page), "jobPostings"))

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(SITE + row["url"]) if str(row.get("url")).startswith("/") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url", f"{SITE}{{}}".format)
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "companyName || company.name")
        loader.add_jmes("company_url", "company.website")
        loader.add_jmes("department", "prettyRole")
        loader.add_jmes("employment_type", "type")
        loader.add_jmes("experience_years_min", "minExperience", re=YEARS)
        loader.add_jmes("location", "location")
        loader.add_jmes("salary_text", "salaryRange")
        loader.add_jmes("equity", "equityRange && `true` || `null`")
        loader.add_jmes("description", "description")


class Posting(Board):
    """``www.ycombinator.com/companies/{company}/jobs/{id}-{title}``."""

    def reads(self, page: Page) -> bool:
        return isinstance(dig(props(page), "job", "title"), str) and isinstance(dig(props(page), "company"), dict)

    def rows(self, page: Page) -> Iterable[Any]:
        # Its structured data says the same better: pay with its currency, the text with its layout.
        known = {name: None for name, sign in (("salaryRange", '"baseSalary"'), ("description", '"JobPosting"')) if sign in page.text}
        return beside([dig(props(page), "job")], company=dig(props(page), "company"), **known)

    def total(self, page: Page) -> int | None:
        return None

    def detail(self, page: Page, row: Any) -> Ask | None:
        return None


def props(page: Page) -> Any:
    """The state of a page; ``None`` where it has none."""
    held = page.held("[data-page]::attr(data-page)") if "data-page" in page.text and "WaasShow" in page.text else []
    return dig(held, 0, "props")


class WorkAtAStartup(Platform):
    name = "workatastartup"
    hosts = ("workatastartup.com", "ycombinator.com")
    addresses = (
        r"^(?:www\.)?workatastartup\.com/companies/(?P<key>[\w-]+)",
        r"^(?:www\.)?ycombinator\.com/companies/(?P<key>[\w-]+)/jobs(?:[/?]|$)",
    )
    confirmed = "recording"
    forms = (Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"{SITE}/companies/{key}/jobs"), Ask(f"https://www.workatastartup.com/companies/{key}")]
