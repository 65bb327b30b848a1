"""manage import_answers: a new draft from the answers that a PDF of ours carries.

Exit codes: 0 done, 1 the file cannot be used, 2 wrong call. Answers that the letter does not take are named on stderr.
"""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from letters.definitions.catalogue import UnknownLetter, letter_definition
from letters.definitions.schema import LetterDefinition
from letters.management.given import wrong_call
from letters.management.pdf_answers import NoAnswers, answers_in_pdf
from letters.models.drafting import start_letter
from letters.questions.carried import Carried, accepted, read_carried
from letters.questions.from_json import AnswersRefused


class Command(BaseCommand):
    help = "Starts a new draft from the answers inside a PDF."

    def add_arguments(self, parser):
        parser.add_argument("pdf", type=Path, help="a PDF that this program has made")
        parser.add_argument("--user", required=True, help="whose draft it will be")

    def handle(self, *args, **options):
        owner = self._owner(options["user"])
        carried = self._carried(options["pdf"])
        definition = self._definition(carried.letter)
        answers, reasons = accepted(definition, carried.answers)
        for key, reason in reasons.items():
            self.stderr.write(f"{key}: {reason}")
        letter = start_letter(definition, by=owner, answers=answers)
        self.stdout.write(f"{letter.pk}\t{letter}\t{letter.get_absolute_url()}")

    def _owner(self, username: str):
        owner = get_user_model().objects.filter(username=username, is_active=True).first()
        if owner is None:
            raise wrong_call(f"没有在用的账号 {username}。")
        return owner

    def _carried(self, path: Path) -> Carried:
        try:
            carried = read_carried(answers_in_pdf(path))
        except OSError as fault:
            raise wrong_call(f"读不到文件 {path}：{fault.strerror}。") from fault
        except (NoAnswers, AnswersRefused) as refused:
            raise CommandError(_sentence(refused)) from refused
        if carried is None:
            raise CommandError("这份 PDF 附带的不是填写内容，换用由本系统导出的 PDF。")
        return carried

    def _definition(self, letter_id: str) -> LetterDefinition:
        try:
            return letter_definition(letter_id)
        except UnknownLetter as unknown:
            raise CommandError(f"范本库中没有 {letter_id[:40]}，不能由这份 PDF 新建。") from unknown


def _sentence(refused: NoAnswers | AnswersRefused) -> str:
    return refused.reasons.get("", "") if isinstance(refused, AnswersRefused) else str(refused)
