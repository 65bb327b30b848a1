"""What can happen to a letter while it is written: started, copied, saved, put in the bin and taken out."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from letters.definitions.schema import LetterDefinition
from letters.journey import Journey
from letters.models.company import Company
from letters.models.letter import Letter
from letters.models.trail import record
from letters.questions.answers import Typed
from letters.workflow import EDITABLE


@dataclass
class SaveRefused(Exception):
    """The letter is not what the author was looking at: saved by somebody meanwhile, or no longer editable."""

    current: Letter


def start_letter(
    definition: LetterDefinition,
    *,
    by: AbstractBaseUser,
    answers: Mapping[str, Typed] | None = None,
    company: Company | None = None,
    supersedes: Letter | None = None,
) -> Letter:
    letter = Letter(
        owner=by,
        updated_by=by,
        updated_at=timezone.now(),
        definition_id=definition.id,
        definition_version=definition.version,
        title=definition.title,
        variant=definition.variant,
        company_record=company,
        answers=dict(answers or {}),
        supersedes=supersedes,
    )
    letter.summarise(letter.journey)
    with transaction.atomic():
        letter.save(force_insert=True)
        record(letter, "start", by=by, facts={"definition": f"{definition.id}/{definition.version}"})
    return letter


def copy_letter(letter: Letter, *, by: AbstractBaseUser) -> Letter:
    return start_letter(letter.definition, by=by, answers=letter.answers, company=letter.company_record)


def save_answers(letter: Letter, typed: Mapping[str, Typed], *, by: AbstractBaseUser, version: int) -> Journey:
    """Write these fields over the stored ones in one conditional UPDATE; SaveRefused when `version` is stale.

    One statement, so it is atomic without a transaction, and a second writer finds 0 rows instead of our row.
    """
    changed = Letter(definition_id=letter.definition_id, answers={**letter.answers, **typed})
    changed.company_record = letter.company_record
    journey = Journey(letter.definition, changed.answers)
    changed.summarise(journey)
    now = timezone.now()
    fields = ("answers", "company", "company_key", "steps_done", "steps_total")
    saved = Letter.objects.filter(pk=letter.pk, version=version, status__in=EDITABLE, deleted_at=None).update(
        **{name: getattr(changed, name) for name in fields},
        version=F("version") + 1,
        updated_at=now,
        updated_by=by,
    )
    if not saved:
        raise SaveRefused(Letter.objects.select_related("updated_by", "company_record").get(pk=letter.pk))
    for name in fields:
        setattr(letter, name, getattr(changed, name))
    letter.version, letter.updated_at, letter.updated_by = version + 1, now, by
    return journey


def put_in_bin(letter: Letter, *, by: AbstractBaseUser) -> bool:
    """Issued and submitted letters stay: only what may be edited can be thrown away."""
    with transaction.atomic():
        editable = Letter.objects.kept().filter(pk=letter.pk, status__in=EDITABLE)
        binned = bool(editable.update(deleted_at=timezone.now()))
        if binned:
            record(letter, "bin", by=by)
    return binned


def take_out_of_bin(letter: Letter, *, by: AbstractBaseUser) -> None:
    with transaction.atomic():
        if Letter.objects.binned().filter(pk=letter.pk).update(deleted_at=None):
            record(letter, "restore", by=by)
