"""Times as people say them: just now, minutes ago, then the day and the clock."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

register = template.Library()

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@register.filter
def ago(moment: datetime) -> str:
    """刚刚, 12 分钟前, 11-22 14:08, and with the year when it is another one; a clock running ahead is 刚刚."""
    passed = timezone.now() - moment
    if passed < MINUTE:
        return _("刚刚")
    if passed < HOUR:
        return _("%(minutes)s 分钟前") % {"minutes": passed // MINUTE}
    local = timezone.localtime(moment)
    this_year = local.year == timezone.localdate().year
    return f"{local:%m-%d %H:%M}" if this_year else full(moment)


@register.filter
def full(moment: datetime) -> str:
    """2026-11-22 14:08, in the time zone of the house."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


@register.filter
def clock(moment: datetime) -> str:
    """14:08 today, the day with it otherwise."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}" if local.date() == timezone.localdate() else ago(moment)
