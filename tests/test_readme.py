"""What the README says is true."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def block(name: str) -> str:
    """The first code block after the comment ``<!-- name -->``."""
    return re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)[1]


def test_the_lines_that_read_the_output_run_as_they_stand(crawl):
    done = crawl()
    lines = block("reading") + "\nprint(len(table), len(frame), len(paid.fetchall()))\n"
    (done.folder.parent / "output").symlink_to(done.folder)
    env = {"PYTHONPATH": str(ROOT), "PATH": ""}
    read = subprocess.run([sys.executable, "-c", lines], cwd=done.folder.parent, capture_output=True, text=True, check=False, env=env)
    assert read.stderr == ""
    pandas_rows, polars_rows, paid = map(int, read.stdout.split())
    assert pandas_rows == polars_rows == len(done.postings)
    assert 0 < paid < pandas_rows


@pytest.mark.parametrize("name", ["run", "tests"])
def test_each_of_the_two_commands_does_all_its_own_set_up(name):
    command = block(name)
    assert "venv" in command
    assert all((ROOT / part).exists() for part in re.findall(r"-r (\S+)", command))


def test_every_package_that_is_installed_is_explained():
    explained = README.split("## What is installed, and why")[1].split("\n## ")[0].lower()
    for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            assert line.split("==")[0] in explained


def test_every_field_of_the_record_is_named():
    from crawler.schema import NAMES

    assert [name for name in NAMES if f"`{name}`" not in README and name != "schema_version"] == []


def test_every_document_that_is_linked_is_there():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert Path(ROOT / target).exists(), target
