"""Static files are gathered once, and again when one of them has changed."""

import pytest

from letters.management import static_files
from letters.management.static_files import collect_static


@pytest.fixture
def calls(settings, tmp_path, monkeypatch):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "tokens.css").write_text(":root{}")
    (tmp_path / "root").mkdir()
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [tmp_path / "static"], tmp_path / "root"
    names = []
    monkeypatch.setattr(static_files, "call_command", lambda name, **options: names.append(name))
    return names


def test_gathered_once(calls):
    assert collect_static()
    assert not collect_static()
    assert calls == ["collectstatic"]


def test_gathered_again_after_a_change(calls, settings):
    collect_static()
    (settings.STATICFILES_DIRS[0] / "tokens.css").write_text(":root{--ink:#000}")
    assert collect_static()


def test_gathered_again_after_a_new_version_of_a_package(calls, monkeypatch):
    collect_static()
    monkeypatch.setattr(static_files, "distributions", lambda: [])
    assert collect_static()
