"""Puts a back-up into an empty data folder and an empty database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from letters.management.backup import restore
from letters.management.database_copy import CopyFailed


class Command(BaseCommand):
    help = "Restores what `backup` wrote; nothing that is already there is ever overwritten."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the zip that `backup` wrote")

    def handle(self, *, file, **options):
        try:
            restore(file.expanduser().resolve())
        except CopyFailed as refused:
            raise CommandError(str(refused)) from refused
        except OSError as error:
            raise CommandError(f"{error}：检查路径、权限与剩余空间。 / Check path, rights and free space.") from error
        self.stdout.write(
            "已恢复。运行 python3 run.py manage verify_trail 核对留痕，再启动。 / Restored; verify_trail proves it."
        )
