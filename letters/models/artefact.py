"""A file that belongs to a letter for ever: the issued PDF and Word file, and scans of the signed paper."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.models.letter import Letter
from letters.models.revision import Revision


class Artefact(models.Model):
    """The bytes lie in the files folder under their SHA-256; `made_with` names program, renderer and fonts."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        SCAN = "scan", _("签字盖章扫描件")

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="artefacts")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="artefacts")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=300)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    made_with = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("成品文件")
        ordering = ["letter", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "kind"], condition=~models.Q(kind="scan"), name="artefact_issued_once"
            ),
            models.UniqueConstraint(fields=["letter", "sha256"], name="artefact_kept_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def path(self) -> Path:
        return file_path(self.sha256)


def file_path(sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256
