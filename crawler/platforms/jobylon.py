"""Jobylon. A company's frame holds the whole board in a script, without texts; those are on the postings' own pages as JSON-LD."""

import re
from collections.abc import Iterable
from typing import Any

from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform, json_at, public

FRAME = "https://cdn.jobylon.com/jobs/{}/embed/v2/?page_size=1000"
START = re.compile(r"JBL\.embed_v2\['jobs'\]\s*=\s*(?=\[)")
# Strings go first, so that nothing in them is taken for a key or a comma.
PIECE = re.compile(r"""'((?:[^'\\]|\\.)*+)'|"(?:[^"\\]|\\.)*+"|([A-Za-z_$][\w$]{0,40}+)(?=\s*:)|,(?=\s*[}\]])""", re.DOTALL)


class Frame(Form):
    """``cdn.jobylon.com/jobs/companies/{number}/embed/v2/``."""

    source = "html"

    def reads(self, page: Page) -> bool:
        return "JBL.embed_v2['jobs']" in page.text and isinstance(jobs(page), list)

    def rows(self, page: Page) -> Iterable[Any]:
        return jobs(page) or []

    def total(self, page: Page) -> int | None:
        return public(self, page)

    def skips(self, row: Any) -> bool:
        return row.get("is_internal") is True

    def detail(self, page: Page, row: Any) -> Ask | None:
        return Ask(f"https://emp.jobylon.com{row['url']}") if str(row.get("url")).startswith("/") else None

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("id", "id")
        loader.add_jmes("url", "url", "https://emp.jobylon.com{}".format)
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "company")
        loader.add_jmes("department", "departments[]")
        loader.add_jmes("employment_type", "employment_type")
        loader.add_jmes("language", "keys(klass)[?starts_with(@, 'job-lang-')] | [0]", re="job-lang-(.+)")
        loader.add_jmes("location", "locations[] || locations_text")
        loader.add_jmes("workplace", "workspace")
        loader.add_jmes("date_posted", "published_date")
        loader.add_jmes("valid_through", "to_date")


def jobs(page: Page) -> Any:
    match = START.search(page.text)
    if match is None:
        return None
    end = page.text.find("</script", match.end())
    return json_at(as_json(page.text[match.end() : end if end > 0 else None]), 0)


def as_json(code: str) -> str:
    r"""A literal of JavaScript as JSON.

    >>> as_json(r"[{id: '7', on: {'a-b': true,}, name: 'Tea \u0026 \"Buns\", it\'s: [ok]',}]")
    '[{"id": "7", "on": {"a-b": true}, "name": "Tea \\u0026 \\"Buns\\", it\'s: [ok]"}]'
    """

    def piece(match: re.Match[str]) -> str:
        if match[1] is not None:
            text = re.sub(r"\\(.)|\"", lambda m: {"'": "'", None: '\\"', "x": "\\u00"}.get(m[1], m[0]), match[1], flags=re.DOTALL)
            return f'"{text}"'
        return f'"{match[2]}"' if match[2] else "" if match[0] == "," else match[0]

    return PIECE.sub(piece, code)


class Jobylon(Platform):
    name = "jobylon"
    hosts = ("jobylon.com",)
    addresses = (
        r"^cdn\.jobylon\.com/jobs/(?P<key>compan(?:ies|y-groups)/\d+)/embed",
        r"^emp\.jobylon\.com/(?P<key>compan(?:ies|y-groups)/\d+)",
    )
    confirmed = "recording"
    forms = (Frame(),)

    def starts(self, key: str) -> list[Ask]:
        return [Ask(FRAME.format(key))]
