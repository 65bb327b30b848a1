"""The administration of approvals: administrators say which families need two, and nothing more about letters."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from letters.models import FamilyRule
from letters.models.family import needs_second_approver
from letters.permissions import ADMINISTRATOR
from tests.register.pages import words
from tests.states import approve, print_quickly, submitted

RULES = "/admin/letters/familyrule/"


@pytest.fixture
def client(as_person, administrator):
    return as_person(administrator)


def test_the_menu_of_the_account_leads_an_administrator_there_and_nobody_else(client, as_person, chenjing):
    link = f'href="{reverse("admin:index")}"'
    assert link in client.get("/").content.decode()
    assert link not in as_person(chenjing).get("/").content.decode()


def test_an_administrator_says_which_family_needs_two(client, chenjing, lintao):
    assert client.get(f"{RULES}add/").status_code == 200
    client.post(f"{RULES}add/", {"pack": "cip", "second_approver": "on"})
    assert needs_second_approver("cip")
    assert not needs_second_approver("osp")
    assert approve(submitted(chenjing), lintao).status == "submitted"


def test_a_rule_is_changed_and_taken_away(client, chenjing, lintao, monkeypatch):
    print_quickly(monkeypatch)
    rule = FamilyRule.objects.create(pack="cip", second_approver=True)
    assert "消费者信息保护" in words(client.get(RULES))
    client.post(f"{RULES}{rule.pk}/change/", {"pack": "cip"})
    assert approve(submitted(chenjing), lintao).status == "approved"
    client.post(f"{RULES}{rule.pk}/delete/", {"post": "yes"})
    assert not FamilyRule.objects.exists()


def test_a_family_has_one_rule(client):
    for _ in range(2):
        page = client.post(f"{RULES}add/", {"pack": "cip", "second_approver": "on"})
    assert page.status_code == 200
    assert FamilyRule.objects.count() == 1


@pytest.mark.parametrize("role", ["chenjing", "lintao", "helei", "zhoumin"])
def test_others_set_no_rules_even_with_the_mark_of_staff(request, as_person, role):
    somebody = request.getfixturevalue(role)
    assert as_person(somebody).get(RULES).status_code == 403
    somebody.is_staff = True
    somebody.save(update_fields=["is_staff"])
    assert as_person(somebody).post(f"{RULES}add/", {"pack": "cip"}).status_code == 403
    assert not FamilyRule.objects.exists()


def test_the_role_of_administrators_touches_accounts_and_rules_only(db):
    permitted = Group.objects.get(name=ADMINISTRATOR).permissions.values_list("content_type__model", flat=True)
    assert set(permitted) == {"user", "familyrule"}
