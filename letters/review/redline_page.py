"""Two revisions on one sheet, or a revision against the blank letter of the library: what changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from letters.document.blocks import Document
from letters.document.build import build_blank_form
from letters.document.compare import compare
from letters.models import Comment, Letter, Revision
from letters.models.people import called
from letters.review.opening import open_letter
from letters.review.reading import LONG
from letters.writers.bounds import DocumentTooLong
from letters.writers.docx_comments import WordComment
from letters.writers.docx_redline import render_redline_docx
from letters.writers.filenames import letter_filename
from letters.writers.formats import FORMATS
from letters.writers.redline_html import redline_html

LIBRARY = "library"


@dataclass(frozen=True)
class Pair:
    """`older` None is the blank letter of the library."""

    older: Revision | None
    newer: Revision


@require_safe
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """What was chosen in the two lists, as an address; without a choice the newest two."""
    letter = open_letter(request, pk)
    numbers = list(letter.revisions.values_list("number", flat=True))
    if not numbers:
        return redirect(letter)
    newer = request.GET.get("newer", str(numbers[-1]))
    older = request.GET.get("older", str(numbers[-2]) if len(numbers) > 1 else LIBRARY)
    if newer not in map(str, numbers) or older not in [LIBRARY, *map(str, numbers)]:
        raise Http404
    pair = (newer, LIBRARY) if older == LIBRARY else sorted((older, newer), key=int)
    return redirect("redline", pk, *pair)


@require_safe
def redline(request: HttpRequest, pk: int, revision: int, other: str) -> HttpResponse:
    """`other` is a revision or "library"; whichever is earlier stands for what was before."""
    letter = open_letter(request, pk)
    revisions = _revisions(letter)
    pair = _pair(revisions, str(revision), other)
    changes = compare(_before(letter, pair), pair.newer.tree)
    html = redline_html(changes, request.GET.get("only") == "changes")
    context = {"letter": letter, "pair": pair, "revisions": revisions, "redline": html}
    return render(request, "review/redline.html", context)


@require_safe
def redline_file(request: HttpRequest, pk: int, revision: int, other: str) -> HttpResponse:
    """The same as a Word file with tracked changes, and the comments on both revisions in its margin."""
    letter = open_letter(request, pk)
    pair = _pair(_revisions(letter), str(revision), other)
    author, date = called(pair.newer.submitted_by), timezone.localtime(pair.newer.submitted_at)
    try:
        content = render_redline_docx(
            _before(letter, pair), pair.newer.tree, author=author, date=date, comments=word_comments(pair)
        )
    except DocumentTooLong as refused:
        context = {"reason": str(refused), "extension": "docx", "formats": []}
        return render(request, "exports/refused.html", context, status=422)
    name = letter_filename(f"{letter.title}修订对照", letter.company, "", date.date(), "docx")
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(content, content_type=FORMATS["docx"].content_type, headers=headers)


def word_comments(pair: Pair) -> list[WordComment]:
    """What speaks of the whole letter stands at its title."""
    versions = {pair.newer.pk: "newer"} | ({pair.older.pk: "older"} if pair.older else {})
    found = Comment.objects.filter(revision__in=versions).select_related("by").order_by("at", "pk")
    replies = defaultdict(list)
    for comment in found:
        replies[comment.parent_id].append(comment)
    return [_word_comment(each, versions[each.revision_id], replies[each.pk]) for each in replies[None]]


def _word_comment(comment: Comment, version: str, replies: Iterable[Comment] = ()) -> WordComment:
    return WordComment(
        clause=comment.block or 0,
        author=called(comment.by),
        date=timezone.localtime(comment.at),
        text=comment.text,
        version=version,
        resolved=comment.resolved_at is not None,
        replies=tuple(_word_comment(reply, version) for reply in replies),
    )


def _revisions(letter: Letter) -> list[Revision]:
    return list(letter.revisions.select_related("submitted_by").defer(*LONG))


def _before(letter: Letter, pair: Pair) -> Document:
    return pair.older.tree if pair.older else build_blank_form(letter.definition)


def _pair(revisions: list[Revision], one: str, other: str) -> Pair:
    by_number = {str(each.number): each for each in revisions}
    if one not in by_number or other not in [LIBRARY, *by_number]:
        raise Http404
    if other == LIBRARY:
        return Pair(None, by_number[one])
    return Pair(*sorted((by_number[one], by_number[other]), key=lambda each: each.number))
