"""gunicorn's settings."""

import os
import signal

workers = 2
worker_class = "gthread"
threads = 4
# One import for both workers, and the address is announced only when the application has loaded.
preload_app = True
graceful_timeout = 10
loglevel = "warning"
# Its default place is one per user: two servers of one user would share it.
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 (heartbeat files only)


def when_ready(server):
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
    print(f"诺成 Nuocheng: {server.LISTENERS[0]}/", flush=True)
