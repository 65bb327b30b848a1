"""The people and the letters that the cells are asked with: every reader, every owner's letter in every state."""

from dataclasses import dataclass, field

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore

from letters.models import Company, Letter
from letters.models.companies import add_company
from letters.models.drafting import put_in_bin
from letters.workflow import Status
from tests.permissions import table
from tests.states import finished, letter_in, reread

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

    def letter_for(self, actor: str, state: str) -> Letter:
        """Authors are asked about their own letters, everybody else about 陈静's."""
        return self.letters[actor if actor in OWNERS else table.AUTHOR, state]

    def is_to(self, actor: str, letter: Letter | None = None) -> set[str]:
        """What the table calls this reader, with regard to a letter."""
        if actor in (ANONYMOUS, SCRIPT, DEACTIVATED):
            return set()
        found = {table.SIGNED_IN, ROLES[actor]} - {None}
        if letter and letter.owner_id == self.people[actor].pk:
            return found | {table.AUTHOR}
        return found | {table.REVIEWER} if table.LEGAL in found else found

    def state_of(self, pk: int) -> tuple[Letter, str]:
        letter = Letter.objects.get(pk=pk)
        return letter, table.BINNED if letter.deleted_at else letter.status


def build_world() -> World:
    world = World()
    for actor, role in ROLES.items():
        world.people[actor] = _person(actor, role)
        world.sessions[actor] = _session(world.people[actor])
    User.objects.filter(pk=world.people[DEACTIVATED].pk).update(is_active=False)
    world.company = add_company({"entity_name": "杭州示例科技有限公司"}, by=world.people[table.AUTHOR])
    for owner in OWNERS:
        for state in table.STATES:
            world.letters[owner, state] = _letter(world.people[owner], state, world.people[table.LEGAL])
    return world


def _person(actor: str, role: str | None) -> User:
    """Never signs in by password: the sessions are made here."""
    is_staff = role == table.ADMINISTRATOR
    person = User.objects.create(username=actor.replace(" ", "-"), password="!", is_staff=is_staff)
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


def _letter(owner: User, state: str, reviewer: User) -> Letter:
    if state != table.BINNED:
        return letter_in(Status(state), owner, reviewer)
    letter = finished(owner)
    put_in_bin(letter, by=owner)
    return reread(letter)
