"""What ISO 19005-3 (PDF/A-3a) and ISO 14289-1 (PDF/UA-1) ask of a letter, looked up in the file by way of qpdf.

veraPDF cannot be had as a package of Debian, PyPI or npm; these are the rules of both standards that a file of text,
pictures, links and one attachment can break. Each rule yields sentences, one for each fault.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from fontTools.ttLib import TTFont
from lxml import etree

from tests.writers.qpdf_file import REFERENCE, QpdfFile, Unsound

PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
DC, RDF = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
KINDS = {
    *("Document", "Part", "Sect", "Div", "Caption", "TOC", "TOCI", "P", "L", "LI", "Lbl", "LBody", "Span", "Reference"),
    *("Link", "Form", "Figure", "H1", "H2", "H3", "H4", "H5", "H6"),
}
# Which kids a kind may have; others may have any.
WITHIN = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"}}
PARENT = {"LI": {"L"}, "Lbl": {"LI", "TOCI"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
SHOWING = {b"Tj", b"TJ", b"'", b'"', b"Do", b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh"}
TOKEN = re.compile(rb"\((?:[^\\()]|\\.)*\)|<<|>>|<[0-9a-fA-F\s]*>|[\[\]]|/[^\s<>\[\]()/]*|[^\s<>\[\]()/]+", re.DOTALL)


def faults_of(content: bytes) -> list[str]:
    try:
        file = QpdfFile(content)
    except Unsound as unsound:
        return [str(unsound)]
    rules = (_frame, _metadata, _catalogue, _fonts, _pictures, _annotations, _attachments, _structure, _content)
    return [fault for rule in rules for fault in rule(file, content)]


def _frame(file: QpdfFile, content: bytes) -> Iterator[str]:
    head = content.split(b"\n", 2)
    if not head[0].startswith(b"%PDF-1.7"):
        yield "version is not 1.7"
    if not head[1].startswith(b"%") or len([byte for byte in head[1] if byte > 127]) < 4:
        yield "no binary comment after the header"
    if "/ID" not in file.trailer:
        yield "no identifier"
    if "/Encrypt" in file.trailer:
        yield "encrypted"
    for key in ("/OpenAction", "/AA"):
        if key in file.catalog:
            yield f"catalogue has {key}"
    if any("/LZWDecode" in str(kept.get("stream", {}).get("dict")) for kept in file.objects.values()):
        yield "LZW"


def _metadata(file: QpdfFile, content: bytes) -> Iterator[str]:
    reference = file.catalog.get("/Metadata")
    if not reference:
        yield "no metadata"
        return
    tree = etree.fromstring(file.data(reference).partition(b"?>")[2].rpartition(b"<?")[0])
    said = {**{key: value for part in tree.iter() for key, value in part.attrib.items()}, **_texts(tree)}
    if (said.get(f"{PDFA}part"), said.get(f"{PDFA}conformance")) != ("3", "A"):
        yield "metadata does not say PDF/A-3a"
    if said.get(f"{PDFUA}part") != "1":
        yield "metadata does not say PDF/UA-1"
    if "http://www.aiim.org/pdfua/ns/id/" not in [found.text for found in tree.iter(f"{SCHEMA}namespaceURI")]:
        yield "metadata uses pdfuaid without describing it"
    info = file.value(file.trailer["/Info"])
    for key, name in (("/Title", f"{DC}title"), ("/Author", f"{DC}creator")):
        stated = [found.text for group in tree.iter(name) for found in group.iter(f"{RDF}li")]
        if key in info and stated != [file.value(info[key])]:
            yield f"metadata and information differ in {key}"
    if not list(tree.iter(f"{DC}title")):
        yield "metadata has no title"
    if {"/CreationDate", "/ModDate"} & set(info):
        yield "a date that the metadata does not have"


def _texts(tree: etree._Element) -> dict[str, str]:
    return {part.tag: part.text.strip() for part in tree.iter() if part.text and part.text.strip()}


def _catalogue(file: QpdfFile, content: bytes) -> Iterator[str]:
    if not file.value(file.catalog.get("/Lang", "")):
        yield "no language"
    if not file.get(file.catalog, "/MarkInfo", "/Marked"):
        yield "not marked as tagged"
    if not file.get(file.catalog, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "the title is not what a reader shows"
    intents = file.catalog.get("/OutputIntents") or [{}]
    profile = file.value(intents[0]).get("/DestOutputProfile")
    if file.value(intents[0]).get("/S") != "/GTS_PDFA1" or not profile:
        yield "no output intent"
    elif file.data(profile)[36:40] != b"acsp" or file.value(profile).get("/N") != 3:
        yield "the colour profile is none"
    if not file.catalog.get("/Outlines"):
        yield "no bookmarks"


def _fonts(file: QpdfFile, content: bytes) -> Iterator[str]:
    for _, font in file.dictionaries("/Font"):
        name = font.get("/BaseFont")
        if font["/Subtype"] == "/Type0":
            if not font.get("/ToUnicode"):
                yield f"{name} says not what it means"
            elif re.search(rb"<(0000|FFFE|FEFF)>\s*$", file.data(font["/ToUnicode"]), re.MULTILINE | re.IGNORECASE):
                yield f"{name} has a character without meaning"
            continue
        program = file.get(font, "/FontDescriptor").get("/FontFile2")
        if not program:
            yield f"{name} is not embedded"
        elif font["/Subtype"] == "/CIDFontType2":
            yield from _widths(file, font, file.data(program))


def _widths(file: QpdfFile, font: dict[str, Any], program: bytes) -> Iterator[str]:
    if font.get("/CIDToGIDMap") != "/Identity":
        yield f"{font['/BaseFont']} has no map to its glyphs"
    opened = TTFont(BytesIO(program))
    advances, size = opened["hmtx"].metrics, opened["head"].unitsPerEm
    order, stated = opened.getGlyphOrder(), file.value(font["/W"])
    for first, widths in zip(stated[::2], stated[1::2], strict=True):
        for number, width in enumerate(file.value(widths), start=first):
            if abs(advances[order[number]][0] * 1000 / size - width) > 1:
                yield f"{font['/BaseFont']} is wrong about the width of glyph {number}"


def _pictures(file: QpdfFile, content: bytes) -> Iterator[str]:
    for key, picture in file.dictionaries("/XObject"):
        if picture.get("/Subtype") == "/Image":
            if picture.get("/Interpolate"):
                yield f"{key} is interpolated"
            if "/Alternates" in picture or "/OPI" in picture:
                yield f"{key} stands for another picture"


def _annotations(file: QpdfFile, content: bytes) -> Iterator[str]:
    parents = _number_tree(file)
    for page in file.pages:
        if file.value(page).get("/Tabs") != "/S":
            yield "a page is not tabbed by structure"
        for reference in file.value(page).get("/Annots", []):
            annotation = file.value(reference)
            if annotation["/Subtype"] != "/Link":
                yield f"an annotation that is no link: {annotation['/Subtype']}"
                continue
            if annotation.get("/F") != 4:
                yield "a link that is not printed"
            if not file.value(annotation.get("/Contents", "")):
                yield "a link without words"
            owner = file.value(parents.get(annotation.get("/StructParent")))
            if not owner or owner["/S"] != "/Link":
                yield "a link outside the structure"
            elif reference not in [kid.get("/Obj") for kid in file.value(owner["/K"]) if isinstance(kid, dict)]:
                yield "a link that its element does not know"


def _attachments(file: QpdfFile, content: bytes) -> Iterator[str]:
    names = file.get(file.catalog, "/Names", "/EmbeddedFiles", "/Names") or []
    listed = file.catalog.get("/AF", [])
    if sorted(listed) != sorted(names[1::2]):
        yield "attachments are not listed once each"
    for reference in names[1::2]:
        described = file.value(reference)
        for key in ("/F", "/UF", "/Desc", "/AFRelationship"):
            if not file.value(described.get(key)):
                yield f"an attachment without {key}"
        stream = file.get(described, "/EF", "/F")
        if not stream.get("/Subtype") or not file.get(stream, "/Params", "/ModDate"):
            yield "an attachment without kind or date"


def _structure(file: QpdfFile, content: bytes) -> Iterator[str]:
    root = file.value(file.catalog.get("/StructTreeRoot"))
    if not root:
        yield "no structure"
        return
    if [file.value(kid)["/S"] for kid in root["/K"]] != ["/Document"]:
        yield "the root is not one document"
    headings: list[int] = []
    for reference, element, parent in elements(file):
        kind = element["/S"][1:]
        above = file.value(parent).get("/S", "/")[1:]
        if kind not in KINDS:
            yield f"{kind} is no kind of element"
        if element.get("/P") != parent:
            yield f"{reference} does not know its parent"
        if kind in PARENT and above not in PARENT[kind]:
            yield f"{kind} within {above}"
        if above in WITHIN and kind not in WITHIN[above]:
            yield f"{above} holds {kind}"
        if kind in WITHIN and any(not isinstance(kid, str) for kid in element.get("/K", [])):
            yield f"{kind} holds text"
        if kind == "Figure" and not (element.get("/Alt") and file.get(element, "/A", "/BBox")):
            yield "a figure without words or place"
        if kind == "L" and not file.get(element, "/A", "/ListNumbering"):
            yield "a list that does not say how it counts"
        if not element.get("/K"):
            yield f"an empty {kind}"
        if re.fullmatch(r"H\d", kind):
            headings.append(int(kind[1]))
    if not headings or headings[0] != 1:
        yield "the first heading is not the first level"
    if any(after > before + 1 for before, after in pairwise(headings)):
        yield "a level of headings is left out"


def elements(file: QpdfFile) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Every element in reading order, with its own and its parent's reference."""

    def below(reference: str, parent: str) -> Iterator[tuple[str, dict[str, Any], str]]:
        element = file.value(reference)
        yield reference, element, parent
        for kid in element.get("/K", []):
            if isinstance(kid, str) and REFERENCE.fullmatch(kid):
                yield from below(kid, reference)

    root = file.catalog["/StructTreeRoot"]
    for kid in file.value(root)["/K"]:
        yield from below(kid, root)


def pieces(file: QpdfFile) -> Iterator[tuple[str, int, str, str]]:
    """Page, number, kind and element of every piece of text in reading order."""
    for reference, element, _ in elements(file):
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield element["/Pg"], kid, element["/S"], reference
            elif isinstance(kid, dict) and "/MCID" in kid:
                yield kid["/Pg"], kid["/MCID"], element["/S"], reference


def _number_tree(file: QpdfFile) -> dict[int, Any]:
    numbers = file.get(file.catalog, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _content(file: QpdfFile, content: bytes) -> Iterator[str]:
    parents = _number_tree(file)
    owned = {(page, number): element for page, number, _, element in pieces(file)}
    for reference in file.pages:
        page = file.value(reference)
        owners = parents.get(page.get("/StructParents"), [])
        found, loose = _marked(file.data(page["/Contents"]))
        if loose:
            yield f"something is painted outside of everything: {loose}"
        for number in found:
            owner = owned.get((reference, number))
            if owner is None:
                yield f"a piece of a page that nobody reads: {number}"
            elif number >= len(owners) or owners[number] != owner:
                yield f"a piece of a page that does not know its element: {number}"
        for known_page, number in owned:
            if known_page == reference and number not in found:
                yield f"the structure has a piece that the page has not: {number}"


def _marked(stream: bytes) -> tuple[list[int], list[bytes]]:
    """Numbers of the marked pieces of a page, and what is painted outside of any mark."""
    numbers: list[int] = []
    loose: list[bytes] = []
    open_marks, operands = 0, []
    for token in TOKEN.findall(stream):
        if token in {b"BDC", b"BMC"}:
            open_marks += 1
            if b"/MCID" in operands:
                numbers.append(int(operands[operands.index(b"/MCID") + 1]))
        elif token == b"EMC":
            open_marks -= 1
        elif token in SHOWING and not open_marks:
            loose.append(token)
        if token.isalpha() or token[-1:] == b"*":
            operands = []
        else:
            operands.append(token)
    return numbers, loose
