"""Who may do what with a letter or a company: one predicate each, asked by every view."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from letters.models import Letter
from letters.workflow import EDITABLE, Status

DRAFTER, LEGAL, AUDITOR, ADMINISTRATOR = "drafter", "legal", "auditor", "administrator"
ROLES = (DRAFTER, LEGAL, AUDITOR, ADMINISTRATOR)


def roles(user: AbstractBaseUser) -> frozenset[str]:
    """The user's roles, read from the database once per request."""
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.values_list("name", flat=True))
    return user._roles


def may_draft(user: AbstractBaseUser) -> bool:
    return bool(roles(user) & {DRAFTER, LEGAL})


def may_see(user: AbstractBaseUser, letter: Letter) -> bool:
    """The author always; auditors everything; legal what has been handed in."""
    if letter.owner_id == user.pk:
        return True
    return AUDITOR in roles(user) or (LEGAL in roles(user) and letter.status != Status.DRAFT)


def may_edit(user: AbstractBaseUser, letter: Letter) -> bool:
    return letter.owner_id == user.pk and letter.status in EDITABLE and letter.deleted_at is None


def may_bin(user: AbstractBaseUser, letter: Letter) -> bool:
    return letter.owner_id == user.pk and letter.status in EDITABLE


def may_see_companies(user: AbstractBaseUser) -> bool:
    """Everybody who has a role here."""
    return bool(roles(user) & set(ROLES))


def may_keep_companies(user: AbstractBaseUser) -> bool:
    return bool(roles(user) & {DRAFTER, LEGAL})


def visible_letters(user: AbstractBaseUser) -> QuerySet[Letter]:
    if AUDITOR in roles(user):
        return Letter.objects.all()
    wanted = Q(owner=user)
    if LEGAL in roles(user):
        wanted |= ~Q(status=Status.DRAFT)
    return Letter.objects.filter(wanted)
