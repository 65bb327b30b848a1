"""Ports that are taken, forbidden or of another machine are named in one sentence."""

import errno
import socket

import pytest

from config.launch import address
from config.launch.address import bind_text, explain, is_loopback, next_free, require_free
from config.launch.speech import LaunchRefused


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        yield listener.getsockname()[1]


def test_a_taken_port_is_refused_and_a_free_one_named(taken_port):
    with pytest.raises(LaunchRefused, match=rf"端口 {taken_port} 已被占用：用 --port \d+ 换一个"):
        require_free("127.0.0.1", taken_port)


def test_a_free_port_is_let_through_and_stays_free(taken_port):
    other = next_free("127.0.0.1", taken_port)
    require_free("127.0.0.1", other)
    require_free("127.0.0.1", other)


def test_the_next_free_port_skips_taken_ones(monkeypatch):
    def only_8003(host, port):
        if port != 8003:
            raise OSError

    monkeypatch.setattr(address, "try_address", only_8003)
    assert next_free("127.0.0.1", 8000) == 8003


def test_a_port_for_administrators_only_is_said_so():
    assert "--port 8000" in explain(OSError(errno.EACCES, ""), "127.0.0.1", 80)


def test_an_address_of_another_machine_is_refused():
    assert "192.0.2.1 不是本机的地址" in explain(OSError(errno.EADDRNOTAVAIL, ""), "192.0.2.1", 8000)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "localhost.example", "nuocheng.example", ""])  # noqa: S104
def test_not_loopback(host):
    assert not is_loopback(host)


def test_an_ipv6_address_is_bracketed():
    assert bind_text("::1", 8000) == "[::1]:8000"
    assert bind_text("127.0.0.1", 8000) == "127.0.0.1:8000"
