"""Where a letter speaks of a field: the clauses that print its answer, or that are there because of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from letters.definitions.conditions import Compare
from letters.definitions.nodes import Node, PlainNode, WhenNode
from letters.definitions.schema import LetterDefinition
from letters.document.blocks import AnnexLine, Blank, Block, Document, Gap, Heading, Item, Paragraph, PartyLine, Value
from letters.document.build import build_document
from letters.questions.answers import Answers

CLAUSES = (Item, Paragraph, PartyLine, AnnexLine)


@dataclass(frozen=True)
class Clause:
    """A block by its place in the document, and the heading that it stands under, which is at `under`."""

    index: int
    block: Block
    heading: Heading | None
    under: int


def mentions(document: Document, definition: LetterDefinition, answers: Answers) -> Mapping[str, tuple[Clause, ...]]:
    """By field. A clause that an answer switches on counts where the answer itself is printed nowhere."""
    placed = clauses(document)
    indexes = {**_switched(document, definition, answers), **_printed(document)}
    return {key: tuple(placed[index] for index in found) for key, found in indexes.items()}


def clauses(document: Document) -> list[Clause]:
    """Every block, in order."""
    found: list[Clause] = []
    heading, under = None, 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            heading, under = block, index
        found.append(Clause(index, block, heading, under))
    return found


def _printed(document: Document) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(document.blocks):
        if isinstance(block, CLAUSES):
            for key in dict.fromkeys(run.field for run in block.runs if isinstance(run, Value | Gap | Blank)):
                found[key].append(index)
    return found


def _switched(document: Document, definition: LetterDefinition, answers: Answers) -> dict[str, list[int]]:
    """Looked up by their words: an approved letter may be older than its definition."""
    words = {block.words: index for index, block in enumerate(document.blocks) if isinstance(block, CLAUSES)}
    built = build_document(definition, answers).blocks[1:]
    found: dict[str, list[int]] = defaultdict(list)
    for (_node, keys), block in zip(_in_force(definition.nodes, answers), built, strict=False):
        for key in keys:
            if isinstance(block, CLAUSES) and block.words in words:
                found[key].append(words[block.words])
    return found


def _in_force(
    nodes: tuple[Node, ...], answers: Answers, keys: frozenset[str] = frozenset()
) -> Iterator[tuple[PlainNode, frozenset[str]]]:
    """Each node with the fields whose answers brought it in."""
    for node in nodes:
        if not isinstance(node, WhenNode):
            yield node, keys
        elif node.condition.holds(answers.values):
            wanted = frozenset({node.condition.field} if isinstance(node.condition, Compare) else ())
            yield from _in_force(node.nodes, answers, keys | wanted)
