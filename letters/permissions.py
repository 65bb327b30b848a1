"""Who may do what with a letter or a company: one predicate each, asked by every view and every action."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from letters.models import Letter
from letters.workflow import EDITABLE, NUMBERED, TRANSITIONS, UNISSUED, Action, Actor, Status, leads_on

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


def is_actor(user: AbstractBaseUser, actor: Actor, letter: Letter) -> bool:
    """Whether the table of transitions means this user, whatever the letter's state."""
    if actor is Actor.AUTHOR:
        return letter.owner_id == user.pk
    if actor is Actor.REVIEWER:
        return LEGAL in roles(user) and letter.owner_id != user.pk
    return actor is Actor.LEGAL and LEGAL in roles(user)


def may_take(user: AbstractBaseUser, action: Action, letter: Letter) -> bool:
    """The right person, in a state from which the action leads on, and not in the bin."""
    is_possible = leads_on(action, letter.status) and letter.deleted_at is None
    return is_possible and is_actor(user, TRANSITIONS[action].actor, letter)


def may_submit(user: AbstractBaseUser, letter: Letter) -> bool:
    return may_take(user, Action.SUBMIT, letter)


def may_withdraw(user: AbstractBaseUser, letter: Letter) -> bool:
    return may_take(user, Action.WITHDRAW, letter)


def may_review(user: AbstractBaseUser, letter: Letter) -> bool:
    """To approve and to return: legal, but never the author."""
    return may_take(user, Action.APPROVE, letter)


def may_issue(user: AbstractBaseUser, letter: Letter) -> bool:
    return may_take(user, Action.ISSUE, letter)


def may_void(user: AbstractBaseUser, letter: Letter) -> bool:
    return may_take(user, Action.VOID, letter)


def is_party(user: AbstractBaseUser, letter: Letter) -> bool:
    """Author and legal: the two sides of a review."""
    return letter.owner_id == user.pk or LEGAL in roles(user)


def may_lay_out(user: AbstractBaseUser, letter: Letter) -> bool:
    """Choose how the letter is printed: its two sides, until it is printed for good."""
    return may_see(user, letter) and letter.status in UNISSUED and letter.deleted_at is None and is_party(user, letter)


def may_comment(user: AbstractBaseUser, letter: Letter) -> bool:
    """While the letter goes to and fro between its two sides."""
    is_open = letter.deleted_at is None and letter.status in {Status.SUBMITTED, Status.RETURNED}
    return is_open and is_party(user, letter)


def may_suggest(user: AbstractBaseUser, letter: Letter) -> bool:
    return may_comment(user, letter) and is_actor(user, Actor.REVIEWER, letter)


def may_renew(user: AbstractBaseUser, letter: Letter) -> bool:
    """Start the next version of an issued letter."""
    return may_draft(user) and may_see(user, letter) and leads_on(Action.SUPERSEDE, letter.status)


def may_attach(user: AbstractBaseUser, letter: Letter) -> bool:
    """Add a scan of the signed paper: the author or legal, once there is a number."""
    return letter.status in NUMBERED and (letter.owner_id == user.pk or LEGAL in roles(user))


def may_see_queue(user: AbstractBaseUser) -> bool:
    """What waits for legal; auditors look on."""
    return bool(roles(user) & {LEGAL, AUDITOR})


def may_see_register(user: AbstractBaseUser) -> bool:
    return bool(roles(user) & {DRAFTER, LEGAL, AUDITOR})


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
