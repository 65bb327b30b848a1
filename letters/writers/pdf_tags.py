"""The structure of a letter as objects of its PDF file, for PDF/A-3a and PDF/UA-1."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pydyf

from letters.writers.pdf_marks import Link, Mark, Painted, Widget, name_marks
from letters.writers.pdf_structure import Node, tree_of

Numbered = dict[int, pydyf.Dictionary]


def tag(pdf: pydyf.PDF, marks: Sequence[Painted], streams: Sequence[pydyf.Stream]) -> None:
    """Write the tree of these marks, tell every page what it holds, and say in the catalogue that it is so."""
    root = _object(pdf, Type="/StructTreeRoot")
    writer = Writer(pdf)
    document = writer.write(tree_of(_text(marks)), root)
    root["K"] = pydyf.Array([document.reference])
    root["ParentTree"] = _parents(pdf, writer, streams).reference
    for page, stream in enumerate(streams):
        name_marks(stream.stream, {number: node["S"][1:] for number, node in writer.content[page].items()})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _text(marks: Sequence[Painted]) -> list[Painted]:
    return [mark for mark in marks if not isinstance(mark, Mark) or mark.is_text]


class Writer:
    """Remembers which structure element each piece of a page, and each link, belongs to."""

    def __init__(self, pdf: pydyf.PDF):
        self.pdf = pdf
        self.content: Mapping[int, Numbered] = defaultdict(dict)
        self.links: list[tuple[Link | Widget, pydyf.Dictionary]] = []

    def write(self, node: Node, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        element = _object(self.pdf, Type="/StructElem", S=f"/{node.role}", P=parent.reference)
        if first := next((kid for kid in node.kids if isinstance(kid, Mark)), None):
            element["Pg"] = self.pdf.page_references[first.page]
        _describe(element, node, first)
        element["K"] = pydyf.Array([self._kid(kid, element) for kid in node.kids])
        return element

    def _kid(self, kid: Node | Painted, element: pydyf.Dictionary) -> object:
        match kid:
            case Node():
                return self.write(kid, element).reference
            case Link() | Widget():
                self.links.append((kid, element))
                page = self.pdf.page_references[kid.page]
                return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page})
        self.content[kid.page][kid.number] = element
        page = self.pdf.page_references[kid.page]
        if element["Pg"] == page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid.number})


def _object(pdf: pydyf.PDF, **entries: object) -> pydyf.Dictionary:
    made = pydyf.Dictionary(entries)
    pdf.add_object(made)
    return made


def _describe(element: pydyf.Dictionary, node: Node, first: Mark | None) -> None:
    if node.alt:
        element["Alt"] = pydyf.String(node.alt)
    if first and first.area:
        layout = {"O": "/Layout", "Placement": "/Block", "BBox": pydyf.Array(first.area)}
        element["A"] = pydyf.Dictionary(layout)
    if node.numbering:
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{node.numbering}"})


def _parents(pdf: pydyf.PDF, writer: Writer, streams: Sequence[pydyf.Stream]) -> pydyf.Dictionary:
    """From every piece of every page, and every link, back to its element."""
    numbers = pydyf.Array()
    for page in range(len(streams)):
        owners = writer.content[page]
        row = [
            owners[number].reference if number in owners else "null" for number in range(max(owners, default=-1) + 1)
        ]
        numbers.extend([page, pydyf.Array(row)])
    for key, (link, element) in enumerate(writer.links, start=len(streams)):
        link.annotation["StructParent"] = key
        if isinstance(link, Link):
            link.annotation["Contents"] = pydyf.String("".join(link.path[-1].itertext()))
        numbers.extend([key, element.reference])
    return _object(pdf, Nums=numbers)
