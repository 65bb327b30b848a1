"""Writes docs/ux.md: which point of the checklist is proven by which test. `python -m tests.checklist`"""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "ux.md"
MARK = re.compile(r"\bux (\d+(?:, (?:ux )?\d+)*)")
HEAD = """# {total} things that a user can check

Written by `python -m tests.checklist` from the marks `ux N` in the tests; a test keeps it current. Proven: {proven} of {total}.
Besides these, one browser test visits every kind of page in light and dark at 1280 and 390 pixels and asks axe (WCAG 2.2 AA
and best practice), the console and the network.
"""


@dataclass(frozen=True)
class Proof:
    point: int
    path: str
    test: str

    def __str__(self) -> str:
        words = self.test.removeprefix("test_").replace("_", " ")
        return f"- {self.path.removesuffix('.py')}: {words}"


@dataclass(frozen=True)
class Point:
    number: int
    says: str
    has_no_page: bool
    proofs: tuple[Proof, ...]

    def __str__(self) -> str:
        proofs = "\n".join(map(str, self.proofs)) or f"*{self.open}.*"
        return f"**{self.number}. {self.says}**\n\n{proofs}\n"

    @property
    def open(self) -> str:
        return "There is no such page yet" if self.has_no_page else "Not proven yet"


def proofs() -> Iterator[Proof]:
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for point in marks(ast.get_docstring(node) or ""):
                yield Proof(point, path.relative_to(TESTS).as_posix(), node.name)


def marks(docstring: str) -> list[int]:
    """`ux 4, 25: …` marks two points."""
    return [int(number) for found in MARK.findall(docstring) for number in re.findall(r"\d+", found)]


def checklist() -> dict[str, list[Point]]:
    """Points by the title of their group."""
    found = list(proofs())
    groups = tomllib.loads((TESTS / "checklist.toml").read_text(encoding="utf-8"))["groups"]
    return {
        group["title"]: [
            Point(number, says, number in group.get("later", ()), tuple(each for each in found if each.point == number))
            for number, says in group["points"]
        ]
        for group in groups
    }


def page() -> str:
    groups = checklist()
    points = [point for group in groups.values() for point in group]
    parts = [HEAD.format(total=len(points), proven=sum(bool(point.proofs) for point in points))]
    missing = sorted((point.open, point.number) for point in points if not point.proofs)
    for said, numbers in groupby(missing, key=itemgetter(0)):
        parts.append(f"{said}: {', '.join(str(number) for _said, number in numbers)}.\n")
    for title, group in groups.items():
        parts += [f"## {title}\n", *map(str, group)]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
