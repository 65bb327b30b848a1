"""Writes everything that cannot be made again into one zip, while people go on working."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from letters.management.backup import back_up
from letters.management.database_copy import CopyFailed


class Command(BaseCommand):
    help = "Backs up the database, the keys, the stored files and the trail's anchors into one new zip."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the zip to write; it contains the keys, so keep it safe")

    def handle(self, *, file, **options):
        try:
            back_up(file.expanduser().resolve())
        except CopyFailed as refused:
            raise CommandError(str(refused)) from refused
        except OSError as error:
            raise CommandError(f"{error}：检查路径、权限与剩余空间。 / Check path, rights and free space.") from error
        self.stdout.write(f"已备份到 {file}，其中有密钥，要妥善保管。 / Backed up; keep it safe, the keys are in it.")
