"""The hourly round of a serving process: what time does to letters happens without anybody's doing."""

import logging
import threading
import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import connections

HOUR = 3600.0
logger = logging.getLogger(__name__)


def start_rounds() -> threading.Thread:
    """At once and then every hour, beside the requests. Several processes may do it: the second finds nothing to do."""
    thread = threading.Thread(target=go_round, name="rounds", daemon=True)
    thread.start()
    return thread


def go_round(wait: Callable[[float], object] = time.sleep) -> None:
    """For ever: `wait` ends it only by raising."""
    while True:
        one_round()
        wait(HOUR)


def one_round() -> None:
    """A fault is written to the log, and the next hour tries again."""
    try:
        call_command("daily", verbosity=0)
    except Exception:
        logger.exception("the hourly round failed")
    finally:
        connections.close_all()
