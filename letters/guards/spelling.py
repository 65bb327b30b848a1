"""A trigger in the words of SQLite and of PostgreSQL, and which ones stand in a database."""

from django.db.backends.base.base import BaseDatabaseWrapper

from letters.guards.rules import TRIGGERS, Trigger

DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE NOT tgisinternal AND pronamespace = current_schema()::regnamespace"
    ),
}


def triggers_of(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """SQLite knows no TRUNCATE: it deletes row by row."""
    return [trigger for trigger in TRIGGERS if trigger.event != "TRUNCATE" or connection.vendor == "postgresql"]


def creating(trigger: Trigger, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [source(trigger, vendor)]
    every = "STATEMENT" if trigger.event == "TRUNCATE" else "ROW"
    return [
        f"CREATE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS $${source(trigger, vendor)}$$",
        f"CREATE TRIGGER {trigger.name} {_occasion(trigger)} FOR EACH {every} EXECUTE FUNCTION {trigger.name}()",
    ]


def dropping(trigger: Trigger, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {trigger.name}"]
    return [
        f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}",
        f"DROP FUNCTION IF EXISTS {trigger.name}()",
    ]


def source(trigger: Trigger, vendor: str) -> str:
    """What the database keeps of it word for word: all that matters, so that another text is another trigger."""
    when = trigger.when.replace(" ~ ", f" {DIFFERS[vendor]} ")
    if vendor == "sqlite":
        return (
            f"CREATE TRIGGER {trigger.name} {_occasion(trigger)} FOR EACH ROW"
            f" WHEN {when} BEGIN SELECT RAISE(ABORT, '{trigger.message}'); END"
        )
    row = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(trigger.event, "NEW")
    return (
        f" /* {_occasion(trigger)} */ BEGIN IF {when} THEN"
        f" RAISE EXCEPTION '{trigger.message}' USING ERRCODE = '23514'; END IF; RETURN {row}; END "
    )


def standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The source of every trigger by its name, those of other programs too."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        return dict(cursor.fetchall())


def _occasion(trigger: Trigger) -> str:
    return f"BEFORE {trigger.event} ON {trigger.table}"
