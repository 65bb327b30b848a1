"""Form widgets whose data is exactly what is stored as typed: a text, or a list of keys."""

from collections.abc import Mapping
from typing import Any

from django import forms

from letters.questions.repair import storable


class _Typed:
    """Nothing is stripped or converted; only what no database can hold is left out."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)  # type: ignore[misc]
        if isinstance(value, list):
            return [storable(item) for item in value if isinstance(item, str)]
        return storable(value) if isinstance(value, str) else value


class TypedLine(_Typed, forms.TextInput):
    """One line of text; also figures, dates and addresses, so that the browser passes on what was typed."""


class TypedLines(_Typed, forms.Textarea):
    """Several lines of text."""


class TypedRadios(_Typed, forms.RadioSelect):
    """A few options, all to be seen at once."""


class TypedSelect(_Typed, forms.Select):
    """Many options, one to be taken."""


class TypedCheckboxes(_Typed, forms.CheckboxSelectMultiple):
    """Options of which several may be taken."""
