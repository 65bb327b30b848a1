"""What the administrator decides for a whole family of letters."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from letters.definitions.catalogue import PACKS
from letters.questions.language import spoken


class FamilyRule(models.Model):
    """A family without a row is approved by one person."""

    pack = models.CharField(
        _("系列"), max_length=10, unique=True, choices=[(key, title_zh) for key, (title_zh, _en) in PACKS.items()]
    )
    second_approver = models.BooleanField(_("须由两人批准"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("审批规则")

    def __str__(self):
        return spoken(*PACKS[self.pack])


def needs_second_approver(pack: str) -> bool:
    return FamilyRule.objects.filter(pack=pack, second_approver=True).exists()
