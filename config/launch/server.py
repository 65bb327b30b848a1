"""gunicorn's settings, and what its master does first: the data is prepared where Django is loaded anyway, once."""

import gc
import os
import signal
import sys
from contextlib import suppress

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connections
from django.urls import get_resolver

from config.launch.address import is_loopback
from config.launch.rounds import start_rounds
from config.launch.speech import say
from config.launch.turns import alone_in
from letters.writers.pdf_faults import PdfUnavailable
from letters.writers.press_process import press

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

workers = 2
worker_class = "gthread"
threads = 4
graceful_timeout = 10
loglevel = "warning"
# Its default place is one per user: two servers of one user would share it.
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 (heartbeat files only)

EXIT_CODES = {signal.SIGTERM: 0, signal.SIGINT: 130}


def let_signals_in():
    """Until gunicorn has handlers of its own; serve.py held signals back while this program was loading."""
    for number, code in EXIT_CODES.items():
        signal.signal(number, lambda *_, code=code: sys.exit(code))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, EXIT_CODES)


def on_starting(server):
    let_signals_in()
    try:
        django.setup()
        with alone_in(settings.NUOCHENG_DATA):
            call_command("prepare", demo=all(is_loopback(host) for host, _ in server.cfg.address))
    except (CommandError, ImproperlyConfigured) as refused:
        say(str(refused))
        sys.exit(1)
    # Workers must not share the master's connection; but they shall share every import. Only now: WhiteNoise
    # looks once at what static files there are.
    connections.close_all()
    server.app.wsgi()
    _ = get_resolver().url_patterns
    # What is loaded now stays: unwalked it is shared by the workers, and they end in a fifth of the time.
    gc.freeze()


def post_worker_init(worker):
    """The press first, as long as no thread runs; what hinders it now is said to whoever asks for a PDF."""
    with suppress(PdfUnavailable):
        press().start(forked=True)
    start_rounds()


def worker_exit(server, worker):
    press().stop()


def when_ready(server):
    print(f"诺成 Nuocheng: {server.LISTENERS[0]}/", flush=True)
