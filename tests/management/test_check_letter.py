"""sample_answers and check_letter: what the law says about a file of answers, for machines and for people."""

import io
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from letters.definitions.catalogue import letter_definitions
from letters.management.commands.check_letter import Command
from tests.answers import example_answers

DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def file(tmp_path):
    def write(content, name="answers.json") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
        return str(path)

    return write


def check(*args) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    said, complained = StringIO(), StringIO()
    try:
        call_command("check_letter", *args, *DAY, stdout=said, stderr=complained)
    except SystemExit as ended:
        return ended.code, said.getvalue(), complained.getvalue()
    except CommandError as wrong:
        return wrong.returncode, said.getvalue(), str(wrong)
    return 0, said.getvalue(), complained.getvalue()


def sample(letter_id: str) -> dict:
    said = StringIO()
    call_command("sample_answers", letter_id, stdout=said)
    return json.loads(said.getvalue())


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_sample_answers_pass_through_the_check(file, letter_id):
    assert sample(letter_id) == example_answers(letter_id)
    code, said, complained = check(letter_id, "--answers", file(sample(letter_id)), "--json")
    assert (code, complained) == (0, "")
    assert all(finding["level"] != "must" for finding in json.loads(said))


def test_sample_answers_are_read_from_standard_input(monkeypatch):
    content = json.dumps(sample("cip-1")).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert check("cip-1", "--answers", "-")[0] == 0


def test_a_finding_is_told_to_machines(file):
    answers = file(example_answers("cip-1", incident_report_hours="5"))
    code, said, _ = check("cip-1", "--answers", answers, "--json")
    assert code == 1
    (found,) = json.loads(said)
    assert found == {
        "id": "incident_report_4_hours",
        "level": "must",
        "fields": ["incident_report_hours"],
        "message": "较大以上网络安全事件最迟4小时报属地省级网信部门（事件报告办法第4条）。",
        "statute": "incident_report_measures",
        "article": "第四条",
    }


def test_at_the_limit_nothing_is_said(file):
    code, said, _ = check("cip-1", "--answers", file(example_answers("cip-1", incident_report_hours="4")), "--json")
    assert (code, json.loads(said)) == (0, [])


def test_a_finding_is_told_to_people(file):
    code, said, _ = check("cip-1", "--answers", file(example_answers("cip-1", incident_report_hours="5")))
    assert code == 1
    assert said.startswith("不得提交\t向监管部门报告时限\t")
    assert "（《国家网络安全事件报告管理办法》第四条）" in said
    assert check("cip-1", "--answers", file(example_answers("cip-1")))[1] == "没有提示。\n"


def test_the_profile_switches_duties_on(file):
    answers = file(example_answers("cip-2", incident_report_hours="3"))
    profile = file({"is_ciio": True}, "profile.json")
    assert check("cip-2", "--answers", answers)[0] == 0
    code, said, _ = check("cip-2", "--answers", answers, "--profile", profile, "--json")
    assert code == 1
    assert "incident_report_1_hour_ciio" in {finding["id"] for finding in json.loads(said)}


def test_the_day_decides(file):
    answers = file(example_answers("cip-1", incident_report_hours="5"))
    said = StringIO()
    call_command("check_letter", "cip-1", "--answers", answers, "--json", "--as-of", "2025-10-31", stdout=said)
    assert "incident_report_4_hours" not in said.getvalue()


def test_what_is_missing_is_not_judged_and_is_said(file):
    code, said, complained = check("cip-1", "--answers", file({}), "--json")
    assert (code, json.loads(said)) == (0, [])
    assert "work_name" in complained
    assert "未填写的不作判断" in complained


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "JSON 对象"),
        (b"{", "JSON 对象"),
        (b"[]", "JSON 对象"),
        (b"\xff\xfe", "JSON 对象"),
        (b"[" * 100_000, "JSON 对象"),
        (b'{"work_name": "' + b"x" * 300_000 + b'"}', "256 kB"),
        (b'{"nobody": 1}', "不认识的填写项：nobody"),
        (b'{"work_name": ["a"]}', "work_name 不能采用"),
        (b'{"incident_report_hours": "soon"}', "incident_report_hours 不能采用"),
        (b'{"work_name": "\\u202e"}', "work_name 不能采用"),
    ],
    ids=lambda content: content[:24] if isinstance(content, str) else content[:24].decode("latin-1"),
)
def test_answers_that_cannot_be_taken_are_one_sentence_and_two(file, content, words):
    code, said, complained = check("cip-1", "--answers", file(content), "--json")
    assert (code, said) == (2, "")
    assert words in complained
    assert len(complained.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "单位情况文件应为"),
        (b'{"is_rich": true}', "单位情况文件里有不认识的填写项：is_rich"),
        (b'{"is_ciio": "perhaps"}', "单位情况文件里的 is_ciio 不能采用"),
    ],
)
def test_a_profile_that_cannot_be_taken_is_one_sentence_and_two(file, content, words):
    answers, profile = file(example_answers("cip-1")), file(content, "profile.json")
    code, said, complained = check("cip-1", "--answers", answers, "--profile", profile)
    assert (code, said) == (2, "")
    assert words in complained


@pytest.mark.parametrize(
    "args",
    [
        ("nope-9", "--answers", "{file}"),
        ("cip-1", "--answers", "{file}.none"),
        ("cip-1", "--answers", "-", "--profile", "-"),
        ("cip-1", "--answers", "{file}", "--as-of", "2026-13-01"),
        ("cip-1", "--answers", "{file}", "--as-of", "soon"),
        ("cip-1",),
    ],
)
def test_a_wrong_call_is_two(file, args, capsys):
    path = file(example_answers("cip-1"))
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(["manage.py", "check_letter", *(part.format(file=path) for part in args)])
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_sample_answers_of_an_unknown_letter_is_a_wrong_call():
    with pytest.raises(CommandError) as wrong:
        call_command("sample_answers", "nope-9")
    assert wrong.value.returncode == 2
    assert "没有范本 nope-9" in str(wrong.value)
