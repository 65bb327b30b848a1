"""PDFs are printed apart: the same file, the same refusals, and a letter too much for it costs nobody else anything."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

import pytest
from django.utils import translation

from letters.document.blocks import Document, Text
from letters.writers import press_process
from letters.writers.bounds import DocumentTooLong
from letters.writers.options import CLEAN, DRAFT
from letters.writers.pdf import render_pdf
from letters.writers.pdf_faults import PdfUnavailable
from letters.writers.press_process import PressFailed, PressProcess, press, render_pdf_apart
from tests.writers import greedy_press
from tests.writers.sample_letter import letter_of, sample_letter

ROOT = Path(__file__).parents[2]
TOO_MUCH = "文档过长或过于复杂"
# The port is free again while the press still runs, and the press hears its server hang up.
FORKED = """
import socket
import django
django.setup()
from letters.writers.options import CLEAN
from letters.writers.press_process import PressProcess
from tests.writers.sample_letter import sample_letter
listening = socket.create_server(("127.0.0.1", 0))
port = listening.getsockname()[1]
made = PressProcess()
made.start(forked=True)
print(made.render(sample_letter(), CLEAN).startswith(b"%PDF-"))
listening.close()
print(socket.create_server(("127.0.0.1", port)).getsockname()[1] == port)
made.line.close()
made.process.join(60)
print(made.process.exitcode)
"""


@pytest.fixture(scope="module")
def greedy() -> Iterator[PressProcess]:
    made = PressProcess(program=greedy_press.main)
    yield made
    made.stop()


def stuck(line: Connection, forked: bool) -> None:
    line.recv()


def broken(line: Connection, forked: bool) -> None:
    sys.exit(1)


def asking(title: str) -> Document:
    return replace(sample_letter(), title=title)


def test_what_is_printed_apart_is_what_is_printed_here():
    assert render_pdf_apart(sample_letter(), DRAFT) == render_pdf(sample_letter(), DRAFT)


def test_refusals_come_through_in_the_language_of_who_asked():
    endless = letter_of(Text("a1" * 2000))
    with pytest.raises(DocumentTooLong, match="无法断行"):
        render_pdf_apart(endless)
    with translation.override("en"), pytest.raises(DocumentTooLong, match="without a place to break the line"):
        render_pdf_apart(endless)


@pytest.mark.parametrize("wish", ["memory", "time", "crash"])
def test_a_letter_that_is_too_much_is_an_answer_and_the_next_is_printed(greedy, wish):
    assert greedy.render(asking("one"), CLEAN) == b"one"
    with pytest.raises(DocumentTooLong, match=TOO_MUCH):
        greedy.render(asking(wish), CLEAN)
    assert greedy.render(asking("next"), CLEAN) == b"next"


def test_a_fault_of_ours_is_told_with_its_place_and_costs_no_process(greedy):
    assert greedy.render(asking("one"), CLEAN) == b"one"
    before = greedy.process.pid
    with pytest.raises(PressFailed, match="a fault of ours") as told:
        greedy.render(asking("fault"), CLEAN)
    assert "greedy_press.py" in str(told.value)
    assert greedy.render(asking("next"), CLEAN) == b"next"
    assert greedy.process.pid == before


def test_a_press_says_that_it_is_warm_and_then_prints(greedy):
    begun = PressProcess(program=greedy_press.main)
    begun.start()
    begun.wait_until_warm(60)
    assert begun.line.poll()
    assert begun.render(asking("one"), CLEAN) == b"one"
    begun.stop()


def test_nobody_waits_long_for_a_press_that_does_not_get_warm():
    begun = PressProcess(program=stuck)
    begun.start()
    begun.wait_until_warm(0.01)
    assert not begun.line.poll()
    begun.stop()
    begun.wait_until_warm(60)


def test_a_press_that_ended_while_it_was_warming_is_replaced():
    begun = PressProcess(program=broken)
    begun.start()
    begun.wait_until_warm(60)
    begun.program = greedy_press.main
    begun.process.join()
    assert begun.render(asking("one"), CLEAN) == b"one"
    begun.stop()


def test_a_press_that_is_stuck_is_replaced():
    slow = PressProcess(most_seconds=0.01)
    try:
        with pytest.raises(DocumentTooLong, match=TOO_MUCH):
            slow.render(sample_letter(), CLEAN)
        slow.most_seconds = press_process.MOST_SECONDS
        assert slow.render(sample_letter(), CLEAN).startswith(b"%PDF-")
    finally:
        slow.stop()


def test_a_press_that_somebody_killed_is_replaced_unnoticed(greedy):
    assert greedy.render(asking("one"), CLEAN) == b"one"
    os.kill(greedy.process.pid, signal.SIGKILL)
    greedy.process.join()
    assert greedy.render(asking("next"), CLEAN) == b"next"


def test_a_forked_press_keeps_nothing_of_its_server():
    """In a process of its own, because only one without threads may fork."""
    ran = subprocess.run([sys.executable, "-c", FORKED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["True", "True", "0"], ran.stderr


def test_letters_take_turns(greedy):
    made: dict[str, bytes] = {}
    names = [f"letter {number}" for number in range(8)]
    threads = [
        Thread(target=lambda name=name: made.update({name: greedy.render(asking(name), CLEAN)})) for name in names
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == {name: name.encode() for name in names}


def test_a_press_ends_with_its_server(greedy):
    alone = PressProcess(program=greedy_press.main)
    assert alone.render(asking("one"), CLEAN) == b"one"
    alone.line.close()
    alone.process.join(timeout=60)
    assert alone.process.exitcode == 0


def test_a_process_keeps_its_own_press():
    assert press() is press()
    assert press_process._press(0) is not press_process._press(1)


def test_a_machine_that_starts_no_more_processes_says_so(monkeypatch):
    def refuse(*args, **options):
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    with pytest.raises(PdfUnavailable, match="排版进程无法启动"):
        PressProcess().render(sample_letter(), CLEAN)
