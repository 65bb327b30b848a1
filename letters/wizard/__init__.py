"""Filling in a letter: one page per step, a preview beside it, and the answers to check at the end."""
