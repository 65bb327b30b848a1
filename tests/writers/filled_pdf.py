"""Fills in a PDF form as a reader's program does, by way of PDFium: a click, the keyboard, and out of the field."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image


@dataclass(frozen=True)
class Spot:
    name: str
    is_text: bool
    area: tuple[float, float, float, float]


class FilledPage:
    def __init__(self, file: pypdfium2.PdfDocument, number: int):
        self.page, self.form = file[number], file.formenv

    def spots(self) -> list[Spot]:
        found = (
            pdfium.FPDFPage_GetAnnot(self.page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(self.page))
        )
        return [self._spot(annotation) for annotation in found]

    def _spot(self, annotation) -> Spot:
        area, name = pdfium.FS_RECTF(), ctypes.create_string_buffer(500)
        pdfium.FPDFAnnot_GetRect(annotation, area)
        wide = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FPDFAnnot_GetFormFieldName(self.form, annotation, wide, len(name))
        kind = pdfium.FPDFAnnot_GetFormFieldType(self.form, annotation)
        words = name.raw.decode("utf-16-le").partition("\0")[0]
        corners = (area.left, area.bottom, area.right, area.top)
        return Spot(words, kind == pdfium.FPDF_FORMFIELD_TEXTFIELD, corners)

    def fill(self, spot: Spot, text: str = "") -> None:
        left, bottom, right, top = spot.area
        point = ((left + right) / 2, (bottom + top) / 2)
        pdfium.FORM_OnLButtonDown(self.form, self.page, 0, *point)
        pdfium.FORM_OnLButtonUp(self.form, self.page, 0, *point)
        if text:
            wide = ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le"))
            pdfium.FORM_ReplaceSelection(self.form, self.page, ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))
        pdfium.FORM_ForceToKillFocus(self.form)

    def ink_in(self, spot: Spot) -> int:
        """Dark dots of the picture where the field stands."""
        left, bottom, right, top = spot.area
        height = self.page.get_height()
        picture: Image.Image = self.page.render(scale=2, may_draw_forms=True).to_pil().convert("L")
        cut = picture.crop((round(2 * left), round(2 * (height - top)), round(2 * right), round(2 * (height - bottom))))
        return sum(cut.histogram()[:128])


@contextmanager
def form_opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    file = pypdfium2.PdfDocument(BytesIO(content))
    file.init_forms()
    try:
        yield file
    finally:
        file.close()
