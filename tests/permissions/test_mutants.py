"""Taking out any one permission check makes a cell of the matrix fail: none of them is there for nothing."""

import pytest

from tests.permissions.asking import Asking, addresses, cells
from tests.permissions.judging import faults_of
from tests.permissions.mutants import Check, changed, checks, predicates, weakened, without, yes
from tests.permissions.world import ACTORS, ANONYMOUS, DEACTIVATED, SCRIPT

pytestmark = pytest.mark.django_db

SIGNED_IN = tuple(actor for actor in ACTORS if actor not in (ANONYMOUS, SCRIPT, DEACTIVATED))
WEAKENED = [(name, left_out, mutant) for name, each in predicates().items() for left_out, mutant in weakened(each)]


def is_noticed(asking: Asking, *rooms: str) -> bool:
    """Whether any cell of these rooms, or of all when they have no addresses, is answered otherwise than the table says."""
    own = [address for address in addresses() if address.pattern.callback.__module__.startswith(rooms)]
    asked = [cell for address in own or addresses() for cell in cells(address, SIGNED_IN, ("POST", "GET"))]
    return any(
        faults_of(asking, cell) for cell in sorted(asked, key=lambda cell: asking.verdict(cell).is_open == bool(own))
    )


def rooms_that_ask(name: str) -> set[str]:
    return {check.room for check in checks() if check.name == name}


@pytest.mark.parametrize("check", checks(), ids=str)
def test_a_check_taken_out_is_noticed(asking, check: Check):
    with without(check):
        assert is_noticed(asking, check.room)


@pytest.mark.parametrize("name", predicates())
def test_a_predicate_that_always_says_yes_is_noticed(asking, name):
    with changed(predicates()[name], yes(name)):
        assert is_noticed(asking, *rooms_that_ask(name))


@pytest.mark.parametrize(
    ("name", "left_out", "mutant"), WEAKENED, ids=[f"{each[0]} without {each[1]}" for each in WEAKENED]
)
def test_a_condition_left_out_of_a_predicate_is_noticed(asking, name, left_out, mutant):
    with changed(predicates()[name], mutant):
        assert is_noticed(asking, *rooms_that_ask(name))


def test_nothing_is_noticed_while_every_check_stands(asking):
    """The negative control of the tests above."""
    closed = [cell for address in addresses() for cell in cells(address, SIGNED_IN, ("POST", "GET"))]
    assert not any(faults_of(asking, cell) for cell in closed[::7])
