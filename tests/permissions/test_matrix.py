"""Every address × every method × every reader × every state of the letter, against the table written by hand."""

import pytest

from tests.permissions import table
from tests.permissions.asking import addresses, cells
from tests.permissions.judging import faults_of
from tests.permissions.world import ACTORS

pytestmark = pytest.mark.django_db

CELLS = sum(len(cells(address, ACTORS)) for address in addresses())
LEAST_CELLS = 6_000


def each_address(test):
    return pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)(test)


def test_every_address_has_its_lines_and_every_line_its_address():
    assert {address.name for address in addresses()} == set(table.BY_ADDRESS)
    assert len(addresses()) == len({address.name for address in addresses()})


def test_the_cells_are_as_many_as_promised():
    assert CELLS >= LEAST_CELLS


@each_address
def test_everybody_gets_what_the_table_says(asking, address):
    assert [fault for cell in cells(address, ACTORS) for fault in faults_of(asking, cell)] == []


@each_address
def test_nothing_is_posted_without_the_token_of_our_own_page(asking, address):
    for cell in cells(address, ACTORS, ("POST",)):
        if asking.verdict(cell).is_open and table.BY_ADDRESS[address.name]["POST"].token:
            answer = asking.ask(cell, csrf=True)
            assert answer.outcome in (401, 403), cell
            assert not answer.wrote, cell
