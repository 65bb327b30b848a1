"""Choosing the layout that one letter is printed in."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from letters.actions.lay_out import choose_layout, layout_of, require_laying_out
from letters.web.layouts import layout_words
from letters.web.opening import visible_letter
from letters.writers.options import Layout

KNOWN = {"": None} | {layout.value: layout for layout in Layout}


@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    letter = visible_letter(request, pk)
    require_laying_out(letter, request.user)
    sent = request.POST.get("layout")
    if sent not in KNOWN:
        raise BadRequest
    choose_layout(letter, KNOWN[sent], by=request.user)
    letter.refresh_from_db(fields=["layout"])
    messages.success(request, _("以后下载的文件用%(layout)s。") % {"layout": layout_words(layout_of(letter))})
    return redirect(letter)
