"""Erases a person who has left: the account is closed, the trail no longer names anybody."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from letters.actions.erase import erase_person


class Command(BaseCommand):
    help = "Closes the account and erases the person's name from the trail, which stays provable."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"没有账号 {username}。 / No account of this name.")
        count = erase_person(person)
        self.stdout.write(f"已从 {count} 条留痕中抹去姓名。 / Erased from {count} events.")
