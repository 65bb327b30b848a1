"""A Document as JSON and back: what a revision keeps, so that an old letter prints the same under a newer library."""

from typing import Any

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
    SignatureLine,
    Text,
    Title,
    Value,
    Verification,
)

RUNS: dict[str, type[Run]] = {kind.__name__: kind for kind in (Text, Value, Gap, Blank)}
BLOCKS: dict[str, type[Block]] = {
    kind.__name__: kind
    for kind in (Title, NumberLine, PartyLine, Heading, Paragraph, Item, AnnexLine, Signature, Verification)
}


def document_to_json(document: Document) -> dict[str, Any]:
    """Plain dicts, lists, strings, whole numbers and booleans."""
    return {
        "identifier": document.identifier,
        "title": document.title,
        "author": document.author,
        "blocks": [_frozen(block) for block in document.blocks],
    }


def document_from_json(frozen: dict[str, Any]) -> Document:
    """The inverse of document_to_json; KeyError or TypeError when it was not made by that."""
    blocks = tuple(_block(dict(block)) for block in frozen["blocks"])
    return Document(frozen["identifier"], frozen["title"], frozen["author"], blocks)


def _frozen(part: Block | Run | SignatureLine) -> dict[str, Any]:
    kept = {
        name: [_frozen(inner) for inner in value] if isinstance(value, tuple) else value
        for name, value in vars(part).items()
    }
    return {"kind": type(part).__name__, **kept}


def _block(frozen: dict[str, Any]) -> Block:
    kind = BLOCKS[frozen.pop("kind")]
    if kind is Signature:
        return Signature(tuple(_signature_line(dict(line)) for line in frozen["lines"]))
    if kind is Verification:
        return Verification(**frozen)
    return kind(**{**frozen, "runs": _runs(frozen["runs"])})


def _signature_line(frozen: dict[str, Any]) -> SignatureLine:
    return SignatureLine(frozen["number"], _runs(frozen["runs"]))


def _runs(frozen: list[dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(RUNS[run["kind"]](**{name: value for name, value in run.items() if name != "kind"}) for run in frozen)
