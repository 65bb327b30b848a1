"""The forms of the account: Django's own, with errors that say what to do."""

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """One sentence for an unknown name and for a wrong password."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("用户名或密码不对。核对大小写后再试一次。"),
    }


class PasswordForm(PasswordChangeForm):
    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": _("现在的密码不对，再填一次。"),
        "password_mismatch": _("两次填写的新密码不一样，再填一次。"),
    }
