"""A letter as it was handed in: answers, company, wording, findings and the finished text, frozen for ever."""

import hashlib
import json

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.document.blocks import Document
from letters.document.frozen import document_from_json
from letters.models.letter import Letter

CONTENT = (
    "definition_id",
    "definition_version",
    "definition_source",
    "answers",
    "values",
    "company",
    "findings",
    "document",
    "text",
)


class Revision(models.Model):
    """Written once, by submitting; the database refuses changes (triggers.py).

    `answers` is what was typed, `values` the accepted answers as plain JSON, `company` its record and profile then,
    `findings` what the law said, each with the author's `reason`; `document` is the tree that every file is made of.
    """

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    definition_id = models.CharField(max_length=40)
    definition_version = models.PositiveIntegerField()
    definition_source = models.TextField()
    answers = models.JSONField()
    values = models.JSONField()
    company = models.JSONField()
    findings = models.JSONField()
    document = models.JSONField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("版本")
        ordering = ["letter", "number"]
        constraints = [models.UniqueConstraint(fields=["letter", "number"], name="revision_numbered_once")]

    def __str__(self):
        return f"{self.letter} #{self.number}"

    @property
    def tree(self) -> Document:
        return document_from_json(self.document)

    @property
    def blocking(self) -> list[dict]:
        """What the law forbids and the author kept, with the reason given."""
        return [finding for finding in self.findings if finding["blocks"]]

    def content_hash(self) -> str:
        """SHA-256 over everything frozen, in one fixed spelling."""
        content = {name: getattr(self, name) for name in CONTENT} | {"number": self.number}
        spelled = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(spelled.encode()).hexdigest()
