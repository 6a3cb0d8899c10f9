"""docs/faults.md names a test for each fault, and the tests that it names exist."""

import ast
import re
from functools import cache

import pytest
from conftest import ROOT

LINE = re.compile(r"^\| (\d+) \|([^|]+)\|([^|]*)\|([^|]+)\|$", re.MULTILINE)
ROWS = {int(number): (what.strip(), done.strip(), tests.split()) for number, what, done, tests in LINE.findall((ROOT / "docs/faults.md").read_text("utf-8"))}


@cache
def names_in(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")}


def test_every_fault_has_its_row():
    assert list(ROWS) == list(range(1, 93))


@pytest.mark.parametrize("number", ROWS)
def test_a_row_names_tests_that_exist_or_is_open(number):
    what, done, named = ROWS[number]
    assert what
    if named == ["open"]:
        return
    assert done, f"row {number} says nothing of what is done"
    for name in named:
        path, _, test = name.strip("`").partition("::")
        assert (ROOT / path).is_file(), name
        assert not test or test.partition("[")[0] in names_in(path), name  # a script of tests/faults/ is one test
