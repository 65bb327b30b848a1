"""What ISO 14289-1 (PDF/UA-1) asks of a form to fill in, and PDF/A of its fields: each rule yields sentences.

What a letter is asked (archive_rules) is asked of its form too, but for what is an archive's: a form is filled in, and
what is typed is drawn by the reader's program with a font of its own.
"""

from collections.abc import Iterator
from typing import Any

from tests.writers.archive_rules import elements, faults_of
from tests.writers.qpdf_file import QpdfFile

OF_ARCHIVES = {
    "metadata does not say PDF/A-3a",
    "metadata uses pdfuaid without describing it",
    "no output intent",
    "/STSong-Light is not embedded",
    "/STSong-Light-UniGB-UTF16-H says not what it means",
}
OF_LETTERS = "an annotation that is no link: /Widget"


def form_faults_of(content: bytes) -> list[str]:
    rest = [fault for fault in faults_of(content) if fault not in OF_ARCHIVES and fault != OF_LETTERS]
    if "metadata does not say PDF/A-3a" not in faults_of(content):
        rest.append("a form that claims to be archivable")
    return rest + list(_fields(QpdfFile(content)))


def _fields(file: QpdfFile) -> Iterator[str]:
    form = file.value(file.catalog.get("/AcroForm", {}))
    if "/NeedAppearances" in form or "/XFA" in form:
        yield "the looks of fields are left to others"
    listed = [kid for field in form.get("/Fields", []) for kid in file.value(field)["/Kids"]]
    if sorted(listed) != sorted(widgets_of(file)):
        yield "fields and places differ"
    names = [file.value(file.value(field)["/T"]) for field in form.get("/Fields", [])]
    if len(names) != len(set(names)):
        yield "two fields of one name"
    owners = {kid["/Obj"]: element for _, element, _ in elements(file) for kid in objects_in(element)}
    for reference in listed:
        yield from _widget(file, file.value(reference), owners.get(reference))


def _widget(file: QpdfFile, widget: dict[str, Any], owner: dict[str, Any] | None) -> Iterator[str]:
    if owner is None or owner["/S"] != "/Form" or len(owner["/K"]) != 1:
        yield "a field outside a form element of its own"
    if not file.value(widget.get("/TU", "")):
        yield "a field without words"
    if not file.get(widget, "/AP", "/N") or "/A" in widget or "/AA" in widget:
        yield "a field without a look, or with an action"
    if widget.get("/F") != 4 or "/StructParent" not in widget:
        yield "a field that is not printed or not known to the structure"


def widgets_of(file: QpdfFile) -> list[str]:
    found = [reference for page in file.pages for reference in file.value(page).get("/Annots", [])]
    return [reference for reference in found if file.value(reference)["/Subtype"] == "/Widget"]


def objects_in(element: dict[str, Any]) -> list[dict[str, Any]]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, dict) and "/Obj" in kid]
