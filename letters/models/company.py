"""Who promises: the facts that letters start from, and the profile that decides which rules apply to them."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from letters.definitions.catalogue import company_definition
from letters.models.searching import search_words
from letters.models.sorting import pinyin_key
from letters.questions.answers import Answers, Typed, read_answers

NAME = "entity_name"
MAX_NAME = 200


class CompanyQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(archived_at=None)

    def matching(self, typed: str):
        """Companies whose name contains every word."""
        for word in search_words(typed):
            self = self.filter(name__icontains=word)
        return self

    def by_name(self):
        return self.order_by("name_key", "name", "pk")


class Company(models.Model):
    """`answers` and `profile` hold what was typed, valid or not; `name` is the last full name that was accepted.
    `logo` is the SHA-256 of the kept picture (models/files.py), empty without one.

    Letters copy what they take from here, so that no letter changes when its company does.
    """

    name = models.CharField(max_length=MAX_NAME)
    name_key = models.CharField(max_length=400)
    answers = models.JSONField(default=dict)
    profile = models.JSONField(default=dict)
    logo = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("单位")
        indexes = [models.Index(fields=["archived_at", "name_key"], name="company_list")]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="company_named")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("company", args=[self.pk])

    @property
    def typed(self) -> dict[str, Typed]:
        return {**self.answers, **self.profile}

    @property
    def read(self) -> Answers:
        return read_answers(company_definition(), self.typed)

    @property
    def facts(self) -> dict[str, object]:
        """The accepted answers to the profile; a fact that nobody has stated is absent."""
        return dict(read_answers(company_definition().profile, self.profile).values)

    def take(self, typed: Mapping[str, Typed]) -> None:
        """Hold these answers beside those there are, each where it belongs."""
        profile = {fact.key for fact in company_definition().profile.fields}
        self.answers = {**self.answers, **{key: value for key, value in typed.items() if key not in profile}}
        self.profile = {**self.profile, **{key: value for key, value in typed.items() if key in profile}}
        self.name = str(self.read.values.get(NAME, self.name))[:MAX_NAME]
        self.name_key = pinyin_key(self.name)
