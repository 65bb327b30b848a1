"""What time brings: marks letters that have expired, and reminds of those that will. Any number of times a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from letters.actions.expire import expire_letters, remind_of_expiry


class Command(BaseCommand):
    help = "Marks letters whose last day has passed and reminds of those about to expire; the server does it hourly."
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        today = timezone.localdate()
        expired = expire_letters(today)
        remind_of_expiry(today)
        if verbosity:
            self.stdout.write(f"{today}: {expired} expired")
