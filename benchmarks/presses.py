"""One press and several: how time grows with length, what memory 500 letters leave behind, what a second press adds."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from benchmarks.measure import in_turns, seconds
from benchmarks.paper import letter, letter_of, megabytes, pages_of
from letters.document.blocks import Document
from letters.writers.options import CLEAN
from letters.writers.press_process import PressProcess

ROUNDS, LETTERS, AT_ONCE = 7, 500, 10
PARAGRAPHS = (0.1, 1, 2, 4, 8)
COUNT = "for _ in range(30_000_000): pass"


def processor(press: PressProcess) -> float:
    """Seconds of it that a press and whoever asks it have had."""
    nanoseconds = Path(f"/proc/{press.process.pid}/schedstat").read_text(encoding="ascii").split()[0]
    return time.process_time() + int(nanoseconds) / 1e9


def print_seconds(press: PressProcess, document: Document) -> float:
    """Of the processor: on a machine that others use, the clock on the wall measures them."""
    return seconds(lambda: press.render(document, CLEAN), lambda: processor(press))


def growth(press: PressProcess) -> None:
    works, pages = {}, {}
    for times in PARAGRAPHS:
        document = letter_of(times)
        pages[times] = pages_of(press.render(document, CLEAN))
        works[times] = lambda document=document: print_seconds(press, document)
    print(f"growth: processor time, median of {ROUNDS} rounds in turn")
    for times, taken in in_turns(works, ROUNDS).items():
        print(f"  {pages[times]:3} pages {taken:8.0f} ms {taken / pages[times]:8.1f} ms a page")
    print("  target: linear, ≤ 20 ms a page")


def keeps_no_memory() -> None:
    """Of letters that differ. The most it ever had: what lies free between letters goes up and down by itself."""
    press = PressProcess()
    press.start()
    documents = [
        letter(entity_name=f"杭州示例{number}号{chr(0x4E00 + 7 * number)}科技有限公司") for number in range(50)
    ]
    for document in documents:
        press.render(document, CLEAN)
    before = megabytes(press.process.pid)
    for number in range(LETTERS):
        press.render(documents[number % len(documents)], CLEAN)
    after = megabytes(press.process.pid)
    print(f"memory: {after - before:+.1f} MB after {LETTERS} letters, {after:.0f} MB at most")
    print("  target: ≤ 5 MB more")
    press.stop()


def two_at_once(press: PressProcess) -> None:
    """Beside two programs that only count: on a busy machine a second core is not there for anybody."""
    document, other = letter(), PressProcess()
    other.start()
    other.render(document, CLEAN)
    times = in_turns(
        {
            "one press": lambda: seconds(lambda: _print(press, document, 2 * AT_ONCE)),
            "two presses": lambda: seconds(lambda: _both(*(_printing(one, document) for one in (press, other)))),
            "one counts": lambda: seconds(lambda: (_count(), _count())),
            "two count": lambda: seconds(lambda: _both(_count, _count)),
        },
        ROUNDS,
    )
    other.stop()
    gain, most = times["one press"] / times["two presses"], times["one counts"] / times["two count"]
    print(f"two presses: {gain:.2f} × one; two programs that only count: {most:.2f} ×; target: ≥ 1.8 ×")


def _print(press: PressProcess, document: Document, count: int = AT_ONCE) -> None:
    for _ in range(count):
        press.render(document, CLEAN)


def _printing(press: PressProcess, document: Document) -> Callable[[], None]:
    return lambda: _print(press, document)


def _count() -> None:
    subprocess.run([sys.executable, "-c", COUNT], check=True)  # noqa: S603


def _both(*works: Callable[[], None]) -> None:
    threads = [Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
