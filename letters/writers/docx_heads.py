"""What stands above the text of a Word file: the letterhead of 商务版式, the running title."""

from io import BytesIO

from docx.document import Document as WordFile
from docx.section import Section, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from letters.document.blocks import Document
from letters.writers.characters import printable
from letters.writers.options import Layout, Letterhead, PrintOptions, letterhead_of

LOGO_WIDTH, LOGO_HEIGHT = Mm(40), Mm(14)


def add_heads(word: WordFile, document: Document, options: PrintOptions) -> None:
    section = word.sections[0]
    if options.layout == Layout.BUSINESS:
        _add_business_heads(section, document, letterhead_of(document, options))
    elif document.is_policy:
        for header in (section.header, section.even_page_header):
            _line(header, "RunningHead").add_run(printable(document.title))
        section.different_first_page_header_footer = True


def heads_of(word: WordFile) -> tuple[_Header, ...]:
    """Every header that is printed; later sections repeat those of the first."""
    section = word.sections[0]
    other = [section.even_page_header] if word.settings.odd_and_even_pages_header_footer else []
    first = [section.first_page_header] if section.different_first_page_header_footer else []
    return (section.header, *other, *first)


def _add_business_heads(section: Section, document: Document, head: Letterhead | None) -> None:
    company = printable(head.company) if head and not head.is_long else ""
    if head or document.is_policy:
        _line(section.header, "RunningHead").add_run(f"{company}\t\t{printable(document.title)}")
    first = _line(section.first_page_header, _first_style(head))
    if head and head.logo:
        _add_logo(first, head)
    if head:
        first.add_run(printable(head.company))


def _first_style(head: Letterhead | None) -> str:
    if not head:
        return "Header"
    if head.is_long:
        return "LetterheadLong"
    return "LetterheadLogo" if head.logo else "Letterhead"


def _add_logo(paragraph: Paragraph, head: Letterhead) -> None:
    logo = head.logo
    scale = min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
    run = paragraph.add_run()
    picture = run.add_picture(BytesIO(logo.png), round(logo.width * scale), round(logo.height * scale))
    for side in "TBLR":
        picture._inline.set(f"dist{side}", "0")  # unsaid, LibreOffice moves the picture off the margin
    described = picture._inline.docPr
    described.set("name", "标志")
    described.set("descr", f"{head.company}标志")
    paragraph.add_run("　")


def _line(header: _Header, style: str) -> Paragraph:
    paragraph = header.paragraphs[0]  # asking for it makes the header
    paragraph._p.style = style
    return paragraph
