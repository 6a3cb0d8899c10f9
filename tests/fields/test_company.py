import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.fields.company import company_in_text, key_letters

KEYED = [
    ("Join Raft Group today. At Raft Group we bring people and lakes together.", "raftgroup", "Raft Group"),
    ("We at 7Rafts build seven rafts a year.", "7rafts", "7Rafts"),
    ("Why work at Raftly? Raftly is small.", "raftly.com", "Raftly"),
    ("The team of McRaft & Sons builds rafts.", "mcraft-sons", "McRaft & Sons"),
    ("About Raft-o-Mat: we are a Raft-o-Mat.", "raftomat", "Raft-o-Mat"),
    ("RAFTLY IS HIRING. Join Raftly now.", "raftly", "Raftly"),
    ("Raftly Labs builds rafts; at Raftly Labs we float.", "raftlylabscareers", "Raftly Labs"),
    ("We love Raftly and its people.", "join-raftly", "Raftly"),
    ("Apply at https://www.raftly.com/jobs or write to jobs@raftly.com.", "raftly", None),
    ("Match the pace of our team.", "match", None),
    ("We float rafts on lakes.", "float", None),
    ("We build rafts.", "acme", None),
    ("", "acme", None),
    ("Rafts, and nothing else. Then a Raft", "x", None),
    pytest.param("The Raft Company of Faro is hiring.", "trcf", "The Raft Company of Faro", marks=pytest.mark.xfail(reason="the key is made of initials")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "expected"), KEYED)
def test_with_a_key_it_is_the_spelling_of_the_text(text, key, expected):
    assert company_in_text(text, key) == expected


UNKEYED = [
    ("Help us make Rafterly safer for the people who meet on Rafterly.", "Rafterly"),
    ("About Rafterly\nRafterly is a builder of rafts.", "Rafterly"),
    ("At Rafterly, we build rafts. Join Rafterly and float.", "Rafterly"),
    ("Join Rafterly Systems today! Rafterly Systems offers rafts to everybody.", "Rafterly Systems"),
    ("Rafterly's mission is to float. At Rafterly we do.", "Rafterly"),
    ("You know Python. Python is a language. Join Python!", None),
    ("You live in Berlin. Berlin is a city. Join Berlin!", None),
    ("Join Oxford University. Oxford University is a school.", None),
    ("Our Senior Engineer is a leader. Join Senior Engineer.", None),
    ("Join Rafterly. Rafterly is a builder. Join Boatly. Boatly is a rival.", None),
    ("Rafterly is nice.", None),
    ("We are a small team and like water.", None),
    ("", None),
    pytest.param("rafterly builds rafts. join rafterly.", "rafterly", marks=pytest.mark.xfail(reason="written without a capital")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNKEYED)
def test_without_a_key_a_name_counts_only_where_companies_are_named(text, expected):
    assert company_in_text(text) == expected


KEYS = [
    ("raft-group", "raftgroup"), ("jobs.raftly.com", "raftly"), ("https://www.raftly.co.uk/careers?x=1", "raftly"), ("raftly.github.io", "raftly"), ("Raftly_2", "raftly2"), ("", ""), ("...", ""),
]  # fmt: skip


@pytest.mark.parametrize(("key", "expected"), KEYS)
def test_a_key_is_its_letters(key, expected):
    assert key_letters(key) == expected


@pytest.mark.parametrize("text", ["A " * 500_000, "Join Aa " * 100_000, "a" * 1_000_000, "About " * 150_000, "A.com " * 150_000])
@pytest.mark.parametrize("key", [None, "a" * 60, "aa"])
def test_a_long_text_costs_milliseconds(text, key):
    start = time.process_time()
    company_in_text(text, key)
    assert time.process_time() - start < 0.05


@given(st.text(max_size=200), st.none() | st.text(max_size=30))
def test_no_text_raises(text, key):
    assert company_in_text(text, key) is None or company_in_text(text, key)
