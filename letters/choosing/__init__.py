"""Choosing a letter: the library, a short guide, two letters side by side, the rules behind the advice."""
