"""Reading the wizard's pages and posting its steps, as a browser would."""

from django.test import Client
from django.urls import reverse

from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from letters.models.drafting import start_letter
from letters.wizard.draft import Draft


def begun(letter_id: str, by, **answers) -> Letter:
    return start_letter(letter_definition(letter_id), by=by, answers=answers)


def reread(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def fill_url(letter: Letter, step: str) -> str:
    return reverse("fill", args=[letter.pk, step])


def step_post(letter: Letter, step: str, answers: dict, **changed) -> dict:
    """What the page of a step sends: its own hidden fields, and those answers that it asks for."""
    letter = reread(letter)
    keys = {field.key for field in letter.definition.fields_of(step)}
    sent = {
        "letter_wizard-current_step": step,
        "version": letter.version,
        "base": Draft(letter, letter.owner).base(step),
        "action": "continue",
    }
    return sent | {key: value for key, value in answers.items() if key in keys} | changed


def post_step(client: Client, letter: Letter, step: str, answers: dict, *, query: str = "", **changed):
    return client.post(fill_url(letter, step) + query, step_post(letter, step, answers, **changed))


def autosave(client: Client, letter: Letter, step: str, answers: dict, **changed):
    sent = step_post(letter, step, answers, **changed)
    return client.post(fill_url(letter, step), sent, headers={"Accept": "application/json"})
