"""check_library: every letter of the library can be signed, and each fault is found and said in one sentence."""

import shutil
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from letters.definitions.catalogue import LIBRARY, letter_definitions, statutes, vocabulary
from letters.definitions.parse import parse_letter
from letters.management import library_check
from letters.management.commands import check_library as command
from letters.management.library_check import letter_faults
from letters.writers.formats import CharactersMissing

TODAY = date(2026, 11, 22)
SOURCE = (LIBRARY / "cip-1.md").read_text(encoding="utf-8")
LINE = "- 人员调整岗位或者离职的，在办结手续前收回其原有权限。"
SWITCHED_OFF = "- 每年自行或者委托网络安全服务机构"


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_of_the_library_can_be_signed(letter_id):
    assert list(letter_faults(letter_definitions()[letter_id], TODAY)) == []


@pytest.fixture
def without_files(monkeypatch):
    monkeypatch.setattr(library_check, "WRITERS", {})


def faults(old: str, new: str, day: date = TODAY) -> list[str]:
    """Of a letter of the library in which something else was written."""
    assert old in SOURCE
    source = SOURCE.replace(old, new)
    definition = parse_letter(source, path="cip-1.md", vocabulary=vocabulary(), statutes=statutes())
    return list(letter_faults(definition, day))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- 人员离职的,收回其权限。", "半角标点：“的,”"),
        ("- 向某某公司报告。", "有遮去或者留空的名称：“某某”"),
        ("- 向____报告。", "有遮去或者留空的名称：“____”"),
        ("- 向XX报告。", "有遮去或者留空的名称：“XX”"),
        ("- 定期检查。", "没有写明期限或者频次：“定期”"),
        ("- 绝对不泄露。", "文书惯例不用的说法：“绝对”"),
        ("- 三日内分3次检查。", "写死了一个数字"),
        ("- 遵守《个人信息保护法》。", "《个人信息保护法》不是法律依据名录里的全称"),
        ("- 遵守《中华人民共和国侵权责任法》。", "《中华人民共和国侵权责任法》在 2026-11-22 不是现行有效的"),
        ("- 遵守《中华人民共和国合同法》。", "触发措辞规则 repealed_civil_law"),
        ("- 注销后彻底删除全部数据。", "触发措辞规则 delete_everything"),
    ],
)
@pytest.mark.usefixtures("without_files")
def test_a_fault_of_wording_is_named_with_its_clause(line, reason):
    found = faults(LINE, line)
    assert any(reason in fault for fault in found), found
    assert all(fault.startswith("“处理权限控制”一节“") for fault in found)


@pytest.mark.usefixtures("without_files")
def test_a_clause_that_the_sample_answers_switch_off_is_read_too():
    assert any("半角标点" in fault for fault in faults(SWITCHED_OFF, "- 每年,自行或者委托网络安全服务机构"))


@pytest.mark.usefixtures("without_files")
def test_the_letter_itself_has_none_of_these_faults():
    assert faults(LINE, LINE) == []


@pytest.mark.parametrize(
    ("old", "new", "day", "reason"),
    [
        ('"pipl", "csl"', '"contract_law", "csl"', TODAY, "《中华人民共和国合同法》在 2026-11-22 不是现行有效的。"),
        ('"pipl", "csl"', '"draft_minors_use", "csl"', TODAY, "（征求意见稿）》在 2026-11-22 不是现行有效的。"),
        ('"pipl", "csl"', '"pipl", "csl"', date(2026, 8, 19), "《网络数据安全风险评估办法》在 2026-08-19"),
    ],
)
@pytest.mark.usefixtures("without_files")
def test_a_statute_out_of_force_is_named(old, new, day, reason):
    assert any(reason in fault for fault in faults(old, new, day))


@pytest.mark.usefixtures("without_files")
def test_a_letter_that_rests_on_nothing_is_at_fault():
    begin, end = SOURCE.index("statutes = ["), SOURCE.index("]", SOURCE.index("statutes = ["))
    assert "没有写明依据哪些法律法规。" in faults(SOURCE[begin : end + 1], "statutes = []")


@pytest.mark.usefixtures("without_files")
def test_a_heading_without_its_english_is_named():
    written = next(line for line in SOURCE.splitlines() if line.startswith('"处理权限控制" = '))
    assert faults(written + "\n", "") == ["标题“处理权限控制”没有英文概览，在 [outline] 里补上。"]


@pytest.mark.usefixtures("without_files")
def test_sample_answers_that_break_the_law_or_leave_a_gap_are_named(monkeypatch):
    good = library_check.example_answers(letter_definitions()["cip-1"])

    def instead(**changed):
        monkeypatch.setattr(library_check, "example_answers", lambda definition: good | changed)
        return list(letter_faults(letter_definitions()["cip-1"], TODAY))

    assert any(
        "触发规则 incident_report_4_hours（向监管部门报告时限）" in fault
        for fault in instead(incident_report_hours="72")
    )
    found = instead(work_name="")
    assert any("（work_name）的示例没有被接受" in fault for fault in found)
    assert any("仍有空缺" in fault for fault in found)


def test_a_file_that_cannot_be_made_is_named(monkeypatch):
    def broken(document):
        raise CharactersMissing("字体缺少这些字：䶮。")

    monkeypatch.setattr(library_check, "WRITERS", {".pdf": broken})
    assert faults(LINE, LINE) == ["生成不了 .pdf 文件：字体缺少这些字：䶮。"]


def run(monkeypatch, folder, *args) -> tuple[int, list[str]]:
    monkeypatch.setattr(command, "LIBRARY", folder)
    said = StringIO()
    try:
        call_command("check_library", *args, stdout=said)
    except SystemExit as ended:
        return ended.code, said.getvalue().splitlines()
    return 0, said.getvalue().splitlines()


@pytest.fixture
def folder(tmp_path):
    for name in ("cip-1.md", "ipc-2.md"):
        shutil.copy(LIBRARY / name, tmp_path)
    return tmp_path


@pytest.mark.usefixtures("without_files")
def test_one_line_a_letter_and_nothing_else_when_all_is_well(monkeypatch, folder):
    code, lines = run(monkeypatch, folder)
    assert code == 0
    assert lines == [
        "cip-1\t消费者信息保护服务承诺书（工作专项体）\t合格",
        "ipc-2\t互联网平台信息推送合规承诺书（术语定义体）\t合格",
    ]


@pytest.mark.usefixtures("without_files")
def test_each_fault_is_a_line_with_its_letter_and_ends_with_one(monkeypatch, folder):
    (folder / "cip-1.md").write_text(SOURCE.replace(LINE, "- 人员离职的,定期收回权限。"), encoding="utf-8")
    code, lines = run(monkeypatch, folder)
    assert code == 1
    assert lines[0].endswith("2 处问题")
    assert [line[:10] for line in lines[1:3]] == ["  cip-1：“处"] * 2
    assert lines[3].endswith("合格")


@pytest.mark.usefixtures("without_files")
def test_a_letter_that_does_not_load_is_one_sentence_and_the_others_are_checked(monkeypatch, folder):
    (folder / "cip-1.md").write_text(SOURCE.replace("{{work_name}}", "{{nonsense}}"), encoding="utf-8")
    code, lines = run(monkeypatch, folder, "--as-of", "2026-11-22")
    assert code == 1
    assert lines[1].startswith("  cip-1：范本无法载入，cip-1.md 第 ")
    assert "nonsense" in lines[1]
    assert lines[2].endswith("合格")
