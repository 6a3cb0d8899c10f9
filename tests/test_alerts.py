"""Filters over changes, the hooks that are told of them, and notices of runs that did not go well."""

import json
import shlex
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import board, job

from crawler.alerts.where import WhereError, read_where

ACME = "https://boards.greenhouse.io/acme"
COOK = {
    "change": "new", "id": "greenhouse:acme:1", "title": "Sous Chef / Köchin (m/w/d)", "company": "Acme Kitchens", "department": "Küche", "team": None, "description": "Night shift, C++ on the side.",
    "location": "Berlin, Germany", "locations": [{"city": "Berlin", "region": None, "country": "DE"}], "remote_scope": ["AT"], "workplace": "hybrid", "employment_type": ["FULL_TIME", "TEMPORARY"],
    "salary_annual_min": 40000.0, "salary_annual_max": 55000.0, "salary_currency": "EUR", "seniority": None, "date_posted": "2026-09-10T08:00:00Z", "experience_years_min": 2, "platform": "greenhouse",
    "board": "acme", "flags": ["evergreen"], "language": "de", "education": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("where", "passes"),
    [
        ("title = kochin", True), ("title = köch", False), ("title = köch*", True), ('title = "sous chef"', True), ("title = chef sous", False), ("title = cook, chef", True),
        ("TITLE = CHEF", True), ("title != chef", False), ("text = c++", True), ("text = night shift", True), ("department = kuche", True), ("company = acme", True),
        ("place = berlin", True), ("place = ber", False), ("country = Germany", True), ("country = AT, CH", True), ("country = CH", False), ("workplace = hybrid", True), ("workplace = Remote", False),
        ("employment = full time", True), ("employment = INTERN", False), ("pay >= 50000", True), ("pay >= 50000 EUR", True), ("pay >= 50k usd", False), ("pay > 55000", False), ("pay <= 40'000", True),
        ("experience <= 2", True), ("posted >= 2026-09-10", True), ("posted < 2026-09-10", False), ("seniority = senior", False), ("seniority != senior", True), ("flag = evergreen", True),
        ("change = new", True), ("not change = new", False), ("title = chef and country = FR or pay >= 1", True), ("title = chef and (country = FR or pay >= 60000)", False), ("not (title = baker) and not title = smith", True),
        ('title = "and"', False),
    ],
)  # fmt: skip
def test_a_filter_says_what_it_means(where, passes):
    assert read_where(where).matches(COOK) is passes


@pytest.mark.parametrize("name", sorted(COOK))
def test_what_is_not_stated_passes_no_condition_and_breaks_none(name):
    bare = dict.fromkeys(COOK, None) | {"change": "new"}
    for where in ("title = x or text = x or place = x or department = x", "country = DE", "pay >= 1", "pay <= 9", "posted > 2020-01-01", "experience >= 0", "flag = x", "employment = intern"):
        assert read_where(where).matches(bare) is False
        assert read_where(where).matches(COOK | {name: None}) in (True, False)


def test_japanese_is_found_without_spaces():
    assert read_where("title = 料理").matches({"title": "日本料理の調理師"})


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("", "title = cook"), ("titel = cook", "Did you mean title?"), ("xyz = 1", "There are: title"), ("title cook", "title: a sign has to follow"), ("title > cook", "title is compared by = or !="),
        ("title =", "a value is missing"), ("title = a,", "a value is missing"), ("title = and", "a value is missing"), ('title = "a', "quotation mark"), ("(title = a", "closing bracket"), ("title = a)", "before it"),
        ("title = a country = DE", '"="'), ("country = Atlantis", "is no country"), ("workplace = office", "remote, hybrid, onsite"), ("pay >= much", "60000 EUR"), ("posted > yesterday", "2026-09-15"),
        ("experience >= old", "number of years"), ("title = *", "before the *"), ("title = a and", "ends where a condition"), ("(" * 60 + "title = a", "brackets"), ("title = " + "a" * 10_000, "10000"), ("title ! a", "no sign"),
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_read_says_where_and_what_to_write(where, words):
    with pytest.raises(WhereError) as said:
        read_where(where)
    assert words in str(said.value)
    assert len(str(said.value).splitlines()) == 1


def jobs(*numbers: int, **changed) -> list[dict]:
    return [job(n, **changed) for n in numbers]


def alerts(done) -> list[dict]:
    return done.rows("alerts") if (done.folder / "alerts").exists() else []


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_what_passes_the_filter_is_written_beside_the_whole_of_the_changes(crawl):
    done = crawl("-a", "where=title = number 2 or pay >= 10", boards=[ACME], archive=[board("acme", jobs(1, 2))])
    assert (done.code, len(done.changes)) == (0, 2)
    assert [(a["id"], a["filters"]) for a in alerts(done)] == [("greenhouse:acme:2", ["title = number 2 or pay >= 10"])]


def test_the_filters_of_a_list(crawl, tmp_path):
    listed = tmp_path / "boards.yaml"
    listed.write_text(f"filters:\n  - title = number 1\n  - country = DE and title = number\nboards:\n  - url: {ACME}\n", "utf-8")
    done = crawl("-a", f"boards={listed}", archive=[board("acme", jobs(1, 2))])
    assert [a["filters"] for a in alerts(done)] == [["title = number 1", "country = DE and title = number"], ["country = DE and title = number"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-a", "where=titel = cook"], ["where", "titel", "title"]),
        (["-s", "ALERT_WEBHOOK=ftp://acme.example"], ["ALERT_WEBHOOK", "https://"]),
        (["-s", "ALERT_WEBHOOK=https://acme.example", "-s", "HOOK_ALLOW_PRIVATE=10.0.0.0/99"], ["HOOK_ALLOW_PRIVATE", "10.0.0.0/8"]),
        (["-s", 'NOTIFY_COMMAND=echo "'], ["NOTIFY_COMMAND", "quotation"]),
    ],
)
def test_filters_and_hooks_that_are_none_are_refused_before_anything_is_fetched(crawl, arguments, words):
    done = crawl(*arguments, boards=[ACME], archive=[board("acme", jobs(1))])
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert all(word in done.err for word in words)


def test_a_filter_of_a_list_that_is_none_names_its_line(crawl, tmp_path):
    listed = tmp_path / "boards.yaml"
    listed.write_text(f"boards:\n  - {ACME}\nfilters:\n  - titel = cook\n", "utf-8")
    done = crawl("-a", f"boards={listed}", archive=[board("acme", jobs(1))])
    assert (done.code, "line 4: filter: " in done.err) == (2, True)


def test_a_command_gets_each_change_once_and_after_a_failure_all_that_was_not_taken(crawl, tmp_path):
    took = tmp_path / "took"
    take = python(f"import sys; open({str(took)!r}, 'ab').write(sys.stdin.buffer.read())")
    refuse = python("import sys; sys.exit('no room')")
    crawl("-s", f"ALERT_COMMAND={take}", boards=[ACME], archive=[board("acme", jobs(1, 2))])
    failed = crawl("-s", f"ALERT_COMMAND={refuse}", boards=[ACME], archive=[board("acme", jobs(1, 2, 3))], day=16)
    assert (failed.code, len(failed.postings), len(failed.err.splitlines())) == (6, 3, 1)
    assert "ended with 1: no room" in failed.err
    done = crawl("-s", f"ALERT_COMMAND={take}", boards=[ACME], archive=[board("acme", jobs(1, 3))], day=17)
    assert (done.code, done.err) == (0, "")
    said = [json.loads(line) for line in took.read_bytes().splitlines()]
    assert [(change["change"], change["title"]) for change in said] == [
        ("new", "Cook number 1"), ("new", "Cook number 2"), ("new", "Cook number 3"), ("closed", "Cook number 2"),
    ]  # fmt: skip


def test_a_wave_and_the_old_id_of_a_repost_are_no_news(crawl):
    first = [job(n, title=f"Cook {n}", requisition_id=None) for n in range(9)]
    crawl("-a", "where=title = cook", boards=[ACME], archive=[board("acme", first)])
    then = [job(99, title="Cook 0", requisition_id=None, company_name="Acme Group"), *(one | {"company_name": "Acme Group"} for one in first[1:])]
    done = crawl("-a", "where=title = cook", boards=[ACME], archive=[board("acme", then)], day=16)
    assert len(done.changes) == 10
    assert [(a["change"], a["title"]) for a in alerts(done)] == [("reposted", "Cook 0")]


@contextmanager
def webhook(statuses: list[int]):
    """A server that answers with *statuses*, the last one for ever; gives its address and what was posted."""
    posted: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(statuses.pop(0) if len(statuses) > 1 else statuses[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", posted
    finally:
        server.shutdown()
        server.server_close()


def test_a_webhook_gets_parts_and_after_a_failure_only_those_that_it_did_not_take(crawl):
    with webhook([200, 500, 200]) as (url, posted):
        settings = ["-s", f"ALERT_WEBHOOK={url}", "-s", "HOOK_ALLOW_PRIVATE=127.0.0.0/8"]
        failed = crawl(*settings, boards=[ACME], archive=[board("acme", jobs(*range(150)))])
        assert (failed.code, "answered 500" in failed.err, len(failed.postings)) == (6, True, 150)
        done = crawl(*settings, boards=[ACME], archive=[board("acme", jobs(*range(150)))], day=16)
    assert done.code == 0
    assert [(post["first"], post["of"], len(post["changes"])) for post in posted] == [(1, 150, 100), (101, 150, 50), (101, 150, 50)]
    assert posted[0]["text"].splitlines()[0].startswith("new: Cook number 0 · Acme Kitchens · Berlin, Germany https://")


def test_a_webhook_inside_is_refused_unless_it_is_allowed(crawl):
    with webhook([200]) as (url, posted):
        done = crawl("-s", f"ALERT_WEBHOOK={url}", boards=[ACME], archive=[board("acme", jobs(1))])
    assert (done.code, posted, "ALLOW_PRIVATE" in done.err) == (6, [], True)


def test_a_notice_is_sent_when_a_run_did_not_go_well_and_only_then(crawl, tmp_path):
    took = tmp_path / "took"
    settings = ["-s", "NOTIFY_COMMAND=" + python(f"import sys; open({str(took)!r}, 'w').write(sys.stdin.read())")]
    crawl(*settings, boards=[ACME], archive=[board("acme", jobs(*range(6)))])
    assert not took.exists()
    crawl(*settings, boards=[ACME], archive=[board("acme", [], status=403)], day=16)
    said = json.loads(took.read_text())
    assert (said["status"], said["boards"], said["not_proved"][0]["verdict"]) == (4, {"blocked": 1}, "blocked")
    took.unlink()
    crawl(*settings, "-a", "boards=missing.txt")
    assert (json.loads(took.read_text())["status"], "missing.txt" in json.loads(took.read_text())["text"]) == (2, True)


def test_drift_fails_the_run_where_it_is_asked_to(crawl, tmp_path):
    took = tmp_path / "took"
    settings = ["-s", "NOTIFY_COMMAND=" + python(f"import sys; open({str(took)!r}, 'w').write(sys.stdin.read())")]
    crawl(boards=[ACME], archive=[board("acme", jobs(*range(10)))])
    half = jobs(*range(6)) + jobs(*range(6, 10), company_name=None, requisition_id=None)
    loose = crawl(*settings, boards=[ACME], archive=[board("acme", half)], day=16)
    assert (loose.code, loose.err, [entry["field"] for entry in loose.boards[0]["drift"]]) == (0, "", ["company", "requisition_id"])
    assert "company fell from 100 % to 60 %" in json.loads(took.read_text())["text"]
    few = jobs(*range(2)) + jobs(*range(2, 10), company_name=None)
    strict = crawl("-s", "STRICT=1", boards=[ACME], archive=[board("acme", few)], day=17)
    assert (strict.code, len(strict.err.splitlines()), "company fell" in strict.err) == (5, 1, True)
