"""The English outline of a letter against its headings: it names no other, and which of them it leaves out."""

from collections.abc import Iterable, Mapping

from letters.definitions.nodes import HeadingNode, Node, Words, walk
from letters.definitions.schema import DefinitionError, LetterDefinition


def check_outline(outline: Mapping[str, object], nodes: tuple[Node, ...], source: str, *, path: str) -> None:
    """DefinitionError for an outline of a heading that the letter does not have."""
    headings = set(_headings(nodes))
    for heading in outline:
        if heading not in headings:
            line = source.count("\n", 0, max(source.find(f'"{heading}"'), 0)) + 1
            raise DefinitionError(path, line, f"outline of a heading that the letter does not have: {heading}")


def headings_without_outline(definition: LetterDefinition) -> tuple[str, ...]:
    return tuple(heading for heading in _headings(definition.nodes) if heading not in definition.outline)


def _headings(nodes: tuple[Node, ...]) -> Iterable[str]:
    """The words of each heading, without its number."""
    for node in walk(nodes):
        if isinstance(node, HeadingNode):
            yield "".join(part.text for part in node.inlines if isinstance(part, Words))
