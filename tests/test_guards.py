"""What the database refuses even to our own code, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations import Migration
from django.utils import timezone

from letters.guards.keeping import check, install_triggers, missing_triggers, remove_triggers
from letters.guards.spelling import creating, dropping, triggers_of
from letters.models import Artefact, Company, Decision, Event, EventDetail, Letter, Revision
from letters.workflow import NUMBERED, Status
from tests.states import approved, issued, letter_in, print_quickly, submitted


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


def refused(change) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


@pytest.mark.parametrize("model", [Event, Revision, Decision, Artefact])
def test_what_is_append_only_can_be_neither_changed_nor_deleted(model, chenjing, lintao):
    issued(chenjing, lintao)
    row = model.objects.first()
    column = next(field for field in model._meta.concrete_fields if isinstance(field, models.CharField))
    refused(lambda: model.objects.filter(pk=row.pk).update(**{column.name: "x"}))
    refused(lambda: model.objects.filter(pk=row.pk)._raw_delete(using="default"))
    with_the_guards_off = remove_triggers
    with_the_guards_off(connection)
    with transaction.atomic():
        assert model.objects.filter(pk=row.pk).update(**{column.name: "x"}) == 1
        transaction.set_rollback(True)


def test_names_are_erased_never_changed(chenjing, lintao):
    submitted(chenjing)
    refused(lambda: EventDetail.objects.update(name="别人"))
    EventDetail.objects.all().delete()


def test_nobody_decides_on_an_own_letter(lintao):
    letter = submitted(lintao)
    for outcome in Decision.Outcome:
        decision = Decision(
            revision=letter.revisions.get(), outcome=outcome, is_final=True, by=lintao, at=letter.updated_at
        )
        refused(decision.save)


def test_a_revision_is_decided_once(chenjing, lintao, administrator):
    letter = approved(chenjing, lintao)
    second = Decision(
        revision=letter.approved_revision, outcome="approved", is_final=True, by=administrator, at=letter.updated_at
    )
    refused(second.save)


@pytest.mark.parametrize("status", sorted(NUMBERED))
def test_no_letter_is_approved_without_number_approver_and_revision(chenjing, status):
    letter = submitted(chenjing)
    refused(lambda: Letter.objects.filter(pk=letter.pk).update(status=status))


def test_no_letter_is_approved_without_a_decision(chenjing, lintao):
    letter = submitted(chenjing)
    whole = {
        "number": "示科承诺〔2026〕9号",
        "code": "0" * 16,
        "approved_by": lintao,
        "approved_at": letter.updated_at,
        "approved_revision": letter.revisions.get(),
    }
    refused(lambda: Letter.objects.filter(pk=letter.pk).update(status=Status.APPROVED, **whole))


@pytest.mark.parametrize("status", sorted(NUMBERED))
def test_approved_answers_and_numbers_stay(chenjing, lintao, wanghao, status):
    letter = letter_in(status, chenjing, lintao)
    row = Letter.objects.filter(pk=letter.pk)
    for change in (
        {"answers": {}},
        {"number": "示科承诺〔2026〕9号"},
        {"code": "0" * 16},
        {"company": "别的公司"},
        {"owner": wanghao},
        {"approved_by": wanghao},
    ):
        refused(lambda change=change: row.update(**change))
    refused(lambda: row._raw_delete(using="default"))


def test_dates_of_an_issued_letter_stay(chenjing, lintao):
    letter = issued(chenjing, lintao)
    refused(lambda: Letter.objects.filter(pk=letter.pk).update(signed_on=date(2020, 1, 1)))


def test_two_letters_never_bear_one_number(chenjing, lintao):
    first, second = approved(chenjing, lintao), approved(chenjing, lintao)
    remove_triggers(connection)
    refused(lambda: Letter.objects.filter(pk=second.pk).update(number=first.number))
    refused(lambda: Letter.objects.filter(pk=second.pk).update(code=first.code))


def test_a_missing_trigger_is_reported_and_put_up_by_the_next_migration(db):
    assert check(["default"]) == []
    remove_triggers(connection)
    assert len(check(["default"])) == len(triggers_of(connection))
    assert {fault.id for fault in run_checks(databases=["default"])} >= {"letters.E001"}
    call_command("migrate", verbosity=0)
    assert missing_triggers(connection) == []


def test_what_stands_already_is_left_alone(db, django_assert_num_queries):
    """A start beside a running server takes no lock that anybody would wait for."""
    with django_assert_num_queries(1):
        install_triggers(connection)


def test_a_trigger_that_reads_otherwise_is_put_up_anew(db, chenjing):
    """One of an earlier version, say."""
    trigger = next(trigger for trigger in triggers_of(connection) if trigger.name == "letters_event_no_update")
    earlier = replace(trigger, when="1 = 2")
    with connection.cursor() as cursor:
        for statement in dropping(trigger, connection.vendor) + creating(earlier, connection.vendor):
            cursor.execute(statement)
    assert missing_triggers(connection) == [trigger]
    submitted(chenjing)
    Event.objects.update(at=timezone.now())
    install_triggers(connection)
    refused(lambda: Event.objects.update(at=timezone.now()))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [Event, Revision, Decision, Artefact, Letter])
def test_no_table_of_records_is_emptied_at_a_stroke(model):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite knows no TRUNCATE; its rows are refused one by one.")
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match=r"append-only|kept"):
        cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [Event, EventDetail, Revision, Decision, Artefact, Letter, Company])
def test_a_new_column_anywhere_leaves_every_trigger_in_place(model):
    """SQLite rebuilds the table for it, and drops the table's triggers without a word."""
    field = models.CharField(max_length=10, null=True, default="new")
    field.set_attributes_from_name("a_new_column")
    for change in ("add_field", "remove_field"):
        emit_pre_migrate_signal(0, False, "default", plan=[(Migration("added", "letters"), False)])
        with connection.schema_editor() as editor:
            getattr(editor, change)(model, field)
        emit_post_migrate_signal(0, False, "default")
        assert missing_triggers(connection) == []
