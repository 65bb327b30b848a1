"""What a Word file costs, against python-docx writing the same paragraphs plainly: python -m benchmarks.docx_export"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks.peers import plain_word_file
from letters.writers.docx import render_docx
from letters.writers.options import DRAFT
from tests.writers.sample_letter import sample_letter

ROUNDS = 60


def milliseconds(write: Callable[[], bytes]) -> float:
    start = perf_counter()
    write()
    return (perf_counter() - start) * 1000


def main() -> None:
    document = sample_letter()
    writers = {
        "final": lambda: render_docx(document),
        "draft": lambda: render_docx(document, DRAFT),
        "plain": lambda: plain_word_file(document),
    }
    for write in writers.values():
        write()
    # In turns, so that a busy machine is as unkind to one as to the other.
    turns = [{name: milliseconds(write) for name, write in writers.items()} for _ in range(ROUNDS)]
    times = {name: median(turn[name] for turn in turns) for name in writers}
    print(f"{len(document.blocks)} blocks, median of {ROUNDS} warm rounds")
    for name, time in times.items():
        print(f"{name:<6} {time:6.1f} ms   ratio {time / times['plain']:.2f}   {len(writers[name]()) / 1024:.0f} kB")


if __name__ == "__main__":
    main()
