"""Saying no to an answer: one ready sentence and a code."""

from letters.questions.repair import storable

QUOTED = 20


class AnswerRefused(Exception):
    """The answer cannot be used. `message` is the sentence to show, in the language active when it is read."""

    def __init__(self, sentence: object, code: str, **words: object):
        self.sentence, self.code, self.words = sentence, code, words
        super().__init__(code)

    @property
    def message(self) -> str:
        return str(self.sentence) % self.words if self.words else str(self.sentence)

    def __str__(self) -> str:
        return self.message


def quoted(text: str) -> str:
    """What was typed, short enough to stand inside a sentence."""
    line = " ".join(storable(text[: QUOTED * 4]).split())
    return line if len(line) <= QUOTED else line[:QUOTED] + "…"
