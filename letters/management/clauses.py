"""Every clause of a letter in words, the optional ones too, each with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.definitions.nodes import HeadingNode, Node, Ref, Slot, WhenNode, Words, walk
from letters.definitions.schema import LetterDefinition
from letters.document.blocks import Gap
from letters.document.wording import Typeset
from letters.questions.answers import Answers

BEGINNING = 16


@dataclass(frozen=True)
class Clause:
    """`words` are those of the letter, `text` has the answers in it; `finished` when it leaves no gap."""

    place: str
    words: str
    text: str
    finished: bool


def clauses(definition: LetterDefinition, answers: Answers) -> Iterator[Clause]:
    heading, ink = "", Typeset(definition, answers)
    for node in walk(definition.nodes):
        if isinstance(node, WhenNode):
            continue
        runs = [_run(part, ink) for part in node.inlines]
        text = "".join(run for run, _whole in runs)
        if isinstance(node, HeadingNode):
            heading = text
        yield Clause(_place(heading, node, text), _words(node), text, all(whole for _run, whole in runs))


def _words(node: Node) -> str:
    """The letter's own words, with a mark where an answer or a number goes."""
    return "".join(part.text if isinstance(part, Words) else "…" for part in getattr(node, "inlines", ()))


def _run(part: Words | Slot | Ref, ink: Typeset) -> tuple[str, bool]:
    """The text of a run, and whether it is whole."""
    match part:
        case Slot(field, boxes):
            run = ink.slot(field, boxes)
            return run.text, not isinstance(run, Gap)
        case Ref():
            return "本条", True
    return part.text, True


def _place(heading: str, node: Node, text: str) -> str:
    beginning = text[:BEGINNING] + ("…" if len(text) > BEGINNING else "")
    if isinstance(node, HeadingNode) or not heading:
        return f"“{beginning}”"
    return f"“{heading}”一节“{beginning}”"
