"""Rules in JMESPath mean the same with and without its interpreter."""

import jmespath
import pytest

from crawler.loaders import BEGINS, NULL_OF_NULL, jmes, without_inner

ROWS = [
    {}, {"c": "only"}, {"a": None}, {"a": ""}, {"a": 0}, {"a": False, "b": 2}, {"a": [], "b": "x"}, {"a": {}, "b": {"c": 1}}, {"a": {"b": {"c": "deep"}}}, {"a": "text", "b": [1]},
    {"a": [{"b": 1}, {"b": None}, {}, "no", None, [{"b": 2}, 5]]}, {"a": [{"b": {"c": 1}, "d": "x"}], "c": "last"}, {"a": {"b": [{"c": "x"}]}}, [], [{"a": 1}], "text", None,
]  # fmt: skip
PATHS = [
    "a", "a.b.c", "a || b", "a.b || b.c || c", "a[].b", "a[].b.c", "a[0].b", "a[?d=='x'].b | [0]", "a[?d && contains(d, 'x')].{one: b, two: d}", "a.b[].c | []",
    "a[*].b | [0] || c", "length(a)", "a | length(@)", "a == null", "not_null(a, c)", "a[?b].d || c", "a.{x: b}", "a.[b, c]", "[a, c][?@]", "a.join(', ', @)", "a && c",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_path_finds_what_the_interpreter_finds(path, row):
    try:
        expected = jmespath.search(path, row)
    except jmespath.exceptions.JMESPathError:
        expected = None
    found = jmes(path)(row)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("path", "null"),
    [
        ("metadata[?name && contains(name, 'x')].value | []", True),
        ("a[].{city: b, region: c[0]}", True),
        ("a.b || c", False),
        ("a | length(@)", False),
        ("a == null", False),
        ("a[?b == '|| x(']", True),
    ],
)
def test_a_path_that_begins_nowhere_is_not_asked_further(path, null):
    assert bool(BEGINS(path) and NULL_OF_NULL(without_inner(path))) is null
