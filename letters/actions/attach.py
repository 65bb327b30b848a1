"""Keeps a scan of the signed and sealed paper with the letter that it belongs to."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.actions.turn import TransitionRefused, locked
from letters.models import Artefact, Letter
from letters.models.files import keep_file
from letters.models.trail import record
from letters.permissions import may_attach

MOST_SCANS = 20


def attach_scan(letter: Letter, *, by: AbstractBaseUser, name: str, content_type: str, content: bytes) -> Artefact:
    """`content` has been recognised as PDF, PNG or JPEG before."""
    if not may_attach(by, letter):
        raise PermissionDenied
    sha256 = keep_file(content)
    with transaction.atomic():
        current = locked(letter)
        scans = current.artefacts.filter(kind=Artefact.Kind.SCAN)
        if current.artefacts.filter(sha256=sha256).exists():
            raise TransitionRefused(_("这个文件已经在这份承诺书里了。"), current)
        if scans.count() >= MOST_SCANS:
            raise TransitionRefused(_("扫描件最多 %(most)d 个。") % {"most": MOST_SCANS}, current)
        made = Artefact.objects.create(
            letter=current,
            revision_id=current.approved_revision_id,
            kind=Artefact.Kind.SCAN,
            name=name,
            content_type=content_type,
            sha256=sha256,
            size=len(content),
            by=by,
            at=timezone.now(),
        )
        record(current, "attach", by=by, facts={"file": sha256})
    return made
