"""The same runs with their state in PostgreSQL: a server of our own, from the machine's packages, else skipped."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from test_crawl import (  # noqa: F401
    test_a_bad_row_is_set_aside_and_costs_nothing_else,
    test_a_board_that_was_not_read_whole_closes_nothing,
    test_a_posting_that_comes_back_under_a_new_id_is_the_same_one,
    test_a_posting_that_was_taken_for_another_is_parted_from_it_when_that_one_is_open_again,
    test_a_proved_listing_closes_what_it_no_longer_holds_and_reopens_it,
    test_an_empty_board_after_a_full_one_needs_a_second_run,
    test_changes_say_which_field_and_both_values,
    test_every_posting_is_written_with_its_life_and_its_sources,
    test_the_same_content_at_another_address_is_kept_but_left_out,
    test_the_same_replay_twice_gives_the_same_bytes_and_no_change,
    test_what_only_touches_a_posting_changes_nothing,
)
from test_month import test_every_event_of_a_month_is_reported_on_its_day_and_nothing_else  # noqa: F401

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
MUST_RUN = os.environ.get("EXTRAS") == "1"  # .ci/run has installed what these tests need: here a skip is a failure


@pytest.fixture(scope="session")
def server():
    """A database server on a socket of its own; gives the folder of the socket."""
    if PROGRAMS is None or not driver():
        if MUST_RUN:
            pytest.fail("PostgreSQL or its driver is not installed")
        pytest.skip("needs Debian's postgresql and crawler/requirements-postgresql.txt")
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # pytest's own folders are closed to the server's user
    data = folder / "data"
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")
    subprocess.run([*as_user, PROGRAMS / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"], check=True, capture_output=True, cwd="/")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    subprocess.run([*as_user, PROGRAMS / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], check=True, capture_output=True, cwd="/")
    yield folder
    subprocess.run([*as_user, PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=True, capture_output=True, cwd="/")
    shutil.rmtree(folder)


def driver() -> bool:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return True


@pytest.fixture
def crawl(server, crawl, request):
    """The fixture of the same name, its store in a database that this test alone uses."""
    import psycopg

    name = f"t{os.getpid()}_{abs(hash(request.node.name))}"
    with psycopg.connect(f"host={server} user=postgres dbname=postgres", autocommit=True) as connection:
        connection.execute(f'create database "{name}"')

    def run(*args, **kwargs):
        return crawl("-s", f"STORE=postgresql://postgres@/{name}?host={server}", *args, **kwargs)

    return run
