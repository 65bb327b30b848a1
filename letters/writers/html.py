"""A Document as HTML: the fragment that the preview, the saved page and the PDF share."""

from collections.abc import Callable

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
    Verification,
)
from letters.document.keeping import kept_with_next
from letters.writers.characters import ends_bare
from letters.writers.form_fields import FormField
from letters.writers.form_html import Spots
from letters.writers.pictures import data_uri, qr_png
from letters.writers.unbroken import has_whole, pieces

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
    Verification: "document/verification.html",
}
SetRuns = Callable[[tuple[Run, ...]], list]
KINDS: dict[type[Run], str] = {Text: "text", Value: "value", Gap: "gap", Blank: "blank"}


def document_html(document: Document, form: tuple[FormField, ...] = ()) -> SafeString:
    """The letter as an <article>: its text, without tags and white space, is the document's."""
    return render_to_string("document/letter.html", {"parts": parts_of(document, form)})


def parts_of(document: Document, form: tuple[FormField, ...] = ()) -> list[dict[str, object]]:
    """What the template of each block is given, in order; with a form its places are named."""
    kept = kept_with_next(document.blocks)
    runs = Spots(form).runs if form else by_kind
    return [_part(block, position in kept, runs) for position, block in enumerate(document.blocks)]


def _part(block: Block, kept: bool, runs: SetRuns) -> dict[str, object]:
    return {
        "template": TEMPLATES[type(block)],
        "block": block,
        "anchor": f"clause-{anchor}" if (anchor := getattr(block, "anchor", "")) else "",
        "bare": ends_bare(getattr(block, "number", "")),
        "kept": kept,
        **_inside(block, runs),
    }


def _inside(block: Block, runs: SetRuns) -> dict[str, object]:
    match block:
        case Signature(lines=lines):
            return {"lines": [(line.number, runs(line.runs)) for line in lines], "second": block.second_side}
        case Verification(address=address):
            return {"picture": data_uri(qr_png(address)), "around": block.text.partition(address)}
    return {"runs": runs(block.runs)}


def by_kind(runs: tuple[Run, ...]) -> list[tuple[str, Run, list[tuple[bool, str]]]]:
    """Each run with the kind that document/runs.html asks for, and its text in pieces."""
    return [(_kind(run), run, list(pieces(run.text))) for run in runs]


def _kind(run: Run) -> str:
    """Most runs are plain words: the template is spared all questions about them."""
    is_plain = isinstance(run, Text) and not run.strong and not has_whole(run.text)
    return "plain" if is_plain else KINDS[type(run)]
