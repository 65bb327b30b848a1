"""Rules that the database keeps even against our own code: what is frozen stays, four eyes, one way to be approved."""

from dataclasses import dataclass

from django.core.checks import CheckMessage, Error
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Spelled alike for SQLite and PostgreSQL but for `~`, which compares two values of which either may be NULL.
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}


@dataclass(frozen=True)
class Trigger:
    """Refuses `event` on a row of `table` where `when` holds."""

    name: str
    event: str
    table: str
    message: str
    when: str = "1 = 1"


def _frozen(table: str, *events: str) -> list[Trigger]:
    return [Trigger(f"{table}_no_{event.lower()}", event, table, f"{table} is append-only") for event in events]


APPROVED_STAYS = (
    "OLD.approved_revision_id IS NOT NULL AND ("
    + " OR ".join(
        f"NEW.{column} ~ OLD.{column}"
        for column in (
            "owner_id",
            "definition_id",
            "answers",
            "company",
            "number",
            "code",
            "approved_revision_id",
            "approved_by_id",
            "approved_at",
        )
    )
    + ")"
)
ISSUED_STAYS = (
    "OLD.issued_at IS NOT NULL AND ("
    + " OR ".join(
        f"NEW.{column} ~ OLD.{column}"
        for column in ("issued_at", "issued_by_id", "signed_on", "valid_from", "valid_to", "layout")
    )
    + ")"
)
BY_AUTHOR = (
    "NEW.by_id IN (SELECT letters_letter.owner_id FROM letters_letter JOIN letters_revision"
    " ON letters_revision.letter_id = letters_letter.id WHERE letters_revision.id = NEW.revision_id"
    " UNION SELECT submitted_by_id FROM letters_revision WHERE id = NEW.revision_id)"
)
UNDECIDED = (
    "NEW.approved_revision_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM letters_decision JOIN letters_revision"
    " ON letters_revision.id = letters_decision.revision_id WHERE letters_revision.id = NEW.approved_revision_id"
    " AND letters_revision.letter_id = NEW.id AND letters_decision.is_final"
    " AND letters_decision.outcome = 'approved' AND letters_decision.by_id = NEW.approved_by_id)"
)

TRIGGERS = (
    *_frozen("letters_event", "UPDATE", "DELETE"),
    *_frozen("letters_revision", "UPDATE", "DELETE"),
    *_frozen("letters_decision", "UPDATE", "DELETE"),
    *_frozen("letters_artefact", "UPDATE", "DELETE"),
    Trigger("letters_detail_no_update", "UPDATE", "letters_eventdetail", "names are erased, never changed"),
    Trigger("letters_decision_four_eyes", "INSERT", "letters_decision", "nobody decides on an own letter", BY_AUTHOR),
    Trigger("letters_approved_stays", "UPDATE", "letters_letter", "an approved letter stays", APPROVED_STAYS),
    Trigger("letters_issued_stays", "UPDATE", "letters_letter", "an issued letter stays", ISSUED_STAYS),
    Trigger("letters_approved_decided", "UPDATE", "letters_letter", "approved without a decision", UNDECIDED),
    Trigger("letters_born_unapproved", "INSERT", "letters_letter", "approved without a decision", UNDECIDED),
    Trigger("letters_numbered_kept", "DELETE", "letters_letter", "a numbered letter is kept", "OLD.number <> ''"),
)


def install_triggers(connection: BaseDatabaseWrapper) -> None:
    """Anew, whether they are there or not: a migration that rebuilds a table on SQLite drops them silently."""
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            for statement in DROP[connection.vendor](trigger) + CREATE[connection.vendor](trigger):
                cursor.execute(statement)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            for statement in DROP[connection.vendor](trigger):
                cursor.execute(statement)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(LIST[connection.vendor])
        there = {row[0] for row in cursor.fetchall()}
    return [trigger.name for trigger in TRIGGERS if trigger.name not in there]


def _when(trigger: Trigger, vendor: str) -> str:
    return trigger.when.replace(" ~ ", f" {DIFFERS[vendor]} ")


def _create_sqlite(trigger: Trigger) -> list[str]:
    return [
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.event} ON {trigger.table} FOR EACH ROW"
        f" WHEN {_when(trigger, 'sqlite')} BEGIN SELECT RAISE(ABORT, '{trigger.message}'); END"
    ]


def _create_postgresql(trigger: Trigger) -> list[str]:
    row = "OLD" if trigger.event == "DELETE" else "NEW"
    return [
        f"CREATE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {_when(trigger, 'postgresql')} THEN RAISE EXCEPTION '{trigger.message}' USING ERRCODE = '23514';"
        f" END IF; RETURN {row}; END $$",
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.event} ON {trigger.table} FOR EACH ROW"
        f" EXECUTE FUNCTION {trigger.name}()",
    ]


CREATE = {"sqlite": _create_sqlite, "postgresql": _create_postgresql}
DROP = {
    "sqlite": lambda trigger: [f"DROP TRIGGER IF EXISTS {trigger.name}"],
    "postgresql": lambda trigger: [
        f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}",
        f"DROP FUNCTION IF EXISTS {trigger.name}()",
    ],
}
LIST = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def take_down(using: str, plan: list[object] | None = None, **_: object) -> None:
    """Before a migration: SQLite cannot rebuild a table that the trigger of another one mentions (pre_migrate)."""
    if plan:
        remove_triggers(connections[using])


def put_up(using: str, **_: object) -> None:
    """After every migration, all at once (post_migrate)."""
    with transaction.atomic(using):
        install_triggers(connections[using])


def check(databases: list[str] | None = None, **_: object) -> list[CheckMessage]:
    """`check --database default` and every migration say which rule is missing."""
    return [
        Error(f"trigger missing: {name}", hint="run: python3 run.py manage migrate", id="letters.E001")
        for using in databases or ()
        if _is_migrated(connections[using])
        for name in missing_triggers(connections[using])
    ]


def _is_migrated(connection: BaseDatabaseWrapper) -> bool:
    tables = connection.introspection.table_names()
    return {trigger.table for trigger in TRIGGERS} <= set(tables)
