"""The form of one step, as a browser meets it."""

import pytest
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict

from letters.questions.forms import step_form
from letters.questions.registry import KINDS
from tests.questions.fields import USUAL, question


def form(*questions, **given):
    return step_form(questions)(renderer=DjangoTemplates(), **given)


def sent(**values) -> QueryDict:
    data = QueryDict(mutable=True)
    for key, value in values.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    return data


def test_questions_keep_their_order_and_are_labelled():
    asked = [question("text", key="b", label_zh="乙", help_zh="说明。"), question("integer", key="a", label_zh="甲")]
    fields = form(*asked).fields
    assert [(key, field.label) for key, field in fields.items()] == [("b", "乙"), ("a", "甲")]
    assert fields["b"].help_text == "说明。"


def test_form_reports_the_sentence_of_the_question():
    filled = form(question("integer", key="a"), data=sent(a="一千"))
    assert filled.errors == {"a": ["填 1个工作日 至 99个工作日，现在是 1000。"]}


def test_form_gives_cleaned_values():
    asked = [
        question("integer", key="a"),
        question("multi_choice", key="b"),
        question("yes_no", key="c", default=False),
    ]
    filled = form(*asked, data=sent(a="十二", b=["contact"]))
    assert filled.is_valid()
    assert filled.cleaned_data == {"a": 12, "b": ("contact",), "c": False}


@pytest.mark.parametrize("kind", KINDS)
def test_page_needs_no_browser_validation_and_has_no_placeholder(kind):
    """ux 4"""
    asked = question(kind, key="who", required=True)
    page = str(form(asked)["who"])
    assert 'name="who"' in page
    assert 'id="id_who' in page
    assert not any(word in page for word in ("required", "placeholder", "maxlength", 'type="number"', 'type="date"'))


@pytest.mark.parametrize(
    ("kind", "mode", "complete"),
    [
        ("integer", "numeric", "off"),
        ("percent", "decimal", "off"),
        ("money", "decimal", "off"),
        ("phone", "tel", "tel"),
        ("email", "email", "email"),
        ("url", "url", "off"),
        ("date", None, "off"),
        ("text", None, "off"),
    ],
)
def test_line_tells_the_browser_what_is_typed(kind, mode, complete):
    """ux 9"""
    attrs = question(kind).form_field().widget.attrs
    assert (attrs.get("inputmode"), attrs["autocomplete"], attrs["spellcheck"]) == (mode, complete, "false")
    assert attrs["data-kind"] == kind


def test_company_name_may_be_completed_by_the_browser():
    assert question("text", key="entity_name").form_field().widget.attrs["autocomplete"] == "organization"


@pytest.mark.parametrize("kind", KINDS)
def test_page_sends_back_what_was_typed(kind):
    asked = question(kind, key="who")
    typed = asked.typed_default(USUAL[kind]["example"])
    widget = asked.form_field().widget
    assert widget.value_from_datadict(sent(who=typed), {}, "who") == typed


def test_typed_text_is_storable_and_otherwise_untouched():
    widget = question("text").form_field().widget
    assert widget.value_from_datadict(sent(a=" １２\x00 \u200b\r\n"), {}, "a") == " １２ \u200b\n"
    assert widget.value_from_datadict(sent(), {}, "a") is None
    boxes = question("multi_choice").form_field().widget
    assert boxes.value_from_datadict(sent(a=["contact", "x\x00"]), {}, "a") == ["contact", "x"]
    assert boxes.value_from_datadict(sent(), {}, "a") == []


def test_page_shows_what_was_typed_before():
    asked = [question("integer", key="a"), question("choice", key="b"), question("multi_choice", key="c")]
    shown = form(*asked, initial={"a": "十二", "b": "每季度", "c": ["contact"]})
    assert 'value="十二"' in str(shown["a"])
    assert 'value="quarter" data-kind="choice" id="id_b_1" checked' in str(shown["b"])
    assert 'value="contact" data-kind="multi_choice" id="id_c_1" checked' in str(shown["c"])


def test_typed_markup_is_escaped():
    assert "<script>" not in str(form(question("text", key="a"), data=sent(a="<script>"))["a"])
