"""The permission checks of the pages, and how to take one of them out for a while."""

import ast
import importlib
import inspect
import pkgutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import letters
from letters import permissions
from letters.actions import comment, lay_out, turn
from letters.models import Letter

ASKED = ("may_", "visible_", "is_")
# Actions ask again, for callers that are no page; tests/actions takes them at their word.
NO_PAGES = ("letters.permissions", "letters.actions", "letters.migrations", "letters.models")


def everything(*ignored, **named):
    return Letter.objects.all()


def allowed(*ignored, **named):
    return True


def yes(name: str) -> Callable:
    return everything if name.startswith("visible_") else allowed


@dataclass(frozen=True)
class Check:
    """One call of a predicate: removing it alone is one mutant."""

    module: str
    name: str
    line: int
    column: int

    @property
    def room(self) -> str:
        return ".".join(self.module.split(".")[:2])

    @property
    def plain(self) -> str:
        return f"{self.module} {self.name}"

    def __str__(self):
        return f"{self.module}:{self.line} {self.name}"


def all_predicates() -> dict[str, Callable]:
    found = inspect.getmembers(permissions, inspect.isfunction)
    return {name: each for name, each in found if name.startswith(ASKED) and each.__module__ == permissions.__name__}


def all_checks() -> list[Callable]:
    """Predicates, and what raises by itself."""
    return [
        *all_predicates().values(),
        turn.require,
        comment.require_open,
        comment.require_suggesting,
        lay_out.require_laying_out,
    ]


@cache
def checks() -> tuple[Check, ...]:
    names = [found.name for found in pkgutil.walk_packages(letters.__path__, "letters.")]
    pages = [name for name in names if not name.startswith(NO_PAGES)]
    return tuple(check for name in pages for check in _checks(importlib.import_module(name)))


def _checks(module: ModuleType) -> Iterator[Check]:
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and getattr(module, node.id, None) in all_checks():
            if node not in called:
                raise AssertionError(f"{module.__name__}:{node.lineno} hands {node.id} on: call it, and it is tested")
            yield Check(module.__name__, node.id, node.lineno, node.col_offset)


def predicates() -> dict[str, Callable]:
    """Those that pages ask, by themselves or through another predicate."""
    known = all_predicates()
    asked = {check.name for check in checks()} & set(known)
    while more := {name for each in asked for name in known[each].__code__.co_names if name in known} - asked:
        asked |= more
    return {name: known[name] for name in sorted(asked)}


@contextmanager
def without(check: Check) -> Iterator[None]:
    """This one call says yes; the same predicate called elsewhere says what it says."""
    module = sys.modules[check.module]
    asked = getattr(module, check.name)

    def answer(*given, **named):
        caller = sys._getframe(1)
        line, _, column, _ = list(caller.f_code.co_positions())[caller.f_lasti // 2]
        return yes(check.name)() if (line, column) == (check.line, check.column) else asked(*given, **named)

    setattr(module, check.name, answer)
    try:
        yield
    finally:
        setattr(module, check.name, asked)


@contextmanager
def changed(predicate: Callable, mutant: Callable) -> Iterator[None]:
    """The predicate decides as the mutant does, wherever it was imported to."""
    code, predicate.__code__ = predicate.__code__, mutant.__code__
    try:
        yield
    finally:
        predicate.__code__ = code


def weakened(predicate: Callable) -> Iterator[tuple[str, Callable]]:
    """The predicate with one condition of an `and` left out, each in turn."""
    source = textwrap.dedent(inspect.getsource(predicate))
    for place in range(sum(len(node.values) for node in _conjunctions(ast.parse(source)))):
        tree = ast.parse(source)
        left_out = _leave_out(tree, place)
        space = dict(predicate.__globals__)
        exec(compile(ast.fix_missing_locations(tree), "<mutant>", "exec"), space)  # noqa: S102 (our own source)
        yield left_out, space[predicate.__name__]


def _conjunctions(tree: ast.AST) -> list[ast.BoolOp]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And)]


def _leave_out(tree: ast.AST, place: int) -> str:
    for node in _conjunctions(tree):
        if place < len(node.values):
            left_out = ast.unparse(node.values[place])
            node.values[place] = ast.Constant(value=True)
            return left_out
        place -= len(node.values)
    raise IndexError(place)
