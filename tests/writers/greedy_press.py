"""A press that does what a letter's title tells it: wants too much memory or time, breaks down, or prints after all."""

import os
from multiprocessing.connection import Connection

from letters.document.blocks import Document
from letters.writers import press_program
from letters.writers.options import PrintOptions

GIGABYTE = 1024**3


def greedy(document: Document, options: PrintOptions) -> bytes:
    match document.title:
        case "memory":
            return bytes(4 * GIGABYTE)
        case "time":
            while True:
                pass
        case "crash":
            os.abort()
        case "fault":
            raise ZeroDivisionError("a fault of ours")
    return document.title.encode()


def main(line: Connection, forked: bool) -> None:
    press_program.render_pdf = greedy
    press_program.MOST_CPU_SECONDS = 1
    press_program.main(line, forked)
