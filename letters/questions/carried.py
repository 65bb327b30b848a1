"""The answers that a letter carries with it as a file, so that another one can be started from it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from letters.definitions.schema import LetterDefinition
from letters.questions.answers import Typed
from letters.questions.from_json import AnswersRefused, parsed, typed_answers


@dataclass(frozen=True)
class Carried:
    """`letter` is the id of a definition; `answers` are as they came, known to nobody yet."""

    letter: str
    answers: Mapping[str, object]


def carried_answers(letter: str, version: int, typed: Mapping[str, Typed], used: Collection[str]) -> bytes:
    """`used` are the keys the letter was made of: an answer that was switched off stays in the house."""
    answers = {key: typed[key] for key in sorted(used) if key in typed}
    content = {"letter": letter, "version": version, "answers": answers}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_carried(content: bytes) -> Carried | None:
    """None when it is none of ours; AnswersRefused when it is too large or no JSON at all."""
    given = parsed(content)
    letter, answers = given.get("letter"), given.get("answers")
    return Carried(letter, answers) if isinstance(letter, str) and isinstance(answers, dict) else None


def accepted(definition: LetterDefinition, answers: Mapping[str, object]) -> tuple[dict[str, Typed], dict[str, str]]:
    """What this version of the letter can take, and for the rest the reason: an old letter still starts a new one."""
    taken: dict[str, Typed] = {}
    reasons: dict[str, str] = {}
    for key, value in answers.items():
        try:
            taken |= typed_answers(definition, {key: value})
        except AnswersRefused as refused:
            reasons |= refused.reasons
    return taken, reasons
