"""Answers as Hypothesis makes them: whole letters, sensible and hostile, typed as a browser or a file would."""

from hypothesis import strategies as st

from letters.definitions.catalogue import letter_definition
from letters.definitions.schema import FieldDefinition
from letters.questions.registry import question_for

HOSTILE = (
    "",
    " ",
    "\x00",
    "\ud800",
    "\u202e甲",
    "𠮷野家䶮",
    "🧧公司",
    "<script>alert(1)</script>",
    "{{entity_name}}",
    '=HYPERLINK("http://example.cn")',
    "甲\u200b乙\ufeff",
    "１２",
    "十二",
    "甲\r\n乙\t丙",
    "&lt;b&gt;",
    "％s %(x)s {0}",
    "甲" * 300,
)


def typed_answer(field: FieldDefinition) -> st.SearchStrategy:
    """The example or a choice mostly, so that letters come out full; sometimes anything at all."""
    question = question_for(field)
    good = [question.typed_default(value) for value in (field.example, field.default) if value is not None]
    good += [typed for typed, _shown in question.suggestions]
    keys = [choice.key for choice in field.choices]
    wild = st.sampled_from(HOSTILE) | st.text(max_size=40)
    if field.kind == "multi_choice":
        return st.lists(st.sampled_from(keys), unique=True) | wild.map(lambda text: [text])
    if keys or field.kind == "yes_no":
        good += keys or ["yes", "no"]
    if field.kind in ("text", "long_text"):
        good += ["杭州示例（有限合伙）", "A&B <示例>", "𠮷野"]
    return st.sampled_from(good or [""]) | wild if good else wild


def typed_answers(letter_id: str) -> st.SearchStrategy[dict]:
    fields = letter_definition(letter_id).fields
    return st.fixed_dictionaries({}, optional={field.key: typed_answer(field) for field in fields})
