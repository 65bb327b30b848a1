"""Which letters the desk lists: everything said in the address, so that a list can be bookmarked and sent on."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from letters.definitions.catalogue import letter_definitions
from letters.models.letter import LetterQuerySet
from letters.models.searching import as_typed
from letters.workflow import Status

ORDERS = {"recent": ("-updated_at", "-pk"), "oldest": ("updated_at", "pk"), "name": ("company_key", "company", "-pk")}


@dataclass(frozen=True)
class DeskFilter:
    words: str = ""
    status: str = ""
    letter: str = ""
    order: str = "recent"
    bin: bool = False

    @classmethod
    def from_query(cls, query: QueryDict) -> "DeskFilter":
        """Unknown values are left out: an old bookmark still opens."""
        return cls(
            words=as_typed(query.get("q", "")),
            status=query.get("status", "") if query.get("status") in set(Status) else "",
            letter=query.get("letter", "") if query.get("letter") in letter_definitions() else "",
            order=query.get("order", "recent") if query.get("order") in ORDERS else "recent",
            bin="bin" in query,
        )

    @property
    def narrows(self) -> bool:
        return bool(self.words or self.status or self.letter)

    @property
    def query(self) -> str:
        """The filter as the query of an address, without the page."""
        pairs = {"q": self.words, "status": self.status, "letter": self.letter}
        chosen = {key: value for key, value in pairs.items() if value}
        if self.order != "recent":
            chosen["order"] = self.order
        if self.bin:
            chosen["bin"] = "1"
        return urlencode(chosen)

    def apply(self, letters: LetterQuerySet) -> QuerySet:
        letters = letters.binned() if self.bin else letters.kept()
        if self.status:
            letters = letters.filter(status=self.status)
        if self.letter:
            letters = letters.filter(definition_id=self.letter)
        return letters.matching(self.words).order_by(*ORDERS[self.order])
