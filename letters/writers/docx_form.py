"""The paragraphs of a blank form in Word: the words of the letter, and a control at every place to fill in."""

from collections.abc import Sequence

from docx.document import Document as WordFile
from docx.oxml.text.paragraph import CT_P

from letters.document.blocks import Blank, Document, Run
from letters.writers.docx_body import add_run, style_of_run
from letters.writers.docx_controls import control
from letters.writers.docx_form_data import Store
from letters.writers.form_fields import FormField, Place, pieces


class Form:
    """Writes one form; a signature is for ink, and no question of it is in `fields`."""

    def __init__(self, document: Document, fields: Sequence[FormField]):
        self.fields = {field.key: field for field in fields}
        self.store = Store(document.identifier, fields)
        self.controls = 0

    def write(self, paragraph: CT_P, run: Run) -> None:
        field = self.fields.get(run.field) if isinstance(run, Blank) else None
        for piece in pieces(run, field):
            if isinstance(piece, Place):
                self.controls += 1
                paragraph.append(control(piece, self.controls, self.store))
            else:
                add_run(paragraph, piece, style_of_run(run, shades_gaps=False))

    def finish(self, word: WordFile) -> None:
        self.store.add_to(word)
