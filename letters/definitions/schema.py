"""What a letter definition and a field of the vocabulary are, once they have been read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from letters.definitions.conditions import Condition
from letters.definitions.nodes import Node


class DefinitionError(Exception):
    """A library file is wrong: says file, line and the name at fault."""

    def __init__(self, path: str, line: int, message: str):
        self.path, self.line, self.message = path, line, message
        super().__init__(f"{path}:{line}: {message}")


@dataclass(frozen=True)
class Choice:
    key: str
    zh: str
    en: str


@dataclass(frozen=True, eq=False)
class FieldDefinition:
    """One entry of the shared vocabulary (library/fields.toml); itself only, so that it can be looked up by identity.

    `min` and `max` are in the field's own unit; `unit_zh` may carry a rate (次/日). `default` and `example`
    are typed values of the kind. `reuse` marks facts that the next letter of the same author starts from,
    `book_title` names that a letter prints between 《》; what is `allotted` is never asked: approval gives it.
    """

    key: str
    kind: str
    step: str
    label_zh: str
    label_en: str
    help_zh: str = ""
    help_en: str = ""
    unit_zh: str = ""
    unit_en: str = ""
    min: float | None = None
    max: float | None = None
    max_length: int | None = None
    pattern: str = ""
    choices: tuple[Choice, ...] = ()
    choices_are_statutes: bool = False
    book_title: bool = False
    allotted: bool = False
    sensitive_choices: tuple[str, ...] = ()
    default: object = None
    suggest: tuple = ()
    suggest_note_zh: str = ""
    suggest_note_en: str = ""
    example: object = None
    required: bool = False
    reuse: bool = False
    depends_on: Condition | None = None
    duty: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    duty_zh: str = ""
    duty_en: str = ""
    evidence_zh: str = ""
    evidence_en: str = ""
    months_per_unit: int | None = None
    months_by_choice: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    working_day_factor: float | None = None
    verification: str = ""


@dataclass(frozen=True)
class Step:
    key: str
    title_zh: str
    title_en: str


@dataclass(frozen=True)
class Vocabulary:
    """All steps in their order and all fields by key, in the order of the file."""

    steps: tuple[Step, ...]
    fields: Mapping[str, FieldDefinition]


@dataclass(frozen=True)
class Amendment:
    """A change of a statute; dates are ISO days, `effective_from` that of the changed text, "" where unknown."""

    date: str
    effective_from: str = ""
    number_zh: str = ""
    note_zh: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class Statute:
    """A law, regulation or standard by its official name; `status` is in_force, superseded, repealed or draft.

    Dates are ISO days, "" where unknown; `effective_until` is the first day on which it no longer holds. `number_zh`
    is the document number, `verified_on` the day on which the entry was last held against its sources.
    """

    id: str
    short_zh: str
    full_zh: str
    title_en: str
    kind: str
    status: str
    verification: str
    verified_on: str
    number_zh: str = ""
    promulgated: str = ""
    effective_from: str = ""
    effective_until: str = ""
    superseded_by: str = ""
    article_count: int | None = None
    note_zh: str = ""
    note_en: str = ""
    amended: tuple[Amendment, ...] = ()

    @property
    def cited_zh(self) -> str:
        """The full name between 《》; the number of a standard stands behind them."""
        name, bracket, number = self.full_zh.partition("（")
        if self.kind == "national_standard" and bracket:
            return f"《{name}》（{number}"
        return f"《{self.full_zh}》"


@dataclass(frozen=True)
class OutlineEntry:
    """A section of a letter for readers of English: its heading, and in a line what it says."""

    title_en: str
    says_en: str


@dataclass(frozen=True)
class LetterDefinition:
    """A letter with blanks; `defaults` and `examples` go before those of the vocabulary.

    `outline` is by the Chinese heading, which it never takes the place of.
    """

    id: str
    version: int
    title: str
    title_en: str
    pack: str
    variant: str
    variant_en: str
    purpose: str
    purpose_en: str
    audience: str
    audience_en: str
    differs: str
    differs_en: str
    numbering: tuple[str, ...]
    statutes: tuple[str, ...]
    signature: tuple[str, ...]
    defaults: Mapping[str, object]
    examples: Mapping[str, object]
    nodes: tuple[Node, ...]
    fields: tuple[FieldDefinition, ...]
    steps: tuple[Step, ...]
    outline: Mapping[str, OutlineEntry]
    source: str
    path: str

    def field(self, key: str) -> FieldDefinition:
        return next(found for found in self.fields if found.key == key)

    def fields_of(self, step: str) -> tuple[FieldDefinition, ...]:
        """The questions of a step."""
        return tuple(found for found in self.fields if found.step == step and not found.allotted)

    def default_of(self, key: str) -> object:
        return self.defaults.get(key, self.field(key).default)

    def example_of(self, key: str) -> object:
        """What a sample letter says; None where it says nothing."""
        field = self.field(key)
        own = (self.examples.get(key), self.defaults.get(key), field.example, field.default)
        return next((value for value in own if value is not None), None)
