"""Folders that cannot be written are named before anything is installed."""

import os
import stat

import pytest

from config.launch import places
from config.launch.speech import LaunchRefused


def test_the_data_folder_is_data_unless_the_environment_names_one(tmp_path):
    assert places.data_folder({}) == places.ROOT / "data"
    assert places.data_folder({"NUOCHENG_DATA": str(tmp_path)}) == tmp_path


def test_a_new_data_folder_is_closed_to_others_and_left_empty(tmp_path):
    folder = places.require_data_folder({"NUOCHENG_DATA": str(tmp_path / "new" / "data")})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []


def test_an_existing_folder_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o750)
    places.require_data_folder({"NUOCHENG_DATA": str(tmp_path)})
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750


def test_a_file_in_the_way_is_refused_with_advice(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(LaunchRefused, match=r"data 不能写入.*NUOCHENG_DATA"):
        places.require_data_folder({"NUOCHENG_DATA": str(tmp_path / "data")})


def test_a_read_only_disk_is_refused_with_advice(tmp_path, monkeypatch):
    def read_only(**given):
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(places.tempfile, "TemporaryFile", read_only)
    with pytest.raises(LaunchRefused, match="把整个文件夹复制") as refused:
        places.require_writable(tmp_path, "把整个文件夹复制到可写的地方。")
    assert "Read-only file system" in str(refused.value)
