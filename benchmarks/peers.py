"""Those whom letters are measured beside: WeasyPrint alone, with the same page and fonts, and python-docx alone."""

import json
import subprocess
import sys
from io import BytesIO

from docx import Document as open_word_file

from letters.document.blocks import Document
from letters.writers.fonts import shelf
from letters.writers.options import Layout
from letters.writers.page import letter_style
from letters.writers.pdf import stacks

ALONE = """
import json, sys, time
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
page, css, options = json.loads(sys.stdin.readline())
for line in sys.stdin:
    begun = time.perf_counter(), time.process_time()
    fonts = FontConfiguration()
    HTML(string=page).write_pdf(stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts, **options)
    print(time.perf_counter() - begun[0], time.process_time() - begun[1], flush=True)
"""


class Alone:
    """WeasyPrint in a process of its own; each call prints once and gives seconds on the wall and of the processor."""

    def __init__(self, page: str, **options: str):
        command, pipe = [sys.executable, "-c", ALONE], subprocess.PIPE
        self.process = subprocess.Popen(  # noqa: S603
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
        )
        self._say(json.dumps([page, alone_style(), options]))

    def __call__(self) -> tuple[float, float]:
        self._say("again")
        wall, processor = self.process.stdout.readline().split()
        return float(wall), float(processor)

    def _say(self, line: str) -> None:
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def close(self) -> None:
        self.process.communicate()


def alone_style() -> str:
    faces = "".join(
        f'@font-face {{ font-family: "{face.family}"; src: url({face.file.as_uri()}) }}' for face in shelf().faces
    )
    return faces + stacks(shelf(), Layout.OFFICIAL) + letter_style()


def plain_word_file(document: Document) -> bytes:
    """The same paragraphs as python-docx writes them, in its own template and without a style."""
    word = open_word_file()
    for block in document.blocks:
        paragraph = word.add_paragraph()
        for run in block.runs:
            paragraph.add_run(run.text)
    file = BytesIO()
    word.save(file)
    return file.getvalue()
