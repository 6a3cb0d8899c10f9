"""A store that is damaged or gone is noticed, set aside and rebuilt from the files."""

import sqlite3

import pytest
from conftest import board, job

from crawler.exits import Exit

ACME = "https://boards.greenhouse.io/acme"
LIFE = ("id", "first_seen", "last_seen", "changed_at", "status")
LONG = "You cook and bake for {0} guests, and plan menu {0} with the team of the house. " * 40


def jobs(*numbers, **changed):
    return [job(n, content=LONG.format(n), **changed) for n in numbers]


@pytest.fixture
def three_days(crawl):
    """A board that closed a posting on the second day, and got one on the third."""
    crawl(boards=[ACME], archive=[board("acme", jobs(*range(1, 30)))])
    crawl(boards=[ACME], archive=[board("acme", jobs(*range(2, 30)))], day=16)
    return crawl(boards=[ACME], archive=[board("acme", jobs(*range(2, 31)))], day=17)


def zero_page(path):
    """A page in the middle of the postings that the disk gives back as noughts."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(bytes(8 * 4096))


def truncate(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


DAMAGES = {
    "garbage": lambda path: path.write_bytes(b"\x93\x17no database at all" * 500),
    "half": truncate,
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "pages": zero_page,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_set_aside_and_rebuilt_with_the_life_of_its_postings(crawl, three_days, damage):
    database, published = three_days.folder / "careers.db", (three_days.folder / "postings.jsonl").read_bytes()
    with sqlite3.connect(database) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    DAMAGES[damage](database)
    archive = [board("acme", jobs(*range(1, 30)))]  # the first one is back, the last one is gone
    done = crawl(boards=[ACME], archive=archive, day=18)
    if "The next run sets it aside" in done.err:  # met in the middle of the run
        assert (damage, done.code, len(done.err.splitlines())) == ("pages", Exit.LOST, 1), done.err
        assert (done.folder / "postings.jsonl").read_bytes() == published
        done = crawl(boards=[ACME], archive=archive, day=18)
    assert (done.code, len(done.err.splitlines())) == (Exit.LOST, 1), done.err
    assert all(word in done.err for word in ("careers.db", "29 open and 1 closed postings of 1 boards", "is gone"))
    if damage not in ("empty", "gone"):
        assert next(done.folder.glob("careers.db.damaged-*")).stat().st_size
    assert {p["id"]: p["first_seen"] for p in done.postings}["greenhouse:acme:5"] == "2026-09-15T08:00:00Z"
    assert [(c["change"], c["id"]) for c in done.changes] == [("reopened", "greenhouse:acme:1"), ("closed", "greenhouse:acme:30")]
    again = crawl(boards=[ACME], archive=archive, day=19)
    assert (again.code, again.err, again.changes) == (0, "", [])


def test_what_was_filled_from_a_copy_and_torn_lines_are_not_taken_for_the_postings_own(crawl, tmp_path):
    done = crawl(boards=[ACME], archive=[board("acme", jobs(1, 2))])
    lines = (done.folder / "postings.jsonl").read_text("utf-8").splitlines()
    lines[0] = lines[0].replace('"team":null', '"team":"Bakery"', 1).replace('"team":null', '"team":"copy"', 1)
    (done.folder / "postings.jsonl").write_text("\n".join([*lines, '{"id": "torn']), "utf-8")
    (done.folder / "changes").rename(done.folder / "kept")
    (done.folder / "careers.db").unlink()
    rebuilt = crawl(boards=[ACME], archive=[board("acme", jobs(1, 2))], day=16)
    assert "2 open and 0 closed postings of 1 boards, 1 lines could not be read" in rebuilt.err
    assert (rebuilt.postings[0]["team"], rebuilt.changes) == (None, [])


def test_a_file_of_the_users_is_not_set_aside(crawl, tmp_path):
    thesis = tmp_path / "thesis.doc"
    thesis.write_bytes(b"Chapter one. " * 400)
    done = crawl("-s", f"STORE=sqlite:///{thesis}", boards=[ACME], archive=[board("acme", jobs(1))])
    assert (done.code, len(done.err.splitlines())) == (Exit.LOST, 1)
    assert thesis.read_bytes() == b"Chapter one. " * 400
