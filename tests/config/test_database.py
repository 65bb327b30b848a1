"""The database that was asked for is the one in use, and it sorts and searches as the other one does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection

from tests.private_postgresql import ASKED_WITH, POSTGRESQL

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("甲公司", "a b", "aa", "Ab", "_", "é", "乙公司", "B", "10", "9", "龘")


@pytest.fixture
def named(db):
    for number, name in enumerate(NAMES):
        User.objects.create(username=str(number), last_name=name)
    return User.objects


def test_this_lane_is_on_the_database_that_was_asked_for():
    asked = os.environ.get(ASKED_WITH) == POSTGRESQL or "DATABASE_URL" in os.environ
    assert connection.vendor == ("postgresql" if asked else "sqlite")


def test_names_sort_by_code_point(named):
    assert list(named.order_by("last_name").values_list("last_name", flat=True)) == sorted(NAMES)


@pytest.mark.parametrize(
    ("words", "found"), [("A", {"a b", "aa", "Ab"}), ("公司", {"甲公司", "乙公司"}), ("_", {"_"}), ("%", set())]
)
def test_a_search_knows_no_case_and_no_wildcards(named, words, found):
    assert set(named.filter(last_name__icontains=words).values_list("last_name", flat=True)) == found


def test_only_a_to_z_have_two_cases_in_a_search(named):
    assert not named.filter(last_name__icontains="É").exists()


@pytest.mark.parametrize(
    ("address", "engine"), [("", "sqlite3"), ("postgresql://chen@db.example.cn/letters", "postgresql")]
)
def test_an_address_chooses_the_database(address, engine):
    line = "from config.settings import DATABASES; print(DATABASES['default']['ENGINE'])"
    environ = os.environ | {"DATABASE_URL": address}
    said = subprocess.check_output([sys.executable, "-c", line], env=environ, cwd=ROOT, text=True)
    assert said.strip() == f"django.db.backends.{engine}"
