"""What legal decided about one revision; the database takes one final decision, and none by the author."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.models.revision import Revision


class Decision(models.Model):
    """A first of two approvals is not final; a return always is."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("批准")
        RETURNED = "returned", _("退回修改")

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20, choices=Outcome)
    is_final = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("审核决定")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "by"], name="decision_once_each"),
            models.UniqueConstraint(fields=["revision"], condition=models.Q(is_final=True), name="decision_final_once"),
        ]

    def __str__(self):
        return f"{self.revision} {self.outcome}"
