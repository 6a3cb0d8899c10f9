"""Runs that are not believed as a whole, and boards that moved to another platform."""

import json

from conftest import Recorded, board, job

BOARDS = [f"https://boards.greenhouse.io/acme-{n}" for n in range(6)]


def answers(silent: int, jobs: list[dict]) -> list[Recorded]:
    return [board(f"acme-{n}", jobs, **({"status": 503} if n < silent else {})) for n in range(6)]


def test_a_run_in_which_many_boards_fall_silent_closes_nothing_and_the_next_one_does(crawl):
    two = [job(n, title=f"Cook {n}", company_name=None) for n in (1, 2)]
    crawl(boards=BOARDS, archive=answers(0, two))
    reposted = [two[0], job(9, title="Cook 2", company_name=None)]
    done = crawl(boards=BOARDS, archive=answers(4, reposted), day=16)
    assert {(c["change"], c["board"]) for c in done.changes} == {("new", "acme-4"), ("new", "acme-5")}
    assert [(b["verdict"], b["held"], b["closed"], b["new"], b["reposted"]) for b in done.boards[4:]] == [("complete", True, 0, 1, 0)] * 2
    assert "4 of 6 boards fell silent" in done.boards[4]["why"]
    after = crawl(boards=BOARDS, archive=answers(1, reposted), day=17)
    assert sorted((c["change"], c["board"]) for c in after.changes if c["board"] in ("acme-4", "acme-5")) == [("closed", "acme-4"), ("closed", "acme-5")]


def test_one_silent_board_is_ordinary(crawl):
    crawl(boards=BOARDS, archive=answers(0, [job(1), job(2)]))
    done = crawl(boards=BOARDS, archive=answers(1, [job(1)]), day=16)
    assert [c["change"] for c in done.changes] == ["closed"] * 5


CAREERS = "https://acme.example/careers"


def lever(*titles: str) -> list[Recorded]:
    rows = [{"id": f"u{n}", "text": title, "hostedUrl": f"https://jobs.lever.co/acme/u{n}", "categories": {"location": "Berlin, Germany"}} for n, title in enumerate(titles)]
    leads = Recorded(CAREERS, '<h1>Careers</h1><a href="https://jobs.lever.co/acme">Open positions</a>', kind="text/html")
    return [leads, Recorded("https://api.lever.co/v0/postings/acme?mode=json", json.dumps(rows))]


def greenhouse(number: int) -> list[Recorded]:
    leads = Recorded(CAREERS, '<h1>Careers</h1><script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>', kind="text/html")
    return [leads, board("acme", [job(n, title=f"Cook {n}") for n in range(number)])]


def test_a_board_that_moved_takes_its_postings_along(crawl):
    crawl("-a", f"url={CAREERS}", archive=greenhouse(4))
    done = crawl("-a", f"url={CAREERS}", archive=lever("Cook 0", "Cook 1", "Cook 2", "Baker"), day=16)
    assert sorted((c["change"], c["title"]) for c in done.changes) == [
        *(("closed", f"Cook {n}") for n in range(4)), ("new", "Baker"), *(("reposted", f"Cook {n}") for n in range(3)),
    ]  # fmt: skip
    (line,) = done.boards
    assert [line[name] for name in ("board", "verdict", "new", "reposted", "closed")] == ["lever:acme", "complete", 1, 3, 4]
    assert {p["first_seen"][:10] for p in done.postings if p["title"] != "Baker"} == {"2026-09-15"}


def test_another_board_at_the_address_closes_the_old_one_when_it_is_there_twice(crawl):
    crawl("-a", f"url={CAREERS}", archive=greenhouse(4))
    once = crawl("-a", f"url={CAREERS}", archive=lever("Baker", "Smith"), day=16)
    assert sorted(c["change"] for c in once.changes) == ["new", "new"]
    twice = crawl("-a", f"url={CAREERS}", archive=lever("Baker", "Smith"), day=17)
    assert [c["change"] for c in twice.changes] == ["closed"] * 4
