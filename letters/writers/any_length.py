"""Arrays for the C libraries, whatever their length, without reading C declarations anew for each length.

WeasyPrint names a type of its own for every number of characters in a font of a letter, and cffi parses what it has
not met: some 5 ms each, two for each font, in every letter that has not been printed before.
"""

import re
from collections.abc import Sequence
from typing import Any

LENGTH = re.compile(r"\[\d+\]$")


class AnyLength:
    """Stands in for a cffi.FFI."""

    def __init__(self, ffi: Any):
        self.ffi = ffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self.ffi, name)

    def new(self, kind: str, content: Sequence | int | None = None) -> Any:
        """What fills an array says how long it is."""
        return self.ffi.new(kind if content is None else LENGTH.sub("[]", kind), content)
