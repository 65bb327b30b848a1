"""Tells the people a step concerns: a line under the bell, and a mail with title and link once it is certain."""

import logging
from collections.abc import Iterable
from datetime import date
from functools import partial
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMessage, get_connection
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
    others = [person for person in recipients if person.is_active and not (besides and person.pk == besides.pk)]
    told = [person for person in others if _tell(letter, kind, person, due)]
    if addresses := [person.email for person in told if person.email]:
        transaction.on_commit(partial(_mail, letter, kind, addresses), robust=True)


def _tell(letter: Letter, kind: Notice.Kind, person: AbstractBaseUser, due: date | None) -> bool:
    """False when the person has been told of this due day; two servers that tell at once tell once."""
    now = timezone.now()
    if due is None:
        Notice.objects.create(recipient=person, letter=letter, kind=kind, at=now)
        return True
    return Notice.objects.get_or_create(recipient=person, letter=letter, kind=kind, due=due, defaults={"at": now})[1]


def _mail(letter: Letter, kind: Notice.Kind, addresses: list[str]) -> None:
    """Title and link only: what the letter says stays behind the sign-in. One mail each, over one connection.

    A dead mail server is waited for once and stops nobody's work; an address that it refuses stops no other mail.
    """
    with override(settings.LANGUAGE_CODE):
        subject = f"{kind.label}：《{letter.title}》"
        body = _("打开查看：%(url)s") % {"url": f"{settings.NUOCHENG_URL}{letter.get_absolute_url()}"}
    try:
        with get_connection() as connection:
            for address in addresses:
                _send(EmailMessage(subject, body, None, [address], connection=connection))
    except (OSError, SMTPException):
        logger.exception("mails about letter %s not sent", letter.pk)


def _send(mail: EmailMessage) -> None:
    try:
        mail.send()
    except SMTPRecipientsRefused:
        logger.warning("mail refused by the server", exc_info=True)
