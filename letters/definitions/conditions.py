"""When a question is asked and an optional clause is in the letter: one small closed grammar, two spellings.

In TOML a condition is a table: {field = "k", is = "v"}, {any = [...]}, {all = [...]}, {not = {...}}; a fact about the
company is {profile = "k", is = "v"} and goes by the name profile.k.
In a letter it is one line: `::: when k`, `::: when not k is v`, `::: when k includes v, w` (any of them).
A field that the letter does not ask, or that is hidden, is unset: is, in and includes are false, filled is false.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, le
from typing import Protocol

LINE = re.compile(
    r"(?P<not>not\s+)?(?P<field>[a-z][a-z0-9_]*)"
    r"(?:\s+(?P<operator>is|in|includes)\s+(?P<values>[a-z0-9_]+(?:\s*,\s*[a-z0-9_]+)*)|\s+(?P<filled>filled))?\s*"
)

PROFILE = "profile."
COUNTING: dict[str, Callable[[int | Decimal, Decimal], bool]] = {"at_least": ge, "at_most": le}


class ConditionError(ValueError):
    """The condition is not of the grammar."""


class Condition(Protocol):
    def holds(self, values: Mapping[str, object]) -> bool: ...

    def leaves(self) -> Iterator["Compare"]: ...


@dataclass(frozen=True)
class Compare:
    """One field against values: `includes` looks into several choices, at_least and at_most count, filled is any."""

    field: str
    operator: str
    values: tuple[object, ...]

    def holds(self, values: Mapping[str, object]) -> bool:
        value = values.get(self.field)
        if self.operator == "filled":
            return (value not in (None, "", ())) is self.values[0]
        if value is None:
            return False
        if self.operator == "includes":
            return isinstance(value, tuple) and any(wanted in value for wanted in self.values)
        if self.operator in COUNTING:
            return isinstance(value, int | Decimal) and COUNTING[self.operator](value, Decimal(str(self.values[0])))
        return value in self.values

    def leaves(self) -> Iterator["Compare"]:
        yield self


@dataclass(frozen=True)
class Not:
    condition: Condition

    def holds(self, values: Mapping[str, object]) -> bool:
        return not self.condition.holds(values)

    def leaves(self) -> Iterator[Compare]:
        yield from self.condition.leaves()


@dataclass(frozen=True)
class Every:
    conditions: tuple[Condition, ...]

    def holds(self, values: Mapping[str, object]) -> bool:
        return all(condition.holds(values) for condition in self.conditions)

    def leaves(self) -> Iterator[Compare]:
        for condition in self.conditions:
            yield from condition.leaves()


@dataclass(frozen=True)
class Either:
    conditions: tuple[Condition, ...]

    def holds(self, values: Mapping[str, object]) -> bool:
        return any(condition.holds(values) for condition in self.conditions)

    def leaves(self) -> Iterator[Compare]:
        for condition in self.conditions:
            yield from condition.leaves()


def condition_from_table(table: Mapping[str, object]) -> Condition:
    """Read the TOML spelling; ConditionError names what is wrong."""
    match table:
        case {"any": list(parts), **rest} if not rest:
            return Either(tuple(condition_from_table(part) for part in parts))
        case {"all": list(parts), **rest} if not rest:
            return Every(tuple(condition_from_table(part) for part in parts))
        case {"not": dict(part), **rest} if not rest:
            return Not(condition_from_table(part))
        case {"field": str(field), **rest}:
            return _leaf(field, rest)
        case {"profile": str(fact), **rest}:
            return _leaf(PROFILE + fact, rest)
    raise ConditionError(f"not a condition: {dict(table)!r}")


def _leaf(name: str, rest: Mapping[str, object]) -> Compare:
    match rest:
        case {"in": list(wanted), **more} if not more:
            return Compare(name, "in", tuple(wanted))
        case {"filled": bool(wanted), **more} if not more:
            return Compare(name, "filled", (wanted,))
        case (
            {"is": wanted, **more}
            | {"includes": wanted, **more}
            | {"at_least": wanted, **more}
            | {
                "at_most": wanted,
                **more,
            }
        ) if not more:
            return Compare(name, next(iter(rest)), (wanted,))
    raise ConditionError(f"not a comparison: {name} {dict(rest)!r}")


def condition_from_line(line: str) -> Condition:
    """Read the spelling of a letter, what follows `when`; a bare field name means a yes/no answered yes."""
    found = LINE.fullmatch(line.strip())
    if not found:
        raise ConditionError(f"not a condition: {line.strip()!r}")
    if found["filled"]:
        leaf = Compare(found["field"], "filled", (True,))
    elif found["operator"]:
        wanted = tuple(value.strip() for value in found["values"].split(","))
        leaf = Compare(found["field"], "in" if found["operator"] == "is" else found["operator"], wanted)
    else:
        leaf = Compare(found["field"], "is", (True,))
    return Not(leaf) if found["not"] else leaf
