"""What a person is called on a page."""

from django.contrib.auth.models import AbstractUser


def called(user: AbstractUser) -> str:
    """陈静 for the family name 陈 and the given name 静, Jing Chen in Latin letters, else the account's name."""
    if user.last_name and not user.get_full_name().isascii():
        return f"{user.last_name}{user.first_name}"
    return user.get_full_name() or user.get_username()
