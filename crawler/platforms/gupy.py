"""Gupy. The careers page holds the whole board in its state; a posting's page its text, and JSON-LD."""

from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, beside, dig, first_row, listed

# Its words for a type that others would not be read for: who works as a company of one's own, or through one.
TYPES = dict.fromkeys(("vacancy_type_legal_entity", "vacancy_legal_entity", "vacancy_type_outsource"), "CONTRACTOR")
PARTS = ("description", "responsibilities", "prerequisites", "relevantExperiences")


def props(page: Page) -> Any:
    return dig(page.states.get("__NEXT_DATA__"), "props", "pageProps") if "__NEXT_DATA__" in page.text else None


def kind(text: str) -> str:
    return TYPES.get(text, text)


class Board(Form):
    """``{company}.gupy.io``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        found = props(page)
        if not isinstance(dig(found, "careerPage"), dict):
            return False
        first = first_row(found, "jobs")
        return "workplace" in first or "careerPageId" in first or (found.get("jobs") == [] and "gupy" in page.text)

    def rows(self, page: Page) -> Iterable[Any]:
        return beside(listed(props(page), "jobs"), careerPage=dig(props(page), "careerPage"))

    def total(self, page: Page) -> int | None:
        return len(listed(props(page), "jobs"))

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(page.join(f"/jobs/{row['id']}")) if row.get("id") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "jobUrl")
        loader.add_jmes("url", "id && to_string(id)", "/jobs/{}".format)
        loader.add_jmes("title", "title || name")
        loader.add_jmes("company", "careerPage.[publicationName, name][?@]")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "type", kind)
        loader.add_jmes("locations", "workplace.address.{city: city, region: state, country: country}")
        loader.add_jmes("workplace", "workplace.workplaceType")
        loader.add_jmes("date_posted", "publishedAt")


class Posting(Form):
    """``/jobs/{id}``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        job = dig(props(page), "job")
        return isinstance(job, dict) and "prerequisites" in job and bool(job.get("name") or job.get("title"))

    def rows(self, page: Page) -> Iterable[Any]:
        return [dig(props(page), "job")]

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("title", "name || title")
        loader.add_jmes("description_html", f"[{', '.join(PARTS)}]")
        loader.add_jmes("responsibilities", "responsibilities")
        loader.add_jmes("requirements", "prerequisites")
        loader.add_jmes("date_posted", "publishedAt")


class Gupy(Platform):
    name = "gupy"
    hosts = ("gupy.io",)
    addresses = (r"^(?P<key>[\w-]+)\.gupy\.io(?:/|\?|$)",)
    not_keys = frozenset({"www", "app", "api", "developers", "login", "portal", "support", "private-api", "assets", "cdn", "static"})
    confirmed = "documentation"
    forms = (Board(), Posting())

    def starts(self, key: str) -> list[Ask]:
        return [Ask(f"https://{key}.gupy.io/")]
