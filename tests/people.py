"""The people of the tests: 陈静 and 王浩 draft, 林涛 is legal, 何蕾 audits, 周敏 is a stranger."""

from django.contrib.auth.models import Group, User

from letters.permissions import ADMINISTRATOR, AUDITOR, DRAFTER, LEGAL

PASSWORD = "correct horse battery"


def person(username: str, last_name: str, first_name: str, role: str | None) -> User:
    user = User.objects.create_user(username, password=PASSWORD, last_name=last_name, first_name=first_name)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def chen_jing() -> User:
    return person("chenjing", "陈", "静", DRAFTER)


def wang_hao() -> User:
    return person("wanghao", "王", "浩", DRAFTER)


def lin_tao() -> User:
    return person("lintao", "林", "涛", LEGAL)


def he_lei() -> User:
    return person("helei", "何", "蕾", AUDITOR)


def zhou_min() -> User:
    return person("zhoumin", "周", "敏", None)


def administrator() -> User:
    user = person("admin", "", "管理员", ADMINISTRATOR)
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    return user
