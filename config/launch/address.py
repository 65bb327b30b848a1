"""The address to serve on: is it only this machine, and is the port free?"""

import errno
import ipaddress
import socket

from config.launch.speech import LaunchRefused


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bind_text(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def try_address(host: str, port: int) -> None:
    """Raises OSError when gunicorn would."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        attempt.bind(address)
        attempt.listen(1)


def require_free(host: str, port: int) -> None:
    try:
        try_address(host, port)
    except OSError as error:
        raise LaunchRefused(explain(error, host, port)) from error


def explain(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = next_free(host, port)
        return f"端口 {port} 已被占用：用 --port {other} 换一个。 / Port {port} is taken: try --port {other}."
    if error.errno == errno.EACCES:
        return f"端口 {port} 只有管理员可用：用 --port 8000。 / Port {port} needs root: try --port 8000."
    return f"{host} 不是本机的地址：用 --host 127.0.0.1。 / {host} is no address of this machine."


def next_free(host: str, port: int) -> int:
    for candidate in range(port + 1, min(port + 50, 65536)):
        try:
            try_address(host, candidate)
        except OSError:
            continue
        return candidate
    return 8765
