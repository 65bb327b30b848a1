"""Definition + answers → Document: optional clauses decided, numbers counted, slots filled."""

from collections.abc import Iterator

from letters.definitions.conditions import Compare, Condition, Not
from letters.definitions.nodes import (
    HeadingNode,
    Inline,
    ItemNode,
    LineNode,
    Node,
    ParagraphNode,
    PlainNode,
    Ref,
    Slot,
    WhenNode,
    Words,
)
from letters.definitions.schema import LetterDefinition
from letters.document.blocks import (
    AnnexLine,
    Block,
    Document,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    Run,
    Text,
    Title,
)
from letters.document.lone import without_lone_numbers
from letters.document.numbering import Numbering
from letters.document.signature import signature_block
from letters.document.wording import ByHand, Ink, Typeset
from letters.questions.answers import Answers

LINES: dict[str, type[NumberLine | PartyLine | AnnexLine]] = {
    "number": NumberLine,
    "parties": PartyLine,
    "facts": PartyLine,
    "annex": AnnexLine,
}
BOX = Words("□")


def build_document(definition: LetterDefinition, answers: Answers) -> Document:
    """The letter as these answers make it; what is missing stays a labelled gap."""
    nodes = tuple(_in_force(definition.nodes, answers))
    author = answers.values.get("entity_name")
    return _assemble(definition, nodes, Typeset(definition, answers), str(author or ""))


def build_blank_form(definition: LetterDefinition) -> Document:
    """The letter to fill in by hand: every optional clause is printed with a box to tick."""
    return _assemble(definition, tuple(_all_clauses(definition.nodes)), ByHand(definition), "")


def _in_force(nodes: tuple[Node, ...], answers: Answers) -> Iterator[PlainNode]:
    for node in nodes:
        if not isinstance(node, WhenNode):
            yield node
        elif node.condition.holds(answers.values):
            yield from _in_force(node.nodes, answers)


def _all_clauses(nodes: tuple[Node, ...], optional: bool = False) -> Iterator[PlainNode]:
    for node in nodes:
        if isinstance(node, WhenNode):
            if not _is_stand_in(node.condition):
                yield from _all_clauses(node.nodes, optional or not _is_filled(node.condition))
        elif optional and isinstance(node, ItemNode):
            yield ItemNode(node.depth, (BOX, *node.inlines))
        elif optional and isinstance(node, ParagraphNode):
            yield ParagraphNode((BOX, *node.inlines))
        else:
            yield node


def _is_filled(condition: Condition) -> bool:
    return isinstance(condition, Compare) and condition.operator == "filled"


def _is_stand_in(condition: Condition) -> bool:
    """`not f filled`: words that stand where an answer was left out, needless where a rule can be written on."""
    return isinstance(condition, Not) and _is_filled(condition.condition)


def _assemble(definition: LetterDefinition, nodes: tuple[PlainNode, ...], ink: Ink, author: str) -> Document:
    nodes = without_lone_numbers(nodes)
    references = _references(definition, nodes)
    numbering = _Levels(definition)
    blocks: list[Block] = [Title((Text(definition.title),))]
    for node in nodes:
        runs = tuple(_run(part, ink, references) for part in node.inlines)
        blocks.append(_block(node, runs, numbering))
    if definition.signature:
        blocks.append(signature_block(definition.signature, ink))
    return Document(f"{definition.id}/{definition.version}", definition.title, author, tuple(blocks))


class _Levels:
    """Knows the level of an item: lists continue the numbering one below the nearest heading."""

    def __init__(self, definition: LetterDefinition):
        self.numbering = Numbering(definition.numbering)
        self.heading = 0

    def level(self, node: HeadingNode | ItemNode) -> int:
        if isinstance(node, HeadingNode):
            self.heading = node.level
            return node.level
        return self.heading + node.depth

    def number(self, node: HeadingNode | ItemNode) -> tuple[int, str]:
        level = self.level(node)
        return level, self.numbering.next(level)


def _references(definition: LetterDefinition, nodes: tuple[PlainNode, ...]) -> dict[str, str]:
    levels, found = _Levels(definition), {}
    for node in nodes:
        if isinstance(node, HeadingNode | ItemNode):
            levels.number(node)
        if isinstance(node, HeadingNode) and node.name:
            found[node.name] = levels.numbering.reference()
    return found


def _run(part: Inline, ink: Ink, references: dict[str, str]) -> Run:
    match part:
        case Slot(field, boxes):
            return ink.slot(field, boxes)
        case Ref(name):
            return Text(references[name])
        case Words(text, strong):
            return Text(text, strong)


def _block(node: PlainNode, runs: tuple[Run, ...], levels: _Levels) -> Block:
    match node:
        case HeadingNode(name=name):
            level, number = levels.number(node)
            return Heading(level, number, runs, name)
        case ItemNode():
            level, number = levels.number(node)
            return Item(level, number, runs)
        case LineNode(role=role):
            return LINES[role](runs)
        case _:
            return Paragraph(runs)
