"""What the law says about one letter's answers, as a command is given them: files of JSON, a profile, a day."""

from collections.abc import Mapping
from datetime import date

from letters.actions.judging import judged
from letters.definitions.catalogue import company_definition, statutes
from letters.definitions.schema import LetterDefinition
from letters.journey import Journey
from letters.law.finding import Finding, Level
from letters.management.given import wrong_call
from letters.questions.answers import Answers, Asking, read_answers
from letters.questions.from_json import MAX_BYTES, MAX_DEPTH, AnswersRefused, parsed, typed_answers

WORDS = {Level.MUST: "不得提交", Level.SHOULD: "警告", Level.NOTE: "提示"}


def given_journey(definition: LetterDefinition, content: bytes) -> Journey:
    """The answers of a letter; what is missing stays missing, what cannot be taken is a wrong call."""
    journey = Journey(definition, _typed(definition, content, "答案文件"))
    _demand_accepted(journey.answers, "答案文件")
    return journey


def given_profile(content: bytes) -> Mapping[str, object]:
    """The facts about a company; one that is not stated is absent."""
    profile = company_definition().profile
    read = read_answers(profile, _typed(profile, content, "单位情况文件"))
    _demand_accepted(read, "单位情况文件")
    return read.values


def check_letter(journey: Journey, profile: Mapping[str, object], day: date) -> tuple[Finding, ...]:
    return judged(journey, profile, day, whole=True)


def finding_as_json(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.rule,
        "level": finding.level.value,
        "fields": list(finding.fields),
        "message": finding.message_zh,
        "statute": finding.statute,
        "article": finding.article,
    }


def finding_in_words(finding: Finding, definition: LetterDefinition) -> str:
    labels = "、".join(definition.field(key).label_zh for key in finding.fields)
    statute = statutes().get(finding.statute)
    source = f"（{statute.cited_zh}{finding.article}）" if statute else ""
    return f"{WORDS[finding.level]}\t{labels or '全文'}\t{finding.message_zh}{source}\t{finding.rule}"


def _typed(asking: Asking, content: bytes, what: str) -> dict:
    try:
        given = parsed(content)
    except AnswersRefused as refused:
        shape = f"一个 UTF-8 编码的 JSON 对象，不超过 {MAX_BYTES // 1024} kB，嵌套不超过 {MAX_DEPTH} 层"
        raise wrong_call(f"{what}应为{shape}。") from refused
    if unknown := given.keys() - {field.key for field in asking.fields}:
        raise wrong_call(f"{what}里有不认识的填写项：{'、'.join(sorted(unknown))[:200]}。")
    try:
        return typed_answers(asking, given)
    except AnswersRefused as refused:
        raise _refused(refused.reasons, what) from refused


def _demand_accepted(answers: Answers, what: str) -> None:
    if answers.refused:
        raise _refused(answers.refused, what)


def _refused(reasons: Mapping[str, str], what: str) -> Exception:
    return wrong_call("\n".join(f"{what}里的 {key} 不能采用：{reason}" for key, reason in reasons.items()))
