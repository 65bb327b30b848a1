"""Bad input on its way out: a clear sentence, the other formats still to be had, and the next letter is printed."""

from pathlib import Path

import pytest
from django.urls import reverse

from letters.document.blocks import Document, Paragraph, Text
from letters.exports import views
from letters.writers import formats
from letters.writers.font_sources import unreadable
from tests.answers import example_answers
from tests.wizard.pages import begun
from tests.writers.sample_letter import letter_of

FORMATS = ("pdf", "docx", "txt")
ROWS = 300
TABLE = "\n".join(f"第{row}行\t甲\t乙" for row in range(ROWS))


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def letter(chenjing):
    return begun("osp-1", chenjing, **example_answers("osp-1"))


def ask(client, letter, extension: str):
    return client.get(reverse("letter_file", args=[letter.pk, extension]))


def saying(monkeypatch, document: Document) -> None:
    monkeypatch.setattr(views, "document_as_it_stands", lambda letter: document)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize(
    ("document", "said"),
    [
        (letter_of(Text("甲" * 100_000)), "超过可导出的 100000 个。缩短填写内容后再导出。"),
        (
            Document("x/1", "承诺书", "", (Paragraph((Text("甲"),)),) * 2_001),
            "超过可导出的 2000 段。删减条款后再导出。",
        ),
    ],
    ids=["characters", "paragraphs"],
)
def test_a_letter_without_end_is_refused_with_a_sentence(client, letter, monkeypatch, extension, document, said):
    saying(monkeypatch, document)
    reply = ask(client, letter, extension)
    assert reply.status_code == 422
    assert said in reply.content.decode()
    monkeypatch.undo()
    assert ask(client, letter, extension).status_code == 200


@pytest.mark.parametrize("extension", FORMATS)
def test_a_table_of_three_hundred_rows_in_an_answer_is_a_sentence_of_it(client, chenjing, extension):
    """2,000 characters are the most an answer takes: more of the table and the answer is refused, not the letter."""
    short = TABLE[:1_900]
    letter = begun("osp-1", chenjing, **example_answers("osp-1", service_scope=short))
    assert ask(client, letter, extension).status_code == 200
    letter = begun("osp-1", chenjing, **example_answers("osp-1", service_scope=TABLE))
    assert len(TABLE) > 2_000
    assert "待填］" in ask(client, letter, "txt").content.decode()
    assert ask(client, letter, extension).status_code == 200


def test_three_hundred_clauses_are_printed(client, letter, monkeypatch):
    rows = tuple(Paragraph((Text(f"{row}　甲　乙"),)) for row in range(ROWS))
    saying(monkeypatch, Document("x/1", "承诺书", "", rows))
    assert ask(client, letter, "pdf").content.startswith(b"%PDF-")


def test_a_broken_font_is_named_and_word_is_still_to_be_had(client, letter, monkeypatch):
    def broken(text: str) -> str:
        raise unreadable(Path("公司仿宋.ttf"))

    monkeypatch.setattr(formats, "missing_characters", broken)
    reply = ask(client, letter, "pdf")
    assert reply.status_code == 422
    assert "字体文件 公司仿宋.ttf 无法读取。换一个完好的文件" in reply.content.decode()
    assert 'href="letter.docx"' in reply.content.decode()
    assert ask(client, letter, "docx").status_code == 200


def test_a_form_that_cannot_be_printed_leads_to_the_other_blank_forms(client, monkeypatch):
    monkeypatch.setattr(formats, "missing_characters", lambda text: ["囗"])
    reply = client.get(reverse("fillable_file", args=["cip-1"]))
    assert reply.status_code == 422
    assert 'href="blank.docx"' in reply.content.decode()


def test_characters_that_no_font_has_are_named_on_the_issue_of_a_file(client, chenjing):
    letter = begun("cip-1", chenjing, **example_answers("cip-1", work_name="专\U000f1234项\U000f5678"))
    page = ask(client, letter, "pdf").content.decode()
    assert "字体缺少这些字：\U000f1234、\U000f5678" in page
