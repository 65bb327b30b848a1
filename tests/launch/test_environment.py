"""The virtual environment: made once, kept while its stamp holds, made anew after an interruption."""

import hashlib

import pytest

from config.launch import environment
from config.launch.environment import ensure_environment, explain, require_room, write_stamp
from config.launch.speech import LaunchRefused

RUNTIME, TESTS = environment.RUNTIME, environment.TESTS


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A project folder with two lists; venv and installer are fakes that note what they were asked for."""
    return House(tmp_path, monkeypatch)


class House:
    def __init__(self, root, monkeypatch):
        self.root, self.venv, self.log = root, root / ".venv", []
        self.answers = {"uv": (0, "")}
        for name in (RUNTIME, TESTS):
            (root / name).write_text(name)
        for name, path in {"PYTHON": "bin/python", "STAMP": "installed.txt", "LOG": "install.log"}.items():
            monkeypatch.setattr(environment, name, self.venv / path)
        monkeypatch.setattr(environment, "ROOT", root)
        monkeypatch.setattr(environment, "VENV", self.venv)
        monkeypatch.setattr(environment.venv, "create", self.create)
        monkeypatch.setattr(environment, "installers", lambda python: [[tool] for tool in self.answers])
        monkeypatch.setattr(environment, "run_quietly", self.install)

    def create(self, folder, *, clear, symlinks, with_pip):
        assert clear
        assert not with_pip, "ensurepip may be missing"
        self.log.append("venv")
        (folder / "bin").mkdir(parents=True, exist_ok=True)
        environment.PYTHON.touch(mode=0o755)
        environment.STAMP.unlink(missing_ok=True)

    def install(self, command, *, environ):
        assert not environment.STAMP.exists(), "an interruption now would leave a stamp"
        assert environ["UV_PYTHON_DOWNLOADS"] == "never"
        self.log.append((command[0], command[-1].rpartition("/")[2]))
        return self.answers[command[0]]

    def done(self):
        log, self.log = self.log, []
        return log


def test_the_first_start_makes_it_and_the_second_does_nothing(house):
    assert ensure_environment(RUNTIME) == house.venv / "bin/python"
    assert house.done() == ["venv", ("uv", RUNTIME)]
    ensure_environment(RUNTIME)
    assert house.done() == []


def test_tests_add_their_own_list_to_the_same_environment(house):
    ensure_environment(RUNTIME)
    house.done()
    ensure_environment(RUNTIME, TESTS)
    assert house.done() == [("uv", TESTS)]
    ensure_environment(RUNTIME)
    ensure_environment(RUNTIME, TESTS)
    assert house.done() == []


def test_a_changed_list_is_installed_again(house):
    ensure_environment(RUNTIME)
    (house.root / RUNTIME).write_text("changed")
    house.done()
    ensure_environment(RUNTIME)
    assert house.done() == [("uv", RUNTIME)]


def test_another_python_makes_it_anew(house, monkeypatch):
    ensure_environment(RUNTIME)
    house.done()
    monkeypatch.setattr(environment, "python_line", lambda: "python cpython-399")
    ensure_environment(RUNTIME)
    assert house.done() == ["venv", ("uv", RUNTIME)]


def test_a_python_that_was_removed_makes_it_anew(house):
    ensure_environment(RUNTIME)
    house.done()
    environment.PYTHON.unlink()
    ensure_environment(RUNTIME)
    assert house.done() == ["venv", ("uv", RUNTIME)]


def test_an_interrupted_installation_leaves_no_stamp_and_starts_over(house, monkeypatch):
    def interrupt(command, *, environ):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "run_quietly", interrupt)
        with pytest.raises(KeyboardInterrupt):
            ensure_environment(RUNTIME)
    assert not environment.STAMP.exists()
    house.done()
    ensure_environment(RUNTIME)
    assert house.done() == ["venv", ("uv", RUNTIME)]


def test_pip_is_asked_when_uv_could_not(house):
    house.answers = {"uv": (2, "no mirror"), "pip": (0, "")}
    ensure_environment(RUNTIME)
    assert house.done() == ["venv", ("uv", RUNTIME), ("pip", RUNTIME)]


def test_a_failed_download_is_one_sentence_that_says_what_to_do(house):
    house.answers = {"pip": (1, "Temporary failure in name resolution")}
    with pytest.raises(LaunchRefused, match="没有下载成：检查网络或代理") as refused:
        ensure_environment(RUNTIME)
    assert "\n" not in str(refused.value)
    assert environment.LOG.read_text() == "Temporary failure in name resolution"
    assert not environment.STAMP.exists()


def test_a_failed_download_for_the_tests_does_not_cost_the_server_its_environment(house):
    ensure_environment(RUNTIME)
    house.done()
    house.answers = {"pip": (1, "offline")}
    with pytest.raises(LaunchRefused):
        ensure_environment(RUNTIME, TESTS)
    house.done()
    ensure_environment(RUNTIME)
    assert house.done() == []


def test_without_any_installer_it_names_the_line_to_run(house):
    house.answers = {}
    with pytest.raises(LaunchRefused, match=r"没有 pip：先运行 sudo apt-get .*python3-venv"):
        ensure_environment(RUNTIME)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "磁盘已满"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "校验值不符"),
        ("error: Hash mismatch for `django`", "校验值不符"),
        ("ERROR: No matching distribution found", "检查网络"),
    ],
)
def test_what_went_wrong_is_told_from_the_installers_words(house, output, sentence):
    assert sentence in explain(output)


def test_the_stamp_holds_the_digest_of_every_list(house):
    ensure_environment(RUNTIME, TESTS)
    digest = hashlib.sha256(RUNTIME.encode()).hexdigest()
    assert f"{RUNTIME} {digest}" in environment.STAMP.read_text().splitlines()


def test_a_read_only_copy_is_refused_only_when_something_has_to_be_installed(house, monkeypatch):
    def refuse(folder, advice):
        raise LaunchRefused(advice)

    monkeypatch.setattr(environment, "require_writable", refuse)
    with pytest.raises(LaunchRefused, match="复制到可写的地方"):
        require_room(RUNTIME)
    ensure_environment(RUNTIME)
    require_room(RUNTIME)


def test_a_stamp_is_never_half_written(house):
    house.venv.mkdir()
    write_stamp(["python", "list"])
    assert [path.name for path in house.venv.iterdir()] == ["installed.txt"]
