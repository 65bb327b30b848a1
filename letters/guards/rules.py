"""What is refused: changes to what is frozen, deciding on an own letter, an approval without a decision.

The conditions are spelled alike for SQLite and PostgreSQL but for `~`, which compares two values of which either may
be NULL.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trigger:
    """Refuses `event` on a row of `table` where `when` holds; TRUNCATE, which asks for no row, always."""

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
    *_frozen("letters_event", "UPDATE", "DELETE", "TRUNCATE"),
    *_frozen("letters_revision", "UPDATE", "DELETE", "TRUNCATE"),
    *_frozen("letters_decision", "UPDATE", "DELETE", "TRUNCATE"),
    *_frozen("letters_artefact", "UPDATE", "DELETE", "TRUNCATE"),
    Trigger("letters_detail_no_update", "UPDATE", "letters_eventdetail", "names are erased, never changed"),
    Trigger("letters_decision_four_eyes", "INSERT", "letters_decision", "nobody decides on an own letter", BY_AUTHOR),
    Trigger("letters_approved_stays", "UPDATE", "letters_letter", "an approved letter stays", APPROVED_STAYS),
    Trigger("letters_issued_stays", "UPDATE", "letters_letter", "an issued letter stays", ISSUED_STAYS),
    Trigger("letters_approved_decided", "UPDATE", "letters_letter", "approved without a decision", UNDECIDED),
    Trigger("letters_born_unapproved", "INSERT", "letters_letter", "approved without a decision", UNDECIDED),
    Trigger("letters_numbered_kept", "DELETE", "letters_letter", "a numbered letter is kept", "OLD.number <> ''"),
    Trigger("letters_kept_one_and_all", "TRUNCATE", "letters_letter", "numbered letters are kept"),
)
