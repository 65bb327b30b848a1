"""Mails: when it is certain and not before, title and link only, and a dead server is nobody's trouble."""

import smtplib
from datetime import date

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from letters.actions.comment import add_comment
from letters.actions.notify import notify
from letters.models import Letter, Notice
from tests.states import finished, handed_in, print_quickly, reread, returned, submitted

DUE = date(2027, 11, 30)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture(autouse=True)
def _everybody_has_mail(chenjing, lintao, administrator):
    """The administrator is of legal as well: two people hear of a letter that is handed in."""
    administrator.groups.add(lintao.groups.get())
    for person in (chenjing, lintao, administrator):
        person.email = f"{person.username}@example.cn"
        person.save(update_fields=["email"])


class DeadServer(BaseEmailBackend):
    """Counts how often it was tried to reach."""

    tried = 0

    def open(self):
        DeadServer.tried += 1
        raise ConnectionRefusedError


class PickyServer(BaseEmailBackend):
    """Refuses one address and takes all others."""

    def send_messages(self, messages):
        for message in messages:
            if "lintao" in message.to[0]:
                raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
            mail.outbox.append(message)
        return len(messages)


def test_mails_go_out_when_it_is_certain(chenjing, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        submitted(chenjing)
        assert mail.outbox == []
    assert callbacks
    assert sorted(message.to for message in mail.outbox) == [["admin@example.cn"], ["lintao@example.cn"]]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_told_to_nobody(chenjing):
    letter = finished(chenjing)
    with transaction.atomic():
        handed_in(letter)
        transaction.set_rollback(True)
    assert mail.outbox == []
    assert not Notice.objects.exists()
    handed_in(reread(letter))
    assert len(mail.outbox) == 2


def test_a_mail_holds_title_and_link_and_nothing_of_the_letter(
    chenjing, lintao, settings, django_capture_on_commit_callbacks
):
    settings.NUOCHENG_URL = "https://letters.example.cn"
    with django_capture_on_commit_callbacks(execute=True):
        letter = returned(chenjing, lintao, note="投诉电话有误。")
    message = mail.outbox[-1]
    assert message.to == ["chenjing@example.cn"]
    assert message.subject == f"已退回修改：《{letter.title}》"
    assert message.body == f"打开查看：https://letters.example.cn/letters/{letter.pk}/"
    for secret in ("投诉电话", letter.company, "林涛", "陈静"):
        assert secret not in message.message().as_string()


def test_nobody_is_told_of_the_own_doing_and_no_account_that_is_switched_off(
    chenjing, lintao, administrator, django_capture_on_commit_callbacks
):
    administrator.is_active = False
    administrator.save(update_fields=["is_active"])
    letter = submitted(chenjing)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        add_comment(letter, by=lintao, revision=1, text="好")
    assert [message.to for message in mail.outbox] == [["chenjing@example.cn"]]
    assert not Notice.objects.filter(recipient=administrator).exists()


def test_a_dead_server_is_waited_for_once_and_stops_nobody(
    chenjing, settings, caplog, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    DeadServer.tried = 0
    with django_capture_on_commit_callbacks(execute=True):
        letter = submitted(chenjing)
    assert reread(letter).status == "submitted"
    assert Notice.objects.filter(letter=letter).count() == 2
    assert DeadServer.tried == 1
    assert "not sent" in caplog.text


def test_a_refused_address_stops_no_other_mail(chenjing, settings, caplog, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = f"{__name__}.PickyServer"
    with django_capture_on_commit_callbacks(execute=True):
        submitted(chenjing)
    assert [message.to for message in mail.outbox] == [["admin@example.cn"]]
    assert "refused by the server" in caplog.text


def test_of_one_due_day_somebody_hears_once(chenjing, lintao, django_capture_on_commit_callbacks):
    letter = Letter.objects.get(pk=finished(chenjing).pk)
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            notify(letter, Notice.Kind.EXPIRING, [chenjing, lintao], due=DUE)
    assert len(mail.outbox) == 2
    with django_capture_on_commit_callbacks(execute=True):
        notify(letter, Notice.Kind.EXPIRING, [chenjing], due=DUE.replace(year=2028))
    assert len(mail.outbox) == 3
