"""Cross-references of a letter: each points to one named heading that is in the letter whenever it is itself."""

from collections.abc import Iterator, Mapping

from letters.definitions.nodes import HeadingNode, Node, PlainNode, Ref, WhenNode, walk
from letters.definitions.schema import DefinitionError

Chain = tuple[WhenNode, ...]


def check_references(nodes: tuple[Node, ...], *, path: str, lines: Mapping[str, int]) -> None:
    """DefinitionError for a name used twice, unknown, or inside an optional clause that the reference is not in."""
    names = [node.name for node in walk(nodes) if isinstance(node, HeadingNode) and node.name]
    if len(set(names)) < len(names):
        raise DefinitionError(path, 1, f"two headings have one name: {max(names, key=names.count)}")
    homes = {node.name: chain for node, chain in _with_conditions(nodes) if isinstance(node, HeadingNode)}
    for node, chain in _with_conditions(nodes):
        for part in node.inlines:
            if isinstance(part, Ref) and not _within(chain, homes.get(part.name)):
                reason = "points into an optional clause" if part.name in homes else "unknown clause"
                raise DefinitionError(path, lines[part.name], f"{reason}: {{{{ref:{part.name}}}}}")


def _with_conditions(nodes: tuple[Node, ...], chain: Chain = ()) -> Iterator[tuple[PlainNode, Chain]]:
    for node in nodes:
        if isinstance(node, WhenNode):
            yield from _with_conditions(node.nodes, (*chain, node))
        else:
            yield node, chain


def _within(chain: Chain, home: Chain | None) -> bool:
    return home is not None and chain[: len(home)] == home
