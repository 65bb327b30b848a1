"""How a letter is printed: in the layout chosen for it, else its company's, with the company's logo on its paper."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from letters.actions.turn import TransitionRefused, as_it_stands, locked
from letters.models import Company, Letter
from letters.models.artefact import file_path
from letters.models.trail import record
from letters.permissions import is_party, may_lay_out
from letters.questions.carried import carried_answers
from letters.writers.logo import Logo, kept_logo
from letters.writers.options import Layout, Letterhead, PrintOptions, Watermark

ASKED_AS = "print_layout"


def company_layout(company: Company | None) -> Layout:
    """What the company's record says; 公文版式 where it says nothing."""
    return Layout(company.read.values.get(ASKED_AS, Layout.OFFICIAL) if company else Layout.OFFICIAL)


def layout_of(letter: Letter) -> Layout:
    return Layout(letter.layout) if letter.layout else company_layout(letter.company_record)


def print_options(letter: Letter, watermark: Watermark = Watermark.NONE) -> PrintOptions:
    layout = layout_of(letter)
    head = _letterhead(letter) if layout == Layout.BUSINESS else None
    return PrintOptions(layout, head, watermark, _answers(letter))


def require_laying_out(letter: Letter, by: AbstractBaseUser) -> None:
    """PermissionDenied for the wrong person, TransitionRefused once it is printed for good."""
    if not is_party(by, letter):
        raise PermissionDenied
    if not may_lay_out(by, letter):
        raise TransitionRefused(as_it_stands(letter), letter)


def choose_layout(letter: Letter, layout: Layout | None, *, by: AbstractBaseUser) -> None:
    """None follows the company. Answers and version stay as they are: it is no matter of what the letter says."""
    chosen = layout.value if layout else ""
    with transaction.atomic():
        current = locked(letter)
        require_laying_out(current, by)
        if current.layout == chosen:
            return
        current.layout = chosen
        current.save(update_fields=["layout"])
        record(current, "lay_out", by=by, facts={"layout": chosen})


def _answers(letter: Letter) -> bytes:
    """What the letter, or its approved revision, is made of: the PDF carries it."""
    if revision := letter.approved_revision:
        return carried_answers(revision.definition_id, revision.definition_version, revision.answers, revision.values)
    used = letter.journey.answers.values
    return carried_answers(letter.definition_id, letter.definition_version, letter.answers, used)


def _letterhead(letter: Letter) -> Letterhead | None:
    """Without a logo the writers name who promises by themselves."""
    owner = logo_owner(letter)
    return Letterhead(letter.company, logo_of(owner)) if owner else None


def logo_owner(letter: Letter) -> Company | None:
    """A logo stands beside its own company's name only."""
    company = letter.company_record
    return company if company and company.name == letter.company and company.logo else None


def logo_of(company: Company) -> Logo | None:
    return kept_logo(file_path(company.logo).read_bytes()) if company.logo else None
