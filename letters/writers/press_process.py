"""PDFs are printed in a process of their own, with limits: a letter that is too much for it is an answer, not a hung
server.

Each server process has one, forked from it before anybody asks, so that all is loaded and it is warm at once. One that
died or was stopped is replaced by a fresh process, because a server with threads must not be forked. What happens at
the other end is in press_program.
"""

import atexit
import os
from functools import lru_cache
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from letters.document.blocks import Document
from letters.writers.bounds import DocumentTooLong
from letters.writers.options import CLEAN, PrintOptions
from letters.writers.pdf_faults import PdfUnavailable
from letters.writers.press_program import WARM, main

# The other process minds its own time (press_program.MOST_CPU_SECONDS); this is for one that is stuck.
MOST_SECONDS = 90
MOST_SECONDS_TO_WARM = 5


class PressFailed(RuntimeError):
    """A fault of ours: what the other process had to say."""


class PressProcess:
    """One letter at a time; answers with the file or raises what render_pdf raises."""

    def __init__(self, most_seconds: float = MOST_SECONDS, program=main):
        self.most_seconds, self.program = most_seconds, program
        self.turn = Lock()
        self.process: BaseProcess | None = None
        self.line: Connection | None = None

    def start(self, *, forked: bool = False) -> None:
        """Returns at once; the process warms itself. `forked` only where no thread runs yet."""
        self.line, theirs = Pipe()
        context = get_context("fork" if forked else "spawn")
        self.process = context.Process(target=self.program, args=(theirs, forked), daemon=True)
        try:
            self.process.start()
        except OSError as fault:
            self.process = None
            raise PdfUnavailable(_("排版进程无法启动，不能导出 PDF。稍后再试，或重启服务。")) from fault
        finally:
            theirs.close()

    def wait_until_warm(self, most_seconds: float = MOST_SECONDS_TO_WARM) -> None:
        """Or until it is clear that it will not be: then whoever asks for a PDF is told."""
        if self.process:
            self.line.poll(most_seconds)

    def stop(self) -> None:
        if self.process:
            self.line.close()
            self.process.kill()
            self.process.join()
            self.process = None

    def render(self, document: Document, options: PrintOptions) -> bytes:
        with self.turn:
            kind, answer = self._answer((document, options, get_language()))
        if kind == "refused":
            raise answer
        if kind == "failed":
            raise PressFailed(answer)
        return answer

    def _answer(self, order: tuple[Document, PrintOptions, str | None]) -> tuple[str, object]:
        if self.process is None or not self.process.is_alive():
            self.stop()
            self.start()
        try:
            self.line.send(order)
            while self.line.poll(self.most_seconds):
                if (answer := self.line.recv()) != WARM:
                    return answer
        except (EOFError, OSError):
            pass  # it ran out of memory or time, or somebody ended it
        self.stop()
        self.start()
        sentence = _("文档过长或过于复杂，排版未能在限定的时间和内存内完成。缩短填写内容后再导出。")
        raise DocumentTooLong(sentence)


def render_pdf_apart(document: Document, options: PrintOptions = CLEAN) -> bytes:
    """render_pdf in the press of this process. Raises PdfUnavailable, DocumentTooLong, PressFailed."""
    return press().render(document, options)


def press() -> PressProcess:
    return _press(os.getpid())


# By process: a forked one must not talk to its parent's press.
@lru_cache(maxsize=1)
def _press(process: int) -> PressProcess:
    made = PressProcess()
    atexit.register(made.stop)
    return made
