"""Error pages in the reader's language: what happened, what to do, and a number to quote."""

import logging
import secrets
import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from letters.web.doors import SignIn, keep_typed, offer_again, wants_json
from letters.web.throttling import TooMany

logger = logging.getLogger(__name__)


class TooManyMiddleware:
    """Any view may say TooMany; the page says how long to wait."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, TooMany):
            return None
        response = _page(request, 429, _("次数过多。"), _("%(wait)s后再试。") % {"wait": exception.wait})
        response.headers["Retry-After"] = str(exception.seconds)
        return response


def _page(request: HttpRequest, status: int, heading: str, advice: str) -> HttpResponse:
    number = secrets.token_hex(4).upper()
    logger.warning("error page %s: status %s at %s %s", number, status, request.method, request.path)
    if wants_json(request):
        return JsonResponse({"error": _in_one(heading, advice), "number": number}, status=status)
    context = {"status": status, "heading": heading, "advice": advice, "number": number}
    context["is_stranger"] = status < 500 and _is_stranger(request)
    return render(request, "errors/error.html", context, status=status)


def _is_stranger(request: HttpRequest) -> bool:
    """Not asked where something is broken, as the answer may be what is; too early a refusal has no reader yet."""
    return hasattr(request, "user") and not request.user.is_authenticated


def _in_one(heading: str, advice: str) -> str:
    """English wants a space between two sentences."""
    return _("{heading}{advice}").format(heading=heading, advice=advice)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400, _("这次提交没有被接受。"), _("返回上一页刷新后再试；内容过长时先删减再保存。"))


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403, _("您的账号没有做这件事的权限。"), _("需要时联系管理员调整角色。"))


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404, _("没有找到这个页面。"), _("核对网址，或回到工作台从列表中打开。"))


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """503 where only the database is away, locked or full: that passes, and what was typed can be sent once more."""
    status, heading = 500, _("系统出错了。")
    advice = _("已保存的内容都在。稍后刷新再试；仍不行时把下面的编号告诉管理员。")
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        status, heading = 503, _("数据库暂时没有应答。")
        advice = _(
            "等一分钟后刷新本页；刚提交的内容可能没有保存，浏览器询问时选择重新提交。仍不行时把下面的编号告诉管理员。"
        )
    try:
        response = _page(request, status, heading, advice)
    except Exception:
        logger.exception("the error page itself failed")
        words = f"{_in_one(heading, advice)}\n"
        response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    if status == 503:
        response.headers["Retry-After"] = "60"
    return response


@login_not_required
def csrf_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was older than the sign-in: what was typed is offered again with a fresh token, our own pages only."""
    if _is_ours(request) and request.method == "POST" and not wants_json(request):
        kept = keep_typed(request)
        if not request.user.is_authenticated:
            return SignIn.as_view()(kept)
        return offer_again(request, kept.kept_for, kept.kept, status=403)
    return _page(request, 403, _("这个页面已经过期。"), _("返回上一页刷新后重新提交。"))


def _is_ours(request: HttpRequest) -> bool:
    """Sent by a page of this site: another site must not be able to put words into this confirmation."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", "")
    return site == "same-origin" and origin in ("", f"{request.scheme}://{request.get_host()}")
