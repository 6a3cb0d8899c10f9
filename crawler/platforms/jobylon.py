"""Jobylon. A company's frame holds the whole board in a script, without texts; those are on the postings' own pages as JSON-LD."""

import re
from typing import Any

from crawler.platforms.base import JsonForm, Page, Platform, jmes, json_at

START = re.compile(r"JBL\.embed_v2\['jobs'\]\s*=\s*(?=\[)")
# Strings go first, so that nothing in them is taken for a key or a comma.
PIECE = re.compile(r"""'((?:[^'\\]|\\.)*+)'|"(?:[^"\\]|\\.)*+"|([A-Za-z_$][\w$]{0,40}+)(?=\s*:)|,(?=\s*[}\]])""", re.DOTALL)


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


class Frame(JsonForm):
    """``cdn.jobylon.com/jobs/companies/{number}/embed/v2/``."""

    source = "html"
    mark = "JBL.embed_v2['jobs']"
    rows_in = "jobs"
    whole = True
    hidden = {"is_internal": True}
    detail_in = "starts_with(url, '/') && join('', ['https://emp.jobylon.com', url])"
    fields = [
        jmes("id", "id"),
        jmes("url", "url", "https://emp.jobylon.com{}".format),
        jmes("title", "title"),
        jmes("company", "company"),
        jmes("department", "departments[]"),
        jmes("employment_type", "employment_type"),
        jmes("language", "keys(klass)[?starts_with(@, 'job-lang-')] | [0]", re="job-lang-(.+)"),
        jmes("location", "locations[] || locations_text"),
        jmes("workplace", "workspace"),
        jmes("date_posted", "published_date"),
        jmes("valid_through", "to_date"),
    ]

    def body(self, page: Page) -> Any:
        match = START.search(page.text)
        end = page.text.find("</script", match.end()) if match else -1
        return {"jobs": json_at(as_json(page.text[match.end() : end if end > 0 else None]), 0)} if match else None


class Jobylon(Platform):
    name = "jobylon"
    hosts = ("jobylon.com",)
    addresses = (
        r"^cdn\.jobylon\.com/jobs/(?P<key>compan(?:ies|y-groups)/\d+)/embed",
        r"^emp\.jobylon\.com/(?P<key>compan(?:ies|y-groups)/\d+)",
    )
    confirmed = "recording"
    forms = (Frame(),)
    page_urls = "https://cdn.jobylon.com/jobs/{key}/embed/v2/?page_size=1000"
