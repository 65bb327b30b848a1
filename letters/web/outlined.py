"""A letter on its page: with its English outline for who reads the page in English, else as it is printed."""

from collections.abc import Mapping

from letters.definitions.schema import LetterDefinition, OutlineEntry
from letters.document.blocks import Document, Heading
from letters.document.outline import Section, outline
from letters.questions.language import is_english
from letters.writers.html import document_html, parts_of

Outline = Mapping[str, OutlineEntry]


def outlined(document: Document, definition: LetterDefinition) -> dict[str, object]:
    """For outline.html and paper.html of components: with an outline the letter is in parts, which sections lead to."""
    if sections := sections_in_english(document, definition):
        return {"outline": sections, "parts": parts_of(document)}
    return {"preview": document_html(document)}


def sections_in_english(document: Document, definition: LetterDefinition) -> tuple[Section, ...]:
    """Of the outline; none on a Chinese page."""
    return outline(document, definition) if is_english() else ()


def heading_in_english(heading: Heading, entries: Outline) -> str:
    """What it means; "" on a Chinese page, and where the outline does not tell."""
    entry = entries.get(heading.words)
    return entry.title_en if entry and is_english() else ""
