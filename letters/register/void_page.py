"""Declaring a letter void: the reason, and what follows."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from letters.actions.turn import require
from letters.actions.void import void_letter
from letters.models import Letter
from letters.questions.widgets import TypedLines
from letters.register.one_letter import UNPROCESSABLE, opened
from letters.workflow import Action

LONGEST_REASON = 1_000


class VoidForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=gettext_lazy("作废的原因"),
        label_suffix="",
        help_text=gettext_lazy("记入留痕，只有能看这份承诺书的人看得到。"),
        max_length=LONGEST_REASON,
        widget=TypedLines(attrs={"rows": 4, "maxlength": None}),
        error_messages={
            "required": gettext_lazy("写明作废的原因，再作废。"),
            "max_length": gettext_lazy("原因最多 %(limit_value)d 个字，现在有 %(show_value)d 个，删减后再作废。"),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def void(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever comes second is told by RefusalMiddleware who was first."""
    letter = opened(request, pk)
    require(Action.VOID, letter, request.user)
    if request.method == "POST":
        return _void(request, letter)
    return render(request, "register/void.html", {"letter": letter, "form": VoidForm()})


def _void(request: HttpRequest, letter: Letter) -> HttpResponse:
    form = VoidForm(request.POST)
    if not form.is_valid():
        return render(request, "register/void.html", {"letter": letter, "form": form}, status=UNPROCESSABLE)
    voided = void_letter(letter, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("已作废。编号 %(number)s 不再使用。") % {"number": voided.number})
    return redirect(voided)
