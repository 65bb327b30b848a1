"""A letter as a whole page: one that stands alone, and the one that goes to the press with letterhead and contents."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from letters.document.blocks import Document, Heading, NumberLine, Title, Verification
from letters.writers.html import document_html, parts_of
from letters.writers.options import CLEAN, Layout, PrintOptions, letterhead_of
from letters.writers.pictures import data_uri, qr_png

STYLE = "css/letter.css"
BUSINESS_STYLE = "css/letter-business.css"
ON_THE_COVER = (Title, NumberLine)


def page_html(document: Document, options: PrintOptions = CLEAN) -> str:
    """The letter as a file of its own, with the style inside it."""
    return _page(document, options, document_html(document), letter_style(options.layout))


def paper_html(document: Document, options: PrintOptions = CLEAN) -> str:
    """The letter for the press, which has the style; a policy gets its title page and contents."""
    return _page(
        document,
        options,
        _policy_html(document, options) if document.is_policy else document_html(document, options.form),
        "",
    )


def letter_style(layout: Layout = Layout.OFFICIAL) -> str:
    """公文版式 is what a browser prints too; 商务版式 is said over it."""
    names = (STYLE, BUSINESS_STYLE) if layout == Layout.BUSINESS else (STYLE,)
    return "\n".join(Path(finders.find(name)).read_text(encoding="utf-8") for name in names)


def pictures_of(document: Document, options: PrintOptions) -> dict[str, bytes]:
    """Every picture on the page by the address it has there."""
    pictures = [qr_png(block.address) for block in document.blocks if isinstance(block, Verification)]
    if (head := letterhead_of(document, options)) and head.logo:
        pictures.append(head.logo.png)
    return {data_uri(png): png for png in pictures}


def _page(document: Document, options: PrintOptions, article: SafeString, style: str) -> str:
    head = letterhead_of(document, options)
    logo = data_uri(head.logo.png) if head and head.logo else ""
    about = {"document": document, "options": options, "letterhead": head, "logo": logo}
    return render_to_string("document/page.html", about | {"article": article, "style": style})


def _policy_html(document: Document, options: PrintOptions) -> SafeString:
    parts = parts_of(document, options.form)
    cover = [part for part in parts if isinstance(part["block"], ON_THE_COVER)]
    headings = [part for part in parts if isinstance(part["block"], Heading)]
    for number, part in enumerate(headings, start=1):
        part["anchor"] = f"heading-{number}"
    rest = [part for part in parts if part not in cover]
    context = {"author": document.author, "cover": cover, "headings": headings, "parts": rest}
    return render_to_string("document/policy.html", context)
