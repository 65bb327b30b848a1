"""manage check_letter: what the law says about the answers of one letter.

Exit codes: 0 no finding is a must, 1 at least one is, 2 wrong call or unreadable input.
"""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from letters.law.finding import Level
from letters.management.given import STDIN, day, given_content, given_letter, wrong_call
from letters.management.letter_check import (
    check_letter,
    finding_as_json,
    finding_in_words,
    given_journey,
    given_profile,
)


class Command(BaseCommand):
    help = "Judges a JSON file of answers to one letter of the library as of a day, for a company with a profile."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("letter", help="id of a letter, for example cip-1")
        parser.add_argument("--answers", required=True, type=Path, help="JSON file: field key to answer; - for stdin")
        parser.add_argument("--profile", type=Path, help="JSON file: facts about the company; nothing stated without")
        parser.add_argument("--as-of", type=day, help="judge as of this day, 2026-11-22; today by default")
        parser.add_argument("--json", action="store_true", help="one JSON array of findings on stdout")

    def handle(self, *args, **options):
        definition = given_letter(options["letter"])
        if options["answers"] == options["profile"] == STDIN:
            raise wrong_call("标准输入只能读一次：--answers 和 --profile 只有一个可以是 -。")
        journey = given_journey(definition, given_content(options["answers"], "答案文件"))
        path = options["profile"]
        profile = given_profile(given_content(path, "单位情况文件")) if path else {}
        found = check_letter(journey, profile, options["as_of"] or timezone.localdate())
        self._say(found, definition, as_json=options["json"])
        self._warn_of_missing(journey.answers.missing)
        if any(finding.level is Level.MUST for finding in found):
            sys.exit(1)

    def _say(self, found, definition, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([finding_as_json(finding) for finding in found], ensure_ascii=False, indent=2))
            return
        for finding in found:
            self.stdout.write(finding_in_words(finding, definition))
        if not found:
            self.stdout.write("没有提示。")

    def _warn_of_missing(self, missing) -> None:
        if missing:
            self.stderr.write(f"还有 {len(missing)} 项没有填写，未填写的不作判断：{'、'.join(missing)}。")
