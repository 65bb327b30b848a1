"""Source text of a letter → LetterDefinition: CommonMark with TOML on top, checked against the vocabulary."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from letters.definitions.conditions import ConditionError, condition_from_line
from letters.definitions.front_matter import front_matter
from letters.definitions.nodes import (
    HeadingNode,
    Inline,
    ItemNode,
    LineNode,
    Node,
    ParagraphNode,
    Ref,
    Slot,
    WhenNode,
    Words,
)
from letters.definitions.outline import check_outline
from letters.definitions.references import check_references
from letters.definitions.schema import DefinitionError, FieldDefinition, LetterDefinition, Statute, Step, Vocabulary

ROLES = ("number", "parties", "facts", "annex")
_SLOT = re.compile(r"\{\{(.*?)\}\}")
_SLOT_NAME = re.compile(r"(?:(?P<how>ref|boxes):)?(?P<name>[a-z][a-z0-9_-]*)")
_HEADING_NAME = re.compile(r"\s*\{#(?P<name>[a-z][a-z0-9_-]*)\}\s*$")


def parse_letter(
    source: str, *, path: str, vocabulary: Vocabulary, statutes: Mapping[str, Statute]
) -> LetterDefinition:
    """Read one letter; DefinitionError says file, line and the name at fault."""
    meta, body, first_line = front_matter(source, path=path, vocabulary=vocabulary, statutes=statutes)
    reader = _Reader(path, first_line, vocabulary)
    nodes = reader.nodes(_markdown().parse(body))
    check_references(nodes, path=path, lines=reader.references)
    check_outline(meta["outline"], nodes, source, path=path)
    used = reader.used | set(meta["signature"])
    moved = meta.pop("steps")
    for key in (*meta["defaults"], *meta["examples"], *moved):
        if key not in used:
            raise DefinitionError(path, 1, f"default, example or step for a field that the letter does not use: {key}")
    fields = _in_steps([field for key, field in vocabulary.fields.items() if key in used], moved, vocabulary.steps)
    steps = tuple(step for step in vocabulary.steps if any(field.step == step.key for field in fields))
    return LetterDefinition(**meta, nodes=nodes, fields=fields, steps=steps, source=source, path=path)


def _in_steps(
    fields: list[FieldDefinition], moved: Mapping[str, str], steps: tuple[Step, ...]
) -> tuple[FieldDefinition, ...]:
    """The fields in the order of the steps; a letter may ask some of them in another step than is usual."""
    placed = [replace(field, step=moved[field.key]) if field.key in moved else field for field in fields]
    order = [step.key for step in steps]
    return tuple(sorted(placed, key=lambda field: order.index(field.step)))


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    for name in ("when", *ROLES):
        markdown.use(container_plugin, name)
    return markdown


class _Reader:
    """Turns the Markdown tree of one letter into nodes and remembers the fields used."""

    def __init__(self, path: str, first_line: int, vocabulary: Vocabulary):
        self.path, self.first_line, self.vocabulary = path, first_line, vocabulary
        self.used: set[str] = set()
        self.references: dict[str, int] = {}  # the line on which each name is referred to

    def nodes(self, tokens: list[Token]) -> tuple[Node, ...]:
        return tuple(self._blocks(SyntaxTreeNode(tokens).children, depth=1))

    def error(self, element: SyntaxTreeNode, message: str) -> DefinitionError:
        line = element.map[0] if element.map else 0
        return DefinitionError(self.path, self.first_line + line, message)

    def _blocks(self, elements: list[SyntaxTreeNode], depth: int) -> Iterator[Node]:
        for element in elements:
            match element.type:
                case "paragraph":
                    yield ParagraphNode(self._inlines(element))
                case "heading":
                    yield self._heading(element)
                case "bullet_list":
                    yield from self._items(element, depth)
                case "container_when":
                    yield WhenNode(self._condition(element), tuple(self._blocks(element.children, depth)))
                case "container_number" | "container_parties" | "container_facts" | "container_annex":
                    yield from self._lines(element, element.type.removeprefix("container_"))
                case _:
                    raise self.error(element, f"a letter cannot hold {element.type}: {_start_of(element)}")

    def _heading(self, element: SyntaxTreeNode) -> HeadingNode:
        inlines = self._inlines(element)
        last = inlines[-1] if inlines else Words("")
        found = _HEADING_NAME.search(last.text) if isinstance(last, Words) else None
        if found is None or not isinstance(last, Words):
            return HeadingNode(int(element.tag[1]), inlines)
        rest = (Words(last.text[: found.start()], last.strong),) if found.start() else ()
        return HeadingNode(int(element.tag[1]), inlines[:-1] + rest, found["name"])

    def _items(self, element: SyntaxTreeNode, depth: int) -> Iterator[Node]:
        for item in element.children:
            for child in item.children:
                if child.type == "paragraph":
                    yield ItemNode(depth, self._inlines(child))
                elif child.type == "bullet_list":
                    yield from self._items(child, depth + 1)
                else:
                    raise self.error(child, f"a list item cannot hold {child.type}")

    def _lines(self, element: SyntaxTreeNode, role: str) -> Iterator[Node]:
        for child in element.children:
            if child.type != "paragraph":
                raise self.error(child, f"::: {role} holds paragraphs only, not {child.type}")
            yield LineNode(role, self._inlines(child))

    def _condition(self, element: SyntaxTreeNode):
        try:
            condition = condition_from_line(element.info.strip().removeprefix("when"))
        except ConditionError as error:
            raise self.error(element, str(error)) from error
        for leaf in condition.leaves():
            self._use(element, leaf.field)
            choices = {choice.key for choice in self.vocabulary.fields[leaf.field].choices}
            if choices and leaf.operator != "filled" and not choices.issuperset(leaf.values):
                raise self.error(element, f"{leaf.field} has no such choice: {', '.join(map(str, leaf.values))}")
        return condition

    def _slot(self, block: SyntaxTreeNode, key: str, boxes: bool) -> Slot:
        if boxes and not self.vocabulary.fields[self._use(block, key)].choices:
            raise self.error(block, f"boxes for a field without choices: {key}")
        return Slot(self._use(block, key), boxes)

    def _use(self, element: SyntaxTreeNode, key: str) -> str:
        if key not in self.vocabulary.fields:
            raise self.error(element, f"unknown field: {key}")
        self.used.add(key)
        return key

    def _inlines(self, element: SyntaxTreeNode) -> tuple[Inline, ...]:
        return tuple(self._inline_parts(element, element.children[0].children if element.children else []))

    def _inline_parts(self, block: SyntaxTreeNode, parts: list[SyntaxTreeNode], strong=False) -> Iterator[Inline]:
        for part in parts:
            if part.type == "text":
                yield from self._text(block, part.content, strong)
            elif part.type == "strong" and not strong:
                yield from self._inline_parts(block, part.children, strong=True)
            elif part.type != "softbreak":
                raise self.error(block, f"a letter cannot hold {part.type}: {_start_of(part)}")

    def _text(self, block: SyntaxTreeNode, text: str, strong: bool) -> Iterator[Inline]:
        for place, piece in enumerate(_SLOT.split(text)):
            if place % 2 == 0:
                if piece:
                    yield Words(piece, strong)
                continue
            found = _SLOT_NAME.fullmatch(piece.strip())
            if not found:
                raise self.error(block, f"not a field name: {{{{{piece}}}}}")
            if found["how"] == "ref":
                self.references[found["name"]] = self.first_line + (block.map[0] if block.map else 0)
                yield Ref(found["name"])
            else:
                yield self._slot(block, found["name"], boxes=found["how"] == "boxes")


def _start_of(element: SyntaxTreeNode) -> str:
    return (element.content or "")[:20] if hasattr(element, "content") else element.type
