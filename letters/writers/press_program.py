"""The process that prints PDFs for a server process, and for nobody else: it ends when that one does."""

import gc
import os
import resource
import signal
import sys
import time
import traceback
from math import ceil
from multiprocessing.connection import Connection

import django
from django.utils import translation

from letters.document.blocks import Document, Heading, Paragraph, Text, Title
from letters.writers.bounds import DocumentTooLong
from letters.writers.options import CLEAN, PrintOptions
from letters.writers.pdf import render_pdf
from letters.writers.pdf_faults import PdfUnavailable

# Address space: a warm press takes 0.4 GB of it, the longest letter that is allowed 0.5 GB.
MOST_MEMORY = 1024**3
# Of the processor, so that a busy machine refuses nobody: four pages take 0.1, the longest letter 5.
MOST_CPU_SECONDS = 20
MOST_FILES = 65_536
REFUSALS = (DocumentTooLong, PdfUnavailable)
WARM = ("warm", None)
WARMING = Document(
    "", "承诺书", "", (Title((Text("承诺书"),)), Heading(1, "一、", (Text("总则"),)), Paragraph((Text("特此承诺。"),)))
)


def main(line: Connection, forked: bool) -> None:
    if forked:
        let_go(line)
    # Ctrl+C is for the server, which then hangs up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    django.setup()
    answer(WARMING, CLEAN, None)
    keep_what_is_loaded()
    try:
        line.send(WARM)
        while True:
            line.send(answer(*line.recv()))
            # Now, while nobody waits for it.
            gc.collect()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def let_go(line: Connection) -> None:
    """Of what the server had open and listened to: its sockets, its end of the line, its signals."""
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    os.closerange(3, line.fileno())
    os.closerange(line.fileno() + 1, MOST_FILES)


def keep_what_is_loaded() -> None:
    """Never looked through again for what may go; and a letter is not interrupted by a search for what to forget."""
    gc.collect()
    gc.freeze()
    gc.disable()


def answer(document: Document, options: PrintOptions, language: str | None) -> tuple[str, object]:
    limit_time()
    with translation.override(language):
        try:
            return "printed", render_pdf(document, options)
        except REFUSALS as refused:
            return "refused", refused
        except MemoryError:
            raise  # and end: what is left of the program may be unsound
        except Exception:
            return "failed", traceback.format_exc()


def limit_time() -> None:
    """From now on; the system ends the program when it is over."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(time.process_time()) + MOST_CPU_SECONDS, most))
