"""Numbers of issued letters: one counter per company and year, without gaps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NumberCounter(models.Model):
    """`company` is the full name as the letter prints it; `last` the number that was given last."""

    company = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("编号")
        constraints = [models.UniqueConstraint(fields=["company", "year"], name="counter_once")]

    def __str__(self):
        return f"{self.company} {self.year}: {self.last}"


def next_number(company: str, year: int, series: str) -> str:
    """示科承诺〔2026〕1号; inside the transaction that uses it, or a failure would leave a gap."""
    NumberCounter.objects.get_or_create(company=company, year=year)
    counter = NumberCounter.objects.select_for_update().get(company=company, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{series}〔{year}〕{counter.last}号"
