"""The password once more: changing it, and what only the person at the keyboard may do."""

from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from letters.web.throttling import Limit, TooMany, count, forget


class PasswordForm(PasswordChangeForm):
    """Django's own form, with errors that say what to do."""

    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": _("现在的密码不对，再填一次。"),
        "password_mismatch": _("两次填写的新密码不一样，再填一次。"),
    }

    def clean_old_password(self):
        try:
            if not confirms(self.user, self.cleaned_data["old_password"]):
                raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        except TooMany as refused:
            raise ValidationError(refused.said, code="throttled") from refused
        return self.cleaned_data["old_password"]


def confirms(user: AbstractBaseUser, password: str) -> bool:
    """Whether this is the user's password; TooMany after ten tries in a quarter of an hour, before hashing."""
    limit = Limit("password", (str(user.pk),), 10, 15 * 60)
    count(limit)
    if not user.check_password(password):
        return False
    forget(limit)
    return True
