"""Taking out any one permission check makes a cell of the matrix fail: none of them is there for nothing."""

import pytest
from django.contrib.auth.models import User

from letters import permissions
from letters.workflow import Actor
from tests.permissions import table
from tests.permissions.asking import Asking, addresses, cells
from tests.permissions.judging import faults_of
from tests.permissions.mutants import Check, all_predicates, changed, checks, predicates, weakened, without, yes
from tests.permissions.world import ACTORS, ANONYMOUS, DEACTIVATED, SCRIPT

pytestmark = pytest.mark.django_db

SIGNED_IN = tuple(actor for actor in ACTORS if actor not in (ANONYMOUS, SCRIPT, DEACTIVATED))
WEAKENED = [(name, left_out, mutant) for name, each in all_predicates().items() for left_out, mutant in weakened(each)]


# Who may see the queue of legal sees every letter that can wait in it. What waits on a desk beyond the own letters is
# what expires soon: tests/desk/test_waiting.py tries who sees that.
NEEDLESS = {"letters.review.queue_page visible_letters", "letters.desk.waiting visible_letters"}


SHARED = "letters.web"


def is_noticed(asking: Asking, *rooms: str) -> bool:
    """Whether any cell of these rooms is answered otherwise than the table says; what all rooms share is tried in all."""
    is_shared = SHARED in rooms
    own = [] if is_shared else [a for a in addresses() if a.pattern.callback.__module__.startswith(rooms)]
    asked = [cell for address in own or addresses() for cell in cells(address, SIGNED_IN, ("POST", "GET"))]
    return any(
        faults_of(asking, cell) for cell in sorted(asked, key=lambda cell: asking.verdict(cell).is_open == bool(own))
    )


def rooms_that_ask(name: str) -> set[str]:
    return {check.room for check in checks() if check.name == name}


@pytest.mark.parametrize("check", [check for check in checks() if check.plain not in NEEDLESS], ids=str)
def test_a_check_taken_out_is_noticed(asking, check: Check):
    with without(check):
        assert is_noticed(asking, check.room)


@pytest.mark.parametrize("name", predicates())
def test_a_predicate_that_always_says_yes_is_noticed(asking, name):
    with changed(predicates()[name], yes(name)):
        assert is_noticed(asking, *rooms_that_ask(name))


def misjudged(asking: Asking) -> list[str]:
    """Whom a predicate tells otherwise than the table."""
    found = []
    for actor in SIGNED_IN:
        for state in table.STATES:
            letter = asking.world.letter_for(actor, state)
            is_to, user = asking.world.is_to(actor, letter), User.objects.get(pk=asking.world.people[actor].pk)
            if permissions.is_actor(user, Actor.CLOCK, letter):
                found.append(f"{actor} is the clock")
            for name, (_, states) in table.PREDICATES.items():
                said = getattr(permissions, name)(*[user] + [letter] * (states is not None))
                if said is not table.may(name, is_to, state):
                    found.append(f"{name} says {said} to {actor}, {state}")
    return found


def test_every_predicate_has_its_line_and_says_what_stands_there(asking):
    assert {name for name in all_predicates() if name.startswith("may_")} - {"may_take"} == set(table.PREDICATES)
    assert misjudged(asking) == []


@pytest.mark.parametrize(
    ("name", "left_out", "mutant"), WEAKENED, ids=[f"{each[0]} without {each[1]}" for each in WEAKENED]
)
def test_a_condition_left_out_of_a_predicate_is_noticed(asking, name, left_out, mutant):
    with changed(all_predicates()[name], mutant):
        assert misjudged(asking)


def test_nothing_is_noticed_while_every_check_stands(asking):
    """The negative control of the tests above."""
    closed = [cell for address in addresses() for cell in cells(address, SIGNED_IN, ("POST", "GET"))]
    assert not any(faults_of(asking, cell) for cell in closed[::7])
