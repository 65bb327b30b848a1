"""Every page is behind a sign-in; what was typed when the session ended is carried through it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from letters.web.sign_in_form import SignInForm, remember_browser

KEPT = "kept-"
page_and_form = require_http_methods(["GET", "HEAD", "POST"])
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "username", "next")


class NoStoreMiddleware:
    """Nothing but static files is kept by a cache: the next person at this desk presses Back, too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Scripts get 401 (a followed redirect would read as "saved"); a posted page is kept and offered again."""

    def get_login_url(self, view_func):
        """One door: the administration sends nobody to another."""
        return settings.LOGIN_URL

    def handle_no_permission(self, request, view_func):
        if wants_json(request):
            return JsonResponse({"error": _("登录已过期。在新标签页登录后，这里会接着保存。")}, status=401)
        if request.method == "POST":
            return SignIn.as_view()(keep_typed(request))
        return super().handle_no_permission(request, view_func)


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def keep_typed(request: HttpRequest) -> HttpRequest:
    """Remember on the request what was posted and where to, for the sign-in page to carry along."""
    request.kept = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    request.kept = [(name, value) for name, value in request.kept if name not in NEVER_KEPT]
    request.kept_for = request.get_full_path()
    return request


@method_decorator([login_not_required, never_cache, page_and_form], name="dispatch")
class SignIn(LoginView):
    """Signs in; `kept-` fields of the form are handed on to the page that they were meant for."""

    template_name = "accounts/login.html"
    form_class = SignInForm
    redirect_authenticated_user = False

    def dispatch(self, request, *args, **kwargs):
        if hasattr(request, "kept"):
            return self.render_to_response(self.get_context_data(form=self.form_class(request)), status=401)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        posted = self.request.POST
        carried = [
            (name.removeprefix(KEPT), value)
            for name in posted
            if name.startswith(KEPT)
            for value in posted.getlist(name)
        ]
        context["kept"] = getattr(self.request, "kept", carried)
        context[self.redirect_field_name] = getattr(self.request, "kept_for", self.get_redirect_url())
        return context

    def form_valid(self, form):
        response = super().form_valid(form)
        kept = self.get_context_data(form=form)["kept"]
        if kept:
            response = offer_again(self.request, self.get_success_url(), kept)
        remember_browser(response, form.cleaned_data["username"], secure=settings.HTTPS)
        return response

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.refused:
            response.status_code = 429
            response.headers["Retry-After"] = str(form.refused.seconds)
        return response


def offer_again(request: HttpRequest, url: str, kept: list[tuple[str, str]], status: int = 200) -> HttpResponse:
    """A page that shows what is still to be saved, with a button that saves it."""
    if not url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}):
        url = "/"
    return render(request, "accounts/save_again.html", {"url": url, "kept": kept}, status=status)


@login_not_required
@require_safe
@never_cache
def session_state(request: HttpRequest) -> JsonResponse:
    """For scripts that wait after a sign-in elsewhere: who is signed in, and the token to post with."""
    user = request.user.get_username() if request.user.is_authenticated else None
    return JsonResponse({"user": user, "token": get_token(request)})
