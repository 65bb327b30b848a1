"""Answers that come as JSON: bounded, known fields only, and in the end exactly what the browser would have sent."""

import json
from collections.abc import Mapping

from django.utils.translation import gettext as _

from letters.definitions.schema import LetterDefinition
from letters.questions.answers import Asking, Typed
from letters.questions.refusal import AnswerRefused
from letters.questions.registry import question_for

MAX_BYTES = 256 * 1024
MAX_DEPTH = 8
SHORT = 40


class AnswersRefused(ValueError):
    """The file as a whole, or fields in it, cannot be taken; `reasons` by field key, "" for the file."""

    def __init__(self, reasons: Mapping[str, str]):
        self.reasons = dict(reasons)
        super().__init__("; ".join(f"{key}: {reason}" for key, reason in self.reasons.items()))


def answers_from_json(definition: LetterDefinition, content: bytes) -> dict[str, Typed]:
    """Typed answers; AnswersRefused names every field that cannot be taken."""
    return typed_answers(definition, parsed(content))


def typed_answers(definition: Asking, given: Mapping[str, object]) -> dict[str, Typed]:
    known = {field.key: question_for(field) for field in definition.fields}
    typed, reasons = {}, {}
    for key, value in given.items():
        if key not in known:
            reasons[key[:SHORT]] = _("这份承诺书没有这个填写项。")
        elif value is not None:
            try:
                typed[key] = known[key].typed_default(value)
            except AnswerRefused as refusal:
                reasons[key] = str(refusal)
    if reasons:
        raise AnswersRefused(reasons)
    return typed


def parsed(content: bytes) -> dict[str, object]:
    """The object as it was written; AnswersRefused under the key "" where the file is none."""
    if len(content) > MAX_BYTES:
        raise AnswersRefused({"": _("答案文件超过 256 kB，删减后再试。")})
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > MAX_DEPTH:
            raise AnswersRefused({"": _("答案文件嵌套过深，最多 8 层。")})
        given = json.loads(text, parse_constant=_no_constant, parse_int=_bounded_int)
    except (UnicodeDecodeError, ValueError) as fault:
        if isinstance(fault, AnswersRefused):
            raise
        raise AnswersRefused({"": _("答案文件不是 UTF-8 编码的 JSON，核对格式后再试。")}) from fault
    if not isinstance(given, dict):
        raise AnswersRefused({"": _('答案文件的最外层应为对象，形如 {"entity_name": "…"}。')})
    return given


def _depth(text: str) -> int:
    """Nesting by brackets outside strings, counted before parsing: the parser itself recurses."""
    deepest = depth = 0
    inside = escaped = False
    for character in text:
        if inside:
            inside = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            inside = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _bounded_int(digits: str) -> int | str:
    """Numbers of absurd length stay text, and are refused by the question with its range."""
    return int(digits) if len(digits) <= SHORT else digits


def _no_constant(name: str):
    raise ValueError(f"{name} is not JSON")
