"""Headless: list_letters and render_letter, their files, reasons and exit codes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from letters.management.commands.render_letter import Command
from tests.answers import example_answers


@pytest.fixture
def answers(tmp_path):
    def write(content) -> str:
        path = tmp_path / "answers.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
        return str(path)

    return write


def render(*args, **options) -> tuple[int, str]:
    """Exit code and what was said on stderr."""
    said = StringIO()
    try:
        call_command("render_letter", *args, stdout=StringIO(), stderr=said, **options)
    except SystemExit as ended:
        return ended.code, said.getvalue()
    except CommandError as wrong:
        return wrong.returncode, str(wrong)
    return 0, said.getvalue()


@pytest.mark.parametrize(
    ("extension", "start"),
    [("pdf", b"%PDF-"), ("docx", b"PK"), ("txt", "消费者".encode()), ("html", b"<!DOCTYPE html>")],
)
def test_a_letter_is_written_in_every_format(answers, tmp_path, extension, start):
    output = tmp_path / f"letter.{extension}"
    assert render("cip-1", "--answers", answers(example_answers("cip-1")), "--output", str(output)) == (0, "")
    assert output.read_bytes().lower().startswith(start.lower())


def test_json_of_its_own_types_is_taken(answers, tmp_path):
    typed = example_answers("cip-1") | {"security_checks_per_day": 2, "third_party_sharing": True, "uscc": None}
    typed["uscc"] = "91350100m000100y43"
    output = tmp_path / "letter.txt"
    assert render("cip-1", "--answers", answers(typed), "--output", str(output)) == (0, "")
    assert "每日开展2次" in output.read_text()


def test_missing_and_refused_answers_are_named_one_a_line(answers, tmp_path):
    typed = example_answers("cip-1") | {"security_checks_per_day": "99"}
    del typed["work_name"]
    code, said = render("cip-1", "--answers", answers(typed), "--output", str(tmp_path / "letter.pdf"))
    assert code == 1
    reasons = dict(line.split(": ", 1) for line in said.splitlines())
    assert set(reasons) == {"work_name", "security_checks_per_day"}
    assert "24" in reasons["security_checks_per_day"]
    assert not (tmp_path / "letter.pdf").exists()


def test_reasons_for_machines(answers, tmp_path):
    args = ("cip-1", "--answers", answers({}), "--output", str(tmp_path / "letter.pdf"), "--json")
    code, said = render(*args)
    assert code == 1
    assert "work_name" in json.loads(said)


def test_gaps_are_allowed_on_request_and_make_a_draft(answers, tmp_path):
    output = tmp_path / "letter.txt"
    assert render("cip-1", "--answers", answers({}), "--output", str(output), "--allow-gaps")[0] == 0
    assert "［承诺单位全称待填］" in output.read_text()


def test_refused_answers_are_never_let_through_as_gaps(answers, tmp_path):
    args = (
        "--answers",
        answers({"security_checks_per_day": "99"}),
        "--output",
        str(tmp_path / "a.txt"),
        "--allow-gaps",
    )
    assert render("cip-1", *args)[0] == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'"text"',
        b"{",
        b"\xff\xfe",
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"work_name": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"work_name": "' + b"x" * 300_000 + b'"}',
        b'{"security_checks_per_day": ' + b"9" * 5000 + b"}",
        b'{"security_checks_per_day": 1e999}',
        b'{"security_checks_per_day": {"a": 1}}',
        b'{"work_name": ["a"]}',
        b'{"legal_basis": [1, 2]}',
        b'{"legal_basis": "nolaw"}',
        b'{"nobody": 1}',
        b'{"work_name": "\\u202e"}',
    ],
    ids=lambda content: content[:24].decode("latin-1"),
)
def test_files_that_are_no_answers_are_refused_in_words(answers, tmp_path, content):
    code, said = render("cip-1", "--answers", answers(content), "--output", str(tmp_path / "letter.txt"))
    assert code == 1
    assert said.strip()
    assert not (tmp_path / "letter.txt").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("nope-9", "--answers", "{file}", "--output", "{folder}/a.pdf"),
        ("cip-1", "--answers", "{folder}/none.json", "--output", "{folder}/a.pdf"),
        ("cip-1", "--answers", "{file}", "--output", "{folder}/a.odt"),
        ("cip-1", "--answers", "{file}", "--output", "{folder}/no/such/a.txt"),
        ("cip-1", "--answers", "{folder}", "--output", "{folder}/a.txt"),
        ("cip-1", "--answers", "{file}"),
        ("cip-1", "--answers", "{file}", "--output", "{folder}/a.txt", "--colour"),
    ],
)
def test_a_wrong_call_is_two(answers, tmp_path, args, capsys):
    """Through the command line's own parser, which ends wrong calls itself."""
    file = answers(example_answers("cip-1"))
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(
            ["manage.py", "render_letter", *(part.format(file=file, folder=tmp_path) for part in args)]
        )
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_letters_are_listed_for_machines():
    said = StringIO()
    call_command("list_letters", "--json", stdout=said)
    letters = {letter["id"]: letter for letter in json.loads(said.getvalue())}
    assert {"cip-1", "cip-2", "osp-1", "ipc-2"} <= set(letters)
    assert {"key", "kind", "label", "required"} <= set(letters["cip-1"]["fields"][0])


def test_letters_are_listed_for_people():
    said = StringIO()
    call_command("list_letters", stdout=said)
    assert "消费者信息保护服务承诺书（工作专项体）" in said.getvalue()
