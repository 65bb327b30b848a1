"""What the database keeps; each noun has its own module."""

from letters.models.allowance import Allowance
from letters.models.artefact import Artefact
from letters.models.comment import Comment
from letters.models.company import Company
from letters.models.decision import Decision
from letters.models.event import Event, EventDetail
from letters.models.family import FamilyRule
from letters.models.letter import Letter
from letters.models.notice import Notice
from letters.models.numbering import NumberCounter
from letters.models.revision import Revision

__all__ = [
    "Allowance",
    "Artefact",
    "Comment",
    "Company",
    "Decision",
    "Event",
    "EventDetail",
    "FamilyRule",
    "Letter",
    "Notice",
    "NumberCounter",
    "Revision",
]
