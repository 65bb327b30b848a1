"""Makes a data folder ready to serve: database, static files, fonts and, when asked, accounts to try things with."""

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from letters.definitions.catalogue import company_definition, glossary, guide, letter_definitions
from letters.definitions.schema import DefinitionError
from letters.law.rules import all_rules
from letters.management.database import is_postgresql, refusal, wrong_encoding, wrong_order
from letters.management.demo import create_demo_accounts
from letters.management.static_files import collect_static
from letters.writers.font_sources import FontUnreadable
from letters.writers.fonts import build_fonts

NO_ACCOUNT = "还没有账号：python3 run.py manage createsuperuser / No account yet: that line makes one."


class Command(BaseCommand):
    help = "Makes the data folder ready to serve; quick when it already is."
    # gunicorn loads the same code right after; checking it twice would cost every start half a second.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="put demo accounts into an empty user table")

    def handle(self, *, demo, verbosity, **options):
        self.read_library()
        try:
            self.ask_database()
            call_command("migrate", interactive=False, verbosity=0)
            collect_static()
            self.build_fonts()
        except (OSError, DatabaseError) as error:
            raise CommandError(refusal(error)) from error
        if demo:
            self.create_demo_accounts()
        if verbosity and not get_user_model().objects.exists():
            self.stdout.write(NO_ACCOUNT)

    def read_library(self):
        """Read once before the workers part; what is wrong in it is said now and not at the first letter."""
        try:
            for read in (letter_definitions, company_definition, guide, glossary, all_rules):
                read()
        except (DefinitionError, UnicodeDecodeError) as fault:
            raise CommandError(f"范本库有错：{fault}。 / The library is wrong there.") from fault

    def ask_database(self):
        """SQLite comes with the program and is always as it should be; a PostgreSQL was set up by somebody."""
        if not is_postgresql():
            return
        if sentence := wrong_encoding():
            raise CommandError(sentence)
        if sentence := wrong_order():
            self.stderr.write(sentence)

    def build_fonts(self):
        """A broken font file costs the PDF, not the start."""
        try:
            build_fonts()
        except FontUnreadable as fault:
            self.stderr.write(str(fault))

    def create_demo_accounts(self):
        for account, password in create_demo_accounts():
            self.stdout.write(f"account {account.username} {password} {account.role}")
