"""The people and the letters that the cells are asked with: every reader, every owner's letter in every state."""

from dataclasses import dataclass, field

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from letters.actions.renew import renew_letter
from letters.actions.withdraw import withdraw_letter
from letters.models import Artefact, Comment, Company, FamilyRule, Letter, Notice, Revision
from letters.models.companies import add_company
from letters.models.drafting import put_in_bin
from letters.workflow import Status
from tests.people import PASSWORD
from tests.permissions import table
from tests.states import approve, brought_to, finished, handed_in, issue, reread

ANONYMOUS, SCRIPT, DEACTIVATED = "anonymous", "script", "deactivated"
COLLEAGUE, LEGAL_AUTHOR, STRANGER = "colleague", "legal author", "stranger"
ROLES = {
    table.AUTHOR: table.DRAFTER,
    COLLEAGUE: table.DRAFTER,
    table.LEGAL: table.LEGAL,
    LEGAL_AUTHOR: table.LEGAL,
    table.ADMINISTRATOR: table.ADMINISTRATOR,
    table.AUDITOR: table.AUDITOR,
    DEACTIVATED: table.LEGAL,
    STRANGER: None,
}
ACTORS = (ANONYMOUS, SCRIPT, *ROLES)
OWNERS = (table.AUTHOR, LEGAL_AUTHOR, DEACTIVATED)


@dataclass
class World:
    people: dict[str, User] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    letters: dict[tuple[str, str], Letter] = field(default_factory=dict)
    company: Company | None = None
    rule: FamilyRule | None = None

    def letter_for(self, actor: str, state: str) -> Letter:
        """Authors are asked about their own letters, everybody else about 陈静's."""
        return self.letters[actor if actor in OWNERS else table.AUTHOR, state]

    def is_to(self, actor: str, letter: Letter | None = None, notice: int | None = None) -> set[str]:
        """What the table calls this reader, with regard to a letter or to a notice."""
        if actor in (ANONYMOUS, SCRIPT, DEACTIVATED):
            return set()
        found = {table.SIGNED_IN, ROLES[actor]} - {None}
        if letter is None:
            is_recipient = Notice.objects.filter(pk=notice or self.notice.pk, recipient=self.people[actor]).exists()
            return found | ({table.RECIPIENT} if is_recipient else set())
        if letter.owner_id == self.people[actor].pk:
            return found | {table.AUTHOR}
        return found | {table.REVIEWER} if table.LEGAL in found else found

    def state_of(self, pk: int) -> tuple[Letter, str]:
        letter = Letter.objects.get(pk=pk)
        if letter.deleted_at:
            return letter, table.BINNED
        is_withdrawn = letter.status == Status.DRAFT and letter.revisions.exists()
        return letter, table.WITHDRAWN if is_withdrawn else letter.status

    @property
    def notice(self) -> Notice:
        return self.people[table.AUTHOR].notices.first()

    def comment_of(self, letter: Letter) -> Comment:
        """Of a letter without any, one that belongs to another letter."""
        own = Comment.objects.filter(revision__letter=letter).exclude(suggested_field="").first()
        return own or self.comment_of(self.letter_for(table.AUTHOR, table.SUBMITTED))

    def artefact_of(self, letter: Letter) -> Artefact:
        return letter.artefacts.first() or self.artefact_of(self.letter_for(table.AUTHOR, table.ISSUED))


def build_world() -> World:
    world = World()
    for actor, role in ROLES.items():
        world.people[actor] = _person(actor, role)
        world.sessions[actor] = _session(world.people[actor])
    User.objects.filter(pk=world.people[DEACTIVATED].pk).update(is_active=False)
    world.company = add_company({"entity_name": "杭州示例科技有限公司"}, by=world.people[table.AUTHOR])
    world.rule = FamilyRule.objects.create(pack="osp", second_approver=True)
    # Expired letters first: the day on which they expire comes for all that are issued by then.
    for state in sorted(table.STATES, key=lambda state: state != table.EXPIRED):
        for owner in OWNERS:
            world.letters[owner, state] = _letter(world, owner, state)
    return world


def _person(actor: str, role: str | None) -> User:
    name, is_staff = actor.replace(" ", "-"), role == table.ADMINISTRATOR
    person = User.objects.create(username=name, password=make_password(PASSWORD), is_staff=is_staff)
    if role:
        person.groups.add(Group.objects.get(name=role))
    return person


def _session(person: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


def _letter(world: World, owner: str, state: str) -> Letter:
    """The legal author promises another figure than the others do, and renews what is superseded."""
    reviewer, changed = world.people[table.LEGAL], {"security_checks_per_day": "3"} if owner == LEGAL_AUTHOR else {}
    letter = finished(world.people[owner], **changed)
    match state:
        case table.BINNED:
            put_in_bin(brought_to(Status.RETURNED, letter, reviewer), by=letter.owner)
        case table.WITHDRAWN:
            handed_in(letter)
            withdraw_letter(letter, by=letter.owner)
        case table.SUPERSEDED:
            _supersede(brought_to(Status.ISSUED, letter, reviewer), world.people[LEGAL_AUTHOR], reviewer)
        case _:
            letter = brought_to(Status(state), letter, reviewer)
    for revision in letter.revisions.all():
        _remark(revision, reviewer)
    return reread(letter)


def _remark(revision: Revision, reviewer: User) -> None:
    """With a value that can be accepted."""
    suggested = {"suggested_field": "work_name", "suggested": "用户信息保护"}
    Comment.objects.create(revision=revision, text="改一下。", by=reviewer, at=timezone.now(), **suggested)


def _supersede(letter: Letter, by: User, reviewer: User) -> None:
    newer = renew_letter(letter, by=by)
    handed_in(newer)
    issue(approve(reread(newer), reviewer), reviewer)
