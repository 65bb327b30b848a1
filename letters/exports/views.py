"""Files of a letter: what was issued is the stored bytes; anything else is rendered from its document tree."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from letters.actions.lay_out import print_options
from letters.definitions.catalogue import UnknownLetter, letter_definition
from letters.definitions.schema import LetterDefinition
from letters.document.blocks import Document
from letters.document.build import build_blank_form
from letters.models import Artefact, Letter
from letters.permissions import may_see
from letters.web.opening import visible_letter
from letters.web.standing import document_as_it_stands
from letters.workflow import Status
from letters.writers.bounds import DocumentTooLong
from letters.writers.filenames import TO_FILL_IN, letter_filename
from letters.writers.form_fields import fields_to_fill
from letters.writers.formats import FORMATS, CharactersMissing
from letters.writers.options import CLEAN, PrintOptions, Watermark
from letters.writers.pdf_faults import PdfUnavailable

WATERMARKS = {Status.SUBMITTED: Watermark.IN_REVIEW, Status.VOID: Watermark.VOID}


@require_safe
def letter_file(request: HttpRequest, pk: int, extension: str) -> HttpResponse:
    """The letter as a file; anything not approved says what it is across every page, anything with gaps is a draft."""
    if extension in FORMATS and (stored := _stored(request, letter=pk, kind=extension)):
        return stored_file(stored)
    letter = visible_letter(request, pk, "approved_revision", "company_record")
    document = document_as_it_stands(letter)
    options = print_options(letter, _watermark(letter, document))
    name = letter_filename(
        letter.title, letter.company, letter.number, timezone.localdate(letter.updated_at), extension
    )
    return _file(request, document, name, extension, options)


@require_safe
def attachment(request: HttpRequest, pk: int, artefact: int) -> HttpResponse:
    """One stored file of a letter, the scans among them."""
    stored = _stored(request, letter=pk, pk=artefact)
    if not stored:
        raise Http404
    return stored_file(stored)


@require_safe
def blank_file(request: HttpRequest, letter_id: str, extension: str) -> HttpResponse:
    """The blank form, to be filled in by hand; the one in Word in Word as well."""
    definition = _known(letter_id)
    name = letter_filename(definition.title, definition.variant, "", None, extension)
    options = CLEAN if extension == "pdf" else PrintOptions(form=fields_to_fill(definition))
    return _file(request, build_blank_form(definition), name, extension, options)


@require_safe
def fillable_file(request: HttpRequest, letter_id: str) -> HttpResponse:
    """The blank form as a PDF to be filled in on a screen; the one above is for ink and archives."""
    definition = _known(letter_id)
    name = letter_filename(definition.title + TO_FILL_IN, definition.variant, "", None, "pdf")
    return _file(request, build_blank_form(definition), name, "pdf", PrintOptions(form=fields_to_fill(definition)))


def _known(letter_id: str) -> LetterDefinition:
    try:
        return letter_definition(letter_id)
    except UnknownLetter as unknown:
        raise Http404 from unknown


def _stored(request: HttpRequest, **which: int | str) -> Artefact | None:
    """With as much of its letter as tells who may see it: one query, and nothing large is read."""
    wanted = ("name", "content_type", "sha256", "size", "letter__owner", "letter__status")
    stored = Artefact.objects.filter(**which).select_related("letter").only(*wanted).order_by("pk").first()
    if stored and not may_see(request.user, stored.letter):
        raise Http404
    return stored


def stored_file(artefact: Artefact) -> HttpResponse:
    """The very bytes that were stored; its hash is the entity tag."""
    headers = {"ETag": f'"{artefact.sha256}"', "Content-Length": str(artefact.size)}
    file = artefact.path.open("rb")
    return FileResponse(
        file, as_attachment=True, filename=artefact.name, content_type=artefact.content_type, headers=headers
    )


def _watermark(letter: Letter, document: Document) -> Watermark:
    """What stands across every page of anything that is not a standing letter."""
    if letter.approved_revision:
        return WATERMARKS.get(Status(letter.status), Watermark.NONE)
    return Watermark.DRAFT if document.gaps else WATERMARKS.get(Status(letter.status), Watermark.DRAFT)


def _file(request: HttpRequest, document: Document, name: str, extension: str, options: PrintOptions) -> HttpResponse:
    if extension not in FORMATS:
        raise Http404
    kind = FORMATS[extension]
    try:
        content = kind.render(document, options)
    except (CharactersMissing, DocumentTooLong, PdfUnavailable) as refused:
        context = {
            "reason": str(refused),
            "extension": extension,
            "formats": [key for key in FORMATS if key != extension],
        }
        return render(request, "exports/refused.html", context, status=422)
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(content, content_type=kind.content_type, headers=headers)
