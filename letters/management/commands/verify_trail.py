"""Proves that no event, name, revision or file of any letter was changed, moved or removed."""

from django.core.management.base import BaseCommand, CommandError

from letters.models import Event
from letters.models.trail_proof import prove_trail


class Command(BaseCommand):
    help = "Proves the trail of all letters; exit 1 when anything is not as it was recorded."

    def handle(self, **options):
        faults = list(prove_trail())
        for fault in faults:
            place = f"letter {fault.letter}" + (f" event {fault.seq}" if fault.seq else "")
            self.stdout.write(f"{place}: {fault.message}")
        if faults:
            raise CommandError(f"留痕有 {len(faults)} 处与记录不符。 / The trail has {len(faults)} faults.")
        self.stdout.write(
            f"留痕完好：{Event.objects.count()} 条。 / The trail is whole: {Event.objects.count()} events."
        )
