"""LibreOffice sets the Word file page by page as the PDF is, with the same pair of fonts."""

import pylopdf_fonts_zh_cn
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from letters.definitions.catalogue import letter_definition
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.options import Layout, PrintOptions
from letters.writers.pdf import render_pdf
from tests.answers import example_answers
from tests.writers.libreoffice import needs_libreoffice, printed_by_libreoffice
from tests.writers.pdf_file import opened

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
FACES = {"仿宋": SERIF, "宋体": SERIF, "Times New Roman": SERIF, "楷体": SANS, "黑体": SANS}
FONTS = (pylopdf_fonts_zh_cn.serif_path().parent, FACES)
# Words blur into grey lines: where there is text and where there is none.
COARSE = (24, 34)


def pages(content: bytes) -> list[Image.Image]:
    with opened(content) as file:
        return [coarse(page) for page in file]


def coarse(page: pypdfium2.PdfPage) -> Image.Image:
    return page.render(scale=0.5, grayscale=True).to_pil().convert("L").resize(COARSE, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@needs_libreoffice
@pytest.mark.parametrize(("letter_id", "layout"), [("cip-6", Layout.OFFICIAL), ("osp-1", Layout.BUSINESS)])
def test_every_page_looks_as_in_the_pdf(letter_id, layout, tmp_path):
    definition = letter_definition(letter_id)
    document = build_document(definition, read_answers(definition, example_answers(letter_id)))
    options = PrintOptions(layout)
    ours = pages(render_pdf(document, options))
    theirs = pages(printed_by_libreoffice(render_docx(document, options), tmp_path, *FONTS))
    assert len(theirs) == len(ours)
    apart = [difference(one, other) for one, other in zip(ours, theirs, strict=True)]
    # What a page taken for its neighbour would come to.
    crossed = [difference(one, other) for one, other in zip(ours, [*theirs[1:], theirs[0]], strict=True)]
    assert max(apart) < 0.6 * min(crossed)
