"""The trail: honest events are proved, every kind of tampering is found."""

import random
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from letters.actions.erase import erase_person
from letters.guards.keeping import remove_triggers
from letters.models import Artefact, Event, EventDetail, Letter, Revision
from letters.models.trail import commitment, record, sealed
from letters.models.trail_proof import prove_trail
from letters.workflow import Status
from tests.states import finished, letter_in, print_quickly

HONEST, TAMPERINGS = 10_000, 1_000


@pytest.fixture
def lives(chenjing, lintao, monkeypatch, django_capture_on_commit_callbacks):
    """Letters that lived through everything, anchored as on a real site; the database's own guards are off."""
    print_quickly(monkeypatch)
    with django_capture_on_commit_callbacks(execute=True):
        for status in (Status.SUPERSEDED, Status.VOID, Status.RETURNED, Status.DRAFT):
            letter_in(status, chenjing, lintao)
    remove_triggers(connection)


def faults() -> list:
    return list(prove_trail())


def test_honest_lives_are_proved(lives):
    assert faults() == []
    out = StringIO()
    call_command("verify_trail", stdout=out)
    assert f"{Event.objects.count()} 条" in out.getvalue()


def test_ten_thousand_honest_events_raise_no_alarm(chenjing, django_capture_on_commit_callbacks):
    letters = [finished(chenjing) for _ in range(20)]
    chance = random.Random(4)
    with django_capture_on_commit_callbacks(execute=True):
        while Event.objects.count() < HONEST:
            for letter in letters:
                for _ in range(20):
                    record(letter, "comment", by=chenjing, facts={"comment": chance.randrange(99)}, note="意见" * 3)
    assert faults() == []


def refetched(chance, model):
    return chance.choice(list(model.objects.order_by("pk")))


def edit_an_event(chance):
    event = refetched(chance, Event)
    changes = [{"action": "void2"}, {"facts": {"status": "x"}}, {"person": "0" * 64}, {"note": "1" * 64}]
    change = chance.choice([*changes, {"at": event.at + timedelta(microseconds=1)}])
    Event.objects.filter(pk=event.pk).update(**change)


def delete_an_event(chance):
    event = refetched(chance, Event)
    EventDetail.objects.filter(event=event).delete()
    Event.objects.filter(pk=event.pk).delete()


def swap_two_events(chance):
    letter = chance.choice([letter for letter in Letter.objects.all() if letter.trail_length > 1])
    first, second = chance.sample(list(letter.events.all()), 2)
    Event.objects.filter(pk=first.pk).update(seq=999)
    Event.objects.filter(pk=second.pk).update(seq=first.seq)
    Event.objects.filter(pk=first.pk).update(seq=second.seq)


def insert_an_event(chance):
    letter = refetched(chance, Letter)
    Event.objects.create(
        letter=letter,
        seq=letter.trail_length + 1,
        at=letter.updated_at,
        action="approve",
        person=commitment("a", "b"),
        note=commitment("a", ""),
        prev=letter.trail_head,
        mac=f"{chance.getrandbits(256):064x}",
    )


def recompute_without_the_key(chance):
    """An attacker who knows the method but not the key file."""
    event = refetched(chance, Event)
    event.action = "approve" if event.action != "approve" else "submit"
    Event.objects.filter(pk=event.pk).update(action=event.action, mac=commitment("", sealed(event)))


def cut_the_tail(chance):
    """Clever enough to set the letter's own idea of its end back, too."""
    letter = refetched(chance, Letter)
    last = letter.events.last()
    EventDetail.objects.filter(event=last).delete()
    Event.objects.filter(pk=last.pk).delete()
    before = letter.events.last()
    Letter.objects.filter(pk=letter.pk).update(
        trail_length=letter.trail_length - 1, trail_head=before.mac if before else ""
    )


def move_between_letters(chance):
    event, other = refetched(chance, Event), refetched(chance, Letter)
    if event.letter_id == other.pk:
        other = Letter.objects.exclude(pk=other.pk).first()
    Event.objects.filter(pk=event.pk).update(letter=other, seq=other.trail_length + 1, prev=other.trail_head)


def rename_a_person(chance):
    EventDetail.objects.filter(pk=refetched(chance, EventDetail).pk).update(name="别人")


def take_a_name_away(chance):
    refetched(chance, EventDetail).delete()


def change_a_note(chance):
    EventDetail.objects.filter(pk=refetched(chance, EventDetail).pk).update(note="没有说过的话")


def rewrite_a_revision(chance):
    name = chance.choice(["text", "definition_source"])
    Revision.objects.filter(pk=refetched(chance, Revision).pk).update(**{name: "改写"})


def swap_a_file(chance):
    refetched(chance, Artefact).path.write_bytes(chance.randbytes(8))


def set_the_state(chance):
    letter = chance.choice(list(Letter.objects.filter(status__in=[Status.RETURNED, Status.VOID])))
    Letter.objects.filter(pk=letter.pk).update(status=Status.DRAFT)


def set_the_number(chance):
    numbered = Letter.objects.exclude(number="")
    Letter.objects.filter(pk=chance.choice(list(numbered)).pk).update(number="示科承诺〔2026〕99号")


WAYS = (
    edit_an_event,
    delete_an_event,
    swap_two_events,
    insert_an_event,
    recompute_without_the_key,
    cut_the_tail,
    move_between_letters,
    rename_a_person,
    take_a_name_away,
    change_a_note,
    rewrite_a_revision,
    swap_a_file,
    set_the_state,
    set_the_number,
)


@pytest.mark.parametrize("way", WAYS)
def test_every_tampering_is_found(lives, way):
    chance = random.Random(way.__name__)
    files = {file: file.path.read_bytes() for file in Artefact.objects.all()}
    for _ in range(-(-TAMPERINGS // len(WAYS))):
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT tampering")
        way(chance)
        assert faults(), way.__name__
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT tampering")
        for file, content in files.items():
            file.path.write_bytes(content)
    assert faults() == []


def test_the_command_says_what_is_wrong_and_fails(lives):
    cut_the_tail(random.Random(1))
    with pytest.raises(CommandError, match="与记录不符"):
        call_command("verify_trail", stdout=StringIO())


def test_a_deleted_letter_is_missed(chenjing, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = finished(chenjing)
    remove_triggers(connection)
    EventDetail.objects.all().delete()
    Event.objects.all().delete()
    Letter.objects.all().delete()
    assert [fault.letter for fault in faults()] == [letter.pk]


def test_erasing_a_person_leaves_the_trail_provable_and_nameless(lives, chenjing, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_person(chenjing) > 0
    assert faults() == []
    assert not EventDetail.objects.filter(name__contains="陈静").exists()
    chenjing.refresh_from_db()
    assert (chenjing.is_active, chenjing.get_full_name(), chenjing.email) == (False, " 已注销".strip(), "")
