"""gunicorn's master: signals let in, data prepared before the application loads, the address announced last."""

import signal
import types

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from config.launch import server
from letters.writers.pdf_faults import FontUnreadable, PdfUnavailable


@pytest.fixture
def steps(monkeypatch, settings, tmp_path):
    """The order of what happens, without touching this process's signals, database or data."""
    settings.NUOCHENG_DATA = tmp_path
    log = []
    monkeypatch.setattr(server, "let_signals_in", lambda: log.append("signals"))
    monkeypatch.setattr(server.django, "setup", lambda: log.append("setup"))
    monkeypatch.setattr(server, "call_command", lambda name, **options: log.append((name, options)))
    monkeypatch.setattr(server.connections, "close_all", lambda: log.append("connections closed"))
    monkeypatch.setattr(server, "read_ahead", lambda: log.append("read ahead"))
    monkeypatch.setattr(server.gc, "freeze", lambda: log.append("frozen"))
    return log


def master(log, *addresses):
    app = types.SimpleNamespace(wsgi=lambda: log.append("application loaded"))
    return types.SimpleNamespace(app=app, cfg=types.SimpleNamespace(address=list(addresses)))


def test_data_is_prepared_before_the_application_looks_at_it(steps):
    server.on_starting(master(steps, ("127.0.0.1", 8000)))
    assert steps == [
        "signals",
        "setup",
        ("prepare", {"demo": True}),
        "connections closed",
        "application loaded",
        "read ahead",
        "frozen",
    ]


@pytest.mark.parametrize(
    ("addresses", "demo"),
    [
        ([("127.0.0.1", 8000)], True),
        ([("::1", 8000)], True),
        ([("192.168.1.2", 8000)], False),
        ([("127.0.0.1", 8000), ("192.168.1.2", 8000)], False),
    ],
)
def test_demo_accounts_are_asked_for_on_loopback_only(steps, addresses, demo):
    server.on_starting(master(steps, *addresses))
    assert ("prepare", {"demo": demo}) in steps


def test_a_failed_preparation_is_one_sentence_and_does_not_serve(steps, monkeypatch, capsys):
    def fail(name, **options):
        raise CommandError("data 中的数据不能读写：检查权限与剩余空间。")

    monkeypatch.setattr(server, "call_command", fail)
    with pytest.raises(SystemExit) as end:
        server.on_starting(master(steps, ("127.0.0.1", 8000)))
    assert end.value.code == 1
    assert capsys.readouterr().err == "data 中的数据不能读写：检查权限与剩余空间。\n"
    assert "application loaded" not in steps


def test_a_wrong_setting_is_one_sentence_too(steps, monkeypatch, capsys):
    def fail():
        raise ImproperlyConfigured("NUOCHENG_FONTS=/nowhere：没有这个文件夹。")

    monkeypatch.setattr(server.django, "setup", fail)
    with pytest.raises(SystemExit) as end:
        server.on_starting(master(steps, ("127.0.0.1", 8000)))
    assert end.value.code == 1
    assert capsys.readouterr().err == "NUOCHENG_FONTS=/nowhere：没有这个文件夹。\n"


def test_a_broken_font_costs_the_pdf_and_not_the_start(monkeypatch):
    def fail(text):
        raise FontUnreadable("字体文件损坏：a.ttf")

    monkeypatch.setattr(server, "missing_characters", fail)
    server.read_ahead()


def test_held_back_signals_come_in_and_end_the_set_up(monkeypatch):
    handlers, masks = {}, []
    monkeypatch.setattr(server.signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(server.signal, "pthread_sigmask", lambda how, which: masks.append((how, set(which))))
    server.let_signals_in()
    assert masks == [(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})]
    for number, code in {signal.SIGTERM: 0, signal.SIGINT: 130}.items():
        with pytest.raises(SystemExit) as end:
            handlers[number](number, None)
        assert end.value.code == code


class Press:
    """Tells what is done to it; one that cannot start, or never gets warm, refuses as a real one does."""

    def __init__(self, log, fault=None):
        self.log, self.fault = log, fault

    def start(self, *, forked):
        self.log.append("forked" if forked else "spawned")
        if self.fault:
            raise self.fault

    def wait_until_warm(self):
        self.log.append("warm")


def worker(age):
    cfg = types.SimpleNamespace(workers=2)
    return types.SimpleNamespace(age=age, cfg=cfg, sockets=["http://127.0.0.1:8123"])


def begin_work(monkeypatch, age, fault=None):
    log = []
    monkeypatch.setattr(server, "press", lambda: Press(log, fault))
    monkeypatch.setattr(server, "start_rounds", lambda: log.append("rounds"))
    server.post_worker_init(worker(age))
    return log


def test_a_worker_forks_its_press_before_it_has_threads_and_waits_until_it_is_warm(monkeypatch):
    assert begin_work(monkeypatch, 1) == ["forked", "warm", "rounds"]


def test_a_server_without_a_press_serves_all_the_same(monkeypatch, capsys):
    assert begin_work(monkeypatch, 2, PdfUnavailable("排版进程无法启动")) == ["forked", "warm", "rounds"]
    assert "http://127.0.0.1:8123/" in capsys.readouterr().out


@pytest.mark.parametrize(("age", "said"), [(1, ""), (2, "诺成 Nuocheng: http://127.0.0.1:8123/\n"), (3, ""), (4, "")])
def test_the_address_is_announced_once_when_every_worker_answers(monkeypatch, capsys, age, said):
    begin_work(monkeypatch, age)
    assert capsys.readouterr().out == said


def test_two_workers_with_four_threads_each():
    assert (server.workers, server.threads, server.worker_class) == (2, 4, "gthread")
    assert server.control_socket_disable
