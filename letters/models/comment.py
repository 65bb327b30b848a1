"""What legal remarks on a clause of one revision, the replies, and a value that legal suggests."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.models.revision import Revision


class Comment(models.Model):
    """`block` is the place in the revision's document, from 0; None speaks of the whole letter. Replies have none.

    `suggested_field` and `suggested` are an answer as typed, which the author may accept.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", models.PROTECT, related_name="replies", null=True, blank=True)
    block = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    suggested_field = models.CharField(max_length=80, blank=True)
    suggested = models.JSONField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("意见")
        ordering = ["revision", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent=None) | models.Q(block=None, suggested_field=""), name="comment_reply_plain"
            ),
            models.CheckConstraint(
                condition=models.Q(resolved_at=None, resolved_by=None)
                | models.Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_resolved_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.revision}: {self.text[:40]}"
