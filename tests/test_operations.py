"""docs/operations.md: what stands there is tried as it is written."""

import re
import shutil
import subprocess

import pytest
from conftest import ROOT

from crawler.exits import Exit
from crawler.retention import NAMES
from crawler.verdicts import PROVED, UNREAD

TEXT = (ROOT / "docs" / "operations.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"<!-- (\S+) -->\n```\w*\n(.*?)```", TEXT, re.DOTALL))


def test_every_status_and_verdict_and_setting_is_told():
    statuses = {int(number) for row in re.findall(r"^\| ([\d, ]+) \|", TEXT, re.MULTILINE) for number in row.split(", ")}
    assert statuses == {*map(int, Exit), 129, 130, 143}
    assert {verdict for verdict in PROVED | UNREAD if f"`{verdict}`" not in TEXT} == set()
    assert all(f"`{name}`" in TEXT for name in (*NAMES, "KEEP_LOGS", "STOP_GRACE"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_the_units_are_ones(tmp_path):
    program = tmp_path / "scrapy"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for name in ("careers.service", "careers.timer"):
        unit = BLOCKS[name].replace("/opt/careers-crawler/.venv/bin/scrapy", str(program)).replace("file:/opt/careers-crawler", f"file:{ROOT}")
        (tmp_path / name).write_text(unit.replace("WorkingDirectory=/opt/careers-crawler", "WorkingDirectory=/"), "utf-8")
    units = [tmp_path / "careers.service", tmp_path / "careers.timer"]
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False)
    assert "careers" not in done.stderr, done.stderr


def test_the_crontab_line_is_what_the_command_takes():
    assert "&& .venv/bin/scrapy crawl careers -a boards=" in BLOCKS["crontab"]
    assert BLOCKS["crontab"].split("scrapy ")[1].split() == BLOCKS["careers.service"].split("bin/scrapy ")[1].split("\n")[0].split()
