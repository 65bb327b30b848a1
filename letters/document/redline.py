"""What changed between two versions of a letter, clause by clause: what the page and the Word file of it show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from letters.document.blocks import Block, Run, SignatureLine

Change = Literal["kept", "inserted", "deleted"]
State = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True)
class Line:
    """A block of one version, or one line of its signature block; `index` is the block's place in the document."""

    index: int
    block: Block | SignatureLine

    @property
    def number(self) -> str:
        """What is counted (一、); the label of a signature line is words."""
        return "" if isinstance(self.block, SignatureLine) else getattr(self.block, "number", "")

    @property
    def label(self) -> str:
        return self.block.number if isinstance(self.block, SignatureLine) else ""

    @property
    def words(self) -> str:
        """All that a person wrote: without the number, which follows from the place."""
        return self.label + "".join(run.text for run in self.block.runs)


@dataclass(frozen=True)
class RedlineRun:
    """A piece of a run; what was kept is set as the newer version sets it."""

    change: Change
    run: Run

    @property
    def text(self) -> str:
        return self.run.text


@dataclass(frozen=True)
class RedlineClause:
    """One line in both versions, or in one; a clause that only went elsewhere is there twice, both times `moved`."""

    older: Line | None
    newer: Line | None
    runs: tuple[RedlineRun, ...]
    label: tuple[RedlineRun, ...] = ()
    moved: bool = False

    @property
    def state(self) -> State:
        if self.older is None or self.newer is None:
            return "removed" if self.older else "added"
        return "changed" if any(run.change != "kept" for run in self.label + self.runs) else "same"

    @property
    def line(self) -> Line:
        """As it stands now, or as it stood before it was removed."""
        line = self.newer or self.older
        assert line, "a clause is in one version at least"  # noqa: S101
        return line

    @property
    def block(self) -> Block | SignatureLine:
        return self.line.block

    @property
    def level(self) -> int:
        return getattr(self.block, "level", 0)

    @property
    def number_older(self) -> str:
        return self.older.number if self.older else ""

    @property
    def number_newer(self) -> str:
        return self.newer.number if self.newer else ""

    @property
    def number(self) -> str:
        return self.number_newer if self.newer else self.number_older

    @property
    def renumbered(self) -> bool:
        return bool(self.older and self.newer) and self.number_older != self.number_newer


@dataclass(frozen=True)
class Redline:
    clauses: tuple[RedlineClause, ...]

    def count(self, state: State) -> int:
        return sum(clause.state == state for clause in self.clauses)

    @property
    def changes(self) -> int:
        """How many clauses were changed, added or removed; a number that followed from that is no change."""
        return len(self.clauses) - self.count("same")

    @property
    def accepted(self) -> str:
        """The newer version's text, put together from the pieces."""
        lines = (one.number_newer + _without("deleted", one) for one in self.clauses if one.newer)
        return "\n".join(lines) + "\n"

    @property
    def rejected(self) -> str:
        """The older version's text, put together from the pieces."""
        lines = (one.number_older + _without("inserted", one) for one in self.clauses if one.older)
        return "\n".join(lines) + "\n"


def _without(change: Change, clause: RedlineClause) -> str:
    runs: Iterable[RedlineRun] = clause.label + clause.runs
    return "".join(run.text for run in runs if run.change != change)
