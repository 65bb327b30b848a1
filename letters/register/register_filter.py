"""Which letters the register lists: everything said in the address, so that a list can be bookmarked and sent on."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from letters.actions.expire import expiring
from letters.definitions.catalogue import letter_definitions
from letters.models import Letter
from letters.permissions import visible_letters
from letters.questions.repair import storable
from letters.workflow import NUMBERED

ORDERS = {
    "recent": ("-approved_at", "-pk"),
    "oldest": ("approved_at", "pk"),
    "company": ("company_key", "company", "-approved_at", "-pk"),
    "expiry": (F("valid_to").asc(nulls_last=True), "-approved_at", "-pk"),
}
FIRST_YEAR, LAST_YEAR = 2000, 2999
LONGEST = 200


@dataclass(frozen=True)
class RegisterFilter:
    """`year` 0 and empty texts: all of them; `soon` only what expires within REMIND_DAYS."""

    words: str = ""
    company: str = ""
    letter: str = ""
    status: str = ""
    year: int = 0
    soon: bool = False
    order: str = "recent"

    @classmethod
    def from_query(cls, query: QueryDict) -> "RegisterFilter":
        """Unknown values are left out: an old bookmark still opens."""
        return cls(
            words=storable(query.get("q", ""))[:LONGEST].strip(),
            company=storable(query.get("company", ""))[:LONGEST],
            letter=query.get("letter", "") if query.get("letter") in letter_definitions() else "",
            status=query.get("status", "") if query.get("status") in set(NUMBERED) else "",
            year=_year(query.get("year", "")),
            soon="soon" in query,
            order=query.get("order", "recent") if query.get("order") in ORDERS else "recent",
        )

    @property
    def narrows(self) -> bool:
        return bool(self.words or self.company or self.letter or self.status or self.year or self.soon)

    @property
    def query(self) -> str:
        """The filter as the query of an address, without the page."""
        pairs = {
            "q": self.words,
            "company": self.company,
            "letter": self.letter,
            "status": self.status,
            "year": self.year,
            "soon": "1" if self.soon else "",
            "order": self.order if self.order != "recent" else "",
        }
        return urlencode({key: value for key, value in pairs.items() if value})

    @property
    def wanted(self) -> Q:
        wanted = Q()
        for word in self.words.split():
            wanted &= Q(company__icontains=word) | Q(number__icontains=word) | Q(title__icontains=word)
        for name, value in (("company", self.company), ("definition_id", self.letter), ("status", self.status)):
            wanted &= Q(**{name: value}) if value else Q()
        if self.year:
            wanted &= Q(approved_at__gte=_new_year(self.year), approved_at__lt=_new_year(self.year + 1))
        return wanted & expiring(timezone.localdate()) if self.soon else wanted

    def apply(self, letters: QuerySet[Letter]) -> QuerySet[Letter]:
        return letters.filter(self.wanted).order_by(*ORDERS[self.order])


def registered(user) -> QuerySet[Letter]:
    """Everything that bears a number, as far as this person may see it."""
    return visible_letters(user).filter(status__in=NUMBERED)


def _year(typed: str) -> int:
    """Its letters were approved in that year, by the clock of the house; 0 when it is none."""
    plain = typed if typed.isascii() and typed.isdecimal() and len(typed) == 4 else "0"
    return int(plain) if FIRST_YEAR <= int(plain) <= LAST_YEAR else 0


def _new_year(year: int) -> datetime:
    return timezone.make_aware(datetime(year, 1, 1))
