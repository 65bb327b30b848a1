"""manage check_library: one line a letter, and one sentence for each fault.

Exit codes: 0 every letter can be signed, 1 there are faults, 2 wrong call.
"""

import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from letters.definitions.catalogue import LIBRARY
from letters.management.given import day
from letters.management.library_check import check_library


class Command(BaseCommand):
    help = "Checks every letter of the library: it loads, makes every file, keeps the law."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--as-of", type=day, help="judge as of this day, 2026-11-22; today by default")

    def handle(self, *args, **options):
        faults = 0
        for checked in check_library(LIBRARY, options["as_of"] or timezone.localdate()):
            verdict = f"{len(checked.faults)} 处问题" if checked.faults else "合格"
            self.stdout.write(f"{checked.id}\t{checked.name}\t{verdict}")
            for fault in checked.faults:
                self.stdout.write(f"  {checked.id}：{fault}")
            faults += len(checked.faults)
        if faults:
            sys.exit(1)
