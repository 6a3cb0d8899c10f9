"""The fault loops of tests/faults, a few rounds of each: .ci/run has more, and docs/faults.md the figures of many."""

import shutil
import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.mark.parametrize("arguments", [("kills.py", "3"), ("syscalls.py", "1", "1")], ids=lambda arguments: arguments[0])
def test_a_run_that_is_disturbed_loses_nothing_and_is_healed_by_the_next(arguments):
    if arguments[0] == "syscalls.py" and not shutil.which("strace"):
        pytest.skip("needs strace, from Debian's packages")
    name, *numbers = arguments
    done = subprocess.run([sys.executable, ROOT / "tests" / "faults" / name, *numbers], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert "0 lost, 0 twice, 0 torn" in done.stdout
