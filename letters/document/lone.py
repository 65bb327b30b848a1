"""A clause that stands alone under its heading is not counted: a (1) promises a (2)."""

from collections.abc import Iterable, Iterator

from letters.definitions.nodes import HeadingNode, ItemNode, ParagraphNode, PlainNode

Nodes = tuple[PlainNode, ...]


def without_lone_numbers(nodes: Nodes) -> Nodes:
    """Items without a fellow become paragraphs, unless clauses or headings of their own stand below them."""
    return tuple(
        ParagraphNode(node.inlines) if isinstance(node, ItemNode) and _is_alone(nodes, place, node) else node
        for place, node in enumerate(nodes)
    )


def _is_alone(nodes: Nodes, place: int, item: ItemNode) -> bool:
    before, after = nodes[place - 1 :: -1] if place else (), nodes[place + 1 :]
    fellows = any(near.depth == item.depth for near in _near(before, item))
    return not fellows and not any(_near(after, item)) and not _heading_level(after) > _heading_level(before)


def _near(nodes: Iterable[PlainNode], item: ItemNode) -> Iterator[ItemNode]:
    """The items on the way to the next heading, or to an item that stands above."""
    for node in nodes:
        if isinstance(node, HeadingNode) or (isinstance(node, ItemNode) and node.depth < item.depth):
            return
        if isinstance(node, ItemNode):
            yield node


def _heading_level(nodes: Iterable[PlainNode]) -> int:
    """Of the nearest heading; 0 where there is none."""
    return next((node.level for node in nodes if isinstance(node, HeadingNode)), 0)
