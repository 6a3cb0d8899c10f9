"""What a crawl keeps of its answers, and what is read of them later: run by run, with newer code, once."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from conftest import DAY, Recorded, board, job, write_warc
from test_wire import FAST, site  # noqa: F401
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, Exchange
from crawler.platforms import PLATFORMS
from crawler.replay import Recording, runs_of

ACME = "https://boards.greenhouse.io/acme"
SECOND = "https://boards.greenhouse.io/second"


def exchange(body=b"all", status=200, url="https://acme.example/jobs?page=1", **changed):
    return Exchange("GET", url, [("Host", "acme.example")], b"", url, status, [("Content-Type", "text/html")], body)._replace(**changed)


def at(day, hour=8):
    return datetime(2026, 9, 1, hour, tzinfo=UTC) + timedelta(days=day - 1)


def kept(folder, *exchanges, day=1, days=90, size=0):
    """Archive *exchanges* as a run of the *day*."""
    archive = Archive(folder, f"{at(day):%Y%m%dT%H%M%SZ}", at(day), days, size)
    for number, one in enumerate(exchanges):
        archive.write(one, at(day) + timedelta(minutes=number))
    archive.close()
    return archive.path


def kinds(path):
    with path.open("rb") as stream:
        return [record.rec_type for record in ArchiveIterator(stream) if record.rec_type != "request"]


def changes(done):
    """What each run said: run -> {native id: change}."""
    files = sorted((done.folder / "changes").iterdir())
    return {file.stem: {row["id"].rsplit(":", 1)[-1]: row["change"] for row in map(json.loads, file.read_text().splitlines())} for file in files}


# The archive


def test_what_did_not_change_is_kept_once(tmp_path):
    first = kept(tmp_path, exchange(), exchange(b"other"))
    second = kept(tmp_path, exchange(), exchange(b"", 304), exchange(b"new"), exchange(b"all", url="https://acme.example/copy"), day=2)
    assert kinds(first) == ["warcinfo", "response", "response"]
    assert kinds(second) == ["warcinfo", "revisit", "revisit", "response", "response"]


@pytest.mark.parametrize(
    ("exchanges", "answer"),
    [
        ([exchange()], b"all"),
        ([exchange(b"", 304)], b"all"),
        ([exchange(b"new"), exchange()], b"all"),
        ([exchange(b"new"), exchange(b"", 304)], b"new"),
    ],
)
def test_a_reference_is_answered_with_what_it_refers_to(tmp_path, exchanges, answer):
    kept(tmp_path, exchange())
    kept(tmp_path, *exchanges, day=2)
    first, second = runs_of(tmp_path)
    found = second.find("GET", "https://acme.example/jobs?page=1")
    assert (found.status, found.body, found.fetched_at.day) == (200, answer, 2)
    assert (first.now, second.now) == (at(1), at(2))


def test_a_reference_to_what_is_not_there_is_no_answer(tmp_path, caplog):
    kept(tmp_path, exchange()).unlink()
    kept(tmp_path, exchange(), exchange(b"new", url="https://acme.example/new"), day=2)
    (run,) = runs_of(tmp_path)
    assert run.find("GET", "https://acme.example/jobs?page=1") is None
    assert "1 answers refer to records that are not in it" in caplog.text


def test_an_archive_whose_index_is_lost_or_broken_goes_on(tmp_path):
    first = kept(tmp_path, exchange())
    (first.parent / ".known.db").write_bytes(b"no database at all, but long enough to be read as one" * 9)
    assert kinds(kept(tmp_path, exchange(), day=2)) == ["warcinfo", "response"]


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(tmp_path, caplog):
    path = kept(tmp_path, exchange(), exchange(b"x" * 5000, url="https://acme.example/torn"))
    path.write_bytes(path.read_bytes()[:-700])
    assert Recording(tmp_path).find("GET", "https://acme.example/jobs?page=1").body == b"all"


def test_generations_go_as_a_whole_when_the_days_are_over(tmp_path):
    for day in range(1, 200, 3):
        kept(tmp_path, exchange(), exchange(f"day {day}".encode(), url="https://acme.example/day"), day=day, days=40)
        runs = runs_of(tmp_path)  # whatever is left can be read whole
        assert all(run.find("GET", "https://acme.example/jobs?page=1").body == b"all" for run in runs)
        assert at(day) - runs[0].now <= timedelta(days=40 + 40 / 4 + 3)
    assert at(199) - runs[0].now >= timedelta(days=40)


def test_the_oldest_go_when_the_archive_is_too_large(tmp_path):
    for day in range(1, 40):
        noise = "".join(f"{day * number:x}" for number in range(3000)).encode()
        kept(tmp_path, exchange(noise, url=f"https://acme.example/{day}"), day=day, days=0, size=100_000)
    assert sum(file.stat().st_size for file in tmp_path.rglob("*.warc.gz")) <= 110_000
    assert len(runs_of(tmp_path)) > 3


def test_what_is_not_ours_is_left_alone(tmp_path):
    folder = kept(tmp_path, exchange()).parent
    (folder / "notes.txt").write_text("mine")
    kept(tmp_path, exchange(), day=100)
    kept(tmp_path, exchange(), day=300)
    assert [file.name for file in folder.iterdir()] == ["notes.txt"]


def test_a_crawl_keeps_changes_and_references_and_replays_as_it_ran(crawl, site, tmp_path):  # noqa: F811
    one, two = (board("acme", [job(n) for n in numbers]).body.encode() for numbers in ((1, 2), (1, 3)))
    site.pages["/jobs"] = [(200, {"ETag": '"1"'}, one), (304, {"ETag": '"1"'}, b""), (200, {"ETag": '"2"'}, two)]
    settings = [*FAST, "-s", f"ARCHIVE={tmp_path / 'kept'}"]
    for _ in range(3):
        live = crawl("-a", f"url={site.url}/jobs", *settings)
    files = sorted((tmp_path / "kept").rglob("*.warc.gz"))
    assert [kinds(file).count("response") for file in files] == [2, 0, 1]  # robots.txt and the board, nothing, the board
    told = [sorted(said.values()) for said in changes(live).values()]
    shutil.move(live.folder, tmp_path / "live")
    again = crawl("-a", f"url={site.url}/jobs", "-s", f"REPLAY={tmp_path / 'kept'}")
    assert (again.code, [sorted(said.values()) for said in changes(again).values()]) == (0, told)
    assert told == [["new", "new"], [], ["closed", "new"]]
    assert [p["id"] for p in again.postings] == [json.loads(line)["id"] for line in (tmp_path / "live" / "postings.jsonl").read_text().splitlines()]


# The replay of several runs


def days(tmp_path, *lists, start=15):
    """An archive of a run a day: of each the numbers that the board lists."""
    folder = tmp_path / "archive"
    folder.mkdir(exist_ok=True)
    for day, rows in enumerate(lists, start):
        write_warc(folder / f"{day}.warc.gz", [board("acme", [row if isinstance(row, dict) else job(row) for row in rows])], DAY.format(day))
    return folder


def test_an_archive_of_several_days_is_read_day_by_day(crawl, tmp_path):
    done = crawl("-s", f"REPLAY={days(tmp_path, [1, 2], [1, 2, 3], [1, 3], [1, 2, 3])}", boards=[ACME])
    assert (done.code, done.err) == (0, "")
    assert changes(done) == {
        "20260915T080000Z": {"1": "new", "2": "new"},
        "20260916T080000Z": {"3": "new"},
        "20260917T080000Z": {"2": "closed"},
        "20260918T080000Z": {"2": "reopened"},
    }
    assert {p["id"][-1]: (p["first_seen"][8:10], p["last_seen"][8:10]) for p in done.postings} == {"1": ("15", "18"), "2": ("15", "18"), "3": ("16", "18")}


def test_it_leaves_what_a_run_a_day_leaves(crawl, tmp_path):
    lists = ([1, 2], [1, 2, job(3, title="Chef")], [1, job(3, title="Head chef")])
    folder = days(tmp_path, *lists)
    together = crawl("-s", f"REPLAY={folder}", boards=[ACME])
    whole = {name: (together.folder / name).read_bytes() for name in ("postings.jsonl", "boards.jsonl", "changes/20260917T080000Z.jsonl")}
    shutil.rmtree(together.folder)
    for day in (15, 16, 17):
        crawl("-s", f"REPLAY={folder / f'{day}.warc.gz'}", boards=[ACME])
    assert {name: (together.folder / name).read_bytes() for name in whole} == whole


def test_one_file_of_several_days_is_several_runs(crawl, tmp_path):
    folder = days(tmp_path, [1, 2], [1])
    (tmp_path / "all.warc.gz").write_bytes(b"".join(file.read_bytes() for file in sorted(folder.iterdir())))
    done = crawl("-s", f"REPLAY={tmp_path / 'all.warc.gz'}", boards=[ACME])
    assert list(changes(done).values()) == [{"1": "new", "2": "new"}, {"2": "closed"}]


def test_a_board_that_a_run_did_not_read_is_passed_over_and_one_that_none_did_is_said(crawl, tmp_path):
    folder = days(tmp_path, [1, 2], [1])
    write_warc(folder / "17.warc.gz", [board("second", [job(9)])], DAY.format(17))
    done = crawl("-s", f"REPLAY={folder}", boards=[ACME, SECOND])
    assert (done.code, {row["board"]: row["verdict"] for row in done.boards}) == (0, {"greenhouse:acme": "complete", "greenhouse:second": "complete"})
    missing = crawl("-s", f"REPLAY={folder}", "-s", f"OUTPUT={tmp_path / 'two'}", boards=[ACME, "https://boards.greenhouse.io/third"])
    assert (missing.code, "unreachable" in (tmp_path / "two" / "boards.jsonl").read_text()) == (4, True)


def test_the_exit_status_is_the_worst_and_said_once(crawl, tmp_path):
    folder = days(tmp_path, [1, 2], [1], [1])
    write_warc(folder / "16.warc.gz", [board("acme", [], status=503)], DAY.format(16))
    done = crawl("-s", f"REPLAY={folder}", boards=[ACME])
    assert (done.code, done.err.splitlines()) == (4, ["careers: in 1 of the 2 earlier runs of the archive boards are not proved"])
    assert list(changes(done).values())[1:] == [{}, {"2": "closed"}]


# Read again by newer code


@pytest.fixture
def older_reader(monkeypatch):
    """Code of before, which did not read departments and took no row whose title is Baker."""
    names = ("crawler.memory", "crawler.store.store", "crawler.pipelines.store", "crawler.plan")

    def patch():
        for name in names:
            monkeypatch.setattr(f"{name}.code", lambda: "older")
        for form in PLATFORMS["greenhouse"].forms:
            monkeypatch.setattr(type(form), "load", worse(type(form).load))
        return monkeypatch.undo

    return patch


def worse(load):
    def load_less(form, loader):
        load(form, loader)
        if isinstance(loader.row, dict):
            loader._values.pop("department", None)
            if loader.row.get("title") == "Baker":
                loader._values.pop("title", None)

    return load_less


def in_kitchen(number, **changed):
    return job(number, departments=[{"id": 1, "name": "Kitchen"}], **changed)


def departments(done):
    return {p["id"][-1]: p["department"] for p in done.postings}


LISTS = ([in_kitchen(1), in_kitchen(2)], [in_kitchen(1), in_kitchen(2, title="Chef"), in_kitchen(3)], [in_kitchen(1), in_kitchen(3)])


def test_newer_code_improves_what_is_stored_and_tells_no_event_twice(crawl, tmp_path, older_reader):
    folder, undo = days(tmp_path, *LISTS), older_reader()
    before = crawl("-s", f"REPLAY={folder}", boards=[ACME])
    told, lives = changes(before), {p["id"]: (p["first_seen"], p["last_seen"], p["changed_at"]) for p in before.postings}
    assert set(departments(before).values()) == {None}
    undo()
    after = crawl("-s", f"REPLAY={folder}", boards=[ACME])
    assert departments(after) == {"1": "Kitchen", "3": "Kitchen"}
    again = changes(after)
    assert {run: said for run, said in again.items() if run in told} == told
    assert [said for run, said in again.items() if run not in told] == [{}, {}, {}]
    assert {p["id"]: (p["first_seen"], p["last_seen"], p["changed_at"]) for p in after.postings} == lives
    third = crawl("-s", f"REPLAY={folder}", boards=[ACME])  # the older runs are told by this code already
    assert len(changes(third)) == len(again) + 1


def test_what_newer_code_finds_in_an_old_run_has_its_life_from_there(crawl, tmp_path, older_reader):
    baker = in_kitchen(7, title="Baker")
    folder, undo = days(tmp_path, [in_kitchen(1), baker], [in_kitchen(1), baker], [in_kitchen(1)]), older_reader()
    crawl("-s", f"REPLAY={folder}", boards=[ACME])
    undo()
    again = changes(crawl("-s", f"REPLAY={folder}", boards=[ACME]))
    assert [said for run, said in again.items() if run.endswith("_002")] == [{"7": "new"}, {}, {"7": "closed"}]


def test_a_day_that_is_read_again_does_not_undo_what_came_after_it(crawl, tmp_path, older_reader):
    folder, undo = days(tmp_path, *LISTS), older_reader()
    crawl("-s", f"REPLAY={folder}", boards=[ACME])
    undo()
    done = crawl("-s", f"REPLAY={folder / '15.warc.gz'}", boards=[ACME])
    assert (done.code, departments(done), changes(done)["20260915T080000Z_002"]) == (0, {"1": None, "3": None}, {})


def test_the_next_run_after_an_update_of_the_code_reports_no_change_of_reading(crawl, tmp_path, older_reader):
    folder, undo = days(tmp_path, *LISTS), older_reader()
    crawl("-s", f"REPLAY={folder}", boards=[ACME])
    undo()
    crawl("-s", f"REPLAY={folder}", boards=[ACME])
    done = crawl(boards=[ACME], archive=[board("acme", LISTS[-1])], day=18)
    assert done.changes == []


def test_an_archive_of_runs_that_the_store_does_not_know_is_refused(crawl, tmp_path):
    crawl(boards=[ACME], archive=[board("acme", [job(1)])], day=20)
    done = crawl("-s", f"REPLAY={days(tmp_path, [1, 2], [1])}", boards=[ACME])
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "knows of no run of that time" in done.err


def test_pages_that_were_not_due_are_not_missed_in_a_replay(crawl, tmp_path):
    row = {"id": "1", "jobOpeningName": "Cook", "location": {"city": "Berlin"}}
    listing = Recorded("https://acme.bamboohr.com/careers/list", json.dumps({"meta": {"totalCount": 1}, "result": [row]}))
    text = Recorded("https://acme.bamboohr.com/careers/1/detail", json.dumps({"result": {"jobOpening": {"jobOpeningName": "Cook", "description": "<p>You cook.</p>"}}}))
    folder = tmp_path / "archive"
    folder.mkdir()
    for day, answers in ((15, [listing, text]), (16, [listing])):
        write_warc(folder / f"{day}.warc.gz", answers, DAY.format(day))
    done = crawl("-s", f"REPLAY={folder}", boards=["https://acme.bamboohr.com/careers"])
    assert (done.code, [row["verdict"] for row in done.boards], done.postings[0]["description"]) == (0, ["unchanged"], "You cook.")
