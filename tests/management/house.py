"""A small house to back up: people, a company, letters in several states, stored files, an erased name. Run as a program."""

import os

import django
import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from letters.workflow import Status  # noqa: E402
from tests import people, states  # noqa: E402
from tests.companies.records import company_of  # noqa: E402


def furnish(monkeypatch: pytest.MonkeyPatch) -> None:
    call_command("migrate", verbosity=0)
    states.print_quickly(monkeypatch)
    chenjing, lintao = people.chen_jing(), people.lin_tao()
    company_of(chenjing, entity_name="𠮷野家（示例）有限公司")
    for status in (Status.RETURNED, Status.ISSUED):
        states.letter_in(status, chenjing, lintao)
    call_command("erase_person", "lintao", verbosity=0)
    connections.close_all()


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patches:
        furnish(patches)
