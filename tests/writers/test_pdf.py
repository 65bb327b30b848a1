"""The PDF is the letter on paper by GB/T 9704, the same bytes every time, and reaches for nothing but our own files."""

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Thread

import pypdfium2.raw as pdfium
import pytest

from letters.document.blocks import Blank, Document, Gap, Paragraph, Signature, SignatureLine, Text, Title, Value
from letters.writers import pdf
from letters.writers.bounds import MOST_BLOCKS, DocumentTooLong
from letters.writers.engine import RenderRefused
from letters.writers.options import CLEAN, DRAFT
from letters.writers.pdf import render_pdf, workshop
from letters.writers.pdf_faults import PdfUnavailable
from tests.writers.pdf_file import PAGE_NUMBER, bare, opened, pages_of
from tests.writers.pdf_lines import lines_of, text_of
from tests.writers.sample_letter import letter_of, sample_letter

ROOT = Path(__file__).parents[2]
POINTS = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * POINTS, (210 - 26) * POINTS, 37 * POINTS, (297 - 35) * POINTS
LINE = 28.95
PRINT_HASH = """
import django
django.setup()
from hashlib import sha256
from letters.writers.options import DRAFT
from letters.writers.pdf import render_pdf
from tests.writers.sample_letter import sample_letter
print(sha256(render_pdf(sample_letter(), DRAFT)).hexdigest())
"""


def pledge(*paragraphs: str) -> Document:
    lines = (
        SignatureLine("承诺单位（盖章）：", (Value("entity_name", "示例科技有限公司"),)),
        SignatureLine("法定代表人（签字）：", (Blank("signature", "_" * 14),)),
        SignatureLine("日期：", (Blank("sign_date", "______年____月____日"),)),
    )
    body = (Paragraph((Text(paragraph),)) for paragraph in paragraphs)
    return Document("x/1", "承诺书", "示例科技有限公司", (Title((Text("承诺书"),)), *body, Signature(lines)))


@pytest.fixture(scope="module")
def draft() -> bytes:
    return render_pdf(sample_letter(), DRAFT)


@pytest.fixture(scope="module")
def final() -> bytes:
    return render_pdf(sample_letter())


def test_what_can_be_copied_is_the_letter(draft, final):
    for content in (draft, final):
        assert bare(PAGE_NUMBER.sub("", "".join(pages_of(content)))) == bare(sample_letter().text)


def test_the_draft_mark_is_drawn_and_not_written(draft):
    assert "草稿" not in "".join(pages_of(draft))
    short = pledge("每日检查三次。")
    with opened(render_pdf(short, DRAFT)) as one, opened(render_pdf(short)) as other:
        marked, clean = (file[0].render(scale=0.2).to_pil().convert("L") for file in (one, other))
    middle = tuple(round(part * size) for part, size in zip((0.25, 0.3, 0.75, 0.7), marked.size * 2, strict=True))
    assert sum(marked.crop(middle).histogram()[:250]) > sum(clean.crop(middle).histogram()[:250]) + 500


def test_a_finished_letter_has_no_colour(final):
    with opened(render_pdf(pledge("每日检查三次。"))) as file:
        page = file[0].render(scale=1).to_pil().convert("HSV")
    assert page.getchannel("S").getextrema() == (0, 0)


def test_gaps_are_marked_on_paper():
    with opened(render_pdf(letter_of(Text("每日"), Gap("k", "检查频次")), DRAFT)) as file:
        page = file[0].render(scale=1).to_pil().convert("HSV")
    assert page.getchannel("S").getextrema()[1] > 50


def test_a_page_holds_22_lines_of_28_characters():
    content = render_pdf(Document("x/1", "题", "", (Paragraph((Text("诺" * 2000),)),)))
    first, second = lines_of(content, 0), lines_of(content, 1)
    assert [len(line) for line in first[:-1]] == [26] + [28] * 21
    assert [len(line) for line in second[:-1]] == [28] * 22
    assert text_of(first[-1]) == "—1—"
    steps = [below[0][4] - above[0][4] for above, below in pairwise(first[:-1])]
    assert all(abs(step - LINE) < 0.1 for step in steps)
    assert abs(first[1][0][1] - LEFT) < 0.5
    assert abs(first[1][-1][3] - RIGHT) < 0.5
    assert abs(first[0][0][1] - LEFT - 2 * 15.8) < 0.5


def test_everything_but_the_page_number_is_inside_the_type_area(final):
    for number in range(len(pages_of(final))):
        *lines, last = lines_of(final, number)
        assert PAGE_NUMBER.fullmatch(text_of(last))
        for _, left, top, right, bottom in (box for line in lines for box in line):
            assert left > LEFT - 1
            assert right < RIGHT + 1
            assert top > TOP - 8
            assert bottom < BOTTOM + 8


def test_page_numbers_stand_outside_odd_right_even_left(final):
    odd, even = lines_of(final, 0)[-1], lines_of(final, 1)[-1]
    assert abs(odd[-1][3] - (RIGHT - 14)) < 1
    assert abs(even[0][1] - (LEFT + 14)) < 1


def test_lines_end_flush_right_and_no_blank_is_copied():
    text = "每日开展4次安全检查，在24小时内完成处置；传输采用TLS 1.3，检查记录保存不少于3年，自2026年11月22日起算。" * 6
    content = render_pdf(Document("x/1", "题", "", (Paragraph((Text(text),)),)))
    lines = lines_of(content, 0)[:-2]
    assert all(abs(line[-1][3] - RIGHT) < 0.7 for line in lines), [(text_of(line), line[-1][3]) for line in lines]
    assert re.sub(r"[\r\n]", "", PAGE_NUMBER.sub("", pages_of(content)[0])).count(" ") <= text.count(" ")


def test_marks_in_a_row_close_up():
    def width(text: str) -> float:
        line = lines_of(render_pdf(Document("x/1", "题", "", (Paragraph((Text(text),)),))), 0)[0]
        return line[-1][1] - line[0][1]

    assert abs(width("法》《法") - width("法法法法") + 8) < 0.2
    assert abs(width("法”。法") - width("法法法法") + 8) < 0.2


def test_a_rule_to_write_on_is_not_torn():
    document = letter_of(Text("为做好"), Blank("work_name", "_" * 12), Text("工作，按照法律法规的规定，" * 4))
    line = lines_of(render_pdf(document), 0)[1]
    rule = [box for box in line if box[0] == "_"]
    assert len(rule) == 12
    assert all(after[1] - before[1] < 9.2 for before, after in pairwise(rule))


@pytest.mark.parametrize("lines", range(14, 24))
def test_the_signature_is_never_alone_and_never_torn(lines):
    pages = pages_of(render_pdf(pledge(*["每日检查三次，按时报告。"] * lines, "特此承诺。")))
    signed = [page for page in pages if "盖章" in page or "____日" in page]
    assert len(signed) == 1
    assert re.search(r"按时报告。\s*特此承诺。\s*承诺单位（盖章）：.*日期：", signed[0], re.DOTALL)


def test_the_signature_takes_the_end_of_a_long_paragraph_along():
    pages = pages_of(render_pdf(pledge(*["每日检查三次，按时报告。"] * 11, "本单位承担法律责任。" * 14)))
    assert "法律责任" in pages[-1]
    assert "盖章" in pages[-1]


def test_the_file_says_what_it_is(final):
    with opened(final) as file:
        assert file.get_metadata_dict(skip_empty=True).keys() == {"Title", "Author", "Producer"}
        assert file.get_metadata_value("Title") == "消费者信息保护服务承诺书"
        assert file.get_metadata_value("Author") == "示例科技有限公司"
        assert pdfium.FPDFCatalog_IsTagged(file)
        headings = [(entry.level, entry.get_title()) for entry in file.get_toc()]
    assert headings[:2] == [(0, "消费者信息保护服务承诺书"), (1, "一、基本事项")]
    assert (2, "（一）信息收集与告知") in headings or max(level for level, _ in headings) == 2


def test_only_our_fonts_are_used_and_they_are_inside(final):
    named = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z-]+)", uncompressed(final)))
    assert named == {b"Nuocheng-Serif", b"Nuocheng-Sans", b"Nuocheng-Title", b"Nuocheng-Hei"}
    assert uncompressed(final).count(b"/FontFile2") == 4


def test_it_is_an_archive_file(final):
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in uncompressed(final)
    assert b"/Lang (zh-CN)" in uncompressed(final)
    assert b"/GTS_PDFA1" in uncompressed(final)


def uncompressed(content: bytes) -> bytes:
    if not shutil.which("qpdf"):
        pytest.skip("qpdf 未安装，跳过 PDF 结构检查")
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        command = ["qpdf", "--qdf", "--object-streams=disable", file.name, "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout


def test_the_structure_of_the_file_is_sound(draft, tmp_path):
    if not shutil.which("qpdf"):
        pytest.skip("qpdf 未安装，跳过 PDF 结构检查")
    (tmp_path / "letter.pdf").write_bytes(draft)
    checked = subprocess.run(["qpdf", "--check", tmp_path / "letter.pdf"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_letter_gives_same_bytes_in_another_process(draft, seed):
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "America/New_York"}
    there = subprocess.run(
        [sys.executable, "-c", PRINT_HASH], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == sha256(draft).hexdigest()


def test_letters_before_it_leave_no_trace(draft):
    render_pdf(letter_of(Value("entity_name", "堃𬭎喆科技")))
    assert render_pdf(sample_letter(), DRAFT) == draft


def test_threads_take_turns(draft, final):
    made = {}
    threads = [
        Thread(
            target=lambda place=place: made.update(
                {place: render_pdf(sample_letter(), DRAFT if place % 2 == 0 else CLEAN)}
            )
        )
        for place in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [made[place] for place in range(6)] == [draft, final] * 3


def test_rare_characters_are_printed():
    text = "\n".join(pages_of(render_pdf(letter_of(Value("entity_name", "堃𬭎喆科技☑")))))
    assert "堃𬭎喆科技☑" in text


@pytest.mark.parametrize("wanted", ["http://example.org/a.png", "file:///etc/passwd", "data:image/png;base64,AAAA"])
def test_nothing_but_our_own_files_is_fetched(wanted):
    shop = workshop()
    with pytest.raises(RenderRefused, match=re.escape(wanted)):
        shop.press.print(f'<html lang="zh-CN"><img alt="" src="{wanted}">', shop.styles(CLEAN))
    with pytest.raises(RenderRefused, match=re.escape(wanted)):
        shop.press.style(f"@import url({wanted});")


def test_an_answer_cannot_make_the_page_fetch_anything():
    hostile = '<img src="http://example.org/a.png"><style>@import url(file:///etc/passwd)</style>'
    assert bare(hostile) in bare(pages_of(render_pdf(letter_of(Value("entity_name", hostile))))[0])


def test_too_long_a_letter_is_refused_before_any_work():
    with pytest.raises(DocumentTooLong, match="删减条款后再导出"):
        render_pdf(Document("x/1", "题", "", (Paragraph((Text("甲"),)),) * (MOST_BLOCKS + 1)))


def test_a_word_without_end_is_refused_before_any_work():
    with pytest.raises(DocumentTooLong, match="无法断行"):
        render_pdf(letter_of(Text("诺" * 5000 + "a1，" * 700)))


def test_a_long_word_is_broken_where_the_line_ends():
    lines = lines_of(render_pdf(letter_of(Value("address", "https://example.cn/" + "a" * 300))), 0)
    assert max(box[3] for line in lines for box in line) < RIGHT + 1


def test_a_long_rule_is_broken_where_the_line_ends():
    lines = lines_of(render_pdf(letter_of(Text("为做好"), Blank("k", "_" * 70), Text("工作。"))), 0)
    assert text_of(lines[1]).startswith("为做好____")
    assert max(box[3] for line in lines for box in line) < RIGHT + 3


def test_without_pango_the_user_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(pdf, "engine", None)
    monkeypatch.setattr(pdf, "ENGINE_FAULT", OSError("cannot load library 'libpango-1.0-0'"))
    with pytest.raises(PdfUnavailable, match="安装 Pango"):
        render_pdf(sample_letter())


def test_fontconfig_of_other_programs_is_left_alone():
    workshop()
    assert "letters" not in os.environ.get("FONTCONFIG_FILE", "")
