"""manage render_letter: a letter from a file of answers, without the browser and without the database.

Exit codes: 0 done, 1 the answers are not acceptable (each reason on stderr), 2 wrong call.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand

from letters.document.build import build_document
from letters.management.files import WRITERS
from letters.management.given import given_content, given_letter, wrong_call
from letters.questions.answers import read_answers
from letters.questions.carried import carried_answers
from letters.questions.from_json import AnswersRefused, answers_from_json
from letters.writers.bounds import DocumentTooLong
from letters.writers.formats import CharactersMissing
from letters.writers.options import CLEAN, DRAFT
from letters.writers.pdf_faults import PdfUnavailable


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
        definition, write = given_letter(options["letter"]), self._writer(options["output"])
        content = given_content(options["answers"], "答案文件")
        try:
            typed = answers_from_json(definition, content)
            answers = read_answers(definition, typed)
            faults = dict(answers.refused) if options["allow_gaps"] else answers.faults
            if faults:
                raise AnswersRefused(faults)
            document = build_document(definition, answers)
            carried = carried_answers(definition.id, definition.version, typed, answers.values)
            rendered = write(document, replace(DRAFT if answers.faults else CLEAN, attachment=carried))
        except AnswersRefused as refused:
            self._refuse(refused.reasons, as_json=options["json"])
        except (CharactersMissing, DocumentTooLong, PdfUnavailable) as refused:
            self._refuse({"": str(refused)}, as_json=options["json"])
        else:
            self._write(options["output"], rendered)

    def _writer(self, output: Path):
        if output.suffix.lower() not in WRITERS:
            raise wrong_call(f"--output 的扩展名应为 {'、'.join(WRITERS)} 之一。")
        return WRITERS[output.suffix.lower()]

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
            raise wrong_call(f"写不了文件 {path}：{fault.strerror}。") from fault
        self.stdout.write(str(path))
