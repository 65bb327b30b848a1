"""Two starts in one folder take turns."""

import fcntl
import os

import pytest

from config.launch import turns
from config.launch.turns import alone_in


def is_free(folder) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def test_the_folder_is_held_inside_and_free_afterwards(tmp_path):
    with alone_in(tmp_path):
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_it_is_freed_by_a_failure_too(tmp_path):
    with pytest.raises(RuntimeError), alone_in(tmp_path):
        raise RuntimeError
    assert is_free(tmp_path)


def test_children_inherit_the_lock(tmp_path):
    with alone_in(tmp_path):
        folder = [int(name) for name in os.listdir("/proc/self/fd") if points_at(name, tmp_path)]
        assert [os.get_inheritable(handle) for handle in folder] == [True]


def points_at(name, folder) -> bool:
    try:
        return os.readlink(f"/proc/self/fd/{name}") == str(folder)
    except OSError:
        return False


def test_the_second_one_says_that_it_waits(tmp_path, monkeypatch, capsys):
    asked = []

    def busy_once(handle, how):
        asked.append(how)
        if how & fcntl.LOCK_NB:
            raise BlockingIOError

    monkeypatch.setattr(turns.fcntl, "flock", busy_once)
    with alone_in(tmp_path):
        pass
    assert asked == [fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_EX]
    assert "等它完成" in capsys.readouterr().err
