"""A recorded response is found for a request that agrees with its own."""

import pytest
from conftest import Recorded, write_warc

from crawler.replay import ArchiveError, Recording


@pytest.fixture
def recording(tmp_path):
    path = write_warc(
        tmp_path / "a.warc.gz",
        [
            Recorded("https://acme.example/jobs?page=1&lang=en", "one"),
            Recorded("https://acme.example/jobs?page=2", "two"),
            Recorded("https://acme.example/jobs", "all"),
            Recorded("https://api.example/list", "first", method="POST", asked=b'{"offset":0,"limit":20}'),
            Recorded("https://api.example/list", "second", method="POST", asked=b'{"offset":20,"limit":20}'),
            Recorded("https://api.example/bare", "any", method="POST"),
        ],
    )
    return Recording(path)


@pytest.mark.parametrize(
    ("method", "url", "body", "answer"),
    [
        ("GET", "https://acme.example/jobs", b"", b"all"),
        ("GET", "https://acme.example/jobs?page=2", b"", b"two"),
        ("GET", "https://acme.example/jobs?page=2&sort=new", b"", b"two"),
        ("GET", "https://acme.example/jobs?page=1", b"", b"one"),
        ("GET", "http://ACME.example/jobs?page=2", b"", b"two"),
        ("GET", "https://acme.example/other", b"", None),
        ("GET", "https://other.example/jobs", b"", None),
        ("POST", "https://acme.example/jobs", b"", None),
        ("POST", "https://api.example/list", b'{"limit": 20, "offset": 20}', b"second"),
        ("POST", "https://api.example/list", b'{"offset":0,"limit":20,"text":""}', b"first"),
        ("POST", "https://api.example/list", b'{"offset":40,"limit":20}', None),
        ("POST", "https://api.example/bare", b'{"offset":40}', b"any"),
    ],
)
def test_a_request_is_answered_by_the_recording_that_agrees(recording, method, url, body, answer):
    found = recording.find(method, url, body)
    assert (found.body if found else None) == answer


def test_the_time_of_a_replay_is_that_of_its_recording(recording):
    assert recording.now.isoformat() == "2026-09-15T08:00:00+00:00"


@pytest.mark.parametrize("content", [b"", b"plain text", b"\x1f\x8bbroken", b"WARC/1.0\r\nbroken"])
def test_a_file_that_is_no_archive_is_named(tmp_path, content):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"x\.warc\.gz"):
        Recording(path)
