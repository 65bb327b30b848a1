"""Comments are written, answered, settled, and a suggested value accepted: each a form on the review page."""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from letters.actions.comment import (
    accept_suggestion,
    add_comment,
    reply_to,
    require_open,
    require_suggesting,
    settle_comment,
)
from letters.actions.turn import require_latest
from letters.models import Comment, Letter
from letters.review.opening import comment_of, open_letter
from letters.review.review_page import Look, review_page
from letters.review.writing import Writing, fault_of, judged_writing
from letters.web.doors import page_and_form
from letters.web.typed_numbers import typed_number
from letters.web.written import written


@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    letter = open_letter(request, pk)
    require_open(letter, request.user)
    return _kept(request, letter, Writing.from_post(request.POST))


@page_and_form
def suggest(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """GET: the page with a box for a value of this answer. POST: the comment that suggests it."""
    letter = open_letter(request, pk)
    require_suggesting(letter, request.user)
    if field not in {known.key for known in letter.definition.fields if not known.allotted}:
        raise Http404
    if request.method == "POST":
        return _kept(request, letter, Writing.from_post(request.POST, field))
    look = replace(Look.from_query(request.GET), revision=None, writing=Writing.from_query(request.GET, field))
    return review_page(request, letter, look)


def _kept(request: HttpRequest, letter: Letter, writing: Writing) -> HttpResponse:
    latest = require_latest(letter, typed_number(request.POST, "revision"))
    writing = judged_writing(writing, latest.values)
    if writing.is_faulty:
        return _again(request, letter, writing)
    value = (writing.field, writing.typed) if writing.field else None
    made = add_comment(
        letter, by=request.user, revision=latest.number, text=writing.text, block=writing.block, suggest=value
    )
    return _back(request, letter, made)


@require_POST
def reply(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    letter = open_letter(request, pk)
    found, text = comment_of(letter, comment), written(request.POST, "text")
    require_open(letter, request.user)
    if fault := fault_of(text):
        return _again(request, letter, Writing(text=text, fault=fault, parent=found.parent_id or found.pk))
    reply_to(found, by=request.user, text=text)
    return _back(request, letter, found)


@require_POST
def settle(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """`settled` is 1 to settle and 0 to open again."""
    letter = open_letter(request, pk)
    found = comment_of(letter, comment)
    settle_comment(found, by=request.user, settled=request.POST.get("settled") == "1")
    return _back(request, letter, found)


@require_POST
def accept(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    letter = open_letter(request, pk)
    found = comment_of(letter, comment)
    accept_suggestion(found, by=request.user, version=typed_number(request.POST, "version"))
    messages.success(request, _("已采纳，填写内容已按建议修改。"))
    return _back(request, letter, found)


def _again(request: HttpRequest, letter: Letter, writing: Writing) -> HttpResponse:
    """The page once more with what was typed; on the newest revision, as that is the one to be remarked on."""
    look = replace(Look.from_query(request.GET), revision=None, writing=writing)
    return review_page(request, letter, look, status=422)


def _back(request: HttpRequest, letter: Letter, comment: Comment) -> HttpResponse:
    """To the comment; the filter stays, and with it the list where the comment is no longer shown."""
    only_open = "open" in request.GET
    query = f"?{urlencode({'open': 1})}" if only_open else ""
    is_shown = not (only_open and comment.resolved_at)
    place = f"comment-{comment.parent_id or comment.pk}" if is_shown else "comments"
    return redirect(f"{reverse('review', args=[letter.pk])}{query}#{place}")
