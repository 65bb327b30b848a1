"""What a letter says as it stands: its frozen revision once approved, else what is filled in."""

from letters.document.blocks import Document
from letters.document.build import build_document
from letters.document.issued import numbered
from letters.models import Letter


def document_as_it_stands(letter: Letter) -> Document:
    """An approved letter reads as its frozen revision, whatever the library says by now."""
    if letter.approved_revision:
        return numbered(letter.approved_revision.tree, letter.number)
    return build_document(letter.definition, letter.journey.answers)
