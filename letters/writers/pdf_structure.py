"""What a letter is, for whoever has it read aloud: title, headings, paragraphs, lists within lists, contents.

WeasyPrint's own tree says which HTML tag each line came from, page by page; here a paragraph that runs over two pages
is one paragraph, and clauses are lists.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from letters.writers.pdf_marks import Painted, Widget

# Roles by the class of an element; what has none is part of what it stands in.
ROLES = {
    "letter-title": "H1",
    "letter-number": "P",
    "letter-party": "P",
    "letter-paragraph": "P",
    "letter-annex": "P",
    "letter-signature": "Div",
    "letter-signature-line": "P",
    "letter-verification": "Div",
    "letter-code": "Figure",
    "letter-cover-company": "P",
    "letter-contents": "TOC",
    "letter-contents-title": "Caption",
    "letter-contents-entry": "TOCI",
}
HEADING, ITEM, NUMBER, LEVEL = "letter-heading", "letter-item", "number", "level-"


@dataclass
class Node:
    """An element of the structure; kids are nodes, marks and links in reading order."""

    role: str
    alt: str = ""
    numbering: str = ""
    kids: list["Node | Painted"] = field(default_factory=list)

    def add(self, role: str, **more: Any) -> "Node":
        node = Node(role, **more)
        self.kids.append(node)
        return node


class Tree:
    """Grows by one mark after the other, each known by the elements around it."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.known: dict[Element, Node] = {}
        self.lists: list[tuple[int, Node]] = []

    def add(self, mark: Painted) -> None:
        node = self.root
        for element in mark.path:
            node = self._node(element, node)
        holder = _body(node) if node.role == "LI" else node
        # A form element has its field and nothing else; the rule below it is text beside it.
        (holder.add("Form") if isinstance(mark, Widget) else holder).kids.append(mark)

    def _node(self, element: Element, parent: Node) -> Node:
        if element not in self.known:
            self.known[element] = self._made(element, parent)
        return self.known[element]

    def _made(self, element: Element, parent: Node) -> Node:
        classes = (element.get("class") or "").split()
        if ITEM in classes:
            return self._item(element, _level(classes), parent)
        if parent.role == "LI":
            return parent.add("Lbl") if NUMBER in classes else _body(parent)
        role = f"H{_level(classes) + 1}" if HEADING in classes else next((ROLES[c] for c in classes if c in ROLES), "")
        if not role and element.tag == "a":
            return parent.add("Reference").add("Link")
        if not role:
            return parent
        self.lists.clear()
        return parent.add(role, alt=element.get("alt") or "")

    def _item(self, element: Element, level: int, parent: Node) -> Node:
        """Into the list of its level: the one that is open, or a new one within the last item above it."""
        while self.lists and self.lists[-1][0] > level:
            self.lists.pop()
        if not self.lists or self.lists[-1][0] < level:
            holder = _body(self.lists[-1][1].kids[-1]) if self.lists else parent
            self.lists.append((level, holder.add("L", numbering=_numbering(element))))
        return self.lists[-1][1].add("LI")


def tree_of(marks: Iterable[Painted]) -> Node:
    tree = Tree()
    for mark in marks:
        tree.add(mark)
    return tree.root


def _body(item: Node) -> Node:
    bodies = [kid for kid in item.kids if isinstance(kid, Node) and kid.role == "LBody"]
    return bodies[0] if bodies else item.add("LBody")


def _level(classes: list[str]) -> int:
    return next(int(name.removeprefix(LEVEL)) for name in classes if name.startswith(LEVEL))


def _numbering(item: Element) -> str:
    """Chinese numerals are none of the ways to count that PDF knows: their labels speak for themselves."""
    number = "".join(next(part for part in item if part.get("class") == NUMBER).itertext())
    return "Decimal" if any(digit.isdecimal() for digit in number) else "None"
