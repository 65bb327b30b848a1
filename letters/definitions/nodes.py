"""The letter as written, before any answer: a tree of nodes with slots in their text."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.definitions.conditions import Condition


@dataclass(frozen=True)
class Words:
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Slot:
    """A blank: an answer is printed here, without its unit; with `boxes`, all options, the chosen ones ticked."""

    field: str
    boxes: bool = False


@dataclass(frozen=True)
class Ref:
    """A cross-reference to a named heading."""

    name: str


Inline = Words | Slot | Ref


@dataclass(frozen=True)
class HeadingNode:
    level: int
    inlines: tuple[Inline, ...]
    name: str = ""


@dataclass(frozen=True)
class ParagraphNode:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class ItemNode:
    """A list item; `depth` counts lists from 1, numbers continue below the nearest heading."""

    depth: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class LineNode:
    """A line outside the numbered text: role is number, parties, facts or annex."""

    role: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class WhenNode:
    """An optional clause: its nodes are in the letter while the condition holds."""

    condition: Condition
    nodes: tuple["Node", ...]


PlainNode = HeadingNode | ParagraphNode | ItemNode | LineNode
Node = PlainNode | WhenNode


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node in reading order, optional clauses included."""
    for node in nodes:
        yield node
        if isinstance(node, WhenNode):
            yield from walk(node.nodes)
