"""Figures that the same company promised otherwise in a letter that is in force: two letters must not contradict."""

from collections.abc import Mapping
from dataclasses import dataclass

from letters.definitions.schema import LetterDefinition
from letters.models import Letter
from letters.questions.answers import Answers
from letters.questions.registry import question_for
from letters.workflow import Status

FIGURES = frozenset({"integer", "decimal", "percent", "money"})
LATEST = 200


@dataclass(frozen=True)
class OtherFigure:
    """What an issued letter says about the same field; `typed` as somebody would type it."""

    field: str
    typed: str
    letter: Letter


def other_figures(letter: Letter, answers: Answers) -> dict[str, OtherFigure]:
    """By field, the newest issued letter that differs; the version this letter replaces may differ, of course."""
    mine = _figures(letter.definition, answers.values)
    if not mine or not letter.company:
        return {}
    others = Letter.objects.filter(status=Status.ISSUED, company=letter.company).exclude(
        pk__in=[letter.pk, letter.supersedes_id or 0]
    )
    found: dict[str, OtherFigure] = {}
    wanted = ("owner", "number", "status", "approved_revision__values")
    for other in others.select_related("approved_revision").only(*wanted).order_by("-issued_at")[:LATEST]:
        theirs = other.approved_revision.values
        for key in mine.keys() & theirs.keys() - found.keys():
            if mine[key] != theirs[key]:
                found[key] = OtherFigure(key, str(theirs[key]), other)
    return found


def _figures(definition: LetterDefinition, values: Mapping[str, object]) -> dict[str, object]:
    """Promised numbers only: a duty with an amount."""
    promised = (field for field in definition.fields if field.duty and field.kind in FIGURES and field.key in values)
    return {field.key: question_for(field).typed_default(values[field.key]) for field in promised}
