"""The accounts to try the product with, one person per role and two who draft."""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from letters.permissions import ADMINISTRATOR, AUDITOR, DRAFTER, LEGAL

# Neither 0 and o nor 1, l and i: people type these from a screen. 16 characters, 79 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS_OF_FOUR = 4


@dataclass(frozen=True)
class DemoAccount:
    username: str
    family_name: str
    given_name: str
    role: str


ACCOUNTS = (
    DemoAccount("chenjing", "陈", "静", DRAFTER),
    DemoAccount("wanghao", "王", "浩", DRAFTER),
    DemoAccount("lintao", "林", "涛", LEGAL),
    DemoAccount("helei", "何", "蕾", AUDITOR),
    DemoAccount("admin", "", "管理员", ADMINISTRATOR),
)


def new_password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(GROUPS_OF_FOUR))


def create_demo_accounts() -> list[tuple[DemoAccount, str]]:
    """Accounts with their passwords, which are stored nowhere else; none when anybody is there already."""
    with transaction.atomic():
        if get_user_model().objects.exists():
            return []
        return [(account, create(account)) for account in ACCOUNTS]


def create(account: DemoAccount) -> str:
    password = new_password()
    user = get_user_model().objects.create_user(
        account.username,
        password=password,
        last_name=account.family_name,
        first_name=account.given_name,
        is_staff=account.role == ADMINISTRATOR,
    )
    user.groups.add(Group.objects.get(name=account.role))
    return password
