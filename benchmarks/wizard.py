"""One wizard step and one preview, against a bare Django view that saves one row and redirects."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from benchmarks.measure import in_turns, report, seconds
from benchmarks.site import site
from config.urls import urlpatterns as served
from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from letters.models.drafting import start_letter
from letters.wizard.draft import Draft
from tests.answers import example_answers

ROUNDS = 60
LETTER, STEP = "osp-1", "team"


def bare(request: HttpRequest, pk: int) -> HttpResponse:
    """What any Django view would do to keep one form: read the row, save it, redirect."""
    letter = Letter.objects.get(pk=pk)
    letter.variant = request.POST["training_per_quarter"]
    letter.save(update_fields=["variant"])
    return redirect("healthz")


urlpatterns = [*served, path("bare/<int:pk>/", bare)]


class Desk:
    """Posts the same step again and again, each time with another value."""

    def __init__(self, client: Client, letter: Letter):
        self.client, self.letter, self.count = client, letter, 0
        self.answers = example_answers(LETTER)

    def sent(self) -> dict:
        self.count += 1
        letter = Letter.objects.get(pk=self.letter.pk)
        keys = [field.key for field in letter.definition.fields_of(STEP)]
        return {key: self.answers[key] for key in keys} | {
            "letter_wizard-current_step": STEP,
            "version": letter.version,
            "base": Draft(letter, letter.owner).base(STEP),
            "training_per_quarter": str(1 + self.count % 5),
        }

    def post(self, url: str, sent: dict, **headers: str) -> float:
        taken = seconds(lambda: self.replies.append(self.client.post(url, sent, headers=headers)))
        assert self.replies.pop().status_code in (200, 302)
        return taken

    replies: list[HttpResponse] = []

    def step(self) -> float:
        return self.post(reverse("fill", args=[self.letter.pk, STEP]), self.sent())

    def preview(self) -> float:
        return self.post(
            reverse("preview", args=[self.letter.pk]), self.sent() | {"step": STEP}, Accept="application/json"
        )

    def bare(self) -> float:
        return self.post(f"/bare/{self.letter.pk}/", self.sent())


@override_settings(ROOT_URLCONF="benchmarks.wizard")
def main() -> None:
    with site() as (client, user):
        desk = Desk(client, start_letter(letter_definition(LETTER), by=user, answers=example_answers(LETTER)))
        for warm_up in (desk.bare, desk.step, desk.preview):
            warm_up()
        sent = desk.sent()
        with CaptureQueriesContext(connection) as queries:
            desk.post(reverse("fill", args=[desk.letter.pk, STEP]), sent)
            count = len(queries)
        times = in_turns({"bare view": desk.bare, "step POST": desk.step, "preview fragment": desk.preview}, ROUNDS)
        print(f"wizard: {LETTER}, step {STEP}, median of {ROUNDS} rounds in turn; {count} queries a step POST")
        report(times, "bare view", "step ≤ 3 ×, queries ≤ 6")
        report({name: times[name] for name in ("step POST", "preview fragment")}, "step POST", "preview ≤ 2 ×")


if __name__ == "__main__":
    main()
