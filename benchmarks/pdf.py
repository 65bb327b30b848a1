"""How long a PDF takes, against WeasyPrint alone on the same HTML, CSS and fonts; run as `python benchmarks/pdf.py`.

The two take turns, each in its own process, and warm times are of the processor, so that a busy machine troubles both
alike. WeasyPrint alone does not justify Chinese lines, reads its style for every letter and makes an untagged PDF.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from weasyprint import HTML

from benchmarks.peers import Alone
from letters.definitions.catalogue import letter_definition
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.writers.engine import VARIANT
from letters.writers.fonts import build_fonts
from letters.writers.options import CLEAN, DRAFT
from letters.writers.page import paper_html
from letters.writers.pdf import render_pdf, workshop
from letters.writers.pdf_finish import finish
from tests.answers import example_answers

ROUNDS = 20


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    begun = clock()
    work()
    return clock() - begun


def in_turns(works: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each, in milliseconds; the first of two goes does not count, it finds the caches full of others."""
    rounds = [{name: [work(), work()][1] for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: 1000 * median(times[name] for times in rounds) for name in works}


def main() -> None:
    print(
        f"fonts  {1000 * seconds(build_fonts, time.perf_counter):7.1f} ms (first build, or a look whether it is needed)"
    )
    definition = letter_definition("osp-1")
    letter = build_document(definition, read_answers(definition, example_answers("osp-1")))
    cold = seconds(lambda: render_pdf(letter), time.perf_counter)
    print(f"cold   {1000 * cold:7.1f} ms (first letter of a process)")
    page, shop = paper_html(letter), workshop()
    layout = {"stylesheets": shop.styles(CLEAN), "font_config": shop.press.fonts, "pdf_variant": VARIANT}
    laid_out = HTML(string=page).render(**layout)
    alone, tagged = Alone(page), Alone(page, pdf_variant=VARIANT)
    times = in_turns(
        {
            "ours": lambda: seconds(lambda: render_pdf(letter)),
            "ours, draft": lambda: seconds(lambda: render_pdf(letter, DRAFT)),
            "html": lambda: seconds(lambda: paper_html(letter)),
            "layout": lambda: seconds(lambda: HTML(string=page).render(**layout)),
            "pdf": lambda: seconds(lambda: laid_out.copy().write_pdf(pdf_variant=VARIANT, finisher=finish)),
            "alone": lambda: alone()[1],
            "alone, tagged": lambda: tagged()[1],
        }
    )
    for rival in (alone, tagged):
        rival.close()
    print(f"{len(laid_out.pages)} pages, {len(letter.text)} characters, CPU time, median of {ROUNDS} rounds in turn")
    for name, time_taken in times.items():
        print(f"{name:<14} {time_taken:7.1f} ms   {time_taken / times['alone']:5.2f} of WeasyPrint alone")


if __name__ == "__main__":
    main()
