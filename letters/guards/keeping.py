"""Puts the triggers up after migrations, takes them down before, and says which are missing."""

from django.core.checks import CheckMessage, Error
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from letters.guards.rules import Trigger
from letters.guards.spelling import creating, dropping, source, standing, triggers_of


def install_triggers(connection: BaseDatabaseWrapper) -> None:
    """Those that are missing or read otherwise: a start that finds all as they should be locks no table."""
    with connection.cursor() as cursor:
        for trigger in missing_triggers(connection):
            for statement in dropping(trigger, connection.vendor) + creating(trigger, connection.vendor):
                cursor.execute(statement)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in triggers_of(connection):
            for statement in dropping(trigger, connection.vendor):
                cursor.execute(statement)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Not there at all, or not as this version of the program has them."""
    there = standing(connection)
    return [
        trigger for trigger in triggers_of(connection) if there.get(trigger.name) != source(trigger, connection.vendor)
    ]


def take_down(using: str, plan: list[object] | None = None, **_: object) -> None:
    """Before a migration: SQLite cannot rebuild a table that the trigger of another one mentions (pre_migrate)."""
    if plan:
        remove_triggers(connections[using])


def put_up(using: str, **_: object) -> None:
    """After every migration, all at once (post_migrate): one that rebuilds a table on SQLite drops them silently."""
    with transaction.atomic(using):
        install_triggers(connections[using])


def check(databases: list[str] | None = None, **_: object) -> list[CheckMessage]:
    """`check --database default` and every migration say which rule is missing."""
    return [
        Error(f"trigger missing: {trigger.name}", hint="run: python3 run.py manage migrate", id="letters.E001")
        for using in databases or ()
        if _is_migrated(connections[using])
        for trigger in missing_triggers(connections[using])
    ]


def _is_migrated(connection: BaseDatabaseWrapper) -> bool:
    tables = connection.introspection.table_names()
    return {trigger.table for trigger in triggers_of(connection)} <= set(tables)
