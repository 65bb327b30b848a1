"""The lists of packages: pinned, hashed, and naming no place to fetch them from."""

import re
import subprocess
import sys

import pytest

from config.launch.places import ROOT

LISTS = {"requirements.in": "requirements.txt", "requirements-dev.in": "requirements-dev.txt"}


def names(text: str) -> list[str]:
    return re.findall(r"^([a-z0-9][a-z0-9-]*)", text, re.MULTILINE)


def pins(exported: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / exported).read_text(), re.MULTILINE))


@pytest.mark.parametrize(("asked", "exported"), LISTS.items())
def test_everything_asked_for_is_exported(asked, exported):
    assert set(names((ROOT / asked).read_text())) <= set(names((ROOT / exported).read_text()))


@pytest.mark.parametrize("exported", LISTS.values())
def test_every_package_is_pinned_with_hashes(exported):
    for entry in re.split(r"\n(?=[a-z])", (ROOT / exported).read_text())[1:]:
        assert re.match(r"[a-z0-9-]+==\S+( ;[^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", entry), entry[:80]


@pytest.mark.parametrize("name", [*LISTS, *LISTS.values()])
def test_no_list_names_a_host_or_a_folder(name):
    assert not re.search(r"://|index-url|find-links|^-[ef] |file:| /\w", (ROOT / name).read_text(), re.MULTILINE)


def test_both_lists_agree_on_what_they_share():
    runtime, tests = (pins(name) for name in LISTS.values())
    assert {name: tests[name] for name in runtime.keys() & tests.keys()}.items() <= runtime.items()


def test_the_launcher_needs_nothing_but_the_standard_library():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import config.launch.command; print('django' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert result.stdout == "False\n"


def test_the_ci_script_is_executable_and_parses():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert "NUOCHENG_REQUIRE_BROWSER=1" in script.read_text()
