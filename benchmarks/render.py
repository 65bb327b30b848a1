"""A letter as PDF and Word file beside its peers; time by length, memory, two presses, the first PDF of a server."""

import tempfile
from pathlib import Path

from benchmarks.first_pdf import after_the_start
from benchmarks.measure import in_turns, report, seconds
from benchmarks.paper import letter, megabytes, pages_of
from benchmarks.peers import Alone, plain_word_file
from benchmarks.presses import growth, keeps_no_memory, print_seconds, two_at_once
from benchmarks.programs import Peaks, Works, chromium, libreoffice
from letters.document.blocks import Document
from letters.writers.docx import render_docx
from letters.writers.engine import VARIANT
from letters.writers.options import CLEAN
from letters.writers.page import page_html, paper_html
from letters.writers.press_process import PressProcess

ROUNDS, SLOW_ROUNDS = 30, 5
OURS, PLAIN = "ours: PDF/A-3a and PDF/UA-1", "WeasyPrint alone"


def beside_peers(document: Document, press: PressProcess) -> None:
    alone, archive = Alone(paper_html(document)), Alone(paper_html(document), pdf_variant=VARIANT)
    works: Works = {
        PLAIN: lambda: alone()[1],
        "WeasyPrint alone, pdf/a-3a": lambda: archive()[1],
        OURS: lambda: print_seconds(press, document),
    }
    for work in works.values():
        work()
    times = in_turns(works, ROUNDS)
    print(f"render: {pages_of(press.render(document, CLEAN))} pages, processor time, median of {ROUNDS} rounds in turn")
    report(times, PLAIN, "ours ≤ 1.2 ×, stretch 0.7 ×")
    print(f"  at most {megabytes(press.process.pid):.0f} MB, WeasyPrint alone {megabytes(alone.process.pid):.0f} MB")
    alone.close()
    archive.close()


def beside_programs(document: Document, press: PressProcess) -> None:
    peaks = Peaks()
    ours: Works = {OURS: lambda: seconds(lambda: press.render(document, CLEAN))}
    with libreoffice(lambda: render_docx(document), peaks) as office, chromium(page_html(document), peaks) as browser:
        times = in_turns(ours | office | browser, SLOW_ROUNDS)
    print(f"render: whole programs, median of {SLOW_ROUNDS} rounds in turn")
    report(times, OURS, "LibreOffice ≥ 2 × warm, ≥ 12 × cold")
    print("  at most", ", ".join(f"{name} {most:.0f} MB" for name, most in peaks.items()))


def word_files_and_stored(document: Document, press: PressProcess) -> None:
    with tempfile.NamedTemporaryFile() as stored:
        stored.write(press.render(document, CLEAN))
        stored.flush()
        works: Works = {
            "python-docx alone": lambda: seconds(lambda: plain_word_file(document)),
            "ours: Word file": lambda: seconds(lambda: render_docx(document)),
            "ours: PDF, stored": lambda: seconds(Path(stored.name).read_bytes),
        }
        times = in_turns(works, ROUNDS)
    print(f"render: Word file and stored file, median of {ROUNDS} rounds in turn")
    report(times, "python-docx alone", "Word ≤ 1.5 ×; what serving a stored file costs: benchmarks download")


def main() -> None:
    document, press = letter(), PressProcess()
    press.start()
    beside_peers(document, press)
    beside_programs(document, press)
    word_files_and_stored(document, press)
    growth(press)
    two_at_once(press)
    press.stop()
    keeps_no_memory()
    after_the_start()


if __name__ == "__main__":
    main()
