"""Source text of a letter → LetterDefinition: CommonMark with TOML on top, checked against the vocabulary."""

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from letters.definitions.conditions import ConditionError, condition_from_line
from letters.definitions.front_matter import front_matter
from letters.definitions.schema import (
    DefinitionError,
    HeadingNode,
    Inline,
    ItemNode,
    LetterDefinition,
    LineNode,
    Node,
    ParagraphNode,
    Ref,
    Slot,
    Statute,
    Vocabulary,
    WhenNode,
    Words,
    walk,
)

ROLES = ("number", "parties", "annex")
_SLOT = re.compile(r"\{\{(.*?)\}\}")
_SLOT_NAME = re.compile(r"(?P<ref>ref:)?(?P<name>[a-z][a-z0-9_-]*)")
_HEADING_NAME = re.compile(r"\s*\{#(?P<name>[a-z][a-z0-9_-]*)\}\s*$")


def parse_letter(
    source: str, *, path: str, vocabulary: Vocabulary, statutes: Mapping[str, Statute]
) -> LetterDefinition:
    """Read one letter; DefinitionError says file, line and the name at fault."""
    meta, body, first_line = front_matter(source, path=path, vocabulary=vocabulary, statutes=statutes)
    reader = _Reader(path, first_line, vocabulary)
    nodes = reader.nodes(_markdown().parse(body))
    reader.check_references(nodes)
    used = reader.used | set(meta["signature"])
    fields = tuple(field for key, field in vocabulary.fields.items() if key in used)
    for key in meta["defaults"]:
        if key not in used:
            raise DefinitionError(path, 1, f"default for a field that the letter does not use: {key}")
    steps = tuple(step for step in vocabulary.steps if any(field.step == step.key for field in fields))
    return LetterDefinition(**meta, nodes=nodes, fields=fields, steps=steps, source=source, path=path)


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
        self.references: dict[str, int] = {}

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
                case "container_number" | "container_parties" | "container_annex":
                    yield from self._lines(element, element.type.removeprefix("container_"))
                case _:
                    raise self.error(element, f"a letter cannot hold {element.type}: {_start_of(element)}")

    def _heading(self, element: SyntaxTreeNode) -> HeadingNode:
        inlines = self._inlines(element)
        last = inlines[-1] if inlines else Words("")
        found = _HEADING_NAME.search(last.text) if isinstance(last, Words) else None
        if found is None:
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
            if found["ref"]:
                self.references[found["name"]] = self.first_line + (block.map[0] if block.map else 0)
                yield Ref(found["name"])
            else:
                yield Slot(self._use(block, found["name"]))

    def check_references(self, nodes: tuple[Node, ...]) -> None:
        """A reference may only point to a heading that is in the letter whenever the reference is."""
        homes = {node.name: chain for node, chain in _with_conditions(nodes) if isinstance(node, HeadingNode)}
        names = [node.name for node in walk(nodes) if isinstance(node, HeadingNode) and node.name]
        if len(set(names)) < len(names):
            raise DefinitionError(self.path, 1, f"two headings have one name: {max(names, key=names.count)}")
        for node, chain in _with_conditions(nodes):
            for part in getattr(node, "inlines", ()):
                if isinstance(part, Ref) and not _within(chain, homes.get(part.name)):
                    reason = "points into an optional clause" if part.name in homes else "unknown clause"
                    line = self.references[part.name]
                    raise DefinitionError(self.path, line, f"{reason}: {{{{ref:{part.name}}}}}")


def _with_conditions(nodes: tuple[Node, ...], chain: tuple = ()) -> Iterator[tuple[Node, tuple]]:
    for node in nodes:
        if isinstance(node, WhenNode):
            yield from _with_conditions(node.nodes, (*chain, node))
        else:
            yield node, chain


def _within(chain: tuple, home: tuple | None) -> bool:
    return home is not None and chain[: len(home)] == home


def _start_of(element: SyntaxTreeNode) -> str:
    return (element.content or "")[:20] if hasattr(element, "content") else element.type
