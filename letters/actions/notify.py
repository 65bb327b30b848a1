"""Tells the people a step concerns: a line under the bell, and a mail with title and link once it is certain."""

import logging
from collections.abc import Iterable
from datetime import date
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from letters.models import Letter, Notice
from letters.permissions import LEGAL

logger = logging.getLogger(__name__)


def reviewers(letter: Letter) -> list[AbstractBaseUser]:
    """Everybody of legal who may decide on this letter."""
    people = get_user_model().objects.filter(groups__name=LEGAL, is_active=True)
    return list(people.exclude(pk=letter.owner_id))


def notify(
    letter: Letter,
    kind: Notice.Kind,
    recipients: Iterable[AbstractBaseUser],
    *,
    besides: AbstractBaseUser | None = None,
    due: date | None = None,
) -> None:
    """Inside the action's transaction; nobody hears of the own doing, nor twice of the same due day."""
    now = timezone.now()
    for person in recipients:
        if not person.is_active or (besides and person.pk == besides.pk):
            continue
        if due and Notice.objects.filter(recipient=person, letter=letter, kind=kind, due=due).exists():
            continue
        Notice.objects.create(recipient=person, letter=letter, kind=kind, due=due, at=now)
        if person.email:
            transaction.on_commit(partial(_mail, letter, kind, person.email), robust=True)


def _mail(letter: Letter, kind: Notice.Kind, address: str) -> None:
    """Title and link only: what the letter says stays behind the sign-in. A dead mail server stops nobody's work."""
    with override(settings.LANGUAGE_CODE):
        subject = f"{kind.label}：《{letter.title}》"
        body = _("打开查看：%(url)s") % {"url": f"{settings.NUOCHENG_URL}{letter.get_absolute_url()}"}
    try:
        send_mail(subject, body, None, [address])
    except (OSError, SMTPException):
        logger.exception("mail about letter %s not sent", letter.pk)
