"""The code by which whoever holds a letter can check it: made at approval, printed in groups, read back when typed."""

import secrets
from urllib.parse import urlsplit

from django.conf import settings

from letters.questions.repair import half_width

# Crockford's base32: no I, L, O, U. 16 characters are 80 bits.
CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 16
GROUP = 4
MEANT = str.maketrans({"I": "1", "L": "1", "O": "0"})
SEPARATORS = str.maketrans(dict.fromkeys("-‐‑‒–—―−﹣·.", ""))


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def spelled(code: str) -> str:
    """XXXX-XXXX-XXXX-XXXX"""
    return "-".join(code[place : place + GROUP] for place in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """The code that was meant, whatever dashes, blanks, small or full-width letters; empty when it can be none."""
    plain = "".join(half_width(typed[:100]).translate(SEPARATORS).split()).upper().translate(MEANT)
    return plain if len(plain) == CODE_LENGTH and set(plain) <= set(CODE_ALPHABET) else ""


def is_out_of_reach() -> bool:
    """The address printed on letters leads to this machine only: nobody has said where the site is."""
    return urlsplit(settings.NUOCHENG_URL).hostname in {"127.0.0.1", "localhost", "::1"}


def verify_address(code: str) -> str:
    """What the QR code opens: without dashes, which make it larger."""
    return f"{settings.NUOCHENG_URL}/verify/{code}/"
