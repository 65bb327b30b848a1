"""Reading the review page and sending its forms, as a browser would."""

import re
from html import unescape

from django.test import Client
from django.urls import reverse

from letters.models import Letter
from tests.states import reread


def review_url(letter: Letter, query: str = "") -> str:
    return reverse("review", args=[letter.pk]) + query


def read(client: Client, letter: Letter, query: str = "") -> str:
    """The text of the page, without its tags."""
    return words(client.get(review_url(letter, query)))


def words(page) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.content.decode())).split())


def remark(client: Client, letter: Letter, text: str, *, block: int | str = "", revision: int | None = None, **more):
    sent = {"revision": revision or latest(letter), "block": block, "text": text} | more
    return client.post(reverse("comment", args=[letter.pk]), sent)


def suggest(client: Client, letter: Letter, field: str, value, *, text: str = "", block: int | str = ""):
    sent = {"revision": latest(letter), "block": block, "text": text, field: value}
    return client.post(reverse("suggest", args=[letter.pk, field]), sent)


def press(client: Client, name: str, comment, **data):
    return client.post(reverse(name, args=[comment.revision.letter_id, comment.pk]), data)


def accept(client: Client, comment, version: int | None = None):
    now = reread(comment.revision.letter).version
    return press(client, "accept", comment, version=now if version is None else version)


def decide(client: Client, name: str, letter: Letter, **data):
    return client.post(reverse(name, args=[letter.pk]), {"revision": latest(letter)} | data)


def latest(letter: Letter) -> int:
    return letter.revisions.count()
