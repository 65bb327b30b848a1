"""Every action brings its own transaction: a row is only locked inside of one, and PostgreSQL says so when there is none."""

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from letters.actions.attach import attach_scan
from letters.actions.comment import accept_suggestion, add_comment, reply_to, settle_comment
from letters.actions.erase import erase_person
from letters.actions.return_ import return_letter
from letters.actions.withdraw import withdraw_letter
from letters.models.drafting import put_in_bin, take_out_of_bin
from letters.models.trail import record
from letters.models.trail_proof import prove_trail
from letters.workflow import Status
from tests.people import chen_jing, lin_tao
from tests.states import letter_in, print_quickly, reread, submitted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.mark.parametrize("status", Status)
def test_every_state_is_reached_without_a_transaction_around(status):
    letter = letter_in(status, chen_jing(), lin_tao())
    assert letter.status == status
    assert list(prove_trail()) == []


def test_so_it_is_with_what_leads_to_no_state():
    chenjing, lintao = chen_jing(), lin_tao()
    letter = submitted(chenjing)
    remark = add_comment(letter, by=lintao, revision=1, text="改短一点。", suggest=("work_name", "客户信息保护"))
    settle_comment(reply_to(remark, by=chenjing, text="好的。"), by=chenjing, settled=True)
    return_letter(reread(letter), by=lintao, revision=1)
    accept_suggestion(remark, by=chenjing, version=reread(letter).version)
    put_in_bin(reread(letter), by=chenjing)
    take_out_of_bin(reread(letter), by=chenjing)
    withdraw_letter(submitted(chenjing), by=chenjing)
    issued = letter_in(Status.ISSUED, chenjing, lintao)
    attach_scan(issued, by=lintao, name="扫描件.pdf", content_type="application/pdf", content=b"%PDF-1.7")
    assert erase_person(lintao) > 0
    assert list(prove_trail()) == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the file and no row")
def test_a_step_outside_of_a_transaction_is_refused():
    letter = submitted(chen_jing())
    with pytest.raises(TransactionManagementError):
        record(letter, "start", by=None)
    with transaction.atomic():
        record(letter, "start", by=None)
