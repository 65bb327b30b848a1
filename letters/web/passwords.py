"""Changing the password: Django's own form, with errors that say what to do."""

from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class PasswordForm(PasswordChangeForm):
    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": _("现在的密码不对，再填一次。"),
        "password_mismatch": _("两次填写的新密码不一样，再填一次。"),
    }
