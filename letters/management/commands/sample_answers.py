"""manage sample_answers: a letter's sample answers as JSON, ready for check_letter and render_letter."""

import json

from django.core.management.base import BaseCommand

from letters.management.given import given_letter
from letters.questions.examples import example_answers


class Command(BaseCommand):
    help = "Prints the sample answers of one letter of the library as a JSON object."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("letter", help="id of a letter, for example cip-1")

    def handle(self, *args, **options):
        answers = example_answers(given_letter(options["letter"]))
        self.stdout.write(json.dumps(answers, ensure_ascii=False, indent=2))
