"""Every field of a letter with input nobody should type: a sentence, never a 500, and nothing typed is lost."""

import pytest
from django.urls import reverse

from letters.questions.repair import storable
from tests.hostile import HOSTILE
from tests.wizard.pages import begun, fill_url, reread, step_post

LETTERS = ("cip-1", "cip-2", "osp-1", "ipc-2")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("letter_id", LETTERS)
def test_every_field_answers_in_words_and_keeps_what_was_typed(as_person, chenjing, letter_id, hostile, language):
    client = as_person(chenjing)
    client.cookies["django_language"] = language
    letter = begun(letter_id, chenjing)
    for step in letter.definition.steps:
        keys = [field.key for field in letter.definition.fields_of(step.key)]
        sent = step_post(letter, step.key, dict.fromkeys(keys, HOSTILE[hostile]))
        page = client.post(fill_url(letter, step.key), sent)
        assert page.status_code in (200, 302)
        for row in page.context["errors"] if page.status_code == 200 else ():
            assert row.error.strip()
            assert hostile == "percent" or "%(" not in row.error
        stored = reread(letter).answers
        for key in keys:
            kept = stored[key] if isinstance(stored[key], str) else stored[key][0]
            assert kept == storable(HOSTILE[hostile])
        shown = client.get(fill_url(letter, step.key)).content.decode()
        assert "<script>alert" not in shown
    for name in ("check", "preview", "letter"):
        page = client.get(reverse(name, args=[letter.pk]))
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
    assert client.get(reverse("letter_file", args=[letter.pk, "docx"])).status_code == 200
