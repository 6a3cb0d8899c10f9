"""The store by itself: opening one of an older version."""

import sqlite3

from conftest import board, job

ACME = "https://boards.greenhouse.io/acme"
OF_VERSION_1 = {"postings": ("posted", "valid_through", "renewals"), "board_runs": ("drift", "waves", "proved_at"), "changes": ("wave",)}


def test_a_store_of_version_1_is_brought_up_to_date_and_keeps_what_it_has(crawl, tmp_path):
    crawl(boards=[ACME], archive=[board("acme", [job(1), job(2)])])
    with sqlite3.connect(tmp_path / "out" / "careers.db") as connection:
        for table, columns in OF_VERSION_1.items():
            for column in columns:
                connection.execute(f"alter table {table} drop column {column}")
        connection.execute("update meta set value = '1' where name = 'version'")
    connection.close()
    done = crawl(boards=[ACME], archive=[board("acme", [job(1)])], day=16)
    assert (done.code, done.err) == (0, "")
    assert [(c["change"], c["first_seen"]) for c in done.changes] == [("closed", "2026-09-15T08:00:00Z")]
    assert (done.boards[0]["drift"], done.boards[0]["waves"]) == ([], [])


def test_copies_are_found_in_a_store_that_kept_no_digests(crawl, tmp_path):
    text = "You cook for two hundred guests a day, plan the menu with the team and buy from farms nearby. " * 3
    same = {"title": "Cook", "content": text, "requisition_id": "R7", "internal_job_id": 7}
    first = crawl(boards=[ACME], archive=[board("acme", [job(1, **same), job(2, **same), job(3)])])
    assert len(first.postings) == 2
    with sqlite3.connect(tmp_path / "out" / "careers.db") as connection:
        for table in ("sketches", "blocks", "uncompared"):
            connection.execute(f"drop table {table}")
        connection.execute("update postings set duplicate_of = null, duplicate_rule = null")
        connection.execute("alter table postings add column content_key varchar")
        connection.execute("create index postings_by_content on postings (content_key)")
        connection.execute("update meta set value = '3' where name = 'version'")
    connection.close()
    done = crawl(boards=[ACME], archive=[board("acme", [job(1, **same), job(2, **same), job(3)])], day=16)
    assert (done.code, done.err, done.changes) == (0, "", [])
    assert [p["id"] for p in done.postings] == ["greenhouse:acme:1", "greenhouse:acme:3"]
