"""How often something was tried within a while; the row is the same for every process and outlives a restart."""

from datetime import timedelta
from math import ceil

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone

TRIES = 3


class Allowance(models.Model):
    """`bucket` is a keyed hash, so that neither names nor addresses are kept; the row means nothing after `ends_at`."""

    bucket = models.CharField(max_length=64, primary_key=True)
    used = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.used} until {self.ends_at}"


def take(bucket: str, *, most: int, per: timedelta) -> int:
    """Use one of `most`; the seconds to wait when none is left, else 0. A refused try writes nothing."""
    for _ in range(TRIES):
        now = timezone.now()
        found = Allowance.objects.filter(bucket=bucket).first()
        if found and found.used >= most and found.ends_at > now:
            return ceil((found.ends_at - now).total_seconds())
        if not found:
            _begin(bucket)
        if _use_one(bucket, most, per):
            return 0
    return 1


def give_back(bucket: str) -> None:
    Allowance.objects.filter(bucket=bucket, used__gt=0).update(used=F("used") - 1)


def forget(bucket: str) -> None:
    Allowance.objects.filter(bucket=bucket).update(used=0)


def _begin(bucket: str) -> None:
    """A row that is over already: the first use sets its end. Old rows leave whenever a new one comes."""
    now = timezone.now()
    Allowance.objects.filter(ends_at__lt=now).delete()
    Allowance.objects.bulk_create([Allowance(bucket=bucket, ends_at=now)], ignore_conflicts=True)


def _use_one(bucket: str, most: int, per: timedelta) -> bool:
    """One conditional UPDATE: of two that want the last one, the second finds no row."""
    now = timezone.now()
    over = Q(ends_at__lte=now)
    used = Case(When(over, then=1), default=F("used") + 1)
    ends_at = Case(When(over, then=now + per), default=F("ends_at"))
    left = Allowance.objects.filter(over | Q(used__lt=most), bucket=bucket)
    return bool(left.update(used=used, ends_at=ends_at))
