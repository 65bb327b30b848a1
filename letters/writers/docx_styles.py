"""Which style of the Word template each block of a letter is set in."""

from letters.document.blocks import (
    AnnexLine,
    Block,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    SignatureLine,
    Title,
    Verification,
)

STYLES: dict[type, str] = {
    Title: "Title",
    NumberLine: "LetterNumber",
    PartyLine: "LetterParty",
    Paragraph: "LetterBody",
    AnnexLine: "LetterAnnex",
    SignatureLine: "LetterSignature",
    Verification: "LetterVerification",
}
# As the first side's, but paragraphs of one style close up, and the second side stands apart.
SECOND_SIDE = "LetterSignatureSecond"
ON_THE_COVER = {"Title": "CoverTitle", "LetterNumber": "CoverNumber"}
DEEPEST_HEADING, DEEPEST_CLAUSE = 3, 4


def style_of(line: Block | SignatureLine) -> str:
    match line:
        case Heading(level=level):
            return f"Heading{min(level, DEEPEST_HEADING)}"
        case Item(level=level):
            return f"Clause{min(level, DEEPEST_CLAUSE)}"
        case _:
            return STYLES[type(line)]


def keeps_by_style(line: Block | SignatureLine) -> bool:
    """Whether the style itself holds the paragraph together with the next."""
    return isinstance(line, Title | Heading | SignatureLine)
