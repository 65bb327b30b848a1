"""Document → plain text: first lines indented by two ideographic blanks, an empty line where the eye needs one."""

from letters.document.blocks import (
    AnnexLine,
    Block,
    Document,
    Heading,
    NumberLine,
    PartyLine,
    Signature,
    SignatureLine,
    Title,
    Verification,
)
from letters.writers.bounds import check_bounds
from letters.writers.characters import before_words, printable

INDENT = "\u3000\u3000"
FLUSH = (Title, NumberLine, PartyLine, Signature, Verification)
CLOSED = (Title, NumberLine, PartyLine)  # an empty line after the last of its kind
OPENED = (AnnexLine, Signature, Verification)  # an empty line before the first of its kind


def render_text(document: Document) -> str:
    """All words and numbers of the letter in reading order, fit for UTF-8."""
    check_bounds(document)
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if before is not None and _is_set_apart(before, block):
            lines.append("")
        lines.append(_printed(block))
        before = block
    return printable("\n".join(lines) + "\n")


def _is_set_apart(before: Block, block: Block) -> bool:
    if isinstance(block, Heading) and block.level == 1:
        return True
    return type(block) is not type(before) and (isinstance(before, CLOSED) or isinstance(block, OPENED))


def _printed(block: Block) -> str:
    if isinstance(block, Signature):
        return "\n".join(_line(line) for line in block.lines)
    return _line(block) if isinstance(block, FLUSH) else INDENT + _line(block)


def _line(line: Block | SignatureLine) -> str:
    return before_words(getattr(line, "number", "")) + "".join(run.text for run in line.runs)
