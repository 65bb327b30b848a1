"""A Document as HTML: the fragment that the preview and the PDF share, and a whole page that stands alone."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from letters.document.blocks import (
    AnnexLine,
    Blank,
    Block,
    Document,
    Gap,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    Run,
    Signature,
    Text,
    Title,
    Value,
)
from letters.writers.characters import ends_bare

# A new block is a line here and a template of its own.
TEMPLATES: dict[type[Block], str] = {
    Title: "document/title.html",
    NumberLine: "document/number_line.html",
    PartyLine: "document/party_line.html",
    Heading: "document/heading.html",
    Paragraph: "document/paragraph.html",
    Item: "document/item.html",
    AnnexLine: "document/annex_line.html",
    Signature: "document/signature.html",
}
KINDS: dict[type[Run], str] = {Text: "text", Value: "value", Gap: "gap", Blank: "blank"}
STYLE = "css/letter.css"
BOX = re.compile("([□☐☑☒].)")


def document_html(document: Document) -> SafeString:
    """The letter as an <article>: its text, without tags and white space, is the document's."""
    parts = [_part(block) for block in document.blocks]
    for part in _closing(parts):
        part["closing"] = True
    return render_to_string("document/letter.html", {"parts": parts})


def page_html(document: Document, *, draft: bool, style: str | None = None) -> str:
    """The letter as a file of its own, the style inside it; with an empty `style` the style comes from elsewhere."""
    inlined = letter_style() if style is None else style
    context = {"document": document, "article": document_html(document), "draft": draft, "style": inlined}
    return render_to_string("document/page.html", context)


def letter_style() -> str:
    return Path(finders.find(STYLE)).read_text(encoding="utf-8")


def _part(block: Block) -> dict[str, object]:
    lines = block.lines if isinstance(block, Signature) else ()
    return {
        "template": TEMPLATES[type(block)],
        "block": block,
        "bare": ends_bare(getattr(block, "number", "")),
        "runs": by_kind(block.runs),
        "lines": [(line.number, by_kind(line.runs)) for line in lines],
    }


def _closing(parts: list[dict[str, object]]) -> list[dict[str, object]]:
    """The last of the text before annexes and signature: 特此承诺。, which brings some of the text onto their page."""
    return [part for part in parts if not isinstance(part["block"], AnnexLine | Signature)][-1:]


def by_kind(runs: tuple[Run, ...]) -> list[tuple[str, Run, list[tuple[bool, str]]]]:
    """Each run with the kind that document/runs.html asks for, and its text in pieces."""
    return [(_kind(run), run, _pieces(run.text)) for run in runs]


def _kind(run: Run) -> str:
    """Most runs are plain words: the template is spared all questions about them."""
    is_plain = isinstance(run, Text) and not run.strong and not BOX.search(run.text)
    return "plain" if is_plain else KINDS[type(run)]


def _pieces(text: str) -> list[tuple[bool, str]]:
    """A box to tick goes together with the first character of its label, so that no line ends between them."""
    return [(bool(BOX.fullmatch(piece)), piece) for piece in BOX.split(text) if piece]
