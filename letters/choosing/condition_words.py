"""A condition of a rule in words: to which answers, and to which companies, it applies."""

from django.utils.translation import gettext as _

from letters.definitions.catalogue import vocabulary
from letters.definitions.conditions import Compare, Condition, Either, Every, Not
from letters.law.rules import profile_questions
from letters.questions.language import spoken

PROFILE = "profile."


def in_words(condition: Condition) -> str:
    match condition:
        case Compare():
            return _compared(condition)
        case Not(condition=inner):
            return _("除外：%(condition)s") % {"condition": in_words(inner)}
        case Every(conditions=parts):
            return _("，并且").join(map(in_words, parts))
        case Either(conditions=parts):
            return _("，或者").join(map(in_words, parts))
    raise TypeError(condition)


def _compared(compare: Compare) -> str:
    label, choices = _asked(compare.field)
    if compare.operator == "filled":
        filled = _("“%(question)s”已填写") if compare.values[0] else _("“%(question)s”未填写")
        return filled % {"question": label}
    answers = _("、").join(_answer(value, choices) for value in compare.values)
    return _("“%(question)s”答“%(answer)s”") % {"question": label, "answer": answers}


def _answer(value: object, choices: dict[str, str]) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return choices.get(str(value), str(value))


def _asked(name: str) -> tuple[str, dict[str, str]]:
    """The label of a question and its choices by key; a fact about the company is a question, too."""
    if name.startswith(PROFILE):
        fact = next(each for each in profile_questions() if each["key"] == name.removeprefix(PROFILE))
        return spoken(fact["label_zh"], fact["label_en"]), {
            key: spoken(zh, en) for key, zh, en in fact.get("choices", ())
        }
    field = vocabulary().fields[name]
    return spoken(field.label_zh, field.label_en), {
        choice.key: spoken(choice.zh, choice.en) for choice in field.choices
    }
