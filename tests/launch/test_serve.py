"""Serving, testing, managing: which programs are started, in which order, with which words."""

import signal
from pathlib import Path

import pytest

from config.launch import managing, serve, testing
from config.launch.speech import LaunchRefused

PYTHON = Path("/house/.venv/bin/python")


@pytest.fixture
def steps(monkeypatch, tmp_path):
    """Everything that would touch the machine is a fake that notes its turn."""
    log = Steps(tmp_path)
    for module in (serve, testing, managing):
        for name, answer in {"require_room": None, "require_data_folder": None, "ensure_environment": PYTHON}.items():
            monkeypatch.setattr(module, name, log.noting(name, answer))
        monkeypatch.setattr(module, "become", lambda command, environ: log.append(("become", command, environ)))
    for module in (serve, testing):
        monkeypatch.setattr(module, "ensure_libraries", log.noting("ensure_libraries", True))
    monkeypatch.setattr(serve, "require_free", log.noting("require_free"))
    monkeypatch.setattr(testing, "run", log.run)
    monkeypatch.setattr(testing, "VENV", tmp_path)
    monkeypatch.setattr(serve.signal, "pthread_sigmask", lambda how, which: log.append(("mask", how, which)))
    return log


class Steps(list):
    def __init__(self, data):
        super().__init__()
        self.prepare_code = 0
        self.environ = {"NUOCHENG_DATA": str(data)}

    def noting(self, name, answer=None):
        def note(*given):
            self.append((name,))
            return answer

        return note

    def run(self, command, *, environ):
        self.append(("prepare", command[1:], environ))
        return self.prepare_code

    def names(self):
        return [step[0] for step in self]

    def of(self, name):
        return next(step for step in self if step[0] == name)


def manage(*arguments):
    return [str(managing.ROOT / "manage.py"), *arguments]


def test_everything_is_ready_before_gunicorn_takes_over(steps):
    serve.serve("127.0.0.1", 8123, steps.environ)
    assert steps.names() == [
        "require_free",
        "require_room",
        "require_data_folder",
        "ensure_environment",
        "ensure_libraries",
        "require_free",
        "mask",
        "become",
    ]


def test_gunicorn_is_run_by_the_environments_python(steps):
    serve.serve("127.0.0.1", 8123, steps.environ)
    assert steps.of("become")[1] == [
        *(str(PYTHON), "-m", "gunicorn", "--config", "python:config.launch.server"),
        *("--bind", "127.0.0.1:8123", "config.wsgi"),
    ]


def test_a_sigterm_on_the_threshold_waits_for_gunicorn(steps):
    serve.serve("127.0.0.1", 8000, steps.environ)
    assert steps.of("mask")[1:] == (signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})


def test_debugging_is_refused_where_others_could_reach_it(steps):
    environ = steps.environ | {"NUOCHENG_DEBUG": "1"}
    with pytest.raises(LaunchRefused, match="NUOCHENG_DEBUG 只能在"):
        serve.serve("192.168.1.2", 8000, environ)
    assert steps == []
    serve.serve("127.0.0.1", 8000, environ)


def test_an_open_address_without_host_names_is_warned_about(steps, capsys):
    serve.serve("192.168.1.2", 8000, steps.environ)
    assert "NUOCHENG_HOSTS" in capsys.readouterr().err


def test_tests_get_the_same_set_up_and_a_data_folder_of_their_own(steps, tmp_path):
    testing.test(["-k", "launch"], {"NUOCHENG_DATA": "/data/of/people"})
    assert steps.names() == [
        "require_room", "ensure_environment", "ensure_libraries", "require_data_folder", "prepare", "become",
    ]  # fmt: skip
    assert steps.of("prepare")[1] == manage("prepare", "--verbosity=0")
    _, command, environ = steps.of("become")
    assert command == [str(PYTHON), "-m", "pytest", "-k", "launch"]
    assert environ["NUOCHENG_DATA"] == str(tmp_path / "test-data")


def test_tests_leave_the_database_of_an_address_as_it_is(steps):
    testing.test([], {"DATABASE_URL": "postgresql:///people", "LANG": "C.UTF-8"})
    assert "DATABASE_URL" not in steps.of("prepare")[2]
    assert steps.of("prepare")[2]["LANG"] == "C.UTF-8"
    assert steps.of("become")[2]["DATABASE_URL"] == "postgresql:///people"


def test_a_failed_preparation_does_not_test(steps):
    steps.prepare_code = 1
    with pytest.raises(LaunchRefused, match="准备没有完成"):
        testing.test([], steps.environ)
    assert "become" not in steps.names()


def test_manage_passes_everything_on(steps):
    managing.manage(["createsuperuser", "--username", "admin"], steps.environ)
    _, command, environ = steps.of("become")
    assert command == [str(PYTHON), *manage("createsuperuser", "--username", "admin")]
    assert environ == steps.environ
