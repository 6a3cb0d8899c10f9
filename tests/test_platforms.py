"""Each folder tests/pages/<platform>/<case> is one test: a page of our own making, and what is read from it.

:mod:`crawler.new_platform.saved_pages` says what stands in it. ``expected.json`` has every field of every posting that is not empty, the
total, the further asks.
"""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.new_platform.saved_pages import LEFT_OUT, NOW, case, outcome
from crawler.platforms import PLATFORMS
from crawler.reader import parse, read, response_of

PAGES = Path(__file__).parent / "pages"
CASES = sorted(path.parent for path in PAGES.glob("*/*/expected.json"))
IDENTITY = frozenset({"flags", "salary_annual_min", "salary_annual_max", "date_posted_bound"})


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_saved_page_gives_what_its_folder_says(folder):
    assert outcome(folder) == json.loads((folder / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_value_has_a_source(folder):
    body, url, kind, _ = case(folder)
    for posting in read(body, url, kind, NOW).postings:
        said = {name for name, value in asdict(posting).items() if value not in (None, [], {}, "")}
        assert said - LEFT_OUT - IDENTITY <= posting.sources.keys()


@pytest.mark.parametrize("name", [name for name, platform in PLATFORMS.items() if platform.hosts])
def test_every_platform_has_an_ordinary_page_and_an_ugly_one(name):
    assert sum(folder.parent.name == name for folder in CASES) >= 2


def spots(value, path=()):
    """The way to every value in nested JSON."""
    yield path
    for step, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from spots(child, (*path, step))


def put(value, path, other):
    if not path:
        return other
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(value[path[0]], path[1:], other)
    return copy


JSON_CASES = [folder for folder in CASES if (folder / "page.json").exists()]
ODD = st.sampled_from([None, True, 0, -1, 2.5, 10**20, "", "text", "<b>", [], [None], ["text"], [1], {}, {"x": 1}, [{}], [[]]])


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_value_of_another_kind_costs_its_row_at_most(data):
    folder = data.draw(st.sampled_from(JSON_CASES))
    body, url, kind, ask = case(folder)
    page = json.loads(body)
    changed = put(page, data.draw(st.sampled_from(list(spots(page)))), data.draw(ODD))
    read(json.dumps(changed).encode(), url, kind, NOW)
    parse(response_of(json.dumps(changed).encode(), url, kind), ask=ask)
