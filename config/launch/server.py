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
from letters.writers.fonts import missing_characters
from letters.writers.page import paper_html
from letters.writers.pdf_faults import FontUnreadable, PdfUnavailable
from letters.writers.press_process import press
from letters.writers.press_program import WARMING

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
    read_ahead()
    # What is loaded now stays: unwalked it is shared by the workers, and they end in a fifth of the time.
    gc.freeze()


def read_ahead():
    """What every worker and press would read for itself: fonts are known and templates compiled before they part."""
    with suppress(FontUnreadable):
        missing_characters(WARMING.text)
    paper_html(WARMING)


def post_worker_init(worker):
    """The press first, as long as no thread runs; what hinders it now is said to whoever asks for a PDF.

    A worker lets nobody in before its press is warm, and the last of the first ones says where to come in: some tenths
    of a second later than it could, so that the first PDF is there as fast as any other.
    """
    with suppress(PdfUnavailable):
        press().start(forked=True)
    press().wait_until_warm()
    start_rounds()
    if worker.age == worker.cfg.workers:  # those that come later replace others
        print(f"诺成 Nuocheng: {worker.sockets[0]}/", flush=True)


def worker_exit(server, worker):
    press().stop()
