"""Issued letters: the register, one letter's life after approval, and the public check of a code."""
