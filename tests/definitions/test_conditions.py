"""The two spellings of a condition, and what an unset field means."""

import pytest

from letters.definitions.conditions import ConditionError, condition_from_line, condition_from_table


@pytest.mark.parametrize(
    ("line", "values", "holds"),
    [
        ("sharing", {"sharing": True}, True),
        ("sharing", {"sharing": False}, False),
        ("sharing", {}, False),
        ("not sharing", {}, True),
        ("method is court", {"method": "court"}, True),
        ("method is court, talks", {"method": "talks"}, True),
        ("method is court", {}, False),
        ("not method is court", {}, True),
        ("kinds includes a, b", {"kinds": ("b", "c")}, True),
        ("kinds includes a", {"kinds": ("c",)}, False),
        ("kinds includes a", {}, False),
        ("name filled", {"name": "甲"}, True),
        ("name filled", {"name": ""}, False),
        ("name filled", {}, False),
        ("not name filled", {}, True),
        ("count filled", {"count": 0}, True),
    ],
)
def test_the_spelling_of_a_letter(line, values, holds):
    assert condition_from_line(line).holds(values) is holds


@pytest.mark.parametrize(
    ("table", "values", "holds"),
    [
        ({"field": "a", "is": True}, {"a": True}, True),
        ({"field": "a", "is": False}, {}, False),
        ({"field": "a", "in": ["x", "y"]}, {"a": "y"}, True),
        ({"field": "a", "includes": "x"}, {"a": ("x",)}, True),
        ({"field": "a", "filled": False}, {}, True),
        ({"not": {"field": "a", "is": "x"}}, {}, True),
        ({"any": [{"field": "a", "is": 1}, {"field": "b", "is": 1}]}, {"b": 1}, True),
        ({"all": [{"field": "a", "is": 1}, {"field": "b", "is": 1}]}, {"b": 1}, False),
    ],
)
def test_the_spelling_of_toml(table, values, holds):
    assert condition_from_table(table).holds(values) is holds


@pytest.mark.parametrize("line", ["", "a is", "a b", "a is b is c", "A", "a includes", "__import__('os')", "a is b;c"])
def test_lines_outside_the_grammar_are_refused(line):
    with pytest.raises(ConditionError):
        condition_from_line(line)


@pytest.mark.parametrize("table", [{}, {"field": "a"}, {"field": "a", "is": 1, "in": [1]}, {"any": 1}, {"nor": []}])
def test_tables_outside_the_grammar_are_refused(table):
    with pytest.raises(ConditionError):
        condition_from_table(table)
