"""Fixtures every room of the tests may use."""

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client

from letters.guards.keeping import remove_triggers
from tests import people

# They need some database, but what they prove is in our own words, pages and checks, the same on any.
ALIKE = {"test_consistency.py", "test_english.py", "test_law_page.py", "test_library.py", "test_mutants.py"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Marks what a database could answer differently, so that a lane on another one need not repeat the rest."""
    for item in items:
        asks = item.get_closest_marker("django_db") or {"db", "transactional_db", "live_server"} & {*item.fixturenames}
        if asks and item.path.name not in ALIKE:
            item.add_marker("database")


def pytest_addoption(parser):
    parser.addoption("--pictures", action="store_true", help="retake the pictures of the README")


@pytest.fixture(autouse=True, scope="session")
def _tables_can_be_emptied():
    """Between tests with real transactions Django deletes all rows; what refuses that is put up again by post_migrate."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def without_triggers(self, statements):
        remove_triggers(self.connection)
        flush(self, statements)

    BaseDatabaseOperations.execute_sql_flush = without_triggers
    yield
    BaseDatabaseOperations.execute_sql_flush = flush


@pytest.fixture(autouse=True)
def _files_of_this_test_only(settings, tmp_path):
    """Stored files and the lines outside the database that anchor the trail."""
    settings.MEDIA_ROOT, settings.TRAIL_ANCHORS = tmp_path / "files", tmp_path / "anchors.log"


@pytest.fixture
def chenjing(db):
    return people.chen_jing()


@pytest.fixture
def wanghao(db):
    return people.wang_hao()


@pytest.fixture
def lintao(db):
    return people.lin_tao()


@pytest.fixture
def helei(db):
    return people.he_lei()


@pytest.fixture
def zhoumin(db):
    return people.zhou_min()


@pytest.fixture
def administrator(db):
    return people.administrator()


@pytest.fixture
def as_person():
    """A client signed in as somebody; CSRF is checked as it is outside of tests only where a test asks for it."""

    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
