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
