"""Whole programs that print letters: LibreOffice, with our Word file, and Chromium, with our page; cold and warm.

A template filled by docxtpl is printed by LibreOffice too. docxtpl is none of our packages: our own Word file, written
anew each time, stands in for what it fills.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.paper import MEGABYTE

Works = dict[str, Callable[[], float]]
# A warm office is what a letter more costs a call: no start, no line to it, nothing that its users could save.
MORE = 10
ARCHIVE = {
    "SelectPdfVersion": {"type": "long", "value": "3"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


class Peaks(dict[str, float]):
    """The most memory that a program took by its name; of its processes, the largest."""

    def run(self, name: str, *command: str | Path) -> float:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, name
        self[name] = max(self.get(name, 0), used.ru_maxrss / MEGABYTE)
        return time.perf_counter() - begun


@contextmanager
def libreoffice(write: Callable[[], bytes], peaks: Peaks) -> Iterator[Works]:
    """Word file to PDF/A-3, tagged."""
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: skipped")
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _print_with_office(folder, write, 1, peaks)  # makes its profile
        yield {
            "Word file, LibreOffice cold": lambda: _print_with_office(folder, write, 1, peaks),
            "Word file, LibreOffice warm": lambda: _one_more(folder, write, peaks),
        }


def _one_more(folder: Path, write: Callable[[], bytes], peaks: Peaks) -> float:
    one, many = (_print_with_office(folder, write, count, peaks) for count in (1, 1 + MORE))
    return (many - one) / MORE


def _print_with_office(folder: Path, write: Callable[[], bytes], count: int, peaks: Peaks) -> float:
    begun = time.perf_counter()
    files = [folder / f"letter-{number}.docx" for number in range(count)]
    for file in files:
        file.write_bytes(write())
    kind = f"pdf:writer_pdf_Export:{json.dumps(ARCHIVE)}"
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    peaks.run("LibreOffice", *office, "--convert-to", kind, "--outdir", folder, *files)
    written = [file.with_suffix(".pdf") for file in files]
    assert all(file.read_bytes().startswith(b"%PDF-") for file in written)
    for file in written:
        file.unlink()
    return time.perf_counter() - begun


@contextmanager
def chromium(page: str, peaks: Peaks) -> Iterator[Works]:
    """The saved page printed by a browser that is open, and by one that is started for it."""
    if not CHROMIUM:
        print("Chromium is not installed: skipped")
        yield {}
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        saved, printed = Path(folder) / "letter.html", Path(folder) / "letter.pdf"
        saved.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        command = (CHROMIUM, "--headless", "--no-sandbox", f"--user-data-dir={folder}", f"--print-to-pdf={printed}")
        yield {
            "Chromium cold": lambda: peaks.run("Chromium", *command, saved.as_uri()),
            "Chromium warm": lambda: _print_in(browser, page),
        }
        browser.close()


def _print_in(browser, page: str) -> float:
    begun = time.perf_counter()
    tab = browser.new_page()
    tab.set_content(page)
    assert tab.pdf(prefer_css_page_size=True, tagged=True, outline=True).startswith(b"%PDF-")
    tab.close()
    return time.perf_counter() - begun
