"""The house keeps its own rules: imports, sizes, templates, addresses, migrations, the vocabulary."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import URLPattern, get_resolver

from letters.definitions.catalogue import vocabulary
from letters.questions.registry import KINDS

ROOT = Path(__file__).resolve().parent.parent
CODE = [
    path
    for folder in ("config", "letters", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
] + [ROOT / "run.py", ROOT / "manage.py"]
MOST_LINES, MOST_FUNCTION_LINES = 200, 40
PUBLIC = {
    "login",
    "session",
    "set_language",
    "set_theme",
    "help",
    "glossary",
    "about",
    "healthz",
    "verify",
    "verify_code",
}


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def tool(name: str) -> str:
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_imports_go_downwards_only():
    result = run(tool("lint-imports"), "--no-cache")
    assert result.returncode == 0, result.stdout


def test_the_linter_has_nothing_to_say():
    result = run(tool("ruff"), "check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_the_formatter_has_nothing_to_change():
    result = run(tool("ruff"), "format", "--no-cache", "--check", ".")
    assert result.returncode == 0, result.stdout


def test_types_of_the_pure_rooms_hold():
    result = run(sys.executable, "-m", "mypy")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_room_is_small_and_says_what_it_is_for(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= MOST_LINES
    if source.strip():
        assert ast.get_docstring(tree), "no docstring"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < MOST_FUNCTION_LINES, node.name
            inner = [part for part in ast.walk(node) if isinstance(part, ast.Import | ast.ImportFrom)]
            assert not inner or path.name == "run.py", f"import inside {node.name}"


def test_no_template_is_unused_and_none_is_missing():
    templates = {name_of(path).removeprefix("templates/") for path in (ROOT / "templates").rglob("*.html")}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    sources += [path.read_text(encoding="utf-8") for path in (ROOT / "letters").rglob("*.py")]
    named = set(re.findall(r"""["']([a-z_]+/[a-z_/]+\.html|base\.html|shell\.html)["']""", "\n".join(sources)))
    assert templates - named == set()
    assert {name for name in named - templates if not name.startswith(("admin/", "django/"))} == set()


def test_no_style_or_script_stands_inline():
    for path in (ROOT / "templates").rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        if path.name == "page.html" and path.parent.name == "document":
            continue
        assert not re.search(r"""\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\bsrc=)""", source), name_of(path)


def addresses(patterns=None, prefix="") -> list[tuple[str, URLPattern]]:
    found = []
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            found.append((prefix + str(pattern.pattern), pattern))
        else:
            found += addresses(pattern.url_patterns, prefix + str(pattern.pattern))
    return found


@pytest.mark.parametrize(("address", "pattern"), [pytest.param(*pair, id=pair[0]) for pair in addresses()])
def test_every_address_is_behind_the_sign_in_but_the_public_ones(address, pattern, client, db):
    if address.startswith("admin/"):
        return
    path = "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<(?:slug|str):\w+>", "cip-1", address))
    for reply in (client.get(path), client.post(path)):
        signed_out = reply.status_code == 401 or reply.headers.get("Location", "").startswith("/account/login/")
        assert signed_out is (pattern.name not in PUBLIC), (reply.status_code, path)


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_every_field_is_of_a_kind_that_can_be_asked():
    assert {field.kind for field in vocabulary().fields.values()} <= set(KINDS)


def test_no_font_style_or_script_of_others_is_kept_here():
    folders = [ROOT / name for name in ("config", "letters", "templates", "static", "tests", "docs", "benchmarks")]
    kept = [path.name for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert kept
    assert not [name for name in kept if re.search(r"\.(ttf|otf|ttc|woff2?|min\.js|min\.css)$", name)]
