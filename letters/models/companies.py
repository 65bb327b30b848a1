"""What can happen to a company's record: added, changed, given a logo, put out of use and taken back into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F
from django.utils import timezone

from letters.models.company import Company
from letters.questions.answers import Typed


@dataclass
class ChangeRefused(Exception):
    """The record is not what its editor was looking at: changed by somebody meanwhile, or out of use."""

    current: Company


def add_company(typed: Mapping[str, Typed], *, by: AbstractBaseUser) -> Company:
    """The full name has to be among the accepted answers; everything else may follow later."""
    company = Company(created_by=by, updated_by=by, updated_at=timezone.now())
    company.take(typed)
    company.save(force_insert=True)
    return company


def change_company(company: Company, typed: Mapping[str, Typed], *, by: AbstractBaseUser, version: int) -> None:
    """One conditional UPDATE, as with letters; ChangeRefused when `version` is stale."""
    changed = Company(name=company.name, answers=company.answers, profile=company.profile)
    changed.take(typed)
    fields = {name: getattr(changed, name) for name in ("name", "name_key", "answers", "profile")}
    if not _update(company, fields, by=by, version=version):
        raise ChangeRefused(Company.objects.select_related("updated_by").get(pk=company.pk))


def change_logo(company: Company, sha256: str, *, by: AbstractBaseUser) -> None:
    """The kept picture by its SHA-256, none by an empty one; ChangeRefused when the record has changed meanwhile."""
    if not _update(company, {"logo": sha256}, by=by, version=company.version):
        raise ChangeRefused(Company.objects.select_related("updated_by").get(pk=company.pk))


def archive_company(company: Company, *, by: AbstractBaseUser) -> bool:
    """Letters keep it; no new letter is offered it. False when it was out of use already."""
    return _update(company, {"archived_at": timezone.now()}, by=by, version=company.version)


def restore_company(company: Company, *, by: AbstractBaseUser) -> None:
    out_of_use = Company.objects.filter(pk=company.pk).exclude(archived_at=None)
    out_of_use.update(archived_at=None, version=F("version") + 1, updated_at=timezone.now(), updated_by=by)


def _update(company: Company, fields: dict, *, by: AbstractBaseUser, version: int) -> bool:
    now = timezone.now()
    seen = Company.objects.in_use().filter(pk=company.pk, version=version)
    if not seen.update(**fields, version=F("version") + 1, updated_at=now, updated_by=by):
        return False
    for name, value in fields.items():
        setattr(company, name, value)
    company.version, company.updated_at, company.updated_by = version + 1, now, by
    return True
