"""A PDF as qpdf reads it, object by object: a second opinion, written by others than those who wrote the file."""

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

REFERENCE = re.compile(r"\d+ \d+ R")
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="没有找到 qpdf，未核对 PDF 的结构。")


class Unsound(Exception):
    """What qpdf --check has to complain of."""


class QpdfFile:
    """`value` follows references; names keep their slash, strings come without qpdf's u: or b:."""

    def __init__(self, content: bytes):
        with TemporaryDirectory() as folder:
            path = Path(folder, "letter.pdf")
            path.write_bytes(content)
            checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
            complaints = (checked.stderr or checked.stdout) if checked.returncode else ""
            options = ["--json=2", "--json-stream-data=inline", "--decode-level=generalized"]
            told = subprocess.run(["qpdf", *options, path, "-"], capture_output=True, check=not complaints).stdout
        if complaints:
            raise Unsound(complaints)
        self.objects: dict[str, Any] = json.loads(told)["qpdf"][1]
        self.trailer: dict[str, Any] = self.objects["trailer"]["value"]
        self.catalog: dict[str, Any] = self.value(self.trailer["/Root"])

    def value(self, found: Any) -> Any:
        """What is meant: the dictionary of a stream, the object behind a reference, the text of a string."""
        if isinstance(found, str) and REFERENCE.fullmatch(found):
            kept = self.objects[f"obj:{found}"]
            return self.value(kept["value"] if "value" in kept else kept["stream"]["dict"])
        if isinstance(found, str) and found[:2] in {"u:", "b:"}:
            return found[2:]
        return found

    def data(self, reference: str) -> bytes:
        return base64.b64decode(self.objects[f"obj:{reference}"]["stream"]["data"])

    def get(self, holder: Any, *path: str | int) -> Any:
        """Down the path, or None where it ends early."""
        found = self.value(holder)
        for step in path:
            if isinstance(found, dict):
                found = self.value(found.get(step))
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = self.value(found[step])
            else:
                return None
        return found

    @property
    def pages(self) -> list[str]:
        return list(self._leaves(self.catalog["/Pages"]))

    def _leaves(self, reference: str):
        node = self.value(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in node.get("/Kids", []):
            yield from self._leaves(kid)

    def dictionaries(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        """All objects of a /Type, with their references."""
        found = (
            (key.removeprefix("obj:"), self.value(key.removeprefix("obj:"))) for key in self.objects if key != "trailer"
        )
        return [(key, value) for key, value in found if isinstance(value, dict) and value.get("/Type") == kind]
