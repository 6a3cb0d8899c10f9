"""Whatever a platform sends, nothing is raised, and what is read from it is a sound line of output."""

import random

import orjson
import pytest
from hostile import NAMES, ODD, cases_of, changed, mangled, problems, profile
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request

from crawler.new_platform.saved_pages import NOW
from crawler.platforms import PLATFORMS
from crawler.platforms.base import Page
from crawler.reader import parse, parse_form, read, response_of

SEEDS = st.integers(0, 2**63)
ANYTHING = st.recursive(
    st.sampled_from([one for one in ODD if not isinstance(one, list | dict)]) | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


def can_be_asked(ask):
    """The spider takes what is no address for a row that cannot be read; anything else would end the board."""
    try:
        Request(ask.url, method=ask.method, body=ask.body)
    except (ValueError, TypeError):
        return


def check(body, one):
    reading = read(body, one.url, one.kind, NOW)
    assert [problem for posting in reading.postings for problem in problems(posting)] == []
    parsed = parse(response_of(body, one.url, one.kind), ask=one.ask)
    for ask in (*parsed.posting_asks, *parsed.next_asks, *(found.detail for found in parsed.found if found.detail)):
        can_be_asked(ask)


@pytest.mark.parametrize("name", NAMES)
def test_a_mangled_page_gives_sound_postings_or_a_reason(name):
    cases = cases_of(name)

    @profile(0.6, 12, len(NAMES))
    @given(SEEDS)
    def mangle(seed):
        chance = random.Random(seed)
        one = chance.choice(cases)
        check(mangled(one, chance), one)

    mangle()


@pytest.mark.parametrize("name", NAMES)
def test_any_json_is_no_posting_or_a_sound_one(name):
    platform, cases = PLATFORMS[name], cases_of(name)

    @profile(0.05, 4, len(NAMES))
    @given(ANYTHING, st.integers(0, 2**32))
    def anything(value, seed):
        chance = random.Random(seed)
        one = chance.choice(cases)
        try:
            body = orjson.dumps(value)
        except TypeError:
            body = b"{}"
        check(body, one)
        for form in platform.forms:  # also what it would say of a page that is none of its own
            parse_form(platform, form, Page(response_of(body, one.url, "application/json"), "acme", one.ask))

    anything()


@profile(0.02, 40)
@given(st.text(max_size=60), SEEDS)
def test_an_address_of_any_kind_is_read(text, seed):
    chance = random.Random(seed)
    one = chance.choice(cases_of(chance.choice(NAMES)))
    at = chance.randrange(len(one.url) + 1)
    check(one.body[:200], one._replace(url=f"https://acme.example/{text}"))
    for platform in PLATFORMS.values():
        platform.key_of(one.url[:at] + text + one.url[at:])


def test_changes_are_the_same_with_the_same_seed():
    assert changed({"a": [1, 2]}, random.Random(5)) == changed({"a": [1, 2]}, random.Random(5))
