"""Addresses of the account and of the language switch."""

from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from letters.web.doors import SignIn, page_and_form, session_state
from letters.web.passwords import PasswordForm
from letters.web.theme import choose_theme

urlpatterns = [
    path("account/login/", SignIn.as_view(), name="login"),
    path("account/logout/", require_POST(auth.LogoutView.as_view()), name="logout"),
    path(
        "account/password/",
        page_and_form(
            auth.PasswordChangeView.as_view(
                template_name="accounts/password.html", form_class=PasswordForm, success_url="/account/password/done/"
            )
        ),
        name="password",
    ),
    path(
        "account/password/done/",
        require_safe(auth.PasswordChangeDoneView.as_view(template_name="accounts/password_done.html")),
        name="password_done",
    ),
    path("account/session/", session_state, name="session"),
    path("account/theme/", choose_theme, name="set_theme"),
    path("account/language/", login_not_required(require_POST(set_language)), name="set_language"),
]
