"""The administration of accounts, behind the one sign-in that everybody uses."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from letters.web.doors import page_and_form


class AccountSite(AdminSite):
    """Has no sign-in form and no password form of its own: those would be ways round the throttle."""

    def admin_view(self, view, cacheable=False):
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            if not self.has_permission(request):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return page_and_form(update_wrapper(inner, guarded))

    @method_decorator(page_and_form)
    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """Only who is signed in gets as far as this."""
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("password")
