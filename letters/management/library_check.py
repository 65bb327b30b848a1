"""Everything that must hold of the letters of a library, each fault one sentence with the letter and the clause."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from letters.actions.judging import judged
from letters.definitions.catalogue import company_definition, load_letter, statutes, vocabulary
from letters.definitions.outline import headings_without_outline
from letters.definitions.schema import DefinitionError, LetterDefinition
from letters.document.build import build_document
from letters.journey import Journey
from letters.law.finding import Level
from letters.law.standing import Standing, standing
from letters.management.clauses import clauses
from letters.management.files import WRITERS
from letters.management.letter_wording import wording_faults
from letters.questions.answers import read_answers
from letters.questions.examples import default_answers, example_answers
from letters.writers.bounds import DocumentTooLong
from letters.writers.formats import CharactersMissing
from letters.writers.pdf_faults import PdfUnavailable


@dataclass(frozen=True)
class Checked:
    """One file of a library: what it is called, and every sentence that speaks against it."""

    id: str
    name: str
    faults: tuple[str, ...]


def check_library(folder: Path, day: date) -> Iterator[Checked]:
    for path in sorted(folder.glob("*.md")):
        try:
            definition = load_letter(path, vocabulary(), statutes())
        except DefinitionError as fault:
            yield Checked(path.stem, path.name, (f"范本无法载入，{path.name} 第 {fault.line} 行：{fault.message}。",))
        else:
            name = f"{definition.title}（{definition.variant}）"
            yield Checked(definition.id, name, tuple(letter_faults(definition, day)))


def letter_faults(definition: LetterDefinition, day: date) -> Iterator[str]:
    """With the sample answers, for a company of the default profile, as of a day."""
    journey = Journey(definition, example_answers(definition))
    yield from _answer_faults(journey)
    yield from _statute_faults(definition, day)
    yield from _outline_faults(definition)
    yield from _clause_faults(journey, day)
    yield from _findings(journey, day)
    yield from _file_faults(journey)


@cache
def default_profile() -> Mapping[str, object]:
    """The facts about a company of which nothing special is known."""
    profile = company_definition().profile
    return read_answers(profile, default_answers(profile.fields)).values


def _answer_faults(journey: Journey) -> Iterator[str]:
    for key, reason in journey.answers.faults.items():
        label = journey.definition.field(key).label_zh
        yield f"填写项“{label}”（{key}）的示例没有被接受：{reason}"


def _statute_faults(definition: LetterDefinition, day: date) -> Iterator[str]:
    if not definition.statutes:
        yield "没有写明依据哪些法律法规。"
    for statute in map(statutes().__getitem__, definition.statutes):
        if standing(statute, day) is not Standing.IN_FORCE:
            yield f"所依据的{statute.cited_zh}在 {day} 不是现行有效的。"


def _outline_faults(definition: LetterDefinition) -> Iterator[str]:
    for heading in headings_without_outline(definition):
        yield f"标题“{heading}”没有英文概览，在 [outline] 里补上。"


def _clause_faults(journey: Journey, day: date) -> Iterator[str]:
    facts = {**journey.answers.values, **{f"profile.{key}": value for key, value in default_profile().items()}}
    for clause in clauses(journey.definition, journey.answers):
        for fault in wording_faults(clause, facts, day):
            yield f"{clause.place}：{fault}"


def _findings(journey: Journey, day: date) -> Iterator[str]:
    for finding in judged(journey, default_profile(), day, whole=True):
        if finding.level is Level.MUST:
            labels = "、".join(journey.definition.field(key).label_zh for key in finding.fields)
            yield f"示例填写内容触发规则 {finding.rule}（{labels}）：{finding.message_zh}"


def _file_faults(journey: Journey) -> Iterator[str]:
    document = build_document(journey.definition, journey.answers)
    for gap in document.gaps:
        yield f"用示例填写后仍有空缺：{gap.text}。"
    for suffix, write in WRITERS.items():
        try:
            write(document)
        except (CharactersMissing, DocumentTooLong, PdfUnavailable) as fault:
            yield f"生成不了 {suffix} 文件：{fault}"
