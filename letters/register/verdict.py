"""What anybody may learn about a letter by its code: its state in words, and whether a file is the issued one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _

from letters.models import Letter
from letters.models.verification import read_code
from letters.register.fingerprint import MOST_BYTES, Fingerprint
from letters.workflow import Status

# U is in no code: what cannot be a code takes the same work as one that nobody has.
NOBODYS = "U" * 16


class State(StrEnum):
    VALID = "valid"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    VOID = "void"
    UNKNOWN = "unknown"


# Chinese and English, both on every page: the reader may know one of them only.
WORDS = {
    State.VALID: ("有效", "Valid"),
    State.NOT_YET: ("尚未生效", "Not yet in force"),
    State.EXPIRED: ("已到期", "Expired"),
    State.SUPERSEDED: ("已被替代", "Superseded"),
    State.VOID: ("已作废", "Void"),
    State.UNKNOWN: ("查不到", "Not found"),
}
ENDED = {Status.VOID: State.VOID, Status.SUPERSEDED: State.SUPERSEDED, Status.EXPIRED: State.EXPIRED}


class Match(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    EMPTY = "empty"
    TOO_LARGE = "too_large"


@dataclass(frozen=True)
class Verdict:
    state: State
    letter: Letter | None = None

    @property
    def words(self) -> tuple[str, str]:
        return WORDS[self.state]

    @property
    def advice(self) -> str:
        return {
            State.VALID: _("这份承诺书由下列单位签发，现在有效。"),
            State.NOT_YET: _("这份承诺书已经签发，自有效期的第一天起生效。"),
            State.EXPIRED: _("这份承诺书的有效期已过。"),
            State.SUPERSEDED: _("这份承诺书已由更新的版本替代，以新版本为准。"),
            State.VOID: _("签发单位已声明这份承诺书作废，不要再依据它。"),
            State.UNKNOWN: _(
                "没有签发过带这个核验码的承诺书。对照纸面上的 16 位核验码再查一次；仍查不到时，向出具单位核实。"
            ),
        }[self.state]


def verdict(typed: str) -> Verdict:
    """What was never issued is as unknown as what never was."""
    wanted = Letter.objects.filter(code=read_code(typed) or NOBODYS, issued_at__isnull=False).defer("answers")
    letter = wanted.first()
    return Verdict(_state(letter, timezone.localdate()), letter) if letter else Verdict(State.UNKNOWN)


def compared(letter: Letter, file: Fingerprint) -> tuple[Match, str]:
    """Whether it is a file of this letter, and which."""
    if not file.size:
        return Match.EMPTY, ""
    if file.size > MOST_BYTES:
        return Match.TOO_LARGE, ""
    found = letter.artefacts.filter(sha256=file.sha256).first()
    return (Match.SAME, str(found.get_kind_display())) if found else (Match.DIFFERENT, "")


def _state(letter: Letter, today: date) -> State:
    """By the dates, even before the nightly round has marked what has expired."""
    if ended := ENDED.get(Status(letter.status)):
        return ended
    if letter.valid_to and letter.valid_to < today:
        return State.EXPIRED
    return State.NOT_YET if letter.valid_from and letter.valid_from > today else State.VALID
