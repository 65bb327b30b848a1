"""The wizard's pages: fill in a step, check all answers."""

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from formtools.wizard.views import NamedUrlWizardView

from letters.models.drafting import SaveRefused
from letters.models.people import called
from letters.permissions import may_edit
from letters.questions.forms import StepForm
from letters.web.doors import wants_json
from letters.wizard.check_page import CHECK, check_page
from letters.wizard.conflict import as_list, conflict_rows
from letters.wizard.opening import open_draft
from letters.wizard.prefill import prefilled
from letters.wizard.step_page import letter_html, question_rows, rail, step_title, step_url


@method_decorator(never_cache, name="dispatch")
class LetterWizard(NamedUrlWizardView):
    """formtools walks the steps; what it walks over is the letter's row (DraftStorage) and its journey."""

    storage_name = "letters.wizard.storage.DraftStorage"
    template_name = "wizard/step.html"
    show_missing = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.draft = request.draft = open_draft(request, kwargs["pk"])
        steps = [step.key for step in self.draft.definition.steps]
        # formtools wants a form for every step; only that of this page is ever made.
        self.form_list = dict.fromkeys(steps, StepForm)
        if kwargs["step"] in steps:
            self.form_list[kwargs["step"]] = self.draft.form_class(kwargs["step"])
        self.condition_dict = {key: _asks_anything(key) for key in steps}

    def get_step_url(self, step):
        return step_url(self.draft, step)

    def get_form_prefix(self, step=None, form=None):
        return ""

    def get_form_initial(self, step):
        self.start = prefilled(self.draft, self.draft.questions(step))
        return {key: value.typed for key, value in self.start.items()}

    def get(self, request, *args, **kwargs):
        if not may_edit(request.user, self.draft.letter):
            return redirect(self.draft.letter)
        step = kwargs["step"]
        if step == CHECK:
            return self.done([])
        if step not in self.get_form_list():
            return redirect(self.get_step_url(self.steps.first))
        self.storage.current_step = step
        return self.render(self.get_form())

    def post(self, request, *args, **kwargs):
        step = kwargs["step"]
        if request.POST.get(f"{self.prefix}-current_step") != step or step not in self.form_list:
            raise SuspiciousOperation("the page and its address name different steps")
        self.storage.current_step = step
        self.typed = self.draft.typed(step, request.POST)
        try:
            self.storage.set_step_data(step, self.process_step(None))
        except SaveRefused as refused:
            return self._refused(refused)
        if wants_json(request):
            return JsonResponse(
                {"version": self.draft.letter.version, "base": self.draft.base(step), "saved": _clock()}
            )
        return self._go_on(step, request.POST.get("action", "continue"))

    def process_step(self, form):
        return {
            "typed": self.typed,
            "version": self.request.POST.get("version", ""),
            "base": self.request.POST.get("base", ""),
        }

    def _go_on(self, step: str, action: str) -> HttpResponse:
        if action == "exit":
            messages.success(self.request, _("已保存，可以随时回来继续填写。"))
            return redirect("desk")
        if action == "preview":
            return redirect(f"{reverse('preview', args=[self.draft.letter.pk])}?step={step}")
        if action == "back":
            before = self.draft.journey.before(step) if step in self.get_form_list() else None
            return redirect(self.get_step_url(before.key) if before else reverse("letter", args=[self.draft.letter.pk]))
        asked = self.draft.journey.asked(step)
        if any(key in self.draft.journey.answers.faults for key in asked):
            self.show_missing = True
            return self.render(self.get_form())
        if self.request.GET.get("return") == CHECK:
            return redirect(self.get_step_url(CHECK))
        after = self.draft.journey.after(step) if asked else None
        return redirect(self.get_step_url(after.key if after else CHECK))

    def _refused(self, refused: SaveRefused) -> HttpResponse:
        """Somebody else's save came first: nothing is overwritten, both values are shown, mine can still be saved."""
        said = _("%(who)s 在 %(when)s 改动了这一步。") % {
            "who": called(refused.current.updated_by),
            "when": date_format(timezone.localtime(refused.current.updated_at), "H:i"),
        }
        if wants_json(self.request):
            return JsonResponse({"error": said}, status=409)
        self.draft.show_current(refused.current)
        step = self.steps.current
        context = self.get_context_data(form=self.get_form(), typed=self.typed)
        context |= {"conflict": conflict_rows(self.draft, step, self.typed), "said": said}
        context["typed_pairs"] = [(key, part) for key, value in self.typed.items() for part in as_list(value)]
        return render(self.request, "wizard/conflict.html", context, status=409)

    def done(self, form_list, **kwargs):
        """The last page: every answer with a link to change it, and what is still missing."""
        return check_page(self.request, self.draft)

    def get_context_data(self, form, typed=None, **kwargs):
        context = super().get_context_data(form=form, **kwargs)
        step, draft = self.steps.current, self.draft
        shown = {key: value.typed for key, value in self.start.items()} | (typed or {})
        now = draft.with_typed(shown)
        entries = rail(draft, step)
        facts = draft.letter.company_facts
        rows = question_rows(form, draft.questions(step), now, self.start, facts, self.show_missing)
        steps = [known.key for known in now.steps]
        return context | {
            "letter": draft.letter,
            "title": step_title(next(known for known in draft.definition.steps if known.key == step)),
            "place": steps.index(step) + 1 if step in steps else 1,
            "count": len(steps),
            "rail": entries,
            "rows": rows,
            "errors": [row for row in rows if row.error and not row.hidden],
            "base": draft.base(step),
            "preview": letter_html(now),
            "return_to_check": self.request.GET.get("return") == CHECK,
        }


def _asks_anything(step: str):
    return lambda wizard: any(known.key == step for known in wizard.draft.journey.steps)


def _clock() -> str:
    return date_format(timezone.localtime(timezone.now()), "H:i")
