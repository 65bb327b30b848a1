"""run.py itself: what an old Python reads and says."""

import ast
import sys
from pathlib import Path

import pytest

import run

SOURCE = Path(run.__file__).read_text(encoding="utf-8")


def refusal(version, *, system="posix", found=()):
    return run.refusal(version, system, lambda name: name in found)


def test_python_3_6_can_parse_it():
    ast.parse(SOURCE, feature_version=(3, 6))


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(SOURCE)
    top = [alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    assert set(top) <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 13, 0), (3, 14, 2)])
def test_supported_pythons_are_not_refused(version):
    assert refusal(version) == ""


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_another_python_gets_one_sentence_with_its_own_version(version):
    sentence = refusal(version)
    assert "诺成需要 Python 3.11 至 3.14" in sentence
    assert ".".join(map(str, version)) in sentence
    assert "\n" not in sentence


def test_a_fitting_python_on_the_path_is_named():
    assert "改用：python3.12 run.py" in refusal((3, 10, 13), found={"python3.12", "python3.11"})


def test_without_a_fitting_python_it_says_to_install_one():
    assert "先安装其中一个" in refusal((3, 10, 13))


def test_windows_is_sent_to_wsl():
    assert "WSL" in refusal((3, 12, 0), system="nt")


def test_a_name_nobody_has_does_not_answer():
    assert not run.answers("python3.999-of-nobody")
    assert run.answers(sys.executable)
