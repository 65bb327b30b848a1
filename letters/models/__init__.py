"""What the database keeps; each noun has its own module."""

from letters.models.letter import Letter

__all__ = ["Letter"]
