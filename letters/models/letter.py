"""One letter being written: its answers as typed, its state, and the version that guards every save."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.definitions.schema import LetterDefinition
from letters.journey import Journey
from letters.models.company import Company
from letters.models.searching import search_words
from letters.models.sorting import pinyin_key
from letters.questions.language import spoken
from letters.workflow import LABELS, NUMBERED, REGISTERED, Status


def list_of(statuses: frozenset[Status]) -> list[str]:
    """In one order, so that migrations do not change by themselves."""
    return sorted(status.value for status in statuses)


def _called_in_english(word: str) -> list[str]:
    """Ids of the library's letters: the database keeps Chinese titles only."""
    known = letter_definitions().values()
    return [each.id for each in known if word in f"{each.title_en} {each.variant_en}".casefold()]


APPROVED_WHOLLY = (
    ~models.Q(number="")
    & ~models.Q(code="")
    & models.Q(approved_revision__isnull=False, approved_by__isnull=False, approved_at__isnull=False)
)


class LetterQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(deleted_at=None)

    def binned(self):
        return self.exclude(deleted_at=None)

    def matching(self, typed: str):
        """Letters whose company, title, variant or number contains every word; two characters of a name suffice."""
        for word in search_words(typed):
            wanted = models.Q(definition_id__in=_called_in_english(word))
            for name in ("company", "title", "variant", "number"):
                wanted |= models.Q(**{f"{name}__icontains": word})
            self = self.filter(wanted)
        return self


class Letter(models.Model):
    """`answers` holds what was typed, valid or not. `version` rises with every save and is what a save must name.

    company, steps_done and steps_total repeat what the answers say, so that lists need no letter opened;
    company_record is whose facts the letter was started from. number and code come with the approval, the dates
    when it is issued; trail_length and trail_head are the end of its chain of events. layout is how it is printed:
    empty follows its company, and issuing writes down what it was.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="letters")
    definition_id = models.CharField(max_length=40)
    definition_version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    variant = models.CharField(max_length=40)
    company = models.CharField(max_length=200, blank=True)
    company_key = models.CharField(max_length=400, blank=True)
    company_record = models.ForeignKey(Company, models.PROTECT, related_name="letters", null=True, blank=True)
    answers = models.JSONField(default=dict)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_total = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=20, choices=[(s.value, LABELS[s][0]) for s in Status], default=Status.DRAFT)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField()
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    deleted_at = models.DateTimeField(null=True, blank=True)

    number = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=16, blank=True)
    approved_revision = models.ForeignKey("Revision", models.PROTECT, related_name="+", null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    supersedes = models.ForeignKey("self", models.PROTECT, related_name="successors", null=True, blank=True)
    void_reason = models.TextField(blank=True)
    layout = models.CharField(max_length=20, blank=True)
    trail_length = models.PositiveIntegerField(default=0)
    trail_head = models.CharField(max_length=64, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("承诺书")
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "deleted_at", "-updated_at"], name="letter_desk"),
            models.Index(fields=["deleted_at", "-updated_at"], name="letter_recent"),
            models.Index(fields=["owner", "deleted_at", "company_key", "company", "-id"], name="letter_by_name"),
            models.Index(fields=["status", "-approved_at"], name="letter_register"),
            models.Index(fields=["status", "valid_to"], name="letter_expiry"),
            # The unique index of the codes is partial, and SQLite does not see that a code is never the empty one.
            models.Index(fields=["code"], name="letter_by_code"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="letter_status_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=list_of(NUMBERED)) | APPROVED_WHOLLY, name="letter_approved_wholly"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=list_of(REGISTERED - {Status.VOID}))
                | models.Q(issued_at__isnull=False, issued_by__isnull=False, signed_on__isnull=False),
                name="letter_issued_wholly",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("owner")),
                name="letter_four_eyes",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.VOID) | ~models.Q(void_reason=""), name="letter_void_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="letter_valid_forwards",
            ),
            models.UniqueConstraint(
                fields=["company", "number"], condition=~models.Q(number=""), name="letter_number_once"
            ),
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="letter_code_once"),
        ]

    def __str__(self):
        return f"{self.company or '--'} {self.title}"

    def get_absolute_url(self):
        return reverse("letter", args=[self.pk])

    @property
    def definition(self) -> LetterDefinition:
        return letter_definition(self.definition_id)

    @property
    def journey(self) -> Journey:
        return Journey(self.definition, self.answers)

    @property
    def company_facts(self) -> dict[str, object]:
        """What is known of the company beyond the letter; the law counts it."""
        return self.company_record.facts if self.company_record else {}

    @property
    def status_label(self) -> str:
        return spoken(*LABELS[Status(self.status)])

    @property
    def title_label(self) -> str:
        """The title as the page speaks; a letter that has left the library keeps the Chinese one it has."""
        return spoken(self.title, getattr(letter_definitions().get(self.definition_id), "title_en", ""))

    @property
    def variant_label(self) -> str:
        return spoken(self.variant, getattr(letter_definitions().get(self.definition_id), "variant_en", ""))

    def summarise(self, journey: Journey) -> None:
        """Bring what lists show in line with the answers."""
        named = journey.answers.values.get("entity_name") or self.company_record or ""
        self.company = str(named)[:200]
        self.company_key = pinyin_key(self.company)
        self.steps_done, self.steps_total = journey.done, len(journey.steps)
