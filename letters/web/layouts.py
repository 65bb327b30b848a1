"""What a layout is called on a page: as the company's record asks for it."""

from letters.actions.lay_out import ASKED_AS
from letters.definitions.catalogue import vocabulary
from letters.questions.registry import question_for
from letters.writers.options import Layout


def layout_words(layout: Layout) -> str:
    return question_for(vocabulary().fields[ASKED_AS]).show(layout.value)
