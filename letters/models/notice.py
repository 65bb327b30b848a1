"""What the bell shows: something happened to a letter that concerns somebody."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.models.letter import Letter
from letters.workflow import Status


class NoticeQuerySet(models.QuerySet):
    def about(self, person: AbstractBaseUser):
        """What still concerns this person: neither a draft taken back nor a review that somebody has finished."""
        readable = models.Q(letter__owner=person) | ~models.Q(letter__status=Status.DRAFT)
        open_ = ~models.Q(kind=Notice.Kind.SUBMITTED) | models.Q(letter__status=Status.SUBMITTED)
        return self.filter(readable, open_, recipient=person)

    def unread(self):
        return self.filter(read_at=None)


class Notice(models.Model):
    """`due` is the day a letter expires, so that its reminder comes once; None for everything else."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("待您审核")
        COMMENTED = "commented", _("有新意见")
        RETURNED = "returned", _("已退回修改")
        APPROVED = "approved", _("已批准")
        ISSUED = "issued", _("已签发")
        EXPIRING = "expiring", _("即将到期")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    letter = models.ForeignKey(Letter, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind)
    due = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("通知")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["recipient", "read_at", "-at"], name="notice_bell")]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "letter", "kind", "due"], name="notice_reminds_once"),
        ]

    def __str__(self):
        return f"{self.kind} {self.letter}"
