"""Pages of companies' own in other shapes and languages: tests/shapes/<page>.html says in its first line what stands in it."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest

from crawler.reader import read

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
PAGES = sorted((Path(__file__).parent / "shapes").glob("*.html"))
SALARY = ("salary_min", "salary_max", "salary_currency", "salary_period")


def expected_of(page):
    """What the comment in the first line says: field to value; ``salary`` is min, max, currency, period."""
    said = json.loads(page.read_text("utf-8").partition("-->")[0].removeprefix("<!--"))
    return said.pop("url"), said


def found_in(page, url):
    reading = read(page.read_bytes(), url, "text/html; charset=utf-8", NOW)
    if page.name.startswith("list-"):
        return {"posting_urls": list(reading.posting_urls), "next_url": next(iter(reading.next_urls), None)}
    (posting,) = reading.postings
    pay = [getattr(posting, name) for name in SALARY]
    return {**asdict(posting), "salary": pay if pay[0] is not None else None}


def absolute(url, value):
    if isinstance(value, list):
        return [urljoin(url, part) for part in value]
    return value and urljoin(url, value)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_a_company_s_own_is_read(page):
    url, expected = expected_of(page)
    found = found_in(page, url)
    if "posting_urls" in expected:
        expected = {name: absolute(url, value) for name, value in expected.items()}
    assert {name: found[name] for name in expected} == expected
