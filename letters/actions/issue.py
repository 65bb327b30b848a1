"""Issues an approved letter: dates, the files printed once and kept, and the earlier version superseded."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from letters.actions.lay_out import print_options
from letters.actions.notify import notify
from letters.actions.printing import PrintedFile, made_with, printed
from letters.actions.turn import locked, move, require
from letters.models import Artefact, Letter, Notice, Revision
from letters.models.files import keep_file
from letters.models.trail import record
from letters.workflow import Action, leads_on

# The dates of the register, and the question of the letter that says the same.
ASKED_AS = {"signed_on": "sign_date", "valid_from": "valid_from", "valid_to": "valid_to"}
PRINTS_LAST_DAY = "{{valid_to}}"


@dataclass(frozen=True)
class IssueDates:
    """`valid_to` None: until it is replaced. What the letter itself states cannot be issued otherwise."""

    signed_on: date
    valid_from: date
    valid_to: date | None


class DatesRefused(ValueError):
    """The dates contradict each other or the letter; the message says how."""


def stated_dates(revision: Revision) -> dict[str, date | None]:
    """What the letter's own text says about its dates; None for a last day that it could name and does not."""
    stated = {name: parse_date(str(revision.values.get(field, ""))) for name, field in ASKED_AS.items()}
    says_lasting = not stated["valid_to"] and PRINTS_LAST_DAY in revision.definition_source
    return {name: day for name, day in stated.items() if day or (name == "valid_to" and says_lasting)}


def issue_letter(letter: Letter, *, by: AbstractBaseUser, dates: IssueDates) -> Letter:
    """Printing and storing come before the lock; a file that nobody refers to in the end does no harm."""
    require(Action.ISSUE, letter, by)
    _require_sound(letter, dates)
    files, options = [(file, keep_file(file.content)) for file in printed(letter)], print_options(letter)
    layout = options.layout.value
    with transaction.atomic():
        current = locked(letter)
        require(Action.ISSUE, current, by)
        now = timezone.now()
        for file, sha256 in files:
            made = {"made_with": made_with(file.extension, options), "by": by, "at": now}
            _artefact(current, file, sha256, **made).save(force_insert=True)
        move(current, Action.ISSUE, by=by, issued_by=by, issued_at=now, layout=layout, **vars(dates))
        facts = {"number": current.number, "files": [sha256 for _file, sha256 in files], "status": current.status}
        record(current, Action.ISSUE, by=by, facts=facts | _spelled(dates))
        notify(current, Notice.Kind.ISSUED, [current.owner], besides=by)
        _supersede(current, by)
    return current


def _require_sound(letter: Letter, dates: IssueDates) -> None:
    if dates.valid_to and dates.valid_to < dates.valid_from:
        raise DatesRefused(_("有效期止早于有效期起，改正后再签发。"))
    for name, day in stated_dates(letter.approved_revision).items():
        if getattr(dates, name) != day:
            raise DatesRefused(_differing(day))


def _differing(day: date | None) -> str:
    if day is None:
        return _("正文没有写有效期止，这里也不填；改成一致后再签发。")
    words = _("正文写明的日期是%(day)s，与这里填的不同；改成一致后再签发。")
    return words % {"day": f"{day.year}年{day.month}月{day.day}日"}


def _artefact(letter: Letter, file: PrintedFile, sha256: str, **made: object) -> Artefact:
    return Artefact(
        letter=letter,
        revision_id=letter.approved_revision_id,
        kind=file.extension,
        name=file.name,
        content_type=file.content_type,
        sha256=sha256,
        size=len(file.content),
        **made,
    )


def _spelled(dates: IssueDates) -> dict[str, str]:
    return {name: day.isoformat() if day else "" for name, day in vars(dates).items()}


def _supersede(successor: Letter, by: AbstractBaseUser) -> None:
    """The letter this one was made to replace, if it still stands."""
    if successor.supersedes_id is None:
        return
    earlier = locked(successor.supersedes)
    if leads_on(Action.SUPERSEDE, earlier.status):
        move(earlier, Action.SUPERSEDE, by=by)
        record(earlier, Action.SUPERSEDE, by=by, facts={"by": successor.number, "status": earlier.status})
