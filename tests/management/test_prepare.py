"""`manage.py prepare`: a data folder ready to serve, and accounts only where there are none."""

import io
import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command

from letters.definitions.schema import DefinitionError
from letters.management.commands import prepare
from letters.management.demo import ACCOUNTS, LETTERS, new_password
from letters.writers.font_sources import FontUnreadable

pytestmark = pytest.mark.django_db
LINE = re.compile(r"account (\S+) (\S+) (\S+)")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Fonts and static files have tests of their own."""
    monkeypatch.setattr(prepare, "build_fonts", lambda: None)
    monkeypatch.setattr(prepare, "collect_static", lambda: None)


def run(*arguments) -> tuple[str, str]:
    said, complained = io.StringIO(), io.StringIO()
    call_command("prepare", *arguments, stdout=said, stderr=complained)
    return said.getvalue(), complained.getvalue()


def test_demo_prints_a_line_for_each_account_and_its_password_works():
    lines = LINE.findall(run("--demo")[0])
    assert [(user, role) for user, _, role in lines] == [(account.username, account.role) for account in ACCOUNTS]
    for username, password, role in lines:
        user = authenticate(username=username, password=password)
        assert user.groups.get().name == role
        assert user.is_staff is (role == "administrator")
        assert not user.is_superuser


def test_two_draft_and_one_of_each_other_role():
    assert [account.role for account in ACCOUNTS] == ["drafter", "drafter", "legal", "auditor", "administrator"]


def test_names_are_in_chinese_order():
    run("--demo")
    assert [f"{user.last_name}{user.first_name}" for user in User.objects.order_by("pk")] == [
        "陈静", "王浩", "林涛", "何蕾", "管理员",
    ]  # fmt: skip


def test_a_second_run_prints_and_changes_nothing():
    run("--demo")
    passwords = list(User.objects.values_list("password", flat=True))
    assert run("--demo") == ("", "")
    assert list(User.objects.values_list("password", flat=True)) == passwords


def test_nobody_is_added_where_somebody_is(chenjing):
    assert run("--demo") == ("", "")
    assert User.objects.count() == 1


def test_without_demo_an_empty_table_stays_empty_and_says_how_to_begin():
    assert "createsuperuser" in run()[0]
    assert not User.objects.exists()


def test_it_can_be_silent():
    assert run("--verbosity=0") == ("", "")


def test_passwords_are_long_random_and_free_of_lookalikes():
    passwords = {new_password() for _ in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        assert len(password.replace("-", "")) == 16
        assert set(password) <= {*LETTERS, "-"}
        validate_password(password)
    assert not set("01oli") & set(LETTERS)


def test_a_broken_font_is_named_and_does_not_stop_the_start(monkeypatch):
    def broken():
        raise FontUnreadable("字体文件 a.ttf 无法读取。")

    monkeypatch.setattr(prepare, "build_fonts", broken)
    said, complained = run("--demo")
    assert "a.ttf" in complained
    assert len(LINE.findall(said)) == len(ACCOUNTS)


def test_a_data_folder_that_fails_is_one_sentence(monkeypatch):
    def full():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(prepare, "collect_static", full)
    with pytest.raises(CommandError, match="中的数据不能读写"):
        run()


def test_a_library_that_is_wrong_stops_the_start_and_says_where(monkeypatch):
    def broken():
        raise DefinitionError("limits.toml", 12, "unknown field: nothing")

    monkeypatch.setattr(prepare, "all_rules", broken)
    with pytest.raises(CommandError, match=r"limits.toml:12: unknown field"):
        run()
