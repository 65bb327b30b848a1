"""The next version of an issued letter, started from its answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from letters.actions.renew import renew_letter
from letters.definitions.catalogue import UnknownLetter
from letters.register.one_letter import CONFLICT, not_done, opened


@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    letter = opened(request, pk)
    try:
        draft = renew_letter(letter, by=request.user)
    except UnknownLetter:
        reason = _("范本库里已经没有这份范本。从范本库选一份现在的范本，重新起草。")
        return not_done(request, letter, _("没有开始新版本"), reason, status=CONFLICT)
    messages.success(request, _("这是新版本的草稿，签发后替代 %(number)s。") % {"number": letter.number})
    return redirect(draft)
