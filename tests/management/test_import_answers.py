"""import_answers: a PDF that left the house starts the next draft, and nothing else does."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from letters.definitions.catalogue import letter_definition
from letters.document.build import build_document
from letters.management.pdf_answers import MOST_BYTES
from letters.models import Letter
from letters.models.drafting import start_letter
from letters.questions.answers import read_answers
from letters.questions.carried import carried_answers
from letters.writers.options import CLEAN
from letters.writers.pdf import render_pdf
from tests.answers import example_answers


@pytest.fixture
def printed(tmp_path):
    def write(answers: dict, *, attachment: bytes | None = None, letter_id: str = "cip-1") -> str:
        definition = letter_definition(letter_id)
        read = read_answers(definition, answers)
        carried = carried_answers(letter_id, 1, answers, read.values) if attachment is None else attachment
        path = tmp_path / "letter.pdf"
        path.write_bytes(render_pdf(build_document(definition, read), replace(CLEAN, attachment=carried)))
        return str(path)

    return write


def imported(path: str, user: str = "chenjing") -> tuple[int, str]:
    """Exit code and what was said on stderr."""
    said = StringIO()
    try:
        call_command("import_answers", path, "--user", user, stdout=StringIO(), stderr=said)
    except CommandError as wrong:
        return wrong.returncode, str(wrong)
    return 0, said.getvalue()


def test_a_letter_starts_from_what_the_last_one_was_made_of(printed, chenjing):
    answers = example_answers("cip-1")
    assert imported(printed(answers)) == (0, "")
    letter = Letter.objects.get()
    assert (letter.owner, letter.definition_id, letter.status) == (chenjing, "cip-1", "draft")
    read = read_answers(letter.definition, answers)
    assert letter.journey.answers.values == read.values
    assert letter.company == "杭州示例科技有限公司"


def test_an_answer_that_was_switched_off_does_not_leave_the_house():
    definition = letter_definition("ipc-2")
    typed = example_answers("ipc-2", dispute_method="court")
    carried = carried_answers("ipc-2", 1, typed, read_answers(definition, typed).values).decode()
    assert "court_venue" in carried
    assert "arbitration_commission" not in carried


def test_what_the_letter_no_longer_asks_is_named_and_the_rest_is_taken(printed, chenjing):
    attachment = '{"letter": "cip-1", "version": 0, "answers": {"entity_name": "甲公司", "gone": "x"}}'.encode()
    assert imported(printed(example_answers("cip-1"), attachment=attachment)) == (
        0,
        "gone: 这份承诺书没有这个填写项。\n",
    )
    assert Letter.objects.get().answers == {"entity_name": "甲公司"}


@pytest.mark.parametrize(
    ("attachment", "said"),
    [
        (b"[]", "最外层应为对象"),
        (b"{", "不是 UTF-8 编码的 JSON"),
        (b'{"letter": "cip-1"}', "附带的不是填写内容"),
        (b'{"letter": 1, "answers": {}}', "附带的不是填写内容"),
        (b'{"letter": "cip-99", "answers": {}}', "没有 cip-99"),
        (b'{"answers": ' + b"[" * 9 + b"]" * 9 + b"}", "嵌套过深"),
        (b" " * 300_000, "超过 256 kB"),
    ],
)
def test_an_attachment_that_is_none_of_ours_is_refused(printed, chenjing, attachment, said):
    code, sentence = imported(printed(example_answers("cip-1"), attachment=attachment))
    assert code == 1
    assert said in sentence
    assert not Letter.objects.exists()


def test_a_file_that_is_no_pdf_or_carries_nothing_is_refused(printed, chenjing, tmp_path):
    assert imported(printed(example_answers("cip-1"), attachment=b"")) == (
        1,
        "这份 PDF 没有附带填写内容，换用由本系统导出的 PDF。",
    )
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    assert imported(str(broken)) == (1, "文件无法读取，换用完好的 PDF。")
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert imported(str(large))[0] == 1


def test_a_wrong_call_is_told_apart(printed, chenjing):
    assert imported("nowhere.pdf")[0] == 2
    assert imported(printed(example_answers("cip-1")), user="nobody") == (2, "没有在用的账号 nobody。")


def test_a_draft_s_own_download_starts_another_draft(as_person, chenjing, tmp_path):
    begun = start_letter(letter_definition("cip-1"), by=chenjing, answers=example_answers("cip-1"))
    reply = as_person(chenjing).get(reverse("letter_file", args=[begun.pk, "pdf"]))
    path = tmp_path / "download.pdf"
    path.write_bytes(reply.content)
    assert imported(str(path)) == (0, "")
    other = Letter.objects.exclude(pk=begun.pk).get()
    assert other.status == begun.status == "draft"
    assert other.journey.answers.values == begun.journey.answers.values


def test_a_blank_form_carries_no_answers(as_person, chenjing, tmp_path):
    """The negative control."""
    path = tmp_path / "blank.pdf"
    path.write_bytes(as_person(chenjing).get(reverse("blank_file", args=["cip-1", "pdf"])).content)
    assert imported(str(path))[0] == 1
