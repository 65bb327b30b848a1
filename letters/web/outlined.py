"""The English outline of a letter for who reads the page in English; none on a Chinese page."""

from letters.definitions.schema import LetterDefinition
from letters.document.blocks import Document
from letters.document.outline import Section, outline
from letters.questions.language import is_english
from letters.writers.html import parts_of


def outlined(document: Document, definition: LetterDefinition) -> dict[str, object]:
    """For components/outline.html, and the letter in parts so that its sections can be led to."""
    sections: tuple[Section, ...] = outline(document, definition) if is_english() else ()
    return {"outline": sections, "parts": parts_of(document) if sections else ()}
