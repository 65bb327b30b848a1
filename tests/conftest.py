"""Fixtures every room of the tests may use."""

import pytest
from django.test import Client

from tests import people


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
