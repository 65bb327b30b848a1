"""Name and password, throttled before the password is hashed: a check costs 0.4 s of CPU, a refusal nothing."""

import unicodedata

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.web.throttling import Limit, TooMany, address_of, count, forget, give_back

QUARTER, HOUR, YEAR = 15 * 60, 3600, 365 * 24 * 3600
KNOWN_BROWSER = "known_browser"


class SignInForm(AuthenticationForm):
    """A name that nobody bears is throttled, hashed and answered like one that somebody bears."""

    error_messages = dict.fromkeys(
        ("invalid_login", "inactive"), gettext_lazy("用户名或密码不对。核对后重新填写，注意大小写。")
    )

    refused: TooMany | None = None

    def clean(self):
        account, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not account or not password:
            raise self.get_invalid_login_error()
        own, *shared = limits(self.request, account)
        try:
            count(own, *shared)
        except TooMany as refused:
            self.refused = refused
            raise ValidationError(_said(refused), code="throttled") from refused
        cleaned = super().clean()
        forget(own)
        give_back(*shared)
        return cleaned


def _said(refused: TooMany) -> str:
    return _("登录尝试次数过多，%(wait)s后再试。") % {"wait": refused.wait}


def limits(request: HttpRequest, account: str) -> list[Limit]:
    """The first is this person's own. Guesses from elsewhere shut nobody out of a browser that has signed in before."""
    name, address = _same(account), address_of(request)
    if constant_time_compare(request.COOKIES.get(KNOWN_BROWSER, ""), _mark(name)):
        return [Limit("sign-in known", (name,), 10, QUARTER)]
    return [
        Limit("sign-in", (name, address), 10, QUARTER),
        Limit("sign-in address", (address,), 60, QUARTER),
        Limit("sign-in account", (name,), 100, HOUR),
    ]


def remember_browser(response: HttpResponse, account: str, *, secure: bool) -> None:
    mark = _mark(_same(account))
    response.set_cookie(KNOWN_BROWSER, mark, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)


def _mark(name: str) -> str:
    return salted_hmac("letters.web.known_browser", name, algorithm="sha256").hexdigest()


def _same(account: str) -> str:
    return unicodedata.normalize("NFKC", account).casefold()
