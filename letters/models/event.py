"""The trail: every action on a letter is one event, chained to the one before; names stand apart and can be erased."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.models.letter import Letter


class Event(models.Model):
    """Append-only. `facts` name no person; `person` and `note` are salted commitments to what EventDetail says.

    `mac` is HMAC-SHA256 over everything here and `prev`, the mac of the letter's event before.
    """

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    action = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)
    person = models.CharField(max_length=64)
    note = models.CharField(max_length=64)
    prev = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("留痕")
        ordering = ["letter", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "seq"], name="event_in_order"),
            models.UniqueConstraint(fields=["letter", "prev"], name="event_chained"),
        ]

    def __str__(self):
        return f"{self.letter_id}/{self.seq} {self.action}"


class EventDetail(models.Model):
    """Who, and in what words. Erasing a person deletes these rows; the chain stays provable without them."""

    event = models.OneToOneField(Event, models.PROTECT, related_name="detail")
    salt = models.CharField(max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name = _("留痕人员")

    def __str__(self):
        return f"{self.event}: {self.name}"
