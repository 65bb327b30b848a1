"""Serves: everything Django needs is set up, then gunicorn takes this process's place (server.py)."""

import signal
from pathlib import Path

from config.launch.address import bind_text, is_loopback, require_free
from config.launch.environment import RUNTIME, ensure_environment, require_room
from config.launch.places import require_data_folder
from config.launch.process import become
from config.launch.speech import LaunchRefused, say
from config.launch.system import ensure_libraries


def serve(host: str, port: int, environ: dict[str, str]) -> None:
    refuse_open_debugging(host, environ)
    require_free(host, port)
    require_room(RUNTIME)
    require_data_folder(environ)
    python = ensure_environment(RUNTIME)
    ensure_libraries()
    warn_of_host_names(host, environ)
    require_free(host, port)
    say("准备数据与字体（第一次约半分钟）… / Preparing data and fonts")
    # A SIGTERM on the threshold waits until server.py lets it in, and still ends with 0.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    become(gunicorn(python, host, port), environ)


def refuse_open_debugging(host: str, environ: dict[str, str]) -> None:
    if environ.get("NUOCHENG_DEBUG", "").strip().lower() in {"1", "true", "yes", "on"} and not is_loopback(host):
        raise LaunchRefused(
            "NUOCHENG_DEBUG 只能在 127.0.0.1 上打开：去掉它，或去掉 --host。 / NUOCHENG_DEBUG is for 127.0.0.1 only."
        )


def warn_of_host_names(host: str, environ: dict[str, str]) -> None:
    if not is_loopback(host) and not environ.get("NUOCHENG_HOSTS"):
        say("把 NUOCHENG_HOSTS 设为访问时用的域名，否则只有本机得到应答。 / Set NUOCHENG_HOSTS to the site's name.")


def gunicorn(python: Path, host: str, port: int) -> list[str]:
    settings = "python:config.launch.server"
    return [str(python), "-m", "gunicorn", "--config", settings, "--bind", bind_text(host, port), "config.wsgi"]
