"""manage render_letter: a letter from a file of answers, without the browser and without the database.

Exit codes: 0 done, 1 the answers are not acceptable (each reason on stderr), 2 wrong call.
"""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from letters.definitions.catalogue import UnknownLetter, letter_definition, letter_definitions
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.questions.from_json import AnswersRefused, answers_from_json
from letters.writers.bounds import DocumentTooLong
from letters.writers.formats import FORMATS, CharactersMissing
from letters.writers.html import page_html
from letters.writers.pdf import PdfUnavailable

WRONG_CALL = 2


def html_page(document, *, draft: bool) -> bytes:
    return page_html(document, draft=draft).encode()


WRITERS = {f".{extension}": kind.render for extension, kind in FORMATS.items()} | {".html": html_page}


class Command(BaseCommand):
    help = "Renders one letter of the library from a JSON file of answers."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("letter", help="id of a letter, for example cip-1")
        parser.add_argument("--answers", required=True, type=Path, help="JSON file: field key to answer; - for stdin")
        parser.add_argument("--output", required=True, type=Path, help="file to write: .pdf .docx .txt or .html")
        parser.add_argument("--allow-gaps", action="store_true", help="write a draft although answers are missing")
        parser.add_argument("--json", action="store_true", help="reasons as one JSON object on stderr")

    def handle(self, *args, **options):
        definition, write = self._definition(options["letter"]), self._writer(options["output"])
        content = self._content(options["answers"])
        try:
            answers = read_answers(definition, answers_from_json(definition, content))
            faults = dict(answers.refused) if options["allow_gaps"] else answers.faults
            if faults:
                raise AnswersRefused(faults)
            document = build_document(definition, answers)
            rendered = write(document, draft=bool(answers.faults))
        except AnswersRefused as refused:
            self._refuse(refused.reasons, as_json=options["json"])
        except (CharactersMissing, DocumentTooLong, PdfUnavailable) as refused:
            self._refuse({"": str(refused)}, as_json=options["json"])
        else:
            self._write(options["output"], rendered)

    def _definition(self, letter_id: str):
        try:
            return letter_definition(letter_id)
        except UnknownLetter as unknown:
            known = "、".join(letter_definitions())
            raise CommandError(f"没有范本 {letter_id}，现有：{known}。", returncode=WRONG_CALL) from unknown

    def _writer(self, output: Path):
        if output.suffix.lower() not in WRITERS:
            raise CommandError(f"--output 的扩展名应为 {'、'.join(WRITERS)} 之一。", returncode=WRONG_CALL)
        return WRITERS[output.suffix.lower()]

    def _content(self, path: Path) -> bytes:
        if str(path) == "-":
            return sys.stdin.buffer.read()
        try:
            return path.read_bytes()
        except OSError as fault:
            raise CommandError(f"读不到答案文件 {path}：{fault.strerror}。", returncode=WRONG_CALL) from fault

    def _refuse(self, reasons: dict[str, str], *, as_json: bool) -> None:
        if as_json:
            self.stderr.write(json.dumps(reasons, ensure_ascii=False))
        else:
            for key, reason in reasons.items():
                self.stderr.write(f"{key}: {reason}" if key else reason)
        sys.exit(1)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as fault:
            raise CommandError(f"写不了文件 {path}：{fault.strerror}。", returncode=WRONG_CALL) from fault
        self.stdout.write(str(path))
