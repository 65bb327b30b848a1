"""What the database keeps; each noun has its own module."""

from letters.models.company import Company
from letters.models.letter import Letter

__all__ = ["Company", "Letter"]
