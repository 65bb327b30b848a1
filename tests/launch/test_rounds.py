"""The hourly round of a worker: at once, every hour, and a fault ends neither the round nor the worker."""

import threading
from unittest.mock import MagicMock

import pytest

from config.launch import rounds, server


class Enough(Exception):
    """Ends what goes on for ever."""


@pytest.fixture
def log(monkeypatch):
    log = []
    monkeypatch.setattr(rounds, "call_command", lambda name, **options: log.append(name))
    monkeypatch.setattr(rounds.connections, "close_all", lambda: log.append("closed"))
    return log


def test_a_round_is_the_daily_command_and_leaves_no_connection(log):
    rounds.one_round()
    assert log == ["daily", "closed"]


def test_a_fault_is_logged_and_the_next_hour_tries_again(log, monkeypatch, caplog):
    waited = []

    def fail(name, **options):
        log.append(name)
        raise OSError("disk full")

    def wait(seconds):
        waited.append(seconds)
        if len(waited) == 2:
            raise Enough

    monkeypatch.setattr(rounds, "call_command", fail)
    with pytest.raises(Enough):
        rounds.go_round(wait)
    assert log == ["daily", "closed"] * 2
    assert waited == [3600, 3600]
    assert "the hourly round failed" in caplog.text
    assert "disk full" in caplog.text


def test_every_worker_goes_round_beside_its_requests(log, monkeypatch):
    begun = threading.Event()
    monkeypatch.setattr(rounds, "go_round", begun.set)
    monkeypatch.setattr(server, "start_rounds", rounds.start_rounds)
    monkeypatch.setattr(server, "press", MagicMock())
    server.post_worker_init(MagicMock())
    assert begun.wait(10)


def test_it_never_keeps_a_worker_from_ending(monkeypatch):
    end = threading.Event()
    monkeypatch.setattr(rounds, "go_round", end.wait)
    thread = rounds.start_rounds()
    assert thread.daemon
    end.set()
    thread.join(10)
