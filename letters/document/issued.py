"""A letter as it leaves the house: its number where the letter has a place for it, and how to check it at the end."""

from dataclasses import replace

from letters.document.blocks import Block, Document, NumberLine, Run, Value, Verification

FIELD = "letter_number"


def numbered(document: Document, number: str) -> Document:
    title, *rest = document.blocks
    if not any(_has_place(block) for block in rest):
        rest = [NumberLine((Value(FIELD, number),)), *rest]
    return replace(document, blocks=(title, *(_with_number(block, number) for block in rest)))


def verifiable(document: Document, code: str, address: str) -> Document:
    """`code` as it is printed, `address` the page that says whether the letter is valid."""
    return replace(document, blocks=(*document.blocks, Verification(code, address)))


def _has_place(block: Block) -> bool:
    """Of its own: the number of a contract or of an edition stands below it."""
    return isinstance(block, NumberLine) and any(_is_place(run) for run in block.runs)


def _is_place(run: Run) -> bool:
    return isinstance(run, Value) and run.field == FIELD


def _with_number(block: Block, number: str) -> Block:
    if not isinstance(block, NumberLine):
        return block
    return NumberLine(tuple(_filled(run, number) for run in block.runs))


def _filled(run: Run, number: str) -> Run:
    return Value(FIELD, number) if _is_place(run) else run
