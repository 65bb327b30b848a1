"""One world for all cells of a module; nothing of it stays."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.permissions.asking import Asking
from tests.permissions.world import build_world
from tests.states import print_quickly


@pytest.fixture(autouse=True, scope="module")
def _files_of_this_test_only(tmp_path_factory):
    """The letters of the world keep their files for all tests of the module."""
    folder = tmp_path_factory.mktemp("world")
    with override_settings(MEDIA_ROOT=folder / "files", TRAIL_ANCHORS=folder / "anchors.log"):
        yield


@pytest.fixture(scope="module")
def asking(_files_of_this_test_only, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patched:
        print_quickly(patched)
        yield Asking(build_world())
        transaction.set_rollback(True)
